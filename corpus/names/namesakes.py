"""People across articles: who of one name is one person, and which names are one person's.

Cards of one name are one person unless what the articles say contradicts it (years of birth, sex,
Hangul, generation, work so different that nothing is shared). Different spellings are joined for a
reason only, which is kept and shown: the same Hangul; the same Korean syllables in another
romanisation; our table of well-known people; or the same sounds where the company is the same too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from corpus.model import ArticleId, Kind
from corpus.names import keys, othernames, person, syllables
from corpus.names.cards import Card, Clues
from corpus.names.fold import glue
from corpus.names.pools import Pool, against, strangers

_COMMON = 0.2
"""Names in more than this share of the articles say nothing about who is meant,"""
_FEW = 4
"""unless there are no more articles than this."""
_FAMOUS = 0.5
"""People so well known that to be named beside them says nothing."""

Company = Mapping[ArticleId, frozenset[str]]


def company(cards: Iterable[Card]) -> dict[ArticleId, frozenset[str]]:
    """For each article the people, organisations and small places by which namesakes are told."""
    here: dict[ArticleId, set[str]] = {}
    for card in cards:
        token = _token(card)
        if token:
            here.setdefault(card.article, set()).add(token)
    counts = Counter(token for tokens in here.values() for token in tokens)
    most = max(_FEW, len(here) * _COMMON)
    common = {token for token, count in counts.items() if count > most}
    return {article: frozenset(tokens - common) for article, tokens in here.items()}


def _token(card: Card) -> str:
    if card.kind is Kind.PLACE:
        small = card.place and card.place.feature in ("city", "division")
        return f"@{glue(card.name)}" if small and _unknown(card) else ""
    if card.kind is Kind.PERSON and (" " not in card.name or not _unknown(card)):
        return ""
    return f"{card.kind.value[0]}:{glue(card.name)}"


def _unknown(card: Card) -> bool:
    if card.place is not None:
        return card.place.population < 1_000_000
    return othernames.fame(othernames.letters(card.name)) < _FAMOUS


def people(groups: Sequence[Sequence[Card]], around: Company) -> list[Pool]:
    """The people behind `groups`, each of which holds the cards of one name in full."""
    pools = [pool for group in groups for pool in part(group, around)]
    for find, reason, careful in (
        (_hangul, _same_hangul, False),
        (_known, _same_known, False),
        (_syllables, _same_syllables, False),
        (_sounds, _same_sounds, True),
    ):
        pools = _join(pools, find, reason, careful)
    return pools


def part(group: Sequence[Card], around: Company) -> list[Pool]:
    """The people of one name, those first who are told apart most clearly."""
    pools: list[Pool] = []
    plain = []
    for card in group:
        if card.clues == Clues():
            plain.append(card)
        else:
            _place(card, pools, around)
    for card in plain:
        _place(card, pools, around)
    if len(pools) > 1:
        for pool in pools:
            others = [o for o in pools if o is not pool]
            why = next((w for o in others if (w := against(pool, o) or strangers(pool, o))), "")
            if why:
                pool.basis.append(f"another {pool.name} is kept apart: {why}")
    return pools


def _place(card: Card, pools: list[Pool], around: Company) -> None:
    """Puts `card` with the one of `pools` that it fits best, or makes a new one of it."""
    alone = Pool()
    own = f"{card.kind.value[0]}:{glue(card.name)}"
    alone.take(card, around.get(card.article, frozenset()) - {own})
    fitting = [p for p in pools if not against(alone, p) and not strangers(alone, p)]
    if not fitting:
        pools.append(alone)
        return
    best = max(fitting, key=lambda p: len(p.company & alone.company))
    if len(fitting) > 1 and not best.company & alone.company:
        best.basis.append(f"nothing says which {card.name} is meant in “{card.title}”")
    best.take(card, alone.company)


def _join(
    pools: list[Pool],
    find: Callable[[Pool], Iterable[str]],
    reason: Callable[[Pool, Pool], str],
    careful: bool,
) -> list[Pool]:
    """Joins pools that share what `find` gives, if nothing speaks against it.

    Where `careful`, or where the family's spelling or a namesake leaves a doubt, only pools with
    company in common.
    """
    shelves: dict[str, list[Pool]] = {}
    for pool in pools:
        for found in find(pool):
            shelves.setdefault(found, []).append(pool)
    gone: set[int] = set()
    names = Counter(glue(pool.name) for pool in pools)
    shared = {name for name, count in names.items() if count > 1}
    for shelf in shelves.values():
        kept: list[Pool] = []
        for pool in shelf:
            if id(pool) in gone:
                continue
            partner = next(
                (k for k in kept if _may_join(k, pool, careful or _doubtful(k, pool, shared))), None
            )
            if partner is None:
                kept.append(pool)
                continue
            partner.join(pool, reason(partner, pool))
            gone.add(id(pool))
    return [pool for pool in pools if id(pool) not in gone]


def _doubtful(a: Pool, b: Pool, shared: set[str]) -> bool:
    """Whether two people have the name of either, or the family is spelt as the North spells it in
    one and as the South does in the other: then the same syllables may be two people."""
    if shared & {glue(a.name), glue(b.name)}:
        return True
    sides = {_SIDES.get(found[0]) for p in (a, b) if (found := syllables.parts(p.name))}
    return {"north", "south"} <= sides


_SIDES = {
    **dict.fromkeys("ri rim ryu ryang ryom ro ra pak choe".split(), "north"),
    **dict.fromkeys("lee yi rhee lim im yoo roh noh park choi".split(), "south"),
}


def _may_join(a: Pool, b: Pool, doubt: bool) -> bool:
    if against(a, b) or strangers(a, b):
        return False
    return not doubt or bool(a.company & b.company) or bool(a.clues.hangul & b.clues.hangul)


def _hangul(pool: Pool) -> Iterable[str]:
    return sorted(pool.clues.hangul)


def _same_hangul(a: Pool, b: Pool) -> str:
    return f"{a.name} and {b.name}: both written {min(a.clues.hangul & b.clues.hangul)}"


def _known(pool: Pool) -> Iterable[str]:
    name = othernames.known_as(othernames.letters(pool.name))
    return (name,) if name else ()


def _same_known(a: Pool, b: Pool) -> str:
    known = othernames.known_as(othernames.letters(a.name))
    return f"{a.name} and {b.name}: both known as names of {known}"


def _syllables(pool: Pool) -> Iterable[str]:
    return dict.fromkeys(key for card in pool.cards[:50] if (key := syllables.key(card.name)))


def _same_syllables(a: Pool, b: Pool) -> str:
    return f"{a.name} and {b.name}: the same Korean syllables, spelt two ways"


def _sounds(pool: Pool) -> Iterable[str]:
    name = person.parse(pool.name)
    if name.korean or syllables.parts(pool.name) or sum(map(len, name.words)) < 9:
        return ()
    spoken = keys.spoken(pool.name)
    return (f"{len(name.words)} {spoken}",) if spoken else ()


def _same_sounds(a: Pool, b: Pool) -> str:
    shared = min(a.company & b.company).split(":")[-1]
    return f"{a.name} and {b.name}: the same sounds, and the same company ({shared})"
