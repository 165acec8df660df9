"""What the place where a name stands tells: the tagger there, and the words around it."""

from __future__ import annotations

import re

from corpus.names import vocabulary
from corpus.names.pieces import Piece
from corpus.names.scene import LineKind, Scene
from corpus.names.scores import Scores

_AGE = re.compile(
    r"\s*,\s*(?:aged?\s+)?(?:1?\d?\d)\s*(?:,|\.|;|\)|years)|\s*\((?:aged?\s+)?\d\d?\)"
)
_LIFE = re.compile(r"\s*\((?:b\.|born|c\.|d\.)?\s*\d{4}\s*(?:[-\u2013\u2014]\s*(?:\d{2,4})?)?\)")
_WHO = re.compile(r"\s*,\s+(?:then|formerly|an?|the|his|her|their|former)\b")
_RELATIVE = re.compile(r"\s*,?\s+(?:who|whose|whom|himself|herself)\b")
_NUMBERED = re.compile(r" \d+\b(?! years)")
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
_STRONG_PLACE = frozenset(
    "in near outside inside around across throughout within via visited visiting reached reaching "
    "northern southern eastern western central downtown".split()
)
_POSSESSORS = frozenset("his her their my our your whose the a".split())
_CLERGY = frozenset("rev reverend hon honourable honorable".split())
_TURN = re.compile(r"(?:\s\([^)\n]{1,60}\))?:\s")


def weigh(scene: Scene, piece: Piece, lexical: Scores) -> Scores:
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
    """Adds what the tagger says, in each of its readings, as far as the name does not deny it."""
    opinions = scene.opinions(piece.first, piece.last)
    plain = scene.line_kind[piece.first] is LineKind.PLAIN
    trust = (1.0 if plain else 0.4) / len(opinions)
    for label, share in opinions:
        for kind, weight in _TAG_WEIGHTS.get(label, ()):
            credit = _credit(kind, scene, piece, lexical)
            scores.add(kind, weight * trust * share * credit, "tagger")


def _credit(kind: str, scene: Scene, piece: Piece, lexical: Scores) -> float:
    """How far the tagger is believed that the name is a `kind`."""
    alone = piece.last - piece.first == 1
    credit = 1.0
    if kind == "organisation":
        if lexical.person >= 1.5 or lexical.place >= 1.5:
            credit *= 0.4
        if alone and _place_before(scene, piece.front):
            credit *= 0.5
    elif kind == "person" and lexical.place >= 2.5 and lexical.person < 1.0:
        credit = 0.4
    elif alone and kind in ("person", "place") and getattr(lexical, kind) <= 0:
        credit = 0.75
    return credit


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
