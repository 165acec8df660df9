"""Stretches of words that may hold names: where they begin, and how far they reach."""

from __future__ import annotations

import re

from corpus.names import given, vocabulary
from corpus.names.lookups import korean_name
from corpus.names.scene import JOINED_LABELS, NAME_LABELS, ORG_LABELS, LineKind, Scene

_LONGEST = 16
"""Words in one stretch at most: longer ones are no names, and cost must stay linear."""
CONNECTORS = frozenset({"of", "the", "and", "for", "&", "on", "in", "at", "to"})
_INNER_POSSESSIVES = frozenset(
    "people's workers' women's men's children's peoples' king's queen's citizens' farmers' lloyd's "
    "mothers' students' teachers' veterans' writers' soldiers'".split()
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$|[\"\u201d])|\n")


def begins(scene: Scene, i: int) -> bool:
    word = scene.words[i]
    if not word.capital:
        return False
    if scene.line_start[i] and len(word.text.rstrip(".")) == 1 and _enumerates(scene, i):
        return False
    if word.lower in vocabulary.QUESTIONS and scene.opens[i] and _asks(scene, i):
        return False
    if word.lower in vocabulary.FUNCTION:
        if scene.line_kind[i] is LineKind.SHOUT:
            return False
        if korean_name(scene, i, len(scene.words)):
            return True
        at = scene.tag_at[i]
        return at >= 0 and scene.tags[at].label in JOINED_LABELS and scene.tags[at].last > i + 1
    return True


def _asks(scene: Scene, i: int) -> bool:
    """Whether the sentence that word i opens ends with a question mark."""
    start = scene.words[i].end
    found = _SENTENCE_END.search(scene.text, start, start + 400)
    return found is not None and found.group() == "?"


def _enumerates(scene: Scene, i: int) -> bool:
    """Whether a single letter at a line's start counts items or turns ("A. No", "b. Legal")."""
    word = scene.words[i]
    if word.lower.rstrip(".") in ("q", "a"):
        return True
    if i + 1 >= len(scene.words):
        return True
    following = scene.words[i + 1].lower
    return following in vocabulary.FUNCTION or given.is_common_word(following)


def end_of(scene: Scene, i: int) -> int:
    """The end of the stretch of words that begins at word i."""
    n = min(len(scene.words), i + _LONGEST)
    end = i + 1
    while end < n:
        if not _adjoins(scene, end - 1):
            return end
        word = scene.words[end]
        if scene.line_kind[end] is LineKind.SHOUT and word.lower in vocabulary.FUNCTION:
            return end
        if word.capital or (
            word.text[0].isdigit() and scene.covered(end - 1, end + 1, NAME_LABELS)
        ):
            end += 1
            continue
        ahead = end
        while ahead < n and ahead - end < 3 and _connects(scene, ahead) and _adjoins(scene, ahead):
            ahead += 1
        if ahead > end and ahead < n and scene.words[ahead].capital:
            end = ahead + 1
            continue
        return end
    return end


def _connects(scene: Scene, i: int) -> bool:
    word = scene.words[i]
    return word.lower in CONNECTORS or word.lower in vocabulary.PARTICLES


def _adjoins(scene: Scene, i: int) -> bool:
    """Whether word i and the next can belong to one name."""
    if i + 1 >= len(scene.words):
        return False
    word = scene.words[i]
    gap = scene.gap(i)
    if gap == "\n":
        return _wrapped(scene, i)
    following = scene.words[i + 1].lower
    if gap == ", " and (
        (word.lower == "korea" and following in ("north", "south"))
        or (word.lower == "washington" and following in ("d.c.", "dc"))
        or following in ("jr", "sr", "jnr", "snr")
    ):
        return True
    if word.possessive:
        return _inner(scene, i)
    if gap in (" ", "  ", " & "):
        return not (word.initial and following in vocabulary.FUNCTION)
    if gap in ("' ", "\u2019 "):
        return word.lower.endswith("s") and _inner(scene, i)
    if gap in (". ", ".") and following in vocabulary.FUNCTION:
        return False
    if gap in (". ", "."):
        return word.lower in vocabulary.ABBREVIATIONS or word.initial or len(word.text) == 1
    return gap == "" and word.initial


def _wrapped(scene: Scene, i: int) -> bool:
    """Whether the line that word i ends was broken by its width alone, in the midst of a name."""
    word, following = scene.words[i], scene.words[i + 1]
    if not (word.capital and following.capital) or word.possessive:
        return False
    if scene.line_kind[i] is not LineKind.PLAIN or scene.line_kind[i + 1] is not LineKind.PLAIN:
        return False
    line = word.end - (scene.text.rfind("\n", 0, word.start) + 1)
    ending = scene.text.find("\n", following.end)
    rest = (ending if ending >= 0 else len(scene.text)) - following.start
    return line > 45 and rest > len(following.text) + 2 and not scene.opens[i]


def _inner(scene: Scene, i: int) -> bool:
    """Whether the possessive word i stands inside a name ("Supreme People's Assembly")."""
    following = scene.words[i + 1]
    if not following.capital:
        return scene.covered(i, i + 2, ORG_LABELS) and following.lower in ("of", "and")
    if scene.words[i].lower + "'s" in _INNER_POSSESSIVES or scene.words[i].lower + "'" in (
        _INNER_POSSESSIVES
    ):
        return True
    return scene.covered(i, i + 2, JOINED_LABELS)
