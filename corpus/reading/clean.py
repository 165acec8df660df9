"""Makes text inert: what a terminal would obey or hide becomes visible, plain or is left out.

Everything that reaches a screen goes through here, so no document can move the cursor, turn the
reading direction, or hide words from the eye that a search would find. `docs/formats.md` lists
what becomes what.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

STAND_IN: Final = "\ufffd"
"""Shown for a character that has no picture of its own."""

_LINE_BREAKS: Final = "\v\f\x85\u2028\u2029"
_SPACES: Final = "\xa0\u1680\u202f\u205f\u3000\u3164\uffa0" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_INVISIBLE: Final = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\ufeff"
    + "".join(map(chr, range(0x180B, 0x1810)))  # Mongolian selectors
    + "".join(map(chr, range(0x2060, 0x2065)))  # word joiner, invisible operators
    + "".join(map(chr, range(0xFE00, 0xFE10)))  # variation selectors: widths differ by terminal
    + "".join(map(chr, range(0xE0100, 0xE01F0)))
)
_UNSAFE: Final = (
    *range(0x80, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2065, 0x2070),
    *range(0xD800, 0xE000),
    *range(0xFDD0, 0xFDF0),
    *range(0xFFF0, 0xFFFC),
    *range(0x1BCA0, 0x1BCA4),
    *range(0x1D173, 0x1D17B),
    *range(0xE0000, 0xE0100),
    *range(0xE01F0, 0xE1000),
    *(plane * 0x10000 + last for plane in range(17) for last in (0xFFFE, 0xFFFF)),
)
# Quotation marks and dashes of Windows-1252 that were carried into Unicode by number.
_MISPLACED: Final = dict(zip(range(0x91, 0x98), "‘’“”•–—", strict=True))
_LIGATURES: Final = dict(
    zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
_TABLE: Final[dict[int, str]] = (
    dict.fromkeys(_UNSAFE, STAND_IN)
    | {code: chr(0x2400 + code) for code in range(0x20)}
    | {0x7F: "\u2421", 0x09: "    ", 0x0A: "\n", 0x0D: "\n", 0xF0B7: "•", 0xF0A7: "•"}
    | dict.fromkeys(map(ord, _LINE_BREAKS), "\n")
    | dict.fromkeys(map(ord, _SPACES), " ")
    | dict.fromkeys(map(ord, _INVISIBLE), "")
    | _MISPLACED
    | _LIGATURES
)


def _class(codes: set[int]) -> str:
    """A regular expression's character class for `codes`, in ranges."""
    parts: list[str] = []
    start = last = -2
    for code in [*sorted(codes), -2]:
        if code == last + 1:
            last = code
            continue
        if start >= 0:
            parts.append(f"\\U{start:08x}-\\U{last:08x}")
        start = last = code
    return f"[{''.join(parts)}]"


_TRANSLATED = re.compile(_class(set(_TABLE) - {0x0A}))
# Joiners carry meaning in Arabic, the Indic and the South-East Asian scripts, and nowhere else
# that a terminal could show; emoji are taken apart, for terminals disagree on their width.
_JOINING: Final = (
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1700-\u18af\u1a00-\u1cff\ua800-\uabff"
    "\ufb50-\ufdcf\ufe70-\ufefc\U00010a00-\U00011fff]"
)
_STRAY_JOINER = re.compile(f"(?<!{_JOINING})[\u200c\u200d]|[\u200c\u200d](?!{_JOINING})")
_PILE = re.compile(r"[^\w\s\x00-\u02ff]{7,}")
_MARKS: Final = 6
_GAPS = re.compile(r"\s+")


def clean_text(text: str) -> str:
    """`text` without anything that controls, turns or hides; every line break becomes "\\n"."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return text.translate(_TABLE) if _TRANSLATED.search(text) else text
    if _TRANSLATED.search(text):
        text = text.translate(_TABLE)
    if "\u200c" in text or "\u200d" in text:
        text = _STRAY_JOINER.sub("", text)
    text = _PILE.sub(_level, text)
    if not unicodedata.is_normalized("NFC", text):
        text = _PILE.sub(_level, unicodedata.normalize("NFC", text))
    return text


def clean_line(text: str, limit: int | None = None) -> str:
    """`text` as one clean line without outer spaces, cut with an ellipsis to `limit` characters."""
    line = _GAPS.sub(" ", clean_text(text)).strip(" ")
    if limit is None or len(line) <= limit:
        return line
    return line[: limit - 1].rstrip(" \u200c\u200d") + "…" if limit > 0 else ""


def count_stand_ins(text: str) -> int:
    """How many characters of the raw `text` are shown by a stand-in once it is cleaned."""
    return len(_counted()[0].findall(text))


def count_hidden(text: str) -> int:
    """How many invisible characters of the raw `text` are left out once it is cleaned."""
    return len(_counted()[1].findall(text))


@cache
def _counted() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a stand-in is put for, and what is left out; made when first a file is read."""
    pictures = {code for code, put in _TABLE.items() if code < 0x80 and ord(put[0]) > 0x2000}
    unsafe = {code for code, put in _TABLE.items() if put == STAND_IN}
    hidden = {ord(char) for char in _INVISIBLE} - {0xAD, 0xFEFF}
    return re.compile(_class(pictures | unsafe)), re.compile(_class(hidden))


def _level(found: re.Match[str]) -> str:
    """A run of symbols with at most `_MARKS` combining marks in a row: a pile overflows lines."""
    kept: list[str] = []
    marks = 0
    for char in found[0]:
        marks = marks + 1 if unicodedata.category(char)[0] == "M" else 0
        if marks <= _MARKS:
            kept.append(char)
    return "".join(kept)
