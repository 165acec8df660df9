"""A timeline in characters: bars, points and arrows, and the axis with what lies where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.drawing.sheet import Sheet, width_of
from corpus.timeline.moments import Interval, Moment, Timeline, ordinals
from corpus.timeline.scale import Scale, Step, counted, labelled

_BLOCKS = " ▁▂▃▄▅▆▇█"
_PLAIN_BLOCKS = " ..::||##"


@dataclass(frozen=True, slots=True)
class Signs:
    """What bars are drawn with, a cell each."""

    day: str = "●"
    within: str = "○"
    """An interval of several days that takes one cell."""
    left: str = "├"
    bar: str = "─"
    right: str = "┤"
    earlier: str = "◂"
    later: str = "▸"
    wait: str = "╌"
    """Between what happened and its becoming known."""
    known: str = "▶"


PLAIN = Signs("*", "o", "[", "-", "]", "<", ">", ".", "!")
"""For screens without drawn signs."""


def bar(moment: Moment, scale: Scale, *, plain: bool = False) -> str:
    """A moment on its row, exactly as wide as the scale."""
    signs = PLAIN if plain else Signs()
    row = [" "] * scale.width
    if scale.width <= 0:
        return ""
    if moment.public is not None:
        start = scale.cells(*ordinals(moment.when))[1]
        end = scale.cells(*ordinals(moment.public))[0]
        for at in range(max(0, start + 1), min(scale.width, end)):
            row[at] = signs.wait
        _lay(row, moment.public, scale, signs, signs.known)
    _lay(row, moment.when, scale, signs, "")
    return "".join(row)


def _lay(row: list[str], when: Interval, scale: Scale, signs: Signs, arrow: str) -> None:
    """Draw an interval; the `arrow` stands at its first day, where there is one."""
    start, end = ordinals(when)
    first, last = scale.cells(start, end)
    width = len(row)
    if last < 0:
        row[0] = signs.earlier
        return
    if first >= width:
        row[-1] = signs.later
        return
    for at in range(max(0, first), min(width - 1, last) + 1):
        row[at] = signs.bar
    if first == last and not arrow:
        row[first] = signs.day if end - start == 1 else signs.within
    else:
        if 0 <= last < width:
            row[last] = signs.right
        if first >= 0:
            row[first] = arrow or signs.left
    if first < 0:
        row[0] = signs.earlier
    if last >= width:
        row[-1] = signs.later
    if when[0] is None and first >= 0:
        row[max(0, first - 1)] = signs.earlier
    if when[1] is None and last < width:
        row[min(width - 1, last + 1)] = signs.later


def axis(
    timeline: Timeline, scale: Scale, height: int, *, plain: bool = False
) -> tuple[Sheet, Step, float]:
    """The axis under a histogram, `height` rows in all; what one column stands for, and the most.

    The last two rows are the ticks and their labels; the count of a moment that lasts is spread
    over its days.
    """
    sheet = Sheet(scale.width, height)
    division = counted(scale)
    rows = height - 2
    days = [*division.days_in(scale.window)]
    ends = [*days[1:], max(scale.window.end, days[-1] + round(division.days))] if days else []
    counts = [timeline.density.between(*pair) for pair in zip(days, ends, strict=True)]
    most = max(counts, default=0.0)
    for day, end, count in zip(days, ends, counts, strict=True):
        if count <= 1e-6 or rows <= 0:
            continue
        level = max(1, round(count / most * rows * 8))
        first = max(0, scale.cell(day))
        last = min(scale.width, max(scale.cell(day) + 1, scale.cell(end)))
        for row in range(rows):
            filled = max(0, min(8, level - 8 * row))
            if filled and last > first:
                sign = (_PLAIN_BLOCKS if plain else _BLOCKS)[filled]
                sheet.put(first, rows - 1 - row, sign * (last - first))
    _ticks(sheet, scale, plain)
    return sheet, division, most


def _ticks(sheet: Sheet, scale: Scale, plain: bool) -> None:
    """The line of the axis, and the labels below it."""
    line, labels = sheet.height - 2, sheet.height - 1
    if line >= 0:
        sheet.put(0, line, ("-" if plain else "─") * scale.width, "rule")
    division, end = labelled(scale), 0
    for day in division.days_in(scale.window):
        at = scale.cell(day)
        words = division.label(date.fromordinal(day))
        if at < 0:
            continue
        if line >= 0:
            sheet.put(at, line, "+" if plain else "┴", "rule")
        if at >= end and at + width_of(words) <= scale.width:
            sheet.put(at, labels, words, "muted")
            end = at + width_of(words) + 1
