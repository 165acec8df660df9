"""The model read from the store as it is asked for: sequences and mappings over rows.

Each holds a few recent items and nothing else; equal to the plain tuples and dictionaries that
`corpus.build` makes of the same files.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from corpus import codec
from corpus.model import (
    Article,
    ArticleId,
    Corpus,
    Entity,
    EntityId,
    Extract,
    Fact,
    Heading,
    Kind,
    Sighting,
    Skipped,
)
from corpus.store.rows import to_article, to_extract, to_facts
from corpus.store.shelf import Shelf

if TYPE_CHECKING:
    from corpus.names.index import NameIndex

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")

_PAGE = 64
KINDS = tuple(Kind)


class Items(Sequence[T], Generic[T]):
    """`count` items of which `fetch(first, last)` gives any run; recent runs are kept."""

    def __init__(
        self, count: int, fetch: Callable[[int, int], list[T]], page: int = _PAGE, keep: int = 8
    ) -> None:
        self._count = count
        self._fetch = fetch
        self._page = page
        self._recent: Recent[int, list[T]] = Recent(keep)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(self._count)[at])
        at = range(self._count)[at]
        page, offset = divmod(at, self._page)
        return self._run(page)[offset]

    def __iter__(self) -> Iterator[T]:
        for page in range(-(-self._count // self._page)):
            yield from self._run(page)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._count} items)"

    def _run(self, page: int) -> list[T]:
        run = self._recent.get(page)
        if run is None:
            first = page * self._page
            run = self._fetch(first, min(first + self._page, self._count))
            self._recent.put(page, run)
        return run


class Recent(Generic[K, V]):
    """The last items that were asked for."""

    def __init__(self, keep: int) -> None:
        self._keep = keep
        self._items: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """The item, if it is among them."""
        return self._items.get(key)

    def put(self, key: K, value: V) -> None:
        """Keep an item; the oldest makes room."""
        self._items[key] = value
        if len(self._items) > self._keep:
            # Another thread may have made room meanwhile.
            self._items.pop(next(iter(self._items)), None)


class Lookup(Mapping[K, V], Generic[K, V]):
    """A mapping whose keys are those of `keys()`, and whose values `find` gives or None."""

    def __init__(
        self,
        count: Callable[[], int],
        keys: Callable[[], Iterator[K]],
        find: Callable[[K], V | None],
        keep: int = 32,
    ) -> None:
        self._count = count
        self._keys = keys
        self._find = find
        self._recent: Recent[K, V] = Recent(keep)

    def __len__(self) -> int:
        return self._count()

    def __iter__(self) -> Iterator[K]:
        return self._keys()

    def __getitem__(self, key: K) -> V:
        found = self._recent.get(key)
        if found is None:
            found = self._find(key)
            if found is None:
                raise KeyError(key)
            self._recent.put(key, found)
        return found

    def __contains__(self, key: object) -> bool:
        return self.get(cast("K", key)) is not None


class Stored(Corpus):
    """A corpus whose parts are read from a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        reader = _Reader(shelf)
        for name, value in {
            "_reader": reader,
            "articles": reader.articles,
            "extracts": reader.extracts,
            "entities": reader.entities,
            "skipped": reader.skipped,
            "by_id": reader.by_id,
            "entity_by_id": reader.entity_by_id,
            "entity_of": reader.entity_of,
            "entities_in": reader.entities_in,
            "facts_about": reader.facts_about,
        }.items():
            object.__setattr__(self, name, value)

    _reader: _Reader

    @property
    def mark(self) -> str:
        """As `Snapshot.mark`."""
        return str(self._reader.shelf.said["mark"])

    @property
    def facts(self) -> Sequence[Fact]:
        """As `Corpus.facts`, an article at a time."""
        return self._reader.facts

    @property
    def headings(self) -> Sequence[Heading]:
        """As `Corpus.headings`, from rows that hold nothing else."""
        return self._reader.headings

    def position(self, article: ArticleId) -> int | None:
        """As `Corpus.position`, by an index."""
        return self._reader.position(article)

    def rank(self, entity: EntityId) -> int | None:
        """As `Corpus.rank`, by an index."""
        return self._reader.rank(entity)

    def positions_of(self, entity: EntityId) -> Sequence[int]:
        """As `Corpus.positions_of`, from the sightings of the entity alone."""
        rank = self._reader.rank(entity)
        return [] if rank is None else sorted(set(self._reader.sightings(rank)[::4]))

    def ranks(self, kind: Kind | None = None) -> Sequence[int]:
        """As `Corpus.ranks`, from one array."""
        if kind is None:
            return range(len(self.entities))
        code = KINDS.index(kind)
        return [at for at, one in enumerate(self._reader.kinds) if one == code]

    def counts(self, rank: int) -> tuple[int, int]:
        """As `Corpus.counts`, from one array."""
        counts = self._reader.counts
        return counts[2 * rank], counts[2 * rank + 1]

    def kinds_in(self, article: ArticleId) -> Counter[Kind]:
        """As `Corpus.kinds_in`, without reading an entity."""
        kinds = self._reader.kinds
        return Counter(KINDS[kinds[at]] for at in self._reader.within(article))

    @property
    def kinds(self) -> Counter[Kind]:
        """As `Corpus.kinds`, from one array."""
        found = self._reader.kinds
        return Counter({k: n for at, k in enumerate(KINDS) if (n := found.count(at))})

    def name_index(self) -> NameIndex | None:
        """The index over the names of `entities`, None where it is not made yet."""
        found: NameIndex | None = self._reader.shelf.load_names()
        return found

    def folded_headings(self) -> list[str]:
        """For each article what a list may be filtered by, folded."""
        return self._reader.folded_headings

    def folded(self) -> list[str]:
        """For each entity its names, folded, a line each: what simple filters look through."""
        return self._reader.folded


