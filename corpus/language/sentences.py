"""Where sentences begin and end: rules over punctuation, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.model import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations after which a capital letter does not begin a sentence.
_TITLES = _words(
    "mr mrs ms messrs mme mlle dr prof rev fr sr st ste gen maj col lt capt cmdr cdr adm sgt "
    "cpl pvt brig gov sen rep amb pres supt insp det hon msgr pte vol vols fig figs art arts "
    "para sec vs v cf viz ca approx jan feb mar apr jun jul aug sept sep oct nov dec mt ft op "
    "ed eds trans nos pp pg ph e.g i.e lt.gen maj.gen lt.col lt.cmdr brig.gen sra srta dra "
    "gral lic ing arq phil bros ave blvd rd mons dott ing mgr judr mudr phdr rndr doc"
)
# Abbreviations that end a sentence only where the next word looks like a first word.
_LOOSE = _words(
    "u.s u.k u.n e.u u.s.s.r d.c p.r.c r.o.k d.p.r.k u.a.e inc ltd co corp llc plc bros jr sr "
    "esq etc al p.m a.m ph.d m.d b.a m.a m.p a.d b.c s.a s.r.l a.s s.r.o gmbh tel dept univ "
    "assn est mon tue tues wed thu thurs fri sat sun n.y l.a calif conn fla ill mass mich mo "
    "okla pa tenn tex va wash wis ariz ark colo del ga ind kan ky md minn miss mont neb nev "
    "ore"
)
_FIRST_WORDS = _words(
    "the a an in on at by for from with as he she it they we i you his her its their our this "
    "that these those there but and or so if when while after before since although though "
    "however meanwhile both some many most all no not who what where why how last one two "
    "three"
)
_NUMBERED = frozenset(("no", "nos", "art", "p", "pp", "vol", "ch", "sec", "para", "fig"))

_STOP = re.compile(
    r"(?P<mark>[.!?…]{1,8}|[。！？])(?P<close>[\"'”’»“)\]]{0,4})"
    r"(?P<notes>\[\d{1,3}\])?(?=(?P<gap>\s)|(?P<wide>(?<=[。！？”」])))"
)
_CLOSED = re.compile(r"[.!?…:;。！？][\"'”’»)\]]{0,4}$")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“‘'«—–]{1,20}$")
_TURN = re.compile(
    r"\s*(?:[QA][.:]\s|Q(?:UESTION)?\s?:|ANSWER\s?:|[-•*–—]\s|\d{1,3}[.)]\s"
    r"|\(?[a-z]\)\s|#{1,6}\s|\|)"
)
_NUMBER = re.compile(r"\d{1,3}\.\s[A-Z]")
_GOES_ON = re.compile(r"[a-z,]$")
_LIST_NUMBER = re.compile(r"(?:^|\n)\s*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})|Q|A)$")
_PARAGRAPH = re.compile(r"\n[ \t\r\f\v\u00a0]*\n\s*|\n")
_OPEN_END = re.compile(r"(?:[,\-–—(]|\b(?:the|a|an|of|in|to|and|or|by|for|with|at|from|that))$")


def split(text: str) -> tuple[Span, ...]:
    """The sentences of `text`, trimmed, ascending; together they hold all that is no white space.

    Paragraphs, headings, list items and turns of an interview each end a sentence; a hard-wrapped
    line does not.
    """
    return tuple(s for start, end in blocks(text) for s in _within(text, start, end))


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, headings and list items: stretches that no sentence runs beyond."""
    lines: list[tuple[int, int]] = []
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        lines.append((start, gap.start()))
        start = gap.end()
        if text.count("\n", gap.start(), gap.end()) > 1:
            yield from _unwrap(text, lines)
            lines = []
    lines.append((start, len(text)))
    yield from _unwrap(text, lines)


def _unwrap(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join lines that were broken at a width only; keep those that stand for themselves."""
    wrapped = any(
        text[start : start + 1].islower() and not _TURN.match(text, start) for start, _ in lines[1:]
    )
    width = max(end - start for start, end in lines)
    begin = lines[0][0]
    for (start, end), (following, after) in pairwise(lines):
        if not _continues(text, start, end, following, after, wrapped, width):
            yield begin, end
            begin = following
    yield begin, lines[-1][1]


def _continues(
    text: str, start: int, end: int, following: int, after: int, wrapped: bool, width: int
) -> bool:
    tail = text[max(start, end - 30) : end].rstrip()
    if not tail or following == after:
        return False
    if _TURN.match(text, following):
        return wrapped and bool(_GOES_ON.search(tail) and _NUMBER.match(text, following))
    if text[following].islower() or _OPEN_END.search(tail):
        return True
    if not wrapped or not 40 <= width <= 120:
        return False
    space = text.find(" ", following, after)
    word = (space if space > 0 else after) - following
    return end - start + 1 + word >= width * 0.92


def _within(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        cut = stop.end()
        if cut < end and _ends(text, stop, begin, cut, end):
            span = _trim(text, begin, cut)
            if span:
                yield span
            begin = cut
    span = _trim(text, begin, end)
    if span:
        yield span


def _ends(text: str, stop: re.Match[str], begin: int, cut: int, end: int) -> bool:
    """Whether the full stop at `stop` ends a sentence, judged by the words on either side."""
    mark = stop["mark"]
    if stop["gap"] is None:
        return True
    rest = text[cut : cut + 24].lstrip()
    if not rest:
        return False
    first = rest[0]
    if first.islower() or first in ",;:)]—–-" or rest.startswith(("--", "...")):
        # A small letter goes on with the sentence, which also keeps abbreviations whole.
        return False
    if mark != ".":
        return True
    if stop["close"] and stop["close"] not in (")", "]"):
        return True
    before = _WORD_BEFORE.search(text, max(begin, stop.start() - 20), stop.start())
    word = before[0] if before else ""
    lower = word.lower().strip("(")
    if lower in _NUMBERED:
        return not first.isdigit() and lower in ("no", "sec", "art") and word.islower()
    if lower in _TITLES:
        return False
    if len(word) == 1 and word.isalpha():
        return _ends_after_letter(text, word, stop.start(), rest)
    if lower in _LOOSE or _DOTTED.fullmatch(word):
        following = _HEAD_WORD.match(rest)
        head = following[0] if following else ""
        return head.lower() in _FIRST_WORDS and head[:1].isupper()
    return not (word.isdigit() and text[begin : stop.start()].strip() == word)


_DOTTED = re.compile(r"(?:[A-Za-z]\.){1,5}[A-Za-z]")
_HEAD_WORD = re.compile(r"[^\W\d_]+")


def _ends_after_letter(text: str, letter: str, at: int, rest: str) -> bool:
    """An initial ("J. K. Rowling", "Robert R. King") goes on; "Plan B. The" ends."""
    if not letter.isupper():
        return not _LIST_NUMBER.search(text, max(0, at - 8), at)
    following = _HEAD_WORD.match(rest)
    head = following[0] if following else ""
    if letter in "QA" and (at < 2 or text[at - 2] == "\n"):
        return False
    return head[:1].isupper() and head.lower() in _FIRST_WORDS and head not in ("A", "I", "One")


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return Span(start + left, start + right) if right > left else None
