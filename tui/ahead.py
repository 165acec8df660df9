"""Reading begun early: a child process reads the files while the screen is still being imported.

The toolkit of the screen takes as long to import as a folder takes to read, and Python does one
thing at a time in a process; so the child reads, and what it read is there with the first frame.
What the child does stands in `tui/readout.py`.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from pathlib import Path
from queue import SimpleQueue
from typing import IO

from corpus.errors import DatelineError
from corpus.model import Article, Skipped
from corpus.reading.guard.limits import Limits
from tui.readout import ARTICLE, END

_BOOT = "import sys; sys.path[:] = {path!r}; from {module} import main; sys.exit(main())"


def start_child(module: str) -> subprocess.Popen[str]:
    """A child of this process that runs `main` of a module, all of its ends being pipes.

    The child stays in the current folder, for paths may be relative to it, but nothing that lies
    there may be imported: an empty entry of PYTHONPATH would stand for it, so the child is given
    the search path of this process, which the front door has cleaned.
    """
    path = [os.path.abspath(entry) for entry in sys.path if entry]  # noqa: PTH100
    environment = {name: v for name, v in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _BOOT.format(path=path, module=module)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="ascii",
        errors="replace",
    )


class Ahead:
    """The child that reads `paths`, or the bundled corpus where there are none.

    Iterate over it once for the articles and skipped files.
    """

    def __init__(self, paths: Sequence[Path], limits: Limits | None = None) -> None:
        self._child = start_child("tui.readout")
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._last_words = ""
        self.finished = threading.Event()
        """Set once everything is read: iterating will not wait."""
        self._listener = threading.Thread(target=self._listen, name="ahead", daemon=True)
        self._listener.start()
        threading.Thread(target=self._collect, name="ahead", daemon=True).start()
        # The child may be gone already, with last words that say why.
        with contextlib.suppress(BrokenPipeError):
            asked = [[os.fspath(path) for path in paths], astuple(limits or Limits())]
            pipe(self._child.stdin).write(json.dumps(asked))
            pipe(self._child.stdin).close()

    def __iter__(self) -> Iterator[Article | Skipped]:
        """What was read, in the order of reading. Raises DatelineError where the child failed."""
        from corpus import codec

        while line := self._lines.get():
            kind, data = json.loads(line)
            if kind == END:
                return
            if kind == ARTICLE:
                yield codec.decode(Article, data)
            else:
                yield codec.decode(Skipped, data)
        self._listener.join(1.0)
        words = self._last_words.strip().splitlines()
        reason = words[-1] if words else f"status {self._child.wait()}"
        raise DatelineError(f"The files could not be read ({reason}). Please report this.")

    def stop(self) -> None:
        """End the child, wherever it is."""
        if self._child.poll() is None:
            self._child.kill()
            self._child.wait()

    def _collect(self) -> None:
        for line in pipe(self._child.stdout):
            self._lines.put(line)
        self._lines.put("")
        self.finished.set()

    def _listen(self) -> None:
        for line in pipe(self._child.stderr):
            self._last_words = (self._last_words + line)[-4000:]


def pipe(end: IO[str] | None) -> IO[str]:
    """An end that was asked for, and is there."""
    if end is None:
        raise DatelineError("The reading process has no pipe. Please report this.")
    return end
