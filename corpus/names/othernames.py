"""What the world calls someone or some place besides: exonyms, postal and former names, Hangul.

Two tables: corpus/data/romanisation/known.tsv is our own; corpus/data/othernames.bin is made by
scripts/build_othernames.py from GeoNames (CC BY 4.0).
"""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files
from math import log10

from corpus.names import keys


@cache
def _known() -> dict[str, tuple[float, tuple[str, ...]]]:
    """Our own table by the letters of every name in it: how well known, and all its names."""
    found: dict[str, tuple[float, tuple[str, ...]]] = {}
    table = files("corpus").joinpath("data/romanisation/known.tsv").read_text("utf-8")
    for line in table.splitlines():
        if line and line[0] != "#":
            name, rank, others = line.split("\t")
            names = (name, *others.split("|"))
            for one in names:
                if one.isascii() or one == name:
                    found.setdefault(_letters(one), (int(rank) / 10, names))
    return found


@cache
def _cities() -> dict[str, str]:
    """The cities' other names by the letters of the usual one, still in one line each."""
    text = lzma.decompress(files("corpus").joinpath("data/othernames.bin").read_bytes()).decode()
    return dict(line.split("\t", 1) for line in text.split("\n"))  # type: ignore[misc]


def _letters(name: str) -> str:
    return "".join(part.letters for _, word in keys.words(name) for part in word)


def of(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Further names of what is called `name`: by our own table, and of a city by GeoNames."""
    letters = _letters(name)
    known = _known().get(letters)
    cities = _cities().get(letters)
    own = tuple(other for other in known[1] if _letters(other) != letters) if known else ()
    return own, tuple(cities.split("\t")) if cities else ()


def fame(name: str) -> float:
    """How well known what is called `name` is, 0 to 1, by our table or by a city's population."""
    known = _known().get(_letters(name))
    return max(known[0] if known else 0.0, _as_place(name))


def _as_place(name: str) -> float:
    from corpus.names import gazetteer

    places = gazetteer.load().find(name)
    if not places:
        return 0.0
    return min(0.1 * log10(1 + places[0].population), 0.8)
