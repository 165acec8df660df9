"""Tokens: where the words and marks of a text begin and end, as spaCy's English tokenizer has it.

A text falls into chunks at white space; from a chunk, prefixes and suffixes are peeled, and what
remains is an exception ("don't"), an address or is cut at infixes. Distinct chunks are few, so each
is cut once and remembered. No text is refused, and the time grows with its length only.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from corpus.language.tagdata import read_rules

Form = tuple[str, str]
"""The characters of a token and its norm; "" where the norm follows from the characters."""
_Piece = tuple[int, int, Form]

_LONGEST_CHUNK = 1000
_CHUNKS = re.compile(rf"\S{{1,{_LONGEST_CHUNK}}} ?|\s{{1,{_LONGEST_CHUNK}}}")
_REMEMBERED = 30_000
_REACH = 16  # more than the longest suffix and what it looks back upon


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of `text` in order: `starts`, `ends` and `forms` are parallel."""

    text: str
    starts: array[int]
    ends: array[int]
    forms: list[Form]

    def __len__(self) -> int:
        return len(self.forms)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.starts, self.ends, strict=True)


class Tokenizer:
    """Cuts text by rules; see `tokenize` for the one that the engine uses."""

    def __init__(self) -> None:
        rules = read_rules()
        self._prefix = re.compile(rules.prefix).match
        self._suffix = re.compile(rules.suffix).search
        self._infixes = re.compile(rules.infix).finditer
        self._address = re.compile(rules.address).match
        self._special = rules.special
        self._longest_special = max(map(len, rules.special), default=0)
        self._cut: dict[str, tuple[_Piece, ...]] = {}
        self._joined: dict[str, list[tuple[tuple[str, ...], list[Form]]]] = {}
        self._join(rules.joined)

    def tokenize(self, text: str) -> Tokens:
        """The tokens of `text`."""
        starts, ends = array("I"), array("I")
        forms: list[Form] = []
        add_start, add_end, add_form = starts.append, ends.append, forms.append
        remembered = self._cut.get
        at = 0
        for chunk in _CHUNKS.findall(text):
            for start, end, form in remembered(chunk) or self._remember(chunk):
                add_start(at + start)
                add_end(at + end)
                add_form(form)
            at += len(chunk)
        return Tokens(text, starts, ends, forms)

    def _remember(self, chunk: str) -> tuple[_Piece, ...]:
        forms = self._unite(self._cut_chunk(chunk if chunk.isspace() else chunk.removesuffix(" ")))
        pieces, at = [], 0
        for form in forms:
            pieces.append((at, at + len(form[0]), form))
            at += len(form[0])
        if len(self._cut) >= _REMEMBERED:
            self._cut.clear()
        found = self._cut[chunk] = tuple(pieces)
        return found

    def _exception(self, word: str) -> list[Form] | None:
        return self._special.get(word) if len(word) <= self._longest_special else None

    def _cut_chunk(
        self, chunk: str, lookup: Callable[[str], list[Form] | None] | None = None
    ) -> list[Form]:
        """Peel affixes until an exception is found or nothing more comes off, then cut the rest."""
        exception = lookup or self._exception
        if chunk.isspace():
            return exception(chunk) or [(chunk, "")]
        before: list[Form] = []
        after: list[Form] = []
        low, high, size = 0, len(chunk), 0
        while high - low not in (0, size) and not exception(chunk[low:high]):
            size = high - low
            prefix = self._prefix(chunk, low, high)
            inner = prefix.end() if prefix else low
            if inner > low and inner < high and exception(chunk[inner:high]):
                before.append((chunk[low:inner], ""))
                low = inner
                break
            outer = self._suffix_start(chunk, inner, high)
            if low < outer < high and exception(chunk[low:outer]):
                after.append((chunk[outer:high], ""))
                high = outer
                break
            if inner > low:
                before.append((chunk[low:inner], ""))
            if outer < high:
                after.append((chunk[outer:high], ""))
            low, high = inner, outer
        rest = chunk[low:high]
        middle = (exception(rest) or self._cut_rest(rest)) if rest else []
        return before + middle + after[::-1]

    def _suffix_start(self, chunk: str, low: int, high: int) -> int:
        """Where the longest suffix of chunk[low:high] begins; `high` if there is none."""
        tail = high
        while tail > low and chunk[tail - 1] == ".":
            tail -= 1
        tail = max(low, tail - _REACH)
        found = self._suffix(chunk[tail:high]) if tail < high else None
        return tail + found.start() if found else high

    def _cut_rest(self, word: str) -> list[Form]:
        if self._is_address(word):
            return [(word, "")]
        forms: list[Form] = []
        at = 0
        for mark in self._infixes(word):
            start, end = mark.span()
            if start == 0:
                continue
            if start > at:
                forms.append((word[at:start], ""))
            if end > start:
                forms.append((word[start:end], ""))
            at = end
        if at < len(word):
            forms.append((word[at:], ""))
        return forms

    def _is_address(self, word: str) -> bool:
        """Whether `word` is a web address; one with too many marks would be slow to tell."""
        marks = word.count("@")
        return (
            "." in word
            and marks <= 2
            and word.count(":") <= (4 if marks else 16)
            and self._address(word) is not None
        )

    def _join(self, words: list[str]) -> None:
        """Learn the exceptions that lie inside what the affixes cut apart, such as ":-)"."""
        for word in words:
            parts = tuple(text for text, _ in self._cut_chunk(word, lambda _: None))
            self._joined.setdefault(parts[0], []).append((parts, self._special[word]))

    def _unite(self, forms: list[Form]) -> list[Form]:
        """Put exceptions in the place of pieces that together spell them, longest first."""
        texts = [text for text, _ in forms]
        found = [
            (len(parts), -at, at, special)
            for at, text in enumerate(texts)
            for parts, special in self._joined.get(text, ())
            if tuple(texts[at : at + len(parts)]) == parts
        ]
        taken: set[int] = set()
        chosen: dict[int, tuple[int, list[Form]]] = {}
        for size, _, at, special in sorted(found, key=lambda f: f[:2], reverse=True):
            if at not in taken and at + size - 1 not in taken:
                chosen[at] = (size, special)
            taken.update(range(at, at + size))
        united: list[Form] = []
        at = 0
        while at < len(forms):
            size, special = chosen.get(at, (1, forms[at : at + 1]))
            united += special
            at += size
        return united


@cache
def tokenizer() -> Tokenizer:
    """The engine's tokenizer, made once; raises MissingDataError if its rules are absent."""
    return Tokenizer()


def tokenize(text: str) -> Tokens:
    """The tokens of `text`: in order, apart, and with every character that is no white space."""
    return tokenizer().tokenize(text)