class _Reader:
    """Rows to objects; `shelf` says what to do where a row is damaged."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        said = shelf.said
        count, found = said["articles"], said["found"]
        self.articles: Sequence[Article] = Items(count, self._articles, page=1, keep=64)
        self.headings: Sequence[Heading] = Items(count, self._headings)
        self.entities: Sequence[Entity] = Items(said["entities"], self._entities)
        self.facts: Sequence[Fact] = Facts(said["facts"], self._fact_counts, self._facts_at)
        self.skipped: Sequence[Skipped] = Items(
            said["skipped"], self._skipped, page=max(1, said["skipped"])
        )
        self.by_id: Mapping[ArticleId, Article] = Lookup(
            lambda: count, lambda: iter(self.ids), self._article_by_id
        )
        self.extracts: Mapping[ArticleId, Extract] = Lookup(
            lambda: found, self._found_ids, self._extract
        )
        self.entity_by_id: Mapping[EntityId, Entity] = Lookup(
            lambda: said["entities"], self._entity_ids, self._entity_by_id, 256
        )
        self.entity_of: Mapping[tuple[ArticleId, int], EntityId] = Lookup(
            lambda: sum(1 for _ in self._named_mentions()), self._named_mentions, self._owner, 1024
        )
        self.entities_in: Mapping[ArticleId, tuple[EntityId, ...]] = Lookup(
            lambda: sum(1 for _ in self._naming_ids()), self._naming_ids, self._entities_in
        )
        self.facts_about: Mapping[EntityId, Sequence[Fact]] = Lookup(
            lambda: sum(1 for _ in self._factual()), self._factual, self._facts_about
        )
        self._named: Recent[int, array[int]] = Recent(32)
        self._seen: Recent[int, array[int]] = Recent(16)

    # What is there as a whole

    @cached_property
    def ids(self) -> list[ArticleId]:
        """The id of each article, in their order."""
        return [ArticleId(row[0]) for row in self.shelf.rows(
            "SELECT id FROM listed ORDER BY position"
        )]  # fmt: skip

    @cached_property
    def kinds(self) -> bytes:
        """The kind of each entity, as its place in `KINDS`."""
        return self.shelf.sheet("kinds") or bytes(self.shelf.said["entities"])

    @cached_property
    def counts(self) -> memoryview[int]:
        """For each entity how often it is named, and in how many articles."""
        data = self.shelf.sheet("counts") or bytes(8 * self.shelf.said["entities"])
        return memoryview(data).cast("i")

    @cached_property
    def folded(self) -> list[str]:
        """For each entity its names, folded."""
        return [row[0] for row in self.shelf.rows("SELECT folded FROM entity ORDER BY at")]

    @cached_property
    def folded_headings(self) -> list[str]:
        """For each article what a list may be filtered by, folded."""
        return [row[0] for row in self.shelf.rows("SELECT folded FROM listed ORDER BY position")]

    # Articles

    def position(self, article: ArticleId) -> int | None:
        """Where an article stands."""
        row = self.shelf.row("SELECT position FROM listed WHERE id = ?", article)
        return None if row is None else row[0]

    def _articles(self, first: int, last: int) -> list[Article]:
        return [self._article(at) for at in range(first, last)]

    def _article(self, at: int) -> Article:
        row = self.shelf.row(
            "SELECT l.id, a.key, a.body FROM listed l JOIN article a ON a.no = l.article "
            "WHERE l.position = ?", at,
        )  # fmt: skip
        heading = self.headings[at]
        if row is None:
            return self.shelf.lost_article(at, heading)
        return self.shelf.tried(
            lambda: to_article(row[1], row[2], row[0], heading.path),
            lambda: self.shelf.lost_article(at, heading),
        )

    def _article_by_id(self, id_: ArticleId) -> Article | None:
        at = self.position(id_)
        return None if at is None else self.articles[at]

    def _headings(self, first: int, last: int) -> list[Heading]:
        rows = {at: (id_, sealed) for at, id_, sealed in self.shelf.rows(
            "SELECT position, id, heading FROM listed WHERE position >= ? AND position < ?",
            first, last,
        )}  # fmt: skip
        return [self._heading(at, *rows.get(at, ("", None))) for at in range(first, last)]

    def _heading(self, at: int, id_: str, sealed: object) -> Heading:
        return self.shelf.tried(
            lambda: codec.decode(Heading, self.shelf.unpack(f"heading {at}", sealed)),
            lambda: self.shelf.lost_heading(id_),
        )

    def _skipped(self, first: int, last: int) -> list[Skipped]:
        row = self.shelf.row("SELECT body FROM sheet WHERE name = 'skipped'")
        kind: Any = tuple[Skipped, ...]
        found = self.shelf.tried(
            lambda: codec.decode(kind, self.shelf.unpack("skipped", row and row[0])),
            lambda: (Skipped("?", "what is stored of it is damaged"),) * last,
        )
        return list(found[first:last])

    # What is found in an article

    def _found_ids(self) -> Iterator[ArticleId]:
        rows = self.shelf.rows("SELECT id FROM listed WHERE extract IS NOT NULL ORDER BY position")
        return (ArticleId(row[0]) for row in rows)

    def _extract(self, id_: ArticleId) -> Extract | None:
        row = self.shelf.row(
            "SELECT e.article, e.named, e.rest, e.facts FROM listed l "
            "JOIN extract e ON e.no = l.extract WHERE l.id = ?", id_,
        )  # fmt: skip
        if row is None:
            return None
        return self.shelf.tried(lambda: to_extract(row[0], id_, *row[1:]), lambda: Extract(id_))

    def _facts_at(self, at: int) -> tuple[Fact, ...]:
        row = self.shelf.row(
            "SELECT e.article, e.id, e.facts FROM listed l "
            "JOIN extract e ON e.no = l.extract WHERE l.position = ?", at,
        )  # fmt: skip
        if row is None:
            return ()
        return self.shelf.tried(lambda: to_facts(*row), lambda: ())

    def _fact_counts(self) -> list[int]:
        return [row[0] for row in self.shelf.rows("SELECT facts FROM listed ORDER BY position")]

    # Who is whom

    def rank(self, entity: EntityId) -> int | None:
        """Where an entity stands."""
        row = self.shelf.row("SELECT at FROM entity WHERE id = ?", entity)
        return None if row is None else row[0]

    def sightings(self, rank: int) -> array[int]:
        """Four numbers for each mention of an entity: article, mention, start, end."""
        found = self._seen.get(rank)
        if found is None:
            row = self.shelf.row("SELECT sightings FROM entity WHERE at = ?", rank)
            found = self.shelf.numbers(f"sightings {rank}", row and row[0])
            self._seen.put(rank, found)
        return found

    def within(self, article: ArticleId) -> array[int]:
        """The ranks of the entities that an article names, most mentioned there first."""
        named = self._named_in(article)
        return named[1 + named[0] :] if named else named

    def _named_in(self, article: ArticleId) -> array[int]:
        """How many mentions there are, the rank of the entity of each, and the ranks named."""
        at = self.position(article)
        if at is None:
            return array("i")
        found = self._named.get(at)
        if found is None:
            row = self.shelf.row("SELECT named FROM listed WHERE position = ?", at)
            sealed = row and row[0]
            found = self.shelf.numbers(f"named {at}", sealed) if sealed else array("i")
            self._named.put(at, found)
        return found

    def _entities(self, first: int, last: int) -> list[Entity]:
        rows = dict(self.shelf.rows(
            "SELECT at, head FROM entity WHERE at >= ? AND at < ?", first, last
        ))  # fmt: skip
        return [self._entity(at, rows.get(at)) for at in range(first, last)]

    def _entity(self, at: int, sealed: object) -> Entity:
        made = self.shelf.tried(
            lambda: codec.decode(Entity, self.shelf.unpack(f"entity {at}", sealed)),
            lambda: self.shelf.lost_entity(at),
        )
        seen: Sequence[Sighting] = Items(
            self.counts[2 * at], lambda first, last: self._sightings(at, first, last), 256, 1 << 20
        )
        return Entity(made.id, made.name, made.kind, made.spellings, seen, made.place, made.basis)

    def _sightings(self, at: int, first: int, last: int) -> list[Sighting]:
        seen, ids = self.sightings(at), self.ids
        if len(seen) < 4 * last:
            return [Sighting(ArticleId(""), 0, 0, 0)] * (last - first)
        return [
            Sighting(ids[seen[4 * one]], *seen[4 * one + 1 : 4 * one + 4])
            for one in range(first, last)
        ]

    def _entity_ids(self) -> Iterator[EntityId]:
        return (EntityId(row[0]) for row in self.shelf.rows("SELECT id FROM entity ORDER BY at"))

    def _entity_by_id(self, id_: EntityId) -> Entity | None:
        rank = self.rank(id_)
        return None if rank is None else self.entities[rank]

    def _named_mentions(self) -> Iterator[tuple[ArticleId, int]]:
        for id_ in self.ids:
            named = self._named_in(id_)
            for mention in range(named[0] if named else 0):
                if named[1 + mention] >= 0:
                    yield id_, mention

    def _owner(self, key: tuple[ArticleId, int]) -> EntityId | None:
        named = self._named_in(key[0])
        if not named or not 0 <= key[1] < named[0] or named[1 + key[1]] < 0:
            return None
        return self.entities[named[1 + key[1]]].id

    def _naming_ids(self) -> Iterator[ArticleId]:
        return (id_ for id_ in self.ids if len(self.within(id_)))

    def _entities_in(self, article: ArticleId) -> tuple[EntityId, ...] | None:
        return tuple(self.entities[at].id for at in self.within(article)) or None

    def _about(self, rank: int) -> array[int]:
        row = self.shelf.row("SELECT facts FROM entity WHERE at = ?", rank)
        return self.shelf.numbers(f"about {rank}", row and row[0])

    def _factual(self) -> Iterator[EntityId]:
        for at, id_ in enumerate(self._entity_ids()):
            if len(self._about(at)):
                yield id_

    def _facts_about(self, id_: EntityId) -> Sequence[Fact] | None:
        rank = self.rank(id_)
        pairs = array("i") if rank is None else self._about(rank)
        if not pairs:
            return None
        cached: dict[int, tuple[Fact, ...]] = {}

        def fetch(first: int, last: int) -> list[Fact]:
            found = []
            for one in range(first, last):
                at, number = pairs[2 * one], pairs[2 * one + 1]
                if at not in cached:
                    cached.clear()
                    cached[at] = self._facts_at(at)
                found.append(cached[at][number] if number < len(cached[at]) else None)
            return [one for one in found if one is not None]

        return tuple(fetch(0, len(pairs) // 2))


class Facts(Sequence[Fact]):
    """All facts, an article at a time."""

    def __init__(
        self,
        count: int,
        counts: Callable[[], list[int]],
        facts_at: Callable[[int], tuple[Fact, ...]],
    ) -> None:
        self._count = count
        self._counts = counts
        self._facts_at = facts_at

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Fact]:
        for at, count in enumerate(self._counts()):
            if count:
                yield from self._facts_at(at)

    @overload
    def __getitem__(self, at: int) -> Fact: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Fact, ...]: ...
    def __getitem__(self, at: int | slice) -> Fact | tuple[Fact, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(self._count)[at])
        at = range(self._count)[at]
        article = bisect_right(self._ends, at)
        before = self._ends[article - 1] if article else 0
        return self._facts_at(article)[at - before]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(self._counts()))
