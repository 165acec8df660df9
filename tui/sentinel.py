"""Ends the program when it is told to, or when its terminal is gone, whatever the event loop does.

A signal is written to a pipe by the interpreter's own handler, and a thread reads that pipe: it
asks the event loop to leave, and where the loop does not manage that in time, because it computes
or because the terminal takes no more output, it restores the terminal itself and ends the process.
Only code that never lets other threads run could hold it up.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

PATIENCE = 2.0
"""Seconds that the event loop has to leave in good order."""
WATCHED = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_RESTORED = (
    b"\x1b[?2026l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l"
    b"\x1b[?2004l\x1b[?7h\x1b[0m\x1b[?25h\x1b[?1049l"
)
"""End synchronised output, reports of mouse and focus, and bracketed paste; wrap lines; show the
cursor; back to the shell's own screen."""
_KEYBOARD, _SCREEN = 0, 2


class Sentinel(threading.Thread):
    """Waits for a signal or the terminal's end, then calls `ask(number)` in its own thread."""

    def __init__(self, ask: Callable[[int], object], patience: float = PATIENCE) -> None:
        super().__init__(name="sentinel", daemon=True)
        self._ask = ask
        self._patience = patience
        self._modes = _modes()
        self._told, tell = os.pipe()
        os.set_blocking(tell, False)
        for number in WATCHED:
            signal.signal(number, _noted)
        signal.set_wakeup_fd(tell, warn_on_full_buffer=False)

    def run(self) -> None:
        """Wait for a reason to end, then see to it."""
        number = self._wait()
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            self._ask(number)
        time.sleep(self._patience)
        self._restore()
        os._exit(128 + number)

    def _wait(self) -> int:
        poll = select.poll()
        poll.register(self._told, select.POLLIN)
        if self._modes is not None:
            poll.register(_KEYBOARD, 0)  # reports nothing but a hang-up
        while True:
            for source, _ in poll.poll():
                if source == _KEYBOARD:
                    return int(signal.SIGHUP)
                for number in os.read(self._told, 64):
                    if number in WATCHED:
                        return number

    def _restore(self) -> None:
        """Put the terminal back as it was, as far as it takes anything; never waits for it."""
        with contextlib.suppress(OSError):
            os.set_blocking(_SCREEN, False)
            os.write(_SCREEN, _RESTORED)
            os.set_blocking(_SCREEN, True)
        if self._modes is not None and os.name == "posix":
            import termios

            with contextlib.suppress(OSError, termios.error):
                termios.tcsetattr(_KEYBOARD, termios.TCSANOW, self._modes)


def _noted(number: int, frame: object) -> None:
    """Nothing: that there is a handler is what makes the interpreter write to the pipe."""


def _modes() -> list[Any] | None:
    """The modes of the terminal as they are now, None where there is none."""
    if os.name != "posix" or sys.__stdin__ is None:
        return None
    import termios

    try:
        return termios.tcgetattr(_KEYBOARD)
    except (OSError, termios.error):
        return None
