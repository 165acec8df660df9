"""What a report of a fault needs to say: versions, the terminal, and where things lie.

Nothing of the documents is in it: no names of files, no text.
"""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib import metadata

from tui import __version__, paths

_NEEDED = (
    "textual", "rich", "rapidfuzz", "tomli", "tomli-w", "numpy", "platformdirs", "markdown-it-py",
    "charset-normalizer", "PyYAML", "anyascii",
)  # fmt: skip
_OPTIONAL = ("trafilatura", "pypdfium2", "spacy", "watchfiles", "distributed", "pandas", "pyarrow")
_VARIABLES = (
    "TERM", "COLORTERM", "NO_COLOR", "TMUX", "STY", "LANG", "LC_ALL", "LC_CTYPE", "SSH_TTY",
    "TERM_PROGRAM", "LINES", "COLUMNS",
)  # fmt: skip


def lines() -> Iterator[str]:
    """The report, a line at a time."""
    yield f"dateline {__version__}"
    yield f"python {platform.python_version()} ({platform.python_implementation()})"
    yield f"system {platform.system()} {platform.release()} {platform.machine()}"
    yield f"processors {os.cpu_count()}"
    yield ""
    for name in _NEEDED:
        yield f"{name} {_version(name) or 'MISSING'}"
    for name in _OPTIONAL:
        yield f"{name} {_version(name) or 'not installed'}"
    yield ""
    for stream in ("stdin", "stdout", "stderr"):
        yield f"{stream} {_stream(stream)}"
    size = shutil.get_terminal_size((0, 0))
    yield f"size {size.columns} x {size.lines}"
    yield f"encoding {locale.getpreferredencoding(False)}"
    for name in _VARIABLES:
        if name in os.environ:
            # That there is a session of tmux or SSH matters, its address does not.
            shown = "set" if name in ("TMUX", "STY", "SSH_TTY") else ascii(os.environ[name])
            yield f"{name} {shown}"
    yield ""
    yield f"settings {_place(paths.config_file())}"
    yield f"log {_place(paths.log_file())}"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _stream(name: str) -> str:
    stream = getattr(sys, name)
    if stream is None:
        return "closed"
    kind = "terminal" if stream.isatty() else "no terminal"
    return f"{kind}, {stream.encoding}"


def _place(path: os.PathLike[str]) -> str:
    return f"{os.fspath(path)} ({'there' if os.path.exists(path) else 'not there'})"  # noqa: PTH110
