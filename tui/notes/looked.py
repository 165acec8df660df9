"""Looking names up where the reader joined or split some of them."""

from __future__ import annotations

from copy import copy
from functools import cached_property

from corpus.names.index import Entry, Hit, NameIndex, build
from corpus.notebook.overlay import Overlaid


class Looked:
    """The index over the names of a corpus, answering for the same corpus as the reader has it."""

    def __init__(self, index: NameIndex, corpus: Overlaid) -> None:
        self.GOOD = index.GOOD
        self._index = index
        self._corpus = corpus

    @cached_property
    def _own(self) -> NameIndex:
        return build(
            [Entry(e.name, e.spellings, e.kind, len(e.sightings)) for e in self._corpus.changed]
        )

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """As `NameIndex.search`; the entries are those of the corpus as the reader has it."""
        corpus = self._corpus
        found: list[Hit] = []
        for hit in self._index.search(query, limit):
            found += _moved(hit, corpus.shifted(hit.entry))
        for hit in self._own.search(query, limit):
            found += _moved(hit, corpus.rank(corpus.changed[hit.entry].id))
        return sorted(found, key=lambda hit: -hit.score)[:limit]


def _moved(hit: Hit, rank: int | None) -> list[Hit]:
    if rank is None:
        return []
    moved = copy(hit)
    moved.entry = rank
    return [moved]
