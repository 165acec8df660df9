"""Paths to files: what is there to be read, and why the rest is not. Nothing is lost silently.

A folder is the reader's own, but what lies in it is not trusted: nothing outside it is opened
through a link, and nothing but regular files is opened at all.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from corpus.errors import UnreadableError
from corpus.model import Skipped
from corpus.reading.clean import clean_line
from corpus.reading.guard.limits import Limits
from corpus.reading.registry import file_type, is_known
from corpus.reading.sniff import HEAD, foreign, kind_of
from corpus.reading.spool import STANDARD_INPUT, is_kept

_LIMIT: Final = Limits().file
"""Bytes of a file; a longer one is no article."""
_TRIES: Final = 3
LEFT_ALONE: Final = frozenset(["__pycache__", "node_modules"])
_KINDS: Final = (
    (stat.S_ISFIFO, "FIFO"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be read, and its path as the screen shows it."""

    path: Path
    shown: str


def scan(paths: Sequence[str | Path]) -> Iterator[Candidate | Skipped]:
    """The files that `paths` name or hold, folders in sorted order, each file once.

    Links come after the files of their folder, so that a file goes by its own name.
    """
    seen: set[str] = set()
    folders = sum(Path(path).is_dir() for path in map(_safe, paths))
    for given in paths:
        path = _safe(given)
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            yield Skipped(clean_line(str(given)) or "(empty path)", plainly(error))
            continue
        if stat.S_ISDIR(mode):
            prefix = f"{path.resolve().name}/" if folders > 1 else ""
            yield from _walk(path, prefix, seen)
        else:
            yield from _take(path, STANDARD_INPUT if is_kept(path) else str(given), mode, seen)


def read_bytes(path: Path, limit: int = _LIMIT) -> bytes:
    """The bytes of a regular file; raises UnreadableError with the reason otherwise."""
    with _open(path) as file:
        try:
            if os.fstat(file.fileno()).st_size > limit:
                raise UnreadableError(too_large(limit))
            data = file.read(limit + 1)
        except OSError as error:
            raise UnreadableError(plainly(error)) from error
    if len(data) > limit:
        raise UnreadableError(too_large(limit))
    if not data:
        raise UnreadableError("empty")
    return data


def _open(path: Path) -> BinaryIO:
    """A regular file, opened to be read; raises UnreadableError for anything else.

    Judged before it is opened, opened without following a link or waiting for a FIFO's other end,
    and judged again once open: what was put in its place in between is not read.
    """
    flags = os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    for _ in range(_TRIES):
        try:
            before = os.lstat(path)
            if not stat.S_ISREG(before.st_mode):
                raise UnreadableError(_kind(before.st_mode))
            handle = os.open(path, flags)
        except (OSError, ValueError) as error:
            raise UnreadableError(plainly(error)) from error
        after = os.fstat(handle)
        if not stat.S_ISREG(after.st_mode):
            os.close(handle)
            raise UnreadableError(_kind(after.st_mode))
        if (before.st_dev, before.st_ino) == (after.st_dev, after.st_ino):
            return os.fdopen(handle, "rb")
        os.close(handle)  # an editor saves by putting a new file in the place of the old one
    raise UnreadableError("is being replaced by another program again and again")


def _safe(path: str | Path) -> Path:
    """`path` as a Path, "~" being the reader's own folder."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def _walk(root: Path, prefix: str, seen: set[str]) -> Iterator[Candidate | Skipped]:
    """The files below a folder; hidden ones are left out without a word."""
    inside = os.path.realpath(root)
    folders = [(os.fspath(root), prefix)]
    links: list[tuple[str, str]] = []
    while folders:
        folder, shown = folders.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield Skipped(clean_line(shown or str(root)), plainly(error))
            continue
        below: list[tuple[str, str]] = []
        for entry in entries:
            name = shown + entry.name
            if entry.name.startswith(".") or entry.name in LEFT_ALONE:
                continue
            try:
                mode = entry.stat(follow_symlinks=False).st_mode
            except OSError as error:
                yield Skipped(clean_line(name), plainly(error))
                continue
            if stat.S_ISLNK(mode):
                links.append((entry.path, name))
            elif stat.S_ISDIR(mode):
                below.append((entry.path, name + "/"))
            else:
                yield from _take(Path(entry.path), name, mode, seen)
        folders.extend(reversed(below))
    for path, name in links:
        yield from _follow(path, name, inside, seen)


def _follow(path: str, name: str, inside: str, seen: set[str]) -> Iterator[Candidate | Skipped]:
    """What a link in a folder leads to, if that is a file of the same folder, not yet read."""
    target = os.path.realpath(path)
    try:
        mode = Path(target).lstat().st_mode
    except OSError as error:
        reason = (
            "a link that leads nowhere" if isinstance(error, FileNotFoundError) else plainly(error)
        )
        yield Skipped(clean_line(name), reason)
        return
    if stat.S_ISLNK(mode):
        yield Skipped(clean_line(name), "a link that leads to itself")
    elif stat.S_ISDIR(mode):
        yield Skipped(clean_line(name), "a link to a folder")
    elif os.path.commonpath([inside, target]) != inside:
        yield Skipped(clean_line(name), "a link that leads out of the folder")
    elif target in seen:
        yield Skipped(clean_line(name), "a link to a file that is read under its own name")
    else:
        yield from _take(Path(target), name, mode, seen)


def _take(path: Path, shown: str, mode: int, seen: set[str]) -> Iterator[Candidate | Skipped]:
    """The file at `path`, unless it is no regular file, of no known type, or taken already."""
    real = os.path.realpath(path)
    if real in seen:
        return
    seen.add(real)
    name = clean_line(shown)
    if not stat.S_ISREG(mode):
        yield Skipped(name, _kind(mode))
    elif is_known(shown) or shown == STANDARD_INPUT:
        yield Candidate(Path(real), shown)
    else:
        yield _peek(Path(real), shown, name)


def _peek(path: Path, shown: str, name: str) -> Candidate | Skipped:
    """The file at `path`, whose name does not tell its format, if its first bytes do."""
    try:
        with _open(path) as file:
            head = file.read(HEAD)
    except (UnreadableError, OSError):
        head = b""  # whatever it is, its name alone keeps it from being read
    reason = unfit(head, shown)
    return Skipped(name, reason) if reason else Candidate(path, shown)


def unfit(head: bytes, shown: str) -> str:
    """Why a file that begins with `head` is not read, "" where its bytes or name say it can be."""
    if is_known(shown) or (head and kind_of(head, shown)):
        return ""
    what = foreign(head) or clean_line(file_type(shown), 20) or "no file type in its name"
    return f"not a format that Dateline reads ({what})"


def _kind(mode: int) -> str:
    """Why something that is no regular file is not read."""
    if stat.S_ISDIR(mode):
        return "a folder"
    what = next((name for test, name in _KINDS if test(mode)), "something else")
    return f"not a regular file ({what})"


def too_large(limit: int) -> str:
    """Why a large file is not read."""
    return f"larger than {limit // (1024 * 1024):,} MB"


def plainly(error: Exception) -> str:
    """An error of the system in plain words."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, OSError) and error.strerror:
        return clean_line(error.strerror[0].lower() + error.strerror[1:], 80)
    return "not a possible path"
