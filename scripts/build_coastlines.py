"""Make corpus/data/coastlines.bin: the coasts and the borders of the world, for maps in characters.

    curl -LO https://registry.npmjs.org/world-atlas/-/world-atlas-2.0.2.tgz
    python scripts/build_coastlines.py world-atlas-2.0.2.tgz

The package holds Natural Earth 4.1.0 (public domain) as TopoJSON; its countries at 1:50 million are
taken. A line that bounds one country is a coast, one that bounds two is a border. The lines are
thinned by Douglas and Peucker's rule and rounded to hundredths of a degree.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import struct
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "corpus" / "data" / "coastlines.bin"
SHA1 = "4bca4a578f3a413bd409c3f07f2054fe7375824f"
MEMBER = "package/countries-50m.json"
TOLERANCE = 0.05
"""Degrees by which a line may be off."""
SMALLEST = 0.12
"""Degrees that an island has to measure to be kept."""

Point = tuple[float, float]


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Every line of the topology in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        found.append(line)
    return found


def uses(topology: dict[str, Any]) -> Counter[int]:
    """How many countries each line bounds."""
    counts: Counter[int] = Counter()

    def walk(value: Any) -> None:
        if isinstance(value, int):
            counts[value if value >= 0 else ~value] += 1
        else:
            for item in value:
                walk(item)

    for country in topology["objects"]["countries"]["geometries"]:
        walk(country.get("arcs", []))
    return counts


def pieces(line: list[Point]) -> Iterator[list[Point]]:
    """A line without the seams along the date line and the pole, which are no coasts."""
    piece: list[Point] = []
    for point in line:
        seam = bool(piece) and (
            (abs(point[0]) > 179.98 and abs(piece[-1][0]) > 179.98) or point[1] < -89.9
        )
        if seam:
            yield piece
            piece = []
        piece.append(point)
    yield piece


def thinned(line: list[Point]) -> list[Point]:
    """The points that a line needs to be off nowhere by more than the tolerance."""
    keep = {0, len(line) - 1}
    open_ends = [(0, len(line) - 1)]
    while open_ends:
        first, last = open_ends.pop()
        far, at = 0.0, 0
        for i in range(first + 1, last):
            away = distance(line[i], line[first], line[last])
            if away > far:
                far, at = away, i
        if far > TOLERANCE:
            keep.add(at)
            open_ends += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a stretch, in degrees."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0.0
    if length:
        along = max(
            0.0, min(1.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length)
        )
    x, y = start[0] + along * dx - point[0], start[1] + along * dy - point[1]
    return float((x * x + y * y) ** 0.5)


def small(line: list[Point]) -> bool:
    """Whether a line is the coast of a speck."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return line[0] == line[-1] and max(max(xs) - min(xs), max(ys) - min(ys)) < SMALLEST


def packed(lines: list[tuple[bool, list[Point]]]) -> bytes:
    """Counts (negative for borders), then differences in hundredths of degrees, 16 bits each."""
    counts, steps = [], []
    x = y = 0
    for border, line in lines:
        counts.append(-len(line) if border else len(line))
        for lon, lat in line:
            east, north = round(lon * 100), round(lat * 100)
            steps += [wrapped(east - x), wrapped(north - y)]
            x, y = east, north
    raw = struct.pack(f"<I{len(counts)}h{len(steps)}h", len(counts), *counts, *steps)
    return lzma.compress(raw, preset=9 | lzma.PRESET_EXTREME)


def wrapped(step: int) -> int:
    """A difference as a number of 16 bits; adding them up wraps back."""
    return (step + 32768) % 65536 - 32768


def main(source: Path) -> None:
    """Write the file."""
    if hashlib.sha1(source.read_bytes()).hexdigest() != SHA1:
        raise SystemExit(f"{source} is not world-atlas 2.0.2")
    with tarfile.open(source) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            raise SystemExit(f"{source} holds no {MEMBER}")
        topology = json.load(member)
    counts = uses(topology)
    lines = []
    for number, arc in enumerate(arcs(topology)):
        for piece in pieces(arc):
            if len(piece) > 1 and not small(piece):
                lines.append((counts[number] > 1, thinned(piece)))
    TARGET.write_bytes(packed(lines))
    print(f"{len(lines)} lines, {sum(len(line) for _, line in lines)} points, "
          f"{TARGET.stat().st_size} bytes")  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))
