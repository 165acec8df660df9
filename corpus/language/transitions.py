"""The moves that turn words in context into names: begin, in, last, unit, out.

Outside of a name, the move depends on the word alone, so it is found for all words at once. Inside
a name of a given kind there are two moves, "in" and "last", and the state holds the word, the one
before and the first of the name: so the end of each name that could begin is found for all of them
together, step by step. What is left is a walk from name to name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.language.tagdata import Floats

Named = tuple[int, int, str]
"""First token, the one after the last, label."""
Flags = NDArray[np.bool_]
Ints = NDArray[np.intp]

_TOGETHER = 12
"""Steps into names that are taken for all together; the few longer names are followed singly."""
_AHEAD = 32


class Moves:
    """The scores of moves, for states inside and outside of names."""

    def __init__(self, weights: Mapping[str, NDArray[Any]], names: Sequence[str]) -> None:
        units = [n for n in names if n.startswith("U-") and n != "U-"]
        self.labels = [n[2:] for n in units]
        place = {name: at for at, name in enumerate(names)}
        begins, ins, lasts = ([place[f"{m}-{kind}"] for kind in self.labels] for m in "BIL")
        outside = [place["O"], *(place[n] for n in units), *begins]
        scores, bias = weights["moves"], weights["moves_bias"]
        self._outside: Floats = np.vstack([scores[outside].T, bias[outside][None]])
        self._going_on: Floats = scores[ins] - scores[lasts]
        self._going_on_bias: Floats = bias[ins] - bias[lasts]
        word, first, before = weights["state"]
        shift, absent = weights["state_shift"], weights["absent"]
        self._word: Floats = word
        self._word_bias: Floats = weights["state_bias"] + shift[0] + absent[1] + absent[2]
        self._first: Floats = first
        self._first_bias: Floats = shift[1] - absent[1] + shift[2] - absent[2]
        self._before: Floats = before

    def states(self, words: Floats) -> Floats:
        """What each word adds to the state; outside of names it is all of the state."""
        return words @ self._word + self._word_bias

    def openings(self, words: Floats) -> Floats:
        """What the first word of a name adds to the states inside the name."""
        return words @ self._first + self._first_bias

    def outside(self, states: Floats, blank: Flags, final: Flags) -> Ints:
        """The moves of words outside of names: 0 for none, 1 to n a name of one word, then begins.

        Blank tokens start no name, and a final one starts none of several words.
        """
        hidden = _largest(states)
        scores = hidden @ self._outside[:-1] + self._outside[-1]
        scores[blank, 1:] = -np.inf
        scores[final, len(self.labels) + 1 :] = -np.inf
        moves: Ints = scores.argmax(axis=1)
        return moves

    def goes_on(self, states: Floats, opening: Floats, before: Floats, kinds: Ints) -> Flags:
        """Whether names of `kinds` go on after words in `states`, given the words before them."""
        hidden = _largest(states + opening + before @ self._before)
        gain = np.einsum("ij,ij->i", hidden, self._going_on[kinds]) + self._going_on_bias[kinds]
        on: Flags = gain >= 0
        return on


def _largest(states: Floats) -> Floats:
    half = states.shape[1] // 2
    return np.maximum(states[:, :half], states[:, half:])


@dataclass(frozen=True, slots=True)
class _Open:
    """A name whose end has not come yet."""

    start: int
    kind: int
    opening: Floats
    before: Floats


class Walk:
    """Finds the names of one stream of tokens that comes in stretches, one after the other."""

    def __init__(self, moves: Moves) -> None:
        self._moves = moves
        self._offset = 0
        self._open: _Open | None = None

    def names(self, words: Floats, blank: Flags, final: Flags) -> list[Named]:
        """The names that end in the next stretch, counted from the start of the stream.

        `words` (n, 96) are tokens in context, `blank` those on which no name starts, `final` those
        that end a text.
        """
        moves, offset, kinds = self._moves, self._offset, len(self._moves.labels)
        self._offset += len(words)
        states = moves.states(words)
        chosen = moves.outside(states, blank, final)
        begins = np.flatnonzero(chosen > kinds)
        ends = self._ends(words, states, begins, chosen[begins] - kinds - 1, final)
        known = dict(zip(begins.tolist(), ends.tolist(), strict=True))
        found: list[Named] = []
        at = 0
        if self._open:
            start, kind = self._open.start, self._open.kind
            at = self._follow(self._open, 0, words, states, final)
            if self._open:
                return found
            found.append((start, offset + at, moves.labels[kind]))
        for begin in np.flatnonzero(chosen).tolist():
            if begin < at:
                continue
            kind = int(chosen[begin]) - 1
            at = begin + 1
            if kind >= kinds:
                kind -= kinds
                at = known[begin]
            if at < 0:
                opening = moves.openings(words[begin : begin + 1])
                opened = _Open(offset + begin, kind, opening, words[begin : begin + 1])
                at = self._follow(opened, begin + 1, words, states, final)
                if self._open:
                    return found
            found.append((offset + begin, offset + at, moves.labels[kind]))
        return found

    def _ends(self, words: Floats, states: Floats, begins: Ints, kinds: Ints, final: Flags) -> Ints:
        """Where the names end that begin at `begins`; -1 if that takes too long or is not here."""
        ends = np.full(len(begins), -1)
        openings = self._moves.openings(words[begins])
        going = np.arange(len(begins))
        at = begins + 1
        for _ in range(_TOGETHER):
            here = at < len(words)
            going, at = going[here], at[here]
            if not len(going):
                break
            on = self._moves.goes_on(states[at], openings[going], words[at - 1], kinds[going])
            on &= ~final[at]
            ends[going[~on]] = at[~on] + 1
            going, at = going[on], at[on] + 1
        return ends

    def _follow(self, opened: _Open, at: int, words: Floats, states: Floats, final: Flags) -> int:
        """Where the open name ends, followed from `at`; kept in `_open` if that is not here."""
        before, size = opened.before, _AHEAD
        while at < len(words):
            high = min(at + size, len(words))
            befores = np.vstack([before, words[at : high - 1]])
            kinds = np.full(high - at, opened.kind)
            on = self._moves.goes_on(states[at:high], opened.opening, befores, kinds)
            on &= ~final[at:high]
            if not on.all():
                self._open = None
                return at + int(on.argmin()) + 1
            before, at, size = words[high - 1 : high], high, 2 * size
        self._open = replace(opened, before=before.copy())
        return at
