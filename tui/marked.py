"""Words of a document in one row: some of them marked, cut to a width in cells."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style

from tui.render import Line, graphemes, inert

Range = tuple[int, int]
"""Half-open range of characters."""
_WORD = 12
"""Cells that may be given up so that a cut falls between words."""


def mark(
    line: Line, text: str, start: int, end: int, marks: Sequence[Range], base: Style, over: Style
) -> Line:
    """Add the characters from `start` to `end` of `text` to `line`, `over` laid on what is marked.

    `marks` are in order and apart.
    """
    at = start
    for first, last in marks:
        first, last = max(first, at), min(last, end)
        if first < last:
            line.add(text[at:first], base).add(text[first:last], base + over)
            at = last
    return line.add(text[at:end], base)


def one_line(text: str) -> str:
    """`text` on one line, a single blank for every run of blanks and line ends."""
    return " ".join(text.split())


def head(text: str, width: int) -> str:
    """The beginning of `text`, inert, at most `width` cells, an ellipsis where it is cut."""
    text = inert(text)
    end, used = 0, 0
    for _, last, cells in graphemes(text):
        if used + cells > width:
            return _cut_end(text, end, width)
        end, used = last, used + cells
    return text


def tail(text: str, width: int) -> str:
    """The end of `text`, inert, at most `width` cells, an ellipsis where it is cut."""
    text = inert(text)
    pieces = graphemes(text)
    used = 0
    for _, last, cells in reversed(pieces):
        if used + cells > width:
            return _cut_start(text, last, width)
        used += cells
    return text


def _cut_end(text: str, end: int, width: int) -> str:
    if width < 1:
        return ""
    while end and _cells(text[:end]) > width - 1:
        end = graphemes(text[:end])[-1][0]
    blank = text.rfind(" ", max(0, end - _WORD), end + 1)
    return text[: blank if blank > 0 else end].rstrip() + "…"


def _cut_start(text: str, start: int, width: int) -> str:
    if width < 1:
        return ""
    while start < len(text) and _cells(text[start:]) > width - 1:
        start += graphemes(text[start:])[0][1]
    blank = text.find(" ", max(0, start - 1), start + _WORD)
    return "…" + text[blank + 1 if blank >= 0 else start :].lstrip()


def _cells(text: str) -> int:
    return sum(cells for _, _, cells in graphemes(text))
