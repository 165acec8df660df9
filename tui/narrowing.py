"""Which facts a reader wants: words, and `kind:harm sure:reported by:"Ri Il-kyu"` among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.model import FACT_KINDS, Certainty, Fact
from corpus.names.fold import fold
from tui.telling import attribution, date_of, plain_statement, surely
from tui.wording import kind_name

ITSELF = "itself"
"""Stands for the speaker of what an article says in its own voice."""
_TOKEN = re.compile(r'(?:(?P<field>kind|sure|by):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+))|\S')
_FIELD = re.compile(r"(?:kind|sure|by):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """Facts of one of `kinds`, told as one of `sure`, by one of `by`, that hold all of `words`.

    An empty field asks for nothing. Kinds and certainties may be cut short ("rep"); a speaker is
    part of a name.
    """

    words: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    by: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The wish as it is typed."""
        fields = (("kind", self.kinds), ("sure", self.sure), ("by", self.by))
        tokens = [f"{name}:{_quoted(value)}" for name, values in fields for value in values]
        return " ".join((*tokens, *map(_quoted, self.words)))

    def turned(self, field: str, value: str) -> Wish:
        """The same with a value of "kinds", "sure" or "by" added, or taken away if it is there."""
        values: tuple[str, ...] = getattr(self, field)
        rest = tuple(one for one in values if one != value)
        now = rest if len(rest) < len(values) else (*values, value)
        if field == "kinds":
            return replace(self, kinds=now)
        return replace(self, sure=now) if field == "sure" else replace(self, by=now)

    def keeps(self, fact: Fact) -> bool:
        """Whether it is one of the facts wished for."""
        if self.kinds and not any(_is_kind(fact.kind, fold(one)) for one in self.kinds):
            return False
        if self.sure and not any(fact.certainty.value.startswith(fold(one)) for one in self.sure):
            return False
        if self.by and not any(_is_told_by(fact, fold(one)) for one in self.by):
            return False
        if not self.words:
            return True
        line = plain_statement(fact)
        told = (line, date_of(fact.when), attribution(fact), surely(fact), kind_name(fact.kind))
        own = fold(" ".join(told))
        return all(fold(word) in own for word in self.words)


def wish(text: str) -> Wish:
    """What is typed, understood: anything that is no field is a word to be found."""
    found: dict[str, list[str]] = {"kind": [], "sure": [], "by": [], "": []}
    for token in _TOKEN.finditer(text):
        value = (token["quoted"] if token["quoted"] is not None else token["bare"]) or ""
        if not value.strip() or _FIELD.fullmatch(value):
            continue
        field = token["field"] or ""
        values = value.split(",") if field in ("kind", "sure") else [value]
        found[field] += [one for one in values if one and one not in found[field]]
    return Wish(tuple(found[""]), tuple(found["kind"]), tuple(found["sure"]), tuple(found["by"]))


def speakers(facts: Sequence[Fact]) -> dict[str, int]:
    """Who says how many of `facts`, most first; "" for what the articles say themselves."""
    counts: dict[str, int] = {}
    for fact in facts:
        name = " ".join(fact.speaker.text.split()) if fact.speaker is not None else ""
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def certainties() -> tuple[str, ...]:
    """Every certainty, the surest first."""
    return tuple(one.value for one in Certainty)


def kinds() -> tuple[str, ...]:
    """Every kind of fact, in the order in which they are shown."""
    return FACT_KINDS


def _is_kind(kind: str, start: str) -> bool:
    return kind.startswith(start) or fold(kind_name(kind)).startswith(start)


def _is_told_by(fact: Fact, part: str) -> bool:
    if part == ITSELF and fact.speaker is None:
        return True
    tellers = (*fact.tellers, *((fact.speaker,) if fact.speaker is not None else ()))
    return any(part in fold(one.text) for one in tellers)


def _quoted(value: str) -> str:
    plain = value.replace('"', "")
    return f'"{plain}"' if re.search(r"\s", plain) or _FIELD.match(plain) else plain
