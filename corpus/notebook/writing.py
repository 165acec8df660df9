"""Writing so that a file is either as it was or as it should be, whatever happens on the way."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from corpus.notebook.disk import Disk

TEMPORARY = ".tmp"
"""How files end that are not finished yet."""


def put(disk: Disk, path: Path, data: bytes) -> None:
    """Makes `data` the content of `path`, on the disk when this returns. Raises OSError."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}{TEMPORARY}")
    handle = disk.create(temporary)
    try:
        try:
            pour(disk, handle, data)
            disk.sync(handle)
        finally:
            disk.close(handle)
        disk.rename(temporary, path)
    except OSError:
        _drop(disk, temporary)
        raise
    disk.sync_folder(path.parent)


def add_line(disk: Disk, path: Path, line: bytes) -> None:
    """Adds a line to `path`, on the disk when this returns; a torn line before it is closed.

    That a new file stands in its folder is for the caller to make sure of. Raises OSError.
    """
    handle = disk.extend(path)
    try:
        torn = disk.last_byte(handle) not in (b"", b"\n")
        pour(disk, handle, (b"\n" if torn else b"") + line + b"\n")
        disk.sync(handle)
    finally:
        disk.close(handle)


def pour(disk: Disk, handle: int, data: bytes) -> None:
    """Writes all of `data`, in as many parts as the system takes it."""
    rest = memoryview(data)
    while rest:
        rest = rest[disk.write(handle, bytes(rest)) :]


def _drop(disk: Disk, path: Path) -> None:
    with contextlib.suppress(OSError):
        disk.remove(path)
