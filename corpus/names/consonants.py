"""Korean names by the consonants that their syllables begin with, typed alone: ㄱㅈㅇ."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from corpus.names import asking, hangul, keys, readings
from corpus.names.postings import Ints
from corpus.names.table import Flags, Floats, Table


def find(table: Table, lone: str, allowed: Flags | None) -> tuple[Ints, Floats]:
    """Korean names whose syllables begin with these consonants, the likeliest spellings first."""
    found = [table.consonants.prefixed(classes) for classes in asking.consonant_classes(lone)]
    rows = np.unique(np.concatenate(found))
    if allowed is not None:
        rows = rows[allowed[rows]]
    scores = np.array([_fit(table.spellings[row], lone) for row in rows.tolist()], np.float32)
    scores += table.prior[rows] - table.rank[rows]  # as many syllables, whatever their letters
    return rows, scores


@lru_cache(maxsize=1 << 14)
def _fit(text: str, lone: str) -> float:
    """How well the syllables of `text` fit the consonants typed, 0 to 1."""
    if hangul.has_syllables(text):
        starts = [hangul.initial(c) for c in hangul.soften("".join(text.split()))]
        starts = [start for start in starts if start]
        asked = [hangul.initial(c) for c in lone]
        if asked[0] == "ㄹ" and starts and starts[0] in "ㅇㄴ":
            asked[0] = starts[0]
        same = sum(a == b for a, b in zip(asked, starts, strict=False))
        return 0.9 * same / len(lone) + 0.08 * (len(starts) == len(lone))
    (_, family), *given = keys.words(text)
    pieces = [part.letters for part in family]
    pieces += [s for _, word in given for part in word for s in readings.syllables(part.letters)]
    fits = sum(readings.fits(c, p) for c, p in zip(lone, pieces, strict=False))
    return 0.9 * fits / len(lone) + 0.08 * (len(pieces) == len(lone))
