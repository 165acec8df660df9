"""Stretches of capitalised words, cut into pieces that may each be one name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.names import demonyms, gazetteer, given, korean, vocabulary
from corpus.names.scene import LineKind, Scene

ORG_LABELS = frozenset({"ORG"})
JOINED_LABELS = frozenset({"ORG", "WORK_OF_ART", "LAW", "EVENT", "FAC", "PRODUCT"})
NAME_LABELS = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG"})
_LONGEST = 16
"""Words in one stretch at most: longer ones are no names, and cost must stay linear."""
_CONNECTORS = frozenset({"of", "the", "and", "for", "&", "on", "in", "at", "to"})
_INNER_POSSESSIVES = frozenset(
    "people's workers' women's men's children's peoples' king's queen's citizens' farmers' lloyd's "
    "mothers' students' teachers' veterans' writers' soldiers'".split()
)


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
        if not _begins(scene, i):
            i += 1
            continue
        end = _run_end(scene, i)
        yield from _cut(scene, i, end)
        i = end


def _begins(scene: Scene, i: int) -> bool:
    word = scene.words[i]
    if not word.capital:
        return False
    if scene.line_start[i] and len(word.text.rstrip(".")) == 1 and _enumerates(scene, i):
        return False
    if word.lower in vocabulary.QUESTIONS and scene.opens[i] and _asks(scene, i):
        return False
    if word.lower in vocabulary.FUNCTION:
        if scene.line_kind[i] is LineKind.SHOUT:
            return False
        if _korean(scene, i, len(scene.words)):
            return True
        at = scene.tag_at[i]
        return at >= 0 and scene.tags[at].label in JOINED_LABELS and scene.tags[at].last > i + 1
    return True


def _korean(scene: Scene, i: int, last: int) -> int:
    """How many words from i on, parted by spaces alone, make a Korean name; 0: none."""
    words = scene.words
    stop = i + 1
    while stop < min(i + 3, last) and words[stop].capital and scene.gap(stop - 1) == " ":
        if words[stop - 1].possessive:
            break
        stop += 1
    return korean.length_of_name([w.text for w in words[i:stop]])


_SENTENCE_END = re.compile(r"[.!?](?=\s|$|[\"\u201d])|\n")


def _asks(scene: Scene, i: int) -> bool:
    """Whether the sentence that word i opens ends with a question mark."""
    start = scene.words[i].end
    found = _SENTENCE_END.search(scene.text, start, start + 400)
    return found is not None and found.group() == "?"


def _enumerates(scene: Scene, i: int) -> bool:
    """Whether a single letter at a line's start counts items or turns ("A. No", "b. Legal")."""
    word = scene.words[i]
    if word.lower.rstrip(".") in ("q", "a"):
        return True
    if i + 1 >= len(scene.words):
        return True
    following = scene.words[i + 1].lower
    return following in vocabulary.FUNCTION or given.is_common_word(following)


def _run_end(scene: Scene, i: int) -> int:
    """The end of the stretch of words that begins at word i."""
    n = min(len(scene.words), i + _LONGEST)
    end = i + 1
    while end < n:
        if not _adjoins(scene, end - 1):
            return end
        word = scene.words[end]
        if scene.line_kind[end] is LineKind.SHOUT and word.lower in vocabulary.FUNCTION:
            return end
        if word.capital or (
            word.text[0].isdigit() and scene.covered(end - 1, end + 1, NAME_LABELS)
        ):
            end += 1
            continue
        ahead = end
        while ahead < n and ahead - end < 3 and _connects(scene, ahead) and _adjoins(scene, ahead):
            ahead += 1
        if ahead > end and ahead < n and scene.words[ahead].capital:
            end = ahead + 1
            continue
        return end
    return end


def _connects(scene: Scene, i: int) -> bool:
    word = scene.words[i]
    return word.lower in _CONNECTORS or word.lower in vocabulary.PARTICLES


def _adjoins(scene: Scene, i: int) -> bool:
    """Whether word i and the next can belong to one name."""
    if i + 1 >= len(scene.words):
        return False
    word = scene.words[i]
    gap = scene.gap(i)
    if gap == "\n":
        return _wrapped(scene, i)
    following = scene.words[i + 1].lower
    if gap == ", " and (
        (word.lower == "korea" and following in ("north", "south"))
        or (word.lower == "washington" and following in ("d.c.", "dc"))
        or following in ("jr", "sr", "jnr", "snr")
    ):
        return True
    if word.possessive:
        return _inner(scene, i)
    if gap in (" ", "  ", " & "):
        return not (word.initial and following in vocabulary.FUNCTION)
    if gap in ("' ", "\u2019 "):
        return word.lower.endswith("s") and _inner(scene, i)
    if gap in (". ", ".") and following in vocabulary.FUNCTION:
        return False
    if gap in (". ", "."):
        return word.lower in vocabulary.ABBREVIATIONS or word.initial or len(word.text) == 1
    return gap == "" and word.initial


