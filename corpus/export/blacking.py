"""Which characters of a text name somebody, and what the text is without them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from anyascii import anyascii

from corpus.model import Span

BLACK: Final = "[name left out]"
_GAP: Final = r"[\W_]{1,3}"
_WHOLE_PART: Final = 3
"""Letters from which on a part of a name counts where it stands alone."""


def words_of(name: str) -> list[str]:
    """The words of a name, cut at blanks only: "Il-kyu" is one."""
    return [word for word in (re.sub(r"^[\W_]+|[\W_]+$", "", w) for w in name.split()) if word]


class Names:
    """The names of those who are left out, as patterns."""

    def __init__(self, names: Iterable[str]) -> None:
        full: set[str] = set()
        parts: set[str] = set()
        for name in names:
            words = words_of(name)
            if not words:
                continue
            for order in (words, [words[-1], *words[:-1]]):
                for spelt in (order, [anyascii(word) for word in order]):
                    pieces = [p for word in spelt for p in re.split(r"[\W_]+", word) if p]
                    if len(pieces) > 1:
                        full.add(_GAP.join(map(re.escape, pieces)))
            if len(words) == 1:
                parts |= {words[0], words[0].upper()}
            else:
                long = [word for word in words if len(word) >= _WHOLE_PART]
                parts |= {spelt for word in long for spelt in (word, word.upper())}
        self._full = _pattern(full, re.IGNORECASE)
        self._parts = _pattern((re.escape(part) for part in parts if part[:1].isupper()
                                or not part.isascii()), 0)  # fmt: skip
        self._slugs = _pattern(
            {re.escape(anyascii(part).lower()) for part in parts if len(part) >= _WHOLE_PART},
            re.IGNORECASE,
        )

    def full(self, text: str) -> list[Span]:
        """Where a name of several words stands."""
        return _found(self._full, text)

    def parts(self, text: str) -> list[Span]:
        """Where a name of one word or a part of a longer one stands."""
        return _found(self._parts, text)

    def blacken(self, text: str) -> str:
        """`text` with every name and part of one blacked out."""
        return Cuts(merged((*self.full(text), *self.parts(text)))).text(text)

    def blacken_path(self, path: str) -> str:
        """The same for the name of a file or an address, where names are in small letters."""
        found = (*self.full(path), *self.parts(path), *_found(self._slugs, path))
        return Cuts(merged(found)).text(path)


def _pattern(pieces: Iterable[str], flags: int) -> re.Pattern[str] | None:
    """Any of `pieces` as whole words; scripts that write words together need no end of a word."""
    ordered = sorted(set(pieces), key=lambda one: (-len(one), one))
    if not ordered:
        return None
    ends = [one if not one[-1].isascii() else rf"{one}(?![^\W_])" for one in ordered]
    starts = [one if not one[0].isascii() else rf"(?<![^\W_]){one}" for one in ends]
    return re.compile("|".join(starts), flags)


def _found(pattern: re.Pattern[str] | None, text: str) -> list[Span]:
    return [Span(*found.span()) for found in pattern.finditer(text)] if pattern else []


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` in order and apart."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        elif span.end > span.start:
            out.append(span)
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Cuts:
    """Stretches of a text that are blacked out, in order and apart."""

    spans: tuple[Span, ...] = ()
    _ends: tuple[int, ...] = field(init=False)
    _shifts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        shifts = [0]
        for span in self.spans:
            shifts.append(shifts[-1] + len(BLACK) - (span.end - span.start))
        object.__setattr__(self, "_ends", tuple(span.end for span in self.spans))
        object.__setattr__(self, "_shifts", tuple(shifts))

    def text(self, text: str) -> str:
        """`text` without them."""
        out: list[str] = []
        at = 0
        for span in self.spans:
            out += (text[at : span.start], BLACK)
            at = span.end
        return "".join((*out, text[at:]))

    def start(self, offset: int) -> int:
        """Where a stretch begins that began at `offset`: one that began within, at the black."""
        at = bisect_right(self._ends, offset)
        if at < len(self.spans) and self.spans[at].start < offset:
            offset = self.spans[at].start
        return offset + self._shifts[at]

    def end(self, offset: int) -> int:
        """Where a stretch ends that ended at `offset`: one that ended within, behind the black."""
        at = bisect_right(self._ends, offset - 1)
        if at < len(self.spans) and self.spans[at].start < offset:
            return self.spans[at].end + self._shifts[at + 1]
        return offset + self._shifts[at]

    def span(self, span: Span) -> Span:
        """A stretch of the text without them."""
        start = self.start(span.start)
        return Span(start, max(start, self.end(span.end)))


def inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether one of `others`, in order and apart, meets `span`."""
    at = bisect_right(others, span.start, key=lambda one: one.end)
    return at < len(others) and others[at].start < span.end
