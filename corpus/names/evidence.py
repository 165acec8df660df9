"""How strongly a piece of text speaks for a person, a place, an organisation, or none of them.

Scores are sums of hand-set weights, in the scale of "two is sure enough". The tagger is one witness
among others: the words of the name itself, the tables of names and places, and the words around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.names import given, korean, vocabulary
from corpus.names.gazetteer import Gazetteer
from corpus.names.pieces import Piece
from corpus.names.scene import LineKind, Scene

_AGE = re.compile(r"\s*,\s*(?:aged?\s+)?(?:1?\d?\d)\s*(?:,|\.|;|\)|years)|\s*\((?:aged?\s+)?\d\d?\)")
_LIFE = re.compile(r"\s*\((?:b\.|born|c\.|d\.)?\s*\d{4}\s*(?:[-\u2013\u2014]\s*(?:\d{2,4})?)?\)")
_WHO = re.compile(
    r"\s*,\s+(?:who|whose|then|formerly|himself|herself|an?|the|his|her|their|former)\b"
)
_REGION_AFTER = re.compile(r"\s*,\s+([A-Z][\w.]+(?: [A-Z][\w.]+)?)")


@dataclass(slots=True)
class Scores:
    """What speaks for each kind; `thing` is a name of something that is none of the three."""

    person: float = 0.0
    place: float = 0.0
    organisation: float = 0.0
    thing: float = 0.0
    why: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, weight: float, why: str = "") -> None:
        """Adds `weight` to `kind`; the heaviest reason is kept as its basis."""
        setattr(self, kind, getattr(self, kind) + weight)
        if why and weight >= 1 and kind not in self.why:
            self.why[kind] = why

    def best(self) -> tuple[str, float, float]:
        """The leading kind, its score and its lead over the next."""
        ranked = sorted(
            (
                (self.person, "person"),
                (self.place, "place"),
                (self.organisation, "organisation"),
                (self.thing, "thing"),
            ),
            reverse=True,
        )
        return ranked[0][1], ranked[0][0], ranked[0][0] - ranked[1][0]


_TAG_WEIGHTS: dict[str, tuple[tuple[str, float], ...]] = {
    "PERSON": (("person", 2.0),),
    "GPE": (("place", 2.0),),
    "LOC": (("place", 2.0),),
    "FAC": (("place", 0.4), ("thing", 1.2)),
    "ORG": (("organisation", 1.6),),
    "NORP": (("thing", 1.4),),
    "EVENT": (("thing", 1.6),),
    "WORK_OF_ART": (("thing", 1.2),),
    "PRODUCT": (("thing", 1.0),),
    "LAW": (("thing", 1.6),),
    "LANGUAGE": (("thing", 1.6),),
    "DATE": (("thing", 0.8),),
}


def lexical(scene: Scene, piece: Piece, places: Gazetteer) -> Scores:
    """What the name itself tells, wherever it stands."""
    scores = Scores()
    words = scene.words[piece.first : piece.last]
    texts = [w.text for w in words]
    name = scene.text[words[0].start : words[-1].end]
    if piece.hint == "organisation":
        scores.add("organisation", 4.0, "its own name")
    elif piece.hint == "thing":
        scores.add("thing", 4.0)
    elif piece.hint == "site":
        scores.add("thing", 2.6)
    elif piece.hint == "place":
        scores.add("place", 2.6, "its own name")
    _gazetteer(scores, name, len(words), piece, places)
    if piece.hint in ("organisation", "thing", "site", "place"):
        return scores
    _person(scores, texts)
    if len(words) == 1:
        word = words[0]
        if word.lower in vocabulary.CALENDAR or word.lower in vocabulary.CLUTTER:
            scores.add("thing", 4.0)
        if word.shouted and len(word.text) <= 6 and not places.has(name):
            scores.add("organisation", 1.0, "capital letters")
            scores.add("person", -1.5)
        if given.is_common_word(word.lower) or word.lower in scene.lowered:
            everyday = not given.is_given(word.lower) and not places.has(name)
            scores.add("thing", 1.6 if everyday else 0.4)
    elif all(given.is_common_word(w.lower) or w.lower in vocabulary.CLUTTER for w in words):
        scores.add("thing", 1.2)
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
        weight = 0.6 if doubtful else (2.6 if best.population >= 100_000 else 1.7)
        if count > 1 and not doubtful:
            weight += 0.5
    scores.add("place", weight, "gazetteer")


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
        if given.is_given(first) or given.is_family(first):
            scores.add("person", 0.5)
        if korean.is_pair(texts[0]):
            scores.add("person", 0.5)
        return
    if len(lower) > 5:
        scores.add("person", -1.0)
        return
    opening = given.is_given(first) or (texts[0].endswith(".") and len(texts[0]) <= 5)
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


def local(scene: Scene, piece: Piece) -> Scores:
    """What the place where the name stands tells: the tagger there, and the words around."""
    scores = Scores()
    words = scene.words
    first, last = piece.first, piece.last
    label, share = scene.label_of(first, last)
    trust = 1.0 if scene.line_kind[first] is LineKind.PLAIN else 0.4
    for kind, weight in _TAG_WEIGHTS.get(label, ()):
        scores.add(kind, weight * trust * (share if share < 0.99 else 1.0), "tagger")
    if scene.line_kind[first] is LineKind.SHOUT:
        return scores
    if piece.titled:
        sure = piece.titled.rstrip(".") in vocabulary.HONORIFICS
        scores.add("person", 3.5 if sure else 2.4, "title before the name")
    before, after = scene.before(first), scene.after(last - 1)
    possessive = words[last - 1].possessive
    if before == "the" and last - first == 1:
        scores.add("person", -1.5)
        scores.add("place", -0.4)
    elif before == "the":
        scores.add("person", -1.0)
        scores.add("organisation", 0.4)
    if before in vocabulary.PLACE_BEFORE:
        scores.add("place", 1.0, "preposition of place")
        scores.add("person", -0.3)
    elif before in vocabulary.PERSON_BEFORE or before in vocabulary.SPEECH_BEFORE:
        scores.add("person", 0.5)
    elif before in vocabulary.KIN:
        scores.add("person", 1.5, "kin named before")
    elif before in vocabulary.TITLE_HEADS:
        scores.add("person", 2.0, "title before the name")
    if after in vocabulary.SPEECH:
        scores.add("person", 1.3, "what the name does")
    elif possessive and after in vocabulary.KIN:
        scores.add("person", 1.2, "what the name has")
    elif after in vocabulary.FAMILY_HEADS and not possessive:
        scores.add("person", -2.0)
        scores.add("thing", 1.0)
    elif after in vocabulary.THING_HEADS and not possessive and last - first == 1:
        scores.add("person", -1.2)
    if piece.hint:
        return scores
    tail = scene.text[words[last - 1].end : words[last - 1].end + 40]
    if not possessive:
        if _AGE.match(tail) or _LIFE.match(tail):
            scores.add("person", 2.2, "age or years of life")
        elif _WHO.match(tail):
            scores.add("person", 0.8)
    return scores
