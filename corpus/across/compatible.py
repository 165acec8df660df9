"""Whether two dates or two numbers can both be true: what cannot is worth showing, no more.

Both questions are symmetric, and everything is compatible with itself. A date is the interval that
the text gives, an amount the interval that its words allow.
"""

from __future__ import annotations

import math
import re
from datetime import date, timedelta

from corpus.model import Fact, When

Range = tuple[float, float]

_VAGUE = re.compile(
    r"\b(?:early|mid|late|end|beginning|start|around|about|circa|c\.|some|few|several|soon|shortly"
    r"|roughly|approximately|nearly|almost|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:over|more than|at least|above|upwards of|no fewer than|no less than|not less than"
    r"|as few as|just over|well over|exceed\w*)\b"
)
_AT_MOST = re.compile(
    r"\b(?:under|(?<!no )(?<!not )(?:less than|fewer than)|below|at most|up to"
    r"|no more than|not more than|just under|as many as|as much as)\b"
)
_ABOUT = re.compile(
    r"\b(?:some|about|around|roughly|approximately|nearly|almost|close to|estimated|or so|circa"
    r"|dozens|hundreds|thousands)\b"
)


def dates_agree(one: When | None, other: When | None) -> bool:
    """Whether the intervals share a day, give or take what vague or reckoned words leave open."""
    if one is None or other is None:
        return True
    return gap(one, other) <= max(_slack(one), _slack(other))


def gap(one: When, other: When) -> int:
    """Days from the end of one interval to the start of the other, 0 where they meet."""
    apart = 0
    for early, late in ((one, other), (other, one)):
        if early.last is not None and late.first is not None:
            apart = max(apart, (late.first - early.last).days)
    return apart


def _slack(when: When) -> int:
    """Days by which an interval may be off: half of itself if vague, one if it was reckoned."""
    if when.first is None or when.last is None:
        return 0
    if _VAGUE.search(when.text):
        return max(3, ((when.last - when.first).days + 1) // 2)
    return 0 if when.basis == "as written" else 1


def decided(when: When | None) -> bool:
    """Whether a date has both its ends."""
    return when is not None and when.first is not None and when.last is not None


def numbers_agree(one: Range, other: Range) -> bool:
    """Whether two ranges share a number."""
    return one[0] <= other[1] and other[0] <= one[1]


def amount(value: float, high: float | None = None, qualifier: str = "") -> Range:
    """The numbers that an amount in words allows: "over 20" has no end, "some 20" is 18 to 22."""
    top = max(value, high if high is not None else value)
    low = min(value, top)
    words = qualifier.lower()
    if _AT_MOST.search(words):
        return -math.inf, top
    if _AT_LEAST.search(words):
        return low, math.inf
    if _ABOUT.search(words):
        return low - abs(low) * 0.15, top + abs(top) * 0.15
    return low - rounding(low), top + rounding(top)


def rounding(value: float) -> float:
    """By how much a number may have been rounded: 12,000 by 500, 130 and 47 not at all."""
    size = abs(value)
    if size < 1000 or not math.isfinite(size):
        return 0.0
    if size != int(size):
        return 0.5
    step = 1
    while size % (step * 10) == 0:
        step *= 10
    return min(step / 2, size * 0.1) if step > 1 else 0.0


def of_fact(fact: Fact) -> Range | None:
    """The numbers that a fact allows, None where it has none."""
    if fact.value is None:
        return None
    words = fact.object.text.lower() if fact.object is not None else ""
    return amount(fact.value, fact.high, f"{fact.qualifier} {fact.relation} {words}")


def days_between(earlier: When, later: When) -> tuple[int, int] | None:
    """The least and most days from one date to another, None where an end is open."""
    if earlier.first is None or earlier.last is None or later.first is None or later.last is None:
        return None
    return (later.first - earlier.last).days, (later.last - earlier.first).days


def as_day(text: str) -> date | None:
    """A full ISO date as a day, None for a partial one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def day_before(day: date, years: int) -> date | None:
    """The same day so many years earlier; 29 February becomes 28."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        if day.year - years < 1:
            return None
        return (day - timedelta(1)).replace(year=day.year - years)
