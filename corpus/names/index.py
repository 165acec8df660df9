"""Finding a name by whatever spelling is typed: an index of names that answers every keystroke."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.names import asking, hangul, highlight, othernames, ranking, reasons
from corpus.names.query import Query, Term, kind_letter, parse
from corpus.names.ranking import Ranked
from corpus.names.table import Entry, Flags, Table
from corpus.names.table import build as build_table
from corpus.names.tablefile import pack, unpack

__all__ = ["Entry", "Hit", "NameIndex", "build"]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found: its place in the entries, the spelling that matched, and why.

    `score` is 0 to 1, 1 for a name typed out; `why` says in
    plain words what differs, "" if nothing; `spans` are ranges of `spelling` to underline.
    """

    entry: int
    name: str
    spelling: str
    score: float
    why: str
    spans: tuple[tuple[int, int], ...]


class NameIndex:
    """Names and all their spellings, searched by what is typed so far.

    A hit that scores below `GOOD` is no good match; what scores below `POOR` is not shown at all.
    """

    GOOD = 0.75
    POOR = 0.45

    def __init__(self, table: Table) -> None:
        self._table = table

    def __len__(self) -> int:
        return len(self._table.entries)

    @property
    def entries(self) -> Sequence[Entry]:
        """What is indexed, in the order given."""
        return self._table.entries

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The entries that `query` may mean, the likeliest first; see `query.parse` for operators."""
        asked = parse(query)
        if limit < 1 or not (asked.kind or asked.phrases or asked.terms):
            return []
        allowed = self._allowed(asked)
        if not asked.phrases:
            return [self._listed(row, asked) for row in self._first(allowed, limit)]
        best: dict[int, tuple[float, int, float, str, Ranked]] = {}
        for phrase in asked.phrases:
            ranked = ranking.rank(self._table, phrase, allowed)
            self._collect(ranked, phrase, limit, best)
        order = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[:limit]
        return [self._hit(entry, *found[1:]) for entry, found in order]

    def _collect(
        self, ranked: Ranked, phrase: str, limit: int,
        best: dict[int, tuple[float, int, float, str, Ranked]],
    ) -> None:  # fmt: skip
        """Put the best `limit` entries of `ranked` into `best` where they beat what is there."""
        keyed = ranked.scores + self._table.rank[ranked.rows]
        seen: set[int] = set()
        for at in np.lexsort((ranked.rows, -keyed)).tolist():
            row = int(ranked.rows[at])
            entry = int(self._table.owners[row])
            if entry in seen:
                continue
            if ranked.scores[at] < self.POOR:
                return
            seen.add(entry)
            key = float(keyed[at])
            if entry not in best or best[entry][0] < key:
                best[entry] = (key, row, float(ranked.scores[at]), phrase, ranked)
            if len(seen) == limit:
                return

    def _hit(self, entry: int, row: int, score: float, phrase: str, ranked: Ranked) -> Hit:
        table = self._table
        name, spelling = table.entries[entry].name, table.spellings[row]
        if spelling != name and hangul.script(phrase) == hangul.script(name) != hangul.script(spelling):
            row, spelling = int(np.searchsorted(table.owners, entry)), name
        found = highlight.pieces(spelling)
        if row in ranked.initials:
            lone = asking.consonant_query(phrase)
            spans = highlight.firsts(found, len(lone) if lone else len(found))
            why = "initial consonants" if lone else "initials"
        else:
            form = asking.forms(phrase)[0]
            spans = highlight.spans(found, form)
            why = reasons.reason(name, spelling, bool(table.borrowed[row]), phrase, form, found)
        return Hit(entry, name, spelling, round(min(1.0, max(0.0, score)), 4), why, spans)

    def _allowed(self, asked: Query) -> Flags | None:
        """The rows of entries of the kind asked for in which all terms hold; None if all."""
        if not asked.kind and not asked.terms:
            return None
        table = self._table
        entries = np.ones(len(table.entries), dtype=bool)
        if asked.kind:
            entries &= self._kinds == ord(asked.kind)
        for group in asked.terms:
            either = np.zeros(len(entries), dtype=bool)
            for term in group:
                either |= self._holding(term)
            entries &= either
        return entries[table.owners]

    @cached_property
    def _kinds(self) -> NDArray[np.uint8]:
        letters = {kind: kind_letter(kind) for kind in {e.kind for e in self._table.entries}}
        codes = (ord(letters[entry.kind] or "-") for entry in self._table.entries)
        return np.fromiter(codes, dtype=np.uint8, count=len(self._table.entries))

    def _holding(self, term: Term) -> Flags:
        """The entries with a name of their own for which `term` holds."""
        table = self._table
        text = "\n" * term.begins + term.letters + "\n" * term.ends
        rows = table.letters.holding(text) & (table.borrowed == 0)
        found = np.zeros(len(table.entries), dtype=bool)
        found[table.owners[rows]] = True
        return ~found if term.negated else found

    def _first(self, allowed: Flags | None, limit: int) -> list[int]:
        """The rows of the entries' usual names that are `allowed`, by rank."""
        table = self._table
        usual = np.ones(len(table.owners), dtype=bool)
        usual[1:] = table.owners[1:] != table.owners[:-1]
        rows = np.flatnonzero(usual if allowed is None else usual & allowed)
        order = np.lexsort((rows, -table.rank[rows]))
        return [int(row) for row in rows[order[:limit]]]

    def _listed(self, row: int, asked: Query) -> Hit:
        """A hit that only kinds and terms have led to."""
        spelling = self._table.spellings[row]
        found = highlight.pieces(spelling)
        ranges = [
            span for group in asked.terms for term in group if not term.negated
            for span in highlight.containing(found, term.letters)
        ]  # fmt: skip
        return Hit(int(self._table.owners[row]), spelling, spelling, 1.0, "", highlight.join(ranges))

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """The whole index as named arrays of numbers and bytes, to be stored without pickle."""
        return pack(self._table)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> NameIndex:
        """The index from what `to_arrays` gave."""
        return cls(unpack(arrays))


def build(entries: Sequence[Entry]) -> NameIndex:
    """The index over `entries`; about 3 s of CPU for 100,000 names."""
    table = build_table(entries, othernames.find)
    othernames.forget()
    return NameIndex(table)
