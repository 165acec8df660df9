"""Evidence cut to the words that say a fact: from its subject to the end of what is said of it."""

from __future__ import annotations

from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.view import View, trim
from corpus.model import Span

_FARTHEST = 260


def tighten(view: View, draft: Draft) -> Draft:
    """`draft` with the one stretch of its sentence that holds subject, words and date.

    What stands far off, such as a subject named sentences before, stays out.
    """
    at = draft.at
    if at is None or len(draft.evidence) != 1:
        return draft
    whole = draft.evidence[0]
    if not whole.meets(at):
        return draft
    low, high = max(at.start, whole.start), min(at.end, whole.end)
    parts = [ref.span for ref in (draft.subject, draft.object, draft.place) if ref is not None]
    parts += [detail.ref.span for detail in draft.details]
    parts += [date.span for date in (draft.when,) if date is not None]
    for part in parts:
        if part is not None and whole.holds(part) and _near(part, low, high):
            low, high = min(low, part.start), max(high, part.end)
    if view.text[high : high + 1] in (".", "!", "?") and high < whole.end:
        high += 1
    return replace(draft, evidence=(trim(view.text, low, high),))


def _near(part: Span, low: int, high: int) -> bool:
    return low - part.end <= _FARTHEST and part.start - high <= _FARTHEST
