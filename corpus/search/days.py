"""What `date:` means: a day, a month, a year, or a range of them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\Z")
FORMS = "2019, 2019-05, 2019-05-21, 2019..2021, >2019 or <2020-06"
FIRST, LAST = date.min.toordinal(), date.max.toordinal()


def interval(text: str) -> tuple[int, int] | None:
    """The first and the last day that a date in ISO form may mean, as ordinals."""
    match = _DATE.match(text.strip())
    if match is None:
        return None
    year = int(match[1])
    month, day = (int(match[i]) if match[i] else 0 for i in (2, 3))
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


def asked(text: str) -> tuple[int, int] | None:
    """The days, both included, that the value of `date:` asks for; None if it cannot be read."""
    text = text.strip()
    if ".." in text:
        left, _, right = text.partition("..")
        right = right.lstrip(".")
        first = interval(left) if left.strip() else (FIRST, FIRST)
        last = interval(right) if right.strip() else (LAST, LAST)
        return (first[0], last[1]) if first and last else None
    sign = text[: len(text) - len(text.lstrip("<>="))]
    found = interval(text[len(sign) :])
    if found is None or sign not in ("", "=", ">", "<", ">=", "<="):
        return None
    if sign in ("", "="):
        return found
    if sign[0] == ">":
        return (found[0] if "=" in sign else found[1] + 1), LAST
    return FIRST, (found[1] if "=" in sign else found[0] - 1)
