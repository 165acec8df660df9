"""What the terminal shows, and the fewest bytes that make it show something else.

Textual repaints whole regions and spells out every style. Over a slow line that is what a reader
waits for, so the compositor's updates pass through a `Wire` here, which remembers every cell of the
terminal, sends those that differ, and changes only the attributes that change.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from tui.render import caught, graphemes

Look = tuple[int, str, str]
"""Attributes as bits, then the SGR parameters of foreground and background ("" for the default)."""
Cell = tuple[str, Look]
Piece = tuple[int, int, Strip]
"""Row, column and the cells that stand there."""

PLAIN: Look = (0, "", "")
_BITS = ((1, "1", "22"), (2, "3", "23"), (4, "4", "24"), (8, "7", "27"), (16, "9", "29"))
_NOWHERE: Cell = ("\0", PLAIN)
_BRIDGE = 5
"""Unchanged cells of one look that are cheaper to send again than to jump over."""
_ERASE = 12
"""Blank cells from which on erasing is cheaper than spaces."""


@lru_cache(4096)
def look(style: Style | None, system: ColorSystem | None) -> Look:
    """How `style` is asked for in `system`; None stands for no colours at all."""
    if style is None:
        return PLAIN
    bits = (
        (1 if style.bold else 0)
        | (2 if style.italic else 0)
        | (4 if style.underline else 0)
        | (8 if style.reverse else 0)
        | (16 if style.strike else 0)
    )
    codes = ["", ""]
    if system is not None:
        for place, colour in enumerate((style.color, style.bgcolor)):
            if colour is not None and not colour.is_default:
                fitted = colour.downgrade(system)
                codes[place] = ";".join(fitted.get_ansi_codes(foreground=place == 0))
    return bits, codes[0], codes[1]


@lru_cache(4096)
def change(old: Look, new: Look) -> str:
    """The shortest sequence that turns the look `old` into `new`."""
    if old == new:
        return ""
    afresh = [on for bit, on, _ in _BITS if new[0] & bit] + [code for code in new[1:] if code]
    codes = [on if new[0] & bit else off for bit, on, off in _BITS if (old[0] ^ new[0]) & bit]
    for was, code, default in zip(old[1:], new[1:], ("39", "49"), strict=True):
        if was != code:
            codes.append(code or default)
    step, start = ";".join(codes), ";".join(["", *afresh])
    return f"\x1b[{step if len(step) <= len(start) else start}m"


class Wire:
    """The terminal's memory: knows each cell that it shows and writes only what differs."""

    def __init__(self, colours: bool = True) -> None:
        self.colours = colours
        self._rows: list[list[Cell]] = []
        self._size = (0, 0)

    def forget(self) -> None:
        """Take nothing for granted: the next frame is sent whole."""
        self._size = (0, 0)

    def frame(self, size: tuple[int, int], pieces: Iterable[Piece], console: Console) -> str:
        """What to write so that a terminal of `size` cells shows `pieces` where they stand."""
        width, height = size
        if size != self._size:
            self._size = size
            self._rows = [[_NOWHERE] * width for _ in range(height)]
        system = (console._color_system or ColorSystem.TRUECOLOR) if self.colours else None
        wanted: dict[int, list[Cell]] = {}
        for y, x, strip in pieces:
            if 0 <= y < height:
                row = wanted.get(y)
                if row is None:
                    row = wanted[y] = self._rows[y].copy()
                _lay(row, x, caught(strip), system)
        out: list[str] = []
        state = PLAIN
        for y, row in sorted(wanted.items()):
            state = self._send(out, y, self._rows[y], row, state)
            self._rows[y] = row
        out.append(change(state, PLAIN))
        return "".join(out)

    def _send(self, out: list[str], y: int, old: list[Cell], row: list[Cell], state: Look) -> Look:
        """Append the differing runs of row `y`; returns the look that the terminal is left in."""
        for first, last in _runs(old, row):
            out.append(f"\x1b[{y + 1};{first + 1}H" if first else f"\x1b[{y + 1}H")
            x = first
            while x < last:
                text, wish = row[x]
                blank = _blank_until(row, x, last) if text == " " and wish == PLAIN else x
                out.append(change(state, wish))
                state = wish
                if blank - x >= _ERASE:
                    out.append("\x1b[K" if blank == len(row) else f"\x1b[{blank - x}X")
                    x = blank
                    if x < last:
                        out.append(f"\x1b[{x + 1}G")
                    continue
                out.append(text)
                x += 1
                if len(text) > 1 or text >= "\U0001f000":
                    # Terminals disagree on how wide these are: say where the next cell is.
                    while x < last and row[x][0] == "":
                        x += 1
                    if x < last:
                        out.append(f"\x1b[{x + 1}G")
        return state


