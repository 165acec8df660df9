"""The table behind the index of names: a row for each spelling, with its keys and its postings."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log10

import numpy as np
from numpy.typing import NDArray

from corpus.names import hangul, keys, othernames, readings
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

    `prior` is what is added to a score for being mentioned often, 0 to about 0.1; `rank` orders
    rows that match equally; `share` is what their pairs of letters count for. `borrowed` marks
    names that the entries themselves do not have (1 from our own table, 2 from GeoNames), `script`
    is an index into SCRIPTS, `hangul` marks rows in Hangul, `in_hangul` entries that have one.
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
    share: Floats


SCRIPTS = ("latin", "hangul", "han", "cyrillic", "other")
Known = Callable[[str], othernames.Known | None]


class _Words:
    """The distinct words of a list of names, so that each one's keys are made once."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.letters: list[str] = []
        self.sounds: list[str] = []
        self.initials: list[str] = []
        self.starts = array("i", [0])
        self.tails: list[str] = []
        self.spoken_tails: list[str] = []

    def add(self, word: str) -> int:
        """The number of `word`, which is read if it is new."""
        found = self.ids.get(word)
        if found is not None:
            return found
        number = self.ids[word] = len(self.letters)
        parts = keys.split(word)
        if len(parts) == 1:
            letters, sounds = parts[0].letters, parts[0].sounds
            self.letters.append(letters)
            self.sounds.append(sounds)
            self.initials.append(letters[0])
            self.tails.append(letters)
            self.spoken_tails.append(sounds)
        else:
            self.letters.append("".join(part.letters for part in parts))
            self.sounds.append("".join(part.sounds for part in parts))
            self.initials.append("".join(part.letters[0] for part in parts))
            for at in range(len(parts)):
                self.tails.append("".join(part.letters for part in parts[at:]))
                self.spoken_tails.append("".join(part.sounds for part in parts[at:]))
        self.starts.append(len(self.tails))
        return number


class _Text:
    """Lines gathered in runs, which take less room than many small strings."""

    def __init__(self) -> None:
        self._runs: list[str] = []
        self._lines: list[str] = []

    def add(self, line: str) -> None:
        """Add a line."""
        self._lines.append(line)
        if len(self._lines) == 4096:
            self._end_run()

    def take(self) -> str:
        """All lines, each with its end; they are forgotten."""
        self._end_run()
        text = "".join(self._runs)
        self._runs.clear()
        return text

    def _end_run(self) -> None:
        if self._lines:
            self._runs.append("\n".join(self._lines) + "\n")
            self._lines.clear()


class _Rows:
    """The rows of the table in the making."""

    def __init__(self) -> None:
        self.words = _Words()
        self.spellings: list[str] = []
        self.owners = array("i")
        self.priors = array("f")
        self.borrowed = array("b")
        self.scripts = array("b")
        self.flat = array("i")
        self.counts = array("i")
        self.letters = _Text()
        self.sounds = _Text()
        self.initials: list[str] = []
        self.consonants: list[str] = []
        self.consonant_rows = array("i")

    def add(self, text: str, owner: int, borrowed: int) -> str:
        """Add a spelling; its letters."""
        words = self.words
        row = [words.add(word) for word in text.split()]
        letters = "".join([words.letters[w] for w in row])
        self.letters.add(letters)
        self.sounds.add("".join([words.sounds[w] for w in row]))
        self.initials.append(sys.intern("".join([words.initials[w] for w in row])))
        script = "latin" if text.isascii() else hangul.script(text)
        if borrowed < 2 and len(row) <= 4:
            self._read(text, [words.letters[w] for w in row], script == "hangul")
        self.spellings.append(text)
        self.owners.append(owner)
        self.borrowed.append(borrowed)
        self.scripts.append(SCRIPTS.index(script))
        self.flat.extend(row)
        self.counts.append(len(row))
        return letters

    def _read(self, text: str, words: list[str], in_hangul: bool) -> None:
        """File the row under the initial consonants of its syllables, if it reads as Korean."""
        if in_hangul:
            read = readings.of_hangul(text)
        elif words and readings.is_family(words[0]):
            read = readings.consonants([keys.split(word) for word in text.split()])
        else:
            return
        if read:
            self.consonants.append(sys.intern(read))
            self.consonant_rows.append(len(self.spellings))


