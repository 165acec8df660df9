"""Keeps the trace of an unexpected error in a file, so that the terminal need not show it."""

from __future__ import annotations

import os
import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path
from typing import Final

from corpus.reading.clean import clean_text
from tui import __version__, paths

_LIMIT: Final = 1_000_000
"""Bytes after which a new log is begun; the one before it is kept."""


def keep(error: BaseException) -> Path | None:
    """Append the trace of `error` to the log; returns the log, or None if it cannot be written."""
    path = paths.log_file()
    head = (
        f"{datetime.now().astimezone().isoformat(timespec='seconds')}  dateline {__version__},"
        f" Python {platform.python_version()} on {sys.platform}"
    )
    trace = clean_text("".join(traceback.format_exception(error)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists() and path.stat().st_size > _LIMIT:
            path.replace(path.with_suffix(".old.log"))
        how = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW
        with os.fdopen(os.open(path, how, 0o600), "w", encoding="utf-8") as log:
            log.write(f"{head}\n{trace}\n")
    except OSError:
        return None
    return path
