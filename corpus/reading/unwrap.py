"""Joins lines that were broken for a page, so that sentences read and are found whole.

Every piece of the joined text keeps the line of the file that it stems from. When in doubt a line
end stays: a break too many is seen, two entries run together are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from corpus.model import Span
from corpus.reading.hyphen import Vocabulary, rejoin
from corpus.reading.lexicon import LEADING
from corpus.reading.measure import Layout, Line, measure, running_key
from corpus.reading.rows import FIXED, HEADING, PLAIN, Row
from corpus.reading.shape import (
    ends_sentence,
    is_caps,
    is_designation,
    is_furniture,
    is_initial,
    is_item,
    is_prose,
    is_tabular,
    is_unspaced,
    starts_entry,
    starts_low,
    starts_speech,
    words,
)

_SPACES = re.compile(r" {2,}")
_LOOK_AHEAD: Final = 4
_INDENT: Final = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of the finished text, the line of the file it begins on, and its shape."""

    span: Span
    line: int
    shape: str


@dataclass(slots=True)
class Body:
    """The finished text, where its characters stem from, its paragraphs, and what was left out."""

    text: str = ""
    offsets: tuple[int, ...] = (0,)
    lines: tuple[int, ...] = (1,)
    parts: tuple[Part, ...] = ()
    left_out: tuple[int, ...] = ()


@dataclass(slots=True)
class _Paragraph:
    """A paragraph in the making: its first line, and all its lines."""

    first: Line
    lines: list[Line] = field(default_factory=list)
    length: int = 0

    def add(self, line: Line) -> None:
        """Let the paragraph go on with `line`."""
        self.lines.append(line)
        self.length += len(line.text)


def unwrap(rows: list[Row]) -> Body:
    """The finished text of `rows`."""
    lines = _lines(rows)
    layout = measure(lines)
    paragraphs: list[_Paragraph] = []
    left_out: list[int] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        current = paragraphs[-1] if paragraphs else None
        if current and _goes_on(current, line, layout):
            current.add(line)
        elif current and (skip := _furniture(current, lines, index, layout)):
            left_out.extend(each.number for each in lines[index : index + skip])
            index += skip
            current.add(lines[index])
        else:
            paragraphs.append(_Paragraph(line))
            paragraphs[-1].add(line)
        index += 1
    return _set(paragraphs, Vocabulary(line.text for line in lines), tuple(left_out))


def _lines(rows: list[Row]) -> list[Line]:
    """The rows with words, their inner gaps closed unless these make columns."""
    lines: list[Line] = []
    gap = 0
    for row in rows:
        text = row.text.lstrip()
        if not text:
            gap += 1
            continue
        indent = len(row.text) - len(text)
        shape = row.shape
        if "  " in text and shape != FIXED:
            if shape == PLAIN and is_tabular(text):
                shape = FIXED
            else:
                text = _SPACES.sub(" ", text)
        lines.append(Line(row.line, gap, indent, text, shape, row.soft, row.last))
        gap = 0
    return lines


def _goes_on(current: _Paragraph, line: Line, layout: Layout) -> bool:
    """Whether `line` goes on with the paragraph `current`."""
    last = current.lines[-1]
    if last.last or last.shape != line.shape or line.shape in (FIXED, HEADING):
        return False
    if line.gap > layout.spacing:
        return _turns_page(current, line, layout)
    if is_caps(last.text) or is_caps(line.text):
        return layout.capitals and layout.is_full(last, line) and not ends_sentence(last.text)
    if last.soft:
        return True
    full, open_ended = layout.is_full(last, line), not ends_sentence(last.text)
    if starts_entry(line.text):
        cut = full and open_ended and not is_item(current.first.text)
        return cut and is_initial(line.text) and is_prose(last.text)
    if is_designation(current.first.text):
        return full and open_ended and starts_low(line.text)
    if last.text[-1] in "-‐¬" and (starts_low(line.text) or _is_range(last.text, line.text)):
        return True
    if not open_ended:
        fresh = starts_speech(line.text) or (
            line.indent > last.indent + 1 and len(current.lines) > 1
        )
        return full and current.length >= layout.width and not fresh
    if not starts_low(line.text):
        return full and (is_prose(last.text) or len(current.lines) > 1)
    if layout.width:
        return full or last.width >= 0.6 * layout.width
    return len(last.text) >= 40 and last.text[-1].isalnum() and len(words(last.text[:200])) >= 6


