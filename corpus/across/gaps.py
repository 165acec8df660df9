"""What is said to be unknown, and later articles that may answer it.

An answer is a candidate, always inferred: a fact of a fitting kind about the same person (or the
same relative of that person), in an article published later, that was not known before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.across import parties
from corpus.across.compatible import dates_agree, decided
from corpus.across.happenings import ARRIVING, DEATH, DEFECTING, LEAVING, RETURNING, sort
from corpus.across.sentences import around, mentions
from corpus.across.stems import head, stems
from corpus.language.intervals import Interval, parse
from corpus.model import (
    ArticleId,
    Certainty,
    Corpus,
    EntityId,
    Extract,
    Fact,
    Kind,
    Sighting,
    Span,
)

_ASKS = (
    ("where", re.compile(r"\b(?:whereabouts|where|location|missing|trace|destination)\b", re.I)),
    ("fate", re.compile(r"\b(?:fate|condition|alive|dead|became of|happened to|what happened"
                        r"|well-being|safety|unaccounted|survived)\b", re.I)),
    ("number", re.compile(r"\b(?:how many|how much|number|figures?|toll|amount|scale)\b", re.I)),
    ("when", re.compile(r"\b(?:when|date|timing)\b", re.I)),
    ("name", re.compile(r"\b(?:who|identit\w+|names?|unidentified)\b", re.I)),
    ("why", re.compile(r"\b(?:why|motives?|reasons?|cause)\b", re.I)),
)  # fmt: skip
_KIN = re.compile(
    r"\b(?:daughters?|sons?|wife|husband|parents?|mother|father|brothers?|sisters?|child(?:ren)?"
    r"|siblings?|famil(?:y|ies)|relatives?|grandparents?|uncle|aunt|cousins?|niece|nephew)\b",
    re.IGNORECASE,
)
_STAY = re.compile(
    r"\b(?:been|living|lives?|lived|stay(?:s|ed|ing)|seen|settled|held|is|was|are|were)"
    r"\s(?:now\s|safely\s)?(?:in|at)\b"
)
_BECAUSE = re.compile(r"\b(?:because|in order to|reason|due to|out of|so that|motiv\w+)\b", re.I)
_UNSAID = re.compile(r"\b(?:declin\w+|refus\w+)\b", re.IGNORECASE)
_MOST = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """A later fact that may close a gap; `basis` says why it is shown."""

    fact: Fact
    basis: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Something said to be unknown; `facts` are all that say so, the earliest first.

    `asks` is "where", "fate", "number", "when", "name", "why", or "" where nothing of the kind
    is asked. `answers` run by date of publication.
    """

    what: str
    asks: str
    facts: tuple[Fact, ...]
    entity: EntityId | None = None
    relative: str = ""
    """The relative of `entity` whom it concerns: "daughter"."""
    answers: tuple[Answer, ...] = ()


def gaps(corpus: Corpus) -> tuple[Gap, ...]:
    """Everything that is said to be unknown: what may be answered first, then as articles run."""
    found: dict[tuple[object, ...], list[tuple[Fact, str]]] = {}
    for article in corpus.articles:
        extract = corpus.extracts.get(article.id)
        for fact in extract.facts if extract is not None else ():
            if extract is not None and fact.kind == "gap":
                entity, relative = _about(corpus, extract, fact)
                what = _what(fact)
                key = entity or stems(what), relative, _asks(fact)
                found.setdefault(key, []).append((fact, what))
    made = [_gap(corpus, told) for told in found.values()]
    return tuple(sorted(made, key=lambda gap: not gap.answers))


def _gap(corpus: Corpus, told: list[tuple[Fact, str]]) -> Gap:
    known = told[0][0]
    extract = corpus.extracts[known.article]
    entity, relative = _about(corpus, extract, known)
    asks = _asks(known)
    facts = tuple(fact for fact, _ in told)
    bare = Gap(told[0][1], asks, facts, entity, relative)
    answers = tuple(_answers(corpus, bare))[:_MOST]
    return Gap(bare.what, asks, facts, entity, relative, answers)


def _what(fact: Fact) -> str:
    """What is unknown, in the words of the text."""
    told = fact.object.text if fact.object is not None else ""
    if _asked(told) or told == fact.subject.text:
        return " ".join(told.split())
    return " ".join(f"{fact.subject.text} {fact.relation} {told}".split())


def _asked(words: str) -> str:
    return next((name for name, pattern in _ASKS if pattern.search(words)), "")


def _asks(fact: Fact) -> str:
    """What a gap asks for; who declines to comment asks for nothing."""
    if _UNSAID.search(fact.relation):
        return ""
    told = fact.object.text if fact.object is not None else ""
    return _asked(told) or _asked(fact.subject.text) or _asked(fact.relation)


