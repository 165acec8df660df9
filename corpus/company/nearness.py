"""Those who are named near an entity: in the same sentence, paragraph or article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from corpus.model import ArticleId, Corpus, Entity, EntityId, Kind, Sighting, Span

_TIES = 12
"""So many of the nearest are asked whether they are named together too."""


class Nearness(IntEnum):
    """How near two names stand at the closest, in one article."""

    ARTICLE = 1
    PARAGRAPH = 2
    SENTENCE = 3


WEIGHTS = {Nearness.SENTENCE: 100, Nearness.PARAGRAPH: 10, Nearness.ARTICLE: 1}
"""What an article (or each further sentence or paragraph) counts: the nearer always outweighs."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A stretch of an article that names both: a sentence, a paragraph, or a mention of the other.

    `nearness` says which of these it is.
    """

    article: ArticleId
    span: Span
    nearness: Nearness


@dataclass(frozen=True, slots=True)
class Companion:
    """One who is named with the entity, and everywhere they meet, the nearest first."""

    entity: Entity
    meetings: tuple[Meeting, ...]

    def count(self, nearness: Nearness) -> int:
        """How many shared sentences, paragraphs or articles (without anything nearer) there are."""
        return sum(1 for meeting in self.meetings if meeting.nearness is nearness)

    @property
    def weight(self) -> int:
        """What the list is ordered by."""
        return sum(WEIGHTS[meeting.nearness] for meeting in self.meetings)

    @property
    def nearest(self) -> Nearness:
        """How near they come at best."""
        return self.meetings[0].nearness

    @property
    def articles(self) -> int:
        """How many articles name both."""
        return len({meeting.article for meeting in self.meetings})


@dataclass(frozen=True, slots=True)
class Company:
    """An entity, its companions by weight, and which of the nearest share sentences themselves.

    `ties` are (place in `companions`, place, shared sentences).
    """

    entity: Entity | None = None
    companions: tuple[Companion, ...] = ()
    ties: tuple[tuple[int, int, int], ...] = ()


def gather(
    corpus: Corpus,
    entity: EntityId,
    kind: Kind | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Company:
    """The company of an entity, of one kind or of all. Raises `KeyError` for an unknown one.

    Reads the articles that name it, and stops with what it has once `cancelled` says so.
    """
    one = corpus.entity_by_id[entity]
    here: dict[ArticleId, list[Sighting]] = {}
    for sighting in one.sightings:
        here.setdefault(sighting.article, []).append(sighting)
    found: dict[EntityId, list[Meeting]] = {}
    sentences: dict[EntityId, set[tuple[ArticleId, int]]] = {}
    for article, sightings in here.items():
        if cancelled():
            break
        _read(corpus, article, entity, sightings, found, sentences)
    made = []
    for other, meetings in found.items():
        companion = corpus.entity_by_id[other]
        if kind is None or companion.kind is kind:
            meetings.sort(key=lambda meeting: -meeting.nearness)
            made.append(Companion(companion, tuple(meetings)))
    made.sort(key=lambda companion: (-companion.weight, companion.entity.name))
    nearest = [sentences.get(companion.entity.id, set()) for companion in made[:_TIES]]
    ties = tuple(
        (a, b, len(nearest[a] & nearest[b]))
        for a in range(len(nearest))
        for b in range(a + 1, len(nearest))
        if nearest[a] & nearest[b]
    )
    return Company(one, tuple(made), ties)


def _read(
    corpus: Corpus,
    article: ArticleId,
    entity: EntityId,
    sightings: list[Sighting],
    found: dict[EntityId, list[Meeting]],
    sentences: dict[EntityId, set[tuple[ArticleId, int]]],
) -> None:
    """Everybody whom an article names, and how near to the entity."""
    extract = corpus.extracts.get(article)
    if extract is None:
        return
    paragraphs = _paragraphs(corpus.by_id[article].text)
    starts = [sentence.start for sentence in extract.sentences]

    def place(at: int) -> tuple[int, int]:
        return bisect_right(starts, at) - 1, bisect_right(paragraphs, at) - 1

    own = [place(sighting.start) for sighting in sightings]
    own_sentences = {sentence for sentence, _ in own if sentence >= 0}
    own_paragraphs = {paragraph for _, paragraph in own}
    others: dict[EntityId, list[tuple[int, int, Span]]] = {}
    for number, mention in enumerate(extract.mentions):
        other = corpus.entity_of.get((article, number))
        if other is not None and other != entity:
            others.setdefault(other, []).append((*place(mention.start), mention.span))
    for other, places in others.items():
        sentences.setdefault(other, set()).update((article, at) for at, _, _ in places if at >= 0)
        shared = sorted({at for at, _, _ in places} & own_sentences)
        meetings = [Meeting(article, extract.sentences[at], Nearness.SENTENCE) for at in shared]
        told = {at for at, _, _ in places if at in own_sentences}
        near = {
            paragraph: span for at, paragraph, span in reversed(places)
            if paragraph in own_paragraphs and at not in told
        }  # fmt: skip
        inside = {paragraph for at, paragraph, _ in places if at in told}
        meetings += [
            Meeting(article, _sentence(extract.sentences, starts, span), Nearness.PARAGRAPH)
            for paragraph, span in sorted(near.items()) if paragraph not in inside
        ]  # fmt: skip
        if not meetings:
            span = _sentence(extract.sentences, starts, places[0][2])
            meetings = [Meeting(article, span, Nearness.ARTICLE)]
        found.setdefault(other, []).extend(meetings)


def _sentence(sentences: tuple[Span, ...], starts: list[int], span: Span) -> Span:
    """The sentence of a mention, or the mention itself where it stands in none."""
    at = bisect_right(starts, span.start) - 1
    return sentences[at] if at >= 0 and sentences[at].holds(span) else span


def _paragraphs(text: str) -> list[int]:
    """Where each paragraph begins."""
    starts, at = [0], text.find("\n\n")
    while at >= 0:
        starts.append(at + 2)
        at = text.find("\n\n", at + 2)
    return starts
