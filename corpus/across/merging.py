"""Several facts that tell the same thing become one line with all its sources."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from corpus.across.compatible import dates_agree, decided
from corpus.model import ArticleId, Fact, When


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is known, in plain words, and every fact that says so (never none).

    `when` is the narrowest of their dates. The first fact is the one that tells most.
    """

    text: str
    facts: tuple[Fact, ...]
    when: When | None = None

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that say so, each once."""
        return tuple(dict.fromkeys(fact.article for fact in self.facts))


_FAR = date.max


def lines(
    facts: Iterable[Fact],
    same: Callable[[Fact], Hashable],
    words: Callable[[Fact], str],
) -> tuple[Line, ...]:
    """One line for the facts of one key whose dates agree; by date, the undated last."""
    boxes: dict[Hashable, list[Fact]] = {}
    for fact in facts:
        boxes.setdefault(same(fact), []).append(fact)
    made = [
        Line(words(_fullest(group)), (_fullest(group), *_others(group)), _narrowest(group))
        for box in boxes.values()
        for group in _by_date(box)
    ]
    return tuple(sorted(made, key=_order))


def _by_date(facts: list[Fact]) -> list[list[Fact]]:
    """Facts in groups of agreeing dates: a wide or missing date joins a group if only one fits."""
    dated = sorted((f for f in facts if decided(f.when)), key=_width)
    spans: dict[tuple[date | None, date | None], list[Fact]] = {}
    for fact in dated:
        ends = (fact.when.first, fact.when.last) if fact.when is not None else (None, None)
        spans.setdefault(ends, []).append(fact)
    groups: list[list[Fact]] = []
    for together in spans.values():
        fitting = [g for g in groups if dates_agree(g[0].when, together[0].when)]
        if len(fitting) == 1:
            fitting[0].extend(together)
        else:
            groups.append(together)
    undated = [f for f in facts if not decided(f.when)]
    if undated and len(groups) == 1:
        groups[0].extend(undated)
    elif undated:
        groups.append(undated)
    return groups


def _width(fact: Fact) -> int:
    when = fact.when
    if when is None or when.first is None or when.last is None:
        return 0
    return (when.last - when.first).days


def _fullest(facts: list[Fact]) -> Fact:
    return max(facts, key=lambda f: (len(f.object.text) if f.object else 0, len(f.relation)))


def _others(facts: list[Fact]) -> tuple[Fact, ...]:
    first = _fullest(facts)
    return tuple(fact for fact in facts if fact is not first)


def _narrowest(facts: list[Fact]) -> When | None:
    known = [fact for fact in facts if decided(fact.when)]
    if known:
        return min(known, key=_width).when
    return next((fact.when for fact in facts if fact.when is not None), None)


def _order(line: Line) -> tuple[date, str]:
    when = line.when
    return (when.first or when.last or _FAR) if when is not None else _FAR, line.text
