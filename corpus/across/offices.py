"""Whether two names of an office mean the same one: "Counselor" and "counselor for trade"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.model import Fact
from corpus.names.demonyms import is_demonym

_WORD = re.compile(r"[^\W_][\w'’-]*")
_OWNED = re.compile(r"\b(?:[A-Z][\w.-]{0,30}\s){0,3}[A-Z][\w.-]{0,30}['’]s\s")
_DROPPED = frozenset("the a an former then late current acting ex his her its their".split())
_JOINS = frozenset("of for to in at on with under from".split())
_SAME = {
    "vice": "deputy", "counsellor": "counselor", "chairman": "chair", "chairwoman": "chair",
    "chairperson": "chair", "congresswoman": "congressman", "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
}  # fmt: skip


def key(office: str) -> tuple[str, ...]:
    """The telling words of an office in small letters, without article and leading nationality."""
    words = [w for w in _WORD.findall(_OWNED.sub("", office)) if w.lower() not in _DROPPED]
    while len(words) > 1:
        two = " ".join(words[:2])
        if len(words) > 2 and words[0][:1].isupper() and is_demonym(two):
            words = words[2:]
        elif words[0][:1].isupper() and is_demonym(words[0]):
            words = words[1:]
        else:
            break
    return tuple(_SAME.get(w.lower(), w.lower()) for w in words)


def named(facts: Iterable[Fact]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each office of one person the fullest name of it, if exactly one goes further."""
    keys = {key(f.object.text) for f in facts if f.object is not None}
    longer = {
        short: [long for long in keys if extends(long, short)]
        for short in keys
    }  # fmt: skip
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for short, fuller in longer.items():
        ends = [long for long in fuller if not longer[long]]
        found[short] = ends[0] if len(ends) == 1 else short
    return found


def extends(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether `long` says the same office with its field or seat behind it."""
    cut = len(short)
    return 0 < cut < len(long) and long[:cut] == short and long[cut] in _JOINS
