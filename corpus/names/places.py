"""Which mentions of places in one article are one place, and where it lies."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from corpus.model import Kind, Mention
from corpus.names import gazetteer, vocabulary
from corpus.names.beings import Being
from corpus.names.fold import fold, mend
from corpus.names.gazetteer import Gazetteer


def link(text: str, mentions: Sequence[Mention]) -> list[Being]:
    atlas = gazetteer.load()
    indexes = [i for i, m in enumerate(mentions) if m.kind is Kind.PLACE]
    names = {i: text[mentions[i].start : mentions[i].end] for i in indexes}
    context = _context(atlas, names.values())
    by_key: dict[str, Being] = {}
    beings: list[Being] = []
    for i in indexes:
        name = names[i]
        place = atlas.choose(mend(name), context, _within(text, mentions[i].end))
        half = _HALVES.get(name.casefold())
        if half:
            # "the North" is a mention only in an article that speaks of Korea.
            place = atlas.choose("North Korea" if half == "KP" else "South Korea")
        key = f"{place.name}|{place.country}|{place.feature}" if place else _bare(name)
        being = by_key.get(key) or by_key.get(_bare(name))
        if being is None:
            being = Being(Kind.PLACE, [], introduced=mentions[i].start, place=place)
            beings.append(being)
        by_key.setdefault(key, being)
        by_key.setdefault(_bare(name), being)
        being.mentions.append(i)
    return beings


_HALVES = {
    "north": "KP",
    "the north": "KP",
    "korea, north": "KP",
    "korea, south": "KR",
    "north chosun": "KP",
    "south": "KR",
    "the south": "KR",
    "south chosun": "KR",
    "south joseon": "KR",
}


_AFTER = re.compile(r",\s+([A-Z][\w.\u2019'-]*(?:\s[A-Z][\w.\u2019'-]*){0,2})")


def _within(text: str, end: int) -> str | None:
    """The larger place named right after a comma: "Georgia" in "Athens, Georgia"."""
    found = _AFTER.match(text, end, end + 60)
    if found is None:
        return None
    rows = gazetteer.load().find(found.group(1))
    larger = bool(rows) and rows[0].feature in ("country", "division")
    return found.group(1) if larger else None


def _context(atlas: Gazetteer, names: Collection[str]) -> frozenset[str]:
    """Codes of the countries named in the article, to tell places of one name apart."""
    codes = set()
    for name in names:
        rows = atlas.find(name)
        if rows and rows[0].country and rows[0].feature in ("country", "division"):
            codes.add(rows[0].country)
    return frozenset(codes)


def _bare(name: str) -> str:
    """A place's name without "the" and without its generic word: "Onsong County" → "onsong"."""
    words = fold(name).split()
    if words and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in vocabulary.PLACE_HEADS:
        words = words[:-1]
    return " ".join(words)
