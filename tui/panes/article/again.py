"""Where a reader stood in a text that has been changed meanwhile: found by the words around."""

from __future__ import annotations

from typing import Final

from corpus.model import Span

_WORDS: Final = (160, 80, 40, 20)
"""Characters that are looked for, from the most telling to the least."""


def place_again(before: str, now: str, offset: int) -> int:
    """The character of `now` at which the words stand that stood at `offset` in `before`.

    Where they do not stand any more, those next to them; else a place about as far down.
    """
    if offset <= 0:
        return offset
    for size in _WORDS:
        for start in (offset, max(0, offset - size)):
            words = before[start : start + size]
            if len(words) * 2 < size or not words.strip():
                continue
            found = _nearest(words, now, start, start + len(now) - len(before))
            if found is not None:
                return min(len(now), found + offset - start)
    return offset * len(now) // max(1, len(before))


def passage_again(before: str, now: str, passage: Span) -> Span | None:
    """Where the words of `passage` stand now, None where they do not."""
    words = passage.of(before)
    if not words:
        return None
    wanted = place_again(before, now, passage.start) if passage.start else 0
    found = _nearest(words, now, wanted, wanted)
    return Span(found, found + len(words)) if found is not None else None


def _nearest(words: str, text: str, *wanted: int) -> int | None:
    """Where `words` stand in `text` nearest to one of the places `wanted`."""
    found = set()
    for place in wanted:
        place = max(0, min(place, len(text)))
        found |= {text.find(words, place), text.rfind(words, 0, place + len(words))}
    there = [at for at in found if at >= 0]
    return min(there, key=lambda at: min(abs(at - place) for place in wanted)) if there else None
