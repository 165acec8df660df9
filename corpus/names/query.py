"""What is typed into the lookup, taken apart: a kind, words to be found, and fzf's operators."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.names import othernames

_KIND = re.compile(r"\s*(?:([plo]):|(@))", re.I)
_KINDS = {
    "person": "p", "people": "p", "per": "p", "p": "p",
    "place": "l", "location": "l", "loc": "l", "gpe": "l", "l": "l",
    "organisation": "o", "organization": "o", "org": "o", "o": "o",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """Letters that must stand somewhere in a name, at its begin or its end, or must not."""

    letters: str
    begins: bool = False
    ends: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart.

    `kind` is "p", "l", "o" or ""; of `phrases` one is to be found by any spelling; of each group of
    `terms` one must hold to the letter.
    """

    kind: str
    phrases: tuple[str, ...]
    terms: tuple[tuple[Term, ...], ...]


def kind_letter(kind: str) -> str:
    """The letter under which entries of `kind` are asked for, "" if there is none."""
    return _KINDS.get(kind.lower(), "")


def parse(text: str) -> Query:
    """The query in `text`; never fails: half-typed operators are left out.

    A leading `p:`, `o:`, `l:` or `@` asks for people, organisations or places. `'x`, `^x`, `x$` and
    `!x` are fzf's; `|` between such terms means "or", between words it parts whole alternatives.
    """
    kind = ""
    if match := _KIND.match(text):
        kind = (match[1] or "l").lower()
        text = text[match.end() :]
    phrases: list[list[str]] = [[]]
    groups: list[list[Term]] = []
    joins = False
    last_was_term = False
    for word in text.split():
        if word == "|":
            joins = True
            continue
        term = _term(word)
        if term is not None:
            if term.letters:
                if joins and last_was_term and groups:
                    groups[-1].append(term)
                else:
                    groups.append([term])
                last_was_term = True
        elif word.strip("'^$!|"):
            if joins and not last_was_term and phrases[-1]:
                phrases.append([])
            phrases[-1].append(word)
            last_was_term = False
        joins = False
    found = tuple(dict.fromkeys(" ".join(words) for words in phrases if words))
    return Query(kind, found, tuple(map(tuple, groups)))


def _term(word: str) -> Term | None:
    """The term that `word` is, None if it is an ordinary word."""
    negated = word.startswith("!")
    rest = word[negated:]
    exact = rest.startswith("'")
    rest = rest[exact:]
    begins = rest.startswith("^")
    rest = rest[begins:]
    ends = rest.endswith("$")
    if not (negated or exact or begins or ends):
        return None
    return Term(othernames.letters(rest.rstrip("$")), begins, ends, negated)
