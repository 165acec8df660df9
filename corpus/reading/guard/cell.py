"""One guarded child process, seen from outside: hand it a file, get drafts, or a reason.

The parent writes a line with its process number and the limits, then for every file a line with
kind, name and size, then the bytes. The child answers with lines of JSON: the kind that it found
inside, drafts, perhaps a reason for what is missing, and an end. It is killed when it does not
answer in time or says anything else, and a new one is started for the next file.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from corpus.reading.clean import clean_line
from corpus.reading.guard.limits import Limits
from corpus.reading.guard.wire import DRAFT, END, KIND, SKIPPED, GarbledError, unpack
from corpus.reading.registry import FORMATS
from corpus.reading.rows import Draft

_BOOT: Final = (
    "import sys; sys.path[:] = {path!r}; from corpus.reading.guard.child import main;"
    " sys.exit(main())"
)
_PIECE: Final = 1 << 16
_REASON: Final = 300
_IN_ALL: Final = 10
_KEPT: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
"""Variables without which some installations of Python do not start."""


@dataclass(slots=True)
class Outcome:
    """What came out of a file: its format, its drafts, and why there are no more, or ""."""

    kind: str
    drafts: list[Draft] = field(default_factory=list)
    reason: str = ""


class Cell:
    """A child process that parses one file after the other, started when the first one comes."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False

    def parse(self, data: bytes, kind: str, name: str) -> Outcome:
        """The outcome of a file with the bytes `data`; never raises for what lies in the file."""
        outcome = Outcome(kind)
        if self._closed:
            outcome.reason = "not read any more"
            return outcome
        header = json.dumps([kind, name.encode("utf-8", "replace").decode(), len(data)])
        try:
            child = self._ready()
        except OSError as error:
            outcome.reason = f"its reader could not be started ({error.strerror})"
            return outcome
        try:
            _Exchange(child, self._limits, outcome).run(header.encode() + b"\n", data)
        except _EndedError as end:
            outcome.reason = str(end) or outcome.reason or self._last_words(child)
            self._kill()
        except (GarbledError, ValueError, TypeError, RecursionError, OSError):
            outcome.reason = "its reader answered with rubbish and was stopped"
            self._kill()
        return outcome

    def stop(self) -> None:
        """End the child, also while another thread has it parse a file, and start no other."""
        self._closed = True
        if (child := self._child) is not None:
            with contextlib.suppress(OSError):
                child.kill()

    def close(self) -> None:
        """End the child and let go of its pipes; no other thread may be using it."""
        self.stop()
        self._kill()

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._kill()
        # The child stays out of the current folder and finds this very package, wherever it lies.
        path = [os.path.abspath(entry) for entry in sys.path if entry]  # noqa: PTH100
        home = str(Path(__file__).resolve().parents[3])
        boot = _BOOT.format(path=path if home in path else [*path, home])
        child = subprocess.Popen(
            [sys.executable, "-IB", "-c", boot],
            env={"LANG": "C.UTF-8"} | {name: v for name, v in os.environ.items() if name in _KEPT},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            cwd="/",
        )
        self._child = child
        if child.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                greeting = [os.getpid(), dataclasses.astuple(self._limits)]
                child.stdin.write(json.dumps(greeting).encode() + b"\n")
        return child

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        with contextlib.suppress(OSError):
            child.kill()
        child.wait()
        for end in (child.stdin, child.stdout):
            if end is not None:
                end.close()

    def _last_words(self, child: subprocess.Popen[bytes]) -> str:
        """Why a child is gone that nobody ended."""
        if self._closed:
            return "not read any more"
        status = child.wait()
        if -status in (signal.SIGXCPU, signal.SIGALRM):
            return _too_long(self._limits.seconds)
        if -status == signal.SIGKILL:
            return "its reader was killed by the system (for its memory, perhaps)"
        if status < 0:
            return f"its reader crashed (signal {-status})"
        return f"its reader ended without a word (status {status})"


class _EndedError(Exception):
    """There will be no more answers, for a reason; "" where the child is gone."""


class _Exchange:
    """The handing over of one file, and the answers to it."""

    def __init__(self, child: subprocess.Popen[bytes], limits: Limits, outcome: Outcome) -> None:
        self._child = child
        self._limits = limits
        self._outcome = outcome
        self._buffer = bytearray()
        self._searched = 0
        self._room = limits.text * 8 + (1 << 20)
        self._last = time.monotonic() + limits.seconds * _IN_ALL
        self._patience = time.monotonic() + limits.seconds

    def run(self, header: bytes, data: bytes) -> None:
        """Send the file and take the answers until the end; raises where there is none."""
        source, sink = self._child.stdout, self._child.stdin
        if source is None or sink is None:
            raise _EndedError
        os.set_blocking(source.fileno(), False)
        os.set_blocking(sink.fileno(), False)
        pending = [memoryview(header), memoryview(data)]
        with selectors.DefaultSelector() as selector:
            selector.register(source, selectors.EVENT_READ)
            selector.register(sink, selectors.EVENT_WRITE)
            while True:
                left = min(self._patience, self._last) - time.monotonic()
                if left <= 0:
                    raise _EndedError(_too_long(self._limits.seconds))
                for key, _ in selector.select(left):
                    if key.fileobj is sink:
                        if not self._send(sink.fileno(), pending):
                            selector.unregister(sink)
                    elif self._take(source.fileno()):
                        return

    def _send(self, number: int, pending: list[memoryview]) -> bool:
        """Write a piece of what is `pending`; returns whether there is more."""
        while pending and not pending[0]:
            del pending[0]
        if not pending:
            return False
        try:
            pending[0] = pending[0][os.write(number, pending[0][:_PIECE]) :]
        except BlockingIOError:
            return True
        except BrokenPipeError:
            raise _EndedError from None
        return True

    def _take(self, number: int) -> bool:
        """Read what there is; returns whether that was the end."""
        piece = os.read(number, _PIECE)
        if not piece:
            raise _EndedError
        self._room -= len(piece)
        if self._room < 0:
            raise _EndedError(f"holds more than {self._limits.text:,} characters of text")
        self._buffer += piece
        while (end := self._buffer.find(b"\n", self._searched)) >= 0:
            line = bytes(self._buffer[:end])
            del self._buffer[: end + 1]
            self._searched = 0
            if self._answer(json.loads(line)):
                return True
        self._searched = len(self._buffer)
        return False

    def _answer(self, answer: Any) -> bool:
        """Take in one answer; returns whether it is the last."""
        if not isinstance(answer, list) or len(answer) != 2:
            raise GarbledError
        what, value = answer
        self._patience = time.monotonic() + self._limits.seconds
        if what == END:
            return True
        if what == KIND and value in FORMATS:
            self._outcome.kind = value
        elif what == DRAFT and len(self._outcome.drafts) < self._limits.articles:
            self._outcome.drafts.append(unpack(value))
        elif what == SKIPPED and isinstance(value, str):
            self._outcome.reason = clean_line(value, _REASON) or "not readable"
        else:
            raise GarbledError
        return False


def _too_long(seconds: int) -> str:
    return f"took longer than {seconds} s"
