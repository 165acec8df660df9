"""Dates that need the day of publication or a date before them: feasts, windows, parts of units."""

from __future__ import annotations

import re
from datetime import date, timedelta

from corpus.language import intervals, numerals
from corpus.language.anchors import Context, agree
from corpus.language.dateforms import FEASTS
from corpus.language.intervals import MONTHS, Interval
from corpus.language.relative import in_pointed_year, without_year
from corpus.language.written import Numbers, read

Told = tuple[Interval | None, str]
FORMS = frozenset(
    "amonth aseason pseason daypart dayof dayonly window weekend part_unit feast turn winters short"
    " portion".split()
)
"""The forms that `told` reads."""
_STEPS = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "last": -1, "past": -1}
_FEW = {"few": (2, 5), "couple": (2, 2), "several": (3, 9)}
_CENTURY = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
_EDGES = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3}
_NOTHING = "open: no date that it counts from"
_LONGEST = 31
"""Days of the longest anchor that tells which month is meant."""


def told(context: Context, form: str, text: str, start: int) -> Told:
    """The interval of a date of one of `FORMS` that stands at `start`, and the reason for it."""
    words = text.lower().replace("’", "'").split()
    if form == "turn":
        return _turn(words)
    if form == "short":
        century = 1900 if int(text[1:]) > 30 else 2000
        return intervals.year(century + int(text[1:])), "as written, short for the year"
    if form == "winters":
        return _season_over_years(text, words[0])
    if form in ("amonth", "aseason"):
        return _beside_anchor(context, form, words, start)
    if form == "pseason":
        name = words[-1]
        return agree(context, lambda day: _season(day, name, words[0], context.ahead(start)))
    if form == "daypart":
        return _part_of_day(context, words, start)
    if form in ("dayof", "dayonly"):
        return _day_of_month(context, words, read(text), start)
    if form == "window":
        return _window(context, words, start)
    if form == "weekend":
        return agree(context, lambda day: _weekend(day, context.ahead(start) is True))
    if form == "part_unit":
        return _part_of_unit(context, words, read(text), start)
    if form == "feast":
        return _feast(context, text, read(text), start)
    return _portion(context, words, read(text), start)


def _turn(words: list[str]) -> Told:
    century = re.match(r"\d+", words[-2])
    number = int(century[0]) if century else _CENTURY.get(words[-2], 21)
    middle = (number - 1) * 100
    return intervals.years(middle - 1, middle + 1), "as written, the years around"


def _season_over_years(text: str, name: str) -> Told:
    first, last = (int(n) for n in re.findall(r"\d+", text))
    last = last if last > 99 else first // 100 * 100 + last
    one, other = intervals.season(first, name), intervals.season(last, name)
    if name == "winter" and last == first + 1:
        return one, "as written"
    found = (one[0], other[1]) if one and other and first <= last else None
    return found, "as written"


def _season(day: date, name: str, word: str, ahead: bool | None) -> Interval | None:
    years = (day.year - 2, day.year - 1, day.year, day.year + 1)
    known = [s for y in years if (s := intervals.season(y, name))]
    if word == "last":
        return next((s for s in reversed(known) if s[1] < day), None)
    if word == "next":
        return next((s for s in known if s[0] > day), None)
    if name == "winter":
        # In January, as in April, "this winter" is the one that began in the year before.
        near = [s for s in known if ahead is not True or s[1] >= day]
        return min(near, key=lambda s: abs((s[0] - day).days + 45), default=None)
    return intervals.season(day.year, name)


def _beside_anchor(context: Context, form: str, words: list[str], start: int) -> Told:
    """ "that winter", "the following spring", "the same November"."""
    anchor = context.anchor(start)
    if anchor is None or anchor.first is None or anchor.last is None:
        return None, _NOTHING
    pointer = next((w for w in words if w in ("that", "same", *_STEPS)), "that")
    step = _STEPS.get(pointer, 0)
    name = words[-1].rstrip(".")
    years = range(anchor.first.year - 1, anchor.last.year + 2)
    if form == "amonth":
        choices = [m for y in years if (m := intervals.month(y, MONTHS[name]))]
    else:
        choices = [s for y in years if (s := intervals.season(y, name))]
    basis = f"counted from “{anchor.text}”"
    low, high = anchor.first, anchor.last
    if step > 0:
        return next((c for c in choices if c[0] > low), None), basis
    if step < 0:
        return next((c for c in reversed(choices) if c[1] < high), None), basis
    touching = [c for c in choices if c[0] <= high and low <= c[1]]
    within_year = [c for c in choices if c[0].year == low.year]
    return next(iter(touching[:1] + within_year), None), basis


def _part_of_day(context: Context, words: list[str], start: int) -> Told:
    """ "last night", "this morning", "the next morning": the day it belongs to."""
    if words[0] in ("this", "last"):
        step = -1 if words[0] == "last" else 0
        return agree(context, lambda day: intervals.shift((day, day), "day", step))
    anchor = context.anchor(start)
    if anchor is None or anchor.first is None or anchor.last is None:
        return None, _NOTHING
    if (anchor.last - anchor.first).days > 2:
        return None, f"open: “{anchor.text}” tells no day"
    step = _STEPS.get(words[-2], 0)
    found = intervals.shift((anchor.first, anchor.last), "day", step)
    return found, f"counted from “{anchor.text}”"


