"""Words in context: one row a place, the words found below each other in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.cells import cell_len
from rich.style import Style

from tui.kwic import Gathered, Place
from tui.marked import head, tail
from tui.render import Line, fit
from tui.theme import Palette
from tui.widgets.field import Field
from tui.widgets.listing import Listing

_UNDERLINE = Style(underline=True)
_WIDE = 110
"""Columns from which on the publisher stands in a row too."""
_SAVED = 2_000
"""Rows that are saved at most: each has to be read from the corpus."""


class Keeper(Protocol):
    """The view, as far as the list needs it."""

    def typed_words(self, words: str) -> None: ...
    def typed_narrowing(self, words: str) -> None: ...
    def need(self, first: int, last: int) -> None: ...
    def open(self, place: Place) -> None: ...
    def waiting(self) -> str: ...
    def rows_for_saving(self, most: int) -> Sequence[Place]: ...


class Kwic(Listing):
    """The rows; a line to type the words into, and one to narrow them by."""

    NAME = "kwic"
    LIT = 14
    HEADING = "Words in context"

    def __init__(self, palette: Palette, keeper: Keeper) -> None:
        super().__init__(palette)
        self.keeper = keeper
        self.found: Gathered | None = None
        self.words = ""
        self.narrow = ""
        self.ready: dict[int, Place] = {}
        self._narrowing = False

    @property
    def standing(self) -> Place | None:
        """The row under the cursor."""
        return self.ready.get(self.cursor)

    def take(self, found: Gathered, cursor: int) -> None:
        """Show other rows."""
        self.found = found
        self.ready = dict(enumerate(found.ready))
        self.refill(min(cursor, max(0, len(found.rows) - 1)))

    def make_ready(self, first: int, places: Sequence[Place]) -> None:
        """Take rows made ready, from `first` on."""
        self.ready.update(enumerate(places, first))
        self.touch()

    def make_starts(self) -> Sequence[int]:
        """One row each."""
        return range(len(self.found.rows) + 1 if self.found is not None else 1)

    def draw(self, item: int, part: int) -> Line:
        """Date, publisher, and the words with their neighbours."""
        place = self.ready.get(item)
        if place is None:
            self.keeper.need(item, item + 1)
            return Line().add("…", self.palette.muted)
        return self.draw_place(place, self.columns - 3)

    def draw_place(self, place: Place, width: int) -> Line:
        """A row, `width` cells wide."""
        palette = self.palette
        line = Line()
        if width >= 60:
            line.add(fit(place.published, 10), palette.muted).pad(12, palette.text)
        if width >= _WIDE:
            line.add(fit(place.publisher, 16), palette.muted).pad(30, palette.text)
        room = width - line.width
        left = max(0, (room - 12) // 2)
        before = tail(place.left.lstrip(), left)
        line.pad(line.width + left - cell_len(before), palette.text).add(before, palette.text)
        node = fit(place.node, room - left)
        line.add(node, palette.heading + palette.found + _UNDERLINE)
        return line.add(head(place.right.rstrip(), width - line.width), palette.text)

    def empty(self) -> str:
        """What stands in an empty list."""
        return self.keeper.waiting()

    def heading(self) -> str:
        """What is shown, and what it is narrowed by."""
        name = self.found.name if self.found is not None else self.words
        title = f"{self.HEADING}: {name}" if name else self.HEADING
        return f"{title} &{self.narrow}" if self.narrow else title

    def tally(self) -> str:
        """Which row of how many, in how many articles."""
        if self.found is None or not self.found.name:
            return ""
        count = len(self.found.rows)
        at = f"{self.cursor + 1:,} of " if count and self.field is None else ""
        return f"{at}{count:,} in {self.found.articles:,} article{'s' * (self.found.articles != 1)}"

    def open_field(self) -> None:
        """Begin to type the words."""
        self._narrowing = False
        self.field = Field("/", self.words, len(self.words))
        self.touch_title()

    def open_narrowing(self) -> None:
        """Begin to type what the rows are narrowed by."""
        self._narrowing = True
        self.field = Field("&", self.narrow, len(self.narrow))
        self.touch_title()

    def close_field(self, keep: bool) -> None:
        """End typing; what narrows is dropped where it shall not be kept."""
        narrowing, self.field = self._narrowing and self.field is not None, None
        self.touch_title()
        if narrowing and not keep and self.narrow:
            self.drop()

    def typed(self) -> None:
        """The words changed."""
        if self.field is None:
            return
        text = self.field.text
        if self._narrowing:
            self.narrow = text
            self.keeper.typed_narrowing(text)
        else:
            self.words = text
            self.keeper.typed_words(text)
        self.touch_title()

    def drop(self) -> bool:
        """Drop what narrows the rows."""
        if not self.narrow:
            return False
        self.narrow = ""
        self.keeper.typed_narrowing("")
        return True

    def do_open(self) -> None:
        """Read the sentence."""
        if (place := self.standing) is not None:
            self.keeper.open(place)

    def as_text(self) -> str:
        """The rows, as wide as a file may be."""
        rows = self.keeper.rows_for_saving(_SAVED)
        drawn = ["".join(part.text for part in self.draw_place(one, 160).segments) for one in rows]
        left = (len(self.found.rows) if self.found is not None else 0) - len(rows)
        if left > 0:
            drawn.append(f"… and {left:,} more")
        return "\n".join([f"{self.heading()} ({self.tally()})", "", *drawn]).rstrip() + "\n"
