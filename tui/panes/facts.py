"""The facts of the open article, or of the chosen name across articles, grouped by kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.model import ArticleId, Corpus, EntityId, Fact, FactId
from corpus.names.fold import fold
from tui.citing import Quote, quote
from tui.commands import FACTS
from tui.messages import Go
from tui.notes.thing import Thing
from tui.render import Line, fit, inert
from tui.theme import Palette
from tui.widgets.listing import Listing
from tui.widgets.wrap import wrap
from tui.wording import fact_line, kind_name, source_line, when_line

_MOST_ROWS = 4
"""Rows that one fact may take; what is longer ends in an ellipsis."""


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    heading: bool = False
    muted: bool = False


class Facts(Listing):
    """Groups of facts; a fact leads to the words that state it."""

    NAME = FACTS
    HEADING = "Facts"

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.corpus = Corpus()
        self.open: ArticleId | None = None
        self.chosen: EntityId | None = None
        self.here = True
        """Whether the facts of the article are shown, not those of the chosen name."""
        self.shown: tuple[Fact, ...] = ()
        self._items: list[tuple[str, int] | Fact] = []
        self._drawn: dict[int, list[_Row]] = {}
        self.signs: Mapping[FactId, str] = {}
        """The sign of a fact on which the reader has said something."""

    def adopt(self, corpus: Corpus, moved: Mapping[ArticleId, ArticleId]) -> None:
        """Take a new corpus; the cursor stays on the fact where it stands."""
        self.corpus = corpus
        at, words = self.cursor, self._said()
        self.open = moved.get(self.open, self.open) if self.open is not None else None
        self.narrowed()
        if words and self._said() != words:
            # In an article that has changed its facts go by other ids.
            lines = [fact_line(one) if isinstance(one, Fact) else "" for one in self._items]
            self.refill(lines.index(words) if words in lines else min(at, len(lines)))

    def _said(self) -> str:
        """The fact under the cursor in words."""
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        return fact_line(item) if isinstance(item, Fact) else ""

    def set_open(self, article: ArticleId | None) -> None:
        """Follow the article that is being read."""
        if article != self.open:
            self.open = article
            if self.here:
                self.narrowed()

    def set_chosen(self, chosen: EntityId | None) -> None:
        """Show the facts of the chosen name; of the article again when there is none."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.here = chosen is None
            self.narrowed()

    def narrowed(self) -> None:
        """Choose the facts anew and group them."""
        standing = self._standing()
        words = fold(self.filter).split()
        self.shown = tuple(fact for fact in self._pool() if _matches(fact, words))
        groups: dict[str, list[Fact]] = {}
        for fact in self.shown:
            groups.setdefault(fact.kind, []).append(fact)
        self._items = []
        for kind, facts in groups.items():
            self._items.append((kind, len(facts)))
            self._items.extend(facts)
        at = 0
        for number, item in enumerate(self._items):
            if isinstance(item, Fact) and item.id == standing:
                at = number
        self.refill(at)

    def lay_out(self) -> None:
        """Wrap the facts anew."""
        self._drawn.clear()
        super().lay_out()

    def heading(self) -> str:
        """The title, with the name whose facts these are."""
        entity = self.corpus.entity_by_id.get(self.chosen) if self.chosen else None
        name = f"{self.HEADING}: {entity.name}" if entity and not self.here else self.HEADING
        return f"{name} /{self.filter}" if self.filter else name

    def tally(self) -> str:
        """How many facts there are."""
        return str(len(self.shown)) if self.shown else ""

    def empty(self) -> str:
        """What stands in an empty list."""
        if self.filter:
            return "Nothing matches."
        return "No facts found." if self.open or not self.here else ""

    def heights(self) -> list[int]:
        """As many rows as the words take."""
        return [len(self._rows_of(number)) for number in range(len(self._items))]

    def selectable(self, item: int) -> bool:
        """Facts may be chosen, headings not."""
        return isinstance(self._items[item], Fact)

    def draw(self, item: int, part: int) -> Line:
        """A row of a fact or of a heading."""
        row, palette = self._rows_of(item)[part], self.palette
        line = Line()
        if row.heading:
            # The heading stands in the column of the cursor, left of its facts.
            return line.add(row.text, palette.heading)
        return line.add(row.text, palette.muted if row.muted else palette.text)

    def do_open(self) -> None:
        """Go to the words that state the fact."""
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        if isinstance(item, Fact):
            self.post_message(Go(item.article, item.evidence[0]))

    def named(self) -> EntityId | None:
        """Whom the fact under the cursor is about."""
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        found = self.corpus.entity_for(item, item.subject) if isinstance(item, Fact) else None
        return found.id if found is not None else None

    def thing(self) -> Thing | None:
        """The fact under the cursor."""
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        return Thing(fact=item) if isinstance(item, Fact) else None

    def quoted(self) -> Quote | None:
        """The words that state the fact under the cursor."""
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        article = self.corpus.by_id.get(item.article) if isinstance(item, Fact) else None
        if article is None or not isinstance(item, Fact):
            return None
        return quote(article, item.evidence[0])

    def do_scope(self) -> None:
        """Facts of this article, or of the chosen name."""
        if self.chosen is not None:
            self.here = not self.here
            self.narrowed()

    def _pool(self) -> Sequence[Fact]:
        if not self.here and self.chosen is not None:
            return self.corpus.facts_about.get(self.chosen, ())
        extract = self.corpus.extracts.get(self.open) if self.open is not None else None
        return extract.facts if extract is not None else ()

    def _standing(self) -> FactId | None:
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        return item.id if isinstance(item, Fact) else None

    def _rows_of(self, number: int) -> list[_Row]:
        rows = self._drawn.get(number)
        if rows is None:
            rows = self._drawn[number] = self._make_rows(number)
        return rows

    def _make_rows(self, number: int) -> list[_Row]:
        item, width = self._items[number], max(8, self.columns - 4)
        if not isinstance(item, Fact):
            rows = [_Row(f"{kind_name(item[0])} {item[1]}", heading=True)]
            return [_Row(""), *rows] if number else rows
        when = when_line(item.when)
        text = inert(" ".join(fact_line(item).split()))
        if when and when not in text:
            text += f", {when}"
        if sign := self.signs.get(item.id):
            text = f"{sign} {text}"
        pieces = [text[start:end] for start, end in wrap(text, width - 2)]
        if len(pieces) > _MOST_ROWS:
            pieces = [*pieces[: _MOST_ROWS - 1], fit(pieces[_MOST_ROWS - 1] + "…", width)]
        rows = [_Row("  " * bool(number) + piece) for number, piece in enumerate(pieces)]
        if not self.here:
            article = self.corpus.by_id.get(item.article)
            if article is not None:
                rows.append(_Row(fit("  " + source_line(article), width), muted=True))
        return rows


def _matches(fact: Fact, words: list[str]) -> bool:
    line = fold(f"{fact_line(fact)} {when_line(fact.when)} {kind_name(fact.kind)}") if words else ""
    return all(word in line for word in words)
