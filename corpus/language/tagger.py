"""The tagger: which stretches of a text name people, places, organisations, dates, sums and more.

It is the named-entity recogniser of spaCy's small English pipeline (en_core_web_sm 3.8.0) in NumPy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from threading import Lock

import numpy as np

from corpus.language.lexicon import NOTHING, Lexicon
from corpus.language.network import DEPTH, Convolutions
from corpus.language.tagdata import read_rules, read_weights
from corpus.language.tokens import Form, Tokens, tokenize
from corpus.language.transitions import Flags, Moves, Named, Walk

_STRETCH = 4096


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name: text[start:end] is of the kind `label`, one of OntoNotes' 18 ("GPE")."""

    start: int
    end: int
    label: str


class Tagger:
    """Tags texts; it holds what it has learnt of word forms, so use one for all texts."""

    def __init__(self) -> None:
        weights = read_weights()
        self._lexicon = Lexicon(weights)
        self._context = Convolutions(weights)
        self._moves = Moves(weights, read_rules().moves)
        self._lock = Lock()

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of names that it knows."""
        return tuple(self._moves.labels)

    def tag(self, texts: Sequence[str]) -> list[list[Tagged]]:
        """The names in each text, in order and apart."""
        return self.tag_tokens([tokenize(text) for text in texts])

    def tag_tokens(self, texts: Sequence[Tokens]) -> list[list[Tagged]]:
        """The names in each text that is already cut into tokens, in order and apart."""
        stream: list[Form] = [NOTHING] * DEPTH
        firsts = []
        for tokens in texts:
            firsts.append(len(stream))
            stream += tokens.forms
            stream += repeat(NOTHING, DEPTH)
        final = np.zeros(len(stream), dtype=np.bool_)
        final[[f + len(t) - 1 for f, t in zip(firsts, texts, strict=True) if len(t)]] = True
        with self._lock:
            named = self._walk(stream, final)
        found: list[list[Tagged]] = [[] for _ in texts]
        at = 0
        for start, end, label in named:
            while start >= firsts[at] + len(texts[at]):
                at += 1
            tokens, first = texts[at], firsts[at]
            span = tokens.starts[start - first], tokens.ends[end - first - 1]
            found[at].append(Tagged(*span, label))
        return found

    def _walk(self, stream: list[Form], final: Flags) -> list[Named]:
        """The names of a stream of forms, read in stretches with as much context as counts."""
        walk = Walk(self._moves)
        named: list[Named] = []
        for low in range(0, len(stream), _STRETCH):
            high = min(low + _STRETCH, len(stream))
            outer = max(0, low - DEPTH)
            rows = self._lexicon.rows(stream[outer : high + DEPTH])
            words = self._context(self._lexicon.vectors[rows])
            inner = slice(low - outer, high - outer)
            named += walk.names(words[inner], self._lexicon.blank[rows[inner]], final[low:high])
        return named


@cache
def load() -> Tagger:
    """The engine's tagger, made once; raises MissingDataError if its data is absent or damaged."""
    return Tagger()
