"""A person's name in its parts, and whether two names can be one person's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.names import given as tables
from corpus.names import korean, vocabulary
from corpus.names.fold import fold, mend

_PART_NUMBER = re.compile(r"\s\d:\s")
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "jnr", "snr"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """The folded words of a name, without titles; `family` and `given` are those it is called by.

    `family` holds every word that can stand alone for the family; `generation` is "jr", "sr" …
    """

    words: tuple[str, ...]
    family: tuple[str, ...]
    given: tuple[str, ...]
    generation: str
    glued: str
    korean: bool = False

    @property
    def rough(self) -> str:
        """Its letters with those made equal that scanners and transliterations confuse."""
        return roughen(self.glued)

    @property
    def full(self) -> bool:
        """Whether it has more than one word."""
        return len(self.words) > 1


def roughen(word: str) -> str:
    """`word` with rn as m, y as i, and digits as the letters they are mistaken for."""
    return word.replace("rn", "m").translate(_CONFUSED).replace("ii", "i")


_CONFUSED = str.maketrans("y10", "ilo")


@lru_cache(maxsize=1 << 14)
def parse(name: str) -> PersonName:
    """The parts of `name` as written: "KIM, Yong Chol", "Robert R. King", "Ri Il-kyu"."""
    name = _PART_NUMBER.sub(" ", mend(name))
    turned = ", " in name and fold(name.split(", ")[-1]) not in _GENERATIONS
    family_part, _, given_part = name.partition(", ") if turned else ("", "", name)
    raw = given_part.split() if turned else name.replace(",", " ").split()
    words = [fold(w).replace(" ", "") for w in raw]
    words = [w for w in words if w]
    while len(words) > 1 and words[0] in vocabulary.HONORIFICS:
        words, raw = words[1:], raw[1:]
    generation = ""
    is_korean = turned and korean.is_family(family_part)
    while len(words) > 1 and words[-1] in vocabulary.SUFFIXES:
        generation = words[-1] if words[-1] in _GENERATIONS else generation
        words.pop()
    if turned:
        family = [w for w in fold(family_part).split() if w]
        given = ["".join(words)] if is_korean else words
        words = family + words
    elif len(words) == 1:
        family, given = [], []
    elif korean.length_of_name(raw) == len(raw):
        family, given = words[:1], ["".join(words[1:])]
        is_korean = True
    else:
        family = [w for w in words[1:] if len(w) > 1 and w not in vocabulary.PARTICLES]
        given = words[:1]
        if len(words) == 2 and tables.family_first(words[0]) and not tables.is_given(words[1]):
            family = [words[0], *family]
    return PersonName(
        tuple(words), tuple(family), tuple(given), generation, "".join(words), is_korean
    )


def agree(a: PersonName, b: PersonName) -> str:
    """Why two names of more than one word can be one person's ("" when they cannot)."""
    if not a.words or not b.words:
        return ""
    if a.generation and b.generation and a.generation != b.generation:
        return ""
    if a.glued == b.glued:
        return "same letters"
    if a.rough == b.rough:
        return "same letters but for such as scanners confuse"
    if a.glued in _turned(b) or b.glued in _turned(a):
        return "same words in another order"
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if short.words[-1] == long.words[-1] and _opens_alike(short.words[0], long.words[0]):
        middle_short, middle_long = short.words[1:-1], long.words[1:-1]
        if _within(middle_short, middle_long):
            return "same first and last name"
    if len(short.words) >= 2 and len(long.words) > len(short.words):
        if long.words[: len(short.words)] == short.words and not korean.is_family(short.words[0]):
            return "the longer name begins with the shorter"
        if long.words[-len(short.words) :] == short.words:
            return "the longer name ends with the shorter"
    return ""


def _turned(name: PersonName) -> set[str]:
    """The name with its last words put first, all ways: "Yong Chol Kim" also as "kimyongchol"."""
    words = name.words
    return {"".join(words[i:] + words[:i]) for i in range(1, len(words))}


def _opens_alike(a: str, b: str) -> bool:
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the middle names of one occur, perhaps as initials, in order among the other's."""
    at = 0
    for word in short:
        while at < len(long) and not _opens_alike(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True
