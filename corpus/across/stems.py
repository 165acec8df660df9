"""Words brought to a common form, so that two sentences on one matter can be told alike."""

from __future__ import annotations

import re

from corpus.names.fold import fold

_WORD = re.compile(r"[^\W_][\w'’-]*")
_FAINT = frozenset(
    "a an the of in on at by for from with to as and or but who which that this these those it its "
    "he she they his her their him them is are was were be been being has have had did does do not "
    "no also then than so such into over after before since until during between about around up "
    "out off said says told more most some all any each both will would could may might".split()
)
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s")


def stem(word: str) -> str:
    """A word without its ending, roughly: "workers" and "worker" become one."""
    small = fold(word).replace(" ", "")
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) >= 3 and not small.endswith("ss"):
            small = small[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            break
    return small[:-1] if small.endswith("e") and len(small) > 3 else small


def stems(text: str) -> frozenset[str]:
    """The stems of the telling words of `text`; numbers and faint words are left out."""
    words = (w.lower() for w in _WORD.findall(text))
    return frozenset(stem(w) for w in words if w not in _FAINT and not w[:1].isdigit())


def head(phrase: str) -> str:
    """The stem of the noun that a phrase is about: its last word before a preposition."""
    last = ""
    for word in _WORD.findall(phrase):
        if last and word.lower() in _FAINT:
            break
        if word.lower() not in _FAINT:
            last = word
    return stem(last) if last else ""


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter text's stems that the other one has as well."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
