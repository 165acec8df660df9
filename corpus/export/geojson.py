"""The places as GeoJSON (RFC 7946), each with who names it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from corpus.export.setting import Setting
from corpus.jsonlines import line
from corpus.model import Corpus, Entity


def write(corpus: Corpus, setting: Setting) -> Iterator[str]:
    """A point for each place that the gazetteer knows."""
    yield '{"type":"FeatureCollection",'
    if setting.left_out:
        left = setting.left_out
        told = {"people": left.people, "names": left.names, "facts": left.facts}
        yield f'"left_out":{json.dumps(told)},'
    yield '"features":['
    first = True
    for entity in corpus.entities:
        feature = _feature(corpus, entity)
        if feature is not None:
            yield f"{'' if first else ','}\n{line(feature)}"
            first = False
    yield "\n]}\n"


def _feature(corpus: Corpus, entity: Entity) -> dict[str, Any] | None:
    place = entity.place
    if place is None or not (math.isfinite(place.lat) and math.isfinite(place.lon)):
        return None
    articles = dict.fromkeys(seen.article for seen in entity.sightings)
    sources = []
    for one in articles:
        article = corpus.by_id[one]
        sources.append({"article": article.id, "path": article.path, "title": article.title.value})
    return {
        "type": "Feature",
        "id": entity.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": entity.name,
            "spellings": list(entity.spellings),
            "country": place.country,
            "feature": place.feature,
            "mentions": len(entity.sightings),
            "sources": sources,
        },
    }
