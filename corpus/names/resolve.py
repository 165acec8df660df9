"""Who is whom across articles: chains of single articles become entities of the corpus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.model import (
    Article,
    ArticleId,
    Chain,
    Entity,
    EntityId,
    Extract,
    Kind,
    Place,
    Sighting,
)
from corpus.names import person
from corpus.names.fold import fold, glue


@dataclass(slots=True)
class _Pool:
    """Chains that are taken for one entity."""

    kind: Kind
    members: list[tuple[ArticleId, Chain]] = field(default_factory=list)


def resolve(
    articles: Sequence[Article], extracts: Mapping[ArticleId, Extract]
) -> tuple[Entity, ...]:
    """The entities of all extracts, most mentioned first; names decide equal counts."""
    pools: dict[tuple[Kind, str], _Pool] = {}
    initials = _initials(articles, extracts)
    for article in articles:
        extract = extracts.get(article.id)
        for chain in extract.chains if extract else ():
            key = (chain.kind, _key(article.id, chain, initials))
            pools.setdefault(key, _Pool(chain.kind)).members.append((article.id, chain))
    texts = {a.id: a.text for a in articles}
    taken: Counter[str] = Counter()
    entities = [_entity(p, extracts, texts, taken) for p in pools.values()]
    entities.sort(key=lambda e: (-len(e.sightings), e.name.casefold(), e.id))
    return tuple(entities)


def _initials(
    articles: Sequence[Article], extracts: Mapping[ArticleId, Extract]
) -> dict[tuple[str, ...], set[str]]:
    """For each name without its middle initials, the initials it is written with."""
    found: dict[tuple[str, ...], set[str]] = {}
    for article in articles:
        extract = extracts.get(article.id)
        for chain in extract.chains if extract else ():
            if chain.kind is Kind.PERSON:
                words = person.parse(chain.name).words
                middle = "".join(w for w in words if len(w) == 1)
                if middle:
                    found.setdefault(_spelt(words), set()).add(middle)
    return found


def _spelt(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(w for w in words if len(w) > 1))


def _key(article: ArticleId, chain: Chain, initials: Mapping[tuple[str, ...], set[str]]) -> str:
    """Chains with one key are one entity. A lone family name is nobody beyond its article.

    Middle initials are passed over unless the corpus knows two for one name.
    """
    if chain.kind is Kind.PERSON:
        name = person.parse(chain.name)
        if not name.full:
            return f"{name.glued}|{article}"
        spelt = _spelt(name.words)
        if len(spelt) > 1 and len(initials.get(spelt, ())) == 1:
            return "".join(spelt)
        return "".join(sorted((*name.family, *name.given)) if name.korean else sorted(name.words))
    if chain.kind is Kind.PLACE and chain.place is not None:
        place = chain.place
        return f"{place.name}|{place.country}|{place.division}|{place.feature}"
    folded = fold(chain.name)
    return glue(folded.removeprefix("the "))


def _entity(
    pool: _Pool,
    extracts: Mapping[ArticleId, Extract],
    texts: Mapping[ArticleId, str],
    taken: Counter[str],
) -> Entity:
    spellings: Counter[str] = Counter()
    names: Counter[str] = Counter()
    sightings = []
    basis: list[str] = []
    place: Place | None = None
    for article, chain in pool.members:
        names[chain.name] += len(chain.mentions)
        place = place or chain.place
        basis += chain.basis
        found = extracts[article].mentions
        for i in chain.mentions:
            mention = found[i]
            spellings[" ".join(texts[article][mention.start : mention.end].split())] += 1
            sightings.append(Sighting(article, i, mention.start, mention.end))
    name = max(names, key=lambda n: (len(n.split()) > 1, names[n], len(n)))
    if len({n for n in names if n != name}) > 0:
        others = ", ".join(sorted(n for n in names if n != name))
        basis.append(f"same letters or words across articles: {name}; {others}")
    ordered = sorted(spellings, key=lambda s: (-spellings[s], s))
    slug = f"{pool.kind.value}:{_slug(name)}"
    taken[slug] += 1
    made = slug if taken[slug] == 1 else f"{slug}~{taken[slug]}"
    return Entity(
        EntityId(made),
        name,
        pool.kind,
        tuple(ordered),
        tuple(sightings),
        place,
        tuple(dict.fromkeys(basis)),
    )


def _slug(name: str) -> str:
    return re.sub(r"\s+", "-", fold(name)) or "unnamed"


def index(entities: Iterable[Entity]) -> dict[tuple[ArticleId, int], EntityId]:
    """Which entity each mention names: (article, index into its mentions) → entity."""
    return {(s.article, s.mention): e.id for e in entities for s in e.sightings}
