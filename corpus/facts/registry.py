"""All families of facts in one place: adding one is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corpus.facts import (
    attribution,
    events,
    harm,
    hedges,
    kin,
    moves,
    names,
    quantities,
    roles,
    speech,
)
from corpus.facts.draft import Draft
from corpus.facts.page import Page
from corpus.facts.view import View
from corpus.model import Fact, FactId

Family = Callable[[View], Iterator[Draft]]

FAMILIES: tuple[Family, ...] = (
    roles.find,
    moves.find,
    kin.find,
    harm.find,
    quantities.find,
    events.find,
    names.find,
)
"""Each yields what it finds; speakers and hedges are laid over them afterwards."""


def find_facts(page: Page) -> tuple[Fact, ...]:
    """The facts of one article, in the order of the text; the same page gives the same ids."""
    view = View(page)
    said = tuple(speech.find(view))
    words = attribution.Attribution(view, said)
    drafts = [d for family in FAMILIES for d in family(view)]
    weighed = [hedges.weigh(view, words.lay(draft)) for draft in drafts]
    everything = [d for d in (*said, *weighed) if d.evidence]
    everything.sort(key=_place)
    facts: dict[tuple[object, ...], Fact] = {}
    counts: dict[tuple[str, int], int] = {}
    for draft in everything:
        key = (draft.kind, draft.subject.text, draft.relation, draft.evidence,
               draft.object and draft.object.text, draft.value, draft.unit)  # fmt: skip
        if key in facts:
            continue
        place = draft.kind, draft.evidence[0].start
        ordinal = counts[place] = counts.get(place, 0) + 1
        facts[key] = _fact(page, draft, ordinal)
    return tuple(facts.values())


def _place(draft: Draft) -> tuple[int, int, str, int]:
    span = draft.subject.span
    return (draft.evidence[0].start, draft.at.start if draft.at else 0, draft.kind,
            span.start if span else 0)  # fmt: skip


def _fact(page: Page, draft: Draft, ordinal: int) -> Fact:
    return Fact(
        FactId(f"{page.article.id}:{draft.kind}:{draft.evidence[0].start}:{ordinal}"),
        draft.kind,
        page.article.id,
        draft.subject,
        draft.relation,
        draft.evidence,
        draft.object,
        draft.value,
        draft.unit,
        draft.when,
        draft.place,
        draft.speaker,
        draft.hops,
        draft.certainty,
        draft.hedge,
    )