def _wrapped(scene: Scene, i: int) -> bool:
    """Whether the line that word i ends was broken by its width alone, in the midst of a name."""
    word, following = scene.words[i], scene.words[i + 1]
    if not (word.capital and following.capital) or word.possessive:
        return False
    if scene.line_kind[i] is not LineKind.PLAIN or scene.line_kind[i + 1] is not LineKind.PLAIN:
        return False
    line = word.end - (scene.text.rfind("\n", 0, word.start) + 1)
    ending = scene.text.find("\n", following.end)
    rest = (ending if ending >= 0 else len(scene.text)) - following.start
    return line > 45 and rest > len(following.text) + 2 and not scene.opens[i]


def _inner(scene: Scene, i: int) -> bool:
    """Whether the possessive word i stands inside a name ("Supreme People's Assembly")."""
    following = scene.words[i + 1]
    if not following.capital:
        return scene.covered(i, i + 2, ORG_LABELS) and following.lower in ("of", "and")
    if scene.words[i].lower + "'s" in _INNER_POSSESSIVES or scene.words[i].lower + "'" in (
        _INNER_POSSESSIVES
    ):
        return True
    return scene.covered(i, i + 2, JOINED_LABELS)


def _cut(scene: Scene, first: int, last: int) -> Iterator[Piece]:
    """Cuts a stretch at its connectors where these do not belong to the name."""
    while last > first and not scene.words[last - 1].capital:
        last -= 1
    start = first
    i = first
    while i < last:
        word = scene.words[i]
        if word.capital or word.lower not in _CONNECTORS or word.text[0].isdigit():
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
        _is_place(scene, right, last) or scene.words[left - 1].lower not in vocabulary.ORG_HEADS
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


def _is_place(scene: Scene, first: int, last: int) -> bool:
    """Whether the words first..last, or the first of them, are a place of the gazetteer."""
    words = scene.words
    names = {scene.text[words[first].start : words[i - 1].end] for i in range(first + 1, last + 1)}
    return any(gazetteer.load().has(name) for name in names)


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
        if _korean(scene, first, last):
            break
        first += 1
    while last > first and not words[last - 1].capital:
        last -= 1
    if first >= last:
        return
    hint = _hint(scene, first, last)
    if hint:
        skipped = _titles(scene, first, last)
        if hint == "organisation" or not skipped:
            yield Piece(first, last, "", hint)
            return
    titled = ""
    front = first
    country = _country(scene, first, last)
    if country:
        yield Piece(first, first + country)
        first += country
        front = first
        if _all_words(scene, first, last):
            return
    while first < last:
        lower = words[first].lower
        if not words[first].capital or (
            lower in vocabulary.FUNCTION and first > front and not _korean(scene, first, last)
        ):
            first += 1
            continue
        if first + 1 < last and words[first].shouted and lower in vocabulary.CLUTTER:
            first += 1
            continue
        step = _demonym(scene, first, last)
        if step and first + step < last:
            first += step
            continue
        step = _titles(scene, first, last)
        if not step and words[first].text == "M." and first + 1 < last and _monsieur(scene):
            step = 1
        if step:
            titled = words[first + step - 1].lower
            first += step
            continue
        if first + 1 < last and _describes(scene, first):
            titled = titled or _office(words[first].lower)
            first += 1
            continue
        break
    if first < last:
        for i, piece in enumerate(_divide(scene, first, last, titled)):
            yield replace(piece, lead=front) if i == 0 and piece.first == first else piece


def _country(scene: Scene, first: int, last: int) -> int:
    """How many words at the front are a country used as an adjective: "U.S. Special Envoy"."""
    words = scene.words
    for length in (2, 1):
        rest = first + length
        if rest >= last:
            continue
        name = scene.text[words[first].start : words[rest - 1].end]
        if not gazetteer.load().has(name) or gazetteer.load().doubtful(name):
            continue
        if gazetteer.load().find(name)[0].feature != "country":
            continue
        if words[rest].lower in vocabulary.TITLE_WORDS or _all_words(scene, rest, last):
            return length
    return 0


def _all_words(scene: Scene, first: int, last: int) -> bool:
    """Whether the words first..last are everyday words, titles among them, and no names."""
    return all(
        w.lower in vocabulary.TITLE_WORDS
        or (given.also_word(w.lower) and not given.is_given(w.lower))
        for w in scene.words[first:last]
    )


def _monsieur(scene: Scene) -> bool:
    """Whether "M." stands before several names, and so is a title rather than an initial."""
    following = {
        b.lower
        for a, b in pairwise(scene.words)
        if a.text == "M." and b.capital and len(b.text) > 2
    }
    return len(following) > 1


def _describes(scene: Scene, i: int) -> bool:
    """Whether word i is a description before a given name: "Poor Larissa", "AUSA Benedict Tran"."""
    word, following = scene.words[i], scene.words[i + 1]
    lower = word.lower
    named = (
        following.initial
        or (given.is_given(following.lower) and not given.also_word(following.lower))
        or _korean(scene, i + 1, len(scene.words)) > 0
    )
    if lower in vocabulary.HONORIFIC_LETTERS and following.capital:
        return True
    if following.lower in vocabulary.TITLE_HEADS and i + 2 < len(scene.words):
        # "Presiding Judge Onuki"
        return given.also_word(lower) and not given.is_given(lower)
    if not named or word.initial:
        return False
    if _office(lower):
        return True
    if given.is_given(lower) or given.weight(lower).family >= 0.6:
        return False
    if word.shouted and len(word.text) <= 5 and not following.shouted:
        return True
    parts = lower.split("-")
    return all(given.also_word(p) for p in parts)


