"""What stands before a name and does not belong to it: titles, demonyms, descriptions."""

from __future__ import annotations

from corpus.names import demonyms, gazetteer, given, vocabulary
from corpus.names.lookups import korean_name
from corpus.names.scene import Scene

_ALSO_NAMES = frozenset("dean earl duke major".split())


def country(scene: Scene, first: int, last: int) -> int:
    """How many words at the front are a country used as an adjective: "U.S. Special Envoy"."""
    words = scene.words
    for length in (2, 1):
        rest = first + length
        if rest >= last:
            continue
        name = scene.text[words[first].start : words[rest - 1].end]
        if not gazetteer.load().has(name) or gazetteer.load().doubtful(name):
            continue
        if gazetteer.load().find(name)[0].feature != "country":
            continue
        if words[rest].lower in vocabulary.TITLE_WORDS or all_words(scene, rest, last):
            return length
    return 0


def all_words(scene: Scene, first: int, last: int) -> bool:
    """Whether the words first..last are everyday words, titles among them, and no names."""
    return all(
        w.lower in vocabulary.TITLE_WORDS
        or (given.also_word(w.lower) and not given.is_given(w.lower))
        for w in scene.words[first:last]
    )


def describes(scene: Scene, i: int) -> bool:
    """Whether word i is a description before a given name: "Poor Larissa", "AUSA Benedict Tran"."""
    word, following = scene.words[i], scene.words[i + 1]
    lower = word.lower
    named = (
        following.initial
        or (given.is_given(following.lower) and not given.also_word(following.lower))
        or korean_name(scene, i + 1, len(scene.words)) > 0
    )
    if lower in vocabulary.HONORIFIC_LETTERS and following.capital:
        return True
    if following.lower in vocabulary.TITLE_HEADS and i + 2 < len(scene.words):
        # "Presiding Judge Onuki"
        return given.also_word(lower) and not given.is_given(lower)
    if not named or word.initial:
        return False
    if office(lower):
        return True
    if given.is_given(lower) or given.weight(lower).family >= 0.6:
        return False
    if word.shouted and len(word.text) <= 5 and not following.shouted:
        return True
    parts = lower.split("-")
    return all(given.also_word(p) for p in parts)


def office(lower: str) -> str:
    """The title at the end of a hyphened word ("vice-president"), else ""."""
    last = lower.rsplit("-", 1)[-1]
    return last if "-" in lower and last in vocabulary.TITLE_HEADS else ""


def demonym(scene: Scene, first: int, last: int) -> int:
    """How many words from `first` on are a demonym or a country used as an adjective."""
    words = scene.words
    for length in (2, 1):
        if first + length <= last:
            phrase = " ".join(w.text for w in words[first : first + length])
            if demonyms.is_demonym(phrase):
                return length
    return 0


def titles(scene: Scene, first: int, last: int) -> int:
    """How many words from `first` on are titles before a name ("Deputy Foreign Minister")."""
    words = scene.words
    i = first
    end = 0
    while i < last and words[i].lower in vocabulary.TITLE_WORDS:
        i += 1
        if words[i - 1].lower in vocabulary.TITLE_HEADS:
            end = i
    if end == last and last - first == 1:
        return 1 if words[first].lower not in _ALSO_NAMES else 0
    if end and end < last and words[end - 1].lower in _ALSO_NAMES and end - first == 1:
        # "Dean Martin" and "King Hussein": a given name counts as a title only before one word
        # that no table knows as a family name.
        return 1 if last - end > 1 or not given.is_family(words[end].lower) else 0
    if (
        end
        and last - end == 1
        and end - first == 1
        and words[first].lower in vocabulary.WEAK_TITLES
    ):
        word = words[end].lower
        if given.also_word(word) and not given.is_given(word):
            return 0
    return end - first if end else 0
