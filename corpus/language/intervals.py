"""Arithmetic on intervals of days: what a year, a month or "late March" spans, and shifts of it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Interval = tuple[date, date]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}


def day(year: int, month: int, number: int) -> Interval | None:
    """One day, None where the calendar has none such."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return found, found


def month(year: int, number: int) -> Interval | None:
    """All days of a month, None outside of the years 1 to 9999."""
    if not 1 <= year <= 9999 or not 1 <= number <= 12:
        return None
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def year(number: int) -> Interval | None:
    """All days of a year."""
    return years(number, number)


def years(first: int, last: int) -> Interval | None:
    """All days from one year to another, None where they run backwards."""
    if not 1 <= first <= last <= 9999:
        return None
    return date(first, 1, 1), date(last, 12, 31)


def season(year_number: int, name: str) -> Interval | None:
    """A season of the northern half; winter runs into the next year."""
    if not 1 <= year_number < 9999:
        return None
    if name == "winter":
        end = monthrange(year_number + 1, 2)[1]
        return date(year_number, 12, 1), date(year_number + 1, 2, end)
    first, last = SEASONS[name]
    return date(year_number, first, 1), date(year_number, last, monthrange(year_number, last)[1])


def part(interval: Interval, word: str) -> Interval:
    """The "early", "mid" or "late" part: thirds, of a month by tens of days, of a year by fours."""
    first, last = interval
    days = (last - first).days + 1
    if days <= 1:
        return interval
    if days <= 31:
        cuts = (date(first.year, first.month, 11), date(first.year, first.month, 21))
    elif days <= 366:
        if first.month != 1 or last.month != 12:
            third = timedelta(days // 3)
            cuts = (first + third, last - third + timedelta(1))
        else:
            cuts = (date(first.year, 5, 1), date(first.year, 9, 1))
    else:
        count = last.year - first.year + 1
        early, late = first.year + round(count * 0.4), last.year - round(count * 0.3) + 1
        cuts = (date(early, 1, 1), date(late, 1, 1))
    if word in ("early", "beginning", "start"):
        return first, cuts[0] - timedelta(1)
    if word in ("late", "end"):
        return cuts[1], last
    return cuts[0], cuts[1] - timedelta(1)


def shift(interval: Interval, unit: str, count: int) -> Interval | None:
    """`interval` moved by days, weeks, months, years or decades, as coarse as the unit is."""
    first, last = interval
    try:
        if unit in ("day", "night"):
            return first + timedelta(count), last + timedelta(count)
        if unit in ("week", "fortnight"):
            days = 7 * count * (2 if unit == "fortnight" else 1)
            moved = first + timedelta(days), last + timedelta(days)
            return moved if first != last else week(moved[0])
        months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
        low, high = _add_months(first, months), _add_months(last, months)
    except (OverflowError, ValueError):
        return None
    if unit == "month":
        return low.replace(day=1), high.replace(day=monthrange(high.year, high.month)[1])
    spread = {"year": 0, "decade": 2, "century": 10}[unit]
    return years(low.year - spread, min(high.year + spread, 9999))


def move(day_: date, unit: str, count: int) -> date | None:
    """One day moved by whole units and kept as a day ("exactly a month before May 7")."""
    try:
        if unit in ("day", "night", "week", "fortnight"):
            return day_ + timedelta(count * {"week": 7, "fortnight": 14}.get(unit, 1))
        return _add_months(day_, count * {"month": 1, "year": 12, "decade": 120}.get(unit, 1200))
    except (OverflowError, ValueError):
        return None


def _add_months(day_: date, months: int) -> date:
    index = day_.year * 12 + day_.month - 1 + months
    target, number = divmod(index, 12)
    if not 1 <= target <= 9999:
        raise ValueError("outside of the calendar")
    return date(target, number + 1, min(day_.day, monthrange(target, number + 1)[1]))


def week(day_: date) -> Interval:
    """Monday to Sunday around a day."""
    try:
        monday = day_ - timedelta(day_.weekday())
        return monday, monday + timedelta(6)
    except OverflowError:
        return day_, day_


def parse(published: str | None) -> Interval | None:
    """The interval of an ISO date that may lack its day or month: "2024-09", "2024"."""
    parts = (published or "").strip()[:10].split("-")
    if not parts[0].isdigit() or not all(p.isdigit() for p in parts) or len(parts) > 3:
        return None
    numbers = [int(p) for p in parts]
    if len(numbers) == 3:
        return day(numbers[0], numbers[1], numbers[2])
    return month(numbers[0], numbers[1]) if len(numbers) == 2 else year(numbers[0])
