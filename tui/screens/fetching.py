"""Rows of a long list made ready in a thread, as they come into sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.screens.work import Cancelled, Working

_AHEAD = 40
"""Rows made ready at once beyond those in sight."""


class Fetching(Working):
    """A list draws what is ready and asks for what is not; the wishes of one drawing become one."""

    _wanted: tuple[int, int] | None = None

    def fetch(self, first: int, last: int) -> Any:
        """What makes the rows from `first` to `last` ready: called in a thread with `cancelled`."""
        raise NotImplementedError

    def fetched(self, first: int, rows: Sequence[Any]) -> None:
        """Take rows that were made ready."""
        raise NotImplementedError

    def need(self, first: int, last: int) -> None:
        """Have rows made ready."""
        if self._wanted is None:
            self.call_after_refresh(self._fetch)
            self._wanted = (first, last)
        self._wanted = (min(first, self._wanted[0]), max(last, self._wanted[1]))

    def forget_wishes(self) -> None:
        """The list is another one now."""
        self._wanted = None
        self.forget_work("rows")

    def _fetch(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        first, last = max(0, wanted[0] - _AHEAD // 4), wanted[1] + _AHEAD
        job = self.fetch(first, last)

        def look(cancelled: Cancelled) -> Sequence[Any]:
            rows: Sequence[Any] = job(cancelled)
            return rows

        self.work(look, lambda rows: self.fetched(first, rows), lane="rows")
