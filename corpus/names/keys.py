"""Keys under which the spellings of one name meet: its letters, its sounds, its rough sounds.

A name is words (parted by space), words are parts (parted by hyphens and the like, or the
syllables of Hangul and Chinese). Each part has three keys: `letters` (ASCII), `sounds` (systems of
romanisation merged, o and u apart) and, made from it, `rough` (o/u, l/r/n, f/p, v/w merged).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.names import hangul

_APOSTROPHES = "'`´‘’ʹʺʻʼʽʾʿ′ˈ\u02bb\u02bc\u05f3\uff07"
_RUN = re.compile(rf"(?:[^\W_]|[{_APOSTROPHES}]|[\u0300-\u036f])+")
_IDEOGRAPHS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_HANGUL_NAME = re.compile("[가-힣]{3,4}$")
_NOT_KEY = re.compile(r"[^a-z0-9]+")
_TWICE = re.compile(r"([b-df-hj-np-tv-z])\1+")
_ROUGH = str.maketrans("urlfvz", "onnpws")
_GLIDE = re.compile("(?<=j)y|y(?=e)")
_VOWELS = str.maketrans("", "", "aeiouyw")


class Part(NamedTuple):
    """A piece of a word: where it stands in the word, and its keys."""

    start: int
    end: int
    letters: str
    sounds: str


def _patterns() -> tuple[re.Pattern[str], list[str]]:
    """The table of sounds as one pattern with a group a row."""
    table = files("corpus").joinpath("data/romanisation/sounds.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and line[0] != "#"]
    rows.sort(key=lambda row: -_reach(row[0]))
    return re.compile("|".join(_quick(pattern) for pattern, _ in rows)), [s for _, s in rows]


def _quick(pattern: str) -> str:
    """`pattern` with its letters first, by which most rows are passed over quickly, and a group
    last, whose number tells the row."""
    anchored = re.match(r"(\^|\\b)([a-z]+)", pattern)
    if anchored:
        where, start = anchored.groups()
        pattern = f"{start}(?<={where}{start}){pattern[anchored.end() :]}"
    return f"{pattern}()"


def _reach(pattern: str) -> float:
    """How specific a pattern is: its letters, and a little for each condition."""
    bare = re.sub(r"\(\?[^)]*\)", "", pattern).replace("\\b", "^")
    return len(bare.strip("^$")) + 0.5 * (bare != pattern) + 0.6 * bare.count("^") + bare.count("$")


_SOUND, _SOUNDS = _patterns()


@lru_cache(maxsize=1 << 13)
def sounds(letters: str, first: bool = True) -> str:
    """The sounds of a part written in lower-case ASCII, the `first` of its word or a later one."""
    heard = _SOUND.sub(_sound, letters if first else "-" + letters)
    return heard if first else heard[1:]


def _sound(match: re.Match[str]) -> str:
    return _SOUNDS[(match.lastindex or 1) - 1]


def merge(text: str) -> str:
    """Doubled consonants in `text` made single, as where two syllables meet."""
    return _TWICE.sub(r"\1", text)


def rough(text: str) -> str:
    """The coarse form of `text`, which holds sounds; works on whole tables at once."""
    return merge(_GLIDE.sub("", text.translate(_ROUGH)))


def skeleton(text: str) -> str:
    """The consonants of `text`."""
    return text.translate(_VOWELS)


def ascii_letters(text: str) -> str:
    """`text` in lower-case ASCII letters and digits, whatever its script."""
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text)
    text = text.lower()
    return text if text.isalnum() and text.isascii() else _NOT_KEY.sub("", text)


def split(word: str) -> tuple[Part, ...]:
    """The parts of one word (a stretch without spaces), with offsets into it."""
    if word.isalpha() and word.isascii():
        letters = word.lower()
        return (Part(0, len(word), letters, sounds(letters)),)
    return tuple(_parts(word))


split_again = lru_cache(maxsize=1 << 12)(split)
"""`split` for words that come up with every keystroke."""


def _parts(word: str) -> Iterable[Part]:
    first = True
    for run in _RUN.finditer(word):
        text = run.group()
        if not hangul.has_syllables(text) and not _IDEOGRAPHS.search(text):
            letters = ascii_letters(text)
            if letters:
                yield Part(*_trim(text, run.start(), run.end()), letters, sounds(letters, first))
                first = False
            continue
        given = 1 if first and _HANGUL_NAME.match(text) else 0
        for number, char in enumerate(text):
            written = hangul.romanise(char) if hangul.is_syllable(char) else ascii_letters(char)
            if written:
                at = run.start() + number
                yield Part(at, at + 1, written, sounds(written, first or number == given))
                first = False


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without apostrophes at its ends, which no one wants underlined."""
    left = len(text) - len(text.lstrip(_APOSTROPHES))
    right = len(text) - len(text.rstrip(_APOSTROPHES))
    return start + left, end - right


def words(name: str) -> list[tuple[int, tuple[Part, ...]]]:
    """Each word of `name` as its offset and its parts; words without a letter are left out."""
    found = []
    for match in re.finditer(r"\S+", name):
        parts = split_again(match.group())
        if parts:
            found.append((match.start(), parts))
    return found


def spoken(name: str) -> str:
    """The sounds of a whole name: equal for spellings of one name in any system."""
    return merge("".join(part.sounds for _, word in words(name) for part in word))
