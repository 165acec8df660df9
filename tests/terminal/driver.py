"""A program on a real pseudo-terminal: send keys and signals, see the screen and every byte."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

TOP = Path(__file__).resolve().parents[2]
QUIET = 0.25
"""Seconds without output after which a repaint counts as done."""
PATIENCE = 30.0

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "ctrl+c": "\x03",
}  # fmt: skip
_SPOKEN_TO_TERMINAL = ("?1049", "?1000", "?1003", "?1006", "?1015", "?2004", "?1004", "?25", "?7")


class Terminal:
    """Runs a Python program in a terminal of `size`; use it in a `with`."""

    def __init__(
        self,
        arguments: Sequence[str],
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
        emulate: bool = True,
        own_session: bool = True,
    ) -> None:
        """Without `emulate` only bytes are kept: a stopwatch has no time for a screen; without
        `own_session` the terminal controls nothing, so that its end sends no signal."""
        self._emulate = emulate
        self.sent = b""
        """Every byte that the program wrote."""
        self.status: int | None = None
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._master, self._slave = os.openpty()
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("4H", size[1], size[0], 0, 0))
        self._before = termios.tcgetattr(self._slave)
        clean = ("NO_COLOR", "COLORTERM", "LINES", "COLUMNS")
        environ = {name: value for name, value in os.environ.items() if name not in clean}
        environ |= {"TERM": "xterm-256color", "PYTHONPATH": str(TOP), "LANG": "C.UTF-8"}
        environ |= dict(environment or {})
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                if own_session:
                    fcntl.ioctl(self._slave, termios.TIOCSCTTY, 0)
                for number in (0, 1, 2):
                    os.dup2(self._slave, number)
                os.chdir(folder or TOP)
                os.execve(sys.executable, [sys.executable, *arguments], environ)
            finally:
                os._exit(127)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        for number in (self._master, self._slave):
            if number >= 0:
                os.close(number)

    def rows(self) -> list[str]:
        """The screen."""
        return list(self._screen.display)

    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.rows())

    def clear(self) -> None:
        """Empty the screen behind the program's back."""
        self._screen.reset()

    def wait(self, for_what: str | Callable[[], bool]) -> None:
        """Read until the screen shows a text, or until something is true."""
        done = for_what if callable(for_what) else lambda: for_what in self.text()
        end = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > end or self.status is not None:
                raise AssertionError(f"never came: {for_what!r}\n{self.text()}")
            self._read(0.05)

    def settle(self, quiet: float = QUIET) -> None:
        """Read until the program has been silent for a while."""
        while self._read(quiet):
            pass

    def press(self, *keys: str) -> int:
        """Press keys one after the other; returns how many bytes came back for them."""
        before = len(self.sent)
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())
            self.settle()
        return len(self.sent) - before

    def stall(self, keys: bytes) -> None:
        """Type `keys` and read nothing of what they bring, until the program cannot write."""
        os.write(self._master, keys)
        time.sleep(1)

    def end(self, number: int, read: bool = True) -> int:
        """Send a signal; returns the exit status."""
        os.kill(self.pid, number)
        return self.finish(read)

    def hang_up(self) -> int:
        """Close the terminal under the program; returns the exit status."""
        os.close(self._master)
        os.close(self._slave)
        self._master = self._slave = -1
        return self.finish()

    def finish(self, read: bool = True) -> int:
        """Wait for the program to end; returns the exit status, negative for a signal.

        Without `read` nothing takes what it writes meanwhile.
        """
        end = time.monotonic() + PATIENCE
        while self.status is None:
            if time.monotonic() > end:
                raise AssertionError(f"does not end\n{self.text()}")
            if self._master >= 0 and read:
                self._read(0.05)
            else:
                time.sleep(0.05)
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self.status = os.waitstatus_to_exitcode(status)
        while self._master >= 0 and self._read(0.05):
            pass
        return self.status

    def leftovers(self) -> list[str]:
        """What the program left switched on, or off, that it should have put back."""
        left = []
        if termios.tcgetattr(self._slave)[:4] != self._before[:4]:
            left.append("tty mode")
        text = self.sent.decode("utf-8", "replace")
        for mode in _SPOKEN_TO_TERMINAL:
            on, off = text.rfind(f"\x1b[{mode}h"), text.rfind(f"\x1b[{mode}l")
            usually_on = mode in ("?25", "?7")
            if max(on, off) >= 0 and (on < off if usually_on else on > off):
                left.append(mode)
        return left

    def _read(self, patience: float) -> bool:
        if not select.select([self._master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.sent += data
        if self._emulate:
            self._stream.feed(_for_pyte(data))
        return bool(data)


def _for_pyte(data: bytes) -> bytes:
    """`data` without the questions to the terminal that the emulator would print."""
    for question in (b"\x1b[?2026$p", b"\x1b[?2048$p", b"\x1b[>25u", b"\x1b[<u"):
        data = data.replace(question, b"")
    return data
