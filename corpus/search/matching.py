"""Where words in a row stand, in columns of word numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.search.columns import Ids, Ints, Run

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words in a row, each as the numbers it may have; None stands for any word."""

    parts: tuple[Ints | None, ...]

    @property
    def impossible(self) -> bool:
        """Whether one of the words is in no text."""
        return any(part is not None and not len(part) for part in self.parts)


def wanted(patterns: Sequence[str], meant: Callable[[str], Ints]) -> Wanted:
    """`patterns` as numbers of words, which `meant` gives for each."""
    return Wanted(tuple(None if word == "*" else meant(word) for word in patterns))


def stands(asked: Wanted, ids: Ids) -> Ints:
    """The places in `ids` at which `asked` begins, in order."""
    width = len(asked.parts)
    count = len(ids) - width + 1
    if count < 1 or asked.impossible:
        return np.zeros(0, dtype=np.int64)
    order = sorted((len(part), at) for at, part in enumerate(asked.parts) if part is not None)
    if not order:
        return np.arange(count, dtype=np.int64)
    at = order[0][1]
    found = np.flatnonzero(_among(ids[at : at + count], asked.parts[at]))
    for _, at in order[1:]:
        found = found[_among(ids[found + at], asked.parts[at])]
    return found


def stands_in(asked: Wanted, run: Run) -> tuple[Ints, Ints]:
    """Where `asked` begins in a run, and the place of that article in `run.numbers`.

    What would reach from one article into the next is none.
    """
    found = stands(asked, run.ids)
    owner = np.searchsorted(run.starts, found, side="right") - 1
    whole = found + len(asked.parts) <= run.starts[owner + 1]
    return found[whole], owner[whole]


def _among(ids: Ids, part: Ints | None) -> Flags:
    if part is None:
        return np.ones(len(ids), dtype=bool)
    if len(part) == 1:
        flags: Flags = ids == part[0]
        return flags
    table = np.zeros(max(int(part.max()), int(ids.max(initial=0))) + 1, dtype=bool)
    table[part] = True
    chosen: Flags = table[ids]
    return chosen
