"""The whole model as JSON, one object a line: the contract with scripts, see `docs/json.md`.

First the articles, then the entities, the facts, and the files that were skipped. What an article
may not have (`publisher`, `published` …) is null; other fields that do not apply are left out.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from corpus.model import Article, Corpus, Entity, Fact, Place, Ref, Span, Stated, When

_SURROGATE = re.compile("[\ud800-\udfff]")
# Valid in JSON, but some readers break lines here, and a terminal may act upon the rest.
_RISKY = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def lines(corpus: Corpus) -> Iterator[str]:
    """Every article, entity, fact and skipped file, each as one line of JSON without line end."""
    for article in corpus.articles:
        yield line(of_article(article))
    for entity in corpus.entities:
        yield line(of_entity(corpus, entity))
    for fact in corpus.facts:
        yield line(of_fact(corpus, fact))
    for skipped in corpus.skipped:
        yield line({"type": "skipped", "path": skipped.path, "reason": skipped.reason})


def line(thing: dict[str, Any]) -> str:
    """`thing` as JSON that every reader takes: no lone surrogates, no NaN, no stray line breaks."""
    text = json.dumps(thing, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    text = _SURROGATE.sub("\ufffd", text)
    return _RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def of_article(article: Article) -> dict[str, Any]:
    """An article as an object."""

    def value(stated: Stated | None) -> str | None:
        return None if stated is None else stated.value

    return {
        "type": "article",
        "id": article.id,
        "path": article.path,
        "title": article.title.value,
        "publisher": value(article.publisher),
        "author": value(article.author),
        "published": value(article.published),
        "address": value(article.address),
        "text": article.text,
    }


def of_entity(corpus: Corpus, entity: Entity) -> dict[str, Any]:
    """An entity as an object, with every place that names it."""
    thing: dict[str, Any] = {
        "type": "entity",
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "spellings": list(entity.spellings),
        "mentions": [
            {
                "article": seen.article,
                **of_range(corpus.by_id[seen.article], Span(seen.start, seen.end)),
            }
            for seen in entity.sightings
        ],
    }
    return thing | _where(entity.place)


def of_fact(corpus: Corpus, fact: Fact) -> dict[str, Any]:
    """A fact as an object, with where its evidence stands."""
    article = corpus.by_id[fact.article]
    thing: dict[str, Any] = {
        "type": "fact",
        "id": fact.id,
        "kind": fact.kind,
        "article": fact.article,
        "subject": _ref(corpus, fact, fact.subject),
        "relation": fact.relation,
    }
    if fact.object is not None:
        thing["object"] = _ref(corpus, fact, fact.object)
    if fact.value is not None and math.isfinite(fact.value):
        thing["value"] = _number(fact.value)
    if fact.unit is not None:
        thing["unit"] = fact.unit
    if fact.high is not None and math.isfinite(fact.high):
        thing["high"] = _number(fact.high)
    if fact.qualifier:
        thing["qualifier"] = fact.qualifier
    if fact.per:
        thing["per"] = fact.per
    if fact.when is not None:
        thing["date"] = of_when(fact.when)
    if fact.since is not None:
        thing["since"] = of_when(fact.since)
    if fact.place is not None:
        place = corpus.entity_for(fact, fact.place)
        known = _where(place.place).get("place", {}) if place is not None else {}
        thing["place"] = _ref(corpus, fact, fact.place) | known
    if fact.speaker is not None:
        thing["speaker"] = _ref(corpus, fact, fact.speaker)
    if fact.source is not None:
        thing["source"] = _ref(corpus, fact, fact.source)
    if fact.tellers:
        thing["tellers"] = [_ref(corpus, fact, ref) for ref in fact.tellers]
    if fact.details:
        thing["details"] = [
            {"role": detail.role, **_ref(corpus, fact, detail.ref)} for detail in fact.details
        ]
    if fact.hedge:
        thing["hedge"] = fact.hedge
    return thing | {
        "hops": fact.hops,
        "certainty": fact.certainty.value,
        "evidence": [of_range(article, span) for span in fact.evidence],
    }


def of_range(article: Article, span: Span) -> dict[str, Any]:
    """Where a stretch of an article stands."""
    place = {"start": span.start, "end": span.end, "line": article.line(span.start)}
    page = article.page(span.start)
    return place if page is None else place | {"page": page}


def _ref(corpus: Corpus, fact: Fact, ref: Ref) -> dict[str, Any]:
    entity = corpus.entity_for(fact, ref)
    thing = {"text": ref.text} if entity is None else {"text": ref.text, "entity": entity.id}
    return thing | {"basis": ref.basis} if ref.basis else thing


def of_when(when: When) -> dict[str, Any]:
    """A date as an object."""
    return {
        "from": None if when.first is None else when.first.isoformat(),
        "to": None if when.last is None else when.last.isoformat(),
        "precision": when.precision,
        "text": when.text,
        "basis": when.basis,
    }


def _where(place: Place | None) -> dict[str, Any]:
    if place is None or not (math.isfinite(place.lat) and math.isfinite(place.lon)):
        return {}
    return {"place": {"lat": place.lat, "lon": place.lon, "country": place.country}}


def _number(value: float) -> float:
    """`value`, without a decimal point where it is whole and small enough to be exact."""
    return int(value) if value.is_integer() and abs(value) < 2**53 else value
