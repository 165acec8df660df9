"""The system calls that the notebook makes, in one place, so that tests can stop it at each."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_HELD: Final = (BlockingIOError, InterruptedError)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What changes when a file is written anew."""

    inode: int
    size: int
    changed: int


class Disk:
    """Files of the real file system. Every method is one step, and raises OSError."""

    def stamp(self, path: Path) -> Stamp | None:
        """What tells this state of the file from others; None where there is none."""
        try:
            found = path.stat()
        except FileNotFoundError:
            return None
        return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)

    def read(self, path: Path) -> bytes:
        """All of a regular file; FIFOs and the like are an error, they would never end."""
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(handle, "rb") as file:  # noqa: PTH123 - a handle, not a path
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise OSError(errno.EINVAL, "is not a regular file", str(path))
            return file.read()

    def create(self, path: Path) -> int:
        """A handle on a new file, readable by its owner only."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        return os.open(path, flags, 0o600)

    def extend(self, path: Path) -> int:
        """A handle on a file that is written at its end; made where there is none."""
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
        return os.open(path, flags, 0o600)

    def last_byte(self, handle: int) -> bytes:
        """The byte at the end of an open file, b"" of an empty one."""
        size = os.fstat(handle).st_size
        return os.pread(handle, 1, size - 1) if size else b""

    def write(self, handle: int, data: bytes) -> int:
        """Writes a first part of `data`, and tells how long that is."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Returns once the file's bytes are on the disk."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Gives a handle back, and any lock with it."""
        os.close(handle)

    def rename(self, old: Path, new: Path) -> None:
        """Puts `old` in the place of `new`, at once."""
        old.replace(new)

    def remove(self, path: Path) -> None:
        """Takes a file out of its folder."""
        path.unlink()

    def make_folder(self, path: Path) -> None:
        """A new folder for its owner only; one that stands already is as good."""
        try:
            path.mkdir(0o700)
        except FileExistsError:
            if not path.is_dir():
                raise

    def names(self, path: Path) -> list[str]:
        """What lies in a folder, in order; nothing where there is none."""
        try:
            return sorted(entry.name for entry in path.iterdir())
        except FileNotFoundError:
            return []

    def sync_folder(self, path: Path) -> None:
        """Returns once the names in a folder are on the disk."""
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno != errno.EINVAL:  # a file system that has no such thing
                raise
        finally:
            os.close(handle)

    def lock(self, path: Path, *, make: bool = True) -> int | None:
        """A handle that holds the lock of this file, None while another holds it.

        The kernel lets go of it when the process ends, however it ends.
        """
        flags = os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC | (os.O_CREAT if make else 0)
        handle = os.open(path, flags, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except _HELD:
            os.close(handle)
            return None
        except BaseException:
            os.close(handle)
            raise
        found = self.stamp(path)
        if found is None or found.inode != os.fstat(handle).st_ino:  # removed under our hands
            os.close(handle)
            return None
        return handle
