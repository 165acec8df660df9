"""Entities, documents and relations for FollowTheMoney, each with its source as `proof`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha1
from typing import Any

from corpus.export import telling
from corpus.export.setting import Setting
from corpus.jsonlines import line
from corpus.model import Article, ArticleId, Corpus, Entity, EntityId, Fact, Kind, When

_SCHEMATA = {
    Kind.PERSON: "Person", Kind.ORGANISATION: "Organization", Kind.PLACE: "Address",
}  # fmt: skip
_MEMBER = re.compile(r"\b(?:member|part|belong|affiliat|join)", re.IGNORECASE)
_DIRECTOR = re.compile(r"\b(?:director|chair\w*|chief executive|ceo|president|head)\b", re.I)
_SPOKEN = frozenset({"quotation", "claim"})

Thing = dict[str, Any]


def write(corpus: Corpus, setting: Setting) -> Iterator[str]:
    """A line for each entity of FollowTheMoney; what is left out is told in a Note."""
    for article in corpus.articles:
        yield f"{line(_article(article))}\n"
    for entity in corpus.entities:
        if setting.about is None or entity.id == setting.about:
            yield f"{line(_entity(corpus, entity))}\n"
            for one in _mentions(corpus, entity):
                yield f"{line(one)}\n"
    known: set[str] = set()
    for fact in telling.facts(corpus, setting):
        for one in _relations(corpus, fact):
            if one["id"] not in known:
                known.add(one["id"])
                yield f"{line(one)}\n"
    if setting.left_out:
        note = {"name": ["Left out"], "description": [setting.left_out.sentence]}
        yield f"{line(_thing('Note', _id('note', setting.left_out.sentence), note))}\n"


def _id(*parts: str) -> str:
    """An id that other programs take whatever its parts hold, the same each time."""
    return "dateline-" + sha1("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def article_id(article: ArticleId) -> str:
    """The id of an article's document."""
    return _id("article", article)


def entity_id(entity: EntityId) -> str:
    """The id of an entity."""
    return _id("entity", entity)


def _thing(schema: str, id_: str, properties: dict[str, list[str]]) -> Thing:
    kept = {name: values for name, values in properties.items() if any(values)}
    return {"id": id_, "schema": schema, "properties": kept}


def _article(article: Article) -> Thing:
    def value(name: str) -> list[str]:
        stated = getattr(article, name)
        return [stated.value] if stated is not None else []

    return _thing("Article", article_id(article.id), {
        "title": [article.title.value],
        "fileName": [article.path],
        "author": value("author"),
        "publisher": value("publisher"),
        "publishedAt": value("published"),
        "sourceUrl": [one for one in value("address") if one.startswith(("http://", "https://"))],
        "bodyText": [article.text],
    })  # fmt: skip


def _entity(corpus: Corpus, entity: Entity) -> Thing:
    articles = dict.fromkeys(seen.article for seen in entity.sightings)
    properties = {
        "name": [entity.name],
        "alias": [one for one in entity.spellings if one != entity.name],
        "proof": [article_id(one) for one in articles],
    }
    place = entity.place
    if entity.kind is Kind.PLACE:
        properties["full"] = [entity.name]
        if place is not None:
            properties["latitude"] = [f"{place.lat:.5f}"]
            properties["longitude"] = [f"{place.lon:.5f}"]
            properties["country"] = [place.country.lower()]
    return _thing(_SCHEMATA[entity.kind], entity_id(entity.id), properties)


def _mentions(corpus: Corpus, entity: Entity) -> Iterator[Thing]:
    """A Mention for each article that names a person or an organisation."""
    if entity.kind is Kind.PLACE:
        return
    spelt: dict[ArticleId, dict[str, None]] = {}
    for seen in entity.sightings:
        words = corpus.by_id[seen.article].text[seen.start : seen.end]
        spelt.setdefault(seen.article, {})[" ".join(words.split())] = None
    for article, names in spelt.items():
        yield _thing("Mention", _id("mention", article, entity.id), {
            "document": [article_id(article)],
            "resolved": [entity_id(entity.id)],
            "name": list(names),
            "detectedSchema": [_SCHEMATA[entity.kind]],
        })  # fmt: skip


