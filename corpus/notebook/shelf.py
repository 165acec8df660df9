"""The notebook's folder: its files, their backups, the lock, and files that were damaged."""

from __future__ import annotations

import contextlib
import random
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from corpus.notebook import document, journal
from corpus.notebook.disk import Disk, Stamp
from corpus.notebook.document import Blocks, DamagedError, Document
from corpus.notebook.errors import NotSavedError
from corpus.notebook.records import FILES, Record
from corpus.notebook.writing import TEMPORARY, add_line, put

BACKUPS: Final = 5
"""Backups that are kept of each file."""
EVERY: Final = 50
"""Writes of a file after which it is backed up again."""
_IGNORED: Final = (
    b"# Made by Dateline: what belongs to this machine only.\n/.state/\n/backups/\n.*.tmp\n"
)


@dataclass(slots=True)
class Held:
    """A file as it was last seen, `stamp` None if there was none.

    `seen` is false until it has been read; `again` says from what its records stem while the file
    waits to be mended under the lock.
    """

    document: Document = field(default_factory=Document)
    stamp: Stamp | None = None
    seen: bool = False
    again: str = ""


class Shelf:
    """Reads and writes the files of one notebook; knows nothing of changes that wait."""

    def __init__(
        self, folder: Path, disk: Disk, clock: Callable[[], datetime], patience: float
    ) -> None:
        self.folder = folder
        self.remarks: list[str] = []
        self.blocks = Blocks()
        self.files = {name: Held() for name in FILES}
        self._disk = disk
        self._clock = clock
        self._patience = patience
        self._state = folder / ".state"
        self._journal = self._state / "journal.jsonl"
        self._journal_stamp: Stamp | None = None
        self._writes = dict.fromkeys(FILES, 0)
        self._session: int | None = None
        self._rooted = False
        self._journal_rooted = False

    def path(self, name: str) -> Path:
        """Where the file called `name` lies."""
        return self.folder / f"{name}.toml"

    # Reading

    def changed(self) -> list[str]:
        """The files that no longer are as they were last seen."""
        stamp = self._disk.stamp(self._journal)
        told = stamp != self._journal_stamp
        names = []
        for name, held in self.files.items():
            now = self._disk.stamp(self.path(name))
            if now != held.stamp or not held.seen or held.again or (told and now is not None):
                names.append(name)
        return names

    def take_in(self, *, locked: bool) -> bool:
        """Reads again what has changed; with the lock, damaged and missing files are mended.

        Returns whether anything was read. Raises OSError for a file that cannot be read.
        """
        stamp = self._disk.stamp(self._journal)
        names = self.changed()
        failed: OSError | None = None
        for name in names:
            try:
                self._read(name, locked)
            except OSError as error:
                failed = error
        if failed is not None:
            raise failed
        self._journal_stamp = stamp
        return bool(names)

    def _read(self, name: str, locked: bool) -> None:
        held = self.files[name]
        path = self.path(name)
        stamp = self._disk.stamp(path)
        if stamp is None:
            self._missing(name, locked)
            return
        data = self._disk.read(path)
        try:
            found = document.read(name, data, self.blocks)
        except DamagedError as error:
            if locked or not held.seen:
                self._damaged(name, data, str(error), locked)
            return
        self._remark(*found.remarks)
        self.files[name] = Held(found, stamp, True)

    def _missing(self, name: str, locked: bool) -> None:
        """A file that is gone is brought back; one that never was is empty."""
        held = self.files[name]
        entries = [e for e in self.entries() if e.change.file == name]
        backups = self._backups(name)
        if not held.document.records and not entries and not backups:
            self.files[name] = Held(seen=True)
            return
        restored, source = self._restored(name, entries)
        if held.stamp is not None or backups or len(entries) > 1:
            self._remark(f"{name}.toml was missing, and was brought back from {source}")
        self.files[name] = Held(restored, None, True, "" if locked else source)
        if locked:
            self._put(name, restored)

    def _damaged(self, name: str, data: bytes, why: str, locked: bool) -> None:
        """Sets a damaged file aside and puts the newest good state in its place."""
        restored, source = self._restored(name, self.entries())
        self.files[name] = Held(restored, None, True, source)
        if not locked:
            return
        aside = self._set_aside(name, data)
        self._remark(f"{name}.toml {why}; it lies in {aside.name}, and {source} was used instead")
        self._put(name, restored)

    def _set_aside(self, name: str, data: bytes) -> Path:
        start = f"{name}.toml.damaged-"
        known = [n for n in self._disk.names(self.folder) if n.startswith(start)]
        for other in known:
            if self._disk.read(self.folder / other) == data:
                return self.folder / other
        wanted = f"{start}{self._clock():%Y%m%dT%H%M%SZ}"
        number, chosen = 1, wanted
        while chosen in known:
            number += 1
            chosen = f"{wanted}-{number}"
        put(self._disk, self.folder / chosen, data)
        return self.folder / chosen

    def _restored(self, name: str, entries: list[journal.Entry]) -> tuple[Document, str]:
        """The newest good state: what was seen last, else a backup, and the journal over it."""
        held = self.files[name]
        base, source = held.document, held.again or "what was last read"
        if not held.seen:
            base, source = Document(), "the journal"
            for path in reversed(self._backups(name)):
                try:
                    base = document.read(name, self._disk.read(path), self.blocks)
                except (OSError, DamagedError):
                    continue
                source = f"backup {path.name}"
                break
        records = dict(base.records)
        journal.mend(records, name, entries)
        return Document(records, base.foreign, newer=base.newer), source

    def entries(self) -> list[journal.Entry]:
        """What the journal tells; nothing where there is none. Raises OSError."""
        try:
            return journal.read(self._disk.read(self._journal), self.blocks)
        except FileNotFoundError:
            return []

    def _remark(self, *remarks: str) -> None:
        self.remarks += [r for r in remarks if r not in self.remarks]

    # Writing: all of it under the lock

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the notebook's lock, in a folder that is made if need be.

        Raises OSError, or NotSavedError when another holds it for too long.
        """
        self._make_folders()
        path = self._state / "lock"
        until = time.monotonic() + self._patience
        while (handle := self._disk.lock(path)) is None:
            if time.monotonic() > until:
                raise NotSavedError(
                    f"another Dateline has held the notebook for {self._patience:.0f} seconds"
                )
            time.sleep(random.uniform(0.001, 0.008))
        try:
            yield
        finally:
            self._disk.close(handle)

    def _make_folders(self) -> None:
        """Makes the folders, and is sure of them once in a session: who made them may be gone."""
        absent = []
        folder = self._state / "sessions"
        while self._disk.stamp(folder) is None and folder != folder.parent:
            absent.append(folder)
            folder = folder.parent
        if absent:
            self._rooted = self._journal_rooted = False
        for folder in reversed(absent):
            self._disk.make_folder(folder)
        if self._rooted:
            return
        for folder in (self._state, *self._state.parents):
            try:
                self._disk.sync_folder(folder)
            except PermissionError:  # a folder above may be closed to the reader; it was not made
                break
        self._rooted = True

    def join(self, session: str) -> None:
        """Once in a session, before it writes: makes its file and sweeps up after killed ones."""
        if self._session is not None:
            return
        for folder in (self.folder, self._state, self.folder / "backups"):
            for name in self._disk.names(folder):
                if name.startswith(".") and name.endswith(TEMPORARY):
                    self._disk.remove(folder / name)
        if self._disk.stamp(self.folder / ".gitignore") is None:
            put(self._disk, self.folder / ".gitignore", _IGNORED)
        self.alive(sweep=True)
        self._session = self._disk.lock(self._state / "sessions" / session)

    def leave(self, session: str) -> None:
        """Ends the session: what it changed may be undone by the next."""
        handle, self._session = self._session, None
        if handle is not None:
            with contextlib.suppress(OSError):
                self._disk.remove(self._state / "sessions" / session)
            with contextlib.suppress(OSError):
                self._disk.close(handle)

    def alive(self, *, sweep: bool = False) -> frozenset[str]:
        """The sessions that run now: each holds the lock of its own file."""
        running = set()
        folder = self._state / "sessions"
        for name in self._disk.names(folder):
            handle = None
            try:
                handle = self._disk.lock(folder / name, make=False)
                if handle is None:
                    running.add(name)
                elif sweep:
                    self._disk.remove(folder / name)
            except FileNotFoundError:
                continue
            except OSError:
                running.add(name)
            finally:
                if handle is not None:
                    self._disk.close(handle)
        return frozenset(running)

    def note_down(self, lines: list[bytes]) -> None:
        """Adds `lines` to the journal. Raises OSError."""
        add_line(self._disk, self._journal, b"\n".join(lines))
        if not self._journal_rooted:
            self._disk.sync_folder(self._state)
            self._journal_rooted = True
        self._journal_stamp = self._disk.stamp(self._journal)

    def store(self, name: str, records: dict[str, Record]) -> None:
        """Makes `records` the content of a file, on the disk when this returns. Raises OSError."""
        if self._writes[name] % EVERY == 0:
            self._back_up(name)
        self._put(name, Document(records, self.files[name].document.foreign))
        self._writes[name] += 1

    def _put(self, name: str, content: Document) -> None:
        if content.newer:
            return
        path = self.path(name)
        put(self._disk, path, document.write(name, content, self.blocks))
        self.files[name] = Held(content, self._disk.stamp(path), True)

    def trim(self) -> None:
        """Cuts a journal that has grown long, once all files are backed up."""
        if self._journal_stamp is None or self._journal_stamp.size < journal.FULL:
            return
        if all(self._back_up(name) for name in FILES):
            put(self._disk, self._journal, journal.cut(self._disk.read(self._journal)))
            self._journal_stamp = self._disk.stamp(self._journal)

    def _back_up(self, name: str) -> bool:
        """A further backup of a file as it lies on the disk, read back before older ones go.

        Returns whether the file is safe: a backup that fails does not keep a change from the disk.
        """
        folder = self.folder / "backups"
        try:
            if self._disk.stamp(self.path(name)) is None:
                return True
            self._disk.make_folder(folder)
            data = self._disk.read(self.path(name))
            older = self._backups(name)
            if older and self._disk.read(older[-1]) == data:
                return True
            path = folder / f"{name}.{_number(older[-1]) + 1 if older else 1:06}.toml"
            put(self._disk, path, data)
            if self._disk.read(path) != data:
                raise OSError(5, "the backup differs")
            document.read(name, data, self.blocks)
            for old in older[: 1 - BACKUPS]:
                self._disk.remove(old)
        except (OSError, DamagedError):
            self._remark(f"{name}.toml could not be backed up")
            return False
        return True

    def _backups(self, name: str) -> list[Path]:
        """The backups of a file, oldest first."""
        folder = self.folder / "backups"
        found = [folder / n for n in self._disk.names(folder) if _BACKUP.fullmatch(n)]
        return sorted((p for p in found if p.name.split(".")[0] == name), key=_number)


_BACKUP: Final = re.compile(r"[a-z]+\.[0-9]{6,12}\.toml")


def _number(path: Path) -> int:
    return int(path.name.split(".")[1])