def _is_range(before: str, after: str) -> bool:
    """Whether two lines hold the halves of a range of numbers: "2016-" and "2019"."""
    return before[-2:-1].isdigit() and after[:1].isdigit()


def _turns_page(current: _Paragraph, line: Line, layout: Layout) -> bool:
    """Whether `line`, below a blank line, is the other half of a sentence that a page cut."""
    last = current.lines[-1]
    if ends_sentence(last.text) or starts_entry(line.text) or is_caps(line.text):
        return False
    if not (is_prose(current.first.text) or len(current.lines) > 1) or current.length < 40:
        return False
    if is_designation(current.first.text) or is_tabular(last.text):
        return False
    whole = is_prose(line.text) or (ends_sentence(line.text) and len(words(line.text[:200])) > 4)
    first = next((char for char in line.text if char.isalpha()), "")
    if first.islower() and starts_low(line.text):
        return whole or len(words(line.text[:200])) >= 3 or ends_sentence(line.text)
    if not whole:
        return False
    tail = words(last.text[-40:])
    if tail and tail[-1].casefold() in LEADING and last.text[-1] not in ",)":
        return True
    return len(current.lines) > 1 and layout.is_full(last, line)


def _furniture(current: _Paragraph, lines: list[Line], index: int, layout: Layout) -> int:
    """How many heads, feet and numbers of pages stand from `index` on within a sentence."""
    skipped = 0
    if current.lines[-1].last:
        return 0
    while skipped < _LOOK_AHEAD and index + skipped < len(lines):
        line = lines[index + skipped]
        if not (is_furniture(line.text) or running_key(line) in layout.recurring):
            break
        skipped += 1
    if not skipped or index + skipped >= len(lines):
        return 0
    following = lines[index + skipped]
    same = following.shape == current.lines[-1].shape == PLAIN
    return skipped if same and _turns_page(current, following, layout) else 0


def _set(paragraphs: list[_Paragraph], known: Vocabulary, left_out: tuple[int, ...]) -> Body:
    """The paragraphs as one text, with the line of the file for every piece."""
    pieces: list[str] = []
    offsets: list[int] = []
    numbers: list[int] = []
    parts: list[Part] = []
    length = 0

    def put(piece: str, number: int | None = None) -> None:
        nonlocal length
        if number is not None and (not numbers or numbers[-1] != number):
            offsets.append(length)
            numbers.append(number)
        pieces.append(piece)
        length += len(piece)

    for paragraph in paragraphs:
        if parts:
            put("\n\n" if paragraph.first.gap else "\n")
        start = length
        put(_indent(paragraph.first), paragraph.first.number)
        for line, following in zip(paragraph.lines, [*paragraph.lines[1:], None], strict=True):
            text, space = line.text, ""
            if following:
                joined = rejoin(text, following.text, known, soft=line.soft)
                space = "" if joined or is_unspaced(text, following.text) else " "
                text = joined or text
            put(text + space, line.number)
        parts.append(Part(Span(start, length), paragraph.first.number, paragraph.first.shape))
    return Body(
        "".join(pieces), tuple(offsets) or (0,), tuple(numbers) or (1,), tuple(parts), left_out
    )


def _indent(line: Line) -> str:
    """The indent that means something: of columns and code, and of entries in a list."""
    if line.shape == FIXED:
        return " " * min(line.indent, 40)
    return " " * min(line.indent, _INDENT) if line.indent and is_item(line.text) else ""
