"""What a query marks in an article: found in the columns, proved by the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from corpus.model import ArticleId, Corpus, Span
from corpus.search.columns import Ids
from corpus.search.facets import Facets
from corpus.search.matching import Wanted, stands
from corpus.search.matching import wanted as as_numbers
from corpus.search.words import words

if TYPE_CHECKING:
    from corpus.search.meaning import Meaning
    from corpus.search.query import Words
    from corpus.search.shelf import Shelf
    from corpus.search.view import View


class Marker:
    """Marks articles for one query."""

    def __init__(
        self, shelf: Shelf, view: View, corpus: Corpus, facets: Facets, meaning: Meaning
    ) -> None:
        self.view = view
        self._shelf = shelf
        self._corpus = corpus
        self._facets = facets
        self._words = [row for row in meaning.words if not row.title]
        self._in_title = meaning.words
        self._entities = meaning.entities
        self._kinds = meaning.kinds
        self._asked: list[Wanted] | None = None

    def text(self, article: ArticleId) -> str:
        """The text of an article, "" for one that is gone."""
        found = self._corpus.by_id.get(article)
        return found.text if found else ""

    def marks(self, article: ArticleId) -> tuple[Span, ...]:
        """The spans to mark in the text, in order and apart. Raises `DamagedError`."""
        spans = [*self._facets.mentions(article, self._entities)] if self._entities else []
        if self._words:
            spans.extend(self._standing(article))
        if not self._words and not self._entities:
            for kind in self._kinds:
                spans.extend(self._facets.evidence(article, kind))
        return apart(spans)

    def title(self, article: ArticleId) -> tuple[Span, ...]:
        """The spans to mark in the title's value."""
        found = self._corpus.by_id.get(article)
        return apart(rows_in(found.title.value, self._in_title)) if found else ()

    def _standing(self, article: ArticleId) -> list[Span]:
        """Where the words stand, by the columns; by the text for what is not indexed."""
        place = self.view.place_of.get(article)
        if place is None:
            return rows_in(self.text(article), self._words)
        number = int(self.view.numbers[place])
        with self._shelf.reading():
            columns = self._shelf.columns
            if self._asked is None:
                self._asked = [as_numbers(row.patterns, columns.meant) for row in self._words]
            ids = columns.run([number]).ids
            there = columns.places([number]).get(number)
        if there is None:
            return rows_in(self.text(article), self._words)
        starts, ends = there
        spans: list[Span] = []
        for asked in self._asked:
            found = stands(asked, ids)
            last = found + len(asked.parts) - 1
            spans.extend(map(Span, starts[found].tolist(), ends[last].tolist()))
        return spans


def rows_in(text: str, rows: Iterable[Words]) -> list[Span]:
    """Where the words of `rows` stand in a text that is not indexed."""
    found = list(words(text))
    numbers: dict[str, int] = {}
    ids: Ids = np.array([numbers.setdefault(w, len(numbers)) for w, _, _ in found], dtype=np.uint32)
    spans: list[Span] = []
    for row in rows:
        asked = as_numbers(row.patterns, lambda pattern: meant_in(numbers, pattern))
        for at in stands(asked, ids).tolist():
            spans.append(Span(found[at][1], found[at + len(asked.parts) - 1][2]))
    return spans


def meant_in(numbers: dict[str, int], pattern: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The numbers of the words among `numbers` that `pattern` stands for."""
    if "*" not in pattern:
        these = [numbers[pattern]] if pattern in numbers else []
    else:
        these = [n for word, n in numbers.items() if fits(word, pattern)]
    return np.array(these, dtype=np.int64)


def fits(word: str, pattern: str) -> bool:
    """Whether `pattern`, in which `*` is for any letters, stands for `word`."""
    first, *inner = pattern.split("*")
    if not inner:
        return word == pattern
    last = inner.pop()
    if not word.startswith(first) or len(word) < len(first) + len(last):
        return False
    if not word.endswith(last):
        return False
    at, end = len(first), len(word) - len(last)
    for part in inner:
        at = word.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order; those that share a character are made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
