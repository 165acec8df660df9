"""Which pane stands where: three layouts, from a sliver of a terminal to a wall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import Layout, WidgetPlacement
from textual.widget import Widget

from tui.commands import ARTICLE, FACTS, INDEX, PANES, SOURCES

NARROW, MEDIUM, WIDE, WALL = "narrow", "medium", "wide", "wall"
_STACK = 30
"""Rows from which on a column holds two panes."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one pane: its region, the first cell of its title row, who shares the place."""

    region: Region
    edge: str = ""
    shared: tuple[str, ...] = ()


def shape(width: int) -> str:
    """The name of the layout for a terminal `width` cells wide."""
    if width < 80:
        return NARROW
    if width < 120:
        return MEDIUM
    return WIDE if width < 180 else WALL


def plan(
    width: int, height: int, pane: str, recent: tuple[str, ...], zoomed: bool
) -> dict[str, Slot]:
    """The slot of every pane in sight; `recent` names the panes by last use, latest first.

    The last row is left for the status line.
    """
    rows = max(1, height - 1)
    if zoomed or width < 80:
        return {pane: Slot(Region(0, 0, width, rows), shared=PANES)}
    recent = (pane, *(one for one in recent if one != pane))
    if width < 120:
        return _medium(width, rows, recent)
    if width < 180:
        left, right = width * 3 // 11, width * 3 // 11
        middle = width - left - right
        slots = _column(0, left, rows, (SOURCES, INDEX), recent, "")
        slots[ARTICLE] = Slot(Region(left, 0, middle, rows), "┬")
        slots[FACTS] = Slot(Region(left + middle, 0, right, rows), "┬")
        return slots
    left, index = width // 5, width * 3 // 20
    right = width // 5
    middle = width - left - index - right
    return {
        SOURCES: Slot(Region(0, 0, left, rows)),
        ARTICLE: Slot(Region(left, 0, middle, rows), "┬"),
        INDEX: Slot(Region(left + middle, 0, index, rows), "┬"),
        FACTS: Slot(Region(left + middle + index, 0, right, rows), "┬"),
    }


def _medium(width: int, rows: int, recent: tuple[str, ...]) -> dict[str, Slot]:
    side = width * 4 // 11
    slots = _column(0, side, rows, (SOURCES, INDEX, FACTS), recent, "")
    slots[ARTICLE] = Slot(Region(side, 0, width - side, rows), "┬")
    return slots


def _column(
    x: int, width: int, rows: int, panes: tuple[str, ...], recent: tuple[str, ...], edge: str
) -> dict[str, Slot]:
    """Panes in one column: two of them where it is high enough, else the one used last."""
    latest = [one for one in recent if one in panes]
    latest += [one for one in panes if one not in latest]
    if rows < _STACK:
        return {latest[0]: Slot(Region(x, 0, width, rows), edge, panes)}
    upper, rest = panes[0], panes[1:]
    lower = next(one for one in latest if one in rest)
    top = rows // 2
    shared = rest if len(rest) > 1 else ()
    return {
        upper: Slot(Region(x, 0, width, top), edge),
        lower: Slot(Region(x, top, width, rows - top), edge and "├", shared),
    }


def side_by_side(
    width: int, height: int, names: tuple[str, ...], pane: str, zoomed: bool
) -> dict[str, Slot]:
    """The panes of a view: two beside each other on a wide screen, else the one in hand.

    Where there are more than two, the first stands left and the latest of the others right.
    """
    rows = max(1, height - 1)
    if len(names) == 1:
        return {pane: Slot(Region(0, 0, width, rows))}
    if zoomed or width < 80:
        return {pane: Slot(Region(0, 0, width, rows), shared=names)}
    left = width * 3 // 5
    second = pane if pane != names[0] else names[1]
    shared = names[1:] if len(names) > 2 else ()
    return {
        names[0]: Slot(Region(0, 0, left, rows)),
        second: Slot(Region(left, 0, width - left, rows), "┬", shared),
    }


class PlanLayout(Layout):
    """Textual's side of the plan: places the panes, and the status line below them."""

    name = "plan"

    def __init__(self, slots: Callable[[int, int], dict[str, Slot]]) -> None:
        self._slots = slots

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> list[WidgetPlacement]:
        """The placement of every child that has one."""
        slots = self._slots(size.width, size.height)
        regions = {name: slot.region for name, slot in slots.items()}
        regions["status"] = Region(0, max(0, size.height - 1), size.width, 1)
        return [
            WidgetPlacement(regions[child.id], NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id in regions
        ]
