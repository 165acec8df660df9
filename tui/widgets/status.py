"""The one status line: where the reader is, what goes on, and the keys of the pane in hand."""

from __future__ import annotations

from rich.cells import cell_len
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.render import Line, cut, inert
from tui.theme import Palette
from tui.widgets.field import Field

Hint = tuple[str, str]
"""A key and what it does."""


class Status(Widget):
    """A line of text with hints at its right end."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(id="status")
        self.palette = palette
        self._text = ""
        self._hints: tuple[Hint, ...] = ()
        self._warning = False
        self._whole = False
        self._field: Field | None = None

    def show_field(self, field: Field | None) -> None:
        """Show a line that is being typed; None for the text again."""
        self._field = field
        self.refresh()

    def say(
        self, text: str, hints: tuple[Hint, ...], warning: bool = False, whole: bool = False
    ) -> None:
        """Show `text`, and as many of `hints` as there is room for; all of the text if `whole`."""
        wish = (inert(text), hints, warning, whole)
        if wish != (self._text, self._hints, self._warning, self._whole):
            self._text, self._hints, self._warning, self._whole = wish
            self.refresh()

    def set_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self.palette = palette
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line."""
        palette, width = self.palette, self.size.width
        if self._field is not None:
            line = Line().add(" ", palette.status)
            self._field.draw(line, max(4, width - 2), palette.status, palette.match)
            return [line.strip(width, palette.status).crop(crop.x, crop.right)] * crop.height
        hints = list(self._hints)
        least = cell_len(self._text) if self._whole else min(len(self._text), width // 3)
        while hints and _width(hints) > width - least - 4:
            hints.pop(0)
        room = width - _width(hints) - 3
        line = Line().add(" ", palette.status)
        ink = palette.status + (palette.warning if self._warning else palette.status)
        line.add(cut(self._text, max(0, room)), ink)
        line.pad(width - _width(hints) - 1, palette.status)
        for number, (key, name) in enumerate(hints):
            line.add("   " if number else "", palette.status)
            line.add(key, palette.key).add(f" {name}", palette.status)
        return [line.strip(width, palette.status).crop(crop.x, crop.right)] * crop.height


def _width(hints: list[Hint]) -> int:
    return sum(len(key) + 1 + len(name) for key, name in hints) + 3 * max(0, len(hints) - 1)
