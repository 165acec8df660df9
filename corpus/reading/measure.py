"""How the lines of a document are laid out: wrapped at a width, double-spaced, all in capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.reading.shape import ends_sentence, is_caps, starts_entry, starts_low

_DIGIT = re.compile(r"\d")
_WIDEST: Final = 140
"""Nobody wraps lines wider than this; longer ones are whole paragraphs."""
_SLACK: Final = 0.88
_ENOUGH: Final = 4_000
"""Lines that are looked at; a document does not change its layout later."""


class Line(NamedTuple):
    """A line with words: its file line, the blank lines before it, its indent, its words."""

    number: int
    gap: int
    indent: int
    text: str
    shape: str
    soft: bool
    last: bool

    @property
    def width(self) -> int:
        """How far the line reaches to the right."""
        return self.indent + len(self.text)


@dataclass(frozen=True, slots=True)
class Layout:
    """`width` is where lines were wrapped, or 0; `spacing` the blank lines within a paragraph."""

    width: int = 0
    spacing: int = 0
    capitals: bool = False
    recurring: frozenset[str] = frozenset()

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the first word of `following` would not have fitted on `line` any more."""
        if not self.width:
            return False
        word = following.text[: self.width].split(" ", 1)[0]
        return line.width + 1 + len(word) >= self.width * _SLACK


def measure(lines: Sequence[Line]) -> Layout:
    """The layout of a document."""
    sample = lines[:_ENOUGH]
    capitals = sum(is_caps(line.text) for line in sample) * 2 > len(sample)
    recurring = frozenset(
        key
        for key, count in Counter(running_key(line) for line in lines).items()
        if key and count > 2
    )
    single = sum(line.gap == 1 for line in sample[1:])
    spacing = 1 if len(sample) > 8 and single >= 0.85 * (len(sample) - 1) else 0
    return Layout(_width(sample, spacing, capitals), spacing, capitals, recurring)


def running_key(line: Line) -> str:
    """What the head or foot of a page has in common with those of other pages, or ""."""
    if len(line.text) > 80 or ends_sentence(line.text):
        return ""
    return _DIGIT.sub("#", line.text.casefold())


def _width(lines: Sequence[Line], spacing: int, capitals: bool) -> int:
    """The width at which the lines were wrapped, or 0 when each holds a paragraph of its own."""
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap <= spacing and not a.shape and not b.shape]
    if not pairs:
        return 0
    lengths = sorted(a.width for a, _ in pairs)
    width = lengths[int(len(lengths) * 0.9)]
    if width > _WIDEST or width < 18:
        return 0
    layout = Layout(width)
    full = [(a, b) for a, b in pairs if layout.is_full(a, b)]
    running = [(a, b) for a, b in full if not ends_sentence(a.text)]
    if capitals:
        # Capitals do not tell how a line goes on; that it starts no entry must do.
        going_on = sum(not starts_entry(b.text) for _, b in running)
        return width if len(full) >= 0.4 * len(pairs) and going_on >= 0.6 * len(full) else 0
    low = sum(starts_low(b.text) for _, b in running)
    paused = sum(starts_low(b.text) and not a.text[-1].isalnum() for a, b in running)
    if paused > 0.5 * low:
        return 0  # verse pauses at its line ends, prose goes on over them
    # Names in a list fill lines of a width by chance, but do not go on in small letters.
    if len(full) >= 0.4 * len(pairs) and low >= 0.4 * len(full):
        return width
    return 0
