"""Made-up articles in which words are as unevenly spread as in a language, with names and facts.

Words are invented syllables, so that nothing here stems from a real text. The same seed gives the
same articles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from corpus.model import (
    Article,
    ArticleId,
    Corpus,
    Entity,
    EntityId,
    Extract,
    Fact,
    FactId,
    Kind,
    Mention,
    Origin,
    Ref,
    Sighting,
    Span,
    Stated,
)

_HEADS = "b d f g h k l m n p r s t v ch sh st tr gr pl".split()
_VOWELS = "a e i o u ai ea ou".split()
_TAILS = ["", "", "n", "r", "s", "l", "ng", "t"]
_PUBLISHERS = ("The Harbour Post", "Morning Ledger", "Northern Wire", "City Gazette")
_KINDS = ("role", "move", "harm", "claim", "quantity")
_NAME_EVERY = 40


def vocabulary(size: int, seed: int = 7) -> list[str]:
    """Invented words, the commonest (and shortest) first."""
    chance = random.Random(seed)
    made: dict[str, None] = {}
    while len(made) < size:
        syllables = 1 if len(made) < 200 else chance.choice((2, 2, 3, 3, 4))
        parts = [chance.choice(_HEADS) + chance.choice(_VOWELS) for _ in range(syllables)]
        made["".join(parts) + chance.choice(_TAILS)] = None
    return list(made)


def corpus(articles: int, words: int = 600, size: int = 50_000, seed: int = 7) -> Corpus:
    """A model of made-up articles with people, places and facts, put together without reading."""
    chance = random.Random(seed)
    there = vocabulary(size, seed)
    weights = list(accumulate(1 / (rank + 1.5) for rank in range(size)))
    people = list(_names(2_000, chance, there))
    places = [word.title() for word in there[1_000:1_300]]
    made: list[Article] = []
    extracts: dict[ArticleId, Extract] = {}
    sightings: dict[tuple[str, Kind], list[Sighting]] = {}
    for number in range(articles):
        picked = chance.choices(there, cum_weights=weights, k=words)
        name = ArticleId(f"a{number:06}")
        mentions: list[Mention] = []
        parts: list[str] = []
        at = 0
        for place, word in enumerate(picked):
            if place % _NAME_EVERY == _NAME_EVERY - 1:
                kind = chance.choice((Kind.PERSON, Kind.PLACE))
                among = people if kind is Kind.PERSON else places
                word = among[int(len(among) * chance.random() ** 3)]
                sightings.setdefault((word, kind), []).append(
                    Sighting(name, len(mentions), at, at + len(word))
                )
                mentions.append(Mention(at, at + len(word), kind))
            if place % 17 == 16:
                word += "."
            parts.append(word)
            at += len(word) + 1
        text = " ".join(parts)
        day = date(2010, 1, 1) + timedelta(days=number * 5_000 // articles)
        made.append(
            Article(
                id=name,
                path=f"made/{name}.txt",
                title=Stated(" ".join(picked[:7]).capitalize(), Origin.FRONT_MATTER),
                text=text,
                publisher=Stated(_PUBLISHERS[number % 4], Origin.FRONT_MATTER),
                author=Stated(people[number % 50], Origin.FRONT_MATTER),
                published=Stated(day.isoformat(), Origin.FRONT_MATTER),
                digest=name,
            )
        )
        facts = tuple(_facts(name, mentions, text, chance))
        extracts[name] = Extract(article=name, mentions=tuple(mentions), facts=facts)
    return _joined(made, extracts, sightings)


def _names(count: int, chance: random.Random, there: list[str]) -> Iterator[str]:
    for _ in range(count):
        yield f"{chance.choice(there[300:]).title()} {chance.choice(there[300:]).title()}"


def _facts(
    name: ArticleId, mentions: list[Mention], text: str, chance: random.Random
) -> Iterator[Fact]:
    for number, mention in enumerate(mentions[::3]):
        end = text.find(".", mention.end)
        yield Fact(
            id=FactId(f"{name}-{number}"),
            kind=_KINDS[int(len(_KINDS) * chance.random() ** 2)],
            article=name,
            subject=Ref(text[mention.start : mention.end], mention.span, number * 3),
            relation="named",
            evidence=(Span(mention.start, end + 1 if end > 0 else len(text)),),
            speaker=Ref(text[mention.start : mention.end], mention.span, number * 3),
        )


def _joined(
    made: list[Article],
    extracts: dict[ArticleId, Extract],
    sightings: dict[tuple[str, Kind], list[Sighting]],
) -> Corpus:
    entities = [
        Entity(EntityId(f"e{number}"), name, kind, (name,), tuple(seen))
        for number, ((name, kind), seen) in enumerate(
            sorted(sightings.items(), key=lambda item: -len(item[1]))
        )
    ]
    return Corpus(
        articles=tuple(made),
        extracts=extracts,
        entities=tuple(entities),
        by_id={article.id: article for article in made},
        entity_by_id={entity.id: entity for entity in entities},
        entity_of={(s.article, s.mention): e.id for e in entities for s in e.sightings},
    )