def _about(corpus: Corpus, extract: Extract, fact: Fact) -> tuple[EntityId | None, str]:
    """Whose gap it is, and which relative's: the person named in it, else the last one before."""
    told = f"{fact.subject.text} {fact.object.text if fact.object is not None else ''}"
    kin = _KIN.search(told)
    relative = kin[0].lower() if kin else ""
    for ref in (fact.subject, fact.object):
        known = parties.entity(corpus, fact, ref)
        if known is not None and corpus.entity_by_id[known].kind is Kind.PERSON:
            return known, relative
    sentence = around(extract, fact.evidence[0])
    for span in (fact.evidence[0], sentence, around(extract, fact.evidence[0], 3)):
        end = fact.evidence[0].end if span is not fact.evidence[0] else span.end
        people = _people(corpus, extract, Span(span.start, end))
        if people:
            return people[-1], relative
    return None, relative


def _people(corpus: Corpus, extract: Extract, span: Span) -> list[EntityId]:
    return [
        known
        for i, mention in mentions(extract, span)
        if mention.kind is Kind.PERSON
        and (known := corpus.entity_of.get((extract.article, i))) is not None
    ]  # fmt: skip


def _answers(corpus: Corpus, gap: Gap) -> Iterator[Answer]:
    """Facts of later articles that fit, the earlier published first."""
    asked_on = _published(corpus, gap.facts[0].article)
    if gap.entity is None or not gap.asks or asked_on is None:
        return
    entity = corpus.entity_by_id[gap.entity]
    here: dict[ArticleId, list[Sighting]] = {}
    for sighting in entity.sightings:
        here.setdefault(sighting.article, []).append(sighting)
    dated = [(day, a) for a in here if (day := _published(corpus, a)) is not None]
    before = [a for day, a in dated if day[0] <= asked_on[1]]
    already = [f for a in before for f in _fitting(corpus, gap, a, here[a])]
    for _, article in sorted((day, a) for day, a in dated if day[0] > asked_on[1]):
        for fact in _fitting(corpus, gap, article, here[article]):
            if not any(_same(fact, old) for old in already):
                stated = corpus.by_id[article].published
                told = stated.value if stated is not None else ""
                whom = f"{entity.name}'s {gap.relative}" if gap.relative else entity.name
                yield Answer(fact, f"inferred: told of {whom} on {told}, after the gap")


def _fitting(
    corpus: Corpus, gap: Gap, article: ArticleId, sightings: list[Sighting]
) -> Iterator[Fact]:
    extract = corpus.extracts.get(article)
    for fact in extract.facts if extract is not None else ():
        if extract is None or fact.certainty in (Certainty.HEDGED, Certainty.OPINION):
            continue
        if _concerns(corpus, gap, extract, fact, sightings) and _fits(gap, fact):
            yield fact


def _concerns(
    corpus: Corpus, gap: Gap, extract: Extract, fact: Fact, sightings: list[Sighting]
) -> bool:
    """Whether a fact is about the person, or about that relative with the person named near."""
    told = fact.object.text if fact.object is not None else ""
    if gap.relative:
        near = around(extract, fact.evidence[0], 1)
        named = any(near.start <= s.start < near.end for s in sightings)
        who = told if fact.kind == "claim" else fact.subject.text
        return named and re.search(rf"\b{re.escape(gap.relative)}\b", who.lower()) is not None
    if parties.subject(corpus, fact) == gap.entity:
        return not _KIN.search(fact.subject.text)
    words = fact.object.span if fact.kind == "claim" and fact.object is not None else None
    return words is not None and any(words.start <= s.start < words.end for s in sightings)


def _fits(gap: Gap, fact: Fact) -> bool:
    """Whether a fact is of the kind that is asked for."""
    what = sort(fact)
    told = fact.object.text if fact.object is not None else ""
    if gap.asks == "where":
        if fact.kind == "claim":
            return bool(_STAY.search(told))
        arrived = what in (ARRIVING, RETURNING, DEFECTING)
        return (arrived or (what == LEAVING and told.startswith(("to ", "into ")))) and bool(told)
    if gap.asks == "fate":
        return fact.kind == "harm" or what in (DEATH, RETURNING, ARRIVING)
    if gap.asks == "number":
        return fact.kind == "quantity" and head(fact.unit or "") in stems(gap.what)
    if gap.asks == "when":
        return bool(what) and decided(fact.when)
    if gap.asks == "name":
        return fact.kind == "name"
    return gap.asks == "why" and fact.kind in ("claim", "quotation") and bool(_BECAUSE.search(told))


def _same(one: Fact, other: Fact) -> bool:
    if sort(one) and sort(other):
        return sort(one) == sort(other) and dates_agree(one.when, other.when)
    told = [stems(f.object.text) if f.object is not None else frozenset() for f in (one, other)]
    return one.kind == other.kind and told[0] == told[1]


def _published(corpus: Corpus, article: ArticleId) -> Interval | None:
    stated = corpus.by_id[article].published
    return parse(stated.value) if stated is not None else None
