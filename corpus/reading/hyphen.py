"""Words cut at a line's end: which hyphen belongs to the word, and which to the line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.reading.lexicon import HYPHENED

_TAIL = re.compile(r"([^\W\d_]+)([-‐¬])$")
_HEAD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
# A syllable as Korean names are romanised; "Jong-" + "un" keeps its hyphen.
_SYLLABLE = re.compile(
    r"(?:ch|kk|tt|pp|ss|jj|sh|[bcdghjklmnprstwyz])?"
    r"(?:yeo|yae|wae|eui|ae|ya|eo|ye|wa|oe|yo|wo|we|wi|yu|eu|ui|ou|oo|ee|yi|[aeiou])"
    r"(?:ng|ck|[kgntdlrmbph])?",
    re.IGNORECASE,
)


class Vocabulary:
    """The words of a text, plain and compound, by which a cut word is put together again."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: set[str] = set()
        cut = False
        for text in texts:
            found = _COMPOUND.findall(text.casefold())
            was_cut, cut = cut, text.endswith(("-", "‐", "¬"))
            # Neither half of a cut word is one.
            self._words.update(found[was_cut : len(found) - cut])

    def __contains__(self, word: str) -> bool:
        return word.casefold() in self._words


def rejoin(before: str, after: str, known: Vocabulary, *, soft: bool) -> str | None:
    """`before` as it reads in front of `after` without a space, or None if no word is cut."""
    if soft:
        return before
    if len(before) > 1 and before[-1] in "-–" and before[-2].isdigit() and after[:1].isdigit():
        return before
    tail = _TAIL.search(before[-64:])
    if not tail or not after:
        return None
    bare = before[:-1]
    if tail[2] == "¬":
        return bare
    head = _HEAD.match(after[:64])
    if not head:
        return before if after[0].isdigit() else None  # "Covid-" + "19"
    first, second = tail[1], head[0]
    if second[0].isupper():
        return before
    if f"{first}-{second}" in known:
        return before
    if first + second in known:
        return bare
    if first.casefold() in HYPHENED or _is_given_name(before, first, second):
        return before
    # Two words that both stand alone elsewhere are a compound, unless they are mere syllables.
    if len(first) > 3 and len(second) > 3 and first in known and second in known:
        return before
    return bare


def _is_given_name(before: str, first: str, second: str) -> bool:
    """Whether the halves are the syllables of a Korean given name after its surname."""
    if not (first[0].isupper() and _SYLLABLE.fullmatch(first) and _SYLLABLE.fullmatch(second)):
        return False
    names = before[-80:].split()
    return len(names) > 1 and names[-2][0].isupper() and _SYLLABLE.fullmatch(names[-2]) is not None
