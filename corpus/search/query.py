"""A query taken apart: words, phrases, fields, and how they are joined.

Whatever is typed means something or is left out with a remark; nothing that is typed is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.search.words import words

FIELDS = ("title", "publisher", "author", "date", "who", "where", "fact", "tag")
_PATTERN = re.compile(r"\*+|[^*]+")
_TOKEN = re.compile(
    r'(?P<space>\s+)|(?P<open>\()|(?P<close>\))|(?P<or>\|+)|(?P<and>&+)'
    r'|(?P<not>[-!](?=[^\s)|&-]))'
    rf'|(?P<bare>(?i:{"|".join(FIELDS)}):(?=[\s()|]|\Z))'
    r'|(?:(?P<field>[A-Za-z]+):)?(?:["“”„](?P<quoted>[^"“”]*)(?P<end>["“”]?)(?P<star>\*?)'
    r'|(?P<word>[^\s()|"“”„]+))'
    r'|(?P<other>.)', re.S,
)  # fmt: skip
_DEEPEST = 40
"""Parentheses within parentheses that are followed; who nests deeper means something else."""
_MOST = 200
"""Parts of a query that are looked at."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row. `*` stands for any letters in a word, and alone for any word.

    `open` marks a last word that is still being typed: it also means every word it begins.
    """

    words: tuple[str, ...]
    title: bool = False
    open: bool = False

    @property
    def patterns(self) -> tuple[str, ...]:
        """The words, a `*` put to the one that is still being typed."""
        if self.open and not self.words[-1].endswith("*"):
            return (*self.words[:-1], self.words[-1] + "*")
        return self.words


@dataclass(frozen=True, slots=True)
class Field:
    """What is asked of a field other than the text: `name` is one of `FIELDS`."""

    name: str
    value: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but `part`."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """All of `parts` at once."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One of `parts` or more."""

    parts: tuple[Node, ...]


Node = Words | Field | Not | All | Any


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood; `root` is None where nothing is asked yet."""

    root: Node | None
    remarks: tuple[str, ...] = ()


def pattern(text: str) -> tuple[str, ...]:
    """The folded words of `text`, in which `*` may stand for letters or a word."""
    out: list[str] = []
    for piece in text.split():
        glued = False
        for part in _PATTERN.findall(piece):
            if part[0] == "*":
                if glued:
                    out[-1] += "*"
                else:
                    out.append("*")
                glued = True
                continue
            found = list(words(part))
            for at, (word, start, _) in enumerate(found):
                if at == 0 and glued and start == 0:
                    out[-1] += word
                else:
                    out.append(word)
            glued = bool(found) and found[-1][2] == len(part)
    return tuple(out)


def parse(text: str, typing: bool = False) -> Query:
    """The query in `text`. While `typing`, its last word also means every word it begins."""
    return _Parser(text, typing).query()


class _Parser:
    """One reading of a query from left to right."""

    def __init__(self, text: str, typing: bool) -> None:
        self._tokens = [m for m in _TOKEN.finditer(text) if m.lastgroup != "space"]
        self._typing = typing and bool(text) and not text[-1].isspace()
        self._size = len(text)
        self._at = 0
        self._depth = 0
        self._remarks: list[str] = []

    def query(self) -> Query:
        if len(self._tokens) > _MOST:
            self._remarks.append(f"Only the first {_MOST} parts of the query are looked at.")
            del self._tokens[_MOST:]
        parts: list[Node] = []
        while self._at < len(self._tokens):
            found = self._either()
            if found is not None:
                parts.append(found)
            self._at += 1  # what stopped it: a parenthesis that closes nothing
        return Query(_all(parts), tuple(dict.fromkeys(self._remarks)))

    def _either(self) -> Node | None:
        """Alternatives up to a closing parenthesis or the end."""
        parts: list[Node] = []
        while True:
            found = self._together()
            if found is not None:
                parts.append(found)
            if not self._takes("or", "OR"):
                break
        if len(parts) < 2:
            return parts[0] if parts else None
        return Any(tuple(parts))

    def _together(self) -> Node | None:
        """Parts that all must hold, up to an "or"."""
        parts: list[Node] = []
        while (match := self._now()) is not None:
            if match.lastgroup == "close" or self._is(match, "or", "OR"):
                break
            if self._takes("and", "AND"):
                continue
            found = self._one()
            if found is not None:
                parts.append(found)
        return _all(parts)

    def _one(self) -> Node | None:
        negated = False
        while self._takes("not", "NOT"):
            negated = not negated
        match = self._now()
        if match is None or match.lastgroup == "close" or self._is(match, "or", "OR"):
            return None
        if self._is(match, "and", "AND"):
            return None
        found = self._group() if match["open"] else self._leaf(match)
        return Not(found) if negated and found is not None else found

    def _group(self) -> Node | None:
        self._at += 1
        if self._depth >= _DEEPEST:
            self._remarks.append("Parentheses are nested too deeply; the inmost are passed over.")
            return None
        self._depth += 1
        found = self._either()
        self._depth -= 1
        match = self._now()
        if match is not None and match.lastgroup == "close":
            self._at += 1
        return found

    def _leaf(self, match: re.Match[str]) -> Node | None:
        self._at += 1
        last = self._typing and match.end() == self._size
        if match["bare"]:
            return None  # a field whose value is not typed yet
        quoted = match["quoted"]
        value = match["word"] if quoted is None else quoted
        if value is None:
            return None
        name = (match["field"] or "").lower()
        is_open = last and (quoted is None or not match["end"])
        if name and name not in FIELDS:
            self._remarks.append(
                f"“{name}:” is no field and is searched as a word; fields are "
                + ", ".join(f"{field}:" for field in FIELDS) + "."
            )  # fmt: skip
            value, name = f"{name} {value}", ""
        if name and name != "title":
            return Field(name, value.strip(), is_open) if value.strip() else None
        found = pattern(value + (match["star"] or ""))
        if is_open and value[-1:].isspace():
            is_open = False
        if is_open and len(found) > 1 and len(found[-1]) == 1:
            found = found[:-1]  # a row of words whose last has one letter yet means little
            is_open = False
        while found and found[0] == "*":
            found = found[1:]  # any word at the edge of a row asks for nothing
        while found and found[-1] == "*":
            found = found[:-1]
        if not found:
            return None
        return Words(found, title=name == "title", open=is_open)

    def _now(self) -> re.Match[str] | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _takes(self, group: str, word: str) -> bool:
        match = self._now()
        if match is None or not self._is(match, group, word):
            return False
        self._at += 1
        return True

    @staticmethod
    def _is(match: re.Match[str], group: str, word: str) -> bool:
        return bool(match[group]) or (match["word"] == word and not match["field"])


def _all(parts: list[Node]) -> Node | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return All(tuple(parts))
