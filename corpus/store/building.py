"""The build: files read, names found, who is whom; kept as it goes, resumed if broken off."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Final

from corpus import codec
from corpus.build import Progress
from corpus.errors import DatelineError
from corpus.model import Entity, Skipped
from corpus.names.table import Entry
from corpus.reading.guard.limits import Limits
from corpus.store import file, names
from corpus.store.arrange import apart, arrange
from corpus.store.desk import Desk
from corpus.store.intake import Taken, drop_unused, take_in
from corpus.store.lock import BusyError, Lock
from corpus.store.seal import DamagedError, unpack, unseal
from corpus.store.stamp import stamp
from corpus.store.versions import Versions, current, keep

Tell = Callable[[Progress], object]
Asked = Callable[[], bool]

_PAUSE: Final = 0.5
"""Seconds between two commits, and between two reports."""
_FIRST: Final = 0.1
"""Seconds of reading after which the first articles are shown."""
_SHARE: Final = 8
"""A model of what is there so far may take one part in so many of the time."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: whether anything had to be done, and what is to be told."""

    changed: bool
    notices: tuple[str, ...] = ()
    problems: tuple[Skipped, ...] = ()


def build(
    paths: Sequence[str | Path],
    cache_folder: Path,
    engine: str = "small",
    *,
    children: int | None = None,
    tell: Tell | None = None,
    on_model: Callable[[bool], object] | None = None,
    on_names: Callable[[], object] | None = None,
    cancelled: Asked | None = None,
    distrust: str = "",
    limits: Limits | None = None,
    finder: Callable[[Build], None] | None = None,
) -> Outcome:
    """Bring the stored corpus of `paths` up to date; what is done already is not done again.

    `children` are the processes that find names (None: all cores where they pay, 0: none).
    `on_model` is called each time when a model is in place, with whether it is the last one, and
    `on_names` once the index of its names is.
    `limits` bound what a file may cost.
    `finder` reads and finds in another way, such as on other machines.
    A file that is damaged, or that `distrust` gives a reason against, is made anew.
    Raises BusyError while another session builds, DatelineError, OSError, sqlite3.Error.
    """
    from corpus.reading import bundled

    folder = file.place(paths or [bundled()], cache_folder)
    if finder is None and any(map(file.address, paths)):
        raise DatelineError("what lies at an address is read by `dateline build --on` alone")
    lock = Lock(folder)
    if not lock.take():
        raise BusyError("another session is reading this folder")
    job = Build(
        tuple(paths or [bundled()]), folder, engine, children, tell or (lambda progress: None),
        on_model or (lambda complete: None), on_names or (lambda: None),
        cancelled or (lambda: False), limits or Limits(), finder,
    )  # fmt: skip
    try:
        if distrust:
            file.discard(folder)
            job.notices.append(f"The stored reading was made anew: {distrust}.")
        try:
            return job.run()
        except (DamagedError, file.StoreError, sqlite3.DatabaseError) as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            file.discard(folder)
            why = str(error) if isinstance(error, DatelineError) else "the file is damaged"
            job.notices.append(f"The stored reading was made anew: {why}.")
            return job.run()
    finally:
        lock.release()


