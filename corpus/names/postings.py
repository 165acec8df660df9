"""Which names hold a pair of letters or a token: sorted arrays instead of dictionaries of lists."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Offsets = NDArray[np.int64]

_CODES = np.full(256, 31, dtype=np.uint16)
_CODES[ord("\n")] = 0
_CODES[ord("a") : ord("z") + 1] = np.arange(1, 27)
_CODES[ord("0") : ord("9") + 1] = 27


def codes(text: NDArray[np.uint8]) -> NDArray[np.uint16]:
    """The code of every pair of neighbouring letters in ASCII; 0 to 1023."""
    letters = _CODES[text]
    pairs: NDArray[np.uint16] = (letters[:-1] << np.uint16(5)) | letters[1:]
    return pairs


@dataclass(frozen=True, slots=True)
class Column:
    """Strings of ASCII, one a row, in one text parted by line ends; it starts with one."""

    text: str
    data: NDArray[np.uint8]
    starts: Ints

    @classmethod
    def of(cls, text: str) -> Column:
        """The rows of `text`, each of which ends with a line end."""
        text = "\n" + text
        data = np.frombuffer(text.encode("ascii"), dtype=np.uint8)
        return cls(text, data, np.flatnonzero(data == 10).astype(np.int32) + np.int32(1))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def row(self, index: int) -> str:
        """The string in row `index`."""
        return self.text[self.starts[index] : self.starts[index + 1] - 1]

    def take(self, rows: Ints) -> list[str]:
        """The strings in `rows`."""
        text = self.text
        starts = self.starts[rows].tolist()
        ends = (self.starts[rows + 1] - 1).tolist()
        return [text[a:b] for a, b in zip(starts, ends, strict=True)]

    def starting(self, rows: Ints, text: str) -> NDArray[np.bool_]:
        """Which of `rows` begin with `text`."""
        same = np.ones(len(rows), dtype=bool)
        last = len(self.data) - 1
        for offset, letter in enumerate(text.encode("ascii")):
            same &= self.data[np.minimum(self.starts[rows] + offset, last)] == letter
        return same

    def holding(self, text: str) -> NDArray[np.bool_]:
        """Which rows contain `text`, where a line end stands for the begin or end of a row."""
        found = np.zeros(len(self), dtype=bool)
        at = self.text.find(text)
        hits = []
        while at >= 0:
            hits.append(at)
            at = self.text.find(text, at + 1)
        if hits:
            inside = np.asarray(hits) + text.startswith("\n")
            found[np.searchsorted(self.starts, inside, side="right") - 1] = True
        return found


@dataclass(frozen=True, slots=True)
class Pairs:
    """The rows of a column by pair of letters."""

    rows: Ints
    starts: Offsets

    @classmethod
    def of(cls, column: Column) -> Pairs:
        """Every pair of `column`, its row begins and ends included."""
        pair = codes(column.data)
        order = np.argsort(pair, kind="stable").astype(np.int32)
        starts = np.zeros(1025, dtype=np.int64)
        np.cumsum(np.bincount(pair, minlength=1024), out=starts[1:])
        del pair
        lengths = np.diff(column.starts)
        owner = np.repeat(np.arange(len(column), dtype=np.int32), lengths)
        return cls(owner[order], starts)

    def count(self, text: str, total: int, budget: int) -> NDArray[np.float32]:
        """How many of the pairs of `text` each row has, rare ones weighing more.

        The commonest pairs are left out once `budget` rows have been touched.
        """
        wanted = np.unique(codes(np.frombuffer(text.encode("ascii"), dtype=np.uint8)))
        sizes = self.starts[wanted.astype(np.int64) + 1] - self.starts[wanted]
        score = np.zeros(total, dtype=np.float32)
        spent = 0
        for at in np.argsort(sizes, kind="stable"):
            size = int(sizes[at])
            if spent and spent + size > budget:
                break
            spent += size
            code = int(wanted[at])
            rows = self.rows[self.starts[code] : self.starts[code + 1]]
            score[rows] += np.float32(np.log2(2 + total / (1 + size)))
        return score


@dataclass(frozen=True, slots=True)
class Tokens:
    """The rows in which a token stands; tokens of one prefix are neighbours."""

    names: list[str]
    rows: Ints
    starts: Offsets

    @classmethod
    def of(cls, names: list[str], ids: Ints, rows: Ints) -> Tokens:
        """From tokens and pairs of (token's place in `names`, row); equal names are joined."""
        kinds = sorted(set(names))
        place = {name: i for i, name in enumerate(kinds)}
        renamed = np.array([place[name] for name in names], dtype=np.int32)
        ids = renamed[ids] if len(ids) else ids
        order = np.argsort(ids, kind="stable")
        starts = np.searchsorted(ids[order], np.arange(len(kinds) + 1)).astype(np.int64)
        return cls(kinds, rows[order], starts)

    def prefixed(self, prefix: str) -> Ints:
        """The rows with a token that begins with `prefix`, some of them more than once."""
        low = bisect_left(self.names, prefix)
        high = bisect_left(self.names, prefix + "\x7f")
        return self.rows[self.starts[low] : self.starts[high]]

    def frequency(self, name: str) -> int:
        """In how many rows the token `name` stands."""
        at = bisect_left(self.names, name)
        if at == len(self.names) or self.names[at] != name:
            return 0
        return int(self.starts[at + 1] - self.starts[at])

    def exactly(self, name: str) -> Ints:
        """The rows in which the token `name` stands."""
        at = bisect_left(self.names, name)
        if at == len(self.names) or self.names[at] != name:
            return self.rows[:0]
        return self.rows[self.starts[at] : self.starts[at + 1]]
