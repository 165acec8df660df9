"""Coasts and borders as rows of braille, or of full stops."""

from __future__ import annotations

import lzma
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.atlas.camera import Camera, Floats

_FILE = Path(__file__).resolve().parent.parent / "data" / "coastlines.bin"
_COARSE = 0.6
"""Degrees a dot from which on borders are left out: they would be a grey haze."""
_BITS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]], dtype=np.uint32)


@cache
def outlines() -> tuple[Floats, Floats, NDArray[np.bool_], NDArray[np.bool_]]:
    """Latitudes, longitudes, whether a line goes on to the next point, whether it is a border.

    Reads the file once, in some milliseconds.
    """
    raw = lzma.decompress(_FILE.read_bytes())
    count = int(np.frombuffer(raw, "<u4", 1)[0])
    counts = np.frombuffer(raw, "<i2", count, 4).astype(np.int64)
    steps = np.frombuffer(raw, "<i2", -1, 4 + 2 * count).reshape(-1, 2)
    points = np.cumsum(steps, axis=0, dtype=np.int16).astype(np.float64) / 100
    sizes = np.abs(counts)
    goes_on = np.ones(len(points), dtype=np.bool_)
    goes_on[np.cumsum(sizes) - 1] = False
    return points[:, 1], points[:, 0], goes_on, np.repeat(counts < 0, sizes)


@lru_cache(maxsize=4)
def rows(camera: Camera, width: int, height: int, plain: bool = False) -> tuple[str, ...]:
    """`height` rows of `width` cells; borders have gaps in them, coasts have none."""
    across, down = (1, 1) if plain else (2, 4)
    if width <= 0 or height <= 0:
        return ()
    lat, lon, goes_on, border = outlines()
    x, y = camera.dots(lat, lon, width * 2, height * 4)
    x, y = x * across / 2, y * down / 4
    columns, lines = width * across, height * down
    here = goes_on[:-1].copy()
    if camera.scale > _COARSE:
        here &= ~border[:-1]
    here &= np.abs(np.diff(x)) < columns / 2 + 2  # not round the back of the world
    low, high = np.minimum(x[:-1], x[1:]), np.maximum(x[:-1], x[1:])
    here &= (high >= 0) & (low < columns)
    low, high = np.minimum(y[:-1], y[1:]), np.maximum(y[:-1], y[1:])
    here &= (high >= 0) & (low < lines)
    at = np.flatnonzero(here)
    dx, dy = x[at + 1] - x[at], y[at + 1] - y[at]
    needed = np.minimum(np.ceil(np.maximum(np.abs(dx), np.abs(dy))).astype(np.int64) + 1, 4096)
    which = np.repeat(np.arange(len(at)), needed)
    order = np.arange(len(which)) - np.repeat(np.cumsum(needed) - needed, needed)
    share = order / needed[which]
    px = np.floor(x[at][which] + dx[which] * share).astype(np.int64)
    py = np.floor(y[at][which] + dy[which] * share).astype(np.int64)
    seen = (px >= 0) & (px < columns) & (py >= 0) & (py < lines)
    seen &= ~border[at][which] | ((px + py) % 3 == 0)
    grid = np.zeros((lines, columns), dtype=np.bool_)
    grid[py[seen], px[seen]] = True
    if plain:
        codes = np.where(grid, ord("."), ord(" ")).astype("<u4")
    else:
        cells = grid.reshape(height, 4, width, 2).transpose(0, 2, 1, 3)
        codes = (cells * _BITS).sum(axis=(2, 3)).astype("<u4")
        codes = np.where(codes == 0, ord(" "), codes + 0x2800).astype("<u4")
    return tuple(row.tobytes().decode("utf-32-le") for row in codes)
