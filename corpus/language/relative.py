"""Dates that count from another: from the day of publication or from a date in the text."""

from __future__ import annotations

import re
from datetime import date, timedelta

from corpus.language import intervals, numerals
from corpus.language.anchors import Context, agree
from corpus.language.dateforms import ATOM
from corpus.language.intervals import WEEKDAYS, Interval
from corpus.language.written import Numbers, explicit, portion, read
from corpus.model import Span, When

_BACK = ("last", "past", "previous", "preceding")
_FEW = {"few": (2, 5), "couple": (2, 2), "several": (3, 9)}
_SEASON = 92
"""Days of the longest anchor that a number of years leads to the same months from."""
_EVENT = re.compile(
    r"\s((?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]n?|[Tt]hat)\s(?:[\w'’-]+\s){0,2}[\w'’-]+)"
)
_CLOSES = re.compile(r"\s*(?:[.,;:)?!”\"]|\n|$)")
_STORY = (-45, 320)
"""Days from a date of the story to the next one that is given without its year."""
_TOLD = re.compile(
    r"\b(?:sa(?:id|ys)|told|announced|reported|confirmed|published|posted|updated)(?:\s\w+){0,2}\s(?:on\s)?$"
)
_UNITS = ("day", "night", "week", "fortnight", "month", "year", "decade", "century", "centurie")


def in_pointed_year(
    context: Context, form: str, text: str, numbers: Numbers, start: int
) -> tuple[Interval | None, str]:
    """ "July 16 of this year", "February that year", "the spring of last year"."""
    if numbers.pointer in ("that", "same", "following", "previous", "preceding"):
        anchor = context.anchor(start)
        if anchor is None or anchor.first is None:
            return None, "open: no date before it says which year"
        step = {"following": 1, "previous": -1, "preceding": -1}.get(numbers.pointer, 0)
        year, basis = anchor.first.year + step, f"year of “{anchor.text}”"
    else:
        if context.published is None:
            return None, "open: no publication date"
        if context.published[0].year != context.published[1].year:
            return None, "open: publication date too coarse"
        step = {"last": -1, "past": -1, "next": 1}.get(numbers.pointer, 0)
        year = context.published[0].year + step
        basis = f"publication date {context.stated}"
    if form in ("season", "quarter"):
        return portion(form, text, year), basis
    return numbers.interval(year), basis


def without_year(context: Context, numbers: Numbers, start: int) -> tuple[Interval | None, str]:
    """A month or day without its year: the year of the story told, else nearest to publication."""
    lead = context.leading(start)
    published = context.published
    if (
        lead is not None
        and lead.first is not None
        and not (published and published[0].year - lead.first.year < 1)
    ):
        for year in (lead.first.year, lead.first.year + 1):
            found = numbers.interval(year)
            if found and found[1] >= lead.first and (not published or found[0] <= published[1]):
                return found, f"year of “{lead.text}”"
    ahead = context.ahead(start)
    if ahead is not True and (story := _in_story(context, numbers, start)):
        return story
    if published is None:
        return None, "open: no year, and no publication date"
    return agree(context, lambda day: _nearest(numbers, day, ahead))


def _in_story(context: Context, numbers: Numbers, start: int) -> tuple[Interval, str] | None:
    """A date near one with its year, in the sentence or the one before, where a past is told."""
    anchor = context.storied(start)
    if anchor is None or anchor.first is None:
        return None
    published = context.published
    if published and published[0].year - anchor.first.year < 1:
        return None
    if _TOLD.search(context.text, max(0, start - 40), start):
        return None
    for year in (anchor.first.year - 1, anchor.first.year, anchor.first.year + 1):
        found = numbers.interval(year) if 1 <= year <= 9999 else None
        if found is None or not _STORY[0] <= (found[1] - anchor.first).days <= _STORY[1]:
            continue
        if published is None or found[0] <= published[1]:
            return found, f"year of “{anchor.text}”"
    return None


def _nearest(numbers: Numbers, day: date, ahead: bool | None) -> Interval | None:
    choices = [
        found
        for year in (day.year - 1, day.year, day.year + 1)
        if 1 <= year <= 9999 and (found := numbers.interval(year))
    ]
    if ahead is True:
        coming = [c for c in choices if c[1] >= day]
        return coming[0] if coming else None
    if ahead is False:
        gone = [c for c in choices if c[0] <= day + timedelta(2)]
        return gone[-1] if gone else None
    return min(choices, key=lambda c: abs((c[0] - day).days), default=None)


