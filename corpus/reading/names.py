"""Names in a byline and of a paper: what is a name, and how capitals read in small letters."""

from __future__ import annotations

import re
from typing import Final

from corpus.reading.lexicon import COMMON, DESK, NO_NAME, SMALL

_PARTICLES: Final = "de|da|di|do|dos|del|della|la|le|van|von|der|den|ter|bin|bint|al|el|ibn|y|e|of"
_TOKEN: Final = r"[^\W\d_a-z][\w'’.-]*"
_NAME: Final = rf"{_TOKEN}(?: (?:(?:{_PARTICLES}) ){{0,2}}{_TOKEN}){{0,4}}"
_LIST = re.compile(rf"{_NAME}(?:(?:, and |,? and | & |, |; ){_NAME}){{0,5}}")


def split_byline(text: str) -> tuple[str, str]:
    """The names at the beginning of `text`, the words after "By", and what follows them.

    Names end at a comma, a bar or an affiliation; ("", text) where none begins.
    """
    found = _LIST.match(text)
    if not found:
        return "", text
    kept: list[str] = []
    end = 0
    for piece in re.finditer(
        r"(?:(, and |,? and | & |, |; ))?((?:(?!, | and | & |; ).)+)", found[0]
    ):
        tokens = piece[2].split()
        for cut, token in enumerate(tokens):
            if token.casefold().strip(".") in DESK:
                tokens = tokens[:cut]
                break
        if not _is_name(tokens):
            break
        kept.append(" ".join(tokens))
        end = piece.start(2) + len(" ".join(tokens))
        if len(tokens) < len(piece[2].split()):
            break
    if not kept:
        return "", text
    return text[:end], text[end:]


def _is_name(tokens: list[str]) -> bool:
    """Whether `tokens` are a name of two words or more, or one in a script without case."""
    if not tokens or any(token.casefold() in NO_NAME for token in tokens):
        return False
    if len(tokens) == 1:
        return len(tokens[0]) >= 2 and not tokens[0][0].isupper()
    return len(tokens) <= 6


def in_small_letters(text: str) -> str:
    """A name in capitals as it is usually written: "JANE DOE" is Jane Doe."""
    if not text.isupper():
        return text
    words = [
        word.lower()
        if place and word.lower() in SMALL
        else re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize() if len(m[0]) > 1 else m[0], word)
        for place, word in enumerate(text.split(" "))
    ]
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), " ".join(words)).replace(
        "’S", "’s"
    )


def outlet_in_small_letters(text: str) -> str:
    """A paper's name in capitals as usually written, its acronyms left: "NK NEWS" is NK News."""
    if not text.isupper():
        return text
    return " ".join(
        word
        if len(word) <= 4 and word.lower() not in COMMON | SMALL
        else (word.lower() if place and word.lower() in SMALL else word.capitalize())
        for place, word in enumerate(text.split(" "))
    )
