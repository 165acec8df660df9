"""Letters folded: one spelling for what differs only in case, accents, apostrophes and hyphens."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_GONE = "'`.\u00b4\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u2018\u2019\u201a\u201b\u2032"
_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ı": "i", "ħ": "h", "ŧ": "t",
    "æ": "ae", "œ": "oe", "ŋ": "n", "ĸ": "k", "ə": "a", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɨ": "i",
    "ɛ": "e", "ɔ": "o", "ʉ": "u",
}  # fmt: skip
_ASCII = {i: None if chr(i) in _GONE else (chr(i) if chr(i).isalnum() else " ") for i in range(128)}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The words of `text` in lower case without marks, joined by single blanks; idempotent.

    Apostrophes and full stops vanish ("U.S." → "us"), hyphens and other signs part words.
    """
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII).split())
    folded = _fold_once(text)
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def _fold_once(text: str) -> str:
    """One pass: apart, lower case, marks off, special letters spelt out, together again."""
    text = "".join(c for c in text if c not in _GONE)
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = []
    for c in text:
        if c in _GONE or unicodedata.category(c) == "Mn":
            continue
        kept.append(_LETTERS.get(c, c if c.isalnum() else " "))
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())
