"""Who is whom across articles: chains of single articles become entities of the corpus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from corpus.model import Article, ArticleId, Entity, EntityId, Extract, Kind
from corpus.names import cards as reader
from corpus.names import namesakes, person
from corpus.names.cards import Card
from corpus.names.fold import fold, glue
from corpus.names.pools import Pool
from corpus.names.sightings import Sightings


def resolve(
    articles: Sequence[Article], extracts: Mapping[ArticleId, Extract]
) -> tuple[Entity, ...]:
    """The entities of all extracts, most mentioned first; names decide equal counts."""
    return join(
        card
        for article in articles
        if (extract := extracts.get(article.id)) is not None
        for card in reader.read(article, extract)
    )


def join(cards: Iterable[Card]) -> tuple[Entity, ...]:
    """The entities behind `cards`, which come in the order of their articles."""
    dealt = list(cards)
    initials = _initials(dealt)
    groups: dict[tuple[Kind, str], list[Card]] = {}
    for card in dealt:
        groups.setdefault((card.kind, _key(card, initials)), []).append(card)
    named = [g for (kind, _), g in groups.items() if kind is Kind.PERSON and _in_full(g[0])]
    pools = namesakes.people(named, namesakes.company(dealt))
    pools += [
        _all(g) for (kind, _), g in groups.items() if kind is not Kind.PERSON or not _in_full(g[0])
    ]
    pools = _expand(pools)
    order = {card.article: at for at, card in enumerate(dealt)}
    taken: Counter[str] = Counter()
    for pool in pools:
        pool.cards.sort(key=lambda card: order[card.article])
    pools.sort(key=lambda pool: order[pool.cards[0].article])
    entities = [_entity(pool, taken) for pool in pools]
    entities.sort(key=lambda e: (-len(e.sightings), e.name.casefold(), e.id))
    return tuple(entities)


def _expand(pools: list[Pool]) -> list[Pool]:
    """Joins an organisation named by its acronym alone with the only one so glossed elsewhere."""
    glossed: dict[str, list[Pool]] = {}
    bodies = [pool for pool in pools if pool.cards[0].kind is Kind.ORGANISATION]
    for pool in bodies:
        for alias in {a for card in pool.cards for a in card.aliases if a.isupper()}:
            glossed.setdefault(alias, []).append(pool)
    gone = set()
    for pool in bodies:
        name = pool.name
        holders = glossed.get(name, ())
        if len(name) > 2 and len(holders) == 1 and holders[0] is not pool:
            title = next(card.title for card in holders[0].cards if name in card.aliases)
            holders[0].join(pool, f"{name}: “{title}” gives it as {holders[0].name}")
            gone.add(id(pool))
    return [pool for pool in pools if id(pool) not in gone]


def _in_full(card: Card) -> bool:
    return person.parse(card.name).full


def _all(group: Sequence[Card]) -> Pool:
    pool = Pool()
    for card in group:
        pool.take(card)
    return pool


def _initials(cards: Iterable[Card]) -> dict[tuple[str, ...], set[str]]:
    """For each name without its middle initials, the initials it is written with."""
    found: dict[tuple[str, ...], set[str]] = {}
    for card in cards:
        if card.kind is Kind.PERSON:
            words = person.parse(card.name).words
            middle = "".join(w for w in words if len(w) == 1)
            if middle:
                found.setdefault(_spelt(words), set()).add(middle)
    return found


def _spelt(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(w for w in words if len(w) > 1))


def _key(card: Card, initials: Mapping[tuple[str, ...], set[str]]) -> str:
    """Cards with one key have one name. A lone family name is nobody beyond its article.

    Middle initials are passed over unless the corpus knows two for one name.
    """
    if card.kind is Kind.PERSON:
        name = person.parse(card.name)
        if not name.full:
            return f"{name.glued}|{card.article}"
        spelt = _spelt(name.words)
        if len(spelt) > 1 and len(initials.get(spelt, ())) == 1:
            return "".join(spelt)
        return "".join(sorted((*name.family, *name.given)) if name.korean else sorted(name.words))
    if card.kind is Kind.PLACE and card.place is not None:
        place = card.place
        return f"{place.name}|{place.country}|{place.division}|{place.feature}"
    folded = fold(card.name)
    return glue(folded.removeprefix("the "))


def _entity(pool: Pool, taken: Counter[str]) -> Entity:
    cards = pool.cards
    kind = cards[0].kind
    names: Counter[str] = Counter()
    spellings: Counter[str] = Counter()
    for card in cards:
        names[card.name] += len(card.seen)
        spellings.update(one.spelling for one in card.seen)
    name = max(names, key=lambda n: (len(n.split()) > 1, names[n], len(n)))
    basis = [reason for card in cards for reason in card.basis] + pool.basis
    alike = sorted(n for n in names if n != name and not any(n in r for r in pool.basis))
    if alike:
        basis.append(f"same letters or words across articles: {name}; {', '.join(alike)}")
    slug = f"{kind.value}:{_slug(name)}"
    taken[slug] += 1
    return Entity(
        EntityId(slug if taken[slug] == 1 else f"{slug}~{taken[slug]}"),
        name,
        kind,
        tuple(sorted(spellings, key=lambda s: (-spellings[s], s))),
        Sightings(cards),
        next((c.place for c in cards if c.place), None),
        tuple(dict.fromkeys(basis)),
    )


def _slug(name: str) -> str:
    return re.sub(r"\s+", "-", fold(name)) or "unnamed"


def index(entities: Iterable[Entity]) -> dict[tuple[ArticleId, int], EntityId]:
    """Which entity each mention names: (article, index into its mentions) → entity."""
    return {(s.article, s.mention): e.id for e in entities for s in e.sightings}
