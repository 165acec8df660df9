"""Passages that are found again: after a restart, and after small changes of the text.

A passage is known by its place, its words and the words around it, as the text-quote selectors of
the W3C's Web Annotation Data Model have it. Who cannot be found again with some certainty is not
placed: a note in the wrong place is worse than one without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.model import Article, Span
from corpus.notebook.records import Passage
from corpus.notebook.tidy import tidy

CHANGED: Final = "the text has changed; note kept"
"""Said of what can no longer be placed."""
_CONTEXT: Final = 32
"""Characters that are kept on either side."""
_TELLING: Final = 16
"""Characters from which a passage may be known by its words alone."""
_ALIKE: Final = 80.0
"""Per cent of likeness from which changed words are taken for the same passage."""
_SOMEWHAT: Final = 50.0
"""Per cent that will do where the words before and after are the same."""
_LONGEST: Final = 2_000
"""Characters up to which a changed passage is looked for word by word."""
_MOST: Final = 2_000
"""Occurrences of the same words that are weighed."""
_VARIES: Final = re.compile(r"\s+|[‘’‚‛`´]|[“”„‟«»]|[‐‑‒–—―−]|…")


def anchor(article: Article, span: Span) -> Passage:
    """The passage of `article` at `span`; an empty span means the article as a whole."""
    text = article.text
    if span.end <= span.start:
        return Passage(tidy(article.path), article.digest)
    return Passage(
        tidy(article.path),
        article.digest,
        span.start,
        span.end,
        tidy(text[span.start : span.end]),
        tidy(text[max(0, span.start - _CONTEXT) : span.start]),
        tidy(text[span.end : span.end + _CONTEXT]),
    )


def place(passage: Passage, article: Article) -> Span | None:
    """Where `passage` stands in `article` now, None where it cannot be told any more."""
    text = article.text
    if not passage.quote:
        return Span(0, 0)
    if passage.digest == article.digest and _stands(passage, text):
        return Span(passage.start, passage.end)
    for look in (_exact, _spelt_otherwise, _between, _alike):
        found = look(passage, text)
        if found is not None:
            return found
    return None


def _stands(passage: Passage, text: str) -> bool:
    return tidy(text[passage.start : passage.end]) == passage.quote


def _exact(passage: Passage, text: str) -> Span | None:
    """The occurrence of the very words that stands in the most similar surroundings."""
    starts = list(_starts(passage.quote, text))
    if not starts:
        return None
    size = len(passage.quote)
    weights = [_weight(passage, text, at, at + size) for at in starts]
    best = max(weights)
    if best < _needed(passage, alone=len(starts) == 1):
        return None
    among = [at for at, weight in zip(starts, weights, strict=True) if weight == best]
    at = min(among, key=lambda a: abs(a - passage.start))
    return Span(at, at + size)


def _starts(quote: str, text: str) -> Iterator[int]:
    at = text.find(quote)
    count = 0
    while at >= 0 and count < _MOST:
        yield at
        count += 1
        at = text.find(quote, at + 1)


def _weight(passage: Passage, text: str, start: int, end: int) -> int:
    """How many characters before and after are the same as they were."""
    before = text[max(0, start - len(passage.prefix)) : start]
    after = text[end : end + len(passage.suffix)]
    return _shared(passage.prefix[::-1], before[::-1]) + _shared(passage.suffix, after)


def _shared(one: str, other: str) -> int:
    for count, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return count
    return min(len(one), len(other))


def _needed(passage: Passage, *, alone: bool) -> int:
    """Characters of the same surroundings that are asked for; none of long words said once."""
    if alone and len(passage.quote) >= _TELLING:
        return 0
    return min(8, len(passage.prefix) + len(passage.suffix))


def _spelt_otherwise(passage: Passage, text: str) -> Span | None:
    """The same words with other spaces, quotation marks or dashes, if they stand there once."""
    words = [re.escape(part) for part in _VARIES.split(passage.quote)]
    marks = _VARIES.findall(passage.quote)
    if len(passage.quote) < _TELLING or len(passage.quote) > _LONGEST or not any(words):
        return None
    pattern = words[0] + "".join(
        _variants(mark) + word for mark, word in zip(marks, words[1:], strict=True)
    )
    found = [match.span() for match, _ in zip(re.finditer(pattern, text), range(2), strict=False)]
    return Span(*found[0]) if len(found) == 1 and found[0][1] > found[0][0] else None


def _variants(mark: str) -> str:
    if mark.isspace():
        return r"\s+"
    if mark in "‘’‚‛`´":
        return "[‘’‚‛`´']"
    if mark in "“”„‟«»":
        return '[“”„‟«»"]'
    return r"(?:…|\.\.\.)" if mark == "…" else r"\s?[‐‑‒–—―−-]{1,2}\s?"


def _between(passage: Passage, text: str) -> Span | None:
    """What stands between the same words before and after, if it is somewhat alike."""
    before, after = passage.prefix, passage.suffix
    if (
        not (before and after)
        or len(before) + len(after) < _CONTEXT
        or len(passage.quote) > _LONGEST
    ):
        return None
    from rapidfuzz import fuzz

    found = None
    for at in _starts(before, text):
        start = at + len(before)
        end = text.find(after, start, start + 2 * len(passage.quote) + len(after) + _CONTEXT)
        if end > start and fuzz.ratio(passage.quote, text[start:end]) >= _SOMEWHAT:
            if found is not None:
                return None
            found = Span(start, end)
    return found


def _alike(passage: Passage, text: str) -> Span | None:
    """The stretch that is most like the passage, if it is much alike and of whole words."""
    if not _TELLING <= len(passage.quote) <= _LONGEST:
        return None
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(passage.quote, text, score_cutoff=_ALIKE)
    if found is None:
        return None
    start, end = found.dest_start, found.dest_end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    end -= len(stretch) - len(stretch.rstrip())
    if end <= start or fuzz.ratio(passage.quote, text[start:end]) < _ALIKE:
        return None
    return Span(start, end)
