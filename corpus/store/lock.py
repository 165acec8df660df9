"""One session at a time builds; the lock ends with the process, however that ends."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import Final

from corpus.errors import DatelineError

_NAME: Final = "building.lock"


class BusyError(DatelineError):
    """Another session builds this corpus."""


class Lock:
    """Held while a corpus is built; nobody ever waits for it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._handle: int | None = None

    def take(self) -> bool:
        """Whether the lock could be had; raises OSError where the folder cannot be written."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        except BaseException:
            os.close(handle)
            raise
        self._handle = handle
        return True

    def release(self) -> None:
        """Let others build."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
