"""Child processes that extract articles while the parent draws, reads or waits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue

from corpus import codec
from corpus.errors import DatelineError
from corpus.model import Article, Extract

END = "null\n"
"""The line after a child's last extract: without it its work is not complete."""


def extract_in_children(
    articles: Sequence[Article],
    engine: str,
    count: int,
    cancelled: Callable[[], bool],
) -> Iterator[Extract]:
    """The extracts of `articles` as they come, in no order, from `count` child processes.

    Raises `DatelineError` with the child's last words when one fails. Leaving the loop early, or
    `cancelled` turning true, ends the children.
    """
    shares = [articles[i::count] for i in range(count)]
    shares = [s for s in shares if s]
    arrived: SimpleQueue[str | BaseException | None] = SimpleQueue()
    children = [_start() for _ in shares]
    for child, share in zip(children, shares, strict=True):
        threading.Thread(target=_feed, args=(child, engine, share), daemon=True).start()
        threading.Thread(target=_drain, args=(child, arrived), daemon=True).start()
    open_ends = len(children)
    try:
        while open_ends:
            line = arrived.get()
            if cancelled():
                return
            if line is None:
                open_ends -= 1
            elif isinstance(line, BaseException):
                raise line
            else:
                yield codec.decode(Extract, json.loads(line))
    finally:
        for child in children:
            child.kill()
        for child in children:
            child.wait()


def _start() -> subprocess.Popen[str]:
    # The child must find this very package, wherever it was imported from, and nothing that the
    # current folder holds: hence -P and an explicit path.
    home = str(Path(__file__).resolve().parent.parent)
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _BOOT.format(home=home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
        cwd="/",
        start_new_session=False,
    )


_BOOT = (
    "import sys; sys.path.insert(0, {home!r}) if {home!r} not in sys.path else None; "
    "from corpus.worker import main; sys.exit(main())"
)


def _feed(child: subprocess.Popen[str], engine: str, share: Sequence[Article]) -> None:
    pipe_in = child.stdin
    if pipe_in is None:
        return
    try:
        with pipe_in as pipe:
            pipe.write(json.dumps(engine) + "\n")
            for article in share:
                pipe.write(json.dumps(codec.encode(article), ensure_ascii=True) + "\n")
    except (BrokenPipeError, ValueError):
        return


def _drain(child: subprocess.Popen[str], arrived: SimpleQueue[str | BaseException | None]) -> None:
    if child.stdout is None or child.stderr is None:
        return
    complete = False
    for line in child.stdout:
        complete = line == END
        if not complete:
            arrived.put(line)
    words = child.stderr.read()
    status = child.wait()
    if not complete:
        # Killed for its memory, say: whoever only looks at what came would miss what did not.
        last = words.strip().splitlines()[-1:] or [f"it ended with status {status}"]
        arrived.put(DatelineError(f"the process that finds names failed: {last[0]}"))
    arrived.put(None)
