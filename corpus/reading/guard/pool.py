"""A few guarded children that work side by side."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Final

from corpus.reading.guard.cell import Cell, Outcome
from corpus.reading.guard.limits import Limits

_CELLS: Final = 2


class Pool:
    """Parses files in guarded child processes, each of which serves for many files."""

    def __init__(self, limits: Limits) -> None:
        count = min(_CELLS, os.cpu_count() or 1)
        self._cells = [Cell(limits) for _ in range(count)]
        self._free: SimpleQueue[Cell] = SimpleQueue()
        for cell in self._cells:
            self._free.put(cell)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="guard")

    def submit(self, data: bytes, kind: str, name: str) -> Future[Outcome]:
        """The outcome of a file, when it is there."""
        return self._threads.submit(self._parse, data, kind, name)

    def close(self) -> None:
        """End the children and drop what is still to be done."""
        for cell in self._cells:
            cell.stop()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for cell in self._cells:
            cell.close()

    def _parse(self, data: bytes, kind: str, name: str) -> Outcome:
        cell = self._free.get()
        try:
            return cell.parse(data, kind, name)
        finally:
            self._free.put(cell)
