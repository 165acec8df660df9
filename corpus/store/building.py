"""The build: files read, names found, who is whom; kept as it goes, resumed if broken off."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Final

from corpus import codec
from corpus.build import FINDING, Progress
from corpus.errors import DatelineError
from corpus.language.engines import TaggerLike, open_tagger
from corpus.model import Entity, Skipped
from corpus.names.table import Entry
from corpus.store import file, names, versions
from corpus.store.arrange import apart, arrange
from corpus.store.crew import Crew
from corpus.store.intake import Taken, drop_unused, read_said, take_in
from corpus.store.labour import Result, Task, work
from corpus.store.lock import BusyError, Lock
from corpus.store.seal import DamagedError, unpack, unseal
from corpus.store.stamp import stamp

Tell = Callable[[Progress], object]
Asked = Callable[[], bool]

_JOB_WORDS: Final = 10_000
"""Words of one job: enough for the tagger's batches, few enough to share and to lose."""
_ENOUGH_FOR_CREW: Final = 60_000
"""Words from which on child processes pay for their start."""
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
) -> Outcome:
    """Bring the stored corpus of `paths` up to date; what is done already is not done again.

    `children` are the processes that find names (None: all cores where they pay, 0: none).
    `on_model` is called each time when a model is in place, with whether it is the last one, and
    `on_names` once the index of its names is.
    A file that is damaged, or that `distrust` gives a reason against, is made anew.
    Raises BusyError while another session builds, DatelineError, OSError, sqlite3.Error.
    """
    from corpus.reading import bundled

    folder = file.place(paths or [bundled()], cache_folder)
    lock = Lock(folder)
    if not lock.take():
        raise BusyError("another session is reading this folder")
    job = _Build(
        tuple(paths or [bundled()]), folder, engine, children, tell or (lambda progress: None),
        on_model or (lambda complete: None), on_names or (lambda: None),
        cancelled or (lambda: False),
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
class _Build:
    paths: tuple[str | Path, ...]
    folder: Path
    engine: str
    children: int | None
    tell: Tell
    on_model: Callable[[bool], object]
    on_names: Callable[[], object]
    cancelled: Asked
    notices: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[Skipped] = field(default_factory=list)
    _db: sqlite3.Connection = field(init=False)
    _versions: versions.Versions = field(init=False)
    _had: bool = False
    """Whether a whole model is there already: then no half one takes its place."""
    _shown: float = 0.0
    _cost: float = 0.0

    def run(self) -> Outcome:
        """Do what there is to do."""
        self.skipped.clear()
        self.problems.clear()
        self._db = file.open_to_write(self.folder)
        try:
            return self._run()
        finally:
            self._db.close()

    def _run(self) -> Outcome:
        meta = dict(self._db.execute("SELECT name, value FROM meta"))
        self._versions = versions.current(self.engine, meta)
        model = json.loads(meta.get("model", "{}"))
        seen = stamp(self.paths)
        mine = [self._versions.reading, self._versions.names, self._versions.facts]
        if model.get("complete") and model["versions"] == mine and seen and model["stamp"] == seen:
            if not names.is_there(self._db):
                self._index(entries_of(self._db))
            return Outcome(False, tuple(self.notices))
        self._had = bool(model.get("complete"))
        with self._db:
            self._db.execute("BEGIN")
            versions.keep(self._db)
        self._find()
        if self.cancelled():
            return Outcome(True, tuple(self.notices), tuple(self.problems))
        self.tell(Progress("joining names", 0, 0, skipped=len(self.skipped)))
        with self._db:
            self._db.execute("BEGIN")
            drop_unused(self._db)
        self._arrange({"complete": True, "versions": mine, "stamp": seen})
        self.on_model(True)
        self._index(entries_of(self._db))
        self._db.execute("PRAGMA wal_checkpoint(PASSIVE)")
        return Outcome(True, tuple(self.notices), tuple(self.problems))

    def _read(self) -> Iterator[list[Taken]]:
        """The files' articles in batches, each of which is committed."""
        self.tell(Progress("reading", 0, 0))
        batch: list[Taken] = []
        taken: set[str] = set()
        began = monotonic()
        number = 0
        self._db.execute("BEGIN")
        try:
            for one in take_in(self._db, self.paths, self._versions.reading):
                number += 1
                if one.skipped is not None:
                    self.skipped.append(one.skipped)
                if one.article is not None:
                    batch.append(one._replace(id=apart(one.id, taken)))
                if monotonic() - began > (_PAUSE if self._shown else _FIRST):
                    self._db.execute("COMMIT")
                    yield batch
                    batch, began = [], monotonic()
                    self.tell(Progress("reading", number, 0, skipped=len(self.skipped)))
                    self._db.execute("BEGIN")
                if self.cancelled():
                    break
        finally:
            if self._db.in_transaction:
                self._db.execute("COMMIT")
        yield batch

    def _find(self) -> None:
        """Read what is new and find what is in it, both at once where there are children."""
        with _Desk(self) as desk:
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
        arrange(self._db, self._versions, skipped, json.dumps(extra))

    def _index(self, entries: Sequence[Entry]) -> None:
        if not self.cancelled():
            names.store(self._db, entries)
            self.on_names()


class _Desk:
    """Hands out what is to be found, and puts away what was."""

    def __init__(self, build: _Build) -> None:
        self._build = build
        self._db = build._db
        made = build._versions
        self._have: dict[tuple[int, str], bool] = {
            (article, id_): facts == made.facts
            for article, id_, facts in self._db.execute(
                "SELECT article, id, facts_version FROM extract WHERE version = ?", (made.names,)
            )
        }
        self._jobs: list[list[Task]] = [[]]
        self._size = 0
        self._words: dict[tuple[int, str], int] = {}
        self._todo = self._todo_words = self._done = self._done_words = 0
        self._crew: Crew | None = None
        self._results: list[Result] = []
        self._began = self._stored = 0.0

    def __enter__(self) -> _Desk:
        return self

    def __exit__(self, *_: object) -> None:
        if self._crew is not None:
            self._crew.close()
        self._store()

    def add(self, batch: Sequence[Taken]) -> None:
        """Take on what is still to be found of a batch of articles that are stored."""
        for one in batch:
            if one.article is None or self._have.get((one.article, one.id)):
                continue
            again = (one.article, one.id) in self._have
            self._jobs[-1].append(Task(one.article, one.id, again))
            self._words[one.article, one.id] = one.words
            self._size += one.words
            self._todo += 1
            self._todo_words += one.words
            if self._size >= _JOB_WORDS:
                self._jobs.append([])
                self._size = 0
        children = self._children()
        if self._crew is None and children:
            self._crew = Crew(self._build.folder, self._build.engine, children)
            self._began = monotonic()
        if self._crew is not None:
            for job in self._jobs[:-1]:
                self._crew.submit(job)
            del self._jobs[:-1]
            while (result := self._crew.take(0)) is not None:
                self._take(result)
            self._store()

    def finish(self) -> None:
        """Wait for everything to be found, or for the reader to have enough."""
        self._began = self._began or monotonic()
        self._tell()
        jobs, self._jobs = [job for job in self._jobs if job], [[]]
        if self._crew is None:
            for result in self._alone(jobs):
                self._take(result)
                self._put_away()
                if self._build.cancelled():
                    return
            return
        for job in jobs:
            self._crew.submit(job)
        while self._done < self._todo and not self._build.cancelled():
            found = self._crew.take(_PAUSE)
            if found is not None:
                self._take(found)
            self._put_away()

    def _children(self) -> int:
        wanted = self._build.children
        if wanted is not None:
            return wanted if self._todo else 0
        return _cores() if self._todo_words > _ENOUGH_FOR_CREW else 0

    def _alone(self, jobs: Sequence[Sequence[Task]]) -> Iterator[Result]:
        @cache
        def tagger() -> TaggerLike:
            return open_tagger(self._build.engine)

        for job in jobs:
            yield from work(self._db, tagger, job)

    def _take(self, result: Result) -> None:
        self._results.append(result)
        self._done += 1
        self._done_words += self._words.pop((result.article, result.id), 0)
        if result.problem:
            (path,) = self._path(result.article)
            self._build.problems.append(Skipped(path, f"no names looked for: {result.problem}"))

    def _path(self, article: int) -> tuple[str]:
        rows = self._db.execute("SELECT path, said FROM source WHERE article = ?", (article,))
        path, said = rows.fetchone()
        return (read_said(path, said).path,)

    def _put_away(self) -> None:
        if monotonic() - self._stored > _PAUSE:
            self._store()
            self._tell()
            self._build.show_more()

    def _store(self) -> None:
        self._stored = monotonic()
        if not self._results:
            return
        made = self._build._versions
        with self._db:
            self._db.execute("BEGIN")
            self._db.executemany(
                "INSERT OR REPLACE INTO extract (article, id, version, facts_version, count, refs,"
                " cards, named, rest, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (one.article, one.id, made.names, made.facts, *one.found)
                    for one in self._results
                ],
            )
        self._results.clear()

    def _tell(self) -> None:
        passed = monotonic() - self._began
        rate = self._done_words / passed if passed > 1 else 0.0
        left = (self._todo_words - self._done_words) / rate if rate else 0.0
        skipped = len(self._build.skipped) + len(self._build.problems)
        self._build.tell(
            Progress(FINDING, self._done, self._todo, round(rate), round(left), skipped)
        )


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def entries_of(connection: sqlite3.Connection) -> list[Entry]:
    """The stored entities as entries of an index of names."""
    counts = connection.execute("SELECT body FROM sheet WHERE name = 'counts'").fetchone()
    numbers = memoryview(unseal("counts", counts[0])).cast("i")
    entries: list[Entry] = []
    for at, head in connection.execute("SELECT at, head FROM entity ORDER BY at"):
        entity = codec.decode(Entity, unpack(f"entity {at}", head))
        entries.append(Entry(entity.name, entity.spellings, entity.kind, numbers[2 * at]))
    return entries
