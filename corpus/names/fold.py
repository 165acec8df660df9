"""Spellings brought to a common form, so that the same name written otherwise compares equal."""

from __future__ import annotations

import re
import unicodedata

_LOOSE = str.maketrans(
    {
        "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ħ": "h", "Ħ": "h", "ı": "i",
        "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ð": "d", "Ð": "d", "þ": "th",
        "Þ": "th",
    }
)  # fmt: skip
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02bb`\u00b4]")
_BREAKS = re.compile(r"[\W_]+")


_BROKEN = re.compile(r"(?<=[a-z])- (?=[a-z])")
_FUSED = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")


def mend(name: str) -> str:
    """`name` without the traces of a scanner: "Mu- nich", "GreatYarmouth"."""
    return _FUSED.sub(" ", _BROKEN.sub("", name))


def fold(name: str) -> str:
    """`name` without case, accents, apostrophes and punctuation; words parted by one space."""
    plain = unicodedata.normalize("NFKD", name.translate(_LOOSE)).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _BREAKS.sub(" ", _APOSTROPHES.sub("", plain)).strip()


def glue(name: str) -> str:
    """`fold` without the spaces: "Kim Jong Un" and "Kim Jong-un" become one."""
    return fold(name).replace(" ", "")
