"""What is still to be found of a build: shared out, collected and put away."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING, Final

from corpus.build import FINDING, Progress
from corpus.language.engines import TaggerLike, open_tagger
from corpus.model import Skipped
from corpus.store.crew import Crew
from corpus.store.intake import Taken, read_said
from corpus.store.labour import Result, Task, work

if TYPE_CHECKING:
    from corpus.store.building import Build

_JOB_WORDS: Final = 10_000
"""Words of one job: enough for the tagger's batches, few enough to share and to lose."""
_ENOUGH_FOR_CREW: Final = 60_000
"""Words from which on child processes pay for their start."""
_PAUSE: Final = 0.5
"""Seconds between two commits, and between two reports."""


class Desk:
    """Hands out what is to be found, and puts away what was."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._db = build.db
        made = build.versions
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

    def __enter__(self) -> Desk:
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
        made = self._build.versions
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
