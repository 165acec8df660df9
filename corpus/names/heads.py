"""What the words of a name itself tell of its kind: "Ministry", "River", "Prize"."""

from __future__ import annotations

from corpus.names import given, korean, vocabulary
from corpus.names.scene import Scene

_SAINTS = frozenset("st saint san santa são port fort costa".split())


def hint(scene: Scene, first: int, last: int) -> str:
    """What the words of the name itself tell of its kind."""
    words = scene.words
    if last - first < 2:
        return ""
    tail = words[last - 1].lower
    head = words[first].lower
    inner = [w.lower for w in words[first:last]]
    if "of" in inner or "for" in inner:
        cut = min(inner.index(c) for c in ("of", "for") if c in inner)
        tail = inner[cut - 1] if cut else tail
        if tail in vocabulary.PLACE_HEADS and tail not in vocabulary.OF_PLACES:
            return ""
    if tail in vocabulary.SUFFIXES:
        return ""
    if tail in vocabulary.ORG_SUFFIXES or (
        tail in vocabulary.ORG_HEADS and not _person_like(scene, first, last)
    ):
        return "organisation"
    if head in vocabulary.THING_OPENERS and words[first].capital:
        return "thing"
    if tail in vocabulary.THING_HEADS and not _person_like(scene, first, last):
        return "thing"
    if head in vocabulary.SITE_OPENERS and words[first].capital:
        return "site"
    if head in vocabulary.PLACE_OPENERS and words[first].capital and head not in _SAINTS:
        return "place"
    if tail in vocabulary.SITE_HEADS and not _person_like(scene, first, last):
        return "site"
    if tail in vocabulary.PLACE_HEADS and not _person_like(scene, first, last):
        return "place"
    if head in vocabulary.ORG_OPENERS and (
        "of" in inner or (not given.also_word(head) and words[first].capital)
    ):
        return "organisation"
    return ""


def _person_like(scene: Scene, first: int, last: int) -> bool:
    """Whether a name whose last word is also a head ("Rose Park", "Kim Song") reads as a person."""
    words = scene.words
    tail = words[last - 1].lower
    if korean.length_of_name([w.text for w in words[first:last]]) == last - first:
        return True
    if not given.is_family(tail) or tail not in vocabulary.AMBIGUOUS_TAILS:
        return False
    opening = words[first].lower
    if not given.is_given(opening):
        return False
    if last - first > 2 and any(
        w.lower in vocabulary.PARTICLES for w in words[first + 1 : last - 1]
    ):
        return True
    label, share = scene.label_of(first, last)
    return last - first <= 3 and label == "PERSON" and share > 0.6
