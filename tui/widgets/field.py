"""One line to type into, without a blinking cursor: the words of a filter or of a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style

from tui.render import Line, graphemes, inert

_LIMIT = 500
"""Characters that a field holds; a pasted book is cut here."""


@dataclass(slots=True)
class Field:
    """The text typed so far and where in it the cursor stands."""

    prompt: str = "/"
    text: str = ""
    at: int = 0
    most: int = _LIMIT

    def feed(self, key: str, character: str | None) -> bool:
        """Take a key; returns whether it was one for a line of text."""
        if key in ("left", "ctrl+b"):
            self.at = self._before()
        elif key in ("right", "ctrl+f"):
            self.at = self._after()
        elif key in ("home", "ctrl+a"):
            self.at = 0
        elif key in ("end", "ctrl+e"):
            self.at = len(self.text)
        elif key == "backspace":
            self._cut(self._before(), self.at)
        elif key == "delete":
            self._cut(self.at, self._after())
        elif key == "ctrl+w":
            head = self.text[: self.at].rstrip()
            self._cut(head.rfind(" ") + 1, self.at)
        elif key == "ctrl+u":
            self._cut(0, self.at)
        elif key == "ctrl+k":
            self._cut(self.at, len(self.text))
        elif character is not None and character.isprintable():
            self.insert(character)
        else:
            return False
        return True

    def insert(self, text: str) -> None:
        """Put `text` where the cursor is: typed or pasted, on one line."""
        text = inert(" ".join(text.splitlines()))[: max(0, self.most - len(self.text))]
        self.text = self.text[: self.at] + text + self.text[self.at :]
        self.at += len(text)

    def complete(self, known: Sequence[str]) -> None:
        """Complete the word before the cursor, behind the last comma, from those `known`.

        Where it is complete already, the next known one takes its place.
        """
        start = self.text.rfind(",", 0, self.at) + 1
        start += len(self.text[start : self.at]) - len(self.text[start : self.at].lstrip())
        word = self.text[start : self.at]
        if word in known:
            found: str | None = known[(known.index(word) + 1) % len(known)]
        else:
            low = word.casefold()
            found = next((one for one in known if one.casefold().startswith(low)), None)
        if found is not None:
            end = self.at
            self.at = start
            self.text = self.text[:start] + self.text[end:]
            self.insert(found)

    def draw(self, line: Line, width: int, style: Style, cursor: Style) -> None:
        """Add the field to `line`, at most `width` cells, what is round the cursor in sight."""
        line.add(self.prompt, style)
        after = self._after()
        under = self.text[self.at : after] or " "
        room = max(0, width - cell_len(self.prompt) - cell_len(under))
        start, used = self.at, 0
        for first, _, cells in reversed(graphemes(self.text[: self.at])):
            if used + cells > room:
                break
            start, used = first, used + cells
        line.add(self.text[start : self.at], style).add(under, cursor)
        end = after
        for _, last, cells in graphemes(self.text[after:]):
            used += cells
            if used > room:
                break
            end = after + last
        line.add(self.text[after:end], style)

    def _cut(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.text[end:]
        self.at = start

    def _before(self) -> int:
        starts = [start for start, _, _ in graphemes(self.text[: self.at])]
        return starts[-1] if starts else 0

    def _after(self) -> int:
        ends = graphemes(self.text[self.at :])
        return self.at + (ends[0][1] if ends else 0)
