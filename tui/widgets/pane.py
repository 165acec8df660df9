"""The frame that every pane shares: a title in a rule, a body of rows, an edge to its left.

A pane draws its rows itself and keeps them until told that they changed; whether it is in hand is
an attribute, not the toolkit's focus, so that changing panes touches two title rows and no more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from corpus.model import EntityId
from tui.citing import Quote
from tui.messages import PaneAsked
from tui.render import Line, cut, inert
from tui.theme import Palette
from tui.widgets.field import Field

if TYPE_CHECKING:
    from tui.notes.thing import Thing


@dataclass(frozen=True, slots=True)
class Target:
    """A thing in sight that one can jump to: where in the body it stands, and what goes there."""

    row: int
    column: int
    go: Callable[[], None]


class Pane(Widget):
    """A pane of the reading room; subclasses say what its rows are."""

    DEFAULT_CSS = ""
    NAME: ClassVar[str]
    HEADING: ClassVar[str]

    def __init__(self, palette: Palette) -> None:
        super().__init__(id=self.NAME)
        self.palette = palette
        self.active = False
        self.edge = ""
        """What the first cell of the title row is, "" for no edge: "┬" or "├"."""
        self.tabs: tuple[tuple[str, bool], ...] = ()
        """Names of the panes that share this place, and which one it is; () for a plain title."""
        self.field: Field | None = None
        self.rows = 0
        """Rows of the body, as last laid out."""
        self.columns = 0
        self._strips: dict[int, Strip] = {}
        self._labels: dict[int, list[tuple[int, str]]] = {}

    def body(self, row: int) -> Strip:
        """The row of the body that stands `row` rows below the title, `columns` wide."""
        raise NotImplementedError

    def tally(self) -> str:
        """What stands at the right end of the title: how many, how far."""
        return ""

    def heading(self) -> str:
        """The title."""
        return self.HEADING

    def lay_out(self) -> None:
        """Lay the rows out anew for `columns` and `rows`, keeping the reader's place."""

    def typed(self) -> None:
        """The text in the open field changed."""

    def close_field(self, keep: bool) -> None:
        """End typing into the field; what was typed stays in force or is dropped."""

    def drop(self) -> bool:
        """Drop what narrows or marks this pane; False where there is nothing of the kind."""
        return False

    def targets(self) -> list[Target]:
        """What in sight can be jumped to."""
        return []

    def named(self) -> EntityId | None:
        """Whom the thing under the cursor is about."""
        return None

    def thing(self) -> Thing | None:
        """What under the cursor the reader can say something about."""
        return None

    def quoted(self) -> Quote | None:
        """The words under the cursor, for whoever wants to take them along."""
        return None

    def as_text(self) -> str:
        """Everything that the pane shows, not only what is in sight."""
        rows = [self.body(row).text.rstrip() for row in range(self.rows)]
        return "\n".join([self.heading(), *rows]).rstrip() + "\n"

    def go_to_row(self, row: int) -> None:
        """Go to a row, counted from 0."""

    def set_labels(self, labels: dict[tuple[int, int], str]) -> None:
        """Show letters over the body, at (row, column); {} for none."""
        before = set(self._labels)
        self._labels = {}
        for (row, column), label in sorted(labels.items()):
            self._labels.setdefault(row, []).append((column, label))
        if rows := before | set(self._labels):
            self.touch(*rows)

    def touch(self, *rows: int) -> None:
        """Have rows drawn again: those given (0 is the first of the body), or all and the title."""
        if not rows:
            self._strips.clear()
            self.refresh()
            return
        for row in rows:
            self._strips.pop(row + 1, None)
        if self.is_mounted:
            self.refresh(*(Region(0, row + 1, self.size.width, 1) for row in rows))

    def touch_title(self) -> None:
        """Have the title drawn again."""
        self.touch(-1)

    def put_in_hand(self, active: bool) -> None:
        """Show whether this pane is the one that the keys speak to."""
        if active != self.active:
            self.active = active
            self.touch_title()

    def set_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self.palette = palette
        self.lay_out()
        self.touch()

    def place(self, edge: str, tabs: tuple[tuple[str, bool], ...], width: int, height: int) -> None:
        """Take the place that the plan gives: `width` and `height` count the frame too."""
        columns, rows = max(0, width - len(edge)), max(0, height - 1)
        if (columns, rows) != (self.columns, self.rows):
            self.columns, self.rows = columns, rows
            self.edge, self.tabs = edge, tabs
            self.lay_out()
            self.touch()
        elif (edge, tabs) != (self.edge, self.tabs):
            self.edge, self.tabs = edge, tabs
            self.touch()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows that the compositor asks for."""
        strips = [self._row(y) for y in range(crop.y, crop.bottom)]
        if crop.x or crop.width != self.size.width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _row(self, y: int) -> Strip:
        strip = self._strips.get(y)
        if strip is None:
            strip = self._title() if y == 0 else self._framed(y - 1)
            width = self.size.width
            if strip.cell_length != width:
                strip = strip.adjust_cell_length(width, self.palette.text)
            self._strips[y] = strip
        return strip

    def _framed(self, row: int) -> Strip:
        strip = self.body(row) if row < self.rows else Strip.blank(self.columns, self.palette.text)
        for column, label in self._labels.get(row, ()):
            end = min(column + len(label), self.columns)
            sign = Line().add(label, self.palette.label).strip(end - column, self.palette.label)
            strip = Strip.join([strip.crop(0, column), sign, strip.crop(end, self.columns)])
        if not self.edge:
            return strip
        return Strip.join(
            [
                Line().add(self.palette.signs.wall, self.palette.rule).strip(1, self.palette.rule),
                strip,
            ]
        )

    def _title(self) -> Strip:
        """The rule with the title in it; heavy, with a pointer, where the pane is in hand."""
        palette, width = self.palette, self.columns
        signs = palette.signs
        rule = signs.heavy if self.active else signs.rule
        ink = palette.active if self.active else palette.rule
        line = Line().add(self.edge if signs.drawn else " " * len(self.edge), palette.rule)
        full = width + line.width
        tally = inert(self.tally())
        room = width - 4
        if self.tabs and room < _width_of(self.tabs) + len(tally) + 2:
            tally = ""
        if self.field is not None:
            line.add(rule, ink).add(" ", palette.text)
            self.field.draw(line, max(4, room - len(tally) - 2), palette.text, palette.match)
            line.add(" ", palette.text)
        else:
            line.add(signs.pointer if self.active and not self.tabs else rule, ink).add(
                " ", palette.text
            )
            self._draw_heading(line, max(1, room - (len(tally) + 2 if tally else 0)))
            line.add(" ", palette.text)
        end = full - (len(tally) + 3 if tally else 0)
        if tally and line.width <= end:
            line.pad(end, ink, rule).add(f" {tally} ", palette.title)
        line.pad(full, ink, rule)
        return line.strip(full, palette.text)

    def _draw_heading(self, line: Line, room: int) -> None:
        palette = self.palette
        if not self.tabs:
            style = palette.active if self.active else palette.title
            line.add(cut(inert(self.heading()), room), style)
            return
        start = line.width
        spare = room - _width_of(self.tabs)
        if spare < 0:
            line.add(
                cut(inert(self.heading()), room), palette.active if self.active else palette.title
            )
            return
        for name, current in self.tabs:
            label = name
            if current:
                sign = palette.signs.pointer if self.active else ""
                label = sign + cut(inert(self.heading()), len(name) + spare)
            style = palette.active if current and self.active else palette.title
            if current and not self.active:
                style = palette.heading
            if line.width > start:
                line.add(" · ", palette.rule)
            line.add(label, style)

    def on_click(self, event: events.Click) -> None:
        """Take the pane in hand, and let the subclass choose what was clicked."""
        event.stop()
        self.post_message(PaneAsked(self.NAME))
        if event.y > 0:
            self.clicked(event.y - 1)

    def clicked(self, row: int) -> None:
        """The reader clicked on a row of the body."""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll by the wheel."""
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll by the wheel."""
        event.stop()
        self.scroll_rows(-3)

    def scroll_rows(self, count: int) -> None:
        """Move the view by `count` rows."""

    def run(self, method: str) -> bool:
        """Carry out a command of this pane; False where it has none of that name."""
        action = getattr(self, method, None)
        if action is None:
            return False
        action()
        return True


def _width_of(tabs: tuple[tuple[str, bool], ...]) -> int:
    """Cells that the names of panes take side by side."""
    return sum(len(name) for name, _ in tabs) + 3 * (len(tabs) - 1) + 1
