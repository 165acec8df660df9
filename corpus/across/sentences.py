"""The sentences around a piece of evidence, which may be only a few words of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from corpus.model import Extract, Span


def around(extract: Extract, span: Span, before: int = 0, after: int = 0) -> Span:
    """The sentences that hold `span` with so many more before and after, or `span` itself."""
    sentences = extract.sentences
    low = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
    high = bisect_left(sentences, span.end, key=lambda s: s.start) - 1
    if low < 0:
        return span
    last = sentences[min(len(sentences) - 1, max(low, high) + after)]
    return Span(sentences[max(0, low - before)].start, max(span.end, last.end))
