"""The words of every article as columns of numbers in a SQLite file: what stands where.

An article's words are the rows of the table `vocabulary`; two blobs hold, word for word, their
numbers and their places. So what stands beside a word is found without reading any text.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpus.model import Article, ArticleId
from corpus.search.words import split

Ints = NDArray[np.int64]
Ids = NDArray[np.uint32]

VERSION = "1"
"""Of the tables and of what counts as a word; another version's file is made anew."""
_TABLES = """
create table about (name text primary key, value text) without rowid;
create table articles (number integer primary key autoincrement, id text unique, key text,
    publisher text, author text, published text);
create table words (number integer primary key, ids blob, ids_sum integer,
    places blob, places_sum integer);
create table vocabulary (id integer primary key, word text unique);
"""
_TOP = "\U0010ffff"
_PAGE = 16_384
"""Bytes of a page of the file: the words of most articles lie on one."""
_NARROW = 0xFFFF
_SHORT, _LONG = b"\x02", b"\x04"
"""First byte of places: how many bytes each number has."""


@dataclass(frozen=True, slots=True)
class Row:
    """An indexed article: its number in the index, and what its fields are searched by."""

    number: int
    id: ArticleId
    key: str
    publisher: str
    author: str
    published: str


@dataclass(frozen=True, slots=True)
class Run:
    """The words of some articles in one row: word numbers, and where each article begins.

    `starts` has one more item than `numbers`, the length of `ids`.
    """

    numbers: Ints
    starts: Ints
    ids: Ids


def connect(path: Path | None) -> sqlite3.Connection:
    """The opened tables at `path` (None: in memory), made where there are none.

    Raises `sqlite3.DatabaseError` when the file is damaged or of another version.
    """
    link = sqlite3.connect(path or ":memory:", timeout=20, check_same_thread=False)
    try:
        link.execute("pragma trusted_schema = off")
        if path is not None:
            link.execute(f"pragma page_size = {_PAGE}")
            link.execute("pragma journal_mode = wal")
            link.execute("pragma synchronous = normal")
        if not link.execute("select 1 from sqlite_schema limit 1").fetchone():
            with link:
                link.executescript(_TABLES)
                link.execute("insert into about values ('version', ?)", (VERSION,))
        found = link.execute("select value from about where name = 'version'").fetchone()
        if found is None or found[0] != VERSION:
            raise sqlite3.DatabaseError("of another version")
    except BaseException:
        link.close()
        raise
    return link


