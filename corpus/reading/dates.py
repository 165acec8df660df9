"""Dates as the head of an article writes them, to ISO; what is ambiguous stays undecided."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

_NAMES: Final = (
    "january february march april may june july august september october november december"
)
_MONTHS: Final = {
    name[:length]: number
    for number, name in enumerate(_NAMES.split(), 1)
    for length in (3, 4, len(name))
    if length <= len(name)
}
_MONTH: Final = (
    r"(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR: Final = r"(?P<y>1[6-9]\d\d|20\d\d)(?!\d)"
_DAY: Final = r"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}\s?[-‐–/.]\s?(?P<n>0?[1-9]|1[0-2])\s?[-‐–/.]\s?{_DAY}(?![\d])",
        rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<n>0?[1-9]|1[0-2])\s?[月월]\s?{_DAY}\s?[日일]",
        rf"\b{_MONTH}\s{{0,2}}{_DAY}\s{{0,2}},?\s{{0,2}}{_YEAR}",
        rf"{_DAY}(?:\sof|\sday\sof)?[\s/.-]{{0,2}}\b{_MONTH}[\s,/-]{{0,3}}{_YEAR}",
        rf"(?<![\d/.])(?P<a>\d{{1,2}})[/.-](?P<b>\d{{1,2}})[/.-]{_YEAR}",
        rf"\b{_MONTH},?\s{{1,2}}{_YEAR}",
        rf"(?<!\d){_YEAR}-(?P<n>0[1-9]|1[0-2])(?![\d-])",
        rf"(?<![\d/.-]){_YEAR}(?![\d/.-])",
    )
)
_BARE_YEAR: Final = _FORMS[-1]


class Found(NamedTuple):
    """An ISO date, possibly partial, and where it stands."""

    iso: str
    start: int
    end: int


def find_date(text: str, *, bare_year: bool = False) -> Found | None:
    """The first date in `text`, or, with `bare_year`, else the first year alone.

    "03/09/2024" may be March or September, so only its year is told.
    """
    best: Found | None = None
    for form in _FORMS:
        if form is _BARE_YEAR and (not bare_year or best):
            continue
        for match in form.finditer(text):
            if iso := _iso(match):
                longer = best and match.start() == best.start and match.end() > best.end
                if best is None or match.start() < best.start or longer:
                    best = Found(iso, match.start(), match.end())
                break
    return best


def parse_date(text: str) -> str | None:
    """The date that `text`, a value of a metadata field, states."""
    found = find_date(text[:200], bare_year=True)
    return found.iso if found else None


def _iso(match: re.Match[str]) -> str | None:
    """The ISO form of a match, or None for the 31st of June."""
    parts = match.groupdict()
    year = parts["y"]
    if "a" in parts:
        return _numeric(int(parts["a"]), int(parts["b"]), year)
    month = int(parts["n"]) if parts.get("n") else _MONTHS.get((parts.get("m") or "").lower(), 0)
    if not month:
        return year
    if not parts.get("d"):
        return f"{year}-{month:02}"
    return _valid(int(year), month, int(parts["d"]))


def _numeric(first: int, second: int, year: str) -> str | None:
    """13/09/2024 and 09/13/2024 are clear; of 03/09/2024 only the year is."""
    if first > 12 or first == second:
        return _valid(int(year), second, first)
    if second > 12:
        return _valid(int(year), first, second)
    return year if first and second else None


def _valid(year: int, month: int, day: int) -> str | None:
    """The date in ISO form, if the calendar has it."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
