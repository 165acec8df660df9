"""A map to take along: as text, as a table, as a scalable drawing."""

from __future__ import annotations

import math

import numpy as np

from corpus.atlas import coast
from corpus.atlas.camera import Camera, arc, fitted
from corpus.atlas.drawing import MOST_LEGS, MOST_SPOTS, draw
from corpus.atlas.legs import Leg
from corpus.atlas.places import Atlas
from corpus.drawing import table
from corpus.drawing.sheet import label
from corpus.drawing.svg import Svg
from corpus.model import Corpus

_WIDE, _HIGH = 1200, 640


def whole(atlas: Atlas, width: int, height: int) -> Camera:
    """The camera that shows every place and every journey on so many dots."""
    found = [(spot.lat, spot.lon) for spot in atlas.spots]
    for leg in atlas.legs[:MOST_LEGS]:
        start, end = leg.ends
        lat, lon = arc((start.lat, start.lon), (end.lat, end.lon), 9)
        found += zip(lat.tolist(), lon.tolist(), strict=True)
    return fitted(found, width, height)


def to_text(
    atlas: Atlas, camera: Camera | None = None, width: int = 150, height: int = 44, *,
    plain: bool = False,
) -> str:  # fmt: skip
    """The map, and below it its places and journeys."""
    camera = camera or whole(atlas, width * 2, height * 4)
    rows = [draw(atlas, camera, width, height, plain=plain).text().rstrip("\n"), ""]
    for spot in atlas.spots:
        where = f"{spot.lat:.2f}, {spot.lon:.2f}"
        rows.append(f"{spot.mentions:>6} {label(spot.entity.name, 40):<40} {where}")
    rows += ["", *(journey(leg) for leg in atlas.legs)]
    if atlas.unplaced:
        rows.append(f"{atlas.unplaced} places without a position are not shown.")
    return "\n".join(rows).rstrip() + "\n"


def journey(leg: Leg) -> str:
    """A journey in words: "Jo Song-gil: Rome → Seoul (inferred)"."""
    names = [label(one, 60) for one in (leg.who, leg.origin.name, leg.target.name)]
    return f"{names[0]}: {names[1]} → {names[2]}" + (" (inferred)" if leg.basis else "")


_HEADER = (
    "kind", "name", "lat", "lon", "country", "mentions", "articles", "who", "to", "to lat",
    "to lon", "date as written", "basis", "article", "start", "end", "evidence",
)  # fmt: skip


def to_csv(atlas: Atlas, corpus: Corpus) -> str:
    """A line for each place, then one for each statement of each journey."""
    rows: list[tuple[object, ...]] = []
    for spot in atlas.spots:
        country = spot.entity.place.country if spot.entity.place else ""
        rows.append(("place", spot.entity.name, spot.lat, spot.lon, country, spot.mentions,
                     spot.articles, *[None] * 10))  # fmt: skip
    for leg in atlas.legs:
        start, end = leg.ends
        for fact in leg.facts:
            article, span = corpus.by_id[fact.article], fact.evidence[0]
            rows.append((
                "journey", leg.origin.name, start.lat, start.lon, start.country, None, None,
                leg.who, leg.target.name, end.lat, end.lon, fact.when.text if fact.when else None,
                leg.basis, article.path, span.start, span.end,
                " ".join(span.of(article.text).split()),
            ))  # fmt: skip
    return table.to_csv(_HEADER, rows)


def to_svg(atlas: Atlas, camera: Camera | None = None, title: str = "Map") -> str:
    """Coasts, journeys and places; discs grow with the number of mentions."""
    seen = camera or whole(atlas, _WIDE, _HIGH)
    drawing = Svg(_WIDE, _HIGH + 40, title)
    _coasts(drawing, seen)
    for leg in atlas.legs[:MOST_LEGS]:
        start, end = leg.ends
        lat, lon = arc((start.lat, start.lon), (end.lat, end.lon))
        x, y = seen.dots(lat, lon, _WIDE, _HIGH)
        for part in np.split(np.arange(len(x)), np.flatnonzero(np.abs(np.diff(x)) > _WIDE / 2) + 1):
            points = list(zip(x[part].tolist(), y[part].tolist(), strict=True))
            drawing.path(points, "line", 1.5, "6 3" if leg.basis else "")
        drawing.arrow((float(x[-2]), float(y[-2])), (float(x[-1]), float(y[-1])), 7)
    for number, spot in enumerate(atlas.spots[:MOST_SPOTS]):
        at = seen.dot((spot.lat, spot.lon), _WIDE, _HIGH)
        if not (0 <= at[0] < _WIDE and 0 <= at[1] < _HIGH):
            continue
        size = 2 + 2 * math.log2(1 + spot.mentions)
        drawing.dot(*at, size, f"{spot.entity.name}: {spot.mentions}", "soft")
        if number < 60:
            drawing.text(at[0] + size + 2, at[1] + 4, label(spot.entity.name, 40))
    notes = [title, "made with Natural Earth"]
    if len(atlas.legs) > MOST_LEGS:
        notes.append(f"{len(atlas.legs) - MOST_LEGS:,} more journeys are not drawn")
    drawing.box(0, _HIGH, _WIDE, 40, "paper")
    drawing.text(12, _HIGH + 26, " · ".join(notes), "muted")
    return drawing.done()


def _coasts(drawing: Svg, camera: Camera) -> None:
    """The coasts and borders in sight, without points that nobody could tell apart."""
    lat, lon, goes_on, border = coast.outlines()
    x, y = camera.dots(lat, lon, _WIDE, _HIGH)
    inside = (x > -40) & (x < _WIDE + 40) & (y > -40) & (y < _HIGH + 40)
    line: list[tuple[float, float]] = []
    for at in np.flatnonzero(inside | np.roll(inside, 1) & np.roll(goes_on, 1)).tolist():
        point = (float(x[at]), float(y[at]))
        new = not line or abs(point[0] - line[-1][0]) + abs(point[1] - line[-1][1]) >= 0.7
        jump = bool(line) and abs(point[0] - line[-1][0]) > _WIDE / 2
        if jump:
            line = _ended(drawing, line, bool(border[at]))
        if new or not goes_on[at]:
            line.append(point)
        if not goes_on[at] or not inside[at]:
            line = _ended(drawing, line, bool(border[at]))
    _ended(drawing, line, False)


def _ended(
    drawing: Svg, line: list[tuple[float, float]], border: bool
) -> list[tuple[float, float]]:
    if len(line) > 1:
        drawing.path(line, "faint", 0.7, "2 2" if border else "")
    return []
