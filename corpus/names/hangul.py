"""Hangul taken apart by arithmetic: Latin spellings of syllables, the consonants they begin with.

A syllable is the character 0xAC00 + (initial · 21 + vowel) · 28 + final (Unicode Standard, 3.12).
"""

from __future__ import annotations

import re

_FIRST = 0xAC00
_LAST = 0xD7A3
_LONE = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_SYLLABLES = re.compile("[가-힣]")
_PLAIN = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")

_INITIALS = {
    "revised": "g kk n d tt r m b pp s ss - j jj ch k t p h",
    "mccune": "k kk n t tt r m p pp s ss - ch tch ch k t p h",
    "north": "k kk n t tt r m p pp s ss - j jj ch kh th ph h",
}
_VOWELS = {
    "revised": "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
    "mccune": "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
    "north": "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
}
_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t"
SYSTEMS = tuple(_INITIALS)
"""Revised Romanisation, McCune–Reischauer without its marks, and the rules of the DPRK."""


def _letters(names: str) -> list[str]:
    return ["" if name == "-" else name for name in names.split()]


_TABLES = {system: (_letters(_INITIALS[system]), _letters(_VOWELS[system])) for system in SYSTEMS}
_ENDS = _letters(_FINALS)


def is_syllable(char: str) -> bool:
    """Whether `char` is a whole Hangul syllable."""
    return _FIRST <= ord(char) <= _LAST


def is_lone(char: str) -> bool:
    """Whether `char` is a consonant typed by itself, as in ㄱㅈㅇ."""
    return char in _LONE


def has_syllables(text: str) -> bool:
    """Whether any Hangul syllable stands in `text`."""
    return _SYLLABLES.search(text) is not None


def romanise(syllable: str, system: str = "revised") -> str:
    """One syllable in Latin letters, without the changes that neighbours cause."""
    code = ord(syllable) - _FIRST
    initials, vowels = _TABLES[system]
    return initials[code // 588] + vowels[code // 28 % 21] + _ENDS[code % 28]


def initial(char: str) -> str:
    """The consonant a syllable begins with (ㅇ if none), doubled ones made plain; "" for others."""
    if char in _LONE:
        return char.translate(_PLAIN)
    if is_syllable(char):
        return _LONE[(ord(char) - _FIRST) // 588].translate(_PLAIN)
    return ""


def soften(text: str) -> str:
    """`text` with the southern initial law applied to its first syllable (리 → 이, 로 → 노)."""
    if not text or not is_syllable(text[0]):
        return text
    code = ord(text[0]) - _FIRST
    first, vowel, final = code // 588, code // 28 % 21, code % 28
    if first not in (2, 5):
        return text
    palatal = vowel in (2, 3, 6, 7, 12, 17, 20)
    first = 11 if palatal else 2
    return chr(_FIRST + (first * 21 + vowel) * 28 + final) + text[1:]


def script(text: str) -> str:
    """What `text` is written in: "latin", "hangul", "han", "cyrillic" or "other"."""
    if text.isascii():
        return "latin"
    for char in text:
        code = ord(char)
        if code >= 0x250 and char.isalpha():
            if _FIRST <= code <= _LAST:
                return "hangul"
            if 0x3400 <= code <= 0x9FFF:
                return "han"
            if 0x400 <= code < 0x530:
                return "cyrillic"
            if not 0x1E00 <= code < 0x1F00 and not 0x2B0 <= code < 0x370:
                return "other"
    return "latin"
