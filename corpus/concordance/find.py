"""Finding the rows of a concordance."""

from __future__ import annotations

import numpy as np

from corpus.concordance.rows import Concordance, Located, Table
from corpus.model import ArticleId, EntityId, Span
from corpus.search import Searcher
from corpus.search.columns import Ints, Run
from corpus.search.matching import stands_in, wanted
from corpus.search.query import Words, pattern
from corpus.search.searcher import Base

_MOST_OF_ALL = 0.5
"""Share of the articles from which on reading all is faster than reading the chosen ones."""


def concordance(searcher: Searcher, what: str) -> Concordance:
    """Every place of a word or of words in a row, in the order of the corpus.

    `*` stands for any letters of a word, alone for any word; signs between words do not matter.
    Raises `DamagedError` when the index is damaged; `Searcher.update` makes it anew.
    """
    base = searcher.base
    patterns = pattern(what.replace('"', " "))
    if not any(word != "*" for word in patterns):
        return _none(base)
    numbers = _candidates(base, patterns)
    with base.shelf.reading():
        asked = wanted(patterns, base.shelf.columns.meant)
        run = base.shelf.columns.run(numbers)
    first, owner = stands_in(asked, run)
    place = base.view.places(run.numbers)[owner]
    there = np.flatnonzero(place >= 0)
    there = there[np.lexsort((first[there], place[there]))]
    width = np.full(len(there), len(patterns), dtype=np.int64)
    found = Located(run, owner[there], first[there], width)
    return Concordance(Table(base, place[there], None, lambda: found))


def concordance_of(searcher: Searcher, entity: EntityId) -> Concordance:
    """Every place where an entity is named, in whatever spelling: one row for each sighting.

    Only in articles that are indexed by now. Raises `DamagedError`.
    """
    base = searcher.base
    found = base.corpus.entity_by_id.get(entity)
    if found is None:
        return _none(base)
    place_of = base.view.place_of
    seen = sorted(
        (place_of[s.article], s.start, s.end) for s in found.sightings if s.article in place_of
    )
    place = np.array([one[0] for one in seen], dtype=np.int64)
    spans = [Span(start, end) for _, start, end in seen]
    return Concordance(Table(base, place, spans, lambda: _among_words(base, place, spans)))


def _among_words(base: Base, place: Ints, spans: list[Span]) -> Located:
    """The words that each of `spans` takes up."""
    numbers = np.unique(base.view.numbers[place])
    with base.shelf.reading():
        run = base.shelf.columns.run(numbers.tolist())
        starts, ends, added = base.shelf.columns.edges(numbers.tolist())
    owner = np.searchsorted(run.numbers, base.view.numbers[place])
    begun = np.array([span.start for span in spans], dtype=np.int64) + added[owner]
    ended = np.array([span.end for span in spans], dtype=np.int64) + added[owner]
    low, high = run.starts[owner], run.starts[owner + 1]
    first = np.clip(np.searchsorted(ends, begun, side="right"), low, high)
    last = np.clip(np.searchsorted(starts, ended, side="left"), first, high)
    return Located(run, owner, first, last - first)


def _candidates(base: Base, patterns: tuple[str, ...]) -> list[int] | None:
    """Numbers of the articles that may hold the words; None: look at all of them."""
    inner = list(patterns)
    while inner[0] == "*":
        del inner[0]
    while inner[-1] == "*":
        del inner[-1]
    with base.shelf.reading():
        try:
            found = base.shelf.engine.find(Words(tuple(inner)), base.shelf.columns.like)
        except ValueError:
            return None
    numbers = found.numbers[base.view.places(found.numbers) >= 0]
    if len(numbers) > _MOST_OF_ALL * max(1, len(base.view)):
        return None
    return [int(number) for number in np.sort(numbers)]


def _none(base: Base) -> Concordance:
    nothing: Ints = np.zeros(0, dtype=np.int64)
    run = Run(nothing, np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.uint32))
    return Concordance(Table(base, nothing, None, lambda: Located(run, nothing, nothing, nothing)))


def rows_per_article(found: Concordance) -> dict[ArticleId, int]:
    """How many rows each article has, in the order of the corpus."""
    places, counts = np.unique(found.table.place[found.order], return_counts=True)
    ids = found.table.base.view.ids
    return {ids[at]: n for at, n in zip(places.tolist(), counts.tolist(), strict=True)}
