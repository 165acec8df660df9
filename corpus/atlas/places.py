"""The places of a corpus with their positions, and the journeys between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.atlas.legs import Leg, legs
from corpus.model import Corpus, Entity, EntityId, Kind


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: where it lies, how often and in how many articles it is named."""

    entity: Entity
    lat: float
    lon: float
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class Atlas:
    """Places, most named first, and journeys; `unplaced` counts places without a position."""

    spots: tuple[Spot, ...] = ()
    legs: tuple[Leg, ...] = ()
    unplaced: int = 0


def gather(
    corpus: Corpus,
    entity: EntityId | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Atlas:
    """The atlas of `corpus`, or of the articles that name one entity and of its journeys."""
    found: list[Spot] = []
    unplaced = 0
    scope = set(_articles(corpus, entity)) if entity is not None else None
    for rank in corpus.ranks(Kind.PLACE):
        if cancelled():
            break
        one = corpus.entities[rank]
        if scope is None:
            mentions, articles = corpus.counts(rank)
        else:
            there = [seen.article for seen in one.sightings if seen.article in scope]
            mentions, articles = len(there), len(set(there))
        if not mentions:
            continue
        if one.place is None:
            unplaced += 1
        else:
            found.append(Spot(one, one.place.lat, one.place.lon, mentions, articles))
    found.sort(key=lambda spot: (-spot.mentions, spot.entity.name))
    return Atlas(tuple(found), legs(corpus, entity, cancelled), unplaced)


def _articles(corpus: Corpus, entity: EntityId) -> list[str]:
    return [seen.article for seen in corpus.entity_by_id[entity].sightings]
