"""Slots for which articles tell values that cannot both be true.

A false disagreement accuses an author, so what may speak of two things is left alone: sources that
tell both values, namesakes in unrelated articles, numbers of different times.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import combinations

from corpus.across.compatible import dates_agree, decided, gap
from corpus.across.origins import Origins, origins
from corpus.across.slots import slots
from corpus.across.stems import likeness
from corpus.across.told import Told, agree, places_agree
from corpus.language.intervals import parse
from corpus.model import ArticleId, Corpus, EntityId, Span, When

_LIKE = 0.5
"""Share of the telling words that two sentences on one matter have in common."""
_MOST = 200
"""Values of one slot that are compared with each other; more are no slot with one value."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value, everyone who tells it, and from how many origins."""

    text: str
    told: tuple[Told, ...]
    origins: int

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that tell it, each once."""
        return tuple(dict.fromkeys(told.article for told in self.told))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A slot with all its values, from most to fewest origins; at least two exclude each other."""

    slot: str
    subject: str
    entity: EntityId | None
    values: tuple[Value, ...]
    articles: int
    origins: int

    @property
    def question(self) -> str:
        """The disagreement in a line."""
        told = " or ".join(value.text for value in self.values)
        return f"{self.subject}, {self.slot}: {told}?"


def disagreements(corpus: Corpus, copies: Origins | None = None) -> tuple[Disagreement, ...]:
    """Everything on which articles disagree; `copies` spares looking for near-copies again."""
    boxes: dict[Hashable, list[Told]] = {}
    for article in corpus.articles:
        extract = corpus.extracts.get(article.id)
        if extract is not None:
            for told in slots(corpus, article, extract):
                boxes.setdefault(told.slot, []).append(told)
    open_slots = [box for box in boxes.values() if _may_differ(box)]
    if not open_slots:
        return ()
    known = copies if copies is not None else origins(corpus)
    found: dict[tuple[object, ...], Disagreement] = {}
    for box in open_slots:
        for group in _conflicts(corpus, box):
            made = _disagreement(group, known)
            found.setdefault(_identity(made), made)
    return tuple(sorted(found.values(), key=lambda d: (-d.origins, d.subject, d.slot)))


def _identity(found: Disagreement) -> tuple[object, ...]:
    """A count pinned down by two names of the sentence is one disagreement, not two."""
    sentences: frozenset[tuple[ArticleId, tuple[Span, ...]]] = frozenset(
        (told.article, told.evidence) for value in found.values for told in value.told
    )
    return found.slot, sentences


def _may_differ(box: list[Told]) -> bool:
    return len({t.value for t in box}) > 1 and len({t.article for t in box}) > 1


def _conflicts(corpus: Corpus, box: list[Told]) -> Iterator[list[list[Told]]]:
    """Groups of values that speak of one thing, where at least two exclude each other."""
    values: dict[Hashable, list[Told]] = {}
    for told in _single(box):
        values.setdefault((told.value, told.scene, told.matter), []).append(told)
    listed = list(values.values())[:_MOST]
    linked: dict[int, set[int]] = {n: set() for n in range(len(listed))}
    clashing: set[int] = set()
    for (a, one), (b, other) in combinations(enumerate(listed), 2):
        if not _one_thing(corpus, one, other):
            continue
        linked[a].add(b)
        linked[b].add(a)
        if not agree(one[0], other[0]):
            clashing |= {a, b}
    seen: set[int] = set()
    for start in sorted(clashing):
        if start in seen:
            continue
        group, todo = set(), [start]
        while todo:
            at = todo.pop()
            if at not in group:
                group.add(at)
                todo.extend(linked[at])
        seen |= group
        yield [listed[at] for at in sorted(group)]


def _single(box: list[Told]) -> list[Told]:
    """What is told by articles that tell one value: one that tells two speaks of two things."""
    told: dict[ArticleId, list[Told]] = {}
    for one in box:
        told.setdefault(one.article, []).append(one)
    return [
        one
        for group in told.values()
        if all(agree(a, b) for a, b in combinations(group[:20], 2))
        for one in group
    ]


def _one_thing(corpus: Corpus, one: list[Told], other: list[Told]) -> bool:
    """Whether two values are surely told of the same thing."""
    a, b = one[0], other[0]
    if {t.article for t in one} & {t.article for t in other}:
        return False
    if not places_agree(a.scene, b.scene) or (a.scene is None) != (b.scene is None):
        return False
    if a.when is not None and b.when is not None and a.reach is not None:
        return gap(a.when, b.when) <= a.reach and _related(corpus, one, other)
    if a.nouns and b.nouns and not (a.nouns <= b.nouns or b.nouns <= a.nouns):
        return False
    if not _one_matter(a, b):
        return False
    if a.span is not None and not any(_same_time(corpus, s, t) for s in one for t in other):
        return False
    return _related(corpus, one, other)


def _one_matter(one: Told, other: Told) -> bool:
    if one.matter is None or other.matter is None:
        return True
    common = len(one.matter & other.matter)
    return common >= 3 and likeness(one.matter, other.matter) >= _LIKE


def _same_time(corpus: Corpus, one: Told, other: Told) -> bool:
    """Whether both numbers are told of the same time."""
    dates = [t.fact.when if t.fact is not None else None for t in (one, other)]
    if decided(dates[0]) and decided(dates[1]):
        return dates_agree(dates[0], dates[1])
    here, there = (_published(corpus, t.article) for t in (one, other))
    if here is None or there is None or one.span is None:
        return False
    return gap(here, there) <= one.span


def _published(corpus: Corpus, article: ArticleId) -> When | None:
    """When an article was published, None unless the month is known."""
    stated = corpus.by_id[article].published
    found = parse(stated.value) if stated is not None else None
    if found is None or (found[1] - found[0]).days > 31:
        return None
    return When(*found, "", Span(0, 0))


def _related(corpus: Corpus, one: list[Told], other: list[Told]) -> bool:
    """Whether articles share a further name, so that hardly two namesakes are meant."""
    own = {told.place[0] for told in (one[0], other[0]) if told.place is not None}
    own.add(one[0].entity or "")
    for a in one[:5]:
        here = set(corpus.entities_in.get(a.article, ())) - own
        for b in other[:5]:
            there = set(corpus.entities_in.get(b.article, ())) - own
            if not here or not there or here & there:
                return True
    return False


def _disagreement(group: list[list[Told]], copies: Origins) -> Disagreement:
    merged: dict[Hashable, list[Told]] = {}
    for told in (one for value in group for one in value):
        merged.setdefault(told.value, []).append(told)
    values = [
        Value(told[0].text, tuple(told), copies.count(t.article for t in told))
        for told in merged.values()
    ]
    values.sort(key=lambda v: (-v.origins, v.text))
    articles = {t.article for value in values for t in value.told}
    first = group[0][0]
    return Disagreement(
        first.label, first.subject, first.entity, tuple(values), len(articles),
        copies.count(articles),
    )  # fmt: skip
