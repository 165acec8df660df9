"""Other names that a text gives: acronyms, glosses, "known as"."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.facts.draft import Draft
from corpus.facts.view import View
from corpus.model import Span


def find(view: View) -> Iterator[Draft]:
    """One fact for each alias of the page."""
    for alias in view.page.aliases:
        low, high = min(alias.long.start, alias.short.start), max(alias.long.end, alias.short.end)
        yield Draft(
            "name",
            view.ref(alias.long.start, alias.long.end),
            alias.relation,
            (view.evidence(low, high),),
            object=view.ref(alias.short.start, alias.short.end),
            at=Span(low, high),
        )
