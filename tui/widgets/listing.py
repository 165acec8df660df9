"""A list that draws only what is seen: items of one or more rows, one of them chosen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.render import Line
from tui.theme import Palette
from tui.widgets.field import Field
from tui.widgets.pane import Pane, Target

_SAVED = 160
"""Columns of a list that is saved."""


class Listing(Pane):
    """A pane that is a list; subclasses hold the items and draw them."""

    LIT: ClassVar[int] = 0
    """Cells of the chosen row that are shown chosen, 0 for all: a wide row costs much to send."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.cursor = 0
        self.first = 0
        """The row at the top of the body."""
        self._starts: Sequence[int] = [0]
        """The row at which each item starts, and the row behind the last one."""
        self.filter = ""

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self._starts) - 1

    def heights(self) -> list[int]:
        """The height of each item in rows, for `columns`."""
        raise NotImplementedError

    def make_starts(self) -> Sequence[int]:
        """The row at which each item starts, and the row behind the last one."""
        return [0, *accumulate(self.heights())]

    def draw(self, item: int, part: int) -> Line:
        """Row `part` of an item, without the mark that shows it chosen."""
        raise NotImplementedError

    def selectable(self, item: int) -> bool:
        """Whether the cursor may stand on an item (it skips headings)."""
        return True

    def narrowed(self) -> None:
        """The words of the filter changed: choose the items anew and call `refill`."""

    def empty(self) -> str:
        """What stands in the body when there are no items."""
        return ""

    def refill(self, cursor: int = 0) -> None:
        """Take new items, with the cursor on `cursor` in the row of the screen where it stands."""
        self.first += self._starts[min(cursor, self.count)]
        self.first -= self._starts[min(self.cursor, self.count)]
        self.cursor = cursor
        self.lay_out()
        self.touch()

    def lay_out(self) -> None:
        """Work the rows out anew; the chosen item stays in its row of the screen, if it can."""
        above = self._starts[min(self.cursor, self.count)] - self.first
        self._starts = self.make_starts()
        self.cursor = self._settled(max(0, min(self.cursor, self.count - 1)), 1)
        self.first = self._starts[min(self.cursor, self.count)] - above
        self._show_cursor()

    def body(self, row: int) -> Strip:
        """A row of the list."""
        at = self.first + row
        palette, width = self.palette, self.columns
        if at >= self._starts[-1]:
            line = Line()
            if not self.count and row == 0:
                line.add("  ", palette.text).add(self.empty(), palette.muted)
            return line.strip(width, palette.text)
        item = bisect_right(self._starts, at) - 1
        part = at - self._starts[item]
        chosen = item == self.cursor and self.selectable(item)
        line = Line()
        if not chosen:
            line.add("  ", palette.text)
        elif part:
            sign = palette.signs.bar if self.active else palette.signs.resting
            line.add(sign if palette.signs.drawn else " ", palette.heading).add(" ", palette.text)
        else:
            sign = palette.signs.pointer if self.active else palette.signs.resting
            line.add(f"{sign} ", palette.heading)
        line.extend(self.draw(item, part))
        strip = line.strip(width, palette.text)
        if not chosen or part:
            # One row of an item is enough to show it chosen, and half of the bytes of two.
            return strip
        style = palette.cursor if self.active else palette.resting
        if not 0 < self.LIT < width:
            return _laid_over(strip, style)
        lit = _laid_over(strip.crop(0, self.LIT), style)
        return Strip.join([lit, strip.crop(self.LIT, width)])

    def put_in_hand(self, active: bool) -> None:
        """Show whether this pane is the one that the keys speak to."""
        if active != self.active:
            super().put_in_hand(active)
            self._touch_item(self.cursor)

    def choose(self, item: int, step: int = 1) -> None:
        """Put the cursor on an item, or on the next one in the direction of `step` that may be."""
        if not self.count:
            return
        item = self._settled(max(0, min(item, self.count - 1)), step)
        if item == self.cursor:
            return
        old, self.cursor = self.cursor, item
        if not self._show_cursor():
            self._touch_item(old)
            self._touch_item(item)
        else:
            self.touch()
        self.touch_title()
        self.moved()

    def moved(self) -> None:
        """The cursor stands on another item."""

    def open_field(self) -> None:
        """Begin to type a filter."""
        self.field = Field(text=self.filter, at=len(self.filter))
        self.touch_title()

    def close_field(self, keep: bool) -> None:
        """End typing; the filter is kept or dropped."""
        self.field = None
        if not keep and self.filter:
            self.set_filter("")
        self.touch_title()

    def typed(self) -> None:
        """The text in the field changed."""
        if self.field is not None:
            self.set_filter(self.field.text)
            self.touch_title()

    def set_filter(self, words: str) -> None:
        """Narrow the list to what matches `words`."""
        if words != self.filter:
            self.filter = words
            self.narrowed()

    def drop(self) -> bool:
        """Drop the filter, if there is one."""
        if not self.filter:
            return False
        self.set_filter("")
        self.touch_title()
        return True

    def do_find(self) -> None:
        """Type a filter."""
        self.open_field()

    def do_down(self) -> None:
        """To the next item."""
        self.choose(self.cursor + 1, 1)

    def do_up(self) -> None:
        """To the item before."""
        self.choose(self.cursor - 1, -1)

    def do_page_down(self) -> None:
        """One page down."""
        self._leap(self.rows)

    def do_page_up(self) -> None:
        """One page up."""
        self._leap(-self.rows)

    def do_half_down(self) -> None:
        """Half a page down."""
        self._leap(self.rows // 2)

    def do_half_up(self) -> None:
        """Half a page up."""
        self._leap(-(self.rows // 2))

    def do_top(self) -> None:
        """To the first item."""
        self.choose(0, 1)

    def do_bottom(self) -> None:
        """To the last item."""
        self.choose(self.count - 1, -1)

    def as_text(self) -> str:
        """The title and every item, in sight or not, as wide as a file may be."""
        columns, first, cursor = self.columns, self.first, self.cursor
        self.columns = max(_SAVED, columns)
        self.lay_out()
        rows = [
            "".join(segment.text for segment in self.draw(item, part).segments).rstrip()
            for item in range(self.count)
            for part in range(self._starts[item + 1] - self._starts[item])
        ]
        self.columns = columns
        self.lay_out()
        self.first, self.cursor = first, cursor
        return "\n".join([self.heading(), "", *rows]).rstrip() + "\n"

    def go_to_row(self, row: int) -> None:
        """To an item, counted from 0."""
        self.choose(row)

    def targets(self) -> list[Target]:
        """The items whose first row is in sight."""
        if not self.count:
            return []
        item = max(0, bisect_right(self._starts, self.first) - 1)
        found = []
        while item < self.count and self._starts[item] < self.first + self.rows:
            row = self._starts[item] - self.first
            if row >= 0 and self.selectable(item):
                found.append(Target(row, 0, partial(self.choose, item)))
            item += 1
        return found

    def scroll_rows(self, count: int) -> None:
        """Move the view, and the cursor with it."""
        self.choose(self.cursor + (1 if count > 0 else -1), 1 if count > 0 else -1)

    def clicked(self, row: int) -> None:
        """Choose the item under the pointer; a click on the chosen one opens it."""
        at = self.first + row
        if at >= self._starts[-1]:
            return
        item = bisect_right(self._starts, at) - 1
        if item == self.cursor and self.active:
            self.run("do_open")
        else:
            self.choose(item)

    def _leap(self, rows: int) -> None:
        if not self.count or not rows:
            return
        target = max(0, min(self._starts[self.cursor] + rows, self._starts[-1] - 1))
        item = bisect_right(self._starts, target) - 1
        step = 1 if rows > 0 else -1
        if item == self.cursor:
            item += step
        self.choose(item, step)

    def _settled(self, item: int, step: int) -> int:
        """The nearest item that may be chosen: first in the direction of `step`, then the other."""
        for direction in (step, -step):
            at = item
            while 0 <= at < self.count:
                if self.selectable(at):
                    return at
                at += direction
        return item

    def _show_cursor(self) -> bool:
        """Bring the chosen item into sight; returns whether the view had to move.

        The view moves by half a pane at once: a list that shifts by one row with every key would
        be sent whole with every key.
        """
        before = self.first
        total = self._starts[-1]
        if self.count and self.rows:
            top, end = self._starts[self.cursor], self._starts[self.cursor + 1]
            if self.cursor and not self.selectable(self.cursor - 1):
                top = self._starts[self.cursor - 1]
            if top < self.first:
                self.first = min(top, end - self.rows // 2)
            elif end > self.first + self.rows:
                self.first = max(end - self.rows, top - self.rows // 2)
        self.first = max(0, min(self.first, total - self.rows))
        return self.first != before

    def _touch_item(self, item: int) -> None:
        if item < self.count:
            rows = range(self._starts[item] - self.first, self._starts[item + 1] - self.first)
            self.touch(*(row for row in rows if 0 <= row < self.rows))


def _laid_over(strip: Strip, style: Style) -> Strip:
    """`strip` with `style` over the styles that it has."""
    return Strip(
        [Segment(text, (own or Style()) + style) for text, own, _ in strip], strip.cell_length
    )
