"""The few lines of an article that show why it was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import Span

_WIDTH = 160
_MOST = 3


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of one line of the text, and what to mark in it; both count in `Article.text`."""

    span: Span
    marks: tuple[Span, ...]


def snippets(
    text: str, marks: Sequence[Span], width: int = _WIDTH, most: int = _MOST
) -> tuple[Snippet, ...]:
    """At most `most` stretches of about `width` characters, in text order; the densest come first
    to be chosen. Without marks, the beginning of the text."""
    if not marks:
        start = len(text) - len(text.lstrip())
        span = _stretch(text, Span(start, min(start + 1, len(text))), width)
        return (Snippet(span, ()),) if text.strip() else ()
    chosen: list[Snippet] = []
    seen: set[str] = set()
    rest = list(marks)
    while rest and len(chosen) < most:
        best = _densest(text, rest, width, seen)
        chosen.append(best)
        seen.update(mark.of(text).casefold() for mark in best.marks)
        rest = [mark for mark in rest if not mark.meets(best.span)]
    return tuple(sorted(chosen, key=lambda one: one.span))


def _densest(text: str, marks: list[Span], width: int, seen: set[str]) -> Snippet:
    """The stretch with the most different words not shown yet, the first of equals."""
    best, most = 0, (-1, -1)
    forms = [mark.of(text).casefold() for mark in marks[:200]]
    last = 0
    for first in range(len(forms)):
        last = max(last, first + 1)
        while last < len(forms) and marks[last].end - marks[first].start <= width * 3 // 4:
            last += 1
        here = set(forms[first:last])
        score = (len(here - seen), len(here))
        if score > most:
            best, most = first, score
    span = _stretch(text, marks[best], width)
    return Snippet(span, tuple(mark for mark in marks if span.holds(mark)) or (marks[best],))


def _stretch(text: str, mark: Span, width: int) -> Span:
    """About `width` characters around `mark` within its line, cut between words."""
    floor = text.rfind("\n", 0, mark.start) + 1
    ceiling = text.find("\n", mark.end)
    ceiling = len(text) if ceiling < 0 else ceiling
    start = max(floor, mark.start - max(0, width - (mark.end - mark.start)) // 3)
    end = min(ceiling, max(mark.end, start + width))
    start = max(floor, min(start, end - width))
    start = min(start, mark.start)
    if start > floor:
        cut = text.find(" ", start - 1, mark.start)
        start = cut + 1 if cut >= 0 else start
    if end < ceiling:
        cut = text.rfind(" ", mark.end, end + 1)
        end = cut if cut >= 0 else end
    return Span(start, end)
