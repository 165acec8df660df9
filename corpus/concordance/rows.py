"""The rows of a concordance: kept as numbers, made into spans when they are shown."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

import numpy as np

from corpus.concordance.said import words_of
from corpus.model import ArticleId, EntityId, Span
from corpus.search.columns import Ints, Run
from corpus.search.matching import Flags
from corpus.search.searcher import Base

REACH = 200
"""Characters of context on either side; a screen shows what it has room for."""
KEYS = ("L1", "L2", "L3", "R1", "R2", "R3", "node", "source", "date", "article")
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Row:
    """One occurrence and the text on both sides of it, as ranges of `Article.text`."""

    article: ArticleId
    span: Span
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Located:
    """Rows among the words of a run, as parallel arrays: `owner` is the place of the row's article
    in `run.numbers`, `first` that of its first word in `run.ids`, `width` how many words it takes.
    """

    run: Run
    owner: Ints
    first: Ints
    width: Ints


@dataclass(frozen=True)
class Table:
    """All rows found, in text order: `place` is the article's place in the view.

    `spans` are given for an entity, whose characters are known; else they follow from the words.
    """

    base: Base
    place: Ints
    spans: Sequence[Span] | None
    locate: Callable[[], Located]

    @cached_property
    def located(self) -> Located:
        """The rows among words; worked out when sorting or counting first needs it."""
        return self.locate()


class Concordance(Sequence[Row]):
    """The rows found, in an order; sorting and filtering give another one and keep this as it is.

    Rows are made when they are asked for, so that thousands cost nothing until they are shown.
    """

    def __init__(self, table: Table, order: Ints | None = None) -> None:
        self._table = table
        self._order = np.arange(len(table.place)) if order is None else order
        self._places: OrderedDict[int, tuple[Ints, Ints]] = OrderedDict()
        self._alphabet: dict[str, Ints] = {}

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        """Raises `IndexError`, and `DamagedError` when the index is damaged."""
        if isinstance(at, slice):
            numbers = self._order[at].tolist()
            self._fetch(numbers)
            return tuple(self._row(number) for number in numbers)
        number = int(self._order[at])
        self._fetch([number])
        return self._row(number)

    @property
    def articles(self) -> int:
        """In how many articles the rows stand."""
        return len(np.unique(self._table.place[self._order]))

    def sources(self) -> tuple[tuple[str, int], ...]:
        """The publishers of the rows and how many rows each has, most first."""
        view = self._table.base.view
        at, counts = np.unique(self._table.place[self._order], return_counts=True)
        total: dict[str, int] = {}
        for place, count in zip(at.tolist(), counts.tolist(), strict=True):
            source = view.row(place).publisher
            total[source] = total.get(source, 0) + count
        return tuple(sorted(total.items(), key=lambda item: (-item[1], item[0])))

    def sort(self, *keys: str, reverse: bool = False) -> Concordance:
        """The rows by `keys` (of `KEYS`), the first one first; equal ones in text order.

        L1 is the word before, R1 the one after; rows that have none come first. Raises `ValueError`
        for an unknown key.
        """
        unknown = [key for key in keys if key not in KEYS]
        if unknown:
            raise ValueError(f"no such key: {unknown[0]}")
        order = np.sort(self._order)
        columns = [self._ranks(key)[order] for key in reversed(keys)]
        if reverse:
            columns = [-column for column in columns]
        return self._with(order[np.lexsort((order, *columns))])

    def filter(
        self, *, speaker: EntityId | None = None, sources: Iterable[str] | None = None,
        first: str = "", last: str = "", articles: Iterable[ArticleId] | None = None,
    ) -> Concordance:  # fmt: skip
        """The rows within what `speaker` is quoted or reported to have said, from `sources`
        (publishers as written), published from `first` to `last` (ISO dates, possibly partial), in
        `articles`; all of what is given must hold."""
        view = self._table.base.view
        wanted: Flags = np.ones(len(view), dtype=bool)
        if sources is not None:
            wanted &= view.published_by(sources)
        if first or last:
            wanted &= view.published_between(first, last)
        if articles is not None:
            wanted &= view.those(articles)
        order = self._order[wanted[self._table.place[self._order]]]
        return self._with(order if speaker is None else self._said_by(speaker, order))

    def mentions(self) -> frozenset[tuple[ArticleId, Span]]:
        """Article and span of every row, without order."""
        return frozenset((row.article, row.span) for row in self)

    @property
    def table(self) -> Table:
        """The numbers behind the rows, for `collocates`."""
        return self._table

    @property
    def order(self) -> Ints:
        """Which rows of the table are here, in order."""
        return self._order

    def _with(self, order: Ints) -> Concordance:
        made = Concordance(self._table, order)
        made._places = self._places
        made._alphabet = self._alphabet
        return made

    def _said_by(self, speaker: EntityId, order: Ints) -> Ints:
        """Those of `order` that lie within words of `speaker`."""
        said = words_of(self._table.base.corpus, speaker)
        wanted = self._table.base.view.those(said)
        order = order[wanted[self._table.place[order]]]
        numbers = order.tolist()
        self._fetch(numbers, keep=len(said))
        kept = [
            number for number in numbers
            if any(span.holds(self._span(number)) for span in said[self._article(number)])
        ]  # fmt: skip
        return np.array(kept, dtype=np.int64)

    def _ranks(self, key: str) -> Ints:
        """A number for every row of the table that grows with what it is sorted by."""
        table, view = self._table, self._table.base.view
        if key == "article":
            return table.place
        if key in ("source", "date"):
            field = "publisher" if key == "source" else "published"
            there = np.unique(table.place)
            values = [getattr(view.row(at), field).casefold() for at in there.tolist()]
            number = {value: rank for rank, value in enumerate(sorted(set(values)))}
            ranks = np.zeros(len(view), dtype=np.int64)
            ranks[there] = [number[value] for value in values]
            chosen: Ints = ranks[table.place]
            return chosen
        if key not in self._alphabet:
            self._alphabet[key] = self._beside(key)
        return self._alphabet[key]

    def _beside(self, key: str) -> Ints:
        """For the word that `key` names in every row, its place in the alphabet, 0 for none."""
        there = self._table.located
        if key == "node":
            at, exists = there.first, there.width > 0
        elif key[0] == "L":
            at = there.first - int(key[1])
            exists = at >= there.run.starts[there.owner]
        else:
            at = there.first + there.width + int(key[1]) - 1
            exists = at < there.run.starts[there.owner + 1]
        ids = np.zeros(len(at), dtype=np.int64)
        ids[exists] = there.run.ids[at[exists]]
        seen = np.flatnonzero(np.bincount(ids))
        shelf = self._table.base.shelf
        with shelf.reading():
            spelt = shelf.columns.spelt(seen.tolist())
        ranks = np.zeros(int(ids.max(initial=0)) + 1, dtype=np.int64)
        for rank, number in enumerate(sorted(spelt, key=spelt.__getitem__), 1):
            ranks[number] = rank
        chosen: Ints = ranks[ids]
        return chosen

    def _article(self, number: int) -> ArticleId:
        return self._table.base.view.ids[int(self._table.place[number])]

    def _row(self, number: int) -> Row:
        span = self._span(number)
        article = self._article(number)
        found = self._table.base.corpus.by_id.get(article)
        end = len(found.text) if found else span.end
        left = Span(max(0, span.start - REACH), span.start)
        return Row(article, span, left, Span(span.end, max(span.end, min(end, span.end + REACH))))

    def _span(self, number: int) -> Span:
        """Where a row stands in its article; its places have been fetched."""
        table = self._table
        if table.spans is not None:
            return table.spans[number]
        there = table.located
        owner = int(there.owner[number])
        starts, ends = self._places[int(there.run.numbers[owner])]
        at = int(there.first[number] - there.run.starts[owner])
        return Span(int(starts[at]), int(ends[at + int(there.width[number]) - 1]))

    def _fetch(self, numbers: Sequence[int], keep: int = 0) -> None:
        """Have the places of words of these rows' articles at hand."""
        table = self._table
        if table.spans is not None:
            return
        there = table.located
        wanted = set(there.run.numbers[there.owner[list(numbers)]].tolist() if numbers else ())
        missing = [number for number in wanted if number not in self._places]
        if missing:
            with table.base.shelf.reading():
                found = table.base.shelf.columns.places(missing)
            limit = max(_KEPT, keep, len(wanted))
            while self._places and len(self._places) + len(found) > limit:
                self._places.popitem(last=False)
            self._places.update(found)
        for number in wanted:
            self._places.move_to_end(number)
