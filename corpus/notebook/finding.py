"""From records to what they are about in a corpus, and from the corpus to records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice

from corpus.model import Article, ArticleId, Corpus, Entity, EntityId, Fact, Kind, Span
from corpus.names.fold import fold
from corpus.notebook.anchors import anchor, place
from corpus.notebook.records import Named, Passage, Statement
from corpus.notebook.tidy import tidy

_SEEN = 5
"""Articles by which an entity is told from others of its name."""
_SPELLINGS = 12
_TWINS = 50
"""Entities of one name that are looked at."""


def named(corpus: Corpus, entity: Entity) -> Named:
    """How a record names `entity`."""
    articles = islice(dict.fromkeys(s.article for s in entity.sightings), _SEEN)
    return Named(
        entity.kind,
        tidy(entity.name),
        tuple(map(tidy, entity.spellings[:_SPELLINGS])),
        tuple(tidy(corpus.by_id[a].path) for a in articles if a in corpus.by_id),
    )


def statement(corpus: Corpus, fact: Fact) -> Statement:
    """How a record names `fact`."""
    return Statement(
        fact.kind,
        tidy(fact.relation),
        anchor(corpus.by_id[fact.article], fact.evidence[0]),
        tidy(fact.subject.text),
        tidy(fact.object.text) if fact.object is not None else "",
    )


def slug(kind: Kind, name: str) -> EntityId:
    """The id of the first entity of that name, as `corpus.names.resolve` gives it."""
    words = re.sub(r"\s+", "-", fold(name))
    return EntityId(f"{kind.value}:{words or 'unnamed'}")


class Finder:
    """Looks records up in one corpus. Walks through all of it only where ids do not help."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._paths: dict[str, ArticleId] | None = None
        self._spelt: dict[tuple[Kind, str], list[EntityId]] | None = None

    def article(self, passage: Passage) -> Article | None:
        """The article of a passage: by its content, else by its path."""
        by_id = self._corpus.by_id
        found: Article | None = None
        if passage.digest:
            first = passage.digest[:12]
            for number in range(1, _TWINS):
                twin = by_id.get(ArticleId(first if number == 1 else f"{first}-{number}"))
                if twin is None:
                    break
                if tidy(twin.path) == passage.path:
                    return twin
                found = found or twin
        if found is not None and found.digest == passage.digest:
            return found
        if self._paths is None:
            self._paths = {tidy(one.path): one.id for one in self._corpus.headings}
        at = self._paths.get(passage.path)
        return by_id[at] if at is not None else found

    def place(self, passage: Passage) -> tuple[Article, Span] | None:
        """Where a passage stands now."""
        article = self.article(passage)
        span = place(passage, article) if article is not None else None
        return (article, span) if article is not None and span is not None else None

    def entity(
        self, name: Named, known: Callable[[EntityId], Entity | None], others: Iterable[Entity]
    ) -> Entity | None:
        """The entity that is meant, among those of the corpus that are `known`, and `others`."""
        first = slug(name.kind, name.name)
        made = [e for e in others if e.kind is name.kind and _bears(e, name.name)]
        found: list[Entity] = []
        for number in range(1, _TWINS):
            id_ = first if number == 1 else EntityId(f"{first}~{number}")
            if id_ not in self._corpus.entity_by_id:
                break
            entity = known(id_)
            if entity is not None:
                found.append(entity)
        if not found and not made:
            found = [e for id_ in self._by_spelling(name) if (e := known(id_)) is not None]
        found += [e for e in made if e not in found]
        if len(found) < 2:
            return found[0] if found else None
        paths = {tidy(p) for p in name.seen}
        return max(found, key=lambda e: self._likeness(e, name, paths))

    def _likeness(self, entity: Entity, name: Named, paths: set[str]) -> tuple[int, int, int]:
        by_id = self._corpus.by_id
        articles = {s.article for s in entity.sightings} if paths else set()
        shared = sum(tidy(by_id[a].path) in paths for a in articles if a in by_id)
        spelt = len(set(name.spellings) & set(entity.spellings))
        return shared, spelt, len(entity.sightings)

    def _by_spelling(self, name: Named) -> list[EntityId]:
        if self._spelt is None:
            self._spelt = {}
            for entity in self._corpus.entities:
                for spelling in {entity.name, *entity.spellings}:
                    self._spelt.setdefault((entity.kind, fold(spelling)), []).append(entity.id)
        return self._spelt.get((name.kind, fold(name.name)), [])


def _bears(entity: Entity, name: str) -> bool:
    return fold(name) in {fold(entity.name), *map(fold, entity.spellings)}
