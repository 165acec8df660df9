"""Journeys: from where to where somebody went, in one statement or joined from two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.across import parties
from corpus.across.compatible import decided
from corpus.model import ArticleId, Corpus, Entity, EntityId, Fact, Place, Ref, Span

_TOWARDS = re.compile(
    r"\b(?:to|into|for|towards?|reach(?:ed|es|ing)?|enter(?:ed|s|ing)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ARRIVING = frozenset({"arrival", "return", "asylum"})
_NOBODY = frozenset("he she it they we you i who which that this these those".split())
_APART = 731
"""Days that an arrival may lie after the departure it is joined to."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A journey of `who` between two places with positions.

    `facts` are what tells it, the departure first; `basis` says how two statements were joined,
    "" for a journey that one statement tells.
    """

    who: str
    subject: EntityId | None
    origin: Entity
    target: Entity
    facts: tuple[Fact, ...]
    basis: str = ""

    @property
    def ends(self) -> tuple[Place, Place]:
        """Where it leads from and to."""
        if self.origin.place is None or self.target.place is None:
            raise ValueError("a journey between places without positions")
        return self.origin.place, self.target.place

    @property
    def told(self) -> tuple[ArticleId, Span]:
        """The article and the sentence that tell it first."""
        return self.facts[0].article, self.facts[0].evidence[0]


@dataclass(frozen=True, slots=True)
class _Half:
    fact: Fact
    origin: Entity | None
    target: Entity | None


def legs(corpus: Corpus, entity: EntityId | None, cancelled: Callable[[], bool]) -> tuple[Leg, ...]:
    """Every journey that the facts give, each once; those told most often first."""
    groups: dict[object, list[_Half]] = {}
    for fact in _moves(corpus, entity, cancelled):
        origin, target = _ends(corpus, fact)
        if origin is not None or target is not None:
            groups.setdefault(_who(corpus, fact), []).append(_Half(fact, origin, target))
    found: dict[tuple[object, EntityId, EntityId], Leg] = {}
    for key, halves in groups.items():
        for leg in _joined(corpus, halves):
            name = (key if leg.subject is None else leg.subject, leg.origin.id, leg.target.id)
            known = found.get(name)
            if known is not None:
                facts = tuple(dict.fromkeys((*known.facts, *leg.facts)))
                basis = min(known.basis, leg.basis, key=len)
                leg = Leg(leg.who, leg.subject, leg.origin, leg.target, facts, basis)
            found[name] = leg
    return tuple(sorted(found.values(), key=lambda leg: (-len(leg.facts), leg.who)))


def _moves(
    corpus: Corpus, entity: EntityId | None, cancelled: Callable[[], bool]
) -> Iterator[Fact]:
    if entity is not None:
        for fact in corpus.facts_about.get(entity, ()):
            if fact.kind == "move":
                yield fact
        return
    for article in corpus.articles:
        if cancelled():
            return
        extract = corpus.extracts.get(article.id)
        for fact in extract.facts if extract is not None else ():
            if fact.kind == "move":
                yield fact


def _who(corpus: Corpus, fact: Fact) -> object:
    """The one that moves; words such as "13 workers" mean the same within an article only."""
    known = parties.subject(corpus, fact)
    words = fact.subject.text.casefold()
    if known is not None:
        return known
    return (fact.article, fact.id if words in _NOBODY else words)


def _ends(corpus: Corpus, fact: Fact) -> tuple[Entity | None, Entity | None]:
    """From where and to where a fact says that somebody went."""
    stage = fact.detail("stage")
    arriving = stage is not None and stage.text in _ARRIVING
    leaving = stage is not None and not arriving
    origin = _placed(corpus, fact, fact.detail("from"))
    target = None
    for ref in (fact.detail("to"), fact.place):
        place = _placed(corpus, fact, ref)
        if place is None or place == origin:
            continue
        towards = _towards(corpus, fact, ref)
        if target is None and (arriving or towards or not leaving):
            target = place
        elif origin is None and leaving and place != target:
            origin = place
    return origin, None if target == origin else target


def _placed(corpus: Corpus, fact: Fact, ref: Ref | None) -> Entity | None:
    known = corpus.entity_for(fact, ref)
    return known if known is not None and known.place is not None else None


def _towards(corpus: Corpus, fact: Fact, ref: Ref | None) -> bool:
    """Whether the words before a place say that it was the goal."""
    if ref is None or ref.span is None:
        return False
    text = corpus.by_id[fact.article].text
    return bool(_TOWARDS.search(text[max(0, ref.span.start - 24) : ref.span.start]))


def _joined(corpus: Corpus, halves: list[_Half]) -> Iterator[Leg]:
    """Journeys told whole, then departures with the arrival that follows each."""
    for half in halves:
        if half.origin is not None and half.target is not None:
            yield _leg(corpus, (half.fact,), half.origin, half.target, "")
    goals = [half for half in halves if half.target is not None and half.origin is None]
    for half in halves:
        if half.origin is None or half.target is not None:
            continue
        origin = half.origin
        fitting = [
            goal for goal in goals
            if goal.target is not None and goal.target != origin and not _home(goal.fact)
            and _follows(corpus, half.fact, goal.fact)
        ]  # fmt: skip
        if fitting:
            goal = min(fitting, key=lambda one: _rank(half.fact, one))
            if goal.target is not None:
                told = (parties.words(half.fact), parties.words(goal.fact))
                basis = "Two statements joined: “{}” and “{}” (inferred)".format(*told)
                yield _leg(corpus, (half.fact, goal.fact), origin, goal.target, basis)


def _leg(
    corpus: Corpus, facts: tuple[Fact, ...], origin: Entity, target: Entity, basis: str
) -> Leg:
    subject = parties.subject(corpus, facts[0])
    who = corpus.entity_by_id[subject].name if subject is not None else facts[0].subject.text
    return Leg(" ".join(who.split()), subject, origin, target, facts, basis)


def _follows(corpus: Corpus, departure: Fact, arrival: Fact) -> bool:
    """Whether an arrival may end the journey that a departure begins.

    An undated one may in the same article, and in one that was published later than the departure.
    """
    left, came = departure.when, arrival.when
    if departure.article == arrival.article and not (decided(left) and decided(came)):
        return True
    if left is None or left.first is None:
        return False
    if came is None or not decided(came):
        published = corpus.by_id[arrival.article].published
        return published is not None and published.value[:4] >= f"{left.first.year:04}"
    if left.first is None or left.last is None or came.first is None or came.last is None:
        return False
    return came.last >= left.first and (came.first - left.last).days <= _APART


def _home(fact: Fact) -> bool:
    stage = fact.detail("stage")
    return stage is not None and stage.text == "return"


def _rank(departure: Fact, goal: _Half) -> tuple[bool, bool, bool, int, int]:
    """The same article first, arrivals told as such, then dated ones, cities, the nearest."""
    stage, place = goal.fact.detail("stage"), goal.target.place if goal.target else None
    away = abs(goal.fact.evidence[0].start - departure.evidence[0].start)
    city = place is not None and place.feature == "city"
    return (
        goal.fact.article != departure.article,
        stage is None,
        not decided(goal.fact.when),
        0 if city else 1,
        away,
    )
