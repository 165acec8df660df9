"""Who takes which part in a fact, by entity."""

from __future__ import annotations

from corpus.model import Corpus, EntityId, Fact, Kind, Ref


def entity(corpus: Corpus, fact: Fact, ref: Ref | None) -> EntityId | None:
    """The entity behind `ref` of `fact`, if there is one."""
    if ref is None or ref.mention is None:
        return None
    return corpus.entity_of.get((fact.article, ref.mention))


def subject(corpus: Corpus, fact: Fact) -> EntityId | None:
    """The entity that `fact` is about."""
    return entity(corpus, fact, fact.subject)


def people(corpus: Corpus, fact: Fact) -> tuple[EntityId, ...]:
    """The people that a fact points to in any way but as its tellers, each once."""
    details = tuple(detail.ref for detail in fact.details)
    found: dict[EntityId, None] = {}
    for ref in (fact.subject, fact.object, *details):
        known = entity(corpus, fact, ref)
        if known is not None and corpus.entity_by_id[known].kind is Kind.PERSON:
            found[known] = None
    return tuple(found)


def place(corpus: Corpus, fact: Fact) -> str:
    """The place of a fact: its entity's id, else its words in small letters, "" for none."""
    if fact.place is None:
        return ""
    return entity(corpus, fact, fact.place) or fact.place.text.lower()


def words(fact: Fact, *, bare: bool = False) -> str:
    """A fact in plain words; `bare` without its subject."""
    told = fact.object.text if fact.object is not None else ""
    if fact.kind in ("quotation", "claim"):
        told = f"“{told}”" if fact.kind == "quotation" else told
    parts = (fact.relation, told) if bare else (fact.subject.text, fact.relation, told)
    return " ".join(" ".join(part for part in parts if part).split())
