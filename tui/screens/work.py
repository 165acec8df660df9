"""Work beside the screen: a thread computes, its answer is taken only if it is still wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from textual.message import Message

from corpus.errors import DatelineError
from tui.messages import WorkAsked
from tui.screens.keeping import Keeping

T = TypeVar("T")

Cancelled = Callable[[], bool]
"""Whether nobody waits for the answer any more: long loops ask now and then."""


class Answer(Message):
    """What a thread computed for `take`, or the reason why it could not."""

    def __init__(self, lane: str, turn: int, take: Callable[[Any], None], value: object) -> None:
        super().__init__()
        self.lane = lane
        self.turn = turn
        self.take = take
        self.value = value


class Working(Keeping):
    """A screen that has things computed; a newer wish makes the older ones of its lane stale."""

    _turns: dict[str, int]
    _busy: set[str]

    @property
    def busy(self) -> bool:
        """Whether something is being computed."""
        return bool(getattr(self, "_busy", None))

    def work(
        self, job: Callable[[Cancelled], T], take: Callable[[T], None], lane: str = "main"
    ) -> None:
        """Run `job` in a thread and call `take` with its answer on the event loop.

        `job` must not touch the screen. A DatelineError it raises is told in the status line.
        """
        if not hasattr(self, "_turns"):
            self._turns, self._busy = {}, set()
        turn = self._turns[lane] = self._turns.get(lane, 0) + 1
        self._busy.add(lane)

        def cancelled() -> bool:
            return turn != self._turns[lane] or not self.is_running

        def run() -> None:
            try:
                value: object = job(cancelled)
            except DatelineError as error:
                value = error
            except Exception as error:  # noqa: BLE001 - handed to the event loop, which ends the program
                if self.app.is_running:
                    self.app.call_later(self.app._handle_exception, error)
                return
            if not cancelled():
                self.post_message(Answer(lane, turn, take, value))

        threading.Thread(target=run, name=f"{type(self).__name__} {lane}", daemon=True).start()

    def forget_work(self, lane: str = "main") -> None:
        """Want nothing any more of what is being computed."""
        if hasattr(self, "_turns"):
            self._turns[lane] = self._turns.get(lane, 0) + 1
            self._busy.discard(lane)

    def on_work_asked(self, message: WorkAsked) -> None:
        """Compute what a pane asks for."""
        message.stop()
        self.work(message.job, message.take, message.lane)

    def on_answer(self, message: Answer) -> None:
        """Take an answer, unless something newer was asked in the meantime."""
        message.stop()
        if message.turn != self._turns[message.lane]:
            return
        self._busy.discard(message.lane)
        if isinstance(message.value, DatelineError):
            self.note(str(message.value))
        else:
            message.take(message.value)
        self.tell()