def _relations(corpus: Corpus, fact: Fact) -> Iterator[Thing]:
    """The relation that a fact states, where both ends are known; a happening as an Event."""
    subject = corpus.entity_for(fact, fact.subject)
    other = corpus.entity_for(fact, fact.object)
    if fact.kind == "kin" and _are(subject, other, Kind.PERSON, Kind.PERSON):
        yield _link(corpus, fact, "Family", person=subject, relative=other,
                    relationship=fact.relation)  # fmt: skip
    elif fact.kind == "role" and subject is not None and subject.kind is Kind.PERSON:
        yield from _role(corpus, fact, subject)
    elif fact.kind == "tie" and subject is not None and other is not None and subject != other:
        if (
            other.kind is Kind.ORGANISATION
            and subject.kind is not Kind.PLACE
            and (_MEMBER.search(fact.relation))
        ):
            yield _link(corpus, fact, "Membership", member=subject, organization=other,
                        role=fact.relation)  # fmt: skip
        else:
            yield _link(corpus, fact, "UnknownLink", subject=subject, object=other,
                        role=fact.relation)  # fmt: skip
    elif fact.kind not in _SPOKEN and fact.when is not None and any(_ends(fact.when).values()):
        yield _event(corpus, fact)


def _role(corpus: Corpus, fact: Fact, holder: Entity) -> Iterator[Thing]:
    """Who directs a body, else who holds which post."""
    office = fact.object.text if fact.object is not None else ""
    if not office:
        return
    body = _body(corpus, fact)
    if body is not None and _DIRECTOR.search(office):
        yield _link(corpus, fact, "Directorship", director=holder, organization=body, role=office)
        return
    post = _id("post", office.casefold(), body.id if body is not None else "")
    properties = {"name": [office], "proof": [article_id(fact.article)]}
    if body is not None:
        properties["organization"] = [entity_id(body.id)]
    yield _thing("Position", post, properties)
    yield _link(corpus, fact, "Occupancy", holder=holder, post=post)


def _body(corpus: Corpus, fact: Fact) -> Entity | None:
    """The one organisation that the words of an office name."""
    extract = corpus.extracts.get(fact.article)
    span = fact.object.span if fact.object is not None else None
    if extract is None or span is None:
        return None
    named = set()
    for at, mention in enumerate(extract.mentions):
        if span.holds(mention.span) and mention.kind is Kind.ORGANISATION:
            named.add(corpus.entity_of.get((fact.article, at)))
    found = named.pop() if len(named) == 1 else None
    return corpus.entity_by_id.get(found) if found is not None else None


def _event(corpus: Corpus, fact: Fact) -> Thing:
    involved = [
        entity_id(one.id)
        for ref in (fact.subject, fact.object)
        if (one := corpus.entity_for(fact, ref)) is not None and one.kind is not Kind.PLACE
    ]
    place = [fact.place.text] if fact.place is not None else []
    name = {"name": [telling.says(fact)], "involved": involved, "location": place}
    return _thing("Event", _id("fact", fact.id), name | _proof(corpus, fact))


def _link(corpus: Corpus, fact: Fact, schema: str, **ends: Entity | str | None) -> Thing:
    properties = {
        name: [entity_id(one.id) if isinstance(one, Entity) else one or ""]
        for name, one in ends.items()
    }
    return _thing(schema, _id("fact", fact.id), properties | _proof(corpus, fact))


def _proof(corpus: Corpus, fact: Fact) -> dict[str, list[str]]:
    article = corpus.by_id[fact.article]
    proof: dict[str, list[str]] = {
        "proof": [article_id(article.id)],
        "summary": [telling.quote(article, fact)],
        "recordId": [fact.id],
    }
    if fact.certainty.value != "stated":
        proof["description"] = [fact.certainty.value]
    return proof | _ends(fact.when)


def _ends(when: When | None) -> dict[str, list[str]]:
    """The dates of a fact: one where it is known to the day, else the ends of its interval."""
    if when is None:
        return {}
    if when.first is not None and when.first == when.last:
        return {"date": [when.first.isoformat()]}
    ends = {"startDate": when.first, "endDate": when.last}
    return {name: [day.isoformat()] for name, day in ends.items() if day is not None}


def _are(one: Entity | None, other: Entity | None, first: Kind, second: Kind) -> bool:
    return (
        one is not None and other is not None and one != other
        and one.kind is first and other.kind is second
    )  # fmt: skip
