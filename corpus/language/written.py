"""Dates that are complete in themselves: their parts and the interval that these make."""

from __future__ import annotations

import re

from corpus.language import intervals
from corpus.language.intervals import MONTHS, Interval

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_CENTURIES = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty": 21,
}  # fmt: skip


class Numbers:
    """Month, days, year and part of the month as they stand in a written date."""

    def __init__(self) -> None:
        self.month: int | None = None
        self.days: list[int] = []
        self.year: int | None = None
        self.part = ""
        self.part_end = ""
        self.pointer = ""

    def interval(self, year: int) -> Interval | None:
        """The days in a given year."""
        if self.month is None:
            return None
        if self.days:
            first = intervals.day(year, self.month, self.days[0])
            last = intervals.day(year, self.month, self.days[-1])
            return (first[0], last[1]) if first and last and first <= last else None
        whole = intervals.month(year, self.month)
        return self.within(whole)

    def within(self, whole: Interval | None) -> Interval | None:
        """The part of an interval that words such as "late" and "mid to late" name."""
        if whole is None or not self.part:
            return whole
        first = intervals.part(whole, self.part)
        last = intervals.part(whole, self.part_end) if self.part_end else first
        return (first[0], last[1]) if first[0] <= last[1] else whole


def read(text: str) -> Numbers:
    """The parts of a written date."""
    found = Numbers()
    for token in _TOKEN.findall(text.lower()):
        if token in MONTHS:
            found.month = MONTHS[token]
        elif token.isdigit() and len(token) <= 2:
            found.days.append(int(token))
        elif token.isdigit():
            found.year = int(token)
        elif token in ("early", "late", "mid", "beginning", "start", "middle", "end"):
            found.part_end = token if found.part else ""
            found.part = found.part or token
        elif token in ("this", "last", "next", "that", "same", "past", "following", "previous",
                       "preceding"):  # fmt: skip
            found.pointer = token
    return found


def explicit(form: str, text: str) -> tuple[Interval | None, str] | None:
    """The interval of a date that is complete in itself, None for any other."""
    numbers = read(text)
    digits = [int(d) for d in re.findall(r"\d+", text)]
    found: Interval | None = None
    if form in ("iso", "ymd"):
        found = intervals.day(*digits[:3])
    elif form == "numbers":
        return _numeric(text, digits)
    elif form in ("md", "dm", "dmy", "mspan", "dspan", "my") and numbers.year is not None:
        found = numbers.interval(numbers.year)
    elif form in ("year", "part_year"):
        found = intervals.year(digits[0])
        found = numbers.within(found)
    elif form == "years":
        first = digits[0]
        if len(digits) == 1:
            found = intervals.year(first)
        else:
            last = digits[1] if digits[1] > 99 else first // 100 * 100 + digits[1]
            found = intervals.years(first, last)
    elif form in ("season", "quarter") and numbers.year is not None:
        found = portion(form, text, numbers.year)
        found = numbers.within(found)
    elif form in ("decade", "century"):
        found = _era(form, text, digits)
        found = numbers.within(found)
    else:
        return None
    return found, "as written"


def _numeric(text: str, digits: list[int]) -> tuple[Interval | None, str]:
    first, second, year = digits[:3]
    if "." in text or first > 12:
        return intervals.day(year, second, first), "as written, day first"
    if second > 12:
        return intervals.day(year, first, second), "as written, month first"
    if first == second:
        return intervals.day(year, first, second), "as written"
    readings = intervals.day(year, first, second), intervals.day(year, second, first)
    told = " or ".join(str(reading[0]) for reading in readings if reading)
    return None, f"open: day and month cannot be told apart, {told}"


def portion(form: str, text: str, year: int) -> Interval | None:
    lower = text.lower()
    if form == "season":
        name = next(n for n in ("spring", "summer", "autumn", "fall", "winter") if n in lower)
        return intervals.season(year, name)
    word = next((w for w in _NTH if w in lower), "")
    digit = re.search(r"[qh]?([1-4])(?=st|nd|rd|th|\s)", lower)
    number = _NTH.get(word) or (int(digit[1]) if digit else 1)
    size = 6 if "half" in lower or lower.startswith("h") else 3
    number = min(number, 12 // size)
    first = intervals.month(year, (number - 1) * size + 1)
    last = intervals.month(year, number * size)
    return (first[0], last[1]) if first and last else None


def _era(form: str, text: str, digits: list[int]) -> Interval | None:
    if form == "decade":
        first = digits[0] if digits[0] > 99 else 1900 + digits[0]
        return intervals.years(first, first + 9)
    lower = text.lower()
    number = digits[0] if digits else next(n for w, n in _CENTURIES.items() if w in lower)
    return intervals.years((number - 1) * 100 + 1, number * 100)
