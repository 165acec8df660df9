"""From a query to rows in order: candidates by postings, then likeness over the candidates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from corpus.names import asking, hangul, keys, readings
from corpus.names.asking import Form, Unit
from corpus.names.distance import Weigher, assigned, blend, likeness
from corpus.names.table import SCRIPTS, Table

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]
Flags = NDArray[np.bool_]

_ROUGH, _LETTERS, _OTHER, _RANGE, _REFINED = 70, 40, 25, 60, 40
_SURE = 25
_BUDGET = 600_000
_BEGINS = 0.03
_BORROWED, _BORROWED_SHORT, _SHORT = 0.03, 0.05, 4
_INITIALS = 0.93
_FEWER = 0.03


@dataclass(frozen=True, slots=True)
class Ranked:
    """Rows with their scores, and which of them were found by initials only."""

    rows: Rows
    scores: Floats
    initials: frozenset[int]


def rank(table: Table, weigh: Weigher, query: str, allowed: Flags | None) -> Ranked:
    """The rows of `table` that `query` may mean, unordered; only those `allowed`."""
    lone = asking.consonant_query(query)
    if lone:
        return _by_consonants(table, lone, allowed)
    forms = asking.forms(query)
    if not forms or not len(table.spellings):
        return Ranked(np.empty(0, np.int64), np.empty(0, np.float32), frozenset())
    initials = _initials(table, forms[0], allowed)
    sure = _common(table, forms[0], allowed)
    rows = np.unique(np.concatenate([_candidates(table, forms, allowed), sure, initials]))
    rows = rows[_comparable(table, rows, query)]
    scores = _score(table, rows, forms)
    scores = _refine(table, weigh, rows, scores, forms[0], sure)
    scores = _literal(table, rows, scores, forms[0])
    short = len(forms[0].whole().letters) <= _SHORT and query.isascii()
    cost = np.float32(_BORROWED_SHORT if short else _BORROWED)
    scores = scores - cost * (table.borrowed[rows] > 0)
    if hangul.has_syllables(query):
        scores = _in_hangul(table, rows, scores, query)
    found = np.isin(rows, initials) & (scores < _INITIALS) & (table.borrowed[rows] == 0)
    if len(initials) and len(forms[0].words) == 1:
        lone = not len(table.letter_tokens.prefixed(forms[0].whole().letters))
        scores = np.where(found, np.float32(_INITIALS if lone else _INITIALS - 0.07), scores)
    return Ranked(rows, scores, frozenset(rows[found].tolist()))


def _comparable(table: Table, rows: Rows, query: str) -> Flags:
    """Rows that the query's script may be compared with.

    Names that we only know of are in Latin letters or in the script typed, and an entry whose Hangul is given is
    not found by Hangul that merely sounds like its name in Latin letters.
    """
    script = SCRIPTS.index(hangul.script(query))
    written = table.script[rows]
    fits = (table.borrowed[rows] == 0) | (written == script) | (written == 0)
    if SCRIPTS[script] == "hangul":
        fits &= table.hangul[rows] | ~table.in_hangul[table.owners[rows]]
    return fits


def _best(table: Table, rows: Rows, limit: int, allowed: Flags | None) -> Rows:
    """The first `limit` of `rows` by rank."""
    if allowed is not None:
        rows = rows[allowed[rows]]
    if len(rows) > limit:
        rows = rows[np.argpartition(-table.rank[rows], limit)[:limit]]
    return rows.astype(np.int64)


def _candidates(table: Table, forms: list[Form], allowed: Flags | None) -> Rows:
    """Rows worth a closer look."""
    total = len(table.spellings)
    found: list[Rows] = []
    for number, form in enumerate(forms):
        whole = form.whole()
        if number == 0:
            found.append(_top(table, table.rough_pairs.count(_framed(whole.rough), total, _BUDGET),
                              _ROUGH, allowed))  # fmt: skip
        count = table.letter_pairs.count(_framed(whole.letters), total, _BUDGET)
        found.append(_top(table, count, _LETTERS if number == 0 else _OTHER, allowed))
        found.append(
            _best(table, np.unique(table.letter_tokens.prefixed(whole.letters)), _RANGE, allowed)
        )
        found.append(_begun(table, whole, allowed))
    return np.concatenate(found)


def _framed(text: str) -> str:
    return "\n" + text


def _begun(table: Table, whole: Unit, allowed: Flags | None) -> Rows:
    """Rows whose letters begin with the query's."""
    if len(whole.letters) > 4:
        return np.empty(0, np.int64)
    rows = np.unique(table.letter_tokens.prefixed(whole.letters))
    starts = table.letters.starts[rows]
    text = table.letters.text
    size = len(whole.letters)
    keep = (
        [text[at : at + size] == whole.letters for at in starts.tolist()]
        if len(rows) < 20000
        else slice(None)
    )
    return _best(table, rows[keep], _RANGE, allowed)


def _top(table: Table, count: Floats, limit: int, allowed: Flags | None) -> Rows:
    """The rows with the highest counts, long names held back a little."""
    if allowed is not None:
        count = np.where(allowed, count, 0)
    limit = min(limit, len(count))
    rows = np.argpartition(-count, limit - 1)[:limit]
    return rows[count[rows] > 0]


def _common(table: Table, form: Form, allowed: Flags | None) -> Rows:
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
            found.append(_best(table, np.flatnonzero(mask), _SURE, allowed))
    return np.concatenate(found) if found else np.empty(0, np.int64)


