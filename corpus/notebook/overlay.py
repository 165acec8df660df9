"""The notebook laid over a corpus: the reader's merges, splits and corrections, and who is hidden.

The corpus beneath is not changed, and not copied: what the reader did not touch is asked of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from corpus.model import ArticleId, Corpus, Entity, EntityId, Fact, FactId, Heading, Kind
from corpus.notebook.book import Notebook
from corpus.notebook.corrections import Facts
from corpus.notebook.finding import Finder
from corpus.notebook.people import NOT_FOUND, Who
from corpus.notebook.records import Addition, Edit, Hidden, Merge, Rejection, Split
from corpus.notebook.views import Over, Pieces

T = TypeVar("T")


def apply(corpus: Corpus, notebook: Notebook) -> Corpus:
    """`corpus` as the reader has it; itself where the notebook says nothing about it.

    Cost grows with what was merged, split and corrected, but for names and files that are not
    found by their ids, which cost one walk through all: not for the event loop.
    """
    names: tuple[Merge | Split, ...] = (*notebook.records(Merge), *notebook.records(Split))
    facts: tuple[Rejection | Edit | Addition, ...] = (
        *notebook.records(Rejection),
        *notebook.records(Edit),
        *notebook.records(Addition),
    )
    hidden = notebook.records(Hidden)
    if not names and not facts and not hidden:
        return corpus
    finder = Finder(corpus)
    who = Who(corpus, finder)
    who.lay(names)
    said = Facts(corpus, finder)
    said.lay(facts)
    unlaid = {**who.unlaid, **said.unlaid}
    away = set()
    for record in hidden:
        found = finder.entity(record.who, who.known, who.changed.values())
        if found is None:
            unlaid[record.id] = NOT_FOUND
        else:
            away.add(found.id)
    return Overlaid(corpus, who, said, frozenset(away), unlaid)


class Overlaid(Corpus):
    """A corpus with the reader's changes over it."""

    hidden: frozenset[EntityId]
    """Who must not appear in exports."""
    unlaid: Mapping[str, str]
    """Id of a record that changes nothing here → why."""
    _base: Corpus
    _who: Who
    _said: Facts

    def __init__(
        self,
        base: Corpus,
        who: Who,
        said: Facts,
        hidden: frozenset[EntityId],
        unlaid: Mapping[str, str],
    ) -> None:
        gone = frozenset(who.gone)
        touched = {s.article for e in who.changed.values() for s in e.sightings}
        about = set(who.changed) | _named_in(base, said)
        new = frozenset(id_ for id_ in who.changed if id_ not in base.entity_by_id)
        for name, value in {
            "_base": base,
            "_who": who,
            "_said": said,
            "hidden": hidden,
            "unlaid": unlaid,
            "articles": base.articles,
            "extracts": Over(base.extracts, said.extracts),
            "entities": _entities(base, who),
            "skipped": base.skipped,
            "by_id": base.by_id,
            "entity_by_id": Over(base.entity_by_id, who.changed, gone),
            "entity_of": Over(base.entity_of, who.moved),
            "entities_in": Over(base.entities_in, make=self._present, made=touched),
            "facts_about": Over(
                base.facts_about, gone=gone, make=self._about, made=about, added=new
            ),
        }.items():
            object.__setattr__(self, name, value)

    @property
    def base(self) -> Corpus:
        """The corpus beneath."""
        return self._base

    @property
    def changed(self) -> Sequence[Entity]:
        """The entities that differ from those of the corpus beneath, and the new ones."""
        return tuple(self._who.changed.values())

    @property
    def renamed(self) -> bool:
        """Whether any entity differs from those of the corpus beneath."""
        return bool(self._who.changed)

    def entity_records(self, entity: EntityId) -> tuple[str, ...]:
        """Ids of the merges and splits that made an entity what it is."""
        return self._who.records.get(entity, ())

    def fact_records(self, fact: FactId) -> tuple[str, ...]:
        """Ids of the edits or the addition that made a fact what it is."""
        return self._said.records.get(fact, ())

    @property
    def rejected(self) -> Sequence[tuple[Fact, str]]:
        """The facts that the reader rejected, each with the id of its record."""
        return tuple(self._said.rejected.values())

    @property
    def facts(self) -> Sequence[Fact]:
        """As `Corpus.facts`; articles in which nothing was corrected are not looked at."""
        base = self._base.facts
        parts: list[range | tuple[Fact, ...]] = []
        at = 0
        placed = ((self.position(id_), e) for id_, e in self._said.extracts.items())
        for place, extract in sorted((p, e) for p, e in placed if p is not None):
            first = bisect_left(base, place, key=self._position_of)
            parts += [range(at, first), extract.facts]
            at = bisect_left(base, place + 1, key=self._position_of)
        return Pieces(base, [*parts, range(at, len(base))])

    def _position_of(self, fact: Fact) -> int:
        return self.position(fact.article) or 0

    @property
    def headings(self) -> Sequence[Heading]:
        """As `Corpus.headings`."""
        return self._base.headings

    def position(self, article: ArticleId) -> int | None:
        """As `Corpus.position`."""
        return self._base.position(article)

    def rank(self, entity: EntityId) -> int | None:
        """As `Corpus.rank`."""
        found = self._who.changed.get(entity)
        if found is not None:
            return self.entities.own(found) if isinstance(self.entities, Pieces) else None
        base = self._base.rank(entity)
        return self.shifted(base) if base is not None else None

    def beside(self, base: Sequence[T], own: Callable[[Entity], T]) -> Sequence[T]:
        """For each entity what stands beside it in `base`, a sequence beside those beneath."""
        entities = self.entities
        return entities.beside(base, own) if isinstance(entities, Pieces) else base

    def shifted(self, base: int) -> int | None:
        """Where the entity stands that is at `base` beneath; None for one that was changed."""
        return self.entities.shifted(base) if isinstance(self.entities, Pieces) else base

    def positions_of(self, entity: EntityId) -> Sequence[int]:
        """As `Corpus.positions_of`."""
        found = self._who.changed.get(entity)
        if found is None:
            return () if entity in self._who.gone else self._base.positions_of(entity)
        places = {self.position(seen.article) for seen in found.sightings}
        return sorted(at for at in places if at is not None)

    def ranks(self, kind: Kind | None = None) -> Sequence[int]:
        """As `Corpus.ranks`."""
        if kind is None:
            return range(len(self.entities))
        moved = [self.shifted(at) for at in self._base.ranks(kind)]
        own = [self.rank(e.id) for e in self._who.changed.values() if e.kind is kind]
        return sorted(at for at in (*moved, *own) if at is not None)

    def counts(self, rank: int) -> tuple[int, int]:
        """As `Corpus.counts`."""
        base = self.entities.base(rank) if isinstance(self.entities, Pieces) else rank
        if base is not None:
            return self._base.counts(base)
        seen = self.entities[rank].sightings
        return len(seen), len({one.article for one in seen})

    @property
    def kinds(self) -> Counter[Kind]:
        """As `Corpus.kinds`."""
        found = Counter(self._base.kinds)
        known = self._base.entity_by_id
        found.subtract(known[e].kind for e in {*self._who.gone, *self._who.changed} if e in known)
        found.update(e.kind for e in self._who.changed.values())
        return +found

    def _present(self, article: ArticleId) -> tuple[EntityId, ...]:
        extract = self._base.extracts.get(article)
        mentions = range(len(extract.mentions)) if extract is not None else range(0)
        named = (self.entity_of.get((article, at)) for at in mentions)
        counts = Counter(e for e in named if e is not None)
        return tuple(sorted(counts, key=lambda e: (-counts[e], e)))

    def _about(self, entity: EntityId) -> tuple[Fact, ...]:
        base, corrected = self._base.facts_about, self._said.extracts
        sources = self._who.origins.get(entity, frozenset((entity,)))
        found = {
            fact.id: fact
            for source in sorted(sources)
            for fact in base.get(source, ())
            if fact.article not in corrected
        }
        facts = [*found.values(), *(f for e in corrected.values() for f in e.facts)]
        facts = [f for f in facts if self._concerns(f, entity)]
        places = {f.article: self.position(f.article) or 0 for f in facts}
        return tuple(sorted(facts, key=lambda f: (places[f.article], f.evidence[0].start)))

    def _concerns(self, fact: Fact, entity: EntityId) -> bool:
        mentions = {ref.mention for ref in fact.refs if ref.mention is not None}
        return any(self.entity_of.get((fact.article, m)) == entity for m in mentions)


def _named_in(base: Corpus, said: Facts) -> set[EntityId]:
    """The entities of articles in which facts were corrected."""
    return {e for article in said.extracts for e in base.entities_in.get(article, ())}


def _entities(base: Corpus, who: Who) -> Sequence[Entity]:
    """The entities by count of mentions: those of the corpus, with the changed ones in place."""
    if not who.changed and not who.gone:
        return base.entities
    total = len(base.entities)
    out = sorted(r for e in {*who.gone, *who.changed} if (r := base.rank(e)) is not None)
    own: dict[int, list[Entity]] = {}
    for entity in sorted(who.changed.values(), key=lambda e: (-len(e.sightings), e.name, e.id)):
        at = bisect_left(range(total), -len(entity.sightings), key=lambda r: -base.counts(r)[0])
        own.setdefault(at, []).append(entity)
    parts: list[range | tuple[Entity, ...]] = []
    start = 0
    for cut in sorted({*out, *own}):
        parts.append(range(start, cut))
        parts.append(tuple(own.get(cut, ())))
        start = cut + 1 if cut in out else cut
    return Pieces(base.entities, [*parts, range(start, total)])
