"""Names that match what was typed: by the index of all spellings once it is there.

Until then by words first, near spellings after them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from corpus.model import Corpus, Entity
from corpus.names.fold import fold
from corpus.store.lazy import Stored
from corpus.store.rows import words_of

if TYPE_CHECKING:
    from corpus.names.index import Hit, NameIndex
    from tui.notes.looked import Looked

_NEAR = 78.0
"""The least likeness, out of 100, of a name that holds none of the words typed."""
_MOST = 500
"""Names that the index may find among all; nobody reads further down."""
_ENOUGH = 5000
"""Names that it may find where only some of them are wanted."""
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
    """The place of an entity that matches, and how the index found it, where it was the index."""

    rank: int
    hit: Hit | None = None


class Names:
    """Entities of a corpus made ready to be searched again with every letter typed."""

    def __init__(
        self,
        corpus: Corpus,
        ranks: Sequence[int] | None = None,
        index: NameIndex | Looked | None = None,
    ) -> None:
        """`index` is over all entities; those at `ranks` are searched, all where it is None."""
        self._corpus = corpus
        self._ranks = range(len(corpus.entities)) if ranks is None else ranks
        self._members = None if ranks is None or isinstance(ranks, range) else set(ranks)
        self._index = index
        self._folded: Sequence[str] | None = None

    def search(self, words: str) -> Sequence[Found]:
        """The entities that `words` may mean, best first; all of them where nothing is asked.

        With an index, good matches, then whatever else holds the words typed, and what is far off
        only where there is neither.
        """
        if self._index is None:
            if not fold(words):
                return Everyone(self._ranks)
            return [Found(at) for at in self._simple(words, near=True)]
        from corpus.names.query import parse

        asked = parse(words)
        if not (asked.kind or asked.phrases or asked.terms):
            return Everyone(self._ranks)
        most = len(self._corpus.entities) if self._members is not None else _MOST
        hits = [
            Found(hit.entry, hit)
            for hit in self._index.search(words, min(most, _ENOUGH))
            if self._members is None or hit.entry in self._members
        ]
        if asked.kind or asked.terms or len(asked.phrases) != 1:
            return hits
        good = [one for one in hits if one.hit is not None and one.hit.score >= self._index.GOOD]
        there = {one.rank: one for one in hits}
        seen = {one.rank for one in good}
        for at in self._simple(words, near=False):
            if at not in seen:
                good.append(there.get(at, Found(at)))
        return good or hits

    def _simple(self, words: str, near: bool) -> list[int]:
        """The ranks of entities whose spellings hold all of `words`; then, if wished, near ones.

        A word counts most at the beginning of a name, less at the beginning of one of its words,
        least within. Near spellings are looked for from three letters on.
        """
        query = fold(words)
        if not query:
            return list(self._ranks) if near else []
        if self._folded is None:
            self._folded = _folded(self._corpus, self._ranks)
        wanted = query.split()
        ranked: list[tuple[int, int]] = []
        rest: dict[int, str] = {}
        for at, names in zip(self._ranks, self._folded, strict=True):
            if all(word in names for word in wanted):
                ranked.append((_rank(names, query, wanted), at))
            else:
                rest[at] = names
        ranked.sort()
        found = [at for _, at in ranked]
        if near and len(query) >= 3:
            found += self._near(query, rest)
        return found

    @staticmethod
    def _near(query: str, rest: dict[int, str]) -> list[int]:
        from rapidfuzz import fuzz, process

        near = process.extract(
            query, rest, scorer=fuzz.partial_ratio, score_cutoff=_NEAR, limit=_LIMIT
        )
        return [at for _, _, at in near]


class Everyone(Sequence[Found]):
    """All entities at some ranks, in their order."""

    def __init__(self, ranks: Sequence[int]) -> None:
        self._ranks = ranks

    def __len__(self) -> int:
        return len(self._ranks)

    @overload
    def __getitem__(self, at: int) -> Found: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Found, ...]: ...
    def __getitem__(self, at: int | slice) -> Found | tuple[Found, ...]:
        if isinstance(at, slice):
            return tuple(map(Found, self._ranks[at]))
        return Found(self._ranks[at])

    def item_of(self, rank: int) -> int:
        """The item at which an entity stands, 0 where it does not."""
        return self._ranks.index(rank) if rank in self._ranks else 0


def _folded(corpus: Corpus, ranks: Sequence[int]) -> Sequence[str]:
    """The folded names of the entities at `ranks`, a name a line."""
    base = corpus.base
    if isinstance(base, Stored):
        stored: Sequence[str] = base.folded()
        if corpus is not base:
            from corpus.notebook.overlay import Overlaid

            if isinstance(corpus, Overlaid):
                stored = corpus.beside(stored, _names_of)
        return stored if isinstance(ranks, range) else [stored[at] for at in ranks]
    entities = corpus.entities
    return [_names_of(entities[at]) for at in ranks]


def _names_of(entity: Entity) -> str:
    return "\n".join(dict.fromkeys(fold(one) for one in (entity.name, *entity.spellings)))


def list_lines(corpus: Corpus) -> Sequence[str]:
    """For each article the words that a list of articles may be filtered by, folded."""
    base = corpus.base
    if isinstance(base, Stored):
        return base.folded_headings()
    from tui.render import inert  # loads the toolkit, which `dateline who` does without

    return [fold(" ".join(inert(word) for word in words_of(one))) for one in corpus.headings]


def _rank(names: str, query: str, wanted: list[str]) -> int:
    if names.startswith(query) or f"\n{query}" in names:
        return 0
    padded = " " + names.replace("\n", " ")
    return 1 if all(f" {word}" in padded for word in wanted) else 2
