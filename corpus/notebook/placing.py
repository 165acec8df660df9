"""Where notes, tags and marks stand in a corpus: at which passage, name or fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corpus.model import ArticleId, Corpus, EntityId, FactId, Span
from corpus.notebook.anchors import CHANGED
from corpus.notebook.corrections import find_fact
from corpus.notebook.finding import Finder
from corpus.notebook.overlay import Overlaid
from corpus.notebook.people import NOT_FOUND
from corpus.notebook.records import Mark, Named, Note, Passage, Statement, Tag

Placeable = Note | Tag | Mark
Spot = tuple[ArticleId, Span]


@dataclass(frozen=True, slots=True)
class Placed:
    """Records by what they are on, oldest first."""

    passages: Mapping[ArticleId, tuple[tuple[Span, Placeable], ...]] = field(default_factory=dict)
    """Those on an article as a whole have an empty span."""
    names: Mapping[EntityId, tuple[Placeable, ...]] = field(default_factory=dict)
    facts: Mapping[FactId, tuple[Placeable, ...]] = field(default_factory=dict)
    where: Mapping[str, Spot] = field(default_factory=dict)
    """Id of a record on a passage or a fact → where its words stand."""
    who: Mapping[str, EntityId] = field(default_factory=dict)
    """Id of a record on a name → the name."""
    lost: Mapping[str, str] = field(default_factory=dict)
    """Id of a record that cannot be placed → why."""

    @property
    def any(self) -> bool:
        """Whether anything is placed at all."""
        return bool(self.passages or self.names or self.facts)


class Placer:
    """Places records in one corpus, and remembers where those stand that it has seen."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        laid = corpus if isinstance(corpus, Overlaid) else None
        self._finder = Finder(corpus)
        self._changed = laid.changed if laid is not None else ()
        self._names: dict[Named, EntityId | None] = {}
        self._passages: dict[Passage, Spot | None] = {}
        self._facts: dict[Statement, FactId | None] = {}

    def place(self, records: Iterable[Placeable]) -> Placed:
        """Where `records` stand now. Reads articles: not for the event loop."""
        passages: dict[ArticleId, list[tuple[Span, Placeable]]] = {}
        names: dict[EntityId, list[Placeable]] = {}
        facts: dict[FactId, list[Placeable]] = {}
        where: dict[str, Spot] = {}
        who: dict[str, EntityId] = {}
        lost: dict[str, str] = {}
        for record in records:
            on = record.on
            if isinstance(on, Named):
                entity = self._name(on)
                if entity is None:
                    lost[record.id] = NOT_FOUND
                else:
                    who[record.id] = entity
                    names.setdefault(entity, []).append(record)
                continue
            found = self._passage(on.evidence if isinstance(on, Statement) else on)
            if found is None:
                lost[record.id] = CHANGED
                continue
            where[record.id] = found
            if isinstance(on, Passage):
                passages.setdefault(found[0], []).append((found[1], record))
                continue
            fact = self._fact(on, found)
            if fact is None:
                lost[record.id] = "this fact is not found here any more"
            else:
                facts.setdefault(fact, []).append(record)
        return Placed(
            {article: tuple(ones) for article, ones in passages.items()},
            {entity: tuple(ones) for entity, ones in names.items()},
            {fact: tuple(ones) for fact, ones in facts.items()},
            where,
            who,
            lost,
        )

    def _name(self, on: Named) -> EntityId | None:
        if on not in self._names:
            entity = self._finder.entity(on, self.corpus.entity_by_id.get, self._changed)
            self._names[on] = entity.id if entity is not None else None
        return self._names[on]

    def _passage(self, on: Passage) -> Spot | None:
        if on not in self._passages:
            found = self._finder.place(on)
            self._passages[on] = (found[0].id, found[1]) if found is not None else None
        return self._passages[on]

    def _fact(self, on: Statement, spot: Spot) -> FactId | None:
        if on not in self._facts:
            extract = self.corpus.extracts.get(spot[0])
            fact = find_fact(extract.facts if extract is not None else (), on, spot[1])
            self._facts[on] = fact.id if fact is not None else None
        return self._facts[on]
