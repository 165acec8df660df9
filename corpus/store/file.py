"""The file of a corpus in the user's cache folder: where it lies, how it is opened and made."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from corpus import model
from corpus.errors import DatelineError

SCHEMA: Final = 1
"""Counts up with every change of the tables; older and newer files are set aside."""
_MARK: Final = 0x444C4E31
_NAME: Final = "corpus.sqlite"
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")
_SLASHES: Final = re.compile(r"\b([A-Za-z][A-Za-z0-9+.-]+):/+")
_PATIENCE: Final = 5.0
"""Seconds to wait for another session to finish a commit."""

_TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
  path BLOB PRIMARY KEY, turn INTEGER NOT NULL, shown BLOB NOT NULL,
  size INTEGER NOT NULL, mtime INTEGER NOT NULL, inode INTEGER NOT NULL, version TEXT NOT NULL,
  article INTEGER, said BLOB NOT NULL);
CREATE TABLE article (
  no INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, words INTEGER NOT NULL,
  heading BLOB NOT NULL, body BLOB NOT NULL);
CREATE TABLE extract (
  no INTEGER PRIMARY KEY, article INTEGER NOT NULL, id TEXT NOT NULL,
  version TEXT NOT NULL, facts_version TEXT NOT NULL, count INTEGER NOT NULL, refs BLOB NOT NULL,
  cards BLOB NOT NULL, named BLOB NOT NULL, rest BLOB NOT NULL, facts BLOB NOT NULL,
  UNIQUE (article, id));
CREATE TABLE listed (
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article INTEGER NOT NULL,
  extract INTEGER, facts INTEGER NOT NULL, heading BLOB NOT NULL,
  folded TEXT NOT NULL, named BLOB);
CREATE TABLE entity (
  at INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, head BLOB NOT NULL, folded TEXT NOT NULL,
  sightings BLOB NOT NULL, facts BLOB NOT NULL);
CREATE TABLE sheet (name TEXT PRIMARY KEY, body BLOB NOT NULL);
"""


class StoreError(DatelineError):
    """The file cannot serve; the text says why in plain words."""


def place(paths: Sequence[str | os.PathLike[str]], cache: Path) -> Path:
    """The folder in `cache` for the corpus of `paths`: a readable name and what makes it unique."""
    resolved = [address(path) or os.path.realpath(Path(path).expanduser()) for path in paths]
    digest = hashlib.blake2b(digest_size=8)
    for one in resolved:
        digest.update(os.fsencode(one) + b"\0")
    first = os.path.basename(resolved[0]) if resolved else ""  # noqa: PTH119
    slug = re.sub(r"[^A-Za-z0-9]+", "-", first).strip("-")[:40] or "corpus"
    return cache / f"{slug}-{digest.hexdigest()}"


def address(path: str | os.PathLike[str]) -> str:
    """`path` as an address beyond the file system, "" where it is a file or folder.

    What became a Path on its way here has lost a slash, which it gets back.
    """
    said = os.fspath(path)
    if not _ADDRESS.match(said) or said.startswith("file:") or os.path.lexists(said):
        return ""
    return _SLASHES.sub(r"\1://", said)


def local(paths: Sequence[str | os.PathLike[str]]) -> list[str | Path]:
    """`paths` with those that only look like addresses, file://, as what they name here."""
    found: list[str | Path] = []
    for path in paths:
        said = os.fspath(path)
        plain = unquote(urlsplit(said).path) if said.startswith("file:/") else ""
        found.append(Path(plain) if plain else said if address(path) else Path(path))
    return found


def path_in(folder: Path) -> Path:
    """The file within the folder of a corpus."""
    return folder / _NAME


def open_to_read(folder: Path) -> sqlite3.Connection:
    """The file as it is now; what others write from here on is not seen by this connection.

    Raises StoreError where there is none or it cannot serve, sqlite3.Error where it is damaged.
    """
    path = path_in(folder)
    if not path.is_file():
        raise StoreError("nothing is stored for this folder yet")
    base = path.absolute().as_uri()
    try:
        connection = _connect(f"{base}?mode=rw")
        _judge(connection)
    except sqlite3.OperationalError:
        # A folder that cannot be written holds no write-ahead log that others could change.
        if os.access(folder, os.W_OK) or path.with_name(f"{_NAME}-wal").exists():
            raise
        connection = _connect(f"{base}?mode=ro&immutable=1")
        _judge(connection)
    connection.execute("PRAGMA query_only = 1")
    connection.execute("BEGIN")
    return connection


def open_to_write(folder: Path) -> sqlite3.Connection:
    """The file, made where there is none; only who holds the lock may call this.

    Raises StoreError where it is not ours or of another version, sqlite3.Error, OSError.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = path_in(folder)
    fresh = not path.exists() or path.stat().st_size == 0
    connection = _connect(f"{path.absolute().as_uri()}?mode=rwc")
    try:
        if fresh:
            _make(connection)
        _judge(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA journal_size_limit = 16777216")
    except BaseException:
        connection.close()
        raise
    return connection


def discard(folder: Path) -> None:
    """Take the file away; a session that reads it keeps what it has."""
    path = path_in(folder)
    for end in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(_NAME + end).unlink()


@cache
def shape() -> str:
    """A mark for the tables and for the fields of every class of the model."""
    kinds = [(name, kind) for name, kind in sorted(vars(model).items()) if is_dataclass(kind)]
    said = [(name, [(f.name, str(f.type)) for f in fields(kind)]) for name, kind in kinds]
    return hashlib.blake2b(f"{_TABLES}{said}".encode(), digest_size=8).hexdigest()


def _connect(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA mmap_size = 268435456")
    return connection


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA page_size = 8192")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(
        f"BEGIN; {_TABLES} PRAGMA application_id = {_MARK}; PRAGMA user_version = {SCHEMA}; COMMIT;"
    )
    with connection:
        connection.execute("INSERT INTO meta VALUES ('shape', ?)", (shape(),))


def _judge(connection: sqlite3.Connection) -> None:
    """Raise StoreError, and close, where the file is not one that this version wrote."""
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    why = ""
    if mark != _MARK:
        why = "it is not a file of Dateline"
    elif version > SCHEMA:
        why = "a newer version of Dateline made it"
    elif version < SCHEMA:
        why = "an older version of Dateline made it"
    else:
        found = connection.execute("SELECT value FROM meta WHERE name = 'shape'").fetchone()
        if found is None or found[0] != shape():
            why = "another version of Dateline made it"
    if why:
        connection.close()
        raise StoreError(why)
