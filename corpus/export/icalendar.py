"""What happened when, as iCalendar (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.export import telling
from corpus.export.setting import Setting
from corpus.model import Corpus

_WIDTH = 75
"""Bytes of a line; longer ones are folded."""
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def write(corpus: Corpus, setting: Setting) -> Iterator[str]:
    """An event of whole days for each dated happening; a year is an event of a year."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Dateline//EN",
            f"X-WR-CALNAME:{escaped(setting.title)}"]  # fmt: skip
    if setting.left_out:
        head.append(f"X-DATELINE-LEFT-OUT:{escaped(setting.left_out.sentence)}")
    yield from map(folded, head)
    for fact, first, last in telling.happenings(corpus, setting):
        article = corpus.by_id[fact.article]
        span = fact.evidence[0]
        notes = telling.uncertain(fact, fact.when)
        told = "\n".join(filter(None, (
            telling.quote(article, fact),
            f"{article.title.value} ({telling.place(article, span.start)})", notes,
        )))  # fmt: skip
        end = telling.after(last) if last is not None else None
        lines = [
            "BEGIN:VEVENT",
            f"UID:{escaped(fact.id)}@dateline",
            "DTSTAMP:19700101T000000Z",  # the same export is the same file
            f"DTSTART;VALUE=DATE:{_day(first)}",
            f"SUMMARY:{escaped(telling.says(fact))}",
            f"DESCRIPTION:{escaped(told)}",
            f"CATEGORIES:{escaped(fact.kind)}",
            "TRANSP:TRANSPARENT",
        ]
        if end is not None:
            lines.insert(4, f"DTEND;VALUE=DATE:{_day(end)}")
        if fact.place is not None:
            lines.append(f"LOCATION:{escaped(fact.place.text)}")
        yield from map(folded, (*lines, "END:VEVENT"))
    yield folded("END:VCALENDAR")


def escaped(text: str) -> str:
    """`text` as a value."""
    plain = _UNFIT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    for character in "\\;,":
        plain = plain.replace(character, f"\\{character}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line with its end, folded so that none has more than 75 bytes and no character is torn."""
    out: list[str] = []
    piece, size = "", 0
    for character in line:
        more = len(character.encode("utf-8", "replace"))
        if size + more > _WIDTH - (1 if out else 0):
            out.append(piece)
            piece, size = "", 0
        piece += character
        size += more
    return "\r\n ".join((*out, piece)) + "\r\n"


def _day(day: object) -> str:
    return str(day).replace("-", "")
