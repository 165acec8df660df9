"""The guarded child process: files in, drafts out. It trusts nothing, and nobody trusts it.

Started by `corpus/reading/guard/cell.py`; how the two speak stands there.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import IO, Any

from corpus.errors import UnreadableError
from corpus.reading.guard.confine import confine, rearm
from corpus.reading.guard.limits import Limits
from corpus.reading.guard.unpack import unpacked
from corpus.reading.guard.wire import DRAFT, END, KIND, SKIPPED, pack
from corpus.reading.registry import FORMATS
from corpus.reading.rows import Draft


def main() -> int:
    """Parse one file after the other until the input ends."""
    source = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    # What a library prints must not be taken for an answer.
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    parent, bounds = json.loads(source.readline())
    limits = Limits(*bounds)
    confine(limits, parent)
    while line := source.readline():
        kind, name, size = json.loads(line)
        data = source.read(size)
        rearm(limits.seconds)
        fit = _serve(answers, data, kind, name, limits)
        rearm(0)
        if not fit:
            return 1
    return 0


def _serve(answers: IO[str], data: bytes, kind: str, name: str, limits: Limits) -> bool:
    """Answer for one file; returns whether this process is still fit for another."""
    try:
        try:
            kind, data = unpacked(data, kind, name, limits)
            _say(answers, KIND, kind)
            _tell(answers, FORMATS[kind].reader()(data), limits)
        except UnreadableError as error:
            _say(answers, SKIPPED, str(error))
        except RecursionError:
            _say(answers, SKIPPED, "nested too deeply")
        except PermissionError as error:
            _say(answers, SKIPPED, f"its reader was stopped: {error.strerror}")
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a parser may fail in any way, at one file's cost
            _say(answers, SKIPPED, f"damaged or not what its name says ({type(error).__name__})")
        _say(answers, END, None)
    except MemoryError:
        data = b""
        _say(answers, SKIPPED, needed_too_much(limits))
        return False
    return True


def _tell(answers: IO[str], drafts: Iterable[Draft], limits: Limits) -> None:
    """Send `drafts` as they come, as far as the limits go."""
    size = 0
    for number, draft in enumerate(drafts, 1):
        size += sum(len(row.text) + 1 for row in draft.rows)
        if size > limits.text:
            raise UnreadableError(f"holds more than {limits.text:,} characters of text")
        if number > limits.articles:
            raise UnreadableError(f"holds more than {limits.articles:,} articles")
        _say(answers, DRAFT, pack(draft))
        rearm(limits.seconds)


def _say(answers: IO[str], what: str, value: Any) -> None:
    answers.write(json.dumps([what, value]) + "\n")
    answers.flush()


def needed_too_much(limits: Limits) -> str:
    """The reason for a file that takes too much memory."""
    return f"needed more than {limits.memory // (1024 * 1024):,} MB of memory"


if __name__ == "__main__":
    sys.exit(main())
