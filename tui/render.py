"""The only door from the text of documents to the screen: what passes here is inert.

Nothing is ever parsed as markup. Characters that a terminal could act upon, or that reorder or hide
text, are replaced one for one by visible stand-ins, so that offsets into the text stay true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

_LOST = "\ufffd"
_SPACES = "\t\n\r\v\f\u2028\u2029\x85"
_STAND_INS: dict[int, str] = {code: chr(0x2400 + code) for code in range(0x20)}
_STAND_INS |= dict.fromkeys(range(128, 160), _LOST)
_STAND_INS |= {0x7F: "\u2421"}
_STAND_INS |= {ord(space): " " for space in _SPACES}
_REORDERING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HIDING = "\u00ad\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb"
_STAND_INS |= {ord(character): _LOST for character in _REORDERING + _HIDING}
_STAND_INS |= {0xAD: "-"}

_ACTIVE = re.compile(
    f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_REORDERING}{_HIDING}\ud800-\udfff\U000e0000-\U000e0fff]"
)


def inert(text: str) -> str:
    """`text` with every character that could act replaced by one visible character."""
    return _ACTIVE.sub(_stand_in, text)


def _stand_in(found: re.Match[str]) -> str:
    return _STAND_INS.get(ord(found[0]), _LOST)


def fit(text: str, width: int) -> str:
    """`text` made inert and cut with an ellipsis where it is wider than `width` cells."""
    return cut(inert(text), width)


def cut(text: str, width: int) -> str:
    """`text` (already inert) cut with an ellipsis where it is wider than `width` cells."""
    if len(text) <= width and text.isascii():
        return text
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    end, used = 0, 0
    for _, after, cells in graphemes(text):
        used += cells
        if used > width - 1:
            break
        end = after
    return text[:end].rstrip() + "…"


_SINGLE = re.compile(
    "[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u21ff\u2500-\u25ff]*"
)


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """Start, end and width in cells of every character as a reader counts them."""
    if _SINGLE.fullmatch(text):
        return [(at, at + 1, 1) for at in range(len(text))]
    return split_graphemes(text)[0]


class Line:
    """A row of the screen in the making: styled pieces, their width known."""

    __slots__ = ("segments", "width")

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.width = 0

    def add(self, text: str, style: Style) -> Line:
        """Append `text`, which is made inert on the way."""
        if text:
            text = inert(text)
            self.segments.append(Segment(text, style))
            self.width += cell_len(text)
        return self

    def extend(self, other: Line) -> Line:
        """Append the pieces of another row."""
        self.segments += other.segments
        self.width += other.width
        return self

    def pad(self, width: int, style: Style, fill: str = " ") -> Line:
        """Append `fill` until the row is `width` cells wide."""
        if self.width < width:
            self.segments.append(Segment(fill * (width - self.width), style))
            self.width = width
        return self

    def strip(self, width: int, style: Style) -> Strip:
        """The row, exactly `width` cells wide."""
        self.pad(width, style)
        strip = Strip(self.segments, self.width)
        return strip if self.width == width else strip.crop(0, width)


class Net(LineFilter):
    """The last look at what leaves: no control characters, no links, no actions."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """`segments` without anything that acts."""
        return list(caught(segments))


def caught(segments: Iterable[Segment]) -> Iterable[Segment]:
    """`segments` with their text inert and their links, actions and control codes dropped."""
    for text, style, control in segments:
        if control:
            continue
        if style is not None and (style.link or style._meta is not None):
            style = style.without_color + Style.from_color(style.color, style.bgcolor)
            style = style.update_link(None).clear_meta_and_links()
        yield Segment(inert(text) if _ACTIVE.search(text) else text, style)
