"""What a check asks, and how it writes numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.language import numerals
from corpus.model import ArticleId, Span

NUMBER = rf"(?:{numerals.DIGITS}(?:{numerals.SCALE})?|(?i:{numerals.WORDS}))"
"""A number in digits or words."""
_SCALED = re.compile(rf"(?P<digits>{numerals.DIGITS})(?P<scale>{numerals.SCALE})?$")
ROUGH = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|over|more than|less than"
    r"|fewer than|under|at least|at most|up to|estimated|close to|as many as"
    r"|well over|just over|just under)"
    r"\s(?:the\s|an?\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Check:
    """A question in plain words; `spans` are all the words of the text that raise it, in order."""

    kind: str
    """"rate", "share", "sum", "list" or "time"."""
    article: ArticleId
    question: str
    spans: tuple[Span, ...]


def value(text: str) -> float | None:
    """What a number in digits or words is worth, None for what is none."""
    found = _SCALED.match(text)
    if found is not None:
        return numerals.of_digits(found["digits"], found["scale"] or "")
    return numerals.of_words(text)


def rough(text: str, offset: int) -> bool:
    """Whether words before `offset` say that the number there is not meant exactly."""
    return bool(ROUGH.search(text[max(0, offset - 24) : offset]))


def show(number: float) -> str:
    """A number as people read it: 39 million, 1,250, 4.5."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(number) >= size:
            return f"{number / size:,.4g} {name}"
    return f"{number:,.0f}" if number == int(number) else f"{number:,.4g}"
