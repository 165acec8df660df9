"""How wide text is on a terminal, and wrapping by that; for output that does without rich."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator


def cells(text: str) -> int:
    """Columns that `text` takes: two for East Asian wide characters, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(_cell(character) for character in text)


def wrap(text: str, width: int, indent: str = "", hang: int = 0) -> Iterator[str]:
    """`text` in lines of at most `width` columns: `indent` first, and `hang` more from the second.

    Words wider than a line are broken; runs of blanks inside a line stay as they are.
    """
    lead, line, used = indent, "", 0
    for word in _pieces(text, max(2, width - len(indent) - hang)):
        size = cells(word)
        if used + size > width - len(lead) and used:
            if line.strip():
                yield (lead + line).rstrip()
                lead = indent + " " * hang
            line, used = "", 0
            if word.isspace():
                continue
        line += word
        used += size
    if line.strip():
        yield (lead + line).rstrip()


def _pieces(text: str, room: int) -> Iterator[str]:
    """The words of `text` and the blanks between them, no piece wider than `room`."""
    piece, used = "", 0
    for character in text:
        size = _cell(character)
        blank = character == " "
        turn = bool(piece) and ((piece[-1] == " ") != blank or size == 2)
        if turn or used + size > room:
            yield piece
            piece, used = "", 0
        piece += character
        used += size
    if piece:
        yield piece


def _cell(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
