"""The labelled texts for dates, amounts and speakers, and how their marks are read.

A file holds texts that each begin with "# date | genre | subject | title". In a text, what is
labelled stands as "[words]{label}"; the marks are taken out before anything reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.model import Span

HOME = Path(__file__).parent / "data" / "readings"
SUBJECTS = ("dates", "amounts", "speech")
SETS = ("dev", "held")
_MARK = re.compile(r"\[([^\[\]]+)\]\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Text:
    """One text without its marks; `marks` are the labelled ranges, ascending, and their labels."""

    name: str
    published: str | None
    subject: str
    title: str
    text: str
    marks: tuple[tuple[Span, str], ...]


def load(subject: str, which: str) -> list[Text]:
    """The texts of one file: `subject` is of SUBJECTS, `which` of SETS."""
    raw = (HOME / f"{subject}.{which}.txt").read_text(encoding="utf-8")
    parts = re.split(r"^# ", raw, flags=re.MULTILINE)[1:]
    return list(_texts(f"{subject}.{which}", parts))


def _texts(name: str, parts: list[str]) -> Iterator[Text]:
    for number, part in enumerate(parts, 1):
        head, _, body = part.partition("\n")
        fields = [field.strip() for field in head.split("|")] + [""] * 3
        published = None if fields[0] == "-" else fields[0]
        title = fields[3]
        text, marks = unmark(f"{title}\n\n{body.strip()}\n" if title else body.strip() + "\n")
        yield Text(f"{name} {number}", published, fields[2], title, text, marks)


def unmark(marked: str) -> tuple[str, tuple[tuple[Span, str], ...]]:
    """A text without its marks, and the ranges that these labelled."""
    out: list[str] = []
    marks: list[tuple[Span, str]] = []
    at = length = 0
    for match in _MARK.finditer(marked):
        before = marked[at : match.start()]
        out += [before, match[1]]
        start = length + len(before)
        length = start + len(match[1])
        marks.append((Span(start, length), match[2]))
        at = match.end()
    out.append(marked[at:])
    return "".join(out), tuple(marks)
