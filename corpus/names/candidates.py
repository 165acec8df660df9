"""Rows of the table that a query may mean, found by postings before any of them is compared."""

from __future__ import annotations

import numpy as np

from corpus.names import asking
from corpus.names.asking import Form, Unit
from corpus.names.postings import Ints, Tokens
from corpus.names.table import Flags, Floats, Table

Rows = Ints

_ROUGH, _LETTERS, _OTHER, _RANGE, _SURE = 70, 40, 25, 60, 25
_BUDGET = 600_000
_FEW = 4
_MANY = 4096
_NONE = np.empty(0, np.int32)


def alike(table: Table, forms: list[Form], allowed: Flags | None) -> Rows:
    """Rows worth a closer look: those that share rare pairs of letters or begin alike."""
    total = len(table.spellings)
    found: list[Rows] = []
    for number, form in enumerate(forms):
        whole = form.whole()
        if number == 0:
            found.append(_top(table, table.rough_pairs.count("\n" + whole.rough, total, _BUDGET),
                              _ROUGH, allowed))  # fmt: skip
        count = table.letter_pairs.count("\n" + whole.letters, total, _BUDGET)
        found.append(_top(table, count, _LETTERS if number == 0 else _OTHER, allowed))
        found.append(
            _best(table, _with(table, table.letter_tokens, whole.letters), _RANGE, allowed)
        )
        found.append(_begun(table, whole, allowed))
    return np.concatenate(found)


def common(table: Table, form: Form, allowed: Flags | None) -> Rows:
    """Rows that have a part beginning like every word of the query, by letters and by sounds."""
    units = [asking.joined(word) for word in form.words]
    found = []
    for letters in (True, False):
        mask: Flags | None = None
        for unit in units:
            tokens = table.letter_tokens if letters else table.rough_tokens
            text = unit.letters if letters else unit.rough
            if not text:
                continue
            here = np.zeros(len(table.spellings), dtype=bool)
            here[tokens.prefixed(text)] = True
            mask = here if mask is None else mask & here
        if mask is not None:
            found.append(_best(table, np.flatnonzero(mask).astype(np.int32), _SURE, allowed))
    return np.concatenate(found) if found else _NONE


def initials(table: Table, form: Form, allowed: Flags | None) -> Rows:
    """Rows whose initials the query spells."""
    units = [asking.joined(word) for word in form.words]
    if len(units) == 1 and 2 <= len(units[0].letters) <= 5:
        return np.unique(_best(table, table.initials.exactly(units[0].letters), _RANGE, allowed))
    if len(units) == 2 and 2 <= len(units[1].letters) <= 3:
        rows = table.initials.exactly(units[0].letters[:1] + units[1].letters)
        begun = [text.startswith(units[0].letters) for text in table.letters.take(rows)]
        return np.unique(_best(table, rows[np.array(begun, dtype=bool)], _RANGE, allowed))
    return _NONE


def _begun(table: Table, whole: Unit, allowed: Flags | None) -> Rows:
    """Rows whose letters begin with a query of few letters."""
    if len(whole.letters) > _FEW:
        return _NONE
    rows = _with(table, table.letter_tokens, whole.letters)
    return _best(table, rows[table.letters.starting(rows, whole.letters)], _RANGE, allowed)


def _with(table: Table, tokens: Tokens, prefix: str) -> Rows:
    """The rows with a token that begins with `prefix`, each once."""
    rows = tokens.prefixed(prefix)
    if len(rows) < _MANY:
        return np.unique(rows)
    found = np.zeros(len(table.spellings), dtype=bool)
    found[rows] = True
    return np.flatnonzero(found).astype(np.int32)


def _top(table: Table, count: Floats, limit: int, allowed: Flags | None) -> Rows:
    """The rows with the highest counts, names that we only know of held back."""
    if allowed is not None:
        count = np.where(allowed, count, 0)
    count = count * table.share
    limit = min(limit, len(count))
    rows = np.argpartition(-count, limit - 1)[:limit]
    return rows[count[rows] > 0].astype(np.int32)


def _best(table: Table, rows: Rows, limit: int, allowed: Flags | None) -> Rows:
    """The first `limit` of `rows` by rank."""
    if allowed is not None:
        rows = rows[allowed[rows]]
    if len(rows) > limit:
        rows = rows[np.argpartition(-table.rank[rows], limit)[:limit]]
    return rows.astype(np.int32)
