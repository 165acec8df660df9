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
    "trillion": 1_000_000_000_000, "lakh": 100_000, "crore": 10_000_000,
}  # fmt: skip
LETTERS = {
    "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000,
    "bln": 1_000_000_000, "b": 1_000_000_000, "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000, "lakhs": 100_000, "crores": 10_000_000,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
          "eighth": 8, "tenth": 10}  # fmt: skip

DIGITS = (
    r"(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,2}(?:,\d{2}){1,4},\d{3}"
    r"|\d{1,3}(?:[\u00a0\u202f]\d{3}){1,5}|\d{1,15}(?:\.\d{1,6}|[½¼¾])?)(?![\d,]\d|\.\d)"
)
"""Digits, grouped or not, with a decimal part; bounded, so that no text makes it slow."""
_ONES = "|".join(sorted(UNITS, key=len, reverse=True))
_TENS = "|".join(TENS)
_SCALE = "|".join(SCALES)
_SMALL = rf"(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_ONES})\b"
_AND = r"(?:[ ]|-|(?<=hundred)[ ]and[ ]|(?<=thousand)[ ]and[ ]|(?<=million)[ ]and[ ])"
WORDS = (
    rf"(?:(?:{_SMALL}|an?(?=[ ](?:{_SCALE})\b))"
    rf"(?:[ -](?:{_SCALE})\b(?:{_AND}{_SMALL}(?!-(?!hundred|thousand)\w))?){{0,4}}(?![-]\w*\d))"
)
"""A number in words: "thirteen", "twenty-five", "two hundred and fifty thousand", "a million"."""
SCALE = (
    rf"(?:(?:[ \u00a0-](?:{_SCALE}|lakhs|crores)|[ ]?(?:mln|bln|trn|mn|bn|tn|(?-i:[KkMmBb])))\b)"
)
"""A scale that follows digits: " million", "bn", "m"."""
_EIGHTHS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

_GROUPS = re.compile(r"[,\u00a0\u202f½¼¾]")
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
    name = scale.strip(" -\u00a0").lower()
    extra = _EIGHTHS.get(text[-1:], 0.0)
    plain = _GROUPS.sub("", text)
    return round((float(plain or 0) + extra) * (SCALES.get(name) or LETTERS.get(name) or 1), 6)


def share(text: str) -> float:
    """A fraction in words as per cent: "two-thirds" is 66.7; 0 for what is none."""
    words = _TOKEN.findall(text.lower())
    size = _PARTS.get(words[-1].removesuffix("s") if words[-1] != "halves" else "half")
    count = UNITS.get(words[0], 1) if len(words) > 1 else 1
    return 100 * count / size if size else 0.0


def scale_in(text: str) -> float:
    """The scale that a number in words ends with: 1000000 for "two million", else 1."""
    return float(SCALES.get(text.lower().split()[-1].split("-")[-1], 1)) if text.split() else 1.0


def value(text: str, scale: str = "") -> float | None:
    """The value of a number in digits or words with an optional scale."""
    if text[:1].isdigit():
        return of_digits(text, scale)
    return of_words(f"{text} {scale}")
