"""The child process that builds the stored corpus while the screen shows what is there already.

It reads one JSON line and writes events, one JSON line each; it ends when its input ends. See
`tui/maker.py`.
"""

from __future__ import annotations

import gc
import json
import os
import sqlite3
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROGRESS, MODEL, NAMES, NOTICE, UNUSABLE, FAILED, END = (
    "progress", "model", "names", "notice", "unusable", "failed", "end",
)  # fmt: skip
_PATIENCE = 1.0
"""Seconds between two looks at what another session has built."""


def main() -> int:
    """Build what the first line asks for."""
    gc.disable()  # short imports: collecting would find nothing
    from corpus import store
    from corpus.errors import DatelineError
    from corpus.reading.guard.limits import Limits
    from corpus.store.building import build

    gc.enable()
    asked = json.loads(sys.stdin.readline())
    paths, cache = asked["paths"], Path(asked["cache"])
    over = threading.Event()
    threading.Thread(target=_wait_for_end, args=(over,), daemon=True).start()
    seen = ""
    try:
        while not over.is_set():
            try:
                outcome = build(
                    paths, cache, asked["engine"],
                    tell=lambda step: _say(
                        PROGRESS, step.stage, step.done, step.total, step.rate, step.left,
                        step.skipped,
                    ),
                    on_model=lambda complete: _say(MODEL, complete),
                    on_names=lambda: _say(NAMES),
                    cancelled=over.is_set,
                    distrust=asked["distrust"], limits=Limits(*asked["limits"]),
                )  # fmt: skip
            except store.BusyError:
                asked["distrust"] = ""
                seen = _follow(lambda: store.open(paths, cache), seen)
                over.wait(_PATIENCE)
                continue
            for notice in outcome.notices:
                _say(NOTICE, notice)
            _say(END, outcome.changed)
            return 0
    except (OSError, sqlite3.Error, store.StoreError, store.DamagedError) as error:
        why = getattr(error, "strerror", None) or str(error)
        _say(UNUSABLE, why)
    except DatelineError as error:
        _say(FAILED, str(error))
    return 1


def _follow(look: Callable[[], Any], seen: str) -> str:
    """Tell of a model that another session put in place; returns its mark."""
    _say(PROGRESS, "another session is reading this folder", 0, 0, 0, 0, 0)
    found = look()
    if found is None:
        return seen
    mark, complete = found.mark, found.complete
    found.close()
    if mark != seen:
        _say(MODEL, complete)
    return str(mark)


def _say(*event: object) -> None:
    try:
        sys.stdout.write(json.dumps(event) + "\n")
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        # Nobody listens any more: what is committed stays, the rest is for another time.
        os._exit(1)


def _wait_for_end(over: threading.Event) -> None:
    while sys.stdin.readline():
        pass
    over.set()
