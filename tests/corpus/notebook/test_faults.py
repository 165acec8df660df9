"""The notebook is stopped at every call to the disk, by a kill or an error, and loses nothing."""

from __future__ import annotations

import errno
import itertools
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from corpus.notebook import journal, shelf
from corpus.notebook.book import Notebook
from corpus.notebook.document import now
from corpus.notebook.errors import NotSavedError
from corpus.notebook.records import EPOCH, TABLES, Hidden, Note, Record, Tag
from tests.corpus.notebook.memory import KilledError, MemoryDisk
from tests.corpus.notebook.samples import ANNA, EVERY, note

FOLDER = Path("/home/reader/book")
State = tuple[str, ...]
Step = Callable[[Notebook], object]


def state(book: Notebook) -> State:
    """What the notebook holds, whatever its ids and times are."""
    bare: list[Record] = [
        replace(r, id="", revision=0, created=EPOCH, changed=EPOCH)
        for kind in TABLES.values()
        for r in book.records(kind)
    ]
    return tuple(sorted(map(repr, bare)))


def first(book: Notebook, kind: type[Record]) -> Record:
    return book.records(kind)[0]


def edit(book: Notebook) -> None:
    book.change(replace(book.records(Note)[0], text="edited"))


STEPS: tuple[Step, ...] = (
    lambda book: book.add(note("one")),
    lambda book: book.add(note("two")),
    lambda book: book.add(Tag(on=ANNA, tag="t")),
    edit,
    lambda book: book.undo(),
    lambda book: book.redo(),
    lambda book: book.remove(first(book, Note).id),
    lambda book: book.undo(),
    *[(lambda book, record=record: book.add(record)) for record in EVERY[5:8]],
    lambda book: book.remove(first(book, Hidden).id),
    lambda book: book.undo(),
    lambda book: book.undo(),
    lambda book: book.add(note("three")),
    lambda book: book.add(note("four")),
)


