"""The progress line of the command line, drawn in place on a terminal and silent elsewhere."""

from __future__ import annotations

import os
from time import monotonic
from typing import TYPE_CHECKING, Final, TextIO

from corpus.reading.clean import clean_line

if TYPE_CHECKING:
    from corpus.build import Progress as Step

_PAUSE: Final = 0.1
"""Seconds between two drawings: a slow link must not hold up the work."""


class Progress:
    """Says on `stream` what is going on; use as a context manager and call with each step."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream if stream is not None and stream.isatty() else None
        self._shown = 0
        self._drawn = 0.0
        self._stage = ""

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream is not None and self._shown:
            self._stream.write("\r" + " " * self._shown + "\r")
            self._stream.flush()

    def __call__(self, step: Step) -> None:
        """Show how far the work is."""
        if self._stream is None:
            return
        now = monotonic()
        if step.stage == self._stage and now - self._drawn < _PAUSE:
            return
        self._stage, self._drawn = step.stage, now
        count = f" {step.done:,} of {step.total:,}" if step.total else ""
        rate = f", {step.rate:,} words a second" if step.rate else ""
        left = f", {step.left:,} s left" if step.left else ""
        skipped = f", {step.skipped:,} skipped" if step.skipped else ""
        text = clean_line(f"{step.stage}{count} …{rate}{left}{skipped}", _room(self._stream))
        self._stream.write("\r" + text.ljust(self._shown))
        self._stream.flush()
        self._shown = len(text)


def _room(stream: TextIO) -> int:
    """Cells that fit on a line without wrapping."""
    try:
        return max(10, os.get_terminal_size(stream.fileno()).columns - 1)
    except (OSError, ValueError):
        return 79
