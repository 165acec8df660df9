"""What a file's name says: a date, and words that can stand for a title."""

from __future__ import annotations

import re

from corpus.reading.clean import clean_line
from corpus.reading.dates import find_date

_DIGITS = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_SEPARATORS = re.compile(r"[\s_+.]+|(?<!\d)-|-(?!\d)")
_CODE = re.compile(
    r"(?=[0-9a-f]*\d)[0-9a-f]{8,}|\d{1,6}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I
)


def date_in(name: str) -> str | None:
    """The date in a file's name, "20240903_talks.txt" too."""
    stem = clean_line(_stem(name), 300)
    if packed := _DIGITS.search(stem):
        stem = "-".join(packed.groups())
    found = find_date(stem.replace("_", "-"))
    return found.iso if found else None


def title_in(name: str) -> str:
    """The words of a file's name without its date, numbers and codes; the name if none is left."""
    stem = clean_line(_stem(name), 300)
    bare = _DIGITS.sub(" ", re.sub(r"(?<!\d)\d{4}[-_.]\d\d?[-_.]\d\d?(?!\d)", " ", stem))
    words = [word for word in _SEPARATORS.split(bare) if word and not _CODE.fullmatch(word)]
    title = " ".join(words).strip(" -")
    if not any(char.isalpha() for char in title):
        return stem or "untitled"
    return title[0].upper() + title[1:]


def _stem(name: str) -> str:
    """The name without folders and without its type."""
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    stem, dot, _ = last.rpartition(".")
    return stem if dot and stem else last
