"""A text of any length in rows, wrapped only round what is looked at.

A row is known by the character at which it starts, not by a number: so nothing before it has to be
wrapped. Wrapping begins anew at every line of the text, and within a very long line every few
thousand characters, so that a row can be found from any character in the same short time.
"""

from __future__ import annotations

from bisect import bisect_right

from textual.cache import LRUCache

from tui.render import inert
from tui.widgets.wrap import Row, wrap_line

_PIECE = 4096
"""Characters of a line that are wrapped at once; the row before the cut may end early."""
_SLACK = 256
"""Characters after which a piece ends for want of a blank to end at."""
_KEPT = 512
"""Pieces whose rows are remembered."""


class Flow:
    """The rows of `text` at `width` cells."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(2, width)
        self._known = (0, 0)
        """Where a line starts, and how far it is known to reach: very long ones are costly."""
        self._pieces: LRUCache[int, list[Row]] = LRUCache(_KEPT)

    def row_at(self, offset: int) -> Row:
        """The row that shows the character at `offset`, or the blank in which it was broken."""
        offset = max(0, min(offset, len(self.text)))
        rows = self._rows(self._piece_of(offset))
        return rows[max(0, bisect_right(rows, offset, key=lambda row: row[0]) - 1)]

    def after(self, start: int) -> Row | None:
        """The row below the one that starts at `start`; None below the last."""
        piece = self._piece_of(start)
        rows = self._rows(piece)
        at = bisect_right(rows, start, key=lambda row: row[0])
        if at < len(rows):
            return rows[at]
        following = self._end(piece)
        return self._rows(following)[0] if following <= len(self.text) else None

    def before(self, start: int) -> Row | None:
        """The row above the one that starts at `start`; None above the first."""
        piece = self._piece_of(start)
        rows = self._rows(piece)
        at = bisect_right(rows, start, key=lambda row: row[0]) - 2
        if at >= 0:
            return rows[at]
        return self._rows(self._piece_of(piece - 1))[-1] if piece else None

    @property
    def last(self) -> Row:
        """The last row of all."""
        return self._rows(self._piece_of(len(self.text)))[-1]

    def _rows(self, piece: int) -> list[Row]:
        rows = self._pieces.get(piece)
        if rows is None:
            end = self._end(piece)
            newline = end > len(self.text) or self.text[end - 1] == "\n"
            words = inert(self.text[piece : end - newline])
            rows = [
                (piece + first, piece + last)
                for first, last in wrap_line(words, 0, len(words), self.width)
            ]
            self._pieces[piece] = rows
        return rows

    def _piece_of(self, offset: int) -> int:
        """Where the piece that holds `offset` starts."""
        line = self._line_of(offset)
        number = (offset - line) // _PIECE
        while number:
            start = self._cut(line, number)
            if start <= offset:
                return start
            number -= 1
        return line

    def _line_of(self, offset: int) -> int:
        """Where the line of `offset` starts."""
        start, reach = self._known
        if offset < start:
            start = self.text.rfind("\n", 0, offset) + 1
        elif offset > reach:
            start = self.text.rfind("\n", reach, offset) + 1 or start
        else:
            return start
        self._known = (start, offset)
        return start

    def _end(self, piece: int) -> int:
        """Where the next piece starts; behind the end of the text there is none."""
        line = self._line_of(piece)
        newline = self.text.find("\n", piece, piece + 2 * _PIECE)
        end = newline + 1 if newline >= 0 else len(self.text) + 1
        number = (piece - line) // _PIECE + 1
        cut = self._cut(line, number)
        if cut <= piece:
            cut = self._cut(line, number + 1)
        return min(end, cut)

    def _cut(self, line: int, number: int) -> int:
        """Where piece `number` of the line that starts at `line` starts: behind a blank."""
        at = line + number * _PIECE
        if at >= len(self.text):
            return len(self.text) + 1
        blank = self.text.find(" ", at - 1, at + _SLACK)
        if blank >= 0:
            return blank + 1
        return at
