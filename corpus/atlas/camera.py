"""Degrees to dots: which part of the world is looked at, and how large."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Position = tuple[float, float]
"""Latitude and longitude in degrees."""

_FINEST = 0.005
_COARSEST = 4.0


@dataclass(frozen=True, slots=True)
class Camera:
    """The middle of the picture, and how many degrees of latitude a dot is high.

    Eight dots, two wide and four high, make a cell. East of the middle lies right, and what is
    more than half the world away from it is left out of neither side: longitudes wrap.
    """

    lat: float
    lon: float
    scale: float

    @classmethod
    def of(cls, lat: float, lon: float, scale: float) -> Camera:
        """The camera nearest to the wish."""
        scale = max(_FINEST, min(_COARSEST, scale))
        return cls(max(-85.0, min(85.0, lat)), (lon + 180) % 360 - 180, scale)

    @property
    def squeeze(self) -> float:
        """How much narrower a degree of longitude is than one of latitude."""
        return math.cos(math.radians(min(70.0, abs(self.lat))))

    def dots(self, lat: Floats, lon: Floats, width: int, height: int) -> tuple[Floats, Floats]:
        """Columns and rows of dots, maybe outside of a sheet of `width` × `height` dots."""
        east = (lon - self.lon + 180) % 360 - 180
        x = east * self.squeeze / self.scale + width / 2
        return x, (self.lat - lat) / self.scale + height / 2

    def dot(self, place: Position, width: int, height: int) -> tuple[float, float]:
        """The same for one position."""
        x, y = self.dots(np.array([place[0]]), np.array([place[1]]), width, height)
        return float(x[0]), float(y[0])

    def zoomed(self, factor: float, around: Position | None = None) -> Camera:
        """With dots `factor` times as high; the middle moves to `around`."""
        lat, lon = around or (self.lat, self.lon)
        return Camera.of(lat, lon, self.scale * factor)

    def panned(self, east: float, north: float) -> Camera:
        """Moved by so many dots."""
        lon = self.lon + east * self.scale / self.squeeze
        return Camera.of(self.lat + north * self.scale, lon, self.scale)


def fitted(places: Sequence[Position], width: int, height: int) -> Camera:
    """The camera that shows all `places` on `width` × `height` dots; the world where none are."""
    width, height = max(2, width), max(4, height)
    if not places:
        return Camera.of(20, 10, max(360 * math.cos(math.radians(20)) / width, 150 / height))
    west, span = _stretch(sorted(lon for _, lon in places))
    south, north = min(lat for lat, _ in places), max(lat for lat, _ in places)
    middle = (south + north) / 2
    squeeze = math.cos(math.radians(min(70.0, abs(middle))))
    scale = max(span * squeeze / (width * 0.78), (north - south) / (height * 0.8), 4 / height)
    return Camera.of(middle, west + span / 2, scale)


def _stretch(lons: list[float]) -> tuple[float, float]:
    """The shortest way round the world that passes all longitudes: its west end and its length."""
    gaps = [(b - a, b) for a, b in pairwise(lons)]
    widest, west = max([*gaps, (lons[0] + 360 - lons[-1], lons[0])])
    return west, 360 - widest


def arc(start: Position, end: Position, count: int = 160) -> tuple[Floats, Floats]:
    """The shortest way over the globe, as `count` latitudes and longitudes."""
    one, other = _vector(start), _vector(end)
    angle = math.acos(max(-1.0, min(1.0, float(one @ other))))
    share = np.linspace(0.0, 1.0, count)
    if angle < 1e-6 or math.pi - angle < 1e-6:
        lat = start[0] + (end[0] - start[0]) * share
        return lat, start[1] + (end[1] - start[1]) * share
    way = np.outer(np.sin((1 - share) * angle), one) + np.outer(np.sin(share * angle), other)
    way /= math.sin(angle)
    lat = np.degrees(np.arcsin(np.clip(way[:, 2], -1, 1)))
    return lat, np.degrees(np.arctan2(way[:, 1], way[:, 0]))


def _vector(place: Position) -> Floats:
    lat, lon = math.radians(place[0]), math.radians(place[1])
    return np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])
