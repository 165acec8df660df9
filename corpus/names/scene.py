"""A text laid out for the name rules: words, lines, sentence starts and the tagger's word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from corpus.model import Span
from corpus.names import vocabulary, words
from corpus.names.words import Word


class LineKind(Enum):
    """How far capital letters can be trusted in a line."""

    PLAIN = "plain"
    HEADING = "heading"
    """Most words begin with a capital."""
    SHOUT = "shout"
    """Capitals throughout."""


ORG_LABELS = frozenset({"ORG"})
JOINED_LABELS = frozenset({"ORG", "WORK_OF_ART", "LAW", "EVENT", "FAC", "PRODUCT"})
NAME_LABELS = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A span of the tagger in words: the half-open range `first`..`last`, and its label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules look at. `tag_at[i]`: the index into `tags` of the tag over word i, or -1."""

    text: str
    words: list[Word]
    opens: list[bool]
    """Whether word i is the first of a sentence, a quotation or a list item."""
    line_kind: list[LineKind]
    """Of the line where word i stands."""
    line_start: list[bool]
    tags: list[Tag]
    tag_at: list[int]
    lowered: frozenset[str]
    """Words that the text also writes in lower case."""
    votes: tuple[tuple[list[Tag], list[int]], ...] = ()
    """The tagger's word on the same text with rare names respelt: tags and tag_at of each."""

    monsieur: bool = False
    """Whether "M." stands before several names, and so is a title rather than an initial."""

    def gap(self, i: int) -> str:
        """The characters between word i and the next."""
        return self.text[self.words[i].end : self.words[i + 1].start]

    def before(self, i: int) -> str:
        """The word before word i in lower case, if only a space lies between, else ""."""
        if i == 0 or self.gap(i - 1) != " ":
            return ""
        return self.words[i - 1].lower

    def after(self, i: int) -> str:
        """The word after word i in lower case, if only a space lies between, else ""."""
        if i + 1 >= len(self.words) or self.gap(i) != " ":
            return ""
        return self.words[i + 1].lower

    def label_of(self, first: int, last: int) -> tuple[str, float]:
        """The label of the tag that best covers words first..last, and the share in common."""
        return _best(self.tags, self.tag_at, first, last)

    def opinions(self, first: int, last: int) -> list[tuple[str, float]]:
        """`label_of` by the text itself and by each of its respellings."""
        out = [self.label_of(first, last)]
        out += [_best(tags, tag_at, first, last) for tags, tag_at in self.votes]
        return out

    def covered(self, first: int, last: int, labels: frozenset[str]) -> bool:
        """Whether one tag with one of `labels` covers all words first..last."""
        at = self.tag_at[first]
        if at < 0:
            return False
        tag = self.tags[at]
        return tag.label in labels and tag.first <= first and last <= tag.last


def _best(tags: list[Tag], tag_at: list[int], first: int, last: int) -> tuple[str, float]:
    best, share = "", 0.0
    seen = -1
    for i in range(first, last):
        at = tag_at[i]
        if at < 0 or at == seen:
            continue
        seen = at
        tag = tags[at]
        common = min(last, tag.last) - max(first, tag.first)
        part = common / (max(last, tag.last) - min(first, tag.first))
        if part > share:
            best, share = tag.label, part
    return best, share


_LINE = re.compile(r"[^\n]+")
_OPENING = re.compile(
    r"[\"\u201c\u201e\u00ab\u2018(\[:\u2022*\u2014]\s*$|(?:^|\s)[-\u2013]\s+$|\d[.)]\s+$"
)


Tagging = tuple[int, int, str]


def lay_out(
    text: str,
    sentences: Sequence[Span],
    tagged: Sequence[Tagging],
    respelt: Sequence[Sequence[Tagging]] = (),
) -> Scene:
    """The scene of `text`; `tagged` holds (start, end, label) in order, not overlapping."""
    found = words.split(text)
    tags, tag_at = _align(found, tagged)
    kinds, starts = _lines(text, found)
    lowered = frozenset(
        w.lower for w, k in zip(found, kinds, strict=True) if not w.capital and k is LineKind.PLAIN
    )
    return Scene(
        text,
        found,
        _opens(text, found, sentences, starts),
        kinds,
        starts,
        tags,
        tag_at,
        lowered,
        tuple(_align(found, other) for other in respelt),
        _monsieur(found),
    )


def _monsieur(found: list[Word]) -> bool:
    following = {
        b.lower for a, b in pairwise(found) if a.text == "M." and b.capital and len(b.text) > 2
    }
    return len(following) > 1


def _align(
    found: list[Word], tagged: Sequence[tuple[int, int, str]]
) -> tuple[list[Tag], list[int]]:
    tags: list[Tag] = []
    tag_at = [-1] * len(found)
    i = 0
    for start, end, label in tagged:
        while i < len(found) and found[i].end <= start:
            i += 1
        first = i
        while i < len(found) and found[i].start < end:
            tag_at[i] = len(tags)
            i += 1
        if i > first:
            tags.append(Tag(first, i, label))
    return tags, tag_at


def _lines(text: str, found: list[Word]) -> tuple[list[LineKind], list[bool]]:
    kinds: list[LineKind] = []
    starts: list[bool] = []
    i = 0
    for line in _LINE.finditer(text):
        first = i
        while i < len(found) and found[i].start < line.end():
            i += 1
        here = found[first:i]
        if not here:
            continue
        kinds += [_kind(here, line.group())] * len(here)
        starts += [True] + [False] * (len(here) - 1)
    return kinds, starts


def _kind(here: list[Word], line: str) -> LineKind:
    letters = sum(len(w.text) for w in here)
    loud = sum(len(w.text) for w in here if w.text.isupper() and len(w.text) > 1)
    if letters and loud / letters > 0.7 and len(here) > 1:
        return LineKind.SHOUT
    if len(here) < 3 or len(here) > 24 or line.rstrip().endswith((".", ",", ";", ":")):
        return LineKind.PLAIN
    long = [w for w in here[1:] if w.lower not in vocabulary.FUNCTION and w.text[0].isalpha()]
    if len(long) < 3 or any(not w.capital and len(w.text) > 3 for w in long):
        return LineKind.PLAIN
    return LineKind.HEADING


def _opens(
    text: str, found: list[Word], sentences: Sequence[Span], starts: list[bool]
) -> list[bool]:
    opens = list(starts)
    i = 0
    for sentence in sentences:
        while i < len(found) and found[i].start < sentence.start:
            i += 1
        if i < len(found):
            opens[i] = True
    for i, word in enumerate(found):
        if word.capital and not opens[i]:
            before = text[max(0, word.start - 4) : word.start]
            opens[i] = _OPENING.search(before) is not None
    return opens