@pytest.fixture(autouse=True)
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Backups and cuts of the journal come often, so that they too are stopped at every call."""
    monkeypatch.setattr(shelf, "EVERY", 3)
    monkeypatch.setattr(journal, "FULL", 8_000)
    monkeypatch.setattr(journal, "KEPT_BYTES", 5_000)


def ticking() -> Callable[[], datetime]:
    seconds = itertools.count()
    return lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=next(seconds))


def opened(disk: MemoryDisk) -> Notebook:
    return Notebook.open(FOLDER, fs=disk, clock=ticking(), patience=0.0)


@cache
def clean_run() -> tuple[list[State], int]:
    """The states after each step when nothing goes wrong, and the number of calls."""
    disk = MemoryDisk()
    book = opened(disk)
    states = [state(book)]
    for step in STEPS:
        step(book)
        states.append(state(book))
    return states, disk.calls


def killing(at: int) -> Callable[[int, str], None]:
    def before(number: int, name: str) -> None:
        if number >= at:
            raise KilledError

    return before


def failing(at: int, code: int, calls: float) -> Callable[[int, str], None]:
    def before(number: int, name: str) -> None:
        if at <= number < at + calls and name not in ("close", "stamp"):
            raise OSError(code, "made to fail")

    return before


def run_until_killed(disk: MemoryDisk) -> int:
    """How many steps were acknowledged before the kill."""
    done = 0
    try:
        book = opened(disk)
        for step in STEPS:
            step(book)
            done += 1
    except KilledError:
        pass
    return done


@pytest.mark.parametrize("how", ["kill", "torn", "power", "luck"])
def test_a_kill_at_any_call_loses_nothing_acknowledged(how: str) -> None:
    states, calls = clean_run()
    assert calls > 300
    for at in range(1, calls + 1):
        disk = MemoryDisk()
        disk.before, disk.tear = killing(at), how in ("torn", "luck")
        done = run_until_killed(disk)
        choose = random.Random(at) if how == "luck" else None
        disk = disk.after_crash(power=how in ("power", "luck"), choose=choose)
        book = opened(disk)
        assert state(book) in states[done : done + 2], f"killed at call {at} of step {done}"
        assert not [n for n in disk.names_now if "damaged" in n.name], at
        before = state(book)
        if before:
            assert book.undo() is not None, f"nothing to undo after a kill at call {at}"
            book.redo()
        book.add(note("afterwards"))
        assert set(before) < set(state(opened(disk)))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("calls", [1, 40])
def test_an_error_at_any_call_is_told_and_made_good(code: int, calls: int) -> None:
    states, total = clean_run()
    told = 0
    for at in range(1, total + 1, min(calls, 3)):
        disk = MemoryDisk()
        disk.before, disk.tear = failing(at, code, calls), at % 2 == 0
        book, looks = opened(disk), 2
        for number, step in enumerate(STEPS):
            try:
                step(book)
                assert book.unsaved == 0
                if disk.calls >= at and looks > 0:  # from the fault on, for some steps
                    looks -= 1
                    other = opened(disk.after_crash(power=True))
                    assert state(other) == states[number + 1], f"error at call {at}"
            except NotSavedError as error:
                told += 1
                assert book.unsaved > 0
                assert error.reason
            assert state(book) == states[number + 1], f"error at call {at}"
        disk.before = lambda number, name: None
        book.retry()
        assert book.unsaved == 0
        assert state(opened(disk.after_crash(power=True))) == states[-1]
    assert told > total / 12


def test_a_disk_that_stays_full_keeps_what_was_saved_before() -> None:
    states, total = clean_run()
    for at in range(1, total + 1, 3):
        disk = MemoryDisk()
        disk.before = failing(at, errno.ENOSPC, float("inf"))
        book = opened(disk)
        saved = 0
        for number, step in enumerate(STEPS, 1):
            try:
                step(book)
                saved = number
            except NotSavedError:
                pass
        assert state(book) == states[-1]
        assert state(opened(disk.after_crash(power=True))) in states[saved : saved + 2]


def damaged() -> tuple[MemoryDisk, State]:
    disk = MemoryDisk()
    book = opened(disk)
    for step in STEPS:
        step(book)
    expected = state(book)
    book.close()
    node = disk.names_now[FOLDER / "notes.toml"]
    assert node is not None
    node.data = node.safe = node.data[: len(node.data) // 2] + b"\0"
    return disk.after_crash(power=True), expected


@pytest.mark.parametrize("power", [False, True])
def test_mending_may_be_stopped_at_any_call(power: bool) -> None:
    calls = itertools.count(1)
    for at in calls:
        disk, expected = damaged()
        disk.before = killing(at)
        try:
            opened(disk)
        except KilledError:
            disk = disk.after_crash(power=power)
            assert state(opened(disk)) == expected
            assert any("damaged" in n.name for n in disk.names_now)
            continue
        break
    assert next(calls) > 20


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_mending_may_fail_at_any_call(code: int) -> None:
    for at in range(1, 60):
        disk, expected = damaged()
        disk.before = failing(at, code, 1)
        book = opened(disk)
        disk.before = lambda number, name: None
        book.add(note("afterwards"))
        assert set(expected) < set(state(opened(disk.after_crash(power=True))))
        assert any("damaged" in n.name for n in disk.names_now)


def test_a_read_only_disk_is_read_and_told() -> None:
    disk, expected = damaged()
    writing = {"create", "write", "rename", "make_folder", "remove", "extend", "sync", "lock"}

    def before(number: int, name: str) -> None:
        if name in writing:
            raise OSError(errno.EROFS, "read-only")

    disk.before = before
    book = opened(disk)
    assert state(book) == expected
    with pytest.raises(NotSavedError, match="read-only"):
        book.add(note("kept in memory"))
    assert len(state(book)) == len(expected) + 1


def test_time_of_changes_is_in_milliseconds() -> None:
    assert now().microsecond % 1000 == 0
    assert now().tzinfo is UTC
