"""What a query may mean: its words in every system of romanisation that fits them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.names import hangul, keys, readings, wade_giles

_HANGUL_NAME = re.compile("[가-힣]{3,4}$")


class Unit(NamedTuple):
    """A word or a part of one, by its three keys."""

    letters: str
    sounds: str
    rough: str


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of the query: parts by word; `cost` is what it loses for being a guess."""

    words: tuple[tuple[Unit, ...], ...]
    cost: float

    def whole(self) -> Unit:
        """All words run together."""
        return _join([unit for word in self.words for unit in word])

    def orders(self) -> list[tuple[Unit, float]]:
        """The words run together as typed, then with the last or first word at the other end.

        Each with its cost; a name not as typed must be there whole.
        """
        found = [(self.whole(), self.cost)]
        words = self.words
        if len(words) > 1:
            found.append((_flat((words[-1], *words[:-1])), self.cost + 0.015))
        if len(words) > 2:
            found.append((_flat((*words[1:], words[0])), self.cost + 0.015))
        return found


def _flat(words: tuple[tuple[Unit, ...], ...]) -> Unit:
    return _join([unit for word in words for unit in word])


def _join(units: list[Unit]) -> Unit:
    sounds = keys.merge("".join(unit.sounds for unit in units))
    return Unit("".join(unit.letters for unit in units), sounds, keys.rough(sounds))


def unit(letters: str, first: bool = True) -> Unit:
    """A unit of lower-case ASCII, the `first` of its word or a later one."""
    sounds = keys.merge(keys.sounds(letters, first))
    return Unit(letters, sounds, keys.rough(sounds))


@lru_cache(maxsize=1 << 13)
def of_part(part: keys.Part) -> Unit:
    """A part of a word without its place in it."""
    return Unit(part.letters, keys.merge(part.sounds), keys.rough(part.sounds))


@lru_cache(maxsize=1 << 13)
def joined(word: tuple[Unit, ...]) -> Unit:
    """A word's parts as one unit."""
    return word[0] if len(word) == 1 else _join(list(word))


@cache
def endings() -> frozenset[str]:
    """Words for kinds of place that follow a name."""
    table = files("corpus").joinpath("data/romanisation/places.tsv").read_text("utf-8")
    return frozenset(line for line in table.splitlines() if line and line[0] != "#")


def forms(query: str) -> list[Form]:
    """The readings of `query`, that as typed first; [] if nothing in it can be looked up."""
    words = [parts for _, parts in keys.words(query)]
    if not words:
        return []
    typed = tuple(tuple(of_part(part) for part in word) for word in words)
    if len(typed) == 1 and 3 <= len(typed[0]) <= 4 and _HANGUL_NAME.match(query.strip()):
        typed = (typed[0][:1], typed[0][1:])
    found = [Form(typed, 0.0)]
    if hangul.has_syllables(query):
        for system in hangul.SYSTEMS[1:]:
            respelt = _respelt(query, system)
            if len(respelt) < len(typed):
                respelt = (respelt[0][:1], respelt[0][1:])
            found.append(Form(respelt, 0.0))
        return found
    last = typed[-1][-1].letters
    if last in endings() and len(found[0].whole().letters) >= len(last) + 3:
        head = (*typed[:-1], typed[-1][:-1]) if len(typed[-1]) > 1 else typed[:-1]
        found.append(Form(head, 0.03))
    found.extend(_pinyin(query, typed))
    return found


def _respelt(query: str, system: str) -> tuple[tuple[Unit, ...], ...]:
    """The words of a query with Hangul in another system of romanisation."""
    words = []
    for word in query.split():
        plain = "".join(
            f"-{hangul.romanise(c, system)}-" if hangul.is_syllable(c) else c for c in word
        )
        parts = keys.split(plain)
        if parts:
            words.append(tuple(unit(part.letters, not n) for n, part in enumerate(parts)))
    return tuple(words)


def _pinyin(query: str, typed: tuple[tuple[Unit, ...], ...]) -> list[Form]:
    """The query read as Wade–Giles, if every part of it can be that."""
    if sum(map(len, typed)) < 2 or not query.replace("'", "").strip():
        return []
    syllables: list[str] = []
    shape: list[int] = []
    for word in query.split():
        parts = keys.split(word)
        if parts:
            syllables += [word[part.start : _end(word, part.end)] for part in parts]
            shape.append(len(parts))
    found = []
    for number, reading in enumerate(wade_giles.to_pinyin(syllables)):
        if reading == [part.letters for word in typed for part in word]:
            continue
        rest = iter(reading)
        words = tuple(tuple(unit(next(rest), not i) for i in range(n)) for n in shape)
        found.append(Form(words, 0.015 + 0.01 * number))
    return found


def _end(word: str, end: int) -> int:
    return end + 1 if word[end : end + 1] in ("'", "’") else end


def consonant_query(query: str) -> str:
    """The query as lone Hangul consonants without spaces, "" if it is anything else."""
    plain = "".join(query.split())
    if len(plain) < 2 or not all(hangul.is_lone(c) for c in plain):
        return ""
    return plain


def consonant_classes(lone: str) -> set[str]:
    """The classes under which names with these initial consonants are filed."""
    classes = readings.of_hangul(lone)
    found = {classes}
    if lone[0] == "ㄹ":
        found.add("o" + classes[1:])
    return found
