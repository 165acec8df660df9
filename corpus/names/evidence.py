"""How strongly a piece of text speaks for a person, a place, an organisation, or none of them.

Scores are sums of hand-set weights, in the scale of "two is sure enough". The tagger is one witness
among others: the words of the name itself, the tables of names and places, and the words around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.names import demonyms, given, korean, vocabulary
from corpus.names.fold import mend
from corpus.names.gazetteer import Gazetteer
from corpus.names.pieces import Piece
from corpus.names.scene import LineKind, Scene

_AGE = re.compile(
    r"\s*,\s*(?:aged?\s+)?(?:1?\d?\d)\s*(?:,|\.|;|\)|years)|\s*\((?:aged?\s+)?\d\d?\)"
)
_LIFE = re.compile(r"\s*\((?:b\.|born|c\.|d\.)?\s*\d{4}\s*(?:[-\u2013\u2014]\s*(?:\d{2,4})?)?\)")
_WHO = re.compile(r"\s*,\s+(?:then|formerly|an?|the|his|her|their|former)\b")
_RELATIVE = re.compile(r"\s*,?\s+(?:who|whose|whom|himself|herself)\b")
_NUMBERED = re.compile(r" \d+\b(?! years)")


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
    "FAC": (("place", 1.0), ("thing", 0.8)),
    "ORG": (("organisation", 1.5),),
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


_SHORT_COUNTRIES = frozenset("US USA UK UAE USSR DPRK ROK PRC DRC GDR".split())
_DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern "
    "western".split()
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$|[^\W\d_]$")
_SHORT_GIVEN = frozenset("jas wm chas geo thos jos jno robt edw saml benj danl alex".split())


_VOWEL = re.compile(r"[aeiouyà-öø-ÿāēīōūěůőű]|[^\x00-\u024f]")


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


def local(scene: Scene, piece: Piece, lexical: Scores) -> Scores:
    """What the place where the name stands tells: the tagger there, and the words around.

    `lexical` weakens the tagger where the name itself contradicts it.
    """
    scores = Scores()
    words = scene.words
    first, last = piece.first, piece.last
    _tagger(scores, scene, piece, lexical)
    if scene.line_kind[first] is LineKind.SHOUT:
        if scene.before(piece.front) == "by":
            scores.add("person", 1.5, "byline")
        return scores
    if piece.titled and (scene.before(piece.front) != "the" or piece.titled in _CLERGY):
        scores.add("place", -2.0)
        sure = piece.titled.rstrip(".") in vocabulary.HONORIFICS
        scores.add("person", 3.5 if sure else 2.4, "title before the name")
    _words_before(scores, scene, piece)
    _words_after(scores, scene, piece)
    if lexical.place > 0 and scores.why.get("place") == "preposition of place":
        scores.add("place", 0.8)
    if piece.hint:
        return scores
    tail = scene.text[words[last - 1].end : words[last - 1].end + 40]
    if not words[last - 1].possessive:
        if _AGE.match(tail) or _LIFE.match(tail):
            scores.add("person", 2.2, "age or years of life")
        elif _WHO.match(tail):
            scores.add("person", 0.7)
        elif _RELATIVE.match(tail):
            scores.add("person", 1.6, "who")
        if _NUMBERED.match(tail):
            scores.add("person", -1.2)
        if last - first > 1 and scene.line_start[piece.front] and _TURN.match(tail):
            scores.add("person", 2.0, "speaker's turn")
    return scores


def _tagger(scores: Scores, scene: Scene, piece: Piece, lexical: Scores) -> None:
    opinions = scene.opinions(piece.first, piece.last)
    alone = piece.last - piece.first == 1
    trust = 1.0 if scene.line_kind[piece.first] is LineKind.PLAIN else 0.4
    for label, share in opinions:
        for kind, weight in _TAG_WEIGHTS.get(label, ()):
            _opinion(
                scores, kind, weight * trust * share / len(opinions), lexical, alone, scene, piece
            )


def _opinion(
    scores: Scores,
    kind: str,
    weight: float,
    lexical: Scores,
    alone: bool,
    scene: Scene,
    piece: Piece,
) -> None:
    if True:
        if kind == "organisation" and (lexical.person >= 1.5 or lexical.place >= 1.5):
            weight *= 0.4
        if kind == "person" and lexical.place >= 2.5 and lexical.person < 1.0:
            weight *= 0.4
        elif alone and kind in ("person", "place") and getattr(lexical, kind) <= 0:
            weight *= 0.75
        if kind == "organisation" and alone and _place_before(scene, piece.front):
            weight *= 0.5
        scores.add(kind, weight, "tagger")


def _words_before(scores: Scores, scene: Scene, piece: Piece) -> None:
    first = piece.front
    alone = piece.last - piece.first == 1
    before = scene.before(first)
    earlier = scene.before(first - 1) if before else ""
    if before == "the":
        _after_the(scores, scene, piece, earlier)
        before, earlier = earlier, scene.before(first - 2) if earlier else ""
        if before in vocabulary.PLACE_BEFORE:
            scores.add("place", 0.5)
        if before == "of" and earlier in vocabulary.PLACE_OF:
            scores.add("place", 1.0, "of a place")
        if before in vocabulary.VESSELS:
            scores.add("thing", 3.0)
        return
    if before in ("a", "an"):
        scores.add("person", -1.0 if piece.titled else -1.5)
        scores.add("place", -0.5)
    if before in vocabulary.VESSELS:
        scores.add("thing", 5.0)
    elif before == "of" and earlier in vocabulary.PLACE_OF:
        scores.add("place", 2.0, "of a place")
        scores.add("person", -0.5)
    elif before == "of" and earlier in vocabulary.KIN:
        scores.add("person", 2.0, "kin named before")
    elif before in vocabulary.PLACE_NOUNS:
        scores.add("place", 1.5, "what it is")
    elif before in ("to", "for") and earlier in vocabulary.MOTION:
        scores.add("place", 1.8, "preposition of place")
        scores.add("person", -0.5)
    elif before in _STRONG_PLACE:
        scores.add("place", 1.8 if alone else 1.2, "preposition of place")
        scores.add("person", -0.5)
    elif before in vocabulary.PLACE_BEFORE:
        sure = before in ("from", "at", "into")
        scores.add(
            "place", 1.3 if alone else 0.9, "preposition of place" if sure else "to or between"
        )
        scores.add("person", -0.3)
        if before == "at" and not alone:
            scores.add("person", -0.8)
            scores.add("organisation", 0.8)
    elif before in vocabulary.PERSON_BEFORE or before in vocabulary.SPEECH_BEFORE:
        scores.add("person", 0.5)
    elif before in vocabulary.KIN or _kin_before(scene, first):
        scores.add("person", 2.2, "kin named before")
    elif before in vocabulary.TITLE_HEADS:
        scores.add("person", 2.0, "title before the name")


def _place_before(scene: Scene, first: int) -> bool:
    return scene.before(first) in vocabulary.PLACE_BEFORE


def _kin_before(scene: Scene, first: int) -> bool:
    """Whether kin is named before a comma: "her mother, Fumi"."""
    return (
        first > 1
        and scene.gap(first - 1) == ", "
        and scene.words[first - 1].lower in vocabulary.KIN
        and scene.before(first - 1) in _POSSESSORS
    )


def _after_the(scores: Scores, scene: Scene, piece: Piece, earlier: str) -> None:
    """ "the" stands before rivers, ships, firms and adjectives, hardly before a person alone."""
    after = scene.after(piece.last - 1)
    noun = after in vocabulary.OF_PERSON
    if piece.titled:
        if piece.titled not in _CLERGY:
            scores.add("thing", 3.0)
        return
    bare = -2.5 if piece.last - piece.first == 1 else -4.0
    scores.add("person", -0.6 if noun and after not in vocabulary.VESSELS else bare)
    scores.add("place", -0.3 if noun else -0.2)
    if piece.last - piece.first > 1:
        scores.add("organisation", 0.4)


def _words_after(scores: Scores, scene: Scene, piece: Piece) -> None:
    last = piece.last
    alone = last - piece.first == 1
    after = scene.after(last - 1)
    if scene.words[last - 1].possessive:
        if after in vocabulary.KIN:
            scores.add("person", 1.2, "what the name has")
        return
    if after in vocabulary.SPEECH:
        scores.add("person", 1.3, "what the name does")
    elif after in vocabulary.FAMILY_HEADS:
        scores.add("person", -2.0)
        scores.add("thing", 1.0)
    elif after in vocabulary.PLACE_NOUNS:
        scores.add("place", 1.5, "what it is")
    elif after in vocabulary.THING_HEADS and alone:
        scores.add("person", -1.2)
    elif after in vocabulary.VESSELS and not alone:
        scores.add("thing", 1.0)


_STRONG_PLACE = frozenset(
    "in near outside inside around across throughout within via visited visiting reached reaching "
    "northern southern eastern western central downtown".split()
)
_POSSESSORS = frozenset("his her their my our your whose the a".split())
_CLERGY = frozenset("rev reverend hon honourable honorable".split())
_TURN = re.compile(r"(?:\s\([^)\n]{1,60}\))?:\s")
