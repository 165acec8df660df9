"""How strongly a piece of text speaks for a person, a place, an organisation, or none of them.

Scores are sums of hand-set weights, in the scale of "two is sure enough". The tagger is one witness
among others: the words of the name itself, the tables of names and places, and the words around it.
"""

from __future__ import annotations

import re

from corpus.names import demonyms, given, korean, vocabulary
from corpus.names.fold import mend
from corpus.names.gazetteer import Gazetteer
from corpus.names.pieces import Piece
from corpus.names.scene import LineKind, Scene
from corpus.names.scores import Scores

_SHORT_COUNTRIES = frozenset("US USA UK UAE USSR DPRK ROK PRC DRC GDR".split())
_DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern "
    "western".split()
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$|[^\W\d_]$")
_SHORT_GIVEN = frozenset("jas wm chas geo thos jos jno robt edw saml benj danl alex".split())
_VOWEL = re.compile(r"[aeiouyà-öø-ÿāēīōūěůőű]|[^\x00-\u024f]")


def lexical(scene: Scene, piece: Piece, places: Gazetteer) -> Scores:
    """What the name itself tells, wherever it stands."""
    scores = Scores()
    words = scene.words[piece.first : piece.last]
    texts = [w.text for w in words]
    name = mend(scene.text[words[0].start : words[-1].end])
    if piece.hint == "organisation":
        scores.add("organisation", 4.0, "its own name")
    elif piece.hint == "thing":
        scores.add("thing", 4.0)
    elif piece.hint == "site":
        scores.add("thing", 2.6)
        scores.add("person", -1.0)
    elif piece.hint == "place":
        scores.add("place", 2.6, "its own name")
    _gazetteer(scores, name, len(words), piece, places)
    if piece.hint in ("organisation", "thing", "site", "place"):
        return scores
    _person(scores, texts)
    if len(words) <= 2 and demonyms.is_demonym(name) and not places.has(name):
        scores.add("thing", 4.0)
    if len(words) == 1:
        word = words[0]
        if word.lower in vocabulary.CALENDAR or word.lower in vocabulary.CLUTTER:
            scores.add("thing", 4.0)
        if word.lower in _DIRECTIONS:
            korea = "Korea" in scene.text and word.lower in ("north", "south")
            scores.add("place" if korea else "thing", 1.5 if korea else 4.0, "half of Korea")
            scores.add("person", -3.0)
        if word.lower.rstrip("s") in vocabulary.TITLE_HEADS or word.lower in vocabulary.PLACE_HEADS:
            scores.add("thing", 3.0 if not given.is_given(word.lower) else 1.0)
        if _INITIALS.match(word.text) and not places.has(name):
            scores.add("thing", 4.0)
        if word.shouted and len(word.text) <= 6 and not places.has(name):
            scores.add("organisation", 1.0, "capital letters")
            scores.add("person", -1.5)
        abbreviated = word.text in _SHORT_COUNTRIES
        if abbreviated and scene.line_kind[piece.first] is LineKind.PLAIN:
            scores.add("place", 2.5, "gazetteer")
        elif (
            given.is_common_word(word.lower)
            or word.lower in scene.lowered
            or (scene.opens[piece.first] and given.also_word(word.lower))
        ):
            everyday = not given.is_given(word.lower) and not places.has(name)
            scores.add("thing", 2.2 if everyday else 0.4)
    elif all(_everyday(w.lower) for w in words):
        scores.add("thing", 3.5 if not given.is_given(words[0].lower) else 2.0)
    elif all(w.initial or len(w.text) < 2 or not _VOWEL.search(w.lower) for w in words):
        scores.add("thing", 4.0)
    elif not any(given.also_word(w.lower) or w.text.isupper() for w in words if len(w.text) > 2):
        scores.add("person", 0.6)
    if name.casefold().startswith(("lloyd's ", "lloyd\u2019s ")):
        scores.add("organisation", 5.0)
    if any(w.text[0].isdigit() for w in words):
        scores.add("person", -2.0)
    return scores


def _gazetteer(scores: Scores, name: str, count: int, piece: Piece, places: Gazetteer) -> None:
    rows = places.find(name)
    if not rows:
        return
    best = rows[0]
    doubtful = places.doubtful(name)
    if piece.hint in ("organisation", "thing"):
        return
    if best.feature == "country":
        weight = 2.2 if doubtful else 4.5
    elif best.feature in ("region", "water", "division"):
        weight = 1.2 if doubtful else 3.2
    else:
        weight = 1.0 if doubtful else (2.6 if best.population >= 100_000 else 1.7)
        if count > 1 and not doubtful:
            weight += 0.5
    scores.add("place", weight, "gazetteer")


def _everyday(word: str) -> bool:
    return given.also_word(word) or word in vocabulary.CLUTTER or demonyms.is_demonym(word.title())


def _shouts_family(texts: list[str]) -> bool:
    first, last = texts[0], texts[-1]
    if not first.isupper() or len(first) < 3 or last.isupper() or given.is_common_word(last):
        return False
    return len(first) > 4 or given.is_family(first) or given.is_given(last)


def _person(scores: Scores, texts: list[str]) -> None:
    lower = [t.lower() for t in texts]
    while lower and lower[-1].rstrip(".") in vocabulary.SUFFIXES and len(lower) > 1:
        lower.pop()
        scores.add("person", 1.0)
    first, last = lower[0], lower[-1]
    length = korean.length_of_name(texts)
    if length and length == len(texts):
        scores.add("person", 3.5, "Korean name")
        return
    if len(lower) == 1:
        known = given.weight(first)
        if max(known.given, known.family) > 0:
            scores.add("person", 0.5)
            if not given.also_word(first) and max(known.given, known.family) >= 0.5:
                scores.add("person", 0.6, "a name by the tables")
        if korean.is_pair(texts[0]):
            scores.add("person", 0.5)
        return
    if len(lower) > 5:
        scores.add("person", -1.0)
        return
    if _shouts_family(texts):
        # "POGAČAR Tadej": result lists and registers shout the family name and put it first.
        scores.add("person", 1.5, "family name in capitals")
    opening = given.is_given(first) or (texts[0].endswith(".") and len(texts[0]) <= 5)
    opening = opening or first in _SHORT_GIVEN
    if opening and not given.also_word(first):
        scores.add("person", 1.8, "given name")
    elif opening:
        scores.add("person", 0.8)
    elif given.is_family(first) and given.is_given(last):
        scores.add("person", 1.5, "family name first")
    if given.is_family(last):
        scores.add("person", 0.7 if given.is_common_word(last) else 1.0, "family name")
    if any(t.endswith(".") and len(t) == 2 for t in texts[1:-1]):
        scores.add("person", 1.5, "initial")
    if any(t in vocabulary.PARTICLES for t in texts[1:-1]):
        scores.add("person", 0.3)
