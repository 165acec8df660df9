"""Finds what an article says of itself: date, author, publisher and address, and where it says it.

Only lines of the head and foot count, and only those that state it: nothing is guessed from the
story. An update is taken for the publication only where nothing else is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.model import Origin, Span, Stated
from corpus.reading.dates import find_date
from corpus.reading.lexicon import DESK
from corpus.reading.names import in_small_letters, outlet_in_small_letters, split_byline
from corpus.reading.shape import ends_sentence, is_caps, is_prose
from corpus.reading.unwrap import Body, Part

_HEAD_LINES: Final = 40
_HEAD_PROSE: Final = 3
_FOOT_LINES: Final = 14
_SHORT: Final = 160

_LABELS: Final = {
    "published": r"(?:date |first |originally |article )?(?:published|publication date"
    r"|pub(?:lish)? date|posted|released?(?: date)?|issued|dated?|filed|created)(?: on| at| in)?",
    "updated": r"(?:last |date )?(?:updated|modified|revised|edited)(?: on| at)?",
    "author": r"authors?(?:\(s\))?|byline|written by|story by|reported by|reporters?|reporting by"
    r"|correspondent|contributors?|posted by",
    "publisher": r"publisher|source|published by|newspaper|outlet|publication|news agency|site",
    "address": r"url|link|web ?(?:address|page)|original(?: article| url| link)?"
    r"|source url|permalink|retrieved from|available at|address|source|article url|from",
}
_LABELLED: Final = {
    name: re.compile(
        rf"[\[(*\s]*(?:{label})\b[*\])]*\s*(?P<colon>[:：|—–-]?)\s*(?P<rest>.*)", re.IGNORECASE
    )
    for name, label in _LABELS.items()
}
_BY = re.compile(r"(?:by|BY|By)(?:\s|$):?\s*")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'\])]{4,1000}")
_AROUND_DATE = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\d{1,2}[:.h]\d\d(?:[:.]\d\d)?"
    r"|\b[ap]\.?m\b\.?|\b(?:at|on|edt|est|gmt|kst|utc|pst|pdt|cet|bst|jst|et|z|am|pm|edition|issue)\b"
    r"|t?\d\d:\d\d\S*|[+-]\d{1,4}|[^\w]",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}")
_AGENCY = re.compile(r"[A-ZÀ-Þ][^()]{2,80}?\((?P<name>[A-Z][\w ./&-]{1,40})\)\s?(?:--?|—|–|:)\s")
_WIRE = re.compile(r"[A-ZÀ-Þ][^/]{2,80}?/(?P<name>[A-Z][\w -]{1,30})/\s?(?:--?|—|–)")
_DATED_LINE = re.compile(
    r"(?P<line>[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{2,60},[^()]{0,60}?)"
    r"(?:\([^()]{0,40}\)|/[^/]{0,30}/)?\s?(?:--?|—|–|:)\s"
)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s,]*(?:copyright|©|\(c\))?[\s,]*"
    r"(?:(?:19|20)\d\d(?:\s?[-–,]\s?(?:(?:19|20)\d\d|present))?)?[\s,]*(?:by )?"
    r"(?P<name>[^\W\d_][^.|\n]{1,60}?)(?=[.|]|,? all rights|$|, inc| ltd)",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"THE [A-Z][\w&' -]{2,40}|[A-Z][\w&' .-]{0,40}\b(?:TIMES|POST|HERALD|NEWS|DAILY|JOURNAL"
    r"|TRIBUNE|REVIEW|GAZETTE|WIRE|PRESS|AGENCY|TELEGRAPH|BULLETIN|CHRONICLE|OBSERVER|MONITOR|INSTITUTE|REPORTER|STANDARD)"
    r"|[A-Z.]* ?(?:DEPARTMENT|MINISTRY|OFFICE|BUREAU|EMBASSY) OF [A-Z' -]{3,40}"
)
_BIO = re.compile(
    r"(?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*){1,3})(?:, [^,]{3,60},)?"
    r" (?:is|was) (?:an?|the|also an?)\s"
)
_WRITES = re.compile(
    r"\b(?:reporter|correspondent|columnist|contribut(?:or|ing)|staff writer|freelance|editor at"
    r"|fellow|professor|analyst|researcher|lecturer|journalist)\b"
)
_VIEWS = re.compile(
    r"views? expressed|author[’']?s? (?:alone|own)|\bthe author\b|the writer\b", re.I
)
_SIGNED = re.compile(
    r"\((?:reporting|writing|written|additional reporting)[^()]{0,40}? by (?P<rest>[^();]{3,80})",
    re.I,
)


class Line(NamedTuple):
    """A line of the head or foot, and where it stands in the text."""

    start: int
    text: str

    def stated(self, value: str, start: int, end: int) -> Stated:
        """`value`, stated by this line from `start` to `end`."""
        return Stated(value, Origin.TEXT, Span(self.start + start, self.start + end))


def head_parts(body: Body) -> list[Part]:
    """The paragraphs before and among the first ones of prose."""
    head: list[Part] = []
    prose = 0
    for part in body.parts[:_HEAD_LINES]:
        head.append(part)
        text = part.span.of(body.text)
        prose += len(text) > _SHORT and is_prose(text) and ends_sentence(text)
        if prose >= _HEAD_PROSE:
            break
    return head


def find_stated(body: Body) -> dict[str, Stated]:
    """The metadata that the text states, by field of the model."""
    head = [Line(part.span.start, part.span.of(body.text)) for part in head_parts(body)]
    foot = [Line(part.span.start, part.span.of(body.text)) for part in body.parts[-_FOOT_LINES:]]
    found: dict[str, Stated | None] = {
        "published": _published(head, foot),
        "author": _author(head, foot),
        "publisher": _publisher(head, foot),
        "address": _address(head, foot),
    }
    return {name: stated for name, stated in found.items() if stated}


def is_statement(text: str) -> bool:
    """Whether a line states metadata, so that it is no title."""
    line = Line(0, text)
    if len(text) > _SHORT:
        return False
    if any(_labelled(line, name) for name in _LABELS) or _lone_date(line) is not None:
        return True
    return _byline(line) is not None


def _labelled(line: Line, name: str) -> tuple[str, int] | None:
    """What stands after the label of a field, and where it begins in the line."""
    if len(line.text) > _SHORT * (8 if name == "address" else 1):
        return None
    match = _LABELLED[name].match(line.text)
    if not match or not match["rest"]:
        return None
    if (
        match["colon"]
        or name in ("published", "updated")
        or " by" in match[0][: match.start("rest")].lower()
    ):
        return match["rest"], match.start("rest")
    return None


def _with_next(lines: list[Line]) -> Iterator[Line]:
    """`lines`, those with a label only read together with the next one."""
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        label = line.text.strip(" :").casefold()
        if (
            following
            and label in ("by", "author", "authors", "published", "date", "posted", "source")
            and following.start - line.start - len(line.text) <= 2
        ):
            yield Line(
                line.start,
                line.text + " " * (following.start - line.start - len(line.text)) + following.text,
            )
        yield line


def _published(head: list[Line], foot: list[Line]) -> Stated | None:
    """The date of publication: labelled, alone on a line, beside the author, or in the dateline."""
    updated: Stated | None = None
    for line in _with_next(head):
        if label := _labelled(line, "published"):
            if date := find_date(label[0], bare_year=bool(re.match(r"\W*\d{4}\W*$", label[0]))):
                return line.stated(date.iso, label[1] + date.start, label[1] + date.end)
        elif (label := _labelled(line, "updated")) and (date := find_date(label[0])):
            updated = updated or line.stated(date.iso, label[1] + date.start, label[1] + date.end)
    for line in head:
        if not _labelled(line, "updated") and (stated := _lone_date(line) or _dated_byline(line)):
            return stated
    for line in head:
        if (place := _DATED_LINE.match(line.text[:200])) and (date := find_date(place["line"])):
            return line.stated(date.iso, date.start, date.end)
    for line in _with_next(foot):
        if (label := _labelled(line, "published")) and (date := find_date(label[0])):
            return line.stated(date.iso, label[1] + date.start, label[1] + date.end)
    return updated


def _lone_date(line: Line) -> Stated | None:
    """The date of a line that holds little else: weekday, hour, a place, "Updated …" after it."""
    if len(line.text) > 90:
        return None
    date = find_date(line.text)
    if not date or ends_sentence(line.text.rstrip(".")):
        return None
    before = _PLACE.sub("", _AROUND_DATE.sub(" ", line.text[: date.start]), count=1).strip()
    after = line.text[date.end :]
    update = re.search(r"updated|modified|revised", after, re.IGNORECASE)
    rest = _PLACE.sub(
        "", _AROUND_DATE.sub(" ", after[: update.start()] if update else after), count=1
    )
    rest = rest.strip()
    if before or (rest and (rest.isascii() or len(rest) > 8)):
        return None
    return line.stated(date.iso, date.start, date.end)


def _dated_byline(line: Line) -> Stated | None:
    """The date in "By Jane Doe | 3 September 2024"."""
    by = _BY.match(line.text)
    if by and len(line.text) <= _SHORT and (date := find_date(line.text)):
        return line.stated(date.iso, date.start, date.end)
    return None


def _author(head: list[Line], foot: list[Line]) -> Stated | None:
    """The author: labelled, in a byline, in the signature of a wire, or introduced at the end."""
    for line in _with_next(head):
        label = _labelled(line, "author")
        if stated := _names(line, *label) if label else _byline(line):
            return stated
    for line in foot:
        signed = _SIGNED.search(line.text[:600])
        label = (signed["rest"], signed.start("rest")) if signed else _labelled(line, "author")
        if stated := _names(line, *label) if label else _byline(line):
            return stated
    views = any(_VIEWS.search(line.text[:2_000]) for line in foot)
    for line in foot:
        bio = _BIO.match(line.text[:300]) if len(line.text) < 700 else None
        if bio and views and _WRITES.search(line.text[:300].casefold()):
            return line.stated(bio["name"], bio.start("name"), bio.end("name"))
    return None


def _byline(line: Line) -> Stated | None:
    """The names in "By Jane Doe", and in "Jane Doe, Staff Writer"."""
    if len(line.text) > _SHORT:
        return None
    if by := _BY.match(line.text):
        return _names(line, line.text[by.end() :], by.end())
    names, comma, office = line.text.partition(", ")
    if len(line.text) <= 80 and comma and not DESK.isdisjoint(office.casefold().split()):
        whole, _ = split_byline(names)
        return _names(line, names, 0) if whole == names else None
    return None


def _names(line: Line, rest: str, at: int) -> Stated | None:
    """The names that `rest`, beginning at `at` of `line`, starts with."""
    names, _ = split_byline(rest.rstrip())
    return line.stated(in_small_letters(names), at, at + len(names)) if names else None


def _publisher(head: list[Line], foot: list[Line]) -> Stated | None:
    """The publisher: labelled, in the dateline, at the top of the page, or in the copyright."""
    for line in _with_next(head):
        if (
            (label := _labelled(line, "publisher"))
            and not _URL.match(label[0])
            and len(label[0]) <= 80
        ):
            name = label[0].rstrip(" .")
            if name[:1].isalnum() and not find_date(name):
                return line.stated(name, label[1], label[1] + len(name))
    for line in head:
        if agency := _AGENCY.match(line.text[:200]) or _WIRE.match(line.text[:200]):
            return line.stated(agency["name"], agency.start("name"), agency.end("name"))
    for line in head:
        if is_caps(line.text) and len(line.text) <= 60 and _SITE.fullmatch(line.text.strip()):
            return line.stated(outlet_in_small_letters(line.text.strip()), 0, len(line.text))
        if is_prose(line.text) and len(line.text) > _SHORT:
            break
    for line in [*foot, *head]:
        if len(line.text) <= 300 and (mark := _COPYRIGHT.search(line.text)):
            name = mark["name"].strip(" ,")
            if name[:1].isupper() and "reserved" not in name.casefold():
                start = mark.start("name")
                return line.stated(name, start, start + len(name))
    return None


def _address(head: list[Line], foot: list[Line]) -> Stated | None:
    """The address on the web where the article stands: labelled, or alone on a line."""
    for lines in (head, foot):
        for line in lines:
            rest, at = _labelled(line, "address") or (line.text, 0)
            url = _URL.match(rest)
            if url and (at or url.end() == len(rest.rstrip())):
                value = url[0].rstrip(".,;")
                return line.stated(value, at, at + len(value))
    return None
