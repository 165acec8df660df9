"""What lies at an address: folders and files of this machine, or of anything that fsspec opens."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import time_ns
from typing import Any, NamedTuple

import fsspec

from corpus.errors import DatelineError
from corpus.model import Skipped
from corpus.reading import Candidate, clean_line, scan
from corpus.reading.scan import LEFT_ALONE
from corpus.store.file import address
from corpus.store.stamp import is_settled

_STATES = ("ETag", "etag", "mtime", "LastModified", "last_modified", "updated", "created")
"""What file systems call that by which a changed file is known."""


class File(NamedTuple):
    """A file that can be read; `root` is "" for one of the file system, else where it was found.

    `key` names it in the store. `mtime` is 0 where a change could not be noticed.
    """

    root: str
    path: str
    shown: str
    key: bytes
    size: int
    mtime: int
    inode: int


def files(paths: Sequence[str | Path]) -> Iterator[File | Skipped]:
    """The files that `paths` name or hold, in the order in which one machine would read them.

    Raises DatelineError where an address cannot be listed.
    """
    here = [path for path in paths if not address(path)]
    for found in scan(here) if here else ():
        yield found if isinstance(found, Skipped) else _here(found)
    remote = [made for path in paths if (made := address(path))]
    for root in remote:
        yield from _there(root, len(paths) > 1)


def _here(found: Candidate) -> File:
    now = time_ns()
    try:
        status = found.path.stat(follow_symlinks=False)
        size, mtime, inode = status.st_size, status.st_mtime_ns, status.st_ino
    except OSError:
        size = mtime = inode = 0
    settled = mtime if is_settled(mtime, now) else 0
    key = os.fsencode(found.path)
    return File("", str(found.path), found.shown, key, size, settled, inode)


def _there(root: str, several: bool) -> Iterator[File | Skipped]:
    try:
        system, top = fsspec.core.url_to_fs(root)
        about = system.info(top)
        if about["type"] != "directory":
            yield _file(root, root, about)
            return
        prefix = f"{top.rstrip('/').rpartition('/')[2]}/" if several else ""
        yield from _walk(system, root, top, prefix)
    except (OSError, ImportError, ValueError) as error:
        said = f"{type(error).__name__}: {error}"
        raise DatelineError(f"{clean_line(root)} cannot be read: {clean_line(said)}") from error


def _walk(system: Any, root: str, top: str, prefix: str) -> Iterator[File | Skipped]:
    """The files below a folder, those of a folder before those of the folders in it."""
    folders = [(top, prefix)]
    while folders:
        folder, shown = folders.pop()
        below: list[tuple[str, str]] = []
        for about in sorted(system.ls(folder, detail=True), key=lambda one: str(one["name"])):
            path = str(about["name"]).rstrip("/")
            name = path.rpartition("/")[2]
            inside = path.startswith(folder.rstrip("/") + "/")
            if not inside or not name or name.startswith(".") or name in LEFT_ALONE:
                continue
            if about["type"] == "directory":
                below.append((path, f"{shown}{name}/"))
            else:
                yield _file(root, shown + name, about)
        folders.extend(reversed(below))


def _file(root: str, shown: str, about: dict[str, Any]) -> File:
    path, size = str(about["name"]), about.get("size") or 0
    states = [str(about[name]) for name in _STATES if about.get(name)]
    digest = hashlib.blake2b("\n".join(states).encode(), digest_size=7).digest()
    mtime = int.from_bytes(digest, "big") if states else 0
    key = f"{root} {path}".encode("utf-8", "surrogateescape")
    return File(root, path, shown, key, int(size), mtime, 0)
