"""A pane that shows rows drawn elsewhere: a timeline, a map, a network."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.strip import Strip

from tui.render import Line
from tui.theme import Palette
from tui.widgets.scroller import Scroller

Paint = Callable[[int, int], Sequence[Line]]
"""Columns and rows of the pane → the picture; it may have more rows than the pane."""


class Picture(Scroller):
    """Asks for the picture anew when its size changes or when told to."""

    NAME = "picture"

    def __init__(self, palette: Palette, paint: Paint, title: Callable[[], str]) -> None:
        super().__init__(palette)
        self.HEADING = title()  # type: ignore[misc]
        self._paint = paint
        self._caption = title
        self.lines: Sequence[Line] = ()

    @property
    def total(self) -> int:
        """How many rows the picture has."""
        return len(self.lines)

    def heading(self) -> str:
        """The title."""
        return self._caption()

    def lay_out(self) -> None:
        """Draw the picture for the size of the pane."""
        self.lines = self._paint(self.columns, self.rows) if self.columns and self.rows else ()
        self.clamp()

    def repaint(self) -> None:
        """Draw the picture again."""
        self.lay_out()
        self.touch()

    def body(self, row: int) -> Strip:
        """A row of the picture."""
        at = self.first + row
        line = self.lines[at] if at < len(self.lines) else Line()
        return Line().extend(line).strip(self.columns, self.palette.text)

    def as_text(self) -> str:
        """The title and the whole picture."""
        rows = ["".join(part.text for part in line.segments).rstrip() for line in self.lines]
        return "\n".join([self.heading(), "", *rows]).rstrip() + "\n"