def _blank_until(row: list[Cell], x: int, last: int) -> int:
    while x < last and row[x] == (" ", PLAIN):
        x += 1
    return x


def _lay(row: list[Cell], x: int, segments: Iterable[Segment], system: ColorSystem | None) -> None:
    """Write `segments` into the cells of `row` from column `x` on."""
    width = len(row)
    for text, style, _ in segments:
        wish = look(style, system)
        if text.isascii():
            for character in text[: max(0, width - x)]:
                row[x] = (character, wish)
                x += 1
            continue
        for start, end, cells in graphemes(text):
            if cells == 0:
                _join(row, x, text[start:end])
                continue
            if x + cells > width:
                return
            row[x] = (text[start:end], wish)
            for beside in range(x + 1, x + cells):
                row[beside] = ("", wish)
            x += cells


def _join(row: list[Cell], x: int, mark: str) -> None:
    """Hang a combining `mark` on the cell before column `x`."""
    at = x - 1
    while at > 0 and row[at][0] == "":
        at -= 1
    if at >= 0:
        row[at] = (row[at][0] + mark, row[at][1])


def _runs(old: list[Cell], row: list[Cell]) -> list[tuple[int, int]]:
    """The stretches of `row` to send: where it differs from `old`, near neighbours joined."""
    runs: list[tuple[int, int]] = []
    for x, (was, now) in enumerate(zip(old, row, strict=True)):
        if was == now:
            continue
        first = x
        while first > 0 and row[first][0] == "":
            first -= 1
        if runs and first - runs[-1][1] <= _BRIDGE and _one_look(row, runs[-1][1], first):
            runs[-1] = (runs[-1][0], x + 1)
        else:
            runs.append((first, x + 1))
    return [(first, _whole(row, last)) for first, last in runs]


def _one_look(row: list[Cell], first: int, last: int) -> bool:
    return all(row[x][1] == row[first - 1][1] for x in range(first, last))


def _whole(row: list[Cell], last: int) -> int:
    """`last` moved behind the second half of a wide character."""
    while last < len(row) and row[last][0] == "":
        last += 1
    return last


class WireUpdate(CompositorUpdate):
    """A compositor's update that is written through the wire."""

    def __init__(self, update: CompositorUpdate, size: tuple[int, int], wire: Wire) -> None:
        self._update = update
        self._size = size
        self._wire = wire

    def __rich_console__(self, console: Console, options: Any) -> Any:
        yield self._update

    def render_segments(self, console: Console) -> str:
        """The bytes that bring the terminal up to date."""
        return self._wire.frame(self._size, self._pieces(), console)

    def _pieces(self) -> Iterable[Piece]:
        update = self._update
        if isinstance(update, LayoutUpdate):
            for y, strips in enumerate(update.strips, update.region.y):
                x = update.region.x
                for strip in strips:
                    yield y, x, strip
                    x += strip.cell_length
        elif isinstance(update, ChopsUpdate):
            for y, first, last in update.spans:
                ends = update.chop_ends[y]
                for end, (x, chop) in zip(ends, update.chops[y].items(), strict=False):
                    if chop is not None and x < last and end > first:
                        yield y, x, chop


class WireCompositor(Compositor):
    """Textual's compositor, its updates to the terminal sent through a wire."""

    def __init__(self, wire: Wire) -> None:
        super().__init__()
        self._wire = wire

    def render_update(
        self, full: bool = False, screen_stack: list[Any] | None = None, simplify: bool = False
    ) -> Any:
        """As Textual's; a `full` update is for pictures of the screen and stays as it is."""
        update = super().render_update(full=full, screen_stack=screen_stack, simplify=simplify)
        if full or not isinstance(update, CompositorUpdate):
            return update
        return WireUpdate(update, (self.size.width, self.size.height), self._wire)
