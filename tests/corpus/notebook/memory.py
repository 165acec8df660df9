"""A disk in memory that can fail at any call, and forget at a crash what was not synchronised."""

from __future__ import annotations

import errno
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.notebook.disk import Disk, Stamp


class KilledError(BaseException):
    """The process ends here: no call gets through any more."""


@dataclass(eq=False)
class Node:
    """A file: its bytes, and those that would be there after a loss of power."""

    number: int
    data: bytes = b""
    safe: bytes = b""
    changed: int = 0


Names = dict[Path, Node | None]
"""What stands under a path: a file, or None for a folder."""


class MemoryDisk(Disk):
    """Like `Disk`; `before` is called with the number and name of each call, and may raise."""

    def __init__(self, names: Names | None = None) -> None:
        self.names_now: Names = {Path("/"): None} if names is None else dict(names)
        self.names_safe: Names = dict(self.names_now)
        self.calls = 0
        self.before: Callable[[int, str], None] = lambda number, name: None
        self.tear = False
        """Whether a write that fails has written half of its bytes."""
        self._handles: dict[int, Node] = {}
        self._locks: dict[int, Node] = {}
        self._numbers = itertools.count(1)
        self._ticks = itertools.count(1)

    def after_crash(self, *, power: bool, choose: random.Random | None = None) -> MemoryDisk:
        """The disk as the next process finds it; after a loss of power, without what was not safe.

        With `choose`, any part of that may have reached the disk all the same.
        """
        if not power:
            return MemoryDisk(self.names_now)

        def lucky() -> bool:
            return choose is not None and choose.random() < 0.5

        names: Names = {}
        for path in sorted(set(self.names_now) | set(self.names_safe)):
            source = self.names_now if lucky() else self.names_safe
            if path not in source or (path != Path("/") and path.parent not in names):
                continue
            node = source[path]
            if node is None:
                names[path] = None
                continue
            more = node.data[len(node.safe) :]  # files only grow here
            part = 0 if not lucky() else len(more) if lucky() else len(more) // 2
            names[path] = Node(node.number, node.safe + more[:part])
        for node in names.values():
            if node is not None:
                node.safe = node.data
        return MemoryDisk(names)

    def _call(self, name: str) -> None:
        self.calls += 1
        self.before(self.calls, name)

    def _node(self, path: Path) -> Node:
        if path not in self.names_now:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(path))
        node = self.names_now[path]
        if node is None:
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
        return node

    def _new(self, path: Path) -> Node:
        if self.names_now.get(path.parent, 0) is not None:
            raise FileNotFoundError(errno.ENOENT, "no such folder", str(path))
        node = self.names_now[path] = Node(next(self._numbers) + 1_000)
        return node

    def _handle(self, node: Node) -> int:
        handle = next(self._numbers)
        self._handles[handle] = node
        return handle

    def stamp(self, path: Path) -> Stamp | None:
        self._call("stamp")
        if path not in self.names_now:
            return None
        node = self.names_now[path]
        return Stamp(node.number, len(node.data), node.changed) if node else Stamp(0, 0, 0)

    def read(self, path: Path) -> bytes:
        self._call("read")
        return self._node(path).data

    def create(self, path: Path) -> int:
        self._call("create")
        if path in self.names_now:
            raise FileExistsError(errno.EEXIST, "exists", str(path))
        return self._handle(self._new(path))

    def extend(self, path: Path) -> int:
        self._call("extend")
        return self._handle(self._node(path) if path in self.names_now else self._new(path))

    def last_byte(self, handle: int) -> bytes:
        self._call("last_byte")
        return self._handles[handle].data[-1:]

    def write(self, handle: int, data: bytes) -> int:
        node = self._handles[handle]
        try:
            self._call("write")
        except BaseException:
            if self.tear:
                node.data += data[: len(data) // 2]
            raise
        node.data += data
        node.changed = next(self._ticks)
        return len(data)

    def sync(self, handle: int) -> None:
        self._call("sync")
        node = self._handles[handle]
        node.safe = node.data

    def close(self, handle: int) -> None:
        self._call("close")
        self._handles.pop(handle, None)
        self._locks.pop(handle, None)

    def rename(self, old: Path, new: Path) -> None:
        self._call("rename")
        self.names_now[new] = self._node(old)
        del self.names_now[old]

    def remove(self, path: Path) -> None:
        self._call("remove")
        self._node(path)
        del self.names_now[path]

    def make_folder(self, path: Path) -> None:
        self._call("make_folder")
        self.names_now.setdefault(path, None)

    def names(self, path: Path) -> list[str]:
        self._call("names")
        return sorted(p.name for p in self.names_now if p.parent == path and p != path)

    def sync_folder(self, path: Path) -> None:
        self._call("sync_folder")
        for name in {p for p in (*self.names_now, *self.names_safe) if p.parent == path}:
            if name in self.names_now:
                self.names_safe[name] = self.names_now[name]
            else:
                del self.names_safe[name]

    def lock(self, path: Path, *, make: bool = True) -> int | None:
        self._call("lock")
        node = self._node(path) if path in self.names_now or not make else self._new(path)
        if node in self._locks.values():
            return None
        handle = self._handle(node)
        self._locks[handle] = node
        return handle
