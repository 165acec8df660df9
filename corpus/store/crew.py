"""Child processes that share the jobs of a build; one that dies is replaced, its job retried."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, Queue, SimpleQueue

from corpus.errors import DatelineError
from corpus.store.labour import Result, Task, nothing
from corpus.store.rows import Found

_BOOT = (
    "import sys; sys.path.insert(0, {home!r}) if {home!r} not in sys.path else None; "
    "from corpus.store.worker import main; sys.exit(main())"
)


class Crew:
    """`count` children at work on what is submitted; use in a `with`, which ends them."""

    def __init__(self, folder: Path, engine: str, count: int) -> None:
        self._first = json.dumps([str(folder.absolute()), engine]) + "\n"
        self._jobs: SimpleQueue[Sequence[Task] | None] = SimpleQueue()
        self._results: Queue[Result | DatelineError] = Queue()
        self._children: set[subprocess.Popen[str]] = set()
        self._over = False
        self._threads = [
            threading.Thread(target=self._run, name="crew", daemon=True) for _ in range(count)
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the children; what they are at is lost."""
        self._over = True
        for _ in range(len(self._threads)):
            self._jobs.put(None)
        for child in list(self._children):
            child.kill()
        for worker in self._threads:
            worker.join(5)

    def submit(self, tasks: Sequence[Task]) -> None:
        """Have a job done some time."""
        self._jobs.put(tasks)

    def take(self, seconds: float) -> Result | None:
        """The next result, None where none comes within `seconds`. Raises DatelineError."""
        try:
            result = self._results.get(timeout=seconds) if seconds else self._results.get_nowait()
        except Empty:
            return None
        if isinstance(result, DatelineError):
            raise result
        return result

    def _run(self) -> None:
        child: subprocess.Popen[str] | None = None
        while (tasks := self._jobs.get()) is not None and not self._over:
            if child is None:
                child = self._start()
            left = self._do(child, tasks)
            if not left or self._over:
                continue
            words = self._bury(child)
            child = None
            if len(left) == 1 and len(tasks) == 1:
                self._results.put(nothing(left[0], words))
            elif len(left) == len(tasks) and not self._try_alone():
                self._results.put(DatelineError(f"the process that finds names failed: {words}"))
            else:
                for task in left:
                    self._jobs.put([task])
        if child is not None:
            self._bury(child)

    def _do(self, child: subprocess.Popen[str], tasks: Sequence[Task]) -> list[Task]:
        """Have `child` do a job; returns what it left undone, nothing where all went well."""
        left = {(task.article, task.id): task for task in tasks}
        if child.stdin is None or child.stdout is None:
            return list(tasks)
        try:
            child.stdin.write(json.dumps(tasks) + "\n")
            child.stdin.flush()
            while left:
                line = child.stdout.readline()
                if not line.endswith("\n"):
                    break
                result = decode(line)
                left.pop((result.article, result.id), None)
                self._results.put(result)
        except DatelineError as error:
            self._results.put(error)
            return []
        except (OSError, ValueError):
            pass
        return list(left.values())

    def _try_alone(self) -> bool:
        """Whether a child can work at all: else every single article would be blamed."""
        child = self._start()
        self._close(child)
        return child.wait() == 0

    def _start(self) -> subprocess.Popen[str]:
        # As in corpus/crew.py: the very package that runs here, and nothing of the current folder.
        home = str(Path(__file__).resolve().parents[2])
        child = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT.format(home=home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            cwd="/",
        )
        self._children.add(child)
        if child.stdin is not None:
            try:
                child.stdin.write(self._first)
                child.stdin.flush()
            except OSError:
                return child
        return child

    def _close(self, child: subprocess.Popen[str]) -> None:
        if child.stdin is not None:
            try:
                child.stdin.close()
            except OSError:
                return

    def _bury(self, child: subprocess.Popen[str]) -> str:
        """End a child; returns its last words."""
        self._close(child)
        try:
            _, words = child.communicate(timeout=1)
        except (subprocess.TimeoutExpired, ValueError, OSError):
            child.kill()
            words = child.stderr.read() if child.stderr and not child.stderr.closed else ""
        status = child.wait()
        self._children.discard(child)
        said = words.strip().splitlines()[-1:]
        return said[0] if said else f"it ended with status {status}"


def decode(line: str) -> Result:
    """The result in a line that `worker.encode` made; raises the error that it told instead."""
    said = json.loads(line)
    if isinstance(said, str):
        raise DatelineError(said)
    article, id_, count, texts, problem = said
    return Result(article, id_, Found(count, *map(base64.b64decode, texts)), problem)
