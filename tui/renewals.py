"""When what has changed in the folder is taken in: one loading at a time, and not without pause."""

from __future__ import annotations

from time import monotonic
from typing import Final

_SHARE: Final = 4
"""After a renewal, so many times as long as it took nothing is taken in."""
_LONGEST: Final = 60.0
"""Seconds that a reader waits for news at most."""


class Renewals:
    """Keeps count of loadings; `wait` says when the next renewal may begin."""

    def __init__(self) -> None:
        self.running = False
        """Whether what is loading now is a renewal."""
        self._loading = False
        self._wanted = False
        self._waiting = False
        self._began = self._free = 0.0

    def begin(self, again: bool) -> None:
        """Something is being loaded from now on, `again` or for the first time."""
        self.running, self._loading, self._began = again, True, monotonic()

    def end(self) -> None:
        """It has come to its end."""
        now = monotonic()
        if self.running:
            self._free = now + min(_LONGEST, _SHARE * (now - self._began))
        self.running = self._loading = False

    def wait(self, wanted: bool) -> float | None:
        """Seconds until a renewal may begin, 0 for at once; None where none is due.

        `wanted` says that files have changed; it is remembered until a renewal begins. Who is told
        to wait asks again then.
        """
        self._wanted = self._wanted or wanted
        if not wanted:
            self._waiting = False
        if not self._wanted or self._loading or self._waiting:
            return None
        left = self._free - monotonic()
        if left > 0:
            self._waiting = True
            return left
        self._wanted = False
        return 0.0
