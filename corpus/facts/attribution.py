"""Who stands behind a fact: the claims and quotations that it lies in, outer ones first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.view import View
from corpus.model import Certainty, Ref, Span

_DEEPEST = 12


class Attribution:
    """The stretches of a page that somebody is said to have said."""

    def __init__(self, view: View, said: Sequence[Draft]) -> None:
        ranges = [
            (words, draft.tellers or (draft.speaker,), draft)
            for draft in said
            if draft.speaker is not None and draft.object and (words := draft.object.span)
        ]
        self._ranges = sorted(ranges, key=lambda r: (r[0].start, -r[0].end))
        self._starts = [r[0].start for r in self._ranges]

    def lay(self, draft: Draft) -> Draft:
        """`draft` with its speaker and the number of tellers, where it lies in what one said."""
        at = draft.at or draft.evidence[0]
        tellers, innermost = self._tellers(at)
        if innermost is None or draft.kind == "name":
            return draft
        return replace(
            draft,
            speaker=innermost.speaker,
            source=draft.source or (innermost.source if len(innermost.tellers) > 1 else None),
            hops=len(tellers),
            tellers=tuple(tellers),
            certainty=Certainty.REPORTED,
        )

    def _tellers(self, at: Span) -> tuple[list[Ref], Draft | None]:
        found: list[Ref] = []
        innermost: Draft | None = None
        last = bisect_right(self._starts, at.start)
        for words, tellers, said in self._ranges[max(0, last - _DEEPEST) : last]:
            if not words.holds(at):
                continue
            innermost = said
            for one in tellers:
                if not any(s.mention == one.mention and s.text == one.text for s in found):
                    found.append(one)
        return found, innermost
