"""The lines of a file with their numbers: what every reader hands on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from corpus.model import Origin
from corpus.reading.clean import clean_text, count_hidden, count_stand_ins

PLAIN: Final = ""
"""A row whose shape is still to be told from its words."""
HEADING: Final = "heading"
QUOTE: Final = "quote"
FIXED: Final = "fixed"
"""A row whose line end is meant: code, tables, addresses."""

# The breaks within a line of the file: a page, a screen or a paragraph may begin at them.
_INNER_BREAK = re.compile("[\v\f\x85\u2028\u2029]")


class Row(NamedTuple):
    """A cleaned line of text and the number (from 1) of the line of the file that it stems from.

    `shape` is what the format's own marks say it is; `soft` that it ends in a soft hyphen; `last`
    that the format asks for a line end after it.
    """

    line: int
    text: str
    shape: str = PLAIN
    soft: bool = False
    last: bool = False


@dataclass(slots=True)
class Draft:
    """What a reader makes of a document: its rows, the metadata stated apart from them, remarks.

    `breaks` holds the line on which each page begins, for formats that have pages.
    """

    rows: list[Row]
    stated: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    origin: Origin = Origin.FRONT_MATTER
    breaks: list[int] = field(default_factory=list)


def split_lines(text: str) -> list[str]:
    """The lines of a file as an editor numbers them: they end in \\n, \\r\\n or \\r alone."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def clean_rows(lines: list[str], first: int = 1) -> list[Row]:
    """The raw `lines` as rows, cleaned, the first of them being line `first` of the file."""
    rows: list[Row] = []
    for number, line in enumerate(lines, first):
        if not line:
            rows.append(Row(number, ""))
            continue
        parts = _INNER_BREAK.split(line) if _INNER_BREAK.search(line) else (line,)
        for part in parts:
            soft = part.rstrip(" \t").endswith("\xad")
            rows.append(Row(number, clean_text(part).rstrip(), soft=soft))
    return rows


def remark_on(raw: str) -> list[str]:
    """What a reader should know about the characters of the raw text."""
    remarks: list[str] = []
    if shown := count_stand_ins(raw):
        remarks.append(
            f"{_count(shown, 'control character is', 'control characters are')} shown as stand-ins"
        )
    if hidden := count_hidden(raw):
        remarks.append(
            f"{_count(hidden, 'invisible character is', 'invisible characters are')} left out"
        )
    return remarks


def _count(number: int, one: str, many: str) -> str:
    """ "1 character is", "2 characters are"."""
    return f"{number:,} {one if number == 1 else many}"
