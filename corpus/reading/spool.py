"""Standard input as a file: kept in a private folder while Dateline runs, then removed.

A file can be read by a child process, and again; a pipe can be read once, by one.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from corpus.errors import DatelineError

STANDARD_INPUT: Final = "standard input"
"""The name that the file goes by on the screen."""
_PREFIX: Final = "dateline-input-"
_PIECE: Final = 1 << 20


def keep(source: int, limit: int) -> Path:
    """What comes from the file descriptor `source`, at most one byte more than `limit`, as a file.

    Raises DatelineError where it cannot be kept.
    """
    import atexit  # these are not needed to start
    import shutil
    import tempfile

    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    place = runtime if runtime and os.access(runtime, os.W_OK | os.X_OK) else None
    try:
        folder = tempfile.mkdtemp(prefix=_PREFIX, dir=place)
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        kept = Path(folder, STANDARD_INPUT)
        with kept.open("xb") as file:
            left = limit + 1
            while left and (piece := os.read(source, min(_PIECE, left))):
                file.write(piece)
                left -= len(piece)
    except OSError as error:
        raise DatelineError(f"Standard input could not be kept: {error.strerror}.") from error
    return kept


def is_kept(path: Path) -> bool:
    """Whether `path` is a file that `keep` made."""
    return path.name == STANDARD_INPUT and path.parent.name.startswith(_PREFIX)
