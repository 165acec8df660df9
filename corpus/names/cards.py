"""What one article tells of each entity that helps to know it again in another article.

A card is a pure function of the article and its extract, and holds no more of the text than the
spellings: who is whom across articles is decided over cards alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import Article, ArticleId, Chain, Extract, Kind, Place
from corpus.names import careers, hangul

_MEN = re.compile(r"\b(?:Mr\.?|Sir|Lord)\s+$")
_WOMEN = re.compile(r"\b(?:Mrs\.?|Ms\.?|Miss|Madame?|Lady|Dame)\s+$")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old(?:\s[^\W\d_][\w’'-]*){0,5}\s$")
_AGE_AFTER = re.compile(
    r"(?:\s?,\s(?:aged?\s)?(\d{1,3})(?=[,.;]|\s*$|\sand\s)|\s\((?:aged?\s)?(\d{1,3})\))"
)
_BORN = re.compile(
    r"(?:\s\((?:born|b\.)|\s?,?\s(?:who\s)?was\sborn|\s?,\sborn)\s[^.;()]{0,40}?\b(1[89]\d\d|20\d\d)\b"
    r"|\s\((1[6-9]\d\d|20\d\d)\s?[–-]\s?(1[6-9]\d\d|20\d\d)\)"
)
_HANGUL = re.compile(r"\s?[(,]\s?(?:Korean:?\s|Hangul:?\s)?([가-힣]{2,5})\b")
_LIFE = 25
"""Years in brackets closer than this are a term of office rather than a life."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What an article says of a person that another article can contradict.

    `born` is an interval of years; `sex` "man", "woman" or ""; `fields` of work; `offices` as
    written; `hangul` the Korean spellings given.
    """

    hangul: frozenset[str] = frozenset()
    sex: str = ""
    born: tuple[int, int] | None = None
    fields: frozenset[str] = frozenset()
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention: its index in `Extract.mentions`, its range, and its spelling on one line."""

    mention: int
    start: int
    end: int
    spelling: str


@dataclass(frozen=True, slots=True)
class Card:
    """An entity as one article shows it."""

    article: ArticleId
    name: str
    kind: Kind
    seen: Sequence[Seen]
    aliases: tuple[str, ...] = ()
    place: Place | None = None
    basis: tuple[str, ...] = ()
    clues: Clues = Clues()
    title: str = ""
    """Of the article, to name it in a reason."""


def read(article: Article, extract: Extract) -> tuple[Card, ...]:
    """The cards of all entities of `article`, in the order of its chains."""
    offices = _offices(extract)
    year = _year(article)
    return tuple(_card(article, extract, chain, offices, year) for chain in extract.chains)


def _card(
    article: Article, extract: Extract, chain: Chain, offices: dict[int, list[str]], year: int
) -> Card:
    seen = []
    for i in chain.mentions:
        mention = extract.mentions[i]
        spelling = " ".join(article.text[mention.start : mention.end].split())
        seen.append(Seen(i, mention.start, mention.end, spelling))
    clues = Clues()
    if chain.kind is Kind.PERSON:
        clues = _clues(article.text, chain, seen, offices, year)
    return Card(
        article.id, chain.name, chain.kind, tuple(seen), chain.aliases, chain.place, chain.basis,
        clues, " ".join(article.title.value.split()),
    )  # fmt: skip


def _clues(
    text: str, chain: Chain, seen: list[Seen], offices: dict[int, list[str]], year: int
) -> Clues:
    sexes = set()
    written = {a for a in (chain.name, *chain.aliases) if hangul.has_syllables(a)}
    born: tuple[int, int] | None = None
    for one in seen:
        if " " not in one.spelling:
            continue
        before = text[max(0, one.start - 70) : one.start]
        if _MEN.search(before):
            sexes.add("man")
        elif _WOMEN.search(before):
            sexes.add("woman")
        after = text[one.end : one.end + 90]
        born = born or _born(before, after, year)
        if glossed := _HANGUL.match(after):
            written.add(glossed[1])
    held = tuple(dict.fromkeys(o for one in seen for o in offices.get(one.mention, ())))
    return Clues(
        frozenset(written),
        sexes.pop() if len(sexes) == 1 else "",
        born,
        frozenset(field for office in held for field in careers.fields(office)),
        held[:4],
    )


def _born(before: str, after: str, year: int) -> tuple[int, int] | None:
    """The years in which someone was born of whom the text says this before and after the name."""
    told = _BORN.match(after)
    if told and told[1]:
        return int(told[1]), int(told[1])
    if told and int(told[3]) - int(told[2]) >= _LIFE:
        return int(told[2]), int(told[2])
    age = _AGE_AFTER.match(after)
    years = (age[1] or age[2]) if age else None
    if years is None:
        old = _AGE_BEFORE.search(before)
        years = old[1] if old else None
    if years is None or not year or not 1 <= int(years) <= 120:
        return None
    return year - int(years) - 1, year - int(years)


def _offices(extract: Extract) -> dict[int, list[str]]:
    """The offices that the article gives to each mention."""
    found: dict[int, list[str]] = {}
    for fact in extract.facts:
        if fact.kind == "role" and fact.subject.mention is not None and fact.object is not None:
            found.setdefault(fact.subject.mention, []).append(" ".join(fact.object.text.split()))
    return found


def _year(article: Article) -> int:
    """The year of publication, 0 if the article has none."""
    stated = article.published.value[:4] if article.published else ""
    return int(stated) if stated.isdigit() else 0
