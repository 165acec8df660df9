"""Words in quotation marks, of whatever shape, over sentences and paragraphs, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Quotation, Span

_MARK = re.compile(r"[\"“”„‟«»＂「」『』]|``|''|[‘’‚]|(?<![\w])'(?=\w)|'(?![\w])")
_BREAK = re.compile(r"\n[ \t\u00a0]*\n\s*|\n(?=\s*[\"“„«])")
_CLOSES = {"“": "”", "„": "“", "‟": "”", "«": "»", "»": "«", "「": "」", "『": "』", "‘": "’",
           "‚": "‘", "``": "''", "'": "'"}  # fmt: skip
_ENDS_SPEECH = re.compile(r"[.,!?…—–-]$")
_LONGEST = 6_000
_APOSTROPHE = re.compile(r"\w$")
_INCH = re.compile(r"\d$")


def find(text: str) -> tuple[Quotation, ...]:
    """The quotations of `text`, ascending and apart; a nested one belongs to the outer.

    A quotation runs on into the next paragraph where that opens with a mark again while the first
    was never closed; one that nobody closes ends with its paragraph.
    """
    found: list[Quotation] = []
    start = 0
    opened: tuple[str, int, int] | None = None  # the mark, where it stands, where words begin
    for end, following in _paragraphs(text):
        opened = _scan(text, start, end, opened, found)
        if opened is not None and not _goes_on(text, following, opened):
            _close(text, opened, end, found)
            opened = None
        start = following
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The end of each paragraph and the beginning of the next."""
    for gap in _BREAK.finditer(text):
        yield gap.start(), gap.end()
    yield len(text), len(text)


def _goes_on(text: str, following: int, opened: tuple[str, int, int]) -> bool:
    if following - opened[1] > _LONGEST:
        return False
    mark = opened[0]
    if text[following : following + 1].islower():
        return True
    return text.startswith(("“", "„") if mark in '“”„"' else mark, following) or (
        mark == '"' and text.startswith('"', following)
    )


def _scan(
    text: str,
    start: int,
    end: int,
    opened: tuple[str, int, int] | None,
    found: list[Quotation],
) -> tuple[str, int, int] | None:
    """Pair the marks of one paragraph; returns the quotation still open at its end."""
    again = opened is not None
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match[0], match.start(), match.end()
        if again and at == start and opened is not None and _same(mark, opened[0]):
            again = False
            continue
        again = False
        if opened is None:
            if _opens(text, mark, at, after, end):
                opened = mark, at, after
        elif _closes(text, opened, mark, at, after):
            span = Span(opened[1], after)
            if at > opened[2]:
                found.append(Quotation(span, Span(opened[2], at)))
            opened = None
    return opened


def _same(mark: str, opener: str) -> bool:
    return mark == opener or {mark, opener} <= {'"', "“", "”"}


def _opens(text: str, mark: str, at: int, after: int, end: int) -> bool:
    """Whether a mark begins a quotation: a word follows it and none stands before it."""
    if after >= end or text[after].isspace() or mark in "”’」』":
        return mark == "”" and after < end and _fresh(text, at) and text[after].isalnum()
    before = text[at - 1] if at else " "
    if mark in ("'", "‘", "‚"):
        if before.isalnum() or not (text[after].isupper() or mark == "‚"):
            return False
        return _single_closes(text, after, end, "'" if mark == "'" else "’")
    if mark == '"':
        return not before.isalnum()
    return mark != "''"


def _fresh(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace()


def _single_closes(text: str, after: int, end: int, closer: str) -> bool:
    """Single marks count only where the words close as speech does: "…, he said" or with a stop."""
    limit = min(end, after + 400)
    at = text.find(closer, after, limit)
    for _ in range(8):
        if at < 0:
            break
        following = text[at + 1 : at + 2]
        if not following.isalnum():
            inner = text[after:at]
            return " " in inner and bool(_ENDS_SPEECH.search(inner))
        at = text.find(closer, at + 1, limit)
    return False


def _closes(text: str, opened: tuple[str, int, int], mark: str, at: int, after: int) -> bool:
    opener = opened[0]
    following = text[after : after + 1]
    if opener in ('"', "“", "”", "„", "‟", "＂"):
        if mark not in ('"', "“", "”", "‟", "''", "＂"):
            return False
        if mark == "“":
            return opener == "„" or not following.isalnum()
        if mark == '"' and opener != '"' and at and text[at - 1].isspace() and following.isalnum():
            return False
        return not (mark == '"' and following.isalnum() and at > 0 and text[at - 1].isspace())
    if opener in ("'", "‘", "‚"):
        closers = ("'",) if opener == "'" else ("’", "'", "‘")
        return mark in closers and not following.isalnum()
    return mark == _CLOSES.get(opener)


def _close(text: str, opened: tuple[str, int, int], end: int, found: list[Quotation]) -> None:
    """End an unclosed quotation with its paragraph, if what it holds looks like speech."""
    words = text[opened[2] : end].rstrip()
    stop = opened[2] + len(words)
    if len(words) > 20 and opened[0] not in ("'", "‘") and _ENDS_SPEECH.search(words):
        found.append(Quotation(Span(opened[1], stop), Span(opened[2], stop)))
