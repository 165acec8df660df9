"""Given names, family names and English words: how far a capitalised word may be trusted.

The table behind this is corpus/data/given_names.bin, made by scripts/build_names.py.
"""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from corpus.names.letters import fold


class Names(NamedTuple):
    """How usual a word is as a given and as a family name, each from 0 (unknown) to 1."""

    given: float
    family: float


_UNKNOWN = Names(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Tables:
    place: dict[str, int]
    marks: str
    syllables: frozenset[str]
    common: frozenset[str]
    words: frozenset[str]


@cache
def _tables() -> _Tables:
    """The tables, read once when first asked for."""
    data = files("corpus").joinpath("data/given_names.bin").read_bytes()
    tokens, marks, syllables, common, words = lzma.decompress(data).decode("ascii").split("\n\n")
    split = tokens.split("\n")
    return _Tables(
        dict(zip(split, range(len(split)), strict=True)),
        marks,
        frozenset(syllables.split("\n")),
        frozenset(common.split("\n")),
        frozenset(words.split("\n")),
    )


def weight(token: str) -> Names:
    """How usual `token` is as a name; of hyphened names the weaker part decides."""
    parts = fold(token).split()
    if not parts:
        return _UNKNOWN
    found = [_weight(part) for part in parts]
    return Names(min(n.given for n in found), min(n.family for n in found))


def _weight(part: str) -> Names:
    """The weights of one folded word."""
    tables = _tables()
    row = tables.place.get(part)
    if row is None:
        return _UNKNOWN
    return Names(int(tables.marks[3 * row]) / 9, int(tables.marks[3 * row + 1]) / 9)


def is_given(token: str) -> bool:
    """Whether `token` is a known given name, or two Korean syllables joined by a hyphen."""
    return weight(token).given > 0 or is_korean_given(token)


def is_family(token: str) -> bool:
    """Whether `token` is a known family name."""
    return weight(token).family > 0


def family_first(token: str) -> bool:
    """Whether `token` is a family name of a people that puts it first: Kim, Zhang, Nguyen."""
    row = _tables().place.get(fold(token))
    return row is not None and _tables().marks[3 * row + 2] == "e"


def is_syllable(token: str) -> bool:
    """Whether `token` is a syllable of which Korean given names are made ("un", "Hyun")."""
    return fold(token) in _tables().syllables


def is_korean_given(token: str) -> bool:
    """Whether `token` is a hyphened pair of such syllables: "Jong-un", "Il-Kyu"."""
    parts = fold(token).split()
    return "-" in token and len(parts) == 2 and all(p in _tables().syllables for p in parts)


def is_common_word(token: str) -> bool:
    """Whether `token` is one of the eleven thousand commonest English words."""
    return _word(token) in _tables().common


def also_word(token: str) -> bool:
    """Whether `token` is an English word at all, so that a capital alone proves no name."""
    word = _word(token)
    tables = _tables()
    return word in tables.common or word in tables.words


def _word(token: str) -> str:
    """`token` as the word lists hold it: lower case, without a possessive ending."""
    lower = token.lower().replace("’", "'")
    return lower[:-2] if lower.endswith("'s") else lower
