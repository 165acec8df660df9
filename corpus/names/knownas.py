"""Where a text says that two names are one person's: a.k.a., née, "was born"."""

from __future__ import annotations

import re

_AKA = r"(?:f\.?\s?)?(?:a|n|f)\.?\s?/?k\.?\s?/?a\b\.?"
_BETWEEN = re.compile(
    rf"^[\s,;(\u201c\"']*(?:(?:good quality |low quality )?{_AKA}:?|also known as|alias|"
    r"formerly known as|better known as|known as|n\u00e9e|n\u00e9|formerly|real name|aliases?:?)"
    r"[\s,;(:\u201c\"']*$",
    re.I,
)
_FIELD = re.compile(
    r"\b(?:DOB|POB|D\.O\.B|Date of birth|Place of birth|Nationality|Citizen|Address|Passport|"
    r"National identification|Listed on|Listed with|Other information|Position|Gender|Spouse|"
    r"Linked To|individual|entity)\b",
    re.I,
)
_AKA_MARK = re.compile(rf"{_AKA}|\balias(?:es)?\b", re.I)
_BORN = re.compile(r"\b(?:was|were) born(?: as)? $")
_REACH = 400


def says_so(text: str, end: int, start: int) -> bool:
    """Whether the words between a name that ends at `end` and one that starts at `start` say that
    both are one person's: "(a.k.a. ", ", née ".
    """
    return start - end <= 60 and _BETWEEN.match(text[end:start]) is not None


def in_alias_field(text: str, end: int, start: int) -> bool:
    """Whether the name at `start` stands in the list of aliases of the entry named before `end`."""
    if start - end > _REACH:
        return False
    between = text[end:start]
    marks = list(_AKA_MARK.finditer(between))
    if not marks or "\n\n" in between:
        return False
    since = between[marks[-1].end() :]
    if _FIELD.search(since):
        return False
    opening = between.rfind("(", 0, marks[-1].end())
    return not (opening >= 0 and ")" in between[opening:])


def was_born(text: str, start: int) -> bool:
    """Whether "was born" stands right before the name at `start`: a name from before."""
    return _BORN.search(text, max(0, start - 20), start) is not None