def _initials(table: Table, form: Form, allowed: Flags | None) -> Rows:
    """Rows whose initials the query spells."""
    units = [asking.joined(word) for word in form.words]
    if len(units) == 1 and 2 <= len(units[0].letters) <= 5:
        return np.unique(_best(table, table.initials.exactly(units[0].letters), _RANGE, allowed))
    if len(units) == 2 and 2 <= len(units[1].letters) <= 3:
        rows = table.initials.exactly(units[0].letters[:1] + units[1].letters)
        begun = [text.startswith(units[0].letters) for text in table.letters.take(rows)]
        return np.unique(_best(table, rows[np.array(begun, dtype=bool)], _RANGE, allowed))
    return np.empty(0, np.int64)


def _score(table: Table, rows: Rows, forms: list[Form]) -> Floats:
    """The best likeness over all readings and orders of the query."""
    if not len(rows):
        return np.empty(0, np.float32)
    letters = table.letters.take(rows)
    sounds = table.sounds.take(rows)
    rough = table.rough.take(rows)
    best = np.zeros(len(rows), np.float32)
    for form in forms:
        for number, (whole, cost) in enumerate(form.orders()):
            here = blend(
                len(whole.letters),
                likeness(whole.letters, letters, not number),
                likeness(whole.sounds, sounds, not number),
                likeness(whole.rough, rough, not number),
            )
            best = np.maximum(best, here - np.float32(cost))
    return best


@lru_cache(maxsize=1 << 14)
def _word(word: str) -> tuple[Unit, ...]:
    return tuple(
        Unit(p.letters, keys.merge(p.sounds), keys.rough(p.sounds)) for p in keys.split(word)
    )


def _refine(
    table: Table, weigh: Weigher, rows: Rows, scores: Floats, form: Form, sure: Rows
) -> Floats:
    """Scores raised where the words are found in another order or with others between.

    That is looked at in the rows that score best so far and in those that are `sure` to have a word
    like each of the query's.
    """
    top = np.argsort(-scores, kind="stable")[:_REFINED]
    top = np.union1d(top, np.flatnonzero(np.isin(rows, sure)))
    raised = scores.copy()
    for at in top.tolist():
        words = tuple(w for w in map(_word, table.spellings[rows[at]].split()) if w)
        raised[at] = max(raised[at], 0.985 * assigned(form.words, words, weigh))
        if sum(map(len, words)) < len(form.words):
            raised[at] -= _FEWER
    return raised


def _literal(table: Table, rows: Rows, scores: Floats, form: Form) -> Floats:
    """Rows that begin with the query as typed, word by word, put before those that sound like it."""
    whole = form.whole().letters
    ends = _boundaries(form.words)
    raised = scores.copy()
    for at, text in enumerate(table.letters.take(rows)):
        if text.startswith(whole):
            words = tuple(w for w in map(_word, table.spellings[rows[at]].split()) if w)
            if ends <= _boundaries(words):
                raised[at] = max(raised[at], 0.93 + 0.07 * len(whole) / len(text)) + _BEGINS
    return raised


def _boundaries(words: tuple[tuple[Unit, ...], ...]) -> set[int]:
    """Where parts end in the letters of a name run together, its own end left out."""
    ends = set()
    at = 0
    for word in words:
        for part in word:
            at += len(part.letters)
            ends.add(at)
    ends.discard(at)
    return ends


def _in_hangul(table: Table, rows: Rows, scores: Floats, query: str) -> Floats:
    """Rows in Hangul compared by their letters, not by how they sound in Latin."""
    asked = _decomposed(query)
    fixed = scores.copy()
    for at in np.flatnonzero(table.hangul[rows]).tolist():
        text = _decomposed(table.spellings[rows[at]])
        begun = OSA.normalized_similarity(asked, text[: len(asked)])
        whole = OSA.normalized_similarity(asked, text)
        fixed[at] = 0.8 * max(begun, whole) + 0.2 * whole if asked != text else 1.0
    return fixed


def _decomposed(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFD", hangul.soften("".join(text.split())))


def _by_consonants(table: Table, lone: str, allowed: Flags | None) -> Ranked:
    """Korean names whose syllables begin with these consonants, the likeliest spellings first."""
    found = [table.consonants.prefixed(classes) for classes in asking.consonant_classes(lone)]
    rows = np.unique(np.concatenate(found)).astype(np.int64)
    if allowed is not None:
        rows = rows[allowed[rows]]
    scores = np.array([_fit(table.spellings[row], lone) for row in rows.tolist()], np.float32)
    scores += table.prior[rows] - table.rank[rows]  # as many syllables, whatever their letters
    return Ranked(rows, scores, frozenset(rows.tolist()))


@lru_cache(maxsize=1 << 14)
def _fit(text: str, lone: str) -> float:
    if hangul.has_syllables(text):
        starts = [
            hangul.initial(c) for c in hangul.soften("".join(text.split())) if hangul.initial(c)
        ]
        asked = [hangul.initial(c) for c in lone]
        if asked and asked[0] == "ㄹ" and starts and starts[0] in "ㅇㄴ":
            asked[0] = starts[0]
        same = sum(a == b for a, b in zip(asked, starts, strict=False)) / len(lone)
    else:
        pieces: list[str] = []
        for number, (_, word) in enumerate(keys.words(text)):
            for part in word:
                pieces += [part.letters] if number == 0 else readings.syllables(part.letters)
        starts = pieces
        same = sum(readings.fits(c, p) for c, p in zip(lone, pieces, strict=False)) / len(lone)
    return 0.9 * same + 0.08 * (len(starts) == len(lone))
