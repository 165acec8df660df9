"""Finding a name by whatever spelling is typed: an index of names that answers every keystroke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.names import othernames, ranking
from corpus.names.table import Entry, Table
from corpus.names.table import build as build_table

__all__ = ["Entry", "Hit", "NameIndex", "build"]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found: its place in the entries, the spelling that matched, and why.

    `score` is 0 to 1, 1 for a name typed out; `spans` are ranges of `spelling` to underline.
    """

    entry: int
    name: str
    spelling: str
    score: float
    why: str
    spans: tuple[tuple[int, int], ...]


class NameIndex:
    """Names and all their spellings, searched by what is typed so far."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def __len__(self) -> int:
        return len(self._table.entries)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The entries that `query` may mean, the likeliest first."""
        table = self._table
        ranked = ranking.rank(table, query, None)
        keyed = ranked.scores + table.rank[ranked.rows]
        hits = []
        seen = set()
        for at in np.lexsort((ranked.rows, -keyed)).tolist():
            row = int(ranked.rows[at])
            entry = int(table.owners[row])
            if entry in seen:
                continue
            seen.add(entry)
            hits.append(
                Hit(
                    entry,
                    table.entries[entry].name,
                    table.spellings[row],
                    min(1.0, float(ranked.scores[at])),
                    "",
                    (),
                )
            )
            if len(hits) == limit:
                break
        return hits


def build(entries: Sequence[Entry]) -> NameIndex:
    """The index over `entries`."""
    return NameIndex(build_table(entries, othernames.of, othernames.fame))
