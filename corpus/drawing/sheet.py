"""A sheet of character cells to draw on; every cell has a role, which the screen makes a style."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from corpus.reading.clean import clean_line

Run = tuple[str, str]
"""Neighbouring characters of one role, and the role."""


class Sheet:
    """`width` × `height` cells; what is put outside is cut off.

    Roles in use: "text", "muted", "rule", "heading", "person", "place", "organisation", "mark"
    (what the reader has chosen).
    """

    def __init__(self, width: int, height: int) -> None:
        self.width = max(0, width)
        self.height = max(0, height)
        self._cells = [[" "] * self.width for _ in range(self.height)]
        self._roles = [["text"] * self.width for _ in range(self.height)]

    def put(self, x: int, y: int, text: str, role: str = "text") -> None:
        """Write `text`, one line of it, from cell (`x`, `y`) on."""
        if not 0 <= y < self.height:
            return
        cells, roles = self._cells[y], self._roles[y]
        for character in text:
            size = cell_width(character)
            if size == 0 or character < " ":
                continue
            if x >= 0 and x + size <= self.width:
                cells[x], roles[x] = character, role
                if size == 2:
                    cells[x + 1], roles[x + 1] = "", role
            x += size

    def lay(self, y: int, row: str, role: str) -> None:
        """Take a whole row, whose characters are a cell wide each, as many as there are cells."""
        self._cells[y] = list(row)
        self._roles[y] = [role] * self.width

    def at(self, x: int, y: int) -> str:
        """The character of a cell, "" outside."""
        inside = 0 <= x < self.width and 0 <= y < self.height
        return self._cells[y][x] if inside else ""

    def free(self, x: int, y: int, width: int, taken: str = "") -> bool:
        """Whether `width` cells from (`x`, `y`) on are inside and blank, or hold one of `taken`."""
        if not 0 <= y < self.height or x < 0 or x + width > self.width:
            return False
        cells = self._cells[y][x : x + width]
        return all(cell == " " or (cell != "" and cell in taken) for cell in cells)

    def runs(self, y: int) -> Iterator[Run]:
        """A row from left to right, in pieces of one role."""
        pairs = zip(self._cells[y], self._roles[y], strict=True)
        for role, group in groupby(pairs, key=lambda pair: pair[1]):
            yield "".join(cell for cell, _ in group), role

    def text(self) -> str:
        """The sheet as plain text, a line a row, without blanks at the ends."""
        return "\n".join("".join(row).rstrip() for row in self._cells) + "\n"


def cell_width(character: str) -> int:
    """Cells that a character takes: two for East Asian wide ones, none for combining marks."""
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width_of(text: str) -> int:
    """Cells that a text takes."""
    return len(text) if text.isascii() else sum(map(cell_width, text))


def label(text: str, width: int) -> str:
    """`text` of a document on one line, made harmless, and cut with an ellipsis to `width`."""
    text = " ".join(clean_line(text).split())
    if width_of(text) <= width:
        return text
    if width <= 0:
        return ""
    kept, used = "", 0
    for character in text:
        used += cell_width(character)
        if used > width - 1:
            break
        kept += character
    return kept.rstrip() + "…"
