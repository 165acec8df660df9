"""Building beside the screen: a child process keeps the stored corpus up to date and tells how."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from corpus.reading.guard.limits import Limits
from tui.ahead import pipe, start_child
from tui.making import END, FAILED, MODEL, UNUSABLE

_PATIENCE = 0.5
"""Seconds that the child has to put away what it found, before it is ended."""


class Maker:
    """The child that builds the corpus of `paths` in the folder `cache`.

    Iterate over it once for its events, as `tui/making.py` names them, the last being END,
    UNUSABLE or FAILED.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        cache: Path,
        engine: str,
        distrust: str = "",
        limits: Limits | None = None,
    ) -> None:
        self._child: subprocess.Popen[str] = start_child("tui.making")
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._last_words = ""
        self.shown = threading.Event()
        """Set once a model is in place."""
        for work in (self._collect, self._listen):
            threading.Thread(target=work, name="maker", daemon=True).start()
        asked = {
            "paths": [os.fspath(path) for path in paths],
            "cache": os.fspath(cache),
            "engine": engine,
            "distrust": distrust,
            "limits": astuple(limits or Limits()),
        }
        # The child may be gone already, with last words that say why.
        with contextlib.suppress(BrokenPipeError):
            pipe(self._child.stdin).write(json.dumps(asked) + "\n")
            pipe(self._child.stdin).flush()

    def __iter__(self) -> Iterator[list[Any]]:
        """Events as they come."""
        while line := self._lines.get():
            event = json.loads(line)
            yield event
            if event[0] in (END, UNUSABLE, FAILED):
                return
        words = self._last_words.strip().splitlines()
        reason = words[-1] if words else f"status {self._child.wait()}"
        yield [UNUSABLE, reason]

    def stop(self) -> None:
        """End the child; what it has stored stays."""
        with contextlib.suppress(OSError, ValueError):
            pipe(self._child.stdin).close()
        try:
            self._child.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def _collect(self) -> None:
        for line in pipe(self._child.stdout):
            if line.startswith(f'["{MODEL}"'):
                self.shown.set()
            self._lines.put(line)
        self._lines.put("")

    def _listen(self) -> None:
        for line in pipe(self._child.stderr):
            self._last_words = (self._last_words + line)[-4000:]
