"""The journal of changes: a line for each, for undo after a restart and for mending files.

A line is on the disk before the change that it tells of. So the last line may tell of a change
that never came about, and a line may be torn; both are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from corpus.notebook.changes import Change
from corpus.notebook.document import Blocks
from corpus.notebook.records import FILES, Record

KEPT: Final = 1_000
"""Changes that are kept when the journal is cut."""
FULL: Final = 2_000_000
"""Bytes from which the journal is cut."""
KEPT_BYTES: Final = 600_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A change, who made it and when."""

    change: Change
    session: str
    time: str


def line(change: Change, session: str, time: datetime, blocks: Blocks) -> bytes:
    """The line that tells of `change`, without the line break."""

    def text(record: Record | None) -> str | None:
        return None if record is None else blocks.text(record)

    told = {
        "version": 1,
        "key": change.key,
        "time": time.isoformat(),
        "session": session,
        "how": change.how,
        "of": change.of,
        "file": change.file,
        "before": text(change.before),
        "after": text(change.after),
    }
    return json.dumps(told).encode()


def read(data: bytes, blocks: Blocks) -> list[Entry]:
    """The changes that `data` tells of, in order; of one told twice the last."""
    found: dict[str, Entry] = {}
    for piece in data.split(b"\n"):
        entry = _entry(piece, blocks) if piece.strip() else None
        if entry is not None:
            found.pop(entry.change.key, None)
            found[entry.change.key] = entry
    return list(found.values())


def _entry(piece: bytes, blocks: Blocks) -> Entry | None:
    try:
        told = json.loads(piece)
        if not isinstance(told, dict) or told.get("version") != 1:
            return None
        words = [_word(told, key) for key in ("key", "file", "how", "of", "session", "time")]
        before, after = (_record(told.get(key), blocks) for key in ("before", "after"))
    except (ValueError, RecursionError):
        return None
    key, file, how, of, session, time = words
    if file not in FILES or (before is None and after is None):
        return None
    return Entry(Change(key, file, before, after, how, of), session, time)


def _word(told: dict[str, Any], key: str) -> str:
    value = told.get(key)
    if not isinstance(value, str):
        raise ValueError(f"{key} is no text")
    return value


def _record(text: object, blocks: Blocks) -> Record | None:
    if text is None:
        return None
    if not isinstance(text, str):
        raise ValueError("a record is no text")
    return blocks.record(text)


def cut(data: bytes) -> bytes:
    """The newest lines of `data`, whole ones only."""
    kept: list[bytes] = []
    size = 0
    for piece in reversed(data.split(b"\n")[:-1]):
        size += len(piece) + 1
        if kept and (size > KEPT_BYTES or len(kept) >= KEPT):
            break
        kept.append(piece)
    return b"".join(piece + b"\n" for piece in reversed(kept))


def mend(records: dict[str, Record], file: str, entries: Iterable[Entry]) -> None:
    """Brings older `records` of `file` to where the journal says that they were last."""
    last = {e.change.id: e.change for e in entries if e.change.file == file}
    for id_, change in last.items():
        held = records.get(id_)
        if change.after is None:
            records.pop(id_, None)
        elif held is None or held.revision < change.after.revision:
            records[id_] = change.after


class History:
    """Which changes of this session, and of ended ones before it, can be undone or redone."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []
        for entry in entries:
            self.take(entry.change)

    def take(self, change: Change) -> None:
        """Adds a change that was made."""
        if change.how == "undo":
            self._move(self._done, self._undone, change)
        elif change.how == "redo":
            self._move(self._undone, self._done, change)
        else:
            self._done.append(change)
            self._undone.clear()
            del self._done[:-KEPT]

    @staticmethod
    def _move(source: list[Change], goal: list[Change], change: Change) -> None:
        for place in range(len(source) - 1, -1, -1):
            if source[place].key == change.of:
                goal.append(source.pop(place))
                return
        known = change  # the journal was cut between the two
        if change.how == "undo":
            known = replace(change, before=change.after, after=change.before)
        goal.append(replace(known, key=change.of, how="do", of=""))

    def settle(self, asked: Change, made: Change | None) -> None:
        """Puts a change as it was made in the place of the one that was asked for."""
        for stack in (self._done, self._undone):
            if asked in stack:
                place = stack.index(asked)
                stack[place : place + 1] = [made] if made else []

    def drop(self, change: Change) -> None:
        """Forgets a change that cannot be undone or redone any more."""
        for stack in (self._done, self._undone):
            if change in stack:
                stack.remove(change)

    def undoable(self) -> Iterator[Change]:
        """Changes to undo, the last first."""
        yield from reversed(self._done.copy())

    def redoable(self) -> Iterator[Change]:
        """Undone changes, the last undone first."""
        yield from reversed(self._undone.copy())