@dataclass(slots=True)
class Build:
    """One build at work."""

    paths: tuple[str | Path, ...]
    folder: Path
    engine: str
    children: int | None
    tell: Tell
    on_model: Callable[[bool], object]
    on_names: Callable[[], object]
    cancelled: Asked
    limits: Limits
    finder: Callable[[Build], None] | None = None
    notices: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[Skipped] = field(default_factory=list)
    db: sqlite3.Connection = field(init=False)
    versions: Versions = field(init=False)
    unread: bool = False
    """Whether something could not be read that another try may read."""
    _had: bool = False
    """Whether a whole model is there already: then no half one takes its place."""
    _shown: float = 0.0
    _cost: float = 0.0

    def run(self) -> Outcome:
        """Do what there is to do."""
        self.skipped.clear()
        self.problems.clear()
        self.db = file.open_to_write(self.folder)
        try:
            return self._run()
        finally:
            self.db.close()

    def _run(self) -> Outcome:
        meta = dict(self.db.execute("SELECT name, value FROM meta"))
        self.versions = current(self.engine, meta, self.limits)
        model = json.loads(meta.get("model", "{}"))
        seen = "" if any(map(file.address, self.paths)) else stamp(self.paths)
        mine = [self.versions.reading, self.versions.names, self.versions.facts]
        if model.get("complete") and model["versions"] == mine and seen and model["stamp"] == seen:
            if not names.is_there(self.db):
                self._index(entries_of(self.db))
            return Outcome(False, tuple(self.notices))
        self._had = bool(model.get("complete"))
        with self.db:
            self.db.execute("BEGIN")
            keep(self.db)
        (self.finder or Build._find)(self)
        if self.cancelled():
            return Outcome(True, tuple(self.notices), tuple(self.problems))
        self.tell(Progress("joining names", 0, 0, skipped=len(self.skipped)))
        with self.db:
            self.db.execute("BEGIN")
            drop_unused(self.db)
        kept = "" if self.unread else seen
        self._arrange({"complete": True, "versions": mine, "stamp": kept})
        self.on_model(True)
        self._index(entries_of(self.db))
        self.db.execute("PRAGMA wal_checkpoint(PASSIVE)")
        return Outcome(True, tuple(self.notices), tuple(self.problems))

    def _read(self) -> Iterator[list[Taken]]:
        """The files' articles in batches, each of which is committed."""
        self.tell(Progress("reading", 0, 0))
        batch: list[Taken] = []
        taken: set[str] = set()
        began = monotonic()
        number = 0
        self.db.execute("BEGIN")
        try:
            for one in take_in(self.db, self.paths, self.versions.reading, self.limits):
                number += 1
                if one.skipped is not None:
                    self.skipped.append(one.skipped)
                if one.article is not None:
                    batch.append(one._replace(id=apart(one.id, taken)))
                if monotonic() - began > (_PAUSE if self._shown else _FIRST):
                    self.db.execute("COMMIT")
                    yield batch
                    batch, began = [], monotonic()
                    self.tell(Progress("reading", number, 0, skipped=len(self.skipped)))
                    self.db.execute("BEGIN")
                if self.cancelled():
                    break
        finally:
            if self.db.in_transaction:
                self.db.execute("COMMIT")
        yield batch

    def _find(self) -> None:
        """Read what is new and find what is in it, both at once where there are children."""
        with Desk(self) as desk:
            for batch in self._read():
                desk.add(batch)
                self._show()
            desk.finish()

    def show_more(self) -> None:
        """Put a model of what is there so far in place, where that is due and worth its time."""
        self._show()

    def _show(self) -> None:
        if self._had or self.cancelled():
            return
        began = monotonic()
        if began - self._shown < _SHARE * self._cost:
            return
        self._arrange({"complete": False})
        self._shown = monotonic()
        self._cost = self._shown - began
        self.on_model(False)

    def _arrange(self, extra: dict[str, object]) -> None:
        skipped = sorted(self.skipped + self.problems, key=lambda one: one.path)
        arrange(self.db, self.versions, skipped, json.dumps(extra))

    def _index(self, entries: Sequence[Entry]) -> None:
        if not self.cancelled():
            names.store(self.db, entries)
            self.on_names()


def entries_of(connection: sqlite3.Connection) -> list[Entry]:
    """The stored entities as entries of an index of names."""
    counts = connection.execute("SELECT body FROM sheet WHERE name = 'counts'").fetchone()
    numbers = memoryview(unseal("counts", counts[0])).cast("i")
    entries: list[Entry] = []
    for at, head in connection.execute("SELECT at, head FROM entity ORDER BY at"):
        entity = codec.decode(Entity, unpack(f"entity {at}", head))
        entries.append(Entry(entity.name, entity.spellings, entity.kind, numbers[2 * at]))
    return entries
