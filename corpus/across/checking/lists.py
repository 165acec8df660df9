"""A stated number and the names listed for it: "three people: A, B, C and D"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.across.checking.question import Check, rough, show, value
from corpus.language import numerals
from corpus.model import Article, Extract, Span

_LIST = re.compile(
    rf"\b(?P<number>(?i:{numerals.WORDS})|[2-9]|1[0-9])\s(?P<noun>(?:[a-z][\w'’-]*\s){{0,2}}[a-z]+s"
    rf"|people|men|women|children)(?P<verb>(?:\s[a-z]+){{0,4}})(?::|,\snamely,?)\s"
    rf"(?P<items>[^.:!?\n\d]{{5,300}})(?=[.\n]|$)"
)
_OXFORD = re.compile(r",\s(?:and|or)\s")
_SPLIT = re.compile(r"[,;]\s(?:and\s|or\s)?")
_LAST = re.compile(r"\s(?:and|or)\s")
_OPEN = re.compile(r"\b(?:including|such as|among|like|e\.g|for example|et al|others)\b")
_LONGEST = 5


def lists(article: Article, extract: Extract) -> Iterator[Check]:
    """Asks where another number of names follows than is stated."""
    text = article.text
    for sentence in extract.sentences:
        if ":" not in sentence.of(text) and "namely" not in sentence.of(text):
            continue
        for found in _LIST.finditer(text, sentence.start, sentence.end):
            number = value(found["number"])
            counts = _counts(found["items"])
            if number is None or not 2 <= number <= 20 or not counts or number in counts:
                continue
            if rough(text, found.start()) or _OPEN.search(found[0]):
                continue
            spans = (Span(*found.span("number")), Span(*found.span("items")))
            yield Check(
                "list", article.id,
                f"The text says {found['number']} {found['noun']} and lists "
                f"{show(counts[0])}. Do both hold?", spans,
            )  # fmt: skip


def _counts(items: str) -> tuple[int, ...]:
    """How many names a list may hold, likeliest first; none where it is no list of names."""
    closed = bool(_OXFORD.search(items)) or ";" in items
    parts = [part for part in _SPLIT.split(items) if part.strip()]
    ends = parts[-1:] if closed else _LAST.split(parts[-1]) if parts else []
    every = [*parts[:-1], *ends]
    if len(every) < 2 or not all(_is_name(part) for part in every):
        return ()
    loose = len(_LAST.findall(items)) - (len(ends) - 1)
    return (len(every), len(parts), len(every) + loose) if loose else (len(every),)


def _is_name(part: str) -> bool:
    words = part.strip().split()
    return 0 < len(words) <= _LONGEST and words[0][:1].isupper() and words[-1][:1].isupper()
