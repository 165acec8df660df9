"""One Korean name in two romanisations, told without guessing its vowels.

`corpus.names.keys` lets o stand for eo and u for eu, as a search must; Kim Jong-un and Kim Jong-eun
meet there, who are two. Here only what every system writes for one and the same Hangul is made one:
the consonants, the family names, and vowels where no other syllable can be meant (hyun, hyon).
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.names import keys, korean, readings

_CONSONANTS = re.compile(r"tch|jj|ch|j|kkh?|kh|gg|g|tth?|th|dd|d|pph?|ph|bb|b|ssh?|sh|l")
_MADE = {"t": "t", "c": "j", "j": "j", "k": "k", "g": "k", "d": "t", "p": "p", "b": "p",
         "s": "s", "l": "r"}  # fmt: skip
_VOWELS = (
    (re.compile(r"woo|oo|wu"), "u"),
    (re.compile(r"weo|wo"), "wo"),
    (re.compile(r"(?<=h)y(?:eo|eou|ou|u|o)(?=n)"), "yo"),
    (re.compile(r"(?<=[kmp])y(?:eo|ou|u|o)(?=ng)"), "yo"),
    (re.compile(r"(?<=^ch)(?:eo|u|o)(?=l)|(?<=[-\s]ch)(?:eo|u|o)(?=l)"), "o"),
    (re.compile(r"(?<=h)(?:ee|eui|ui)"), "i"),
    (re.compile(r"ee"), "i"),
)
_BREAK = re.compile(r"[\s\-\u2010\u2011'’‘`]+")


@lru_cache(maxsize=1 << 14)
def key(name: str) -> str:
    """Equal for spellings of one Korean name; "" if `name` does not look like one in full."""
    found = parts(name)
    if found is None:
        return ""
    family, given = found
    return f"{keys.sounds(family)} {''.join(_syllable(part) for part in given)}"


@lru_cache(maxsize=1 << 14)
def parts(name: str) -> tuple[str, tuple[str, ...]] | None:
    """The letters of the family name and of the given ones in `name`, None if it is not Korean."""
    words = name.split()
    if not 2 <= len(words) <= 3 or any("." in word or "," in word for word in words):
        return None
    family, given = words[0], words[1:]
    if not readings.is_family(keys.ascii_letters(family)):
        if len(words) == 2 and korean.is_pair(words[0]):
            family, given = words[1], words[:1]
        else:
            return None
    letters = keys.ascii_letters(family)
    pieces = tuple(
        keys.ascii_letters(piece) for word in given for piece in _BREAK.split(word) if piece
    )
    if not pieces or not readings.is_family(letters):
        return None
    counts = [len(readings.syllables(piece)) for piece in pieces]
    return (letters, pieces) if all(counts) and sum(counts) <= 2 else None


def _syllable(letters: str) -> str:
    for pattern, vowel in _VOWELS:
        letters = pattern.sub(vowel, letters)
    return keys.merge(_CONSONANTS.sub(lambda m: _MADE[m[0][0]], letters))
