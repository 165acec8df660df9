"""The indexed articles in the order of the corpus, as arrays that filters are worked out on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.model import ArticleId
from corpus.search import days
from corpus.search.columns import Ints, Row
from corpus.search.matching import Flags
from corpus.search.words import words


class View:
    """Articles by place: `ids[i]` is the i-th of the corpus that is indexed."""

    def __init__(self, order: Sequence[ArticleId], rows: Iterable[Row]) -> None:
        by_id = {row.id: row for row in rows}
        self.order = tuple(order)
        """All articles of the corpus, indexed or not."""
        there = np.array([one in by_id for one in order], dtype=bool)
        self._at: Ints = np.where(there, np.cumsum(there) - 1, -1)
        self._rows = [by_id[one] for one in order if one in by_id]
        self.ids = tuple(row.id for row in self._rows)
        self.numbers: Ints = np.array([row.number for row in self._rows], dtype=np.int64)
        self.place_of = {one: at for at, one in enumerate(self.ids)}
        highest = int(self.numbers.max(initial=0))
        self._place: Ints = np.full(highest + 2, -1, dtype=np.int64)
        self._place[self.numbers] = np.arange(len(self.ids))
        self._said: dict[str, tuple[NDArray[np.int64], list[tuple[str, ...]]]] = {}
        self._days: tuple[Ints, Ints] | None = None
        self.counts: Ints | None = None
        """How often each word stands in these articles, once somebody has counted."""

    def __len__(self) -> int:
        return len(self.ids)

    def places(self, numbers: Ints) -> Ints:
        """Numbers of the index → places here; -1 for what is no longer in the corpus."""
        within = np.minimum(numbers, len(self._place) - 1)
        return self._place[within]

    def those(self, ids: Iterable[ArticleId]) -> Flags:
        """Which articles are among `ids`."""
        flags = np.zeros(len(self), dtype=bool)
        at = [place for one in ids if (place := self.place_of.get(one)) is not None]
        flags[at] = True
        return flags

    def at(self, positions: Iterable[int]) -> Flags:
        """Which articles stand at `positions` of the corpus."""
        flags = np.zeros(len(self), dtype=bool)
        these = np.fromiter(positions, dtype=np.int64)
        places = self._at[these[these < len(self._at)]]
        flags[places[places >= 0]] = True
        return flags

    def row(self, place: int) -> Row:
        """What is kept of the article at a place."""
        return self._rows[place]

    def published_by(self, sources: Iterable[str]) -> Flags:
        """Which articles have one of `sources` as publisher, to the letter."""
        wanted = set(sources)
        flags = (row.publisher in wanted for row in self._rows)
        return np.fromiter(flags, dtype=bool, count=len(self))

    def published_between(self, first: str, last: str) -> Flags:
        """Which articles may have been published between two ISO dates; "" leaves an end open.

        What is no date leaves its end open too.
        """
        begun, ended = days.interval(first), days.interval(last)
        return self.published(begun[0] if begun else days.FIRST, ended[1] if ended else days.LAST)

    def published(self, first: int, last: int) -> Flags:
        """Which articles may have been published from day `first` to day `last`."""
        if self._days is None:
            spans = [days.interval(row.published) or (0, 0) for row in self._rows]
            both = np.array(spans, dtype=np.int64).reshape(-1, 2)
            self._days = both[:, 0], both[:, 1]
        begun, ended = self._days
        flags: Flags = (begun > 0) & (begun <= last) & (ended >= first)
        return flags

    def saying(self, field: str, value: str, is_open: bool) -> Flags:
        """Which articles have the words of `value` in a row in "publisher" or "author"."""
        owners, said = self._values(field)
        asked = tuple(word for word, _, _ in words(value.replace("*", "")))
        is_open = is_open or value.endswith("*")
        fits = np.array([_holds(one, asked, is_open) for one in said], dtype=bool)
        chosen: Flags = fits[owners]
        return chosen

    def _values(self, field: str) -> tuple[NDArray[np.int64], list[tuple[str, ...]]]:
        if field not in self._said:
            number: dict[str, int] = {"": 0}
            owners = np.array(
                [number.setdefault(getattr(row, field), len(number)) for row in self._rows],
                dtype=np.int64,
            )
            said = [tuple(word for word, _, _ in words(value)) for value in number]
            self._said[field] = owners, said
        return self._said[field]


def _holds(said: tuple[str, ...], asked: tuple[str, ...], is_open: bool) -> bool:
    if not asked:
        return False
    width = len(asked)
    for at in range(len(said) - width + 1):
        row = said[at : at + width]
        if row == asked or (is_open and row[:-1] == asked[:-1] and row[-1].startswith(asked[-1])):
            return True
    return False
