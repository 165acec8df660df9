"""Rare names respelt, so that the tagger judges their company rather than their letters.

The tagger knows a word by its form, first letter, last three letters and shape. Of a rare name the
form is noise to it. Other middles of the same length give it other noise; where its answers agree,
it is the sentence that speaks. Offsets stay as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.names import gazetteer, given

TURNS = 2
"""How often a sentence is respelt: more turns cost time and were not seen to help."""

_NAME = re.compile(r"(?<![\w'\u2019-])[^\W\d_a-z][^\W\d_]{4,}(?![\w])")
_VOWELS = "aeiou"
_CONSONANTS = "bdklmnrstv"


def respell(text: str, turn: int) -> str:
    """`text` with the middle of every rare name changed, another way each `turn`; same length."""
    return _NAME.sub(lambda found: _respelt(found.group(), turn), text)


@lru_cache(maxsize=50_000)
def _respelt(word: str, turn: int) -> str:
    if _known(word):
        return word
    middle = []
    for i, letter in enumerate(word[1:-3], 1):
        pool = _VOWELS if letter.lower() in "aeiouyáéíóúäöüěů" else _CONSONANTS
        new = pool[(ord(letter) + 3 * i + 7 * turn + len(word)) % len(pool)]
        middle.append(new.upper() if letter.isupper() else new)
    return word[0] + "".join(middle) + word[-3:]


def _known(word: str) -> bool:
    """Whether the tagger has surely met `word`: an English word, a large place, a common name."""
    if given.also_word(word.lower()):
        return True
    atlas = gazetteer.load()
    if atlas.has(word) and not atlas.doubtful(word):
        return True
    weight = given.weight(word)
    return weight.given >= 0.7 or weight.family >= 0.8