def _office(lower: str) -> str:
    """The title at the end of a hyphened word ("vice-president"), else ""."""
    last = lower.rsplit("-", 1)[-1]
    return last if "-" in lower and last in vocabulary.TITLE_HEADS else ""


def _hint(scene: Scene, first: int, last: int) -> str:
    """What the words of the name itself tell of its kind."""
    words = scene.words
    if last - first < 2:
        return ""
    tail = words[last - 1].lower
    head = words[first].lower
    inner = [w.lower for w in words[first:last]]
    if "of" in inner or "for" in inner:
        cut = min(inner.index(c) for c in ("of", "for") if c in inner)
        tail = inner[cut - 1] if cut else tail
        if tail in vocabulary.PLACE_HEADS and tail not in vocabulary.OF_PLACES:
            return ""
    if tail in vocabulary.SUFFIXES:
        return ""
    if tail in vocabulary.ORG_SUFFIXES or (
        tail in vocabulary.ORG_HEADS and not _person_like(scene, first, last)
    ):
        return "organisation"
    if head in vocabulary.THING_OPENERS and words[first].capital:
        return "thing"
    if tail in vocabulary.THING_HEADS and not _person_like(scene, first, last):
        return "thing"
    if head in vocabulary.SITE_OPENERS and words[first].capital:
        return "site"
    if head in vocabulary.PLACE_OPENERS and words[first].capital and head not in _SAINTS:
        return "place"
    if tail in vocabulary.SITE_HEADS and not _person_like(scene, first, last):
        return "site"
    if tail in vocabulary.PLACE_HEADS and not _person_like(scene, first, last):
        return "place"
    if head in vocabulary.ORG_OPENERS and (
        "of" in inner or (not given.also_word(head) and words[first].capital)
    ):
        return "organisation"
    return ""


def _person_like(scene: Scene, first: int, last: int) -> bool:
    """Whether a name whose last word is also a head ("Rose Park", "Kim Song") reads as a person."""
    words = scene.words
    tail = words[last - 1].lower
    if korean.length_of_name([w.text for w in words[first:last]]) == last - first:
        return True
    if not given.is_family(tail) or tail not in vocabulary.AMBIGUOUS_TAILS:
        return False
    opening = words[first].lower
    if not given.is_given(opening):
        return False
    if last - first > 2 and any(
        w.lower in vocabulary.PARTICLES for w in words[first + 1 : last - 1]
    ):
        return True
    label, share = scene.label_of(first, last)
    return last - first <= 3 and label == "PERSON" and share > 0.6


def _demonym(scene: Scene, first: int, last: int) -> int:
    """How many words from `first` on are a demonym or a country used as an adjective."""
    words = scene.words
    for length in (2, 1):
        if first + length <= last:
            phrase = " ".join(w.text for w in words[first : first + length])
            if demonyms.is_demonym(phrase):
                return length
    return 0


def _titles(scene: Scene, first: int, last: int) -> int:
    """How many words from `first` on are titles before a name ("Deputy Foreign Minister")."""
    words = scene.words
    i = first
    end = 0
    while i < last and words[i].lower in vocabulary.TITLE_WORDS:
        i += 1
        if words[i - 1].lower in vocabulary.TITLE_HEADS:
            end = i
    if end == last and last - first == 1:
        return 1 if words[first].lower not in _ALSO_NAMES else 0
    if end and end < last and words[end - 1].lower in _ALSO_NAMES and end - first == 1:
        # "Dean Martin" and "King Hussein": a given name counts as a title only before one word
        # that no table knows as a family name.
        return 1 if last - end > 1 or not given.is_family(words[end].lower) else 0
    if (
        end
        and last - end == 1
        and end - first == 1
        and words[first].lower in vocabulary.WEAK_TITLES
    ):
        word = words[end].lower
        if given.also_word(word) and not given.is_given(word):
            return 0
    return end - first if end else 0


_ALSO_NAMES = frozenset("dean earl duke major".split())
_LETTERS_AFTER = frozenset("mp m.p mep qc kc obe mbe cbe phd md esq sj osb ofm".split())
_SAINTS = frozenset("st saint san santa são port fort costa".split())


def _divide(scene: Scene, first: int, last: int, titled: str) -> Iterator[Piece]:
    """Cuts words without connectors where two names stand side by side."""
    words = scene.words
    hint = _hint(scene, first, last)
    if hint:
        yield Piece(first, last, titled, hint)
        return
    for i in range(first, last - 1):
        length = _korean(scene, i, last)
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
    if state and not words[first].shouted and _is_place(scene, first, last - 1):
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
