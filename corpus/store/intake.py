"""Files into the store: what changed is read, what did not is trusted, what is gone is dropped."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import time_ns
from typing import NamedTuple

from corpus.errors import UnreadableError
from corpus.model import Skipped
from corpus.reading import read, scan
from corpus.reading.clean import clean_line
from corpus.store.rows import from_article
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
    """What `_seal_said` stored; raises DamagedError."""
    return Said(*unpack(f"source {path.hex()}", sealed))


def _seal_said(path: bytes, said: Said) -> bytes:
    return pack(f"source {path.hex()}", [said.path, said.id, said.reason, said.digest])


class Taken(NamedTuple):
    """A file that was looked at: an article number, or what to tell of a file that is none."""

    article: int | None
    id: str
    words: int
    skipped: Skipped | None


def take_in(
    connection: sqlite3.Connection, paths: Sequence[str | Path], version: str
) -> Iterator[Taken]:
    """Bring `source` and `article` up to date with the files, one after another.

    The caller commits when it likes: what is committed needs not be read again. Once it is
    exhausted, files that are gone are dropped.
    """
    known = {row[0]: Source(*row[1:]) for row in connection.execute(
        "SELECT path, turn, shown, size, mtime, inode, version, article, said FROM source"
    )}  # fmt: skip
    for turn, found in enumerate(scan(paths)):
        if isinstance(found, Skipped):
            yield Taken(None, "", 0, found)
            continue
        path, shown = os.fsencode(found.path), os.fsencode(found.shown)
        before = known.pop(path, None)
        yield _take(connection, turn, found.path, path, shown, version, before)
    connection.executemany("DELETE FROM source WHERE path = ?", [(path,) for path in known])


def drop_unused(connection: sqlite3.Connection) -> None:
    """Delete the articles that no file holds any more, and what was found in them."""
    connection.execute(
        "DELETE FROM article WHERE no NOT IN (SELECT article FROM source WHERE article IS NOT NULL)"
    )
    connection.execute("DELETE FROM extract WHERE article NOT IN (SELECT no FROM article)")


def _take(
    connection: sqlite3.Connection, turn: int, file: Path, path: bytes, shown: bytes, version: str,
    before: Source | None,
) -> Taken:  # fmt: skip
    now = time_ns()
    try:
        status = file.stat(follow_symlinks=False)
        size, mtime, inode = status.st_size, status.st_mtime_ns, status.st_ino
    except OSError:
        size = mtime = inode = 0
    said: Said | None = None
    if before is not None and (before.shown, before.version) == (shown, version):
        said = _said(path, before)
        trusted = mtime and (before.size, before.mtime, before.inode) == (size, mtime, inode)
        if said is not None and not trusted and (not said.digest or said.digest != _digest(file)):
            said = None
    if before is None or said is None:
        article, words, said = _read(connection, file, os.fsdecode(shown))
    else:
        article = before.article
        words = _words(connection, article) if article is not None else 0
    # A file that was written a moment ago may be written again without getting another time.
    mtime = mtime if is_settled(mtime, now) else 0
    row = Source(turn, shown, size, mtime, inode, version, article, _seal_said(path, said))
    if row != before:
        connection.execute(
            "INSERT OR REPLACE INTO source "
            "(path, turn, shown, size, mtime, inode, version, article, said) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (path, *row),
        )
    skipped = Skipped(said.path, said.reason) if said.reason else None
    return Taken(article, said.id, words, skipped)


def _said(path: bytes, before: Source) -> Said | None:
    try:
        return read_said(path, before.said)
    except DamagedError:
        return None


def _read(connection: sqlite3.Connection, file: Path, shown: str) -> tuple[int | None, int, Said]:
    try:
        article = read(file, shown)
    except UnreadableError as error:
        return None, 0, Said(clean_line(shown), "", str(error), "")
    row = from_article(article)
    connection.execute(
        "INSERT OR IGNORE INTO article (key, words, heading, body) VALUES (?, ?, ?, ?)", row
    )
    (number,) = connection.execute("SELECT no FROM article WHERE key = ?", (row.key,)).fetchone()
    return number, row.words, Said(article.path, article.id, "", article.digest)


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
