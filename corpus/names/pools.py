"""The cards taken for one entity, and what may be joined: reasons for, and what speaks against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.model import ArticleId
from corpus.names import careers, person
from corpus.names.cards import Card, Clues

_YEARS = 4
"""Years of birth that lie further apart than this are two people's: ages are told carelessly."""
_MOST = 400
"""Names of company that a pool keeps: enough to know it by, however often it is named."""


@dataclass(slots=True)
class Pool:
    """Cards of one entity, with all that they tell of it."""

    cards: list[Card] = field(default_factory=list)
    clues: Clues = field(default_factory=Clues)
    company: set[str] = field(default_factory=set)
    articles: set[ArticleId] = field(default_factory=set)
    basis: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name on its first card."""
        return self.cards[0].name

    def take(self, card: Card, company: Iterable[str] = ()) -> None:
        """Adds one card."""
        self.cards.append(card)
        self.articles.add(card.article)
        if card.clues != Clues():
            self.clues = _both(self.clues, card.clues)
        if len(self.company) < _MOST:
            self.company.update(company)

    def join(self, other: Pool, reason: str) -> None:
        """Adds all cards of another pool."""
        self.cards += other.cards
        self.articles |= other.articles
        self.clues = _both(self.clues, other.clues)
        self.company |= other.company
        self.basis += [*other.basis, reason]


def _both(a: Clues, b: Clues) -> Clues:
    born = a.born or b.born
    if a.born and b.born:
        low, high = max(a.born[0], b.born[0]), min(a.born[1], b.born[1])
        born = (low, high) if low <= high else a.born
    return Clues(
        a.hangul | b.hangul,
        a.sex or b.sex,
        born,
        a.fields | b.fields,
        tuple(dict.fromkeys(a.offices + b.offices))[:4],
    )


def against(a: Pool, b: Pool) -> str:
    """Why two pools cannot be one person whatever they are called, "" if nothing says so."""
    one, two = a.clues, b.clues
    if one.hangul and two.hangul and not one.hangul & two.hangul:
        return f"written {min(one.hangul)} and {min(two.hangul)}"
    if one.sex and two.sex and one.sex != two.sex:
        return "one a man, one a woman"
    if one.born and two.born and not _near(one.born, two.born):
        return f"born about {one.born[1]} and {two.born[1]}"
    first, second = person.parse(a.name), person.parse(b.name)
    if first.generation and second.generation and first.generation != second.generation:
        return f"{first.generation} and {second.generation}"
    if a.articles & b.articles:
        return "one article names both"
    return ""


def _near(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] - _YEARS <= b[1] and b[0] - _YEARS <= a[1]


def strangers(a: Pool, b: Pool) -> str:
    """Why two pools are hardly one person: other work, and nobody and nothing in common."""
    if careers.together(a.clues.fields, b.clues.fields) or a.company & b.company:
        return ""
    return f"{_work(a)}, and {_work(b)}, with no one in common"


def _work(pool: Pool) -> str:
    return pool.clues.offices[0] if pool.clues.offices else "/".join(sorted(pool.clues.fields))
