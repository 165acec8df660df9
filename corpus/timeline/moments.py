"""What stands on a timeline: dated facts, merged where they tell the same, and lags."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate

from corpus.across import parties
from corpus.across.happenings import sort
from corpus.across.lags import Lag, lags
from corpus.across.merging import Line, lines
from corpus.model import ArticleId, Corpus, EntityId, Fact, Span, When

LAG = "lag"
"""The kind of a moment that has two dates: when it happened, and when it became public."""

Interval = tuple[date | None, date | None]
"""First and last day, both included; None for an open end."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing with a date, and the facts that tell it (never none), the fullest first.

    `told` is the date in the words of the text. `public` is when it became known, None but for
    lags; `least` to `most` are the days between, and `basis` says how the two dates were joined.
    """

    text: str
    kind: str
    when: Interval
    told: str
    facts: tuple[Fact, ...]
    public: Interval | None = None
    least: int = 0
    most: int | None = None
    basis: str = ""

    @property
    def days(self) -> tuple[int, int]:
        """The interval as ordinals of days, the end excluded; an open end reaches one day."""
        return ordinals(self.when)

    @property
    def reach(self) -> tuple[int, int]:
        """The same, up to when it became known."""
        start, end = self.days
        if self.public is None:
            return start, end
        first, last = ordinals(self.public)
        return min(start, first), max(end, last)

    @property
    def target(self) -> tuple[ArticleId, Span]:
        """The article and the sentence that tell it."""
        return self.facts[0].article, self.facts[0].evidence[0]


def ordinals(when: Interval) -> tuple[int, int]:
    """An interval as ordinals of days, the end excluded; an open end reaches one day."""
    first, last = when
    start = (first or last or date.min).toordinal()
    return start, max(start, (last or first or date.min).toordinal()) + 1


class Density:
    """How many moments fall into a stretch of time; each counts one, spread over its interval."""

    def __init__(self, moments: Iterable[Moment]) -> None:
        slopes: dict[int, float] = {}
        for moment in moments:
            start, end = moment.days
            slopes[start] = slopes.get(start, 0.0) + 1 / (end - start)
            slopes[end] = slopes.get(end, 0.0) - 1 / (end - start)
        self._days = sorted(slopes)
        self._slopes = [0.0, *accumulate(slopes[day] for day in self._days)]
        self._offsets = [0.0, *accumulate(slopes[day] * day for day in self._days)]

    def until(self, day: float) -> float:
        """How many lie before `day`."""
        at = bisect_right(self._days, day)
        return self._slopes[at] * day - self._offsets[at]

    def between(self, start: float, end: float) -> float:
        """How many lie from `start` to before `end`."""
        return max(0.0, self.until(end) - self.until(start))


@dataclass(frozen=True)
class Timeline:
    """Moments by date; `undated` counts the facts without one. Never changes."""

    moments: tuple[Moment, ...] = ()
    undated: int = 0
    density: Density = field(default_factory=lambda: Density(()), compare=False)
    reaches: tuple[tuple[int, int], ...] = ()
    """The reach of each moment, for looking through many of them quickly."""

    def within(self, start: int, end: int) -> tuple[tuple[Moment, ...], int, int]:
        """The moments with a day from `start` to before `end`; how many lie before and after."""
        inside = tuple(
            moment
            for moment, reach in zip(self.moments, self.reaches, strict=True)
            if reach[0] < end and reach[1] > start
        )
        before = sum(1 for reach in self.reaches if reach[1] <= start)
        return inside, before, len(self.moments) - len(inside) - before

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that occur, most frequent first."""
        counts: dict[str, int] = {}
        for moment in self.moments:
            counts[moment.kind] = counts.get(moment.kind, 0) + 1
        return tuple(sorted(counts, key=lambda kind: (-counts[kind], kind)))

    def of_kind(self, kind: str) -> Timeline:
        """Those of one kind alone; all of them for ""."""
        if not kind:
            return self
        return made((m for m in self.moments if m.kind == kind), self.undated)


def made(moments: Iterable[Moment], undated: int) -> Timeline:
    """The timeline of `moments`, put in order."""
    ordered = tuple(sorted(moments, key=lambda m: (m.days, m.text)))
    return Timeline(ordered, undated, Density(ordered), tuple(m.reach for m in ordered))


def gather(
    corpus: Corpus,
    entity: EntityId | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Timeline:
    """Everything dated that `corpus` tells, or tells of one entity.

    Walks all articles where no entity is given; stops with what it has once `cancelled` says so.
    """
    dated: list[Fact] = []
    undated = 0
    for fact in _facts(corpus, entity, cancelled):
        if known(fact.when):
            dated.append(fact)
        else:
            undated += 1
    merged = lines(dated, lambda fact: _same(corpus, fact), _words)
    found = [_of_line(line) for line in merged]
    if not cancelled():
        found += [_of_lag(lag) for lag in _lags(corpus, entity)]
    return made(found, undated)


def known(when: When | None) -> bool:
    """Whether a date has at least one end."""
    return when is not None and (when.first is not None or when.last is not None)


def _facts(
    corpus: Corpus, entity: EntityId | None, cancelled: Callable[[], bool]
) -> Iterator[Fact]:
    if entity is not None:
        yield from corpus.facts_about.get(entity, ())
        return
    for article in corpus.articles:
        if cancelled():
            return
        extract = corpus.extracts.get(article.id)
        yield from extract.facts if extract is not None else ()


def _same(corpus: Corpus, fact: Fact) -> Hashable:
    """Facts with one key and agreeing dates tell the same."""
    about = parties.subject(corpus, fact) or fact.subject.text.casefold()
    happening = sort(fact)
    if happening:
        return fact.kind, about, happening, parties.place(corpus, fact)
    told = fact.object.text.casefold() if fact.object is not None else ""
    return fact.kind, about, fact.relation.casefold(), told


def _words(fact: Fact) -> str:
    words = parties.words(fact)
    if fact.place is not None and fact.place.text not in words:
        words += f", {fact.place.text}"
    return words


def _of_line(line: Line) -> Moment:
    when = line.when or next(fact.when for fact in line.facts if fact.when is not None)
    return Moment(line.text, line.facts[0].kind, (when.first, when.last), when.text, line.facts)


def _lags(corpus: Corpus, entity: EntityId | None) -> Sequence[Lag]:
    """The lags whose two dates are known, of one entity or all."""
    scope = corpus if entity is None else _narrowed(corpus, entity)
    return [
        lag
        for lag in lags(scope)
        if known(lag.happened) and known(lag.public) and (entity is None or entity in lag.entities)
    ]


def _narrowed(corpus: Corpus, entity: EntityId) -> Corpus:
    """The corpus with only those articles that name `entity`."""
    there = [corpus.articles[at] for at in corpus.positions_of(entity)]
    return Corpus(
        articles=tuple(there),
        extracts=corpus.extracts,
        entities=corpus.entities,
        by_id=corpus.by_id,
        entity_by_id=corpus.entity_by_id,
        entity_of=corpus.entity_of,
        entities_in=corpus.entities_in,
        facts_about=corpus.facts_about,
    )


def _of_lag(lag: Lag) -> Moment:
    happened, public = lag.happened, lag.public
    if happened is None or public is None:
        raise ValueError("a lag without dates has no place on a timeline")
    text = lag.what if lag.subject in lag.what else f"{lag.subject}: {lag.what}"
    return Moment(
        text, LAG, (happened.first, happened.last), f"{happened.text} → {public.text}", lag.facts,
        (public.first, public.last), lag.least, lag.most, lag.basis,
    )  # fmt: skip
