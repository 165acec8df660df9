"""The articles that a search found, best first, with the words that were meant in their lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.style import Style
from textual.strip import Strip

from corpus.model import ArticleId
from tui.answers import Answer, Found
from tui.marked import head, mark
from tui.render import Line, fit, inert
from tui.theme import Palette
from tui.widgets.field import Field
from tui.widgets.listing import Listing
from tui.widgets.wrap import wrap_line

ROWS = 3
"""Rows of an article: title, and two of its text."""
_UNDERLINE = Style(underline=True)
_MEASURE = 100
"""The longest row of text, in cells: what is longer is hard to read, and costs more to send."""
_GUIDE = (
    ("embassy consul", "both words, in an article or its title"),
    ("embassy OR consul", "one of them"),
    ("embassy -consul", "the first without the second (or: NOT)"),
    ('"foreign ministry"', "these words in a row"),
    ("defect*", "words that begin so; *ism ends so"),
    ("title:embassy", "in the title; so too publisher: author:"),
    ("date:2019-05..2021", "published then; date:2019 date:>2020"),
    ('who:"Ri Il-kyu"', "names this person, in any spelling"),
    ("where:Havana", "names this place"),
    ("fact:harm", "states such a fact"),
    ("tag:later", "bears this tag of yours"),
)


class Asker(Protocol):
    """The view, as far as the list of results needs it."""

    def look_for(self, words: str) -> None: ...
    def need(self, first: int, last: int) -> None: ...
    def open(self, item: int) -> None: ...
    def waiting(self) -> str: ...


class Results(Listing):
    """What was found; typed words are handed to the view at once."""

    NAME = "results"
    LIT = 28
    HEADING = "Search"

    def __init__(self, palette: Palette, asker: Asker) -> None:
        super().__init__(palette)
        self.asker = asker
        self.answer = Answer("")
        self.ready: dict[int, Found] = {}
        """Place in the list → the article made ready; others are asked for when they are seen."""
        self.words = ""
        """What is typed."""

    @property
    def standing(self) -> ArticleId | None:
        """The article under the cursor."""
        hits = self.answer.hits
        return hits[self.cursor].article if self.cursor < len(hits) else None

    @property
    def room(self) -> int:
        """Characters of an article that fit below its title."""
        return max(20, (ROWS - 1) * self._measure)

    @property
    def _measure(self) -> int:
        return max(4, min(_MEASURE, self.columns - 5))

    def take(self, answer: Answer, cursor: int = 0) -> None:
        """Show another answer."""
        same = self.standing
        at = next((n for n, hit in enumerate(answer.hits[:200]) if hit.article == same), 0)
        stays = answer.words == self.answer.words and same is not None
        self.answer = answer
        self.ready = dict(enumerate(answer.ready))
        self.refill(at if stays and not cursor else min(cursor, max(0, len(answer.hits) - 1)))

    def take_more(self, answer: Answer) -> None:
        """Show more articles of the same answer."""
        self.answer = answer
        self.lay_out()
        self.touch_title()

    def make_ready(self, first: int, found: Sequence[Found]) -> None:
        """Take articles made ready, from the place `first` on."""
        self.ready.update(enumerate(found, first))
        self.touch()

    def in_sight(self) -> range:
        """The places of the articles in sight."""
        first = self.first // ROWS
        return range(first, min(self.count, first + self.rows // ROWS + 2))

    def make_starts(self) -> Sequence[int]:
        """All articles are of one height."""
        return range(0, len(self.answer.hits) * ROWS + 1, ROWS)

    def draw(self, item: int, part: int) -> Line:
        """Title, publisher and date; then the text round the words found, on two rows."""
        palette, width = self.palette, self.columns - 3
        found = self.ready.get(item)
        if found is None:
            self.asker.need(item, item + 1)
            return Line().add("…" if part == 0 else "", palette.muted)
        over = palette.found + _UNDERLINE
        if part == 0:
            said = [
                one for one in (fit(found.publisher, width // 4), inert(found.published)) if one
            ]
            tail = " · ".join(said)
            line = Line()
            title = head(found.title, width - len(tail) - 2)
            mark(line, title, 0, len(title), found.title_marks, palette.heading, over)
            return line.pad(width - Line().add(tail, palette.muted).width, palette.text).add(
                tail, palette.muted
            )
        words = inert(found.words)
        rows = wrap_line(words, 0, len(words), self._measure)
        line = Line().add("  ", palette.text)
        if part <= len(rows):
            start, end = rows[part - 1]
            if part == ROWS - 1 and len(rows) >= ROWS:
                words = words[:start] + head(words[start:], self._measure)
                end = len(words)
            mark(line, words, start, end, found.marks, palette.text, over)
        return line

    def body(self, row: int) -> Strip:
        """A row of the list; how to search, as long as nothing is asked."""
        if self.count or self.answer.asked or self.words.strip():
            return super().body(row)
        palette, line = self.palette, Line()
        if 0 < row <= len(_GUIDE):
            typed, means = _GUIDE[row - 1]
            line.add(f"  {typed}".ljust(24), palette.heading).add(means, palette.muted)
        return line.strip(self.columns, palette.text)

    def empty(self) -> str:
        """What stands in an empty list."""
        return self.asker.waiting()

    def heading(self) -> str:
        """What was looked for."""
        return f"Search: {self.words}" if self.words else self.HEADING

    def tally(self) -> str:
        """How many articles were found, and which one is chosen."""
        if not self.answer.asked:
            return ""
        total = f"{self.answer.total:,} article{'s' * (self.answer.total != 1)}"
        if not self.answer.total or self.field is not None:
            return total
        return f"{self.cursor + 1:,} of {total}"

    def open_field(self) -> None:
        """Begin to type."""
        self.field = Field("/", self.words, len(self.words))
        self.touch_title()

    def close_field(self, keep: bool) -> None:
        """End typing; what was found stays."""
        self.field = None
        self.touch_title()

    def typed(self) -> None:
        """The words changed: have them looked for."""
        if self.field is None:
            return
        self.touch_title()
        if self.field.text != self.words:
            self.words = self.field.text
            self.asker.look_for(self.words)

    def drop(self) -> bool:
        """There is nothing to drop."""
        return False

    def do_open(self) -> None:
        """Read the article under the cursor."""
        if self.count:
            self.asker.open(self.cursor)

    def as_text(self) -> str:
        """The query and every article made ready so far."""
        rows = [f"{self.heading()} ({self.tally()})", ""]
        for item in sorted(self.ready):
            one = self.ready[item]
            said = ", ".join(word for word in (one.title, one.publisher, one.published) if word)
            rows += [inert(said), f"  {inert(one.words)}", ""]
        return "\n".join(rows).rstrip() + "\n"
