"""Wade–Giles syllables as the Pinyin they may stand for, apostrophes and umlauts often left out."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files
from itertools import product

from corpus.names.keys import ascii_letters

_PALATAL = ("i", "v", "u")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Every syllable as typed, marks left out or not, and its readings, the surest first."""
    rows = files("corpus").joinpath("data/romanisation/wade_giles.tsv").read_text("utf-8")
    parts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in rows.splitlines():
        if line and line[0] != "#":
            kind, old, new = line.split("\t")
            parts[kind].append((old, new))
    pairs = list(parts["whole"])
    for (start, initial), (end, final) in product(parts["initial"], parts["final"]):
        pairs.append((start + end, initial + final))
    for end, final in parts["final"]:
        if end == "ih":
            continue
        soft, hard = ("j", "q") if final[0] in "iv" else ("zh", "ch")
        pairs += [("ch" + end, soft + final), ("ch'" + end, hard + final)]
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for old, new in pairs:
        palatal = new[:1] in "jqxy" and new[1:2] == "v"
        plain = new.replace("v", "u") if palatal else new
        for typed in {old, old.replace("v", "u")}:
            found[typed][plain] = None
    for old, new in pairs:
        palatal = new[:1] in "jqxy" and new[1:2] == "v"
        plain = new.replace("v", "u") if palatal else new
        for typed in {old.replace("'", ""), old.replace("'", "").replace("v", "u")}:
            found[typed][plain] = None
    return {old: tuple(new) for old, new in found.items()}


def readings(syllable: str) -> tuple[str, ...]:
    """The Pinyin that `syllable`, with or without its apostrophe, may stand for."""
    plain = syllable.lower()
    for mark in "’‘ʻʼ`´ʿ":
        plain = plain.replace(mark, "'")
    marked = "'" in plain
    letters = "".join(ascii_letters(c) or c for c in plain.replace("ü", "v"))
    return _table().get(letters if marked else ascii_letters(letters), ())


def to_pinyin(syllables: list[str], limit: int = 2) -> list[list[str]]:
    """Up to `limit` readings of a whole name, [] if a syllable is no Wade–Giles."""
    choices = [readings(syllable)[:2] for syllable in syllables]
    if not syllables or not all(choices):
        return []
    found = [list(choice) for choice in product(*choices)]
    return found[:limit]
