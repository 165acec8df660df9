"""How alike two names are by their keys: edit distance over letters, sounds and rough sounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from corpus.names import keys
from corpus.names.asking import Unit, joined

Floats = NDArray[np.float32]

_BEGIN = 0.78
_SLIP, _LONG = 0.55, 5
_SAME = 0.5
_CERTAIN = np.float32(0.99)
_WHOLE = 0.9999
_TURNED = 0.025
_MISSING, _UNSURE = 0.18, 0.74
_SURE = 0.97
_MOST = 20_000
_SHARES = (0.15, 0.41, 0.45)


def likeness(asked: str, found: Sequence[str], begun_counts: bool = True) -> Floats:
    """How alike `asked` is to each of `found`, 0 to 1; the rest of a name begun costs little."""
    size = len(asked)
    whole: Floats = cdist([asked], found, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
    if not begun_counts:
        return whole
    starts = [text[:size] for text in found]
    begun = cdist([asked], starts, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
    most: Floats = np.maximum(begun, whole)
    return np.float32(_BEGIN) * most + np.float32(1 - _BEGIN) * whole


def blend(size: int, letters: Floats, sounds: Floats, rough: Floats) -> Floats:
    """One likeness of the three keys'; letters alone suffice where they are the best.

    Where a whole name is the same in its rough sounds, half of what is left to doubt is taken away;
    a single slip in a query of `size` letters costs less than its share of them.
    """
    mixed = _SHARES[0] * letters + _SHARES[1] * sounds + _SHARES[2] * rough
    mixed += np.float32(_SAME) * np.maximum(_CERTAIN - mixed, 0) * (rough > _WHOLE)
    near = (letters >= 1 - 1.05 / max(size, 1)) & (size >= _LONG)
    letters = np.where(near, 1 - np.float32(_SLIP) * (1 - letters), letters)
    best: Floats = np.maximum(mixed, letters - np.float32(0.009))
    return best


@cache
def _light() -> dict[str, float]:
    table = files("corpus").joinpath("data/romanisation/light.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and line[0] != "#")
    return {word: float(share) for word, share in rows}


@lru_cache(maxsize=1 << 15)
def alike(asked: Unit, found: Unit, typing: bool) -> float:
    """How alike two words are, 0 to 1.

    While a word is `typing`, one that it begins nearly counts as the word itself.
    """
    a, b = asked.letters, found.letters
    if a == b:
        return 1.0
    if len(a) == 1:
        if asked.sounds == found.sounds and not typing:
            return 0.95
        return (0.85 if typing else 0.78) if b.startswith(a) else 0.0
    if b.startswith(a):
        return (0.9 if typing else 0.75) + 0.1 * len(a) / len(b)
    letters = OSA.normalized_similarity(a, b)
    sounds = OSA.normalized_similarity(asked.sounds, found.sounds)
    rough = OSA.normalized_similarity(asked.rough, found.rough)
    best = max(0.15 * letters + 0.41 * sounds + 0.43 * rough, letters - 0.01)
    bones = keys.skeleton(asked.sounds)
    if len(bones) > 1 and bones == keys.skeleton(found.sounds):
        best = max(best, 0.6 + 0.3 * rough)
    if typing and len(asked.sounds) > 2 and found.sounds.startswith(asked.sounds):
        best = max(best, 0.84 + 0.1 * len(asked.sounds) / len(found.sounds))
    return best if best > 0.55 else 0.0


class Weigher:
    """How much a word says about whose name it is: rare words much, articles little."""

    def __init__(self, total: int, frequency: Callable[[str], int]) -> None:
        self._total = log(2 + total)
        self._frequency = frequency
        self._known: dict[Unit, float] = {}

    def __call__(self, unit: Unit) -> float:
        """The weight of `unit`, 0.1 to 1."""
        known = self._known.get(unit)
        if known is None:
            share = _light().get(unit.letters)
            if share is None:
                rare = 1.0 - log(1 + self._frequency(unit.rough)) / self._total
                share = 0.35 + 0.65 * max(rare, 0.0)
                share *= min(1.0, 0.4 + 0.2 * len(unit.letters))
            if len(self._known) > _MOST:
                self._known.clear()
            known = self._known[unit] = share
        return known


Words = tuple[tuple[Unit, ...], ...]


def assigned(asked: Words, found: Words, weigh: Weigher) -> float:
    """How well the words of a query are found among the words of a name, in any order, 0 to 1."""
    split_asked = [unit for word in asked for unit in word]
    split_found = [unit for word in found for unit in word]
    best = _assign(split_asked, split_found, weigh, len(asked))
    if best < _SURE and (len(split_asked) > len(asked) or len(split_found) > len(found)):
        whole_asked = [joined(word) for word in asked]
        whole_found = [joined(word) for word in found]
        best = max(best, _assign(whole_asked, whole_found, weigh, len(asked)))
    return best


def _assign(asked: list[Unit], found: list[Unit], weigh: Weigher, words: int) -> float:
    """The weight of what is found over the weight of what is asked, less for what is left over.

    Of a query of three `words` or more one may be missing, but that never makes a good match.
    """
    mine = [weigh(unit) for unit in asked]
    theirs = [weigh(unit) for unit in found]
    last = len(asked) - 1
    pairs = [
        (how, mine[i], -abs(i - j), i, j)
        for i, unit in enumerate(asked) for j, other in enumerate(found)
        if (how := alike(unit, other, i == last))
    ]  # fmt: skip
    pairs.sort(reverse=True)
    taken: dict[int, int] = {}
    gone: set[int] = set()
    got = 0.0
    for how, weight, _, i, j in pairs:
        if i not in taken and j not in gone:
            taken[i] = j
            gone.add(j)
            got += how * weight
    for i, unit in enumerate(asked):
        if i not in taken and 2 <= len(unit.letters) <= 4:
            run = _initials(unit.letters, found, gone)
            if run:
                gone.update(run)
                taken[i] = run[0]
                got += 0.84 * mine[i]
    total, everything = sum(mine), sum(theirs)
    if not total or not everything:
        return 0.0
    rest = everything - sum(theirs[j] for j in gone)
    order = [taken[i] for i in sorted(taken)]
    cost = 0.0 if order == sorted(order) else _TURNED if _turned(order) else 0.05
    share = got / total
    missing = [mine[i] for i in range(len(asked)) if i not in taken]
    if words > 2 and len(missing) == 1:
        share = max(share, min(got / (total - missing[0]) - _MISSING, _UNSURE))
    return share - 0.07 * rest / everything - cost


def _initials(letters: str, found: list[Unit], gone: set[int]) -> range | None:
    """The run of words, none of them `gone`, that begin with these letters one by one."""
    for at in range(len(found) - len(letters) + 1):
        run = range(at, at + len(letters))
        if all(
            j not in gone and found[j].letters.startswith(letter)
            for j, letter in zip(run, letters, strict=True)
        ):
            return run
    return None


def _turned(order: list[int]) -> bool:
    """Whether an order is the right one begun elsewhere, as when the family name goes last."""
    return sum(a > b for a, b in pairwise(order)) == 1 and order[0] > order[-1]
