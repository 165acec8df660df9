"""Where the index lies: a folder that several sessions share, or memory where there is none.

What is there is only a cache. So it is made anew when it is damaged, and kept in memory when the
folder cannot be written; a reader notices nothing but the time.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus.search.columns import Columns, connect
from corpus.search.engine import Engine

_WAIT = 0.1
"""Seconds between two looks whether another session has finished."""
_TABLES = "words.sqlite"
_ENGINE = "engine"
_LOCK = "lock"
_STAMP, _FILES = "engine", "files"


class DamagedError(Exception):
    """The index cannot be read or is not what was written; it has to be made anew."""


class Shelf:
    """The two halves of the index, opened together: `columns` and `engine`.

    One thread at a time may use `columns`: within `reading` or `writing`.
    """

    def __init__(self, path: Path | None) -> None:
        """Raises `DamagedError` or `OSError`; memory (None) always opens."""
        self.path = path
        self._lock = threading.Lock()
        self._asked = 0
        self._damaged = False
        with damage():
            if path is not None:
                path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._link = connect(path / _TABLES if path else None)
            try:
                self.columns = Columns(self._link)
                self.engine = Engine(path / _ENGINE if path else None)
            except BaseException:
                self._link.close()
                raise

    def fits(self, thorough: bool = True) -> bool:
        """Whether both halves are of one writing and as they were written.

        Without `thorough`, files whose sizes are right are taken to be so.
        """
        if self._damaged:
            return False
        with self.reading():
            written, count = self.columns.noted(_STAMP), len(self.columns.rows())
            noted = self.columns.noted(_FILES)
            if count != self.engine.count or (count and written != self.engine.stamp()):
                return False
            found = self.engine.files(thorough)
        sums = {name: tuple(both) for name, both in json.loads(noted or "{}").items()}
        return all(
            name in found and found[name] == (both if thorough else (both[0], 0))
            for name, both in sums.items()
        )

    def commit(self, last: bool = False) -> None:
        """Make both halves lasting; a crash in between is noticed by `fits`.

        The `last` one of an update waits for the engine to have its files in order.
        """
        with self.writing():
            self.engine.commit()
            if last:
                self.engine.close_writer()
            self.columns.note(_STAMP, self.engine.stamp())
            self.columns.note(_FILES, json.dumps(self.engine.files(True)) if last else "")
            self.columns.commit()

    def give_up(self) -> None:
        """Forget what was not committed."""
        with self._lock, suppress(sqlite3.Error):
            self.columns.roll_back()
        with suppress(DamagedError), self.writing():
            self.engine.close_writer()

    def close(self) -> None:
        """Let go of the files."""
        with self._lock, suppress(sqlite3.Error):
            self._link.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Whoever reads goes before the one who writes."""
        self._asked += 1
        try:
            with self._lock, damage():
                yield
        except DamagedError:
            self._damaged = True
            raise
        finally:
            self._asked -= 1

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A short turn of writing, to be taken up anew after every article."""
        while self._asked:
            time.sleep(0.001)
        with self._lock, damage():
            yield


def wipe(path: Path) -> None:
    """Remove an index from its folder; leaves the lock, which others may hold."""
    for name in (_TABLES, f"{_TABLES}-wal", f"{_TABLES}-shm"):
        (path / name).unlink(missing_ok=True)
    shutil.rmtree(path / _ENGINE, ignore_errors=True)


@contextmanager
def alone(path: Path, stop: Callable[[], bool]) -> Iterator[bool]:
    """The right to write to the index in `path`; waits for other sessions, or False on `stop`.

    Raises `OSError` where nothing can be written.
    """
    import fcntl

    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (path / _LOCK).open("a+b") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if stop():
                    yield False
                    return
                time.sleep(_WAIT)
                continue
            yield True
            return


@contextmanager
def damage() -> Iterator[None]:
    """Turns what SQLite and the engine raise over a damaged file into `DamagedError`."""
    try:
        yield
    except (sqlite3.Error, ValueError, KeyError, IndexError) as error:
        raise DamagedError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # a Rust panic is no Exception
            raise DamagedError(str(error)) from None
        raise
