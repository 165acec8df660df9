"""Names that match what was typed: by words first, near spellings after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.model import Corpus, Entity
from corpus.names.fold import fold

if TYPE_CHECKING:
    from corpus.names.index import NameIndex

_NEAR = 78.0
"""The least likeness, out of 100, of a name that holds none of the words typed."""
_LIMIT = 200
"""Near spellings that are looked at, most named first."""


def index_of(corpus: Corpus) -> NameIndex:
    """An index whose entries are the entities of `corpus`; slow, not for the event loop."""
    from corpus.names.index import Entry, build

    return build(
        [
            Entry(entity.name, entity.spellings, entity.kind, len(entity.sightings))
            for entity in corpus.entities
        ]
    )


class Names:
    """Entities made ready to be searched again with every letter typed."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._entities = entities
        self._folded: list[str] | None = None

    def search(self, words: str) -> tuple[Entity, ...]:
        """The entities whose spellings hold all of `words`, then those that come near; best first.

        A word counts most at the beginning of a name, less at the beginning of one of its words,
        least within. Near spellings are looked for from three letters on.
        """
        query = fold(words)
        if not query:
            return self._entities
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
        if len(query) >= 3:
            found += self._near(query, rest)
        return tuple(self._entities[at] for at in found)

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
