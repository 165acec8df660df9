"""A pane of running text under a block of title rows, whatever the length of the text.

Rows are known by their first character. Title rows have negative ones, the last of them -1, so that
a single number says what stands at the top of the pane.
"""

from __future__ import annotations

from textual.cache import LRUCache
from textual.strip import Strip

from corpus.model import Span
from tui.render import Line
from tui.theme import Palette
from tui.widgets.flow import Flow
from tui.widgets.scroller import Scroller
from tui.widgets.wrap import Row

MEASURE = 88
"""The longest row, in cells, that is still pleasant to read."""


class Leaf(Scroller):
    """Shows `text`; subclasses give it titles and draw a row of either."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.text = ""
        self.measure = MEASURE
        """Cells of a row."""
        self.margin = 2
        """Cells left of a row."""
        self.first = 0
        self.titles: list[tuple[str, str]] = []
        """Rows above the text, each with the name of its style in the palette."""
        self._flow = Flow("", MEASURE)
        self._window: list[int] | None = None
        self._drawn: LRUCache[int, Strip] = LRUCache(2048)

    def make_titles(self) -> list[tuple[str, str]]:
        """The rows above the text, for `measure`."""
        return []

    def draw_text(self, line: Line, start: int, end: int) -> None:
        """Add the characters from `start` to `end`, a row, to `line`."""
        raise NotImplementedError

    def beside(self, start: int, end: int) -> str:
        """Signs of at most two cells beside a row, "" for none."""
        return ""

    @property
    def origin(self) -> int:
        """The first character in sight, -1 in the title rows: what a new width keeps."""
        return max(-1, self.first)

    @property
    def head(self) -> int:
        """The top title row, or 0 where there is none."""
        return -len(self.titles)

    def take_text(self, text: str, origin: int = -1) -> None:
        """Show another text, from the character `origin` on."""
        self.text = text
        self._flow = Flow(text, self.measure)
        self.titles = self.make_titles()
        self.first = self._row_of(origin)
        self.clamp()
        self.redraw()

    def stand_at(self, origin: int) -> None:
        """Have the row of the character `origin` at the top."""
        self.first = self._row_of(origin)
        self.clamp()

    def lay_out(self) -> None:
        """Wrap for the width; the first character in sight stays in sight."""
        origin = self.origin
        self.measure = max(4, min(MEASURE, self.columns - 3))
        self.margin = max(2, (self.columns - MEASURE) // 2) if self.columns > MEASURE + 8 else 2
        self._flow = Flow(self.text, self.measure)
        self.titles = self.make_titles()
        self.first = self._row_of(origin)
        self.clamp()
        self._drawn.clear()

    def window(self) -> list[int]:
        """The rows in sight, by their first character."""
        if self._window is None:
            rows: list[int] = []
            row: int | None = self.first
            while row is not None and len(rows) < self.rows:
                rows.append(row)
                row = self._below(row)
            self._window = rows
        return self._window

    def span_of(self, row: int) -> Row:
        """The characters of a row of the text."""
        return self._flow.row_at(row)

    def body(self, row: int) -> Strip:
        """A row in sight."""
        window = self.window()
        if row >= len(window):
            return Line().strip(self.columns, self.palette.text)
        at = window[row]
        strip = self._drawn.get(at)
        if strip is None:
            strip = self._drawn[at] = self._draw(at)
        return strip

    def _draw(self, at: int) -> Strip:
        palette, line = self.palette, Line()
        if at < 0:
            words, role = self.titles[at]
            line.pad(self.margin, palette.text).add(words, getattr(palette, role))
            return line.strip(self.columns, palette.text)
        start, end = self.span_of(at)
        line.pad(self.margin - 2, palette.text)
        line.add(self.beside(start, end).ljust(2), palette.heading)
        self.draw_text(line, start, end)
        return line.strip(self.columns, palette.text)

    def tally(self) -> str:
        """How far the reader has come, by characters."""
        window = self.window()
        if not window or not self.text:
            return ""
        last = window[-1]
        end = self.span_of(last)[1] if last >= 0 else 0
        if self._below(last) is None:
            return "all" if self.first == self.head else "100 %"
        return f"{min(99, round(100 * end / len(self.text)))} %"

    def as_text(self) -> str:
        """The titles and the whole text, not wrapped."""
        titles = "\n".join(words for words, _ in self.titles)
        return f"{titles}\n{self.text.rstrip()}\n"

    def scroll_rows(self, count: int) -> None:
        """Move the text by `count` rows."""
        before = self.first
        step = self._below if count > 0 else self._above
        for _ in range(abs(count)):
            row = step(self.first)
            if row is None:
                break
            self.first = row
        self.clamp()
        if self.first != before:
            self.touch()

    def do_top(self) -> None:
        """To the titles."""
        self._move_to(self.head)

    def do_bottom(self) -> None:
        """To the end."""
        self._move_to(self._flow.last[0])

    def clamp(self) -> None:
        """Let no row stay empty that could show text."""
        self.first = max(self.first, self.head)
        self._window = None
        if not self.rows:
            return
        short = self.rows - len(self.window())
        while short > 0 and (row := self._above(self.first)) is not None:
            self.first = row
            short -= 1
        self._window = None

    def bring(self, mark: Span) -> None:
        """Scroll so that `mark` is in sight, a third down the page where it was not."""
        window = self.window()
        if not window:
            return
        row, last = self._row_of(mark.start), self._row_of(max(mark.start, mark.end - 1))
        if window[0] < row and last < window[-1]:
            return
        self.first = row
        for _ in range(self.rows // 3):
            self.first = self._rise(self.first)
        self.clamp()

    def redraw(self) -> None:
        """Draw all rows again."""
        self._drawn.clear()
        self.touch()

    def set_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self._drawn.clear()
        super().set_palette(palette)

    def _move_to(self, row: int) -> None:
        if row != self.first:
            self.first = row
            self.clamp()
            self.touch()

    def _row_of(self, offset: int) -> int:
        if offset < 0:
            return self.head
        return self._flow.row_at(offset)[0]

    def _below(self, row: int) -> int | None:
        if row < -1:
            return row + 1
        found = self._flow.row_at(0) if row == -1 else self._flow.after(row)
        return found[0] if found is not None else None

    def _above(self, row: int) -> int | None:
        if row > 0 and (found := self._flow.before(row)) is not None:
            return found[0]
        return min(row, 0) - 1 if min(row, 0) > self.head else None

    def _rise(self, row: int) -> int:
        above = self._above(row)
        return row if above is None else above
