"""Names that match what was typed: by the index of all spellings once it is there.

Until then by words first, near spellings after them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.model import Corpus, Entity
from corpus.names.fold import fold
from corpus.store.lazy import Stored

if TYPE_CHECKING:
    from corpus.names.index import Hit, NameIndex

_NEAR = 78.0
"""The least likeness, out of 100, of a name that holds none of the words typed."""
_LIMIT = 200
"""Near spellings that are looked at, most named first."""


def index_of(corpus: Corpus) -> NameIndex:
    """An index whose entries are the entities of `corpus`; slow, not for the event loop."""
    if isinstance(corpus, Stored) and (stored := corpus.name_index()) is not None:
        return stored
    from corpus.names.index import Entry, build

    return build(
        [
            Entry(entity.name, entity.spellings, entity.kind, len(entity.sightings))
            for entity in corpus.entities
        ]
    )


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that matches, and how the index found it, where it was the index."""

    entity: Entity
    hit: Hit | None = None


class Names:
    """Entities made ready to be searched again with every letter typed."""

    def __init__(
        self,
        entities: tuple[Entity, ...],
        index: NameIndex | None = None,
        indexed: tuple[Entity, ...] | None = None,
    ) -> None:
        """`index` is over `indexed`, of which `entities` are some or, where it is None, all."""
        self._entities = entities
        self._index = index
        self._indexed = entities if indexed is None else indexed
        self._members = {entity.id for entity in entities}
        self._folded: list[str] | None = None

    def search(self, words: str) -> tuple[Found, ...]:
        """The entities that `words` may mean, best first; all of them where nothing is asked.

        With an index, good matches, then whatever else holds the words typed, and what is far off
        only where there is neither.
        """
        if self._index is None:
            return tuple(Found(self._entities[at]) for at in self._simple(words, near=True))
        from corpus.names.query import parse

        asked = parse(words)
        if not (asked.kind or asked.phrases or asked.terms):
            return tuple(map(Found, self._entities))
        hits = [
            Found(entity, hit)
            for hit in self._index.search(words, len(self._indexed))
            if (entity := self._indexed[hit.entry]).id in self._members
        ]
        if asked.kind or asked.terms or len(asked.phrases) != 1:
            return tuple(hits)
        good = [one for one in hits if one.hit is not None and one.hit.score >= self._index.GOOD]
        there = {one.entity.id: one for one in hits}
        seen = {one.entity.id for one in good}
        for at in self._simple(words, near=False):
            entity = self._entities[at]
            if entity.id not in seen:
                good.append(there.get(entity.id, Found(entity)))
        return tuple(good or hits)

    def _simple(self, words: str, near: bool) -> list[int]:
        """The places of entities whose spellings hold all of `words`; then, if wished, near ones.

        A word counts most at the beginning of a name, less at the beginning of one of its words,
        least within. Near spellings are looked for from three letters on.
        """
        query = fold(words)
        if not query:
            return list(range(len(self._entities))) if near else []
        if self._folded is None:
            self._folded = [
                "\n".join(dict.fromkeys(fold(one) for one in (entity.name, *entity.spellings)))
                for entity in self._entities
            ]
        wanted = query.split()
        ranked: list[tuple[int, int]] = []
        rest: list[int] = []
        for at, names in enumerate(self._folded):
            if all(word in names for word in wanted):
                ranked.append((_rank(names, query, wanted), at))
            else:
                rest.append(at)
        ranked.sort()
        found = [at for _, at in ranked]
        if near and len(query) >= 3:
            found += self._near(query, rest)
        return found

    def _near(self, query: str, rest: list[int]) -> list[int]:
        from rapidfuzz import fuzz, process

        folded = self._folded or []
        choices = {at: folded[at] for at in rest}
        near = process.extract(
            query, choices, scorer=fuzz.partial_ratio, score_cutoff=_NEAR, limit=_LIMIT
        )
        return [at for _, _, at in near]


def _rank(names: str, query: str, wanted: list[str]) -> int:
    if names.startswith(query) or f"\n{query}" in names:
        return 0
    padded = " " + names.replace("\n", " ")
    return 1 if all(f" {word}" in padded for word in wanted) else 2
