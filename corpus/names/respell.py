"""Rare names respelt, so that the tagger judges their company rather than their letters.

The tagger knows a word by its form, first letter, last three letters and shape. Of a rare name the
form is noise to it. Other middles of the same length give it other noise; where its answers agree,
it is the sentence that speaks. Offsets stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_NAME = re.compile(r"(?<![\w'\u2019-])[^\W\d_a-z][^\W\d_]{4,}(?![\w])")
_VOWELS = "aeiou"
_CONSONANTS = "bdklmnrstv"


def respell(text: str, turn: int, known: Callable[[str], bool]) -> str:
    """`text` with the middle of every name that is not `known` changed, another way each `turn`."""
    made: dict[str, str] = {}

    def change(found: re.Match[str]) -> str:
        word = found.group()
        if word not in made:
            made[word] = word if known(word) else _other(word, turn)
        return made[word]

    return _NAME.sub(change, text)


def _other(word: str, turn: int) -> str:
    out = [word[0]]
    for i, letter in enumerate(word[1:-3], 1):
        pool = _VOWELS if letter.lower() in "aeiouyáéíóúäöüěů" else _CONSONANTS
        new = pool[(ord(letter) + 3 * i + 7 * turn + len(word)) % len(pool)]
        out.append(new.upper() if letter.isupper() else new)
    return "".join(out) + word[-3:]
