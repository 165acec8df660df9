"""A pane of rows that are read, not chosen from: it knows which row is the first in sight."""

from __future__ import annotations

from tui.theme import Palette
from tui.widgets.pane import Pane

_OVERLAP = 2
"""Rows of the old page that stay in sight on the new one."""


class Scroller(Pane):
    """Scrolls over `total` rows; subclasses draw them in `body`."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.first = 0
        """The row at the top of the body."""

    @property
    def total(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def settled(self) -> None:
        """The view has moved to another row."""

    def scroll_rows(self, count: int) -> None:
        """Move the view by `count` rows."""
        before = self.first
        self.first += count
        self.clamp()
        if self.first != before:
            self.settled()
            self.touch()

    def go_to_row(self, row: int) -> None:
        """Have a row at the top, counted from 0."""
        self.do_top()
        self.scroll_rows(row)

    def clamp(self) -> None:
        """Keep the view within the rows."""
        self.first = max(0, min(self.first, self.total - self.rows))

    def tally(self) -> str:
        """How far the reader has come."""
        if not self.total or not self.rows:
            return ""
        if self.total <= self.rows:
            return "all"
        return f"{round(100 * min(1.0, (self.first + self.rows) / self.total))} %"

    def do_down(self) -> None:
        """One row down."""
        self.scroll_rows(1)

    def do_up(self) -> None:
        """One row up."""
        self.scroll_rows(-1)

    def do_page_down(self) -> None:
        """One page down."""
        self.scroll_rows(max(1, self.rows - _OVERLAP))

    def do_page_up(self) -> None:
        """One page up."""
        self.scroll_rows(-max(1, self.rows - _OVERLAP))

    def do_half_down(self) -> None:
        """Half a page down."""
        self.scroll_rows(max(1, self.rows // 2))

    def do_half_up(self) -> None:
        """Half a page up."""
        self.scroll_rows(-max(1, self.rows // 2))

    def do_top(self) -> None:
        """To the beginning."""
        self.scroll_rows(-self.first)

    def do_bottom(self) -> None:
        """To the end."""
        self.scroll_rows(self.total)
