"""The notebook: what the reader keeps, and how it is changed, undone and shared by sessions."""

from __future__ import annotations

import contextlib
import secrets
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar, cast

from corpus.notebook import journal
from corpus.notebook.changes import Change, meet, same
from corpus.notebook.disk import Disk
from corpus.notebook.document import now
from corpus.notebook.errors import NotSavedError, ReadOnlyError
from corpus.notebook.reasons import reason, tell, tell_passed_over
from corpus.notebook.records import FILE_OF, Record
from corpus.notebook.shelf import Shelf
from corpus.notebook.tables import from_table, to_table

R = TypeVar("R", bound=Record)


class Notebook:
    """One folder of the reader's own work. Methods may be called from any thread.

    When `add`, `change`, `remove`, `undo` or `redo` returns, the change is on the disk. When one
    raises `NotSavedError`, the change stands in memory, and is tried again with the next one or by
    `retry`. When it raises `ReadOnlyError`, nothing has changed.
    """

    def __init__(self, shelf: Shelf, clock: Callable[[], datetime]) -> None:
        self._shelf = shelf
        self._clock = clock
        self._session = secrets.token_hex(6)
        self._guard = threading.RLock()
        self._waiting: list[Change] = []
        self._own: dict[str, int] = {}
        self._view: dict[str, dict[str, Record]] = {}
        self._sorted: dict[type[Record], tuple[Record, ...]] = {}
        self._history = journal.History()

    @classmethod
    def open(
        cls,
        folder: str | Path,
        *,
        clock: Callable[[], datetime] = now,
        fs: Disk | None = None,
        patience: float = 10.0,
    ) -> Notebook:
        """The notebook in `folder`, which need not exist yet; nothing is written by opening it.

        Never raises for what lies there: `remarks` tells what was damaged or cannot be read.
        `patience` is how many seconds a change waits for the lock.
        """
        book = cls(Shelf(Path(folder).absolute(), fs or Disk(), clock, patience), clock)
        book._start()
        return book

    def _start(self) -> None:
        shelf = self._shelf
        try:
            shelf.take_in(locked=False)
            if any(held.again for held in shelf.files.values()) and not self.read_only:
                with contextlib.suppress(NotSavedError), shelf.locked():
                    shelf.take_in(locked=True)
        except OSError as error:
            shelf.remarks.append(f"the notebook cannot be read or mended: {reason(error)}")
        self._look()
        with contextlib.suppress(OSError):
            running = shelf.alive()
            self._history = journal.History(
                e for e in self._come_about(shelf.entries()) if e.session not in running
            )

    def _come_about(self, entries: list[journal.Entry]) -> list[journal.Entry]:
        """All but the changes that a session noted down, and was ended before it made them."""
        last = {entry.change.id: entry for entry in entries}
        never = set()
        for id_, entry in last.items():
            change = entry.change
            held = self._view[change.file].get(id_)
            if same(held, change.before) and not same(held, change.after):
                never.add(change.key)
        return [entry for entry in entries if entry.change.key not in never]

    @property
    def folder(self) -> Path:
        """Where the notebook lies."""
        return self._shelf.folder

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was found damaged or mended, and where changes met; in plain words, oldest first."""
        return tuple(self._shelf.remarks)

    @property
    def read_only(self) -> str:
        """Why nothing can be changed here, "" where it can."""
        for name, held in self._shelf.files.items():
            if held.document.newer:
                return f"{name}.toml {held.document.newer}"
        return ""

    @property
    def unsaved(self) -> int:
        """How many changes stand in memory only."""
        return len(self._waiting)

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, oldest first."""
        with self._guard:
            if kind not in self._sorted:
                held = self._view[FILE_OF[kind]].values()
                found = [r for r in held if type(r) is kind]
                self._sorted[kind] = tuple(sorted(found, key=lambda r: (r.created, r.id)))
            return cast("tuple[R, ...]", self._sorted[kind])

    def get(self, id_: str) -> Record | None:
        """The record with this id, if it is there."""
        with self._guard:
            return next((view[id_] for view in self._view.values() if id_ in view), None)

    def add(self, record: R) -> R:
        """Keeps a new record, and returns it as it is kept: with id and times, text tidied.

        Raises NotSavedError, ReadOnlyError, or ValueError for a record that cannot be kept.
        """
        with self._guard:
            time = self._clock()
            fresh = replace(record, id=secrets.token_hex(6), revision=1, created=time, changed=time)
            return self._do(_tidied(fresh), None)

    def change(self, record: R) -> R:
        """Keeps a changed version of a record that was read from here, and returns it as kept.

        If the record was changed elsewhere since it was read, both versions are kept: this one
        becomes a record of its own, whose `conflict_of` names the other. Raises like `add`.
        """
        with self._guard:
            held = self._view[FILE_OF[type(record)]].get(record.id)
            fresh = _tidied(replace(record, changed=self._clock(), revision=record.revision + 1))
            if held is None:
                return self._do(fresh, None)
            if same(held, fresh):
                return cast("R", held)
            base = held if held.revision in (record.revision, self._own.get(record.id)) else None
            return self._do(replace(fresh, created=held.created), base)

    def remove(self, id_: str) -> None:
        """Takes a record out; nothing happens where it is not there. Raises like `add`."""
        with self._guard:
            held = self.get(id_)
            if held is not None:
                self._make(Change(_key(), FILE_OF[type(held)], held, None))

    def undo(self) -> str | None:
        """Undoes the last change of this session, or of ended ones before it.

        Returns what was undone in plain words, None where there is nothing. What was changed
        elsewhere since is left as it is, and the words say so. Raises NotSavedError, ReadOnlyError.
        """
        return self._step("undo")

    def redo(self) -> str | None:
        """Makes the change again that was undone last; like `undo`."""
        return self._step("redo")

    def refresh(self) -> bool:
        """Takes in what other sessions or an editor changed; whether there was anything."""
        with self._guard:
            try:
                read = self._shelf.take_in(locked=False)
            except OSError:
                return False
            if read:
                self._look()
            return read

    def retry(self) -> None:
        """Tries again to save what stands in memory only. Raises NotSavedError."""
        with self._guard:
            if self._waiting:
                self._save()

    def close(self) -> None:
        """Ends the session. Raises NotSavedError when something still stands in memory only."""
        with self._guard:
            try:
                self.retry()
            finally:
                self._shelf.leave(self._session)

    def _step(self, how: str) -> str | None:
        with self._guard:
            self.refresh()
            steps = self._history.undoable() if how == "undo" else self._history.redoable()
            for change in steps:
                old, new = change.before, change.after
                if how == "undo":
                    old, new = new, old
                held = self._view[change.file].get(change.id)
                if same(held, new):
                    self._history.drop(change)
                    continue
                if not same(held, old):
                    self._history.drop(change)
                    return tell_passed_over(change, how)
                if new is not None:
                    new = replace(new, revision=(held or new).revision + 1)
                self._make(Change(_key(), change.file, held, new, how, change.key))
                return tell(change, how)
            return None

    def _do(self, record: R, before: Record | None) -> R:
        """Makes a change, and returns the record as it is kept, a copy if there was a conflict."""
        change = Change(_key(), FILE_OF[type(record)], before, record)
        try:
            made = self._make(change)
        except NotSavedError as error:
            raise NotSavedError(error.reason, record) from None
        return cast("R", made.after if made else record)

    def _make(self, change: Change) -> Change | None:
        if self.read_only:
            raise ReadOnlyError(f"The notebook is not changed: {self.read_only}.")
        self._waiting.append(change)
        self._history.take(change)
        return self._save()

    def _save(self) -> Change | None:
        """Brings all changes that wait to the disk; the last one as it was made."""
        try:
            with self._shelf.locked():
                self._shelf.join(self._session)
                self._shelf.take_in(locked=True)
                if self.read_only:
                    raise NotSavedError(self.read_only)
                made = self._write()
                with contextlib.suppress(OSError):
                    self._shelf.trim()
        except OSError as error:
            self._look()
            raise NotSavedError(f"{reason(error)} ({self.folder})") from None
        except NotSavedError:
            self._look()
            raise
        self._look()
        return made

    def _write(self) -> Change | None:
        held = {name: file.document.records for name, file in self._shelf.files.items()}
        touched = {change.file: dict(held[change.file]) for change in self._waiting}
        met = [(change, *meet(touched[change.file], change)) for change in self._waiting]
        time = self._clock()
        lines = [
            journal.line(made, self._session, time, self._shelf.blocks)
            for _, made, _ in met
            if made is not None
        ]
        if lines:
            self._shelf.note_down(lines)
        for name, records in touched.items():
            self._shelf.store(name, records)
        self._waiting.clear()
        for asked, made, remark in met:
            if remark:
                self._shelf.remarks.append(remark)
            if made is not asked:
                self._history.settle(asked, made)
            if made is not None and made.after is not None:
                self._own[made.id] = made.after.revision
        return met[-1][1]

    def _look(self) -> None:
        """Lays what waits over what is on the disk."""
        self._sorted.clear()
        self._view = {name: file.document.records for name, file in self._shelf.files.items()}
        for change in self._waiting:
            self._view[change.file] = dict(self._view[change.file])
        for change in self._waiting:
            meet(self._view[change.file], change)


def _key() -> str:
    return secrets.token_hex(8)


def _tidied(record: R) -> R:
    return cast("R", from_table(type(record), to_table(record)))
