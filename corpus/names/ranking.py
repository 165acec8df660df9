"""How well the rows of the table match a query: likeness, words found, the begin of a name."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import OSA

from corpus.names import asking, candidates, consonants, hangul, keys
from corpus.names.asking import Form, Unit
from corpus.names.candidates import Rows
from corpus.names.distance import Weigher, assigned, blend, likeness
from corpus.names.table import SCRIPTS, Flags, Floats, Table

_REFINED = 40
_BEGINS = 0.03
_BORROWED, _BORROWED_SHORT, _SHORT = 0.03, 0.05, 4
_INITIALS, _INITIALS_TOO = 0.93, 0.86
_FEWER = 0.03


@dataclass(frozen=True, slots=True)
class Ranked:
    """Rows with their scores, and which of them were found by initials only."""

    rows: Rows
    scores: Floats
    initials: frozenset[int]


def rank(table: Table, weigh: Weigher, query: str, allowed: Flags | None) -> Ranked:
    """The rows of `table` that `query` may mean, unordered; only those `allowed`."""
    if lone := asking.consonant_query(query):
        rows, scores = consonants.find(table, lone, allowed)
        return Ranked(rows, scores, frozenset(rows.tolist()))
    forms = asking.forms(query)
    if not forms or not table.spellings:
        return Ranked(np.empty(0, np.int32), np.empty(0, np.float32), frozenset())
    initials = candidates.initials(table, forms[0], allowed)
    sure = candidates.common(table, forms[0], allowed)
    rows = np.unique(np.concatenate([candidates.alike(table, forms, allowed), sure, initials]))
    rows = rows[_comparable(table, rows, query)]
    scores = _score(table, rows, forms)
    scores = _refine(table, weigh, rows, scores, forms[0], sure)
    scores = _literal(table, rows, scores, forms[0])
    short = len(forms[0].whole().letters) <= _SHORT and query.isascii()
    cost = np.float32(_BORROWED_SHORT if short else _BORROWED)
    scores -= cost * (table.borrowed[rows] > 0).astype(np.float32)
    if hangul.has_syllables(query):
        scores = _in_hangul(table, rows, scores, query)
    found = np.isin(rows, initials) & (scores < _INITIALS) & (table.borrowed[rows] == 0)
    if len(initials) and len(forms[0].words) == 1:
        begins = len(table.letter_tokens.prefixed(forms[0].whole().letters))
        scores = np.where(found, np.float32(_INITIALS_TOO if begins else _INITIALS), scores)
    return Ranked(rows, scores, frozenset(rows[found].tolist()))


def _comparable(table: Table, rows: Rows, query: str) -> Flags:
    """Rows that the query's script may be compared with.

    Names that we only know of are in Latin letters or in the script typed, and an entry whose
    Hangul is given is not found by Hangul that merely sounds like its name in Latin letters.
    """
    script = SCRIPTS.index(hangul.script(query))
    written = table.script[rows]
    fits: Flags = (table.borrowed[rows] == 0) | (written == script) | (written == 0)
    if SCRIPTS[script] == "hangul":
        fits &= table.hangul[rows] | ~table.in_hangul[table.owners[rows]]
    return fits


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
    """The parts of a word of a name."""
    return tuple(asking.of_part(part) for part in keys.split(word))


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
    """Rows that begin with the query as typed put before those that sound like it."""
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
    """Hangul as single letters, the southern and the northern begin of a word made one."""
    return unicodedata.normalize("NFD", hangul.soften("".join(text.split())))
