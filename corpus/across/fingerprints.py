"""A text's fingerprints: hashes of runs of words, and a thin choice of them to find copies by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Prints = NDArray[np.uint64]

RUN = 4
"""Words that are hashed together."""
WINDOW = 6
"""Of so many runs in a row at least one is chosen: nine shared words in a row leave a trace."""
_WORD = re.compile(r"\w+")
_ODD = np.uint64(0x9E3779B97F4A7C15)
_TURN = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """`runs` are the hashes of all runs of words, in order, `chosen` some of them."""

    runs: Prints
    chosen: Prints


def fingerprints(texts: Iterable[str]) -> Iterator[Fingerprints]:
    """The fingerprints of each text; few words give one, none gives none."""
    vocabulary: defaultdict[str, int] = defaultdict(count(1).__next__)
    for text in texts:
        numbers = map(vocabulary.__getitem__, _WORD.findall(text.lower()))
        runs = _runs(np.fromiter(numbers, dtype=np.uint64))
        yield Fingerprints(runs, _once(_chosen(runs)))


def _once(numbers: Prints) -> Prints:
    """The sorted numbers, each once; for so few, sorting is faster than a set of hashes."""
    ordered = np.sort(numbers)
    return (
        ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered
    )


def share(one: Prints, other: Prints) -> float:
    """The share of the shorter text's runs that the other has as well."""
    one, other = _once(one), _once(other)
    least = min(len(one), len(other))
    if not least:
        return 0.0
    both = np.sort(np.concatenate((one, other)))
    return int(np.count_nonzero(both[1:] == both[:-1])) / least


def _runs(words: Prints) -> Prints:
    """One hash for each run of words, and one for all of them where they are too few."""
    size = min(RUN, len(words))
    if size == 0:
        return words
    mixed = _mix(words)
    length = len(words) - size + 1
    found = np.zeros(length, dtype=np.uint64)
    for at in range(size):
        found = found * _ODD + mixed[at : at + length]
    return _mix(found)


def _mix(numbers: Prints) -> Prints:
    numbers = (numbers ^ (numbers >> _HALF)) * _TURN
    numbers = (numbers ^ (numbers >> _HALF)) * _TURN
    return numbers ^ (numbers >> _HALF)


def _chosen(runs: Prints) -> Prints:
    """The least hash of each window (winnowing), which depends on the words there alone."""
    if len(runs) <= WINDOW:
        return runs
    least: Prints = sliding_window_view(runs, WINDOW).min(axis=1)
    return least
