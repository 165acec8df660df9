"""Stretches of capitalised words, cut into pieces that may each be one name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.names import given, prefixes, stretches, vocabulary
from corpus.names.heads import hint as hint_of
from corpus.names.lookups import is_place, korean_name
from corpus.names.scene import JOINED_LABELS, NAME_LABELS, LineKind, Scene

_LETTERS_AFTER = frozenset("mp m.p mep qc kc obe mbe cbe phd md esq sj osb ofm".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """Words first..last (half-open) that may be a name; `titled`: a title stands before it.

    `hint` is "organisation", "place", "site" or "thing" when a word of the name itself tells.
    """

    first: int
    last: int
    titled: str = ""
    hint: str = ""
    lead: int = -1
    """The first of the titles and adjectives before it, if any, else `first`."""

    @property
    def front(self) -> int:
        """The word where the name begins, its titles and adjectives counted in."""
        return self.first if self.lead < 0 else self.lead


def find(scene: Scene) -> Iterator[Piece]:
    """All pieces of the scene, in order."""
    i, n = 0, len(scene.words)
    while i < n:
        if not stretches.begins(scene, i):
            i += 1
            continue
        end = stretches.end_of(scene, i)
        yield from _cut(scene, i, end)
        i = end


def _cut(scene: Scene, first: int, last: int) -> Iterator[Piece]:
    """Cuts a stretch at its connectors where these do not belong to the name."""
    while last > first and not scene.words[last - 1].capital:
        last -= 1
    start = first
    i = first
    while i < last:
        word = scene.words[i]
        if word.capital or word.lower not in stretches.CONNECTORS or word.text[0].isdigit():
            i += 1
            continue
        stop = i
        while stop < last and not scene.words[stop].capital:
            stop += 1
        if _joins(scene, start, i, stop, last):
            i = stop
            continue
        if i > start:
            yield from _strip(scene, start, i)
        start = i = stop
    if start < last:
        yield from _strip(scene, start, last)


def _joins(scene: Scene, start: int, left: int, right: int, last: int) -> bool:
    """Whether the connectors left..right bind the name before to the words after."""
    if scene.words[left].lower in ("in", "at", "to", "on") and (
        is_place(scene, right, last) or scene.words[left - 1].lower not in vocabulary.ORG_HEADS
    ):
        return False
    if scene.covered(left - 1, right + 1, JOINED_LABELS):
        return True
    connector = scene.words[left].lower
    head = scene.words[left - 1].lower
    if connector == "and":
        return False
    if connector in ("of", "for"):
        if head in vocabulary.TITLE_HEADS and head not in ("general",):
            return False
        if head in vocabulary.ORG_HEADS or head in vocabulary.ORG_OPENERS:
            return not _named_before(scene, start, left)
        if connector == "of":
            if head in vocabulary.THING_HEADS or head in vocabulary.SITE_HEADS:
                return True
            return head in vocabulary.OF_PLACES and not _named_before(scene, start, left)
    if connector in ("on", "for", "in"):
        return head in (
            "act",
            "committee",
            "commission",
            "council",
            "institute",
            "center",
            "centre",
        )
    return False


def _named_before(scene: Scene, start: int, left: int) -> bool:
    """Whether the head before "of" is rather a family name ("Kim Le Court of Mauritius")."""
    if left - start < 2:
        return False
    before = scene.words[left - 2]
    return before.lower in vocabulary.PARTICLES or (
        given.is_given(before.lower) and not given.also_word(before.lower)
    )


def _strip(scene: Scene, first: int, last: int) -> Iterator[Piece]:
    """Takes demonyms, titles and empty words off the front, then cuts what remains."""
    words = scene.words
    while first < last and (words[first].lower in vocabulary.FUNCTION or not words[first].capital):
        if words[first].lower in ("new", "old") or scene.covered(first, last, frozenset({"GPE"})):
            break
        if korean_name(scene, first, last):
            break
        first += 1
    while last > first and not words[last - 1].capital:
        last -= 1
    if first >= last:
        return
    hint = hint_of(scene, first, last)
    if hint:
        skipped = prefixes.titles(scene, first, last)
        if hint == "organisation" or not skipped:
            yield Piece(first, last, "", hint)
            return
    titled = ""
    front = first
    country = prefixes.country(scene, first, last)
    if country:
        yield Piece(first, first + country)
        first += country
        front = first
        if prefixes.all_words(scene, first, last):
            return
    while first < last:
        lower = words[first].lower
        if not words[first].capital or (
            lower in vocabulary.FUNCTION and first > front and not korean_name(scene, first, last)
        ):
            first += 1
            continue
        if first + 1 < last and words[first].shouted and lower in vocabulary.CLUTTER:
            first += 1
            continue
        step = prefixes.demonym(scene, first, last)
        if step and first + step < last:
            first += step
            continue
        step = prefixes.titles(scene, first, last)
        if not step and words[first].text == "M." and first + 1 < last and scene.monsieur:
            step = 1
        if step:
            titled = words[first + step - 1].lower
            first += step
            continue
        if first + 1 < last and prefixes.describes(scene, first):
            titled = titled or prefixes.office(words[first].lower)
            first += 1
            continue
        break
    if first < last:
        for i, piece in enumerate(_divide(scene, first, last, titled)):
            yield replace(piece, lead=front) if i == 0 and piece.first == first else piece


def _divide(scene: Scene, first: int, last: int, titled: str) -> Iterator[Piece]:
    """Cuts words without connectors where two names stand side by side."""
    words = scene.words
    hint = hint_of(scene, first, last)
    if hint:
        yield Piece(first, last, titled, hint)
        return
    for i in range(first, last - 1):
        length = korean_name(scene, i, last)
        if length and (i > first or length < last - first) and last - first > length:
            if i > first:
                yield from _divide(scene, first, i, titled)
            yield Piece(i, i + length, titled if i == first else "")
            if i + length < last:
                yield from _divide(scene, i + length, last, "")
            return
    while last - first > 1 and words[last - 1].lower.rstrip(".") in _LETTERS_AFTER:
        last -= 1
    if last - first > 2 and words[last - 1].shouted and len(words[last - 1].text) == 3:
        last -= not (words[last - 2].shouted or words[first].shouted)
    state = last - first > 1 and words[last - 1].shouted and len(words[last - 1].text) == 2
    if state and not words[first].shouted and is_place(scene, first, last - 1):
        yield Piece(first, last - 1, titled)
        return
    cut = _tag_cut(scene, first, last)
    if cut:
        yield from _divide(scene, first, cut, titled)
        yield from _strip(scene, cut, last)
        return
    yield from _trim_common(scene, first, last, titled)


def _tag_cut(scene: Scene, first: int, last: int) -> int:
    """Where the tagger ends one name and begins another inside first..last; 0: nowhere."""
    for i in range(first + 1, last):
        left, right = scene.tag_at[i - 1], scene.tag_at[i]
        if left >= 0 and right >= 0 and left != right:
            a, b = scene.tags[left].label, scene.tags[right].label
            if a != b and {a, b} & NAME_LABELS and "NORP" not in (b,):
                return i
    return 0


def _trim_common(scene: Scene, first: int, last: int, titled: str) -> Iterator[Piece]:
    """Drops everyday words at the edges that only a heading or a sentence start capitalises."""
    words = scene.words
    heading = scene.line_kind[first] is not LineKind.PLAIN

    def everyday(i: int) -> bool:
        word = words[i]
        if word.initial or not word.text[0].isalpha():
            return False
        at = scene.tag_at[i]
        if at >= 0 and scene.tags[at].label in NAME_LABELS and last - first > 1 and not heading:
            return False
        if word.lower in scene.lowered and not given.is_given(word.lower):
            return True
        return given.is_common_word(word.lower) and not (
            given.is_given(word.lower) or given.is_family(word.lower)
        )

    if heading:
        start = first
        for i in range(first, last + 1):
            if i == last or everyday(i):
                if i > start:
                    yield Piece(start, i, titled if start == first else "")
                start = i + 1
        return
    while first < last and scene.opens[first] and everyday(first):
        first += 1
        if first < last and scene.words[first].lower in vocabulary.TITLE_HEADS:
            yield from _strip(scene, first, last)
            return
        break
    if first < last:
        yield Piece(first, last, titled)
