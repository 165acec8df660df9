"""How often every word stands in the articles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from corpus.search import Searcher
from corpus.search.columns import Ints
from corpus.search.searcher import Base


@dataclass(frozen=True, slots=True)
class Frequency:
    """A word, folded, and how often it stands in the texts."""

    word: str
    count: int


def counts(base: Base) -> Ints:
    """How often each word stands in the indexed articles, by its number; kept with the view."""
    known = base.view.counts
    if known is None:
        with base.shelf.reading():
            run, size = base.shelf.columns.run(), base.shelf.columns.size()
        there = np.repeat(base.view.places(run.numbers) >= 0, np.diff(run.starts))
        ids = run.ids if there.all() else run.ids[there]
        known = base.view.counts = np.bincount(ids, minlength=size).astype(np.int64)
    return known


def frequencies(
    searcher: Searcher, what: str = "", limit: int = 200, offset: int = 0
) -> tuple[int, tuple[Frequency, ...]]:
    """How many words there are, and a page of them, commonest first.

    `what` may narrow them to those that one word with `*` stands for. Raises `DamagedError`.
    """
    base = searcher.base
    every = counts(base)
    with base.shelf.reading():
        columns = base.shelf.columns
        chosen = columns.meant(what) if what else np.arange(len(every))
        chosen = chosen[chosen < len(every)]
        chosen = chosen[every[chosen] > 0]
        chosen = chosen[np.lexsort((chosen, -every[chosen]))]
        page = chosen[offset : offset + limit].tolist()
        spelt = columns.spelt(page)
    return len(chosen), tuple(Frequency(spelt[n], int(every[n])) for n in page)
