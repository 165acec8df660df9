"""Counts over time in one row of characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

_BLOCKS = "▁▂▃▄▅▆▇█"
_PLAIN = ".:-=+*#%"


def sparkline(values: Sequence[float], width: int | None = None, *, plain: bool = False) -> str:
    """One character a value, taller for more; a blank for nothing.

    The highest value fills the row. More values than `width` are added up in equal groups; `plain`
    draws with ASCII.
    """
    signs = _PLAIN if plain else _BLOCKS
    if width is not None and len(values) > width:
        values = grouped(values, width)
    top = max(values, default=0.0)
    if top <= 0:
        return " " * len(values)
    last = len(signs) - 1
    return "".join(
        " " if value <= 0 else signs[min(last, int(value / top * last + 0.5))] for value in values
    )


def grouped(values: Sequence[float], width: int) -> list[float]:
    """`values` added up in `width` neighbouring groups, as equal as can be."""
    if width <= 0:
        return []
    found = [0.0] * width
    for at, value in enumerate(values):
        found[at * width // len(values)] += value
    return found


def by_month(published: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """How often each month stands in `published` (ISO dates), from the first month to the last.

    Returns the first month ("2019-03") and the counts. Dates without a month and what is no date
    are left out; ("", ()) where nothing is left.
    """
    counts: dict[int, int] = {}
    for text in published:
        month = _month(text)
        if month is not None:
            counts[month] = counts.get(month, 0) + 1
    if not counts:
        return "", ()
    first, last = min(counts), max(counts)
    name = f"{first // 12:04}-{first % 12 + 1:02}"
    return name, tuple(counts.get(month, 0) for month in range(first, last + 1))


def by_year(published: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """The same by years: the first year ("2019") and the counts; partial dates count."""
    counts: dict[int, int] = {}
    for text in published:
        year = text[:4]
        if len(year) == 4 and year.isascii() and year.isdecimal() and year != "0000":
            counts[int(year)] = counts.get(int(year), 0) + 1
    if not counts:
        return "", ()
    first, last = min(counts), max(counts)
    return f"{first:04}", tuple(counts.get(year, 0) for year in range(first, last + 1))


def _month(text: str) -> int | None:
    """Months since the year 0."""
    try:
        day = date.fromisoformat(text if len(text) > 7 else f"{text}-01")
    except ValueError:
        return None
    return day.year * 12 + day.month - 1
