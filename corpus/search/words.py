"""Words of a text as a reader would search for them, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.names.letters import fold

LONGEST = 64
"""Letters of a word that count; what follows in a longer run is left out of account."""
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_LETTER = rf"(?:(?![{_IDEOGRAPH}])[^\W_])[{_MARKS}]*"
_APOSTROPHE = "'’ʼ"
_WORD = re.compile(
    rf"[{_IDEOGRAPH}][{_MARKS}]*"
    r"|\d+(?:[.,]\d+)+(?![^\W\d_])"
    r"|(?<![^\W_])(?:[^\W\d_]\.){2,}"
    r"|(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])"
    rf"|{_LETTER}(?:[{_APOSTROPHE}]?{_LETTER})*"
)
_PLAIN = re.compile(
    r"\d+(?:[.,]\d+)+(?![a-zA-Z])"
    r"|(?<![a-zA-Z0-9])(?:[a-zA-Z]\.){2,}"
    r"|(?<![a-zA-Z0-9])(?:[a-zA-Z]\.)+[a-zA-Z](?![a-zA-Z0-9])"
    r"|[a-zA-Z0-9]+(?:'[a-zA-Z0-9]+)*"
)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHE}]s\Z", re.I)


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of `text` in order: folded, and where each begins and ends.

    A possessive ending belongs to no word; the parts of "Jong-un" are words of their own, "U.S."
    and "4.2" are one each, and so is every Chinese or Japanese character.
    """
    found, starts, sizes = split(text)
    return (
        (word, start, start + size)
        for word, start, size in zip(found, starts, sizes, strict=True)
    )  # fmt: skip


def split(text: str) -> tuple[tuple[str, ...], list[int], tuple[int, ...]]:
    """What `words` gives, as columns: the folded words, where they begin, how long they are."""
    matches = list((_PLAIN if text.isascii() else _WORD).finditer(text))
    if not matches:
        return (), [], ()
    found, sizes = zip(*[folded(match[0]) for match in matches], strict=True)
    return found, [match.start() for match in matches], sizes


@lru_cache(maxsize=65536)
def folded(word: str) -> tuple[str, int]:
    """A word as written, without case and marks, and how many of its characters it takes up."""
    if ending := _POSSESSIVE.search(word):
        word = word[: ending.start()]
    if word[0].isdigit() and not word.isalnum():
        plain = word.replace(",", "")
    else:
        plain = fold(word).replace(" ", "")
    return (plain or word.casefold())[:LONGEST], len(word)
