"""A build whose reading and finding is done by a cluster; the store is the same as ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.build import FINDING, Progress
from corpus.cluster import listing, task, wire
from corpus.cluster.dispatch import Answer, Cluster
from corpus.cluster.listing import File
from corpus.cluster.wire import Item, Stored, Terms, Wanted
from corpus.model import Skipped
from corpus.reading import clean_line
from corpus.reading.guard.limits import Limits
from corpus.store import building
from corpus.store.arrange import apart
from corpus.store.building import Build, Outcome
from corpus.store.file import local
from corpus.store.intake import (
    Said,
    Seen,
    Source,
    put_article,
    put_source,
    read_said,
    seal_said,
    sources,
)
from corpus.store.intake import trusted as trust
from corpus.store.rows import Found, with_labels

if TYPE_CHECKING:
    from distributed import Client

_JOB_BYTES: Final = 120_000
"""Bytes of one job: some seconds of work, little to lose."""
_JOB_FILES: Final = 100


class Entry(NamedTuple):
    """A file in its turn, and what is stored of it, if that is still true."""

    file: File
    known: dict[bytes, Said]


def build(
    scheduler: str | Client,
    paths: Sequence[str | Path],
    cache_folder: Path,
    engine: str = "small",
    *,
    tell: Callable[[Progress], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
    distrust: str = "",
    limits: Limits | None = None,
) -> Outcome:
    """Bring the stored corpus of `paths` up to date with the workers of `scheduler`.

    `paths` are folders and files that every worker sees, or addresses that fsspec opens. What
    comes of it equals what `corpus.store.building.build` makes of the same files, and is kept as
    it comes: who interrupts it loses what is under way. Raises as that function does.
    """
    with Cluster(scheduler) as cluster:
        return building.build(
            local(paths), cache_folder, engine, tell=tell, cancelled=cancelled,
            distrust=distrust, limits=limits, finder=lambda job: Intake(job, cluster).run(),
        )  # fmt: skip


class Intake:
    """Files out to the cluster, rows into the store, in the order of the files."""

    def __init__(self, build: Build, cluster: Cluster) -> None:
        self._build = build
        self._db = build.db
        self._cluster = cluster
        self._terms = Terms(build.engine, build.limits, build.versions)
        self._known = sources(self._db)
        made = build.versions
        self._have: set[tuple[int, str]] = set(
            self._db.execute(
                "SELECT article, id FROM extract WHERE version = ? AND facts_version = ?",
                (made.names, made.facts),
            )
        )
        self._turns = count()
        self._taken: set[str] = set()
        self._again: list[tuple[int, str]] = []
        self._done = self._listed = 0

    def run(self) -> None:
        """Read and find what is new."""
        self._tell()
        stop = self._build.cancelled
        self._db.execute("BEGIN")
        try:
            for answer in self._cluster.answers(task.look, self._jobs(), self._write, stop):
                self._store(answer)
                self._commit()
            if not stop():
                self._drop(path for before in self._known.values() for path in before)
                self._find_again()
        finally:
            self._db.execute("COMMIT")

    def _jobs(self) -> Iterator[list[Entry]]:
        """The files in jobs; those that are stored already go along for the sake of their turn."""
        job: list[Entry] = []
        size = files = 0
        for found in listing.files(self._build.paths):
            if isinstance(found, Skipped):
                self._build.skipped.append(found)
                continue
            known = self._trusted(found)
            job.append(Entry(found, known))
            self._listed += 1
            if not known:
                size += found.size
                files += 1
            if size >= _JOB_BYTES or files >= _JOB_FILES or len(job) >= 50 * _JOB_FILES:
                yield job
                job, size, files = [], 0, 0
        if job:
            yield job

    def _trusted(self, file: File) -> dict[bytes, Said]:
        before = self._known.get(file.key, {})
        if file.root and not file.mtime:
            return {}
        seen = Seen(
            file.shown.encode("utf-8", "surrogateescape"), self._build.versions.reading,
            file.size, file.mtime, file.inode,
        )  # fmt: skip
        return trust(Path(file.path), before, seen)

    def _write(self, job: Sequence[Entry]) -> bytes:
        wanted = [Wanted(one.file.root, one.file.path, one.file.shown) for one in job
                  if not one.known]  # fmt: skip
        return wire.job(self._terms, wanted) if wanted else b""

    def _store(self, answer: Answer[Entry]) -> None:
        read = iter(wire.read_answer(answer.data))
        for file, known in answer.part:
            before = self._known.pop(file.key, {})
            if known:
                for key, said in known.items():
                    self._put(file, key, before[key].article, said, before)
            elif answer.reason:
                reason = clean_line(answer.reason, 200)
                self._build.problems.append(Skipped(clean_line(file.shown), reason))
                self._build.unread = True
                self._drop(before)
            else:
                kept = self._put_all(file, next(read), before)
                self._drop(key for key in before if key not in kept)
            self._done += 1

    def _drop(self, keys: Iterable[bytes]) -> None:
        self._db.executemany("DELETE FROM source WHERE path = ?", [(key,) for key in keys])

    def _put_all(
        self, file: File, items: Iterable[Item], before: dict[bytes, Source]
    ) -> set[bytes]:
        kept: set[bytes] = set()
        for number, item in enumerate(items):
            key = file.key + b"\0%d" % number if number else file.key
            kept.add(key)
            article = put_article(self._db, item.body) if item.body is not None else None
            if article is not None and item.found is not None:
                self._found(article, item.said.id, item.found)
            if item.problem:
                self._problem(item.said.path, item.problem)
            self._put(file, key, article, item.said, before)
        return kept

    def _put(
        self, file: File, key: bytes, article: int | None, said: Said, before: dict[bytes, Source]
    ) -> None:
        shown = file.shown.encode("utf-8", "surrogateescape")
        row = Source(
            next(self._turns), shown, file.size, file.mtime, file.inode,
            self._build.versions.reading, article, seal_said(key, said),
        )  # fmt: skip
        if row != before.get(key):
            put_source(self._db, key, row)
        if said.reason:
            self._build.skipped.append(Skipped(said.path, said.reason))
        if article is not None:
            id_ = apart(said.id, self._taken)
            if (article, id_) not in self._have:
                self._again.append((article, id_))

    def _found(self, article: int, id_: str, found: Found) -> None:
        made = self._build.versions
        self._db.execute(
            "INSERT OR REPLACE INTO extract (article, id, version, facts_version, count, refs,"
            " cards, named, rest, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article, id_, made.names, made.facts, *with_labels(found, article, id_)),
        )
        self._have.add((article, id_))

    def _find_again(self) -> None:
        """Look into copies, each under an id of its own, and what an older version looked into."""
        jobs = (self._again[at : at + _JOB_FILES] for at in range(0, len(self._again), _JOB_FILES))
        stop = self._build.cancelled
        for answer in self._cluster.answers(task.look_again, jobs, self._write_again, stop):
            items = [one for line in wire.read_answer(answer.data) for one in line]
            for at, (article, id_) in enumerate(answer.part):
                if answer.reason or items[at].problem:
                    self._problem(self._path(article), answer.reason or items[at].problem)
                found = items[at].found if items else None
                if found is not None:
                    self._found(article, id_, found)
            self._commit()

    def _write_again(self, job: Sequence[tuple[int, str]]) -> bytes:
        lines = []
        for article, id_ in job:
            query = "SELECT key, body FROM article WHERE no = ?"
            key, body = self._db.execute(query, (article,)).fetchone()
            lines.append(Stored(key, body, id_))
        return wire.job(self._terms, lines)

    def _path(self, article: int) -> str:
        query = "SELECT path, said FROM source WHERE article = ?"
        return read_said(*self._db.execute(query, (article,)).fetchone()).path

    def _problem(self, path: str, problem: str) -> None:
        reason = clean_line(f"no names looked for: {problem}", 200)
        self._build.problems.append(Skipped(path, reason))

    def _commit(self) -> None:
        self._db.execute("COMMIT")
        self._tell()
        self._build.show_more()
        self._db.execute("BEGIN")

    def _tell(self) -> None:
        skipped = len(self._build.skipped) + len(self._build.problems)
        step = Progress(FINDING, self._done, self._listed)
        self._build.tell(replace(step, skipped=skipped))
