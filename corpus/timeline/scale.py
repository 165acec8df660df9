"""Days to cells: the window that is looked at, its ticks, and zooming and panning it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.timeline.moments import Moment

EARLIEST, LATEST = date.min.toordinal(), date.max.toordinal()
_LEAST = 8
"""Days that a window has at least."""
_SEVERAL = 200
"""From as many moments on, the few that lie far off do not decide how wide the window is."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days in sight, as ordinals, `end` excluded."""

    start: int
    end: int

    @classmethod
    def of(cls, start: float, end: float) -> Window:
        """The window nearest to the wish: within the calendar and at least some days long."""
        length = min(LATEST - EARLIEST, max(_LEAST, round(end - start)))
        begin = max(EARLIEST, min(round(start), LATEST - length))
        return cls(begin, begin + length)

    @property
    def length(self) -> int:
        """How many days it has."""
        return self.end - self.start

    def zoomed(self, factor: float, around: float | None = None) -> Window:
        """As wide times `factor`, with the day `around` staying where it is (else the middle)."""
        middle = (self.start + self.end) / 2 if around is None else around
        if not self.start <= middle < self.end:
            middle = (self.start + self.end) / 2
        start = middle - (middle - self.start) * factor
        return Window.of(start, start + self.length * factor)

    def panned(self, share: float) -> Window:
        """Moved by a share of its width, to later days where it is positive."""
        return Window.of(self.start + self.length * share, self.end + self.length * share)

    def holding(self, start: int, end: int) -> Window:
        """Moved as little as possible so that a stretch of days is in sight, or its beginning."""
        if start < self.start or end - start > self.length:
            return Window.of(start, start + self.length)
        return Window.of(end - self.length, end) if end > self.end else self

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch of days has one in sight."""
        return start < self.end and end > self.start


def fitted(moments: Sequence[Moment]) -> Window:
    """The window that shows all moments; of many, all but the few that lie far off."""
    if not moments:
        today = date.today().toordinal()
        return Window.of(today - 365, today)
    starts = sorted(moment.reach[0] for moment in moments)
    ends = sorted(moment.reach[1] for moment in moments)
    off = len(moments) // 50 if len(moments) >= _SEVERAL else 0
    start, end = starts[off], max(ends[-1 - off], starts[off] + 1)
    margin = max(1, (end - start) // 40)
    return Window.of(start - margin, end + margin)


@dataclass(frozen=True, slots=True)
class Scale:
    """A window laid over `width` cells."""

    window: Window
    width: int

    def cell(self, day: float) -> int:
        """The cell of a day; below 0 or from `width` on where it is out of sight."""
        return int((day - self.window.start) * self.width // self.window.length)

    def cells(self, start: int, end: int) -> tuple[int, int]:
        """First and last cell of a stretch of days, `end` excluded."""
        return self.cell(start), max(self.cell(start), self.cell(end - 0.5))


@dataclass(frozen=True, slots=True)
class Step:
    """A division of time: `count` times a "day", "month" or "year"."""

    unit: str
    count: int

    @property
    def days(self) -> float:
        """How long it is, about."""
        return self.count * {"day": 1.0, "month": 30.44, "year": 365.25}[self.unit]

    @property
    def name(self) -> str:
        """In words: "day", "3 months", "decade"."""
        special = {("day", 7): "week", ("month", 3): "quarter", ("year", 10): "decade",
                   ("year", 100): "century"}  # fmt: skip
        plain = self.unit if self.count == 1 else f"{self.count} {self.unit}s"
        return special.get((self.unit, self.count), plain)

    def label(self, day: date) -> str:
        """What stands below a tick."""
        if self.unit == "year":
            return f"{day.year}"
        return f"{day:%m-%d}" if self.unit == "day" else f"{day.year}-{day.month:02}"

    def days_in(self, window: Window) -> Iterator[int]:
        """Where the divisions begin, the first at or before the start of `window`."""
        at: date | None = self._floor(date.fromordinal(window.start))
        while at is not None and at.toordinal() < window.end:
            yield at.toordinal()
            at = self._next(at)

    def _floor(self, day: date) -> date:
        if self.unit == "day":
            return date.fromordinal(max(1, (day.toordinal() - 1) // self.count * self.count + 1))
        if self.unit == "month":
            return day.replace(month=(day.month - 1) // self.count * self.count + 1, day=1)
        return date(max(1, day.year // self.count * self.count), 1, 1)

    def _next(self, day: date) -> date | None:
        try:
            if self.unit == "day":
                return date.fromordinal(day.toordinal() + self.count)
            if self.unit == "month":
                months = day.year * 12 + day.month - 1 + self.count
                return date(months // 12, months % 12 + 1, 1)
            return date(day.year // self.count * self.count + self.count, 1, 1)
        except (ValueError, OverflowError):
            return None


STEPS = (
    *(Step("day", count) for count in (1, 2, 7, 14)),
    *(Step("month", count) for count in (1, 3, 6)),
    *(Step("year", count) for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)


def step(scale: Scale, enough: Callable[[Step], float]) -> Step:
    """The finest division that is as many cells wide as `enough` asks for."""
    for one in STEPS:
        if one.days * scale.width / scale.window.length >= enough(one):
            return one
    return STEPS[-1]


def labelled(scale: Scale) -> Step:
    """The finest division whose labels stand clear of each other."""
    widths = {"day": 7, "month": 9, "year": 6}
    return step(scale, lambda one: widths[one.unit])


def counted(scale: Scale) -> Step:
    """The finest division that can be told from the next."""
    return step(scale, lambda one: 1.0)
