"""`dateline recent`: the folders read of late, and opening one of them again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.reading.clean import clean_line
from tui.paths import session_file
from tui.session import Sitting, load


def found() -> Sequence[Sitting]:
    """The folders, latest first."""
    return load(session_file())


def lines() -> list[str]:
    """The folders, latest first, each with its number and the day."""
    return [
        f"{number:>3}  {one.when[:10]}  {clean_line(' '.join(one.paths)) or '(bundled articles)'}"
        for number, one in enumerate(found(), 1)
    ]


def paths_of(number: int) -> Sequence[Path] | None:
    """The paths behind a number of the list; None where there is none."""
    sittings = load(session_file())
    if not 1 <= number <= len(sittings):
        return None
    return [Path(path) for path in sittings[number - 1].paths]
