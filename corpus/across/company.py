"""Who is named together with an entity, in which articles and in which sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from corpus.model import ArticleId, Corpus, Entity, EntityId, Kind, Sighting, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article's text."""

    article: ArticleId
    span: Span


@dataclass(frozen=True, slots=True)
class Companion:
    """A person who is named in the same articles, and the sentences that name both."""

    entity: Entity
    articles: tuple[ArticleId, ...]
    sentences: tuple[Passage, ...] = ()


def companions(corpus: Corpus, entity: Entity) -> tuple[Companion, ...]:
    """The people named beside `entity`: most shared sentences first, then most articles."""
    articles: dict[EntityId, list[ArticleId]] = {}
    sentences: dict[EntityId, list[Passage]] = {}
    here: dict[ArticleId, list[Sighting]] = {}
    known = corpus.entity_by_id
    for sighting in entity.sightings:
        here.setdefault(sighting.article, []).append(sighting)
    for article, sightings in here.items():
        for other in corpus.entities_in.get(article, ()):
            if other != entity.id and known[other].kind is Kind.PERSON:
                articles.setdefault(other, []).append(article)
        for passage, others in _beside(corpus, article, entity.id, sightings):
            for other in others:
                sentences.setdefault(other, []).append(passage)
    made = [
        Companion(known[other], tuple(where), tuple(sentences.get(other, ())))
        for other, where in articles.items()
    ]
    return tuple(sorted(made, key=lambda c: (-len(c.sentences), -len(c.articles), c.entity.name)))


def _beside(
    corpus: Corpus, article: ArticleId, entity: EntityId, sightings: list[Sighting]
) -> list[tuple[Passage, set[EntityId]]]:
    """The sentences of an article that name the entity, each with the other people named there."""
    extract = corpus.extracts.get(article)
    if extract is None:
        return []
    starts = [s.start for s in extract.sentences]
    mentions = extract.mentions
    begins = [m.start for m in mentions]
    found = []
    for at in sorted({bisect_right(starts, s.start) - 1 for s in sightings}):
        if at < 0:
            continue
        sentence = extract.sentences[at]
        others = set()
        for i in range(bisect_left(begins, sentence.start), bisect_left(begins, sentence.end)):
            if mentions[i].kind is Kind.PERSON:
                other = corpus.entity_of.get((article, i))
                if other is not None and other != entity:
                    others.add(other)
        if others:
            found.append((Passage(article, sentence), others))
    return found
