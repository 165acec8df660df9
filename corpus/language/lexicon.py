"""The lexicon: a vector for each word form, made from its norm, prefix, suffix and shape.

The vector does not depend on the context, so it is made once for each form and kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.language.murmur import hash_strings, spread
from corpus.language.network import WIDTH, Maxout
from corpus.language.tagdata import Floats, Keys
from corpus.language.tokens import Form

NOTHING: Form = ("", "")
"""The form that stands for "no token": its vector is zero."""

_KEPT = 32_768
_BATCH = 512
_LONG = 100
_RUN = re.compile(r"(.)\1{4,}", re.DOTALL)


class _Shapes(dict[int, str]):
    """The shape of a character: X, x, d, or the character itself."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isalpha():
            shape = "X" if char.isupper() else "x"
        else:
            shape = "d" if char.isdigit() else char
        self[code] = shape
        return shape


_SHAPES = _Shapes()


def shape(word: str) -> str:
    """The pattern of a word's capitals, letters and digits: "Xxxxx" for Seoul, "dd" for 38."""
    if len(word) >= _LONG:
        return "LONG"
    return _RUN.sub(lambda run: run[1] * 4, word.translate(_SHAPES))


class Lexicon:
    """Numbers word forms and holds their vectors: `vectors[rows(forms)]`.

    `blank` tells which forms are white space or nothing.
    Rows stay valid until the next call of `rows`, which may begin afresh when too many are known.
    """

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        self._tables: list[Floats] = [weights[f"embed{i}"].astype(np.float32) for i in range(4)]
        self._seeds = [int(seed) for seed in weights["seeds"]]
        self._mix = Maxout(weights, 0)
        self._norm_of, self._norm = weights["norm_of"], weights["norm"]
        self._reserved, self._reserved_id = weights["reserved"], weights["reserved_id"]
        self._rows: dict[Form, int] = {NOTHING: 0}
        self.vectors: Floats = np.zeros((1024, WIDTH), dtype=np.float32)
        self.blank: NDArray[np.bool_] = np.ones(1024, dtype=np.bool_)

    def rows(self, forms: Sequence[Form]) -> NDArray[np.intp]:
        """The row of `vectors` of each form."""
        found = list(map(self._rows.get, forms))
        if None in found:
            new = dict.fromkeys(f for f, row in zip(forms, found, strict=True) if row is None)
            if len(self._rows) + len(new) > _KEPT:
                self._rows = {NOTHING: 0}
                new = dict.fromkeys(f for f in forms if f != NOTHING)
            self._learn(list(new))
            found = list(map(self._rows.get, forms))
        return np.array(found, dtype=np.intp)

    def _learn(self, forms: list[Form]) -> None:
        first = len(self._rows)
        needed = first + len(forms)
        if needed > len(self.vectors):
            larger = np.zeros((max(needed, 2 * len(self.vectors)), WIDTH), dtype=np.float32)
            larger[:first] = self.vectors[:first]
            self.vectors = larger
            self.blank = np.resize(self.blank, len(larger))
        for low in range(0, len(forms), _BATCH):
            batch = forms[low : low + _BATCH]
            self.vectors[first + low : first + low + len(batch)] = self._embed(batch)
        self.blank[first:needed] = [word.isspace() for word, _ in forms]
        self._rows.update(zip(forms, range(first, needed), strict=True))

    def _embed(self, forms: list[Form]) -> Floats:
        words = [word for word, _ in forms]
        strings = [norm or word.lower() for word, norm in forms]
        strings += [word[0] for word in words]
        strings += [word[-3:] for word in words]
        strings += [shape(word) for word in words]
        ids = self._ids(words + strings).reshape(5, len(forms))
        plain = np.array([not norm for _, norm in forms])
        ids[1] = np.where(plain, _replaced(ids[0], self._norm_of, self._norm, ids[1]), ids[1])
        parts = []
        for table, seed, keys in zip(self._tables, self._seeds, ids[1:], strict=True):
            rows = (spread(keys, seed) % np.uint64(len(table))).astype(np.intp)
            parts.append(table[rows].sum(axis=1))
        return self._mix(np.concatenate(parts, axis=1))

    def _ids(self, strings: list[str]) -> Keys:
        distinct = dict.fromkeys(strings)
        hashes = hash_strings(list(distinct))
        hashes = _replaced(hashes, self._reserved, self._reserved_id, hashes)
        place = dict(zip(distinct, range(len(distinct)), strict=True))
        ids: Keys = hashes[[place[s] for s in strings]]
        return ids


def _replaced(keys: Keys, known: Keys, values: Keys, otherwise: Keys) -> Keys:
    """For each key its value where `known` (sorted) has it, else what `otherwise` holds there."""
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[at] == keys, values[at], otherwise)
