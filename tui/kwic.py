"""Every place of a word with what stands on both sides, made ready to be drawn; runs in threads."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.errors import DatelineError
from corpus.model import ArticleId, Corpus, EntityId, Kind, Span

if TYPE_CHECKING:
    from corpus.concordance import Collocate, Concordance, Frequency
    from corpus.search import Searcher

ORDERS = ("text", "date", "publisher", "spelling")
"""Orders other than by neighbours."""
MEASURES = ("likelihood", "information", "count")
_KEYS = {"text": (), "date": ("date",), "publisher": ("source", "date"), "spelling": ("node",)}
_BLANKS = re.compile(r"\s+")
_SAID = re.compile(r'\bsaid:\s*(?:["“”]([^"“”]*)["“”]?|(\S+))', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted: places of `entity`, else of `words`; in which order, and which of them.

    `order` is one of ORDERS, or a key of the concordance such as "R2".
    """

    words: str = ""
    entity: EntityId | None = None
    order: str = "text"
    reverse: bool = False
    narrow: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys to sort by: from a neighbour on to those further away."""
        if self.order in _KEYS:
            return _KEYS[self.order]
        side, first = self.order[0], int(self.order[1])
        return tuple(f"{side}{at}" for at in range(first, 4))

    @property
    def how(self) -> str:
        """The order in plain words."""
        names = {"1": "the word", "2": "the second word", "3": "the third word"}
        if self.order in _KEYS:
            said = "in the order of the articles" if self.order == "text" else f"by {self.order}"
        else:
            side = "after" if self.order[0] == "R" else "before"
            said = f"by {names[self.order[1]]} {side}"
        return f"{said}, last first" if self.reverse else said

    def beside(self, side: str) -> Asked:
        """Sorted by the neighbour on a side, "L" or "R"; one further where it is already."""
        at = int(self.order[1]) % 3 + 1 if self.order[0] == side else 1
        return replace(self, order=f"{side}{at}")


@dataclass(frozen=True, slots=True)
class Place:
    """A row: the words found, and what stands before and after them on one line each."""

    article: ArticleId
    span: Span
    left: str
    node: str
    right: str
    published: str
    publisher: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """The rows found, the first ones made ready, and the words that stand beside them."""

    asked: Asked
    name: str
    rows: Concordance
    articles: int
    ready: tuple[Place, ...]
    beside: tuple[Collocate, ...]
    remarks: tuple[str, ...]


def gather(searcher: Searcher, corpus: Corpus, asked: Asked, count: int, by: str) -> Gathered:
    """The rows that are `asked` for, `count` of them made ready; collocates ranked `by`.

    Raises DatelineError where the index is damaged.
    """
    from corpus.concordance import collocates, concordance, concordance_of
    from corpus.search.shelf import DamagedError

    entity = corpus.entity_by_id.get(asked.entity) if asked.entity is not None else None
    name = entity.name if entity is not None else asked.words
    try:
        if entity is not None:
            rows = concordance_of(searcher, entity.id)
        else:
            rows = concordance(searcher, asked.words)
        rows, remarks = _narrowed(searcher, rows, asked.narrow)
        if asked.keys or asked.reverse:
            rows = rows.sort(*asked.keys or ("article",), reverse=asked.reverse)
        ready = places(corpus, rows, 0, count)
        return Gathered(asked, name, rows, rows.articles, ready, collocates(rows, by=by), remarks)
    except DamagedError:
        raise DatelineError("The index is damaged and is made anew.") from None


def places(corpus: Corpus, rows: Concordance, first: int, last: int) -> tuple[Place, ...]:
    """Rows made ready. Raises DatelineError where the index is damaged."""
    from corpus.search.shelf import DamagedError

    try:
        found = rows[first:last]
    except DamagedError:
        raise DatelineError("The index is damaged and is made anew.") from None
    made = []
    for row in found:
        article = corpus.by_id.get(row.article)
        text = article.text if article is not None else ""
        published = article.published if article is not None else None
        publisher = article.publisher if article is not None else None
        made.append(
            Place(
                row.article,
                row.span,
                _BLANKS.sub(" ", row.left.of(text)),
                _BLANKS.sub(" ", row.span.of(text)),
                _BLANKS.sub(" ", row.right.of(text)),
                published.value if published else "",
                publisher.value if publisher else "",
            )
        )
    return tuple(made)


def words_like(searcher: Searcher, what: str) -> tuple[int, tuple[Frequency, ...]]:
    """How many words begin like `what` (or fit its `*`), and the commonest of them."""
    from corpus.concordance import frequencies
    from corpus.search.shelf import DamagedError

    what = "".join(what.split())
    try:
        return frequencies(searcher, what if "*" in what or not what else f"{what}*", 500)
    except DamagedError:
        raise DatelineError("The index is damaged and is made anew.") from None


def hunted(corpus: Corpus, asked: Asked) -> str:
    """The query for all articles that finds the same places."""
    entity = corpus.entity_by_id.get(asked.entity) if asked.entity is not None else None
    if entity is None:
        return f'"{asked.words}"'
    return f'{"where" if entity.kind is Kind.PLACE else "who"}:"{entity.name}"'


def _narrowed(
    searcher: Searcher, rows: Concordance, words: str
) -> tuple[Concordance, tuple[str, ...]]:
    """The rows that `words` leave, and what could not be meant."""
    from corpus.search.facets import PEOPLE

    remarks: list[str] = []
    for found in _SAID.finditer(words):
        name = found[1] if found[1] is not None else found[2]
        who = searcher.base.facets.entities(name, PEOPLE)
        if who:
            remarks.append(f"said: taken for {searcher.base.facets.called(who[0])}")
            rows = rows.filter(speaker=who[0])
        else:
            remarks.append(f"Nobody is called “{name}”.")
            rows = rows.filter(articles=())
    rest = _SAID.sub(" ", words).strip()
    if rest:
        answer = searcher.search(rest, 0, typing=True)
        remarks += answer.remarks
        if answer.asked:
            rows = rows.filter(articles=searcher.found(rest, typing=True))
    return rows, tuple(remarks)