def _day_of_month(context: Context, words: list[str], numbers: Numbers, start: int) -> Told:
    """ "the 14th of this month", and "on the 12th" of the month that was named last."""
    digits = next(d for w in words if (d := re.match(r"\d+", w)))
    number = int(digits[0])
    if words[-1] == "month" and numbers.pointer in ("this", "last", "next"):
        step = _STEPS.get(numbers.pointer, 0)

        def reckon(day: date) -> Interval | None:
            month = intervals.shift((day, day), "month", step)
            return intervals.day(month[0].year, month[0].month, number) if month else None

        return agree(context, reckon)
    anchor = context.anchor(start)
    if anchor is None or anchor.first is None or anchor.last is None:
        return None, "open: no month that it belongs to"
    step = 1 if numbers.pointer == "following" else 0
    if (anchor.last - anchor.first).days >= _LONGEST:
        return None, f"open: “{anchor.text}” tells no month"
    month = intervals.shift((anchor.first, anchor.first), "month", step)
    found = intervals.day(month[0].year, month[0].month, number) if month else None
    return found, f"month of “{anchor.text}”"


def _window(context: Context, words: list[str], start: int) -> Told:
    """ "the past two years", "the next five days": from or up to the day of publication."""
    words = [w for w in words if w != "the"]
    number = next((_FEW[w] for w in words if w in _FEW), None)
    unit = words[-1] if words[-1] in ("century",) else words[-1].rstrip("s")
    unit = "century" if unit == "centurie" else unit
    count = number[1] if number else int(numerals.value(words[1]) or 1)
    ahead = words[0] in ("next", "coming")

    def reckon(day: date) -> Interval | None:
        other = intervals.move(day, unit, count if ahead else -count)
        return None if other is None else (day, other) if ahead else (other, day)

    if words[0] not in ("previous", "preceding"):
        return agree(context, reckon)
    anchor = context.anchor(start)
    if anchor is None or anchor.first is None:
        return None, _NOTHING
    return reckon(anchor.first), f"counted from “{anchor.text}”"


def _weekend(day: date, ahead: bool) -> Interval | None:
    try:
        saturday = day - timedelta((day.weekday() - 5) % 7)
        saturday += timedelta(7 if ahead and saturday + timedelta(1) < day else 0)
        return saturday, saturday + timedelta(1)
    except OverflowError:
        return None


def _part_of_unit(context: Context, words: list[str], numbers: Numbers, start: int) -> Told:
    """ "late last year", "the end of the month", "by year-end"."""
    unit = words[-1] if words[-1] in ("week", "month", "year", "decade", "century") else "year"
    part = numbers.part or "end"
    step = {"last": -1, "next": 1}.get(numbers.pointer, 0)
    if numbers.pointer == "that":
        anchor = context.anchor(start)
        if anchor is None or anchor.first is None:
            return None, _NOTHING
        whole = _whole(anchor.first, unit, 0)
        return (intervals.part(whole, part) if whole else None), f"counted from “{anchor.text}”"

    def reckon(day: date) -> Interval | None:
        whole = _whole(day, unit, step)
        return intervals.part(whole, part) if whole else None

    return agree(context, reckon)


def _whole(day: date, unit: str, step: int) -> Interval | None:
    whole: Interval | None
    if unit == "week":
        whole = intervals.week(day)
    elif unit == "month":
        whole = intervals.month(day.year, day.month)
    elif unit == "year":
        whole = intervals.year(day.year)
    else:
        size = 10 if unit == "decade" else 100
        first = day.year // size * size + size * step
        return intervals.years(first, first + size - 1)
    return intervals.shift(whole, unit, step) if whole and step else whole


def _feast(context: Context, text: str, numbers: Numbers, start: int) -> Told:
    """ "Christmas Day", "New Year's Eve 2019": a fixed day of the stated or nearest year."""
    number, day_ = next(d for pattern, d in FEASTS.items() if re.match(pattern, text))
    numbers.month, numbers.days, numbers.part = number, [day_], ""
    if numbers.year is not None:
        return numbers.interval(numbers.year), "as written"
    return _any_year(context, numbers, start)


def _any_year(context: Context, numbers: Numbers, start: int) -> Told:
    if numbers.pointer:
        return in_pointed_year(context, "md", "", numbers, start)
    return without_year(context, numbers, start)


def _portion(context: Context, words: list[str], numbers: Numbers, start: int) -> Told:
    """ "the first week of April 2017", "the last days of March"."""
    edge = _EDGES.get(words[1], -1)
    unit = next(w for w in words if w in ("days", "week", "weekend", "fortnight", "half"))
    if numbers.year is not None:
        whole, basis = numbers.interval(numbers.year), "as written"
    else:
        whole, basis = _any_year(context, numbers, start)
    if whole is None:
        return None, basis
    size = {"days": 5, "week": 7, "weekend": 7, "fortnight": 14, "half": 15}[unit]
    first, last = whole
    if edge < 0:
        return (last - timedelta(size - 1), last), basis
    begin = first + timedelta(size * edge)
    end = begin + timedelta(size - 1)
    return (begin, last if unit == "half" and edge else min(end, last)), basis
