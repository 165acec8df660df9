"""All families of facts in one place: adding one is one module and one line here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace

from corpus.facts.antecedents import antecedent
from corpus.facts.attribution import Attribution
from corpus.facts.disclosures import find as find_disclosures
from corpus.facts.draft import Draft
from corpus.facts.events import find as find_events
from corpus.facts.gaps import find as find_gaps
from corpus.facts.happenings import find as find_happenings
from corpus.facts.harm import find as find_harm
from corpus.facts.hedges import weigh
from corpus.facts.judgements import find as find_judgements
from corpus.facts.kin import find as find_kin
from corpus.facts.listings import find as find_listed
from corpus.facts.manners import find as find_practices
from corpus.facts.moves import find as find_moves
from corpus.facts.names import find as find_names
from corpus.facts.page import Page
from corpus.facts.quantities import find as find_quantities
from corpus.facts.roles import find as find_roles
from corpus.facts.speech import find as find_speech
from corpus.facts.stretches import Stretches
from corpus.facts.ties import find as find_ties
from corpus.facts.tighten import tighten
from corpus.facts.view import View
from corpus.model import Detail, Fact, FactId, Ref

Family = Callable[[View], Iterator[Draft]]

FAMILIES: tuple[Family, ...] = (
    find_roles,
    find_listed,
    find_moves,
    find_kin,
    find_harm,
    find_quantities,
    find_events,
    find_happenings,
    find_names,
    find_disclosures,
    find_ties,
    find_gaps,
    find_practices,
    find_judgements,
)
"""Each yields what it finds; speakers and hedges are laid over them afterwards."""


_BESIDE = ("event", "quantity", "kin", "name", "practice", "judgement", "gap")
"""Kinds that may stand beside an event of the same words."""
_OWNER = re.compile(r"(?P<word>[Hh]is|[Hh]er)\s|[\ue000-\ue002]+['’]s?\s")
_FIRST = ("i", "my", "mine", "me")
_SHARED = tuple(field.name for field in fields(Fact) if field.name not in ("id", "article"))
"""What a fact takes over from its draft."""


def find_facts(page: Page) -> tuple[Fact, ...]:
    """The facts of one article, in the order of the text; the same page gives the same ids."""
    view = View(page)
    said = tuple(find_speech(view))
    words = Attribution(view, said)
    drafts = [d for family in FAMILIES for d in family(view)]
    weighed = [tighten(view, _weigh(view, _own(words.lay(draft)))) for draft in drafts]
    weighed = [_linked(view, draft) for draft in weighed]
    everything = [d for d in (*said, *_once(weighed)) if d.evidence]
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


def _own(draft: Draft) -> Draft:
    """ "I" and "my" are whoever speaks."""
    who, speaker = draft.subject, draft.speaker
    if speaker is None or who.mention is not None or who.text.lower() not in _FIRST:
        return draft
    basis = f"{who.text}: the speaker"
    return replace(draft, subject=Ref(speaker.text, who.span, speaker.mention, basis))


def _linked(view: View, draft: Draft) -> Draft:
    """ "Jo's daughter returned" is about a daughter, and tells in a detail whose she is."""
    who = draft.subject
    if who.mention is not None or who.span is None or draft.kind in ("kin", "quotation", "claim"):
        return draft
    owner = _OWNER.match(view.masked, who.span.start, who.span.end)
    if owner is None:
        return draft
    if owner["word"]:
        found = antecedent(view, owner.start("word"), owner["word"])
    else:
        index = view.mention_at(owner.start())
        found = view.named(index) if index is not None else None
    return replace(draft, details=(*draft.details, Detail("of", found))) if found else draft


def _weigh(view: View, draft: Draft) -> Draft:
    """A gap names what is not known, and a judgement its hedge: neither is weighed again."""
    return draft if draft.kind in ("gap", "practice", "judgement") else weigh(view, draft)


def _once(drafts: list[Draft]) -> Iterator[Draft]:
    """All but events that a more telling kind says already with the same verb."""
    told = Stretches()
    dated = {draft.when.span for draft in drafts if draft.when and draft.relation != "took place"}
    for draft in drafts:
        if draft.kind not in _BESIDE and draft.at is not None:
            told.add(draft.at)
    for draft in drafts:
        at = draft.at
        if draft.kind == "event" and at is not None:
            if told.meets(at):
                continue
            if draft.relation == "took place" and draft.when and draft.when.span in dated:
                continue
        yield draft


def _place(draft: Draft) -> tuple[int, int, str, int]:
    span = draft.subject.span
    return (draft.evidence[0].start, draft.at.start if draft.at else 0, draft.kind,
            span.start if span else 0)  # fmt: skip


def _fact(page: Page, draft: Draft, ordinal: int) -> Fact:
    name = FactId(f"{page.article.id}:{draft.kind}:{draft.evidence[0].start}:{ordinal}")
    shared = {field: getattr(draft, field) for field in _SHARED}
    return Fact(id=name, article=page.article.id, **shared)