def build(entries: Sequence[Entry], known: Known | None = None) -> Table:
    """The table over `entries`; `known` tells by its letters what else a name is called."""
    rows = _Rows()
    for number, entry in enumerate(entries):
        letters = rows.add(entry.name, number, 0)
        own = {entry.name}
        for text in entry.spellings:
            if text not in own:
                own.add(text)
                rows.add(text, number, 0)
        found = known(letters) if known is not None else None
        renown = 0.0
        if found is not None:
            renown = found.fame
            for source, names in ((1, found.ours), (2, found.cities)):
                for text in names:
                    if text not in own:
                        own.add(text)
                        rows.add(text, number, source)
        prior = 0.02 * log10(1 + max(entry.weight, 0)) + 0.02 * renown
        rows.priors.extend([prior] * (len(rows.owners) - len(rows.priors)))
    return _tabulate(entries, rows)


def _tabulate(entries: Sequence[Entry], rows: _Rows) -> Table:
    """Keys and postings of all rows."""
    words = rows.words
    for used in (words.ids, words.letters, words.sounds, words.initials):
        used.clear()
    letters = Column.of(rows.letters.take())
    spoken = rows.sounds.take()
    sounds = Column.of(keys.merge(spoken))
    rough = Column.of(keys.rough(spoken))
    tail_ids, tail_rows = _tails(rows)
    rough_tails = keys.rough("\n".join(words.spoken_tails)).split("\n") if words.tails else []
    owner = np.array(rows.owners, dtype=np.int32)
    prior = np.array(rows.priors, dtype=np.float32)
    scripts = np.array(rows.scripts, dtype=np.int8)
    in_rows = scripts == SCRIPTS.index("hangul")
    borrowed = np.array(rows.borrowed, dtype=np.int8)
    in_entries = np.zeros(len(entries), dtype=bool)
    in_entries[owner[in_rows]] = True
    consonant_ids = np.arange(len(rows.consonants), dtype=np.int32)
    return Table(
        entries, rows.spellings, owner, prior, borrowed, scripts,
        letters, sounds, rough, Pairs.of(letters), Pairs.of(rough),
        Tokens.of(words.tails, tail_ids, tail_rows),
        Tokens.of(rough_tails, tail_ids, tail_rows),
        Tokens.of(rows.initials, *[np.arange(len(owner), dtype=np.int32)] * 2),
        Tokens.of(rows.consonants, consonant_ids, np.array(rows.consonant_rows, dtype=np.int32)),
        in_rows, in_entries, ranked(prior, letters), shares(borrowed),
    )  # fmt: skip


def ranked(prior: Floats, letters: Column) -> Floats:
    """The order of rows that match equally: often mentioned, then short."""
    lengths = np.diff(letters.starts).astype(np.float32)
    order: Floats = (prior - 0.002 * np.minimum(lengths, 60)).astype(np.float32)
    return order


def shares(borrowed: NDArray[np.int8]) -> Floats:
    """How much of its pairs of letters counts when rows are chosen for a closer look."""
    return np.where(borrowed > 0, np.float32(0.8), np.float32(1.0))


def _tails(rows: _Rows) -> tuple[Ints, Ints]:
    """For each part of each name: the tail of its word that begins there, and the row."""
    counts = np.array(rows.counts, dtype=np.int64)
    flat = np.array(rows.flat, dtype=np.int32)
    owners = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    start = np.array(rows.words.starts, dtype=np.int32)
    many = start[flat + 1] - start[flat]
    ends = np.cumsum(many)
    inside = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - many, many)
    ids = np.repeat(start[flat], many) + inside
    return ids.astype(np.int32), np.repeat(owners, many)
