"""Numbers as people write them, in digits and in words, as values."""

from __future__ import annotations

import re

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}  # fmt: skip
LETTERS = {
    "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000,
    "bln": 1_000_000_000, "b": 1_000_000_000, "tn": 1_000_000_000_000,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
HALVES = {"half": 0.5, "a half": 0.5, "one-half": 0.5, "two-thirds": 2 / 3, "two thirds": 2 / 3,
          "one-third": 1 / 3, "one third": 1 / 3, "a third": 1 / 3, "three-quarters": 0.75,
          "three quarters": 0.75, "one-quarter": 0.25, "one quarter": 0.25, "a quarter": 0.25,
          "three-fourths": 0.75, "one-fourth": 0.25, "a fifth": 0.2, "one-fifth": 0.2,
          "four-fifths": 0.8, "two-fifths": 0.4, "a tenth": 0.1}  # fmt: skip

DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)(?![\d,]\d|\.\d)"
"""Digits, grouped by commas or not, with a decimal part; bounded, so that no text makes it slow."""
_SMALL = "|".join(sorted((*UNITS, *TENS), key=len, reverse=True))
_SCALE = "|".join(SCALES)
WORDS = (
    rf"(?:(?:{_SMALL}|a(?=[ ](?:{_SCALE})\b))\b"
    rf"(?:[ -](?:and[ ])?(?:{_SMALL}|{_SCALE})\b(?![-]\w*\d)){{0,8}})"
)
"""A number in words: "thirteen", "twenty-five", "two hundred and fifty thousand", "a million"."""
SCALE = rf"(?:(?:[ -](?:{_SCALE})|[ ]?(?:mln|bln|mn|bn|tn|[KkMmBb]))\b)"
"""A scale that follows digits: " million", "bn", "m"."""

_TOKEN = re.compile(r"[a-z]+", re.IGNORECASE)


def of_words(text: str) -> float | None:
    """The value of a number in words, None for what is none."""
    total = group = 0.0
    seen = False
    for token in _TOKEN.findall(text.lower()):
        if token in UNITS or token in TENS:
            group += UNITS.get(token, TENS.get(token, 0))
        elif token == "hundred":
            group = (group or 1) * 100
        elif token in SCALES:
            total += (group or 1) * SCALES[token]
            group = 0
        elif token not in ("and", "a", "an"):
            return None
        else:
            continue
        seen = True
    return total + group if seen else None


def of_digits(text: str, scale: str = "") -> float:
    """The value of digits with an optional scale: ("1.2", "million") is 1200000."""
    name = scale.strip(" -").lower()
    return round(float(text.replace(",", "")) * (SCALES.get(name) or LETTERS.get(name) or 1), 6)


def value(text: str, scale: str = "") -> float | None:
    """The value of a number in digits or words with an optional scale."""
    if text[:1].isdigit():
        return of_digits(text, scale)
    return of_words(f"{text} {scale}")
