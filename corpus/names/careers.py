"""Fields of work, told by the words of an office: what can hardly be one person's career."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GENERAL = re.compile(r"\b(?:secretary|attorney|director|consul|governor|solicitor)[ -]general\b")
_SHADOWED = {"diplomacy": "politics", "police": "military"}
"""A field told by a word that qualifies one of the other field: a foreign minister is a diplomat,
an intelligence general belongs to the services."""


@cache
def _fields() -> dict[str, str]:
    found = {}
    for field, told in _rows("careers.tsv"):
        found.update(dict.fromkeys(told.split(), field))
    return found


@cache
def _pairs() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(row) for row in _rows("careers_together.tsv"))


def _rows(name: str) -> Iterable[tuple[str, str]]:
    table = files("corpus").joinpath("data", name).read_text("utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            first, _, second = line.partition("\t")
            yield first, second


def fields(office: str) -> frozenset[str]:
    """The fields of work that `office` tells: {"military"} for "chief of the general staff"."""
    text = _GENERAL.sub(lambda m: m[0].split("general")[0], office.lower())
    known = _fields()
    found = {known[word] for word in _WORD.findall(text) if word in known}
    return frozenset(found - {_SHADOWED[f] for f in found if f in _SHADOWED})


def together(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether one person can be known for the fields of `a` and of `b`; so if one is empty."""
    first, second = set(a), set(b)
    if not first or not second or first & second:
        return True
    return any(frozenset((x, y)) in _pairs() for x in first for y in second)
