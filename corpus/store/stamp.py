"""A stamp of folders: one number for what lies in them, to see at once that nothing changed.

It looks at names, sizes, times and inodes only, and needs about three microseconds a file.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from time import time_ns
from typing import Final

_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a file that is written again gets another time, on any file system."""


def is_settled(mtime: int, now: int) -> bool:
    """Whether a change after `now` is sure to give a file another time than `mtime`."""
    return mtime < now - _SETTLED


def stamp(paths: Sequence[str | os.PathLike[str]]) -> str:
    """The stamp of all that `paths` name and hold; "" where it could not notice a change.

    Everything is in it that decides what is read: hidden files and folders are not.
    """
    now = time_ns()
    found, newest = look(paths)
    return found if is_settled(newest, now) else ""


def look(paths: Sequence[str | os.PathLike[str]]) -> tuple[str, int]:
    """The stamp as it is now, settled or not, and the newest time of a file or folder."""
    digest = hashlib.blake2b(digest_size=16)
    newest = 0
    for given in paths:
        path = os.path.realpath(os.path.expanduser(given))  # noqa: PTH111
        digest.update(os.fsencode(path) + b"\0")
        try:
            status = os.stat(path)  # noqa: PTH116
        except OSError as error:
            digest.update(str(error.errno).encode())
            continue
        newest = max(newest, status.st_mtime_ns)
        if os.path.isdir(path):  # noqa: PTH112
            newest = max(newest, _walk(path, digest))
        else:
            digest.update(f"{status.st_size} {status.st_mtime_ns} {status.st_ino}".encode())
    return digest.hexdigest(), newest


def _walk(root: str, digest: hashlib.blake2b) -> int:
    """Put everything below `root` into `digest`; returns the newest time."""
    newest = 0
    folders = [root]
    while folders:
        folder = folders.pop()
        lines = []
        below = []
        try:
            with os.scandir(folder) as listing:
                for entry in listing:
                    name = entry.name
                    if name[0] == ".":
                        continue
                    status = entry.stat(follow_symlinks=False)
                    mtime = status.st_mtime_ns
                    if mtime > newest:
                        newest = mtime
                    if entry.is_dir(follow_symlinks=False):
                        below.append(entry.path)
                        lines.append(f"{name}\0{status[0]}")
                    else:  # mode, size, inode
                        lines.append(f"{name}\0{status[0]} {status[6]} {mtime} {status[1]}")
        except OSError as error:
            lines.append(str(error.errno))
        lines.sort()
        folders.extend(sorted(below, reverse=True))
        digest.update("\n".join([folder, *lines, ""]).encode("utf-8", "surrogateescape"))
    return newest
