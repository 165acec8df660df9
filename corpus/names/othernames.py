"""What the world calls someone or some place besides: exonyms, postal and former names, Hangul.

Two tables: corpus/data/romanisation/known.tsv is our own; corpus/data/othernames.bin is made by
scripts/build_othernames.py from GeoNames (CC BY 4.0).
"""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from corpus.names import hangul, keys


class Known(NamedTuple):
    """What is known of a name: how well, 0 to 1; further names by our table and by GeoNames."""

    fame: float
    ours: tuple[str, ...]
    cities: tuple[str, ...]


@cache
def _ours() -> dict[str, tuple[float, tuple[str, ...]]]:
    """Our own table by the letters of every name in it: how well known, and all its names."""
    found: dict[str, tuple[float, tuple[str, ...]]] = {}
    table = files("corpus").joinpath("data/romanisation/known.tsv").read_text("utf-8")
    for line in table.splitlines():
        if line and line[0] != "#":
            name, rank, others = line.split("\t")
            names = (name, *others.split("|"))
            for one in names:
                if hangul.script(one) == "latin":
                    found.setdefault(letters(one), (int(rank) / 10, names))
    return found


@cache
def _cities() -> dict[str, str]:
    """Cities by the letters of the usual name: ten times the logarithm of the population, and their
    other names, still in one line each."""
    text = lzma.decompress(files("corpus").joinpath("data/othernames.bin").read_bytes()).decode()
    return dict(line.split("\t", 1) for line in text.split("\n"))


def letters(name: str) -> str:
    """The letters by which `name` is filed."""
    return "".join(part.letters for _, word in keys.words(name) for part in word)


def find(filed: str) -> Known | None:
    """What is known of the name whose letters are `filed`; None if nothing is."""
    own = _ours().get(filed)
    city = _cities().get(filed)
    if own is None and city is None:
        return None
    rank, *others = city.split("\t") if city else ["0"]
    fame, names = own or (0.0, ())
    return Known(
        max(fame, min(int(rank) / 100, 0.8)),
        tuple(name for name in names if letters(name) != filed),
        tuple(others),
    )


def fame(filed: str) -> float:
    """How well known a person or place of our own table is, 0 to 1; 0 for whoever is not in it."""
    own = _ours().get(filed)
    return own[0] if own else 0.0


def known_as(filed: str) -> str:
    """The usual name of whom our own table files under `filed`, "" if of no one."""
    own = _ours().get(filed)
    return own[1][0] if own else ""


def forget() -> None:
    """Let the tables go, which are large and needed only while an index is made."""
    _ours.cache_clear()
    _cities.cache_clear()
