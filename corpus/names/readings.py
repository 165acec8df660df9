"""Korean names recognised by their syllables, so that ㄱㅈㅇ and "kju" find Kim Jong-un.

Every reading is a guess over sounds: a name that could be Korean gets the consonants that its
syllables would begin with in Hangul, in classes that survive romanisation (ㄱ and ㅋ are one).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.names import hangul
from corpus.names.keys import Part, sounds

_FAMILIES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채"
    "원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복"
    "태목형계두온호범리림력렴란량로렁"
)
_FOREIGN = re.compile(r"zh|[xqzfv]|th(?=[ae]n?$)")
_CLASSES = {
    "ㄱ": "k", "ㅋ": "k", "ㄴ": "n", "ㄹ": "n", "ㄷ": "t", "ㅌ": "t", "ㅁ": "m", "ㅂ": "p",
    "ㅍ": "p", "ㅅ": "s", "ㅇ": "o", "ㅈ": "j", "ㅊ": "j", "ㅎ": "h",
}  # fmt: skip


@cache
def _family_sounds() -> frozenset[str]:
    return frozenset(
        sounds(hangul.romanise(char, system)) for char in _FAMILIES for system in hangul.SYSTEMS
    )


@cache
def _syllable_sounds() -> frozenset[str]:
    """The sounds of all syllables without a cluster at their end."""
    finals = (0, 1, 4, 8, 16, 17, 19, 21)
    spelt = {
        hangul.romanise(chr(0xAC00 + start + final))
        for start in range(0, 11172, 28)
        for final in finals
    }
    return frozenset(sounds(letters) for letters in spelt)


def consonant(part_sounds: str) -> str:
    """The class of the consonant that a syllable with these sounds begins with."""
    first = part_sounds[:1]
    return {"r": "n", "u": "o", "a": "o", "e": "o", "i": "o", "y": "o", "w": "o"}.get(first, first)


@lru_cache(maxsize=1 << 13)
def syllables(letters: str) -> tuple[str, ...]:
    """A word as one or two Korean syllables; () if it cannot be that."""
    if len(letters) > 12 or _FOREIGN.search(letters):
        return ()
    known = _syllable_sounds()
    if sounds(letters) in known and len(letters) < 7:
        return (letters,)
    for at in range(len(letters) - 2, 0, -1):
        tail = letters[at:]
        if tail[0] in "aeiou" and letters[at - 1] not in "aeioug":
            continue
        if sounds(letters[:at]) in known and sounds(tail) in known and len(tail) < 7:
            return (letters[:at], tail)
    return ()


@lru_cache(maxsize=1 << 14)
def is_family(letters: str) -> bool:
    """Whether a word sounds like a Korean family name."""
    return sounds(letters) in _family_sounds() and not _FOREIGN.search(letters)


def consonants(words: list[tuple[Part, ...]]) -> str:
    """The classes of initial consonants of a name in words, "" if it is not Korean."""
    if not 2 <= len(words) <= 4 or not is_family(words[0][0].letters) or len(words[0]) > 2:
        return ""
    found = consonant(words[0][0].sounds)
    for word in words[1:]:
        for part in word:
            pieces = syllables(part.letters)
            if not pieces:
                return ""
            found += "".join(consonant(sounds(piece)) for piece in pieces)
    return found if 2 <= len(found) <= 4 else ""


def of_hangul(text: str) -> str:
    """The classes of the initial consonants of Hangul, whole syllables or consonants alone."""
    return "".join(_CLASSES.get(hangul.initial(char), "") for char in text)


def fits(char: str, letters: str) -> float:
    """How well a Hangul consonant fits the Latin letters a syllable begins with, 0 to 1."""
    best = _FITS.get(char, ())
    for rank, start in enumerate(best):
        if letters.startswith(start) or (start == "-" and letters[:1] in "aeiouyw"):
            return 1.0 - 0.12 * rank
    return 0.5


_FITS = {
    "ㄱ": ("g", "kw", "ki", "k"), "ㅋ": ("kh", "k"), "ㄴ": ("n", "r"), "ㄷ": ("d", "t"),
    "ㅌ": ("th", "t"), "ㄹ": ("r", "l", "-", "n"), "ㅁ": ("m",), "ㅂ": ("b", "p"),
    "ㅍ": ("ph", "p"), "ㅅ": ("s",), "ㅇ": ("-", "l", "r"), "ㅈ": ("j", "ch"), "ㅊ": ("ch", "j"),
    "ㅎ": ("h",),
}  # fmt: skip
