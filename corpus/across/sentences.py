"""What lies around a piece of evidence: its sentences, and whatever begins in a stretch of text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from corpus.model import Amount, Extract, Fact, Mention, Span, When

Item = TypeVar("Item")


def around(extract: Extract, span: Span, before: int = 0, after: int = 0) -> Span:
    """The sentences that hold `span` with so many more before and after, or `span` itself."""
    sentences = extract.sentences
    low = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
    high = bisect_left(sentences, span.end, key=lambda s: s.start) - 1
    if low < 0:
        return span
    last = sentences[min(len(sentences) - 1, max(low, high) + after)]
    return Span(sentences[max(0, low - before)].start, max(span.end, last.end))


def facts(extract: Extract, span: Span) -> Sequence[Fact]:
    """The facts whose evidence begins in `span`; all of these are found by bisection."""
    return _begin(extract.facts, span, lambda fact: fact.evidence[0].start)


def amounts(extract: Extract, span: Span) -> Sequence[Amount]:
    """The amounts that begin in `span`."""
    return _begin(extract.amounts, span, lambda amount: amount.span.start)


def dates(extract: Extract, span: Span) -> Sequence[When]:
    """The dates that begin in `span`."""
    return _begin(extract.dates, span, lambda when: when.span.start)


def mentions(extract: Extract, span: Span) -> Sequence[tuple[int, Mention]]:
    """The mentions that begin in `span`, each with its index."""
    low = bisect_left(extract.mentions, span.start, key=lambda m: m.start)
    found = _begin(extract.mentions, span, lambda mention: mention.start)
    return [(low + at, mention) for at, mention in enumerate(found)]


def _begin(items: Sequence[Item], span: Span, start: Callable[[Item], int]) -> Sequence[Item]:
    low = bisect_left(items, span.start, key=start)
    return items[low : bisect_left(items, span.end, lo=low, key=start)]
