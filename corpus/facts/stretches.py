"""Stretches of a text already told of, asked for by neighbourhood and not one by one."""

from __future__ import annotations

from collections import defaultdict

from corpus.model import Span

_BLOCK = 512


class Stretches:
    """A set of spans that answers which of them share a character with another."""

    def __init__(self) -> None:
        self._blocks: defaultdict[int, list[Span]] = defaultdict(list)

    def add(self, span: Span) -> None:
        """Keep a span."""
        for block in range(span.start // _BLOCK, max(span.end - 1, span.start) // _BLOCK + 1):
            self._blocks[block].append(span)

    def meets(self, span: Span) -> bool:
        """Whether any kept span shares a character with `span` (the same object aside)."""
        for block in range(span.start // _BLOCK, max(span.end - 1, span.start) // _BLOCK + 1):
            if any(one.meets(span) and one is not span for one in self._blocks.get(block, ())):
                return True
        return False
