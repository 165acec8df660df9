"""The words that stand beside the rows of a concordance more often than chance would have it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.concordance.frequencies import counts
from corpus.concordance.rows import Concordance
from corpus.search.columns import Ids, Ints
from corpus.search.matching import Flags

MEASURES = ("likelihood", "information", "count")


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word, folded, beside the rows: how often before and after them, and everywhere.

    `likelihood` is Dunning's G² (3.84 is passed by chance once in 20 times), `information` the
    binary logarithm of how many times more often it stands here than chance would have it.
    """

    word: str
    left: int
    right: int
    everywhere: int
    likelihood: float
    information: float

    @property
    def count(self) -> int:
        """How often it stands beside the rows."""
        return self.left + self.right


def collocates(
    found: Concordance, *, left: int = 5, right: int = 5, least: int = 2, limit: int = 100,
    by: str = "likelihood",
) -> tuple[Collocate, ...]:  # fmt: skip
    """The words among the `left` before and the `right` after each row, ranked `by` (`MEASURES`).

    A place that lies beside two rows counts once, on the side of the first; the rows' own words do
    not count. Only words that stand there `least` times and more often than by chance are given
    (all of them, where `by` is "count"). Raises `ValueError` for another measure, `DamagedError`.
    """
    if by not in MEASURES:
        raise ValueError(f"no such measure: {by}")
    table = found.table
    run = table.located.run
    order = np.sort(found.order)
    first, width = table.located.first[order], table.located.width[order]
    owner = table.located.owner[order]
    low, high = run.starts[owner], run.starts[owner + 1]
    behind = first + width
    before = _marked(run.ids, first, -left, 0, low, high)
    after = _marked(run.ids, behind, 0, right, low, high) & ~before
    own = _marked(run.ids, first, 0, int(width.max(initial=0)), first, behind)
    before &= ~own
    after &= ~own
    every = counts(table.base)
    lefts = np.bincount(run.ids[before], minlength=len(every))
    rights = np.bincount(run.ids[after], minlength=len(every))
    here = (lefts + rights)[: len(every)]
    chosen = np.flatnonzero(here >= max(1, least))
    size, total = int(before.sum() + after.sum()), int(every.sum())
    if not len(chosen) or not total:
        return ()
    observed, overall = here[chosen].astype(float), every[chosen].astype(float)
    expected = overall * size / total
    information = np.log2(observed / expected)
    likelihood = _likelihood(observed, overall, float(size), float(total))
    value = {"likelihood": likelihood, "information": information, "count": observed}[by]
    if by != "count":
        value = np.where(observed > expected, value, -1.0)
    ranked = np.lexsort((chosen, -observed, -value))[:limit]
    ranked = ranked[value[ranked] >= 0]
    with table.base.shelf.reading():
        spelt = table.base.shelf.columns.spelt(chosen[ranked].tolist())
    return tuple(
        Collocate(
            spelt[int(chosen[at])], int(lefts[chosen[at]]), int(rights[chosen[at]]),
            int(overall[at]), float(likelihood[at]), float(information[at]),
        )
        for at in ranked.tolist()
    )  # fmt: skip


def _marked(ids: Ids, at: Ints, start: int, stop: int, low: Ints, high: Ints) -> Flags:
    """The places of `ids` that lie `start` … `stop` from one of `at`, and in its `low` … `high`."""
    flags: Flags = np.zeros(len(ids), dtype=bool)
    for step in range(start, stop):
        there = at + step
        flags[there[(there >= low) & (there < high)]] = True
    return flags


def _likelihood(
    observed: NDArray[np.float64], overall: NDArray[np.float64], size: float, total: float
) -> NDArray[np.float64]:
    """Dunning's G² of the table: this word or another, beside the rows or elsewhere."""
    cells = (
        (observed, overall * size / total),
        (overall - observed, overall * (total - size) / total),
        (size - observed, (total - overall) * size / total),
        (total - overall - size + observed, (total - overall) * (total - size) / total),
    )
    out = np.zeros(len(observed))
    for seen, expected in cells:
        with np.errstate(divide="ignore", invalid="ignore"):
            out += np.where((seen > 0) & (expected > 0), seen * np.log(seen / expected), 0.0)
    gained: NDArray[np.float64] = np.maximum(0.0, 2 * out)
    return gained