class Columns:
    """Reads and writes the tables; not to be used by two threads at once."""

    def __init__(self, link: sqlite3.Connection) -> None:
        self._link = link
        self._vocabulary: dict[str, int] | None = None

    def rows(self) -> list[Row]:
        """Every indexed article."""
        found = self._link.execute(
            "select number, id, key, publisher, author, published from articles order by number"
        )
        return [Row(*row) for row in found]

    def note(self, name: str, value: str) -> None:
        """Keep a word about the index itself."""
        self._link.execute("insert or replace into about values (?, ?)", (name, value))

    def noted(self, name: str) -> str:
        """What `note` kept under `name`, or ""."""
        row = self._link.execute("select value from about where name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def commit(self) -> None:
        """Make lasting what was written."""
        self._link.commit()

    def roll_back(self) -> None:
        """Forget what was written since the last `commit`."""
        self._vocabulary = None
        self._link.rollback()

    def add(self, article: Article, key: str) -> tuple[int, str, str]:
        """Index an article; gives its number, and the words of its title and of its text."""
        found, begun, sizes = split(article.text)
        title = split(article.title.value)[0]
        ids = self._numbers(found)
        self._numbers(title)
        at = self._link.execute(
            "insert into articles (id, key, publisher, author, published) values (?, ?, ?, ?, ?)",
            (
                article.id, key,
                article.publisher.value if article.publisher else "",
                article.author.value if article.author else "",
                article.published.value if article.published else "",
            ),
        ).lastrowid  # fmt: skip
        number = int(at or 0)
        self._link.execute(
            "insert into words values (?, ?, ?, ?, ?)",
            (
                number,
                *_summed(np.array(ids, dtype="<u4").tobytes()),
                *_summed(_packed(begun, sizes)),
            ),
        )
        return number, " ".join(title), " ".join(found)

    def remove(self, numbers: Iterable[int]) -> None:
        """Take articles out."""
        gone = [(number,) for number in numbers]
        self._link.executemany("delete from articles where number = ?", gone)
        self._link.executemany("delete from words where number = ?", gone)

    def _numbers(self, these: Sequence[str]) -> list[int]:
        """The number of each word; new words are put into the vocabulary."""
        known = self._vocabulary
        if known is None:
            known = dict(self._link.execute("select word, id from vocabulary"))
            self._vocabulary = known
        new = [word for word in dict.fromkeys(these) if word not in known]
        if new:
            first = len(known) + 1
            fresh = [(first + at, word) for at, word in enumerate(new)]
            self._link.executemany("insert into vocabulary values (?, ?)", fresh)
            known.update((word, number) for number, word in fresh)
        return list(map(known.__getitem__, these))

    def forget(self) -> None:
        """Let go of what only `add` needs."""
        self._vocabulary = None

    def size(self) -> int:
        """One more than the highest number of a word."""
        row = self._link.execute("select max(id) from vocabulary").fetchone()
        return int(row[0] or 0) + 1

    def meant(self, pattern: str) -> Ints:
        """The numbers of all words that `pattern` (with `*` for any letters) stands for."""
        stem = pattern.partition("*")[0]
        if stem == pattern:
            sql = "word = ?"
            values: tuple[str, ...] = (pattern,)
        elif stem + "*" == pattern:
            sql, values = "word >= ? and word < ?", (stem, stem + _TOP)
        else:
            sql, values = "word >= ? and word < ? and word glob ?", (stem, stem + _TOP, pattern)
        found = self._link.execute(f"select id from vocabulary where {sql}", values)
        return np.fromiter((row[0] for row in found), dtype=np.int64)

    def like(self, pattern: str, limit: int) -> list[str]:
        """Some words, at most `limit`, that `pattern` stands for."""
        numbers = self.meant(pattern)[:limit].tolist()
        return list(self.spelt(numbers).values())

    def spelt(self, numbers: Iterable[int]) -> dict[int, str]:
        """Numbers of words → the words."""
        return dict(
            self._link.execute(
                "select id, word from vocabulary where id in (select value from json_each(?))",
                (json.dumps(list(numbers)),),
            )
        )

    def run(self, numbers: Iterable[int] | None = None) -> Run:
        """The words of articles, all of them where `numbers` is None, in order of number."""
        at: list[int] = []
        blobs: list[bytes] = []
        for number, blob in self._blobs("ids", numbers):
            at.append(number)
            blobs.append(blob)
        sizes = np.fromiter((len(blob) // 4 for blob in blobs), dtype=np.int64, count=len(blobs))
        starts = np.zeros(len(blobs) + 1, dtype=np.int64)
        np.cumsum(sizes, out=starts[1:])
        return Run(np.array(at, dtype=np.int64), starts, np.frombuffer(b"".join(blobs), "<u4"))

    def places(self, numbers: Iterable[int]) -> dict[int, tuple[Ints, Ints]]:
        """Where the words of articles begin and end in the text."""
        return {n: _unpacked(blob) for n, blob in self._blobs("places", numbers)}

    def edges(self, numbers: Iterable[int]) -> tuple[Ints, Ints, Ints]:
        """Where the words of a run of these articles begin and end, as if the texts were one.

        The third array says for each article what has been added to its places.
        """
        blobs = [blob for _, blob in self._blobs("places", numbers)]
        if all(blob[:1] == _SHORT for blob in blobs):
            pairs = np.frombuffer(b"".join(blob[1:] for blob in blobs), "<u2").reshape(-1, 2)
            sizes = [len(blob) // 4 for blob in blobs]
        else:
            parts = [_pairs(blob) for blob in blobs]
            pairs = np.concatenate(parts)
            sizes = [len(part) for part in parts]
        ends = np.cumsum(pairs[:, 0].astype(np.int64) + pairs[:, 1])
        first = np.cumsum(np.array([0, *sizes], dtype=np.int64))[:-1]
        return ends - pairs[:, 1], ends, np.concatenate(([0], ends))[first]

    def _blobs(self, column: str, numbers: Iterable[int] | None) -> Iterator[tuple[int, bytes]]:
        sql = f"select number, {column}, {column}_sum from words {{}} order by number"
        found = (
            self._link.execute(sql.format(""))
            if numbers is None
            else self._select(sql.format("where {}"), numbers)
        )
        for number, blob, total in found:
            if crc32(blob) != total:
                raise sqlite3.DatabaseError("words are not those that were written")
            yield number, blob

    def _select(self, sql: str, numbers: Iterable[int]) -> Iterator[tuple[Any, ...]]:
        where = "number in (select value from json_each(?))"
        return self._link.execute(sql.format(where), (json.dumps(list(numbers)),))


def _summed(blob: bytes) -> tuple[bytes, int]:
    return blob, crc32(blob)


def _packed(begun: Sequence[int], sizes: Sequence[int]) -> bytes:
    """Places as pairs of the gap before a word and its length: short numbers where they suffice."""
    starts, lengths = np.array(begun, dtype=np.int64), np.array(sizes, dtype=np.int64)
    pairs = np.empty((len(starts), 2), dtype=np.int64)
    pairs[:, 0], pairs[:, 1] = starts, lengths
    pairs[1:, 0] -= starts[:-1] + lengths[:-1]
    narrow = not len(pairs) or int(pairs.max()) <= _NARROW
    if narrow:
        return _SHORT + pairs.astype("<u2").tobytes()
    return _LONG + pairs.astype("<u4").tobytes()


def _pairs(blob: bytes) -> NDArray[Any]:
    return np.frombuffer(blob, "<u2" if blob[:1] == _SHORT else "<u4", offset=1).reshape(-1, 2)


def _unpacked(blob: bytes) -> tuple[Ints, Ints]:
    pairs = _pairs(blob)
    ends = np.cumsum(pairs.sum(axis=1, dtype=np.int64))
    return ends - pairs[:, 1], ends