def from_publication(
    context: Context, form: str, text: str, start: int
) -> tuple[Interval | None, str]:
    """ "last November", "Thursday", "yesterday", "earlier this year"."""
    lower = text.lower()
    if form in ("weekday", "pweekday"):
        number = next(n for name, n in WEEKDAYS.items() if name in lower)
        word = lower.split()[0] if form == "pweekday" else ""
        ahead = word == "next" or (word != "last" and context.ahead(start) is True)
        if context.published is None:
            return None, "open: a weekday, and no publication date"
        return agree(context, lambda day: _weekday(day, number, word, ahead))
    if form == "daywords":
        step = -2 if "before" in lower else {"y": -1, "t": 0}[lower[0]] + ("tom" in lower)
        return agree(context, lambda day: intervals.shift((day, day), "day", step))
    if form == "pm":
        number = read(text).month or 1
        return agree(context, lambda day: _pointed_month(day, number, lower.split()[0]))
    return agree(context, lambda day: _unit(day, lower))


def _weekday(day: date, number: int, word: str, ahead: bool) -> Interval | None:
    gap = (day.weekday() - number) % 7
    if ahead:
        step = -gap % 7 or (7 if word == "next" else 0)
    else:
        step = -(gap or (7 if word in ("last", "past") else 0))
    return intervals.shift((day, day), "day", step)


def _pointed_month(day: date, number: int, word: str) -> Interval | None:
    year = day.year
    if word in _BACK and number >= day.month:
        year -= 1
    elif word == "next" and number <= day.month:
        year += 1
    return intervals.month(year, number)


