"""Text into rows by words, every row knowing which characters of the text it shows."""

from __future__ import annotations

import re

from rich.cells import cell_len

from tui.render import graphemes

Row = tuple[int, int]
"""Half-open range of characters of the text; empty for a blank row."""

_WORD = re.compile(r"[^\S\n]*[^\s]+")


def wrap(text: str, width: int) -> list[Row]:
    """The rows of `text` at `width` cells: broken between words, within one only where it must be.

    A blank that falls on a break belongs to neither row; a paragraph's own indent is kept.
    """
    width = max(2, width)
    rows: list[Row] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        rows.extend(wrap_line(text, start, end, width))
        start = end + 1
    return rows


def wrap_line(text: str, start: int, end: int, width: int) -> list[Row]:
    """The rows of the characters from `start` to `end`, which hold no newline: one at least."""
    if end - start <= width and text[start:end].isascii():
        return [(start, end)]
    # Blanks at the end would be tried again from each of them.
    end = start + len(text[start:end].rstrip())
    rows: list[Row] = []
    first, used, last = start, 0, start
    for word in _WORD.finditer(text, start, end):
        cells = cell_len(word[0])
        if used + cells <= width:
            used += cells
            last = word.end()
            continue
        if last > first:
            rows.append((first, last))
            first = word.start() + len(word[0]) - len(word[0].lstrip())
            cells = cell_len(text[first : word.end()])
        first, used = _break_word(text, first, word.end(), cells, width, rows)
        last = word.end()
    rows.append((first, max(first, last)))
    return rows


def _break_word(
    text: str, first: int, end: int, cells: int, width: int, rows: list[Row]
) -> tuple[int, int]:
    """Break what is wider than a row between characters; returns where the last piece starts."""
    if cells <= width:
        return first, cells
    used = 0
    offset, start = first, first
    for begin, _, size in graphemes(text[first:end]):
        if used + size > width:
            rows.append((start, offset + begin))
            start, used = offset + begin, 0
        used += size
    return start, used
