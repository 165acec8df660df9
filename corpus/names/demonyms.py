"""Demonyms: adjectives and names of peoples, which belong to a place but name none.

The table is corpus/data/demonyms.tsv.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.names.letters import fold

_COMBINING = {
    "sino": "CN", "franco": "FR", "anglo": "GB", "russo": "RU", "indo": "IN", "italo": "IT",
    "austro": "AT", "greco": "GR", "graeco": "GR", "turco": "TR", "hispano": "ES", "luso": "PT",
    "germano": "DE", "polono": "PL", "nippo": "JP", "americano": "US", "serbo": "RS",
    "dano": "DK", "finno": "FI", "hungaro": "HU", "czecho": "CZ", "swiss": "CH", "belgo": "BE",
    "israelo": "IL", "irano": "IR", "iraqo": "IQ", "ukraino": "UA", "soviet": "SU",
    "afro": None, "euro": None, "amero": None, "ibero": None, "judeo": None, "arabo": None,
}  # fmt: skip
"""First halves of compounds, with the country they stand for: "Sino-Korean"."""

_BEFORE = frozenset(
    [
        "inter",
        "intra",
        "anti",
        "pro",
        "non",
        "pan",
        "trans",
        "ex",
        "pre",
        "post",
        "neo",
        "half",
        "part",
        "ethnic",
        "mid",
        "cross",
    ]
)
_BEHIND = frozenset(
    [
        "born",
        "based",
        "led",
        "backed",
        "made",
        "owned",
        "run",
        "style",
        "language",
        "speaking",
        "funded",
        "trained",
        "controlled",
        "occupied",
        "educated",
        "built",
        "flagged",
        "registered",
        "sponsored",
        "bound",
        "held",
        "ruled",
        "friendly",
    ]
)
_SHORT = {
    "us": "US", "usa": "US", "uk": "GB", "dprk": "KP", "rok": "KR", "prc": "CN", "roc": "TW",
    "uae": "AE", "ussr": "SU", "gdr": "DD", "eu": None, "nato": None, "un": None, "asean": None,
    "america": "US", "britain": "GB", "holland": "NL", "burma": "MM", "korea": None,
}  # fmt: skip
_DASHES = re.compile(r"\s*[-‐-―/]\s*")


class _Entry(NamedTuple):
    country: str | None
    homeland: str


@cache
def _table() -> tuple[dict[str, _Entry], dict[str, str | None]]:
    """Demonyms by folded form, and countries by folded name."""
    entries: dict[str, _Entry] = {}
    places: dict[str, str | None] = dict(_SHORT)
    text = files("corpus").joinpath("data/demonyms.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, home, forms = line.split("\t")
        places.setdefault(fold(home), code or None)
        for form in forms.split("|"):
            entry = _Entry(code or None, home)
            folded = fold(form)
            entries.setdefault(folded, entry)
            if not folded.endswith(("s", "sh", "ch", "ese", "men")):
                entries.setdefault(folded + "s", entry)
    return entries, places


def is_demonym(phrase: str) -> bool:
    """Whether `phrase` is an adjective or noun of a people: "North Korean", "Sino-Korean".

    A bare one must begin with a capital ("Polish", not "polish"); "US-North Korea" and "US-led"
    count, being adjectives made of place names.
    """
    return bool(_read(phrase))


def country(phrase: str) -> str | None:
    """The code of the one country that `phrase` belongs to; None for several or for none."""
    codes = {entry.country for entry in _read(phrase)}
    return codes.pop() if len(codes) == 1 else None


def homeland(phrase: str) -> str | None:
    """The name of the one place that `phrase` belongs to: "Muscovite" → "Moscow"."""
    homes = {entry.homeland for entry in _read(phrase)} - {""}
    return homes.pop() if len(homes) == 1 else None


@lru_cache(maxsize=8192)
def _read(phrase: str) -> tuple[_Entry, ...]:
    """The entries that `phrase` is made of; empty if any part of it is no demonym."""
    phrase = _without_possessive(phrase.strip())
    if not phrase or len(phrase) > 80:
        return ()
    entries, places = _table()
    whole = entries.get(fold(phrase))
    if whole is not None and phrase[0].isupper():
        return (whole,)
    parts = [part for part in _DASHES.split(phrase) if part]
    if len(parts) < 2:
        return ()
    found: list[_Entry] = []
    peoples = plain = 0
    for at, part in enumerate(parts):
        folded = fold(part)
        if part[:1].isupper() and folded in entries:
            found.append(entries[folded])
            peoples += 1
        elif part[:1].isupper() and folded in places:
            found.append(_Entry(places[folded], ""))
            plain += 1
        elif at < len(parts) - 1 and folded in _COMBINING and part[:1].isupper():
            found.append(_Entry(_COMBINING[folded], ""))
            peoples += 1
        elif at == 0 and folded in _BEFORE:
            continue
        elif at == len(parts) - 1 and at > 0 and part.islower() and folded in _BEHIND:
            peoples += 1
        else:
            return ()
    return tuple(found) if peoples or plain > 1 else ()


def _without_possessive(phrase: str) -> str:
    """`phrase` without "'s" or a bare apostrophe at its end."""
    for ending in ("'s", "’s", "'", "’"):
        if phrase.endswith(ending):
            return phrase[: -len(ending)]
    return phrase