def _unit(day: date, lower: str) -> Interval | None:
    words = lower.split()
    unit = words[-1]
    step = {"last": -1, "previous": -1, "next": 1}.get(words[-2], 0)
    if words[-2] == "past":
        begin = intervals.move(day, "day" if unit == "weekend" else unit, -1)
        return (begin, day) if begin else None
    if unit == "weekend":
        monday = intervals.week(day)[0]
        step -= 1 if step == 0 and day.weekday() < 4 else 0
        return intervals.shift((monday, monday), "day", 7 * step + 5) and (
            monday + timedelta(7 * step + 5),
            monday + timedelta(7 * step + 6),
        )
    whole: Interval | None
    if unit == "day":
        whole = day, day
    elif unit == "week":
        whole = intervals.week(day)
    elif unit == "month":
        whole = intervals.month(day.year, day.month)
    elif unit == "year":
        whole = intervals.year(day.year)
    elif unit == "decade":
        opening = (day.year // 10 + step) * 10
        return intervals.years(opening, opening + 9)
    else:
        opening = ((day.year - 1) // 100 + step) * 100 + 1
        return intervals.years(opening, opening + 99)
    if step:
        return intervals.shift(whole, unit, step) if whole else None
    if whole and words[0] == "earlier":
        return whole[0], day
    if whole and words[0] == "later":
        return day, whole[1]
    return whole


def counted(context: Context, text: str, span: Span) -> When | None:
    """ "two years ago", "three days later", "a month before May 7"."""
    words = text.lower().split()
    unit = next(w.rstrip("s") for w in words if w.rstrip("s") in _UNITS)
    unit, low, high = _distance(words, "century" if unit == "centurie" else unit)
    way = words[-1]
    if way in ("ago", "now"):
        sign = -1 if way == "ago" else 1
        found, basis = agree(context, lambda day: _reach((day, day), unit, sign * low, sign * high))
        return _when(found, text, span, basis)
    sign = 1 if way in ("later", "after", "on") else -1
    if way in ("before", "after"):
        beside = _beside(context, text, span, unit, sign * low, sign * high)
        if beside is not None:
            return beside
        if event := _EVENT.match(context.text, span.end):
            return When(None, None, text, span, f"open: counted from “{event[1]}”")
        if not _CLOSES.match(context.text, span.end):
            return None
    anchor = context.anchor(span.start)
    if anchor is None or anchor.first is None or anchor.last is None:
        return When(None, None, text, span, "open: no date that it counts from")
    basis = f"counted from “{anchor.text}”"
    if unit == "year" and (anchor.last - anchor.first).days <= _SEASON:
        unit, low, high, basis = "month", 12 * low, 12 * high, f"{basis}, taken to the month"
    found = _reach((anchor.first, anchor.last), unit, sign * low, sign * high)
    return _when(found, text, span, basis)


def _distance(words: list[str], unit: str) -> tuple[str, int, int]:
    """The unit, and the least and the greatest number of it: "half a century" is 50 years."""
    if words[0] == "half" or words[:2] == ["a", "quarter"]:
        whole = {"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12)}
        name, size = whole.get(unit, (unit, 2))
        count = size // (2 if words[0] == "half" else 4)
        return name, max(1, count - size // 40), max(1, count + size // 40)
    if few := next((_FEW[w] for w in words if w in _FEW), None):
        return unit, *few
    single = words[0] in ("a", "an", "the")
    number = 1 if single else int(numerals.value(words[0]) or 1)
    if unit == "year" and "half" in words:
        return "month", 12 * number + 6, 12 * number + 6
    return unit, number, number


def _when(found: Interval | None, text: str, span: Span, basis: str) -> When:
    first, last = found or (None, None)
    return When(first, last, text, span, basis)


def _reach(interval: Interval, unit: str, low: int, high: int) -> Interval | None:
    one, other = (intervals.shift(interval, unit, n) for n in (low, high))
    return (min(one[0], other[0]), max(one[1], other[1])) if one and other else None


def _beside(context: Context, text: str, span: Span, unit: str, low: int, high: int) -> When | None:
    """ "a month before May 7": counted from the date that follows within the clause."""
    window = context.text[span.end : span.end + 110]
    target = ATOM.search(window)
    gap = window[: target.start()] if target else ""
    if (
        target is None
        or not target.lastgroup
        or not gap.strip(" ").replace("’", "'").isascii()
        or (any(mark in gap for mark in ",;:\n()") or ". " in gap or len(gap) > 70)
    ):
        return None
    if target.lastgroup not in ("iso", "md", "dm", "my", "bare", "year") or (
        target.lastgroup == "year" and gap.strip()
    ):
        return None
    numbers = read(target[0])
    start = span.end + target.start()
    if target.lastgroup in ("iso", "year") or (numbers.year and not numbers.pointer):
        found = (explicit(target.lastgroup, target[0]) or (None, ""))[0]
        basis = "as written"
    elif numbers.pointer:
        found, basis = in_pointed_year(context, target.lastgroup, target[0], numbers, start)
    else:
        found, basis = without_year(context, numbers, start)
    told = f"counted from “{target[0]}”"
    if found is None:
        return When(None, None, text, span, f"{told}, {basis}")
    ends = [
        moved
        for day in found
        for count in (low, high)
        if (moved := intervals.move(day, unit, count))
    ]
    if not ends:
        return None
    return When(
        min(ends), max(ends), text, span, told + ("" if basis == "as written" else f", {basis}")
    )


def pointed(context: Context, text: str, span: Span) -> When:
    """ "the following year", "that month", "the same day"."""
    words = text.lower().split()
    anchor = context.anchor(span.start)
    if anchor is None or anchor.first is None or anchor.last is None:
        return When(None, None, text, span, "open: no date that it counts from")
    step = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(words[-2], 0)
    found = _whole(anchor.first, anchor.last, words[-1], step)
    if found and words[0] == "later" and anchor.last < found[1]:
        found = max(found[0], anchor.last), found[1]
    elif found and words[0] == "earlier" and found[0] < anchor.first:
        found = found[0], min(found[1], anchor.first)
    return _when(found, text, span, f"counted from “{anchor.text}”")


def _whole(first: date, last: date, unit: str, step: int) -> Interval | None:
    if unit == "day":
        return intervals.shift((first, last), "day", step) if (last - first).days < 7 else None
    if unit in ("week", "weekend"):
        week = intervals.week(first)
        return intervals.shift(week, "week", step) if (last - first).days < 7 else None
    if unit == "month" and (first.year, first.month) == (last.year, last.month):
        whole = intervals.month(first.year, first.month)
    elif unit == "year" and first.year == last.year:
        whole = intervals.year(first.year)
    else:
        return None
    return intervals.shift(whole, unit, step) if whole and step else whole
