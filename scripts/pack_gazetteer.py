"""The rows of the gazetteer and how they are packed; see build_gazetteer.py, which fills them."""

from __future__ import annotations

import lzma
import sys
import zlib
from array import array
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from corpus.names.letters import fold
from corpus.names.placenames import bare, key

FEATURES = ("country", "division", "city", "region", "water")
CAPITAL = 8
HYPHENS_CLOSE = frozenset(["KP", "KR", "CN", "TW", "JP", "VN", "HK", "MO"])


@dataclass
class Row:
    """A place in the making; `names` begins with the name shown."""

    feature: str
    country: str
    division: str
    lat: float
    lon: float
    population: int
    names: list[str]
    capital: bool = False
    others: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name shown."""
        return self.names[0]


def squeezed(name: str) -> str:
    """The key of a name without blanks, by which spellings count as the same."""
    return key(name).replace(" ", "")


def keys_of(row: Row) -> list[str]:
    """The keys of a row, the main one first."""
    close = row.country in HYPHENS_CLOSE and row.feature == "city"
    keys = []
    for name in row.names + row.others:
        if name.isascii() and len(fold(name)) < 2:
            continue
        names = [name.replace("-", "")] if close else [name]
        if name in row.names and row.feature != "city":
            stripped = bare(name)
            if stripped and row.feature == "water" and stripped[1] == "water":
                names.append(name)
        keys += [key(n) for n in names]
    return list(dict.fromkeys(k for k in keys if k))


def digits(people: int) -> int:
    """A population as two significant digits and a power of ten, in one number (see the reader)."""
    power = max(0, len(str(people)) - 2)
    return 100 * power + min(99, round(people / int(10**power)))


def titled(key_: str) -> str:
    """The name that the reader makes of a key when none is stored."""
    return " ".join(word.capitalize() for word in key_.split())


def write(rows: list[Row], target: Path) -> None:
    """Write the rows as columns, sorted by key so that like stands by like and packs well.

    A line with the counts of rows and other names and the size of the texts; the texts in zlib,
    which unpacks fast; the numbers in LZMA, which packs them smaller.
    """
    keyed = sorted(
        ((keys_of(row), row) for row in rows),
        key=lambda kr: (kr[0][0], -kr[1].population, kr[1].country, kr[1].division, kr[1].lat),
    )
    parts = sorted({f"{row.country}.{row.division}" for row in rows})
    others = sorted((k, i) for i, (keys, _) in enumerate(keyed) for k in keys[1:])
    final = [row for _, row in keyed]
    if len(final) >= 1 << 16:
        raise SystemExit(f"{len(final)} rows do not fit 16 bits: raise the least population")
    part_of = {part: i for i, part in enumerate(parts)}
    sections = [
        "\n".join(keys[0] for keys, _ in keyed).encode(),
        "\n".join("" if titled(k[0]) == r.name else r.name for k, r in keyed).encode(),
        "\n".join(k for k, _ in others).encode(),
        "\n".join(parts).encode(),
        packed("B", [FEATURES.index(r.feature) | CAPITAL * r.capital for r in final]),
        packed("H", [part_of[f"{r.country}.{r.division}"] for r in final]),
        packed("h", [round(r.lat * 100) for r in final]),
        packed("h", [round(r.lon * 100) for r in final]),
        packed("H", [digits(r.population) for r in final]),
        packed("H", [i for _, i in others]),
    ]
    texts = zlib.compress(b"\0".join(sections[:4]), 9)
    window = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 20}]
    numbers = lzma.compress(b"".join(sections[4:]), filters=window)
    data = f"{len(final)} {len(others)} {len(texts)}\n".encode() + texts + numbers
    target.write_bytes(data)
    counts = Counter(row.feature for row in final)
    print(f"{len(data):,} bytes; {dict(counts)}; {len(others):,} other names")


def packed(code: str, values: list[int]) -> bytes:
    """A column of small integers, least byte first, the low bytes before the high ones."""
    column = array(code, values)
    if sys.byteorder == "big":
        column.byteswap()
    raw = column.tobytes()
    return b"".join(raw[i :: column.itemsize] for i in range(column.itemsize))
