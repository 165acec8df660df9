"""Who is named together in sentences: the net that the formats for nets draw."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from corpus.model import Article, ArticleId, Corpus, Entity, EntityId, Kind

_MOST = 40
"""Names in one sentence; more are a list, in which nobody is in anybody's company."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who are named together: in how many sentences, and in which articles."""

    one: EntityId
    other: EntityId
    sentences: int
    articles: tuple[ArticleId, ...]


def nodes(corpus: Corpus) -> Iterator[Entity]:
    """The people and organisations."""
    return (one for one in corpus.entities if one.kind is not Kind.PLACE)


def edges(corpus: Corpus) -> list[Edge]:
    """Every two of them that a sentence names, most sentences first."""
    counts: Counter[tuple[EntityId, EntityId]] = Counter()
    where: dict[tuple[EntityId, EntityId], dict[ArticleId, None]] = {}
    for article in corpus.articles:
        for together in _together(corpus, article):
            for pair in combinations(sorted(together), 2):
                counts[pair] += 1
                where.setdefault(pair, {})[article.id] = None
    ordered = sorted(counts, key=lambda pair: (-counts[pair], pair))
    return [Edge(*pair, counts[pair], tuple(where[pair])) for pair in ordered]


def _together(corpus: Corpus, article: Article) -> Iterator[set[EntityId]]:
    """The people and organisations of each sentence that names at least two."""
    extract = corpus.extracts.get(article.id)
    if extract is None:
        return
    starts = [sentence.start for sentence in extract.sentences]
    here: dict[int, set[EntityId]] = {}
    for at, mention in enumerate(extract.mentions):
        if mention.kind is Kind.PLACE:
            continue
        entity = corpus.entity_of.get((article.id, at))
        if entity is not None and corpus.entity_by_id[entity].kind is not Kind.PLACE:
            here.setdefault(bisect_right(starts, mention.start) - 1, set()).add(entity)
    yield from (found for found in here.values() if 1 < len(found) <= _MOST)
