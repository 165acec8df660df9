"""Finding a name by whatever spelling is typed: an index of names that answers every keystroke."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.names import asking, hangul, highlight, othernames, ranking, reasons
from corpus.names.distance import Weigher
from corpus.names.query import Query, Term, kind_letter, parse
from corpus.names.ranking import Ranked
from corpus.names.table import Entry, Flags, Table
from corpus.names.table import build as build_table
from corpus.names.tablefile import pack, unpack

__all__ = ["Entry", "Hit", "NameIndex", "build"]


Spans = tuple[tuple[int, int], ...]


class Hit:
    """An entry found: its place in the entries, the spelling that matched, and why.

    `score` is 0 to 1, 1 for a name typed out. `why` and `spans` are worked out when first asked
    for, since a screen shows only some of the hits.
    """

    __slots__ = ("_explain", "_said", "entry", "name", "score", "spelling")

    def __init__(
        self, entry: int, name: str, spelling: str, score: float,
        explain: Callable[[], tuple[str, Spans]],
    ) -> None:  # fmt: skip
        self.entry = entry
        self.name = name
        self.spelling = spelling
        self.score = score
        self._explain = explain
        self._said: tuple[str, Spans] | None = None

    @property
    def why(self) -> str:
        """What differs between the query and the spelling, in plain words."""
        return self._told()[0]

    @property
    def spans(self) -> Spans:
        """The ranges of `spelling` that the query means, in order and apart."""
        return self._told()[1]

    def _told(self) -> tuple[str, Spans]:
        if self._said is None:
            self._said = self._explain()
        return self._said

    def _all(self) -> tuple[int, str, str, float, str, Spans]:
        return self.entry, self.name, self.spelling, self.score, self.why, self.spans

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hit) and self._all() == other._all()

    def __hash__(self) -> int:
        return hash((self.entry, self.spelling, self.score))

    def __repr__(self) -> str:
        fields = "entry={!r}, name={!r}, spelling={!r}, score={!r}, why={!r}, spans={!r}"
        return f"Hit({fields.format(*self._all())})"


class NameIndex:
    """Names and all their spellings, searched by what is typed so far.

    A hit that scores below `GOOD` is no good match; what scores below `POOR` is not shown at all.
    """

    GOOD = 0.75
    POOR = 0.45

    def __init__(self, table: Table) -> None:
        self._table = table
        self._weigh = Weigher(len(table.spellings), table.rough_tokens.frequency)

    def __len__(self) -> int:
        return len(self._table.entries)

    @property
    def entries(self) -> Sequence[Entry]:
        """What is indexed, in the order given."""
        return self._table.entries

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The entries `query` may mean, the likeliest first; `query.parse` tells the operators."""
        asked = parse(query)
        if limit < 1 or not (asked.kind or asked.phrases or asked.terms):
            return []
        allowed = self._allowed(asked)
        if not asked.phrases:
            return [self._listed(row, asked) for row in self._first(allowed, limit)]
        best: dict[int, tuple[float, int, float, str, Ranked]] = {}
        for phrase in asked.phrases:
            ranked = ranking.rank(self._table, self._weigh, phrase, allowed)
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
        if spelling != name and hangul.script(phrase) == hangul.script(name) != hangul.script(
            spelling
        ):
            row, spelling = int(np.searchsorted(table.owners, entry)), name
        initials = row in ranked.initials
        borrowed = bool(table.borrowed[row])

        def explain() -> tuple[str, Spans]:
            return _explained(phrase, name, spelling, borrowed, initials)

        return Hit(entry, name, spelling, round(min(1.0, max(0.0, score)), 4), explain)

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

        def explain() -> tuple[str, Spans]:
            found = highlight.pieces(spelling)
            ranges = [
                span for group in asked.terms for term in group if not term.negated
                for span in highlight.containing(found, term.letters)
            ]  # fmt: skip
            return "", highlight.join(ranges)

        return Hit(int(self._table.owners[row]), spelling, spelling, 1.0, explain)

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """The whole index as named arrays of numbers and bytes, to be stored without pickle."""
        return pack(self._table)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> NameIndex:
        """The index from what `to_arrays` gave."""
        return cls(unpack(arrays))


def _explained(
    phrase: str, name: str, spelling: str, borrowed: bool, initials: bool
) -> tuple[str, Spans]:
    """Why `phrase` found `spelling`, and what of it to underline."""
    found = highlight.pieces(spelling)
    if initials:
        lone = asking.consonant_query(phrase)
        spans = highlight.firsts(found, len(lone) if lone else len(found))
        return "initial consonants" if lone else "initials", spans
    form = asking.forms(phrase)[0]
    why = reasons.reason(name, spelling, borrowed, phrase, form, found)
    return why, highlight.spans(found, form)


def build(entries: Sequence[Entry]) -> NameIndex:
    """The index over `entries`; about 3 s of CPU for 100,000 names."""
    table = build_table(entries, othernames.find)
    othernames.forget()
    return NameIndex(table)
