"""Files into the store: what changed is read, what did not is trusted, what is gone is dropped."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import time_ns
from typing import NamedTuple

from corpus.model import Article, Skipped
from corpus.reading import Candidate, Files, in_turn, scan
from corpus.reading.guard.limits import Limits
from corpus.store.rows import Body, from_article
from corpus.store.seal import DamagedError, pack, unpack
from corpus.store.stamp import is_settled


class Source(NamedTuple):
    """A file as it was when it was last read; `article` is None where it could not be."""

    turn: int
    shown: bytes
    size: int
    mtime: int
    inode: int
    version: str
    article: int | None
    said: bytes


@dataclass(frozen=True, slots=True)
class Said:
    """What became of a file: the path and id of its article, or the reason against it."""

    path: str
    id: str
    reason: str
    digest: str


def read_said(path: bytes, sealed: object) -> Said:
    """What `seal_said` stored; raises DamagedError."""
    return Said(*unpack(f"source {path.hex()}", sealed))


def seal_said(path: bytes, said: Said) -> bytes:
    return pack(f"source {path.hex()}", [said.path, said.id, said.reason, said.digest])


class Taken(NamedTuple):
    """A file that was looked at: an article number, or what to tell of a file that is none."""

    article: int | None
    id: str
    words: int
    skipped: Skipped | None


def take_in(
    connection: sqlite3.Connection,
    paths: Sequence[str | Path],
    version: str,
    limits: Limits | None = None,
) -> Iterator[Taken]:
    """Bring `source` and `article` up to date with the files, one after another.

    `limits` bound what a file may cost. The caller commits when it likes: what is committed needs
    not be read again. Once it is exhausted, files that are gone are dropped. What a file holds
    beyond its first article goes by the path of the file, a NUL and a number.
    """
    known = sources(connection)
    turns = count()
    with Files(limits) as files:

        def begin(found: Candidate | Skipped) -> Callable[[], list[Taken]]:
            if isinstance(found, Skipped):
                taken = [Taken(None, "", 0, found)]
                return lambda: taken
            before = known.pop(os.fsencode(found.path), {})
            return _begin(connection, files, found, version, before, turns)

        for taken in in_turn(map(begin, scan(paths)), files):
            yield from taken
    gone = [(path,) for before in known.values() for path in before]
    connection.executemany("DELETE FROM source WHERE path = ?", gone)


def sources(connection: sqlite3.Connection) -> dict[bytes, dict[bytes, Source]]:
    """What is stored of each file: its rows by their keys, in turn."""
    known: dict[bytes, dict[bytes, Source]] = {}
    for path, *row in connection.execute(
        "SELECT path, turn, shown, size, mtime, inode, version, article, said FROM source "
        "ORDER BY turn"
    ):
        known.setdefault(path.partition(b"\0")[0], {})[path] = Source(*row)
    return known


def put_source(connection: sqlite3.Connection, key: bytes, row: Source) -> None:
    """Store what became of a file."""
    connection.execute(
        "INSERT OR REPLACE INTO source "
        "(path, turn, shown, size, mtime, inode, version, article, said) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (key, *row),
    )


def drop_unused(connection: sqlite3.Connection) -> None:
    """Delete the articles that no file holds any more, and what was found in them."""
    connection.execute(
        "DELETE FROM article WHERE no NOT IN (SELECT article FROM source WHERE article IS NOT NULL)"
    )
    connection.execute("DELETE FROM extract WHERE article NOT IN (SELECT no FROM article)")


def _begin(
    connection: sqlite3.Connection, files: Files, found: Candidate, version: str,
    before: Mapping[bytes, Source], turns: Iterator[int],
) -> Callable[[], list[Taken]]:  # fmt: skip
    """Look at a file, begin to read it where what is stored of it cannot be trusted."""
    path, shown = os.fsencode(found.path), os.fsencode(found.shown)
    now = time_ns()
    try:
        status = found.path.stat(follow_symlinks=False)
        size, mtime, inode = status.st_size, status.st_mtime_ns, status.st_ino
    except OSError:
        size = mtime = inode = 0
    # A file that was written a moment ago may be written again without getting another time.
    settled = mtime if is_settled(mtime, now) else 0

    def put(key: bytes, article: int | None, words: int, said: Said) -> Taken:
        row = Source(
            next(turns), shown, size, settled, inode, version, article, seal_said(key, said)
        )
        if row != before.get(key):
            put_source(connection, key, row)
        skipped = Skipped(said.path, said.reason) if said.reason else None
        return Taken(article, said.id, words, skipped)

    said = trusted(found.path, before, Seen(shown, version, size, mtime, inode))
    if said:
        stored = [(key, before[key].article, one) for key, one in said.items()]
        return lambda: [
            put(key, no, _words(connection, no) if no is not None else 0, one)
            for key, no, one in stored
        ]
    later = files.open(found)

    def finish() -> list[Taken]:
        taken: list[Taken] = []
        kept: set[bytes] = set()
        items = later()
        digest = _digest(found.path) if len(items) > 1 else ""
        for number, item in enumerate(items):
            key = path + b"\0%d" % number if number else path
            kept.add(key)
            taken.append(put(key, *_stored(connection, item, digest)))
        gone = [(key,) for key in before if key not in kept]
        connection.executemany("DELETE FROM source WHERE path = ?", gone)
        return taken

    return finish


class Seen(NamedTuple):
    """What a look at a file shows, without reading it."""

    shown: bytes
    version: str
    size: int
    mtime: int
    inode: int


def trusted(file: Path, before: Mapping[bytes, Source], now: Seen) -> dict[bytes, Said]:
    """What is stored of a file, if it is whole and still true; else nothing."""
    said: dict[bytes, Said] = {}
    digest = ""
    for key, source in before.items():
        if (source.shown, source.version) != (now.shown, now.version):
            return {}
        try:
            said[key] = read_said(key, source.said)
        except DamagedError:
            return {}
        same = (source.size, source.mtime, source.inode) == (now.size, now.mtime, now.inode)
        if not (now.mtime and same):
            digest = digest or _digest(file)
            if not digest or digest != said[key].digest:
                return {}
    return said


def _stored(
    connection: sqlite3.Connection, item: Article | Skipped, digest: str
) -> tuple[int | None, int, Said]:
    """Store an article, or nothing; `digest` is that of the file where it holds several."""
    if isinstance(item, Skipped):
        return None, 0, Said(item.path, "", item.reason, digest)
    row = from_article(item)
    number = put_article(connection, row)
    return number, row.words, Said(item.path, item.id, "", digest or item.digest)


def put_article(connection: sqlite3.Connection, row: Body) -> int:
    """Store an article that may be there already; returns its number."""
    connection.execute(
        "INSERT OR IGNORE INTO article (key, words, heading, body) VALUES (?, ?, ?, ?)", row
    )
    found = connection.execute("SELECT no FROM article WHERE key = ?", (row.key,)).fetchone()
    return int(found[0])


def _words(connection: sqlite3.Connection, article: int) -> int:
    found = connection.execute("SELECT words FROM article WHERE no = ?", (article,)).fetchone()
    return int(found[0]) if found else 0


def _digest(file: Path) -> str:
    """The hash of a file's bytes, as `Article.digest` has it; "" where it cannot be read."""
    try:
        with file.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return ""
