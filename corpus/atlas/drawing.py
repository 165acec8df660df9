"""A map in characters: coasts, journeys over them, places with their names on top."""

from __future__ import annotations

import numpy as np

from corpus.atlas import coast
from corpus.atlas.camera import Camera, arc
from corpus.atlas.legs import Leg
from corpus.atlas.places import Atlas, Spot
from corpus.drawing.sheet import Sheet, label, width_of

MOST_SPOTS = 1500
MOST_LEGS = 60
_NAMED = 60
"""Places whose names are tried for room."""
_SIZES = ((30, "◉", "@"), (10, "●", "O"), (3, "○", "o"), (0, "◦", "*"))
"""From so many mentions on: the sign, and the sign where nothing is drawn."""
_LINES = {"flat": "─-", "steep": "│|", "falling": "╲\\", "rising": "╱/"}
_HEADS = {(1, 0): "▶>", (-1, 0): "◀<", (0, 1): "▼v", (0, -1): "▲^"}


def draw(
    atlas: Atlas,
    camera: Camera,
    width: int,
    height: int,
    chosen: Spot | Leg | None = None,
    *,
    plain: bool = False,
) -> Sheet:
    """The map on `width` × `height` cells; what is `chosen` is marked and named first.

    At most so many places and journeys as `MOST_SPOTS` and `MOST_LEGS` say are drawn.
    """
    sheet = Sheet(width, height)
    for y, row in enumerate(coast.rows(camera, width, height, plain)):
        sheet.lay(y, row, "rule")
    legs = list(atlas.legs[:MOST_LEGS])
    if isinstance(chosen, Leg):
        legs = [leg for leg in legs if leg is not chosen]
    taken = [bytearray(width) for _ in range(height)]
    for leg in legs:
        _line(sheet, camera, leg, "muted", plain)
    if isinstance(chosen, Leg):
        _line(sheet, camera, chosen, "mark", plain)
    _spots(sheet, camera, _ordered(atlas, chosen), chosen, taken, plain)
    return sheet


def sign(mentions: int, plain: bool) -> str:
    """What a place is drawn with that is named so often."""
    return next(signs[1 if plain else 0] for least, *signs in _SIZES if mentions >= least)


def _ordered(atlas: Atlas, chosen: Spot | Leg | None) -> list[Spot]:
    """The places to draw, those to be named first in front."""
    spots = list(atlas.spots[:MOST_SPOTS])
    if isinstance(chosen, Spot):
        return [chosen, *(spot for spot in spots if spot != chosen)]
    if isinstance(chosen, Leg):
        ends = {chosen.origin.id, chosen.target.id}
        spots.sort(key=lambda spot: spot.entity.id not in ends)
    return spots


def _spots(
    sheet: Sheet,
    camera: Camera,
    spots: list[Spot],
    chosen: Spot | Leg | None,
    taken: list[bytearray],
    plain: bool,
) -> None:
    """Draw the places, then names where there is room; the first in a cell has it.

    What is chosen has its name before the other places are drawn.
    """
    if not spots:
        return
    width, height = sheet.width, sheet.height
    x, y = camera.dots(
        np.array([spot.lat for spot in spots]), np.array([spot.lon for spot in spots]),
        width * 2, height * 4,
    )  # fmt: skip
    columns, rows = np.floor(x / 2).astype(int), np.floor(y / 4).astype(int)
    seen = np.flatnonzero((columns >= 0) & (columns < width) & (rows >= 0) & (rows < height))
    first = {Spot: 1, Leg: 2}.get(type(chosen), 0)
    drawn: list[tuple[Spot, int, int]] = []
    for at in seen.tolist():
        column, row = int(columns[at]), int(rows[at])
        if not taken[row][column]:
            taken[row][column] = 1
            spot = spots[at]
            role = "mark" if spot is chosen else "place"
            sheet.put(column, row, sign(spot.mentions, plain), role)
            if at < first:
                _name(sheet, spot, column, row, taken[row], "mark")
            else:
                drawn.append((spot, column, row))
    for spot, column, row in drawn[:_NAMED]:
        _name(sheet, spot, column, row, taken[row], "text")


def _name(sheet: Sheet, spot: Spot, x: int, y: int, taken: bytearray, role: str) -> None:
    """Write a name right of its place, else left of it, where no other stands."""
    words = label(spot.entity.name, max(4, sheet.width // 3))
    size = width_of(words)
    for start in (x + 1, x - size):
        if start >= 0 and start + size <= sheet.width and not any(taken[start : start + size]):
            sheet.put(start, y, words, role)
            taken[start : start + size] = b"\1" * size
            edge = start + size if start > x else start - 1
            if 0 <= edge < sheet.width:
                taken[edge] = max(taken[edge], 1)
            return


def _line(sheet: Sheet, camera: Camera, leg: Leg, role: str, plain: bool) -> None:
    """Draw a journey along the shortest way over the globe, with its head before the goal."""
    start, end = leg.ends
    lat, lon = arc((start.lat, start.lon), (end.lat, end.lon), 4 * (sheet.width + sheet.height) + 2)
    x, y = camera.dots(lat, lon, sheet.width * 2, sheet.height * 4)
    cells: list[tuple[int, int]] = []
    for cell in zip(np.floor(x / 2).astype(int).tolist(), np.floor(y / 4).astype(int).tolist(),
                    strict=True):  # fmt: skip
        if not cells or cells[-1] != cell:
            cells.append(cell)
    which = 1 if plain else 0
    for at in range(1, len(cells) - 1):
        before, here, after = cells[at - 1], cells[at], cells[at + 1]
        dx, dy = after[0] - here[0], after[1] - here[1]
        if max(abs(dx), abs(here[0] - before[0])) > 1:  # round the back of the world
            continue
        if dy == 0:
            form = "flat"
        elif dx == 0:
            form = "steep"
        else:
            form = "falling" if (dx > 0) == (dy > 0) else "rising"
        sheet.put(*here, _LINES[form][which], role)
        if at == len(cells) - 2:
            dx, dy = after[0] - here[0], after[1] - here[1]
            way = (max(-1, min(1, dx)), 0) if dx else (0, max(-1, min(1, dy)))
            sheet.put(*here, _HEADS.get(way, "▶>")[which], role)
