"""The table behind the index of names: a row for each spelling, with its keys and its postings."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.names import hangul, keys, readings
from corpus.names.postings import Column, Ints, Pairs, Tokens

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Entry:
    """One that can be found: `spellings` are further names, `weight` how often it is mentioned."""

    name: str
    spellings: tuple[str, ...] = ()
    kind: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Everything the index holds; row r is `spellings[r]`, a name of `entries[owners[r]]`.

    `prior` is what is added to a score for being mentioned often, 0 to about 0.1; `rank` orders rows
    that match equally. `borrowed` marks names that the entries themselves do not
    have (1 from our own table, 2 from GeoNames), `script` is an index into SCRIPTS, `hangul` marks rows in Hangul, `in_hangul` entries that have such a row.
    """

    entries: Sequence[Entry]
    spellings: list[str]
    owners: Ints
    prior: Floats
    borrowed: NDArray[np.int8]
    script: NDArray[np.int8]
    letters: Column
    sounds: Column
    rough: Column
    letter_pairs: Pairs
    rough_pairs: Pairs
    letter_tokens: Tokens
    rough_tokens: Tokens
    initials: Tokens
    consonants: Tokens
    hangul: Flags
    in_hangul: Flags
    rank: Floats


Others = Callable[[str], tuple[tuple[str, ...], tuple[str, ...]]]
SCRIPTS = ("latin", "hangul", "han", "cyrillic", "other")


class _Words:
    """The distinct words of a list of names, so that each one's keys are made once."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.parts: list[tuple[keys.Part, ...]] = []
        self.letters: list[str] = []
        self.sounds: list[str] = []
        self.initials: list[str] = []
        self.starts: list[int] = [0]
        self.tails: list[str] = []
        self.rough_tails: list[str] = []

    def add(self, word: str) -> int:
        """The number of `word`, which is read if it is new."""
        found = self.ids.get(word)
        if found is not None:
            return found
        parts = keys.split(word)
        number = self.ids[word] = len(self.parts)
        self.parts.append(parts)
        letters = [part.letters for part in parts]
        sounds = [part.sounds for part in parts]
        self.letters.append("".join(letters))
        self.sounds.append("".join(sounds))
        self.initials.append("".join(text[0] for text in letters))
        for at in range(len(parts)):
            self.tails.append("".join(letters[at:]))
            self.rough_tails.append("".join(sounds[at:]))
        self.starts.append(len(self.tails))
        return number


def build(entries: Sequence[Entry], others: Others | None = None,
          fame: Callable[[str], float] | None = None) -> Table:  # fmt: skip
    """The table over `entries`; `others` gives further names of a name, `fame` 0 to 1 how well known
    it is where nothing says how often it is mentioned."""
    spellings: list[str] = []
    owners: list[int] = []
    priors: list[float] = []
    borrowed: list[int] = []
    for number, entry in enumerate(entries):
        own = dict.fromkeys((entry.name, *entry.spellings))
        given = len(own)
        known = given
        if others is not None:
            ours, cities = others(entry.name)
            own.update(dict.fromkeys(ours))
            known = len(own)
            own.update(dict.fromkeys(cities))
        renown = fame(entry.name) if fame is not None else 0.0
        prior = 0.02 * float(np.log10(1 + entry.weight)) + 0.02 * renown
        spellings.extend(own)
        owners.extend([number] * len(own))
        priors.extend([prior] * len(own))
        borrowed.extend([0] * given + [1] * (known - given) + [2] * (len(own) - known))
    return _tabulate(entries, spellings, owners, priors, borrowed)


def _tabulate(
    entries: Sequence[Entry],
    spellings: list[str],
    owners: list[int],
    priors: list[float],
    borrowed: list[int],
) -> Table:
    """Keys and postings of all rows."""
    words = _Words()
    add = words.add
    rows = [[add(word) for word in text.split()] for text in spellings]
    all_letters, all_sounds, all_initials = words.letters, words.sounds, words.initials
    letters = Column.of("".join(["".join([all_letters[w] for w in row]) + "\n" for row in rows]))
    spoken = "".join(["".join([all_sounds[w] for w in row]) + "\n" for row in rows])
    sounds = Column.of(keys.merge(spoken))
    rough = Column.of(keys.rough(spoken))
    tail_ids, tail_rows = _tails(rows, words.starts)
    rough_tails = keys.rough("\n".join(words.rough_tails)).split("\n") if words.tails else []
    initials = ["".join([all_initials[w] for w in row]) for row in rows]
    spoken_initials, consonant_rows = [], []
    for at, row in enumerate(rows):
        if 1 <= len(row) <= 4 and borrowed[at] < 2:
            read = _consonants(spellings[at], [words.parts[w] for w in row if words.parts[w]])
            if read:
                spoken_initials.append(read)
                consonant_rows.append(at)
    owner = np.array(owners, dtype=np.int32)
    prior = np.array(priors, dtype=np.float32)
    scripts = np.array([SCRIPTS.index(hangul.script(text)) for text in spellings], dtype=np.int8)
    in_rows = scripts == SCRIPTS.index("hangul")
    in_entries = np.zeros(len(entries), dtype=bool)
    in_entries[owner[in_rows]] = True
    numbers = np.arange(len(spellings), dtype=np.int32)
    return Table(
        entries, spellings, owner, prior, np.array(borrowed, dtype=np.int8), scripts, letters, sounds, rough,
        Pairs.of(letters), Pairs.of(rough),
        Tokens.of(words.tails, tail_ids, tail_rows),
        Tokens.of(rough_tails, tail_ids, tail_rows),
        Tokens.of(initials, numbers, numbers),
        Tokens.of(spoken_initials, np.arange(len(spoken_initials), dtype=np.int32),
                  np.array(consonant_rows, dtype=np.int32)),
        in_rows, in_entries, _ranked(prior, letters),
    )  # fmt: skip


def _ranked(prior: Floats, letters: Column) -> Floats:
    """The order of rows that match equally: often mentioned, then short."""
    lengths = np.diff(letters.starts).astype(np.float32)
    return prior - np.float32(0.002) * np.minimum(lengths, 60)


def _tails(rows: list[list[int]], starts: list[int]) -> tuple[Ints, Ints]:
    """For each part of each name: the tail of its word that begins there, and the row."""
    counts = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    flat = np.fromiter((w for row in rows for w in row), dtype=np.int64, count=int(counts.sum()))
    owners = np.repeat(np.arange(len(rows), dtype=np.int32), counts)
    start = np.array(starts, dtype=np.int64)
    many = start[flat + 1] - start[flat]
    ends = np.cumsum(many)
    inside = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - many, many)
    ids = np.repeat(start[flat], many) + inside
    return ids.astype(np.int32), np.repeat(owners, many)


def _consonants(text: str, words: list[tuple[keys.Part, ...]]) -> str:
    if hangul.has_syllables(text):
        return readings.of_hangul(text)
    return readings.consonants(words)
