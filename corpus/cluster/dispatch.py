"""Jobs to a Dask scheduler and answers back, in order, with no more under way than is needed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from typing import Any, Generic, NamedTuple, TypeVar

from distributed import Client
from distributed import TimeoutError as LateError
from distributed.scheduler import KilledWorker

from corpus.errors import DatelineError

W = TypeVar("W")

_AHEAD = 3
"""Jobs for each thread of a worker that are under way at once,"""
_LEAST = 8
"""and at the least: a job that is tried again must not keep all others waiting."""
_TRIES = 2
"""Times that a job is tried again whose file system fails."""
_LOOK = 0.5
"""Seconds between two looks whether the reader has had enough."""


class Answer(NamedTuple, Generic[W]):
    """What came of one part of a job: lines of a worker, or why there are none."""

    part: Sequence[W]
    data: bytes
    reason: str


class Cluster:
    """The workers of a scheduler; use in a `with`."""

    def __init__(self, scheduler: str | Client, patience: float = 30) -> None:
        """Raises DatelineError where no scheduler, or none with a worker, answers in `patience`."""
        self._own = not isinstance(scheduler, Client)
        try:
            self.client: Any = (
                scheduler if isinstance(scheduler, Client)
                else Client(scheduler, timeout=patience, set_as_default=False)  # type: ignore[no-untyped-call]
            )  # fmt: skip
        except (OSError, LateError, ValueError) as error:
            raise DatelineError(f"No scheduler answers at {scheduler}") from error
        try:
            self.client.wait_for_workers(1, timeout=patience)
        except LateError as error:
            self.close()
            raise DatelineError(f"No worker has joined the scheduler at {scheduler}") from error

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the scheduler; what is still under way is dropped."""
        if self._own:
            self.client.close()

    def answers(
        self,
        do: Callable[[bytes], bytes],
        jobs: Iterable[Sequence[W]],
        write: Callable[[Sequence[W]], bytes],
        cancelled: Callable[[], bool],
    ) -> Iterator[Answer[W]]:
        """What `do` answers to each of `jobs`, in their order; `write` makes bytes of a job.

        A worker that dies costs its jobs a new try on another one. A job that fails again and
        again is parted into its files, so that only the one at fault is named. A job of which
        nothing is written needs no worker.
        """
        waiting: deque[tuple[Sequence[W], Any]] = deque()
        try:
            for job in jobs:
                data = write(job)
                waiting.append((job, self._submit(do, data) if data else None))
                while waiting and (len(waiting) > self._most() or _is_done(waiting[0][1])):
                    yield from self._settle(do, *waiting.popleft(), write, cancelled)
                    if cancelled():
                        return
            while waiting and not cancelled():
                yield from self._settle(do, *waiting.popleft(), write, cancelled)
        finally:
            for _, future in waiting:
                if future is not None:
                    future.cancel()

    def _most(self) -> int:
        return max(_LEAST, _AHEAD * int(sum(self.client.nthreads().values())))

    def _submit(self, do: Callable[[bytes], bytes], job: bytes) -> Any:
        return self.client.submit(do, job, pure=False, retries=_TRIES)

    def _settle(
        self,
        do: Callable[[bytes], bytes],
        job: Sequence[W],
        future: Any,
        write: Callable[[Sequence[W]], bytes],
        cancelled: Callable[[], bool],
    ) -> Iterator[Answer[W]]:
        """The answer to a job, or to each of its files."""
        if future is None:
            yield Answer(job, b"", "")
            return
        try:
            answered = self._wait(future, cancelled)
        except DatelineError:
            raise
        except CancelledError as error:
            raise DatelineError("The scheduler was lost; what was done is kept") from error
        except Exception as error:  # noqa: BLE001 - whatever a worker raises is told of its file
            if len(job) == 1:
                yield Answer(job, b"", _said(error))
                return
            # One after another: of two that run at once, both would be blamed for a worker's end.
            for one in job:
                data = write([one])
                again = self._submit(do, data) if data else None
                yield from self._settle(do, [one], again, write, cancelled)
            return
        if answered is not None:
            yield Answer(job, answered, "")

    def _wait(self, future: Any, cancelled: Callable[[], bool]) -> bytes | None:
        """What a worker answers, None when the reader has enough; raises what the worker raised."""
        while True:
            try:
                answered: bytes = future.result(timeout=_LOOK)
                return answered
            except LateError:
                # The same kind of error may come from the worker, whose job is over then.
                if future.done() and future.status == "error":
                    raise
                if cancelled():
                    future.cancel()
                    return None


def _is_done(future: Any) -> bool:
    return future is None or bool(future.done())


def _said(error: Exception) -> str:
    if isinstance(error, KilledWorker):
        return "the worker that read it ended, again and again"
    return f"could not be read on the cluster ({type(error).__name__}: {error})"
