"""What the tables say of words of a scene: Korean names and places of the gazetteer."""

from __future__ import annotations

from corpus.names import gazetteer, korean
from corpus.names.scene import Scene


def korean_name(scene: Scene, i: int, last: int) -> int:
    """How many words from i on, parted by spaces alone, make a Korean name; 0: none."""
    words = scene.words
    stop = i + 1
    while stop < min(i + 3, last) and words[stop].capital and scene.gap(stop - 1) == " ":
        if words[stop - 1].possessive:
            break
        stop += 1
    return korean.length_of_name([w.text for w in words[i:stop]])


def is_place(scene: Scene, first: int, last: int) -> bool:
    """Whether the words first..last, or the first of them, are a place of the gazetteer."""
    words = scene.words
    names = {scene.text[words[first].start : words[i - 1].end] for i in range(first + 1, last + 1)}
    return any(gazetteer.load().has(name) for name in names)
