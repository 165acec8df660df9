"""Durations, ages and "years ago" beside the dates that they should fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from corpus.across import sentences
from corpus.across.checking.question import Check, rough, show
from corpus.across.compatible import dates_agree, decided, gap
from corpus.across.happenings import meant, sort
from corpus.across.sentences import around
from corpus.across.vitals import vitals
from corpus.model import Amount, Article, Extract, Fact, Span, When

_BESIDE = re.compile(r"\s?(?:,|\(|—|–)\s?(?:i\.e\.\s)?(?:in|on|that\sis,?)?\s?$")
_AGO = re.compile(r"\b(?:ago|later|earlier|after|before)\b")
_FROM_TO = re.compile(r"\d\s?(?:-|–|—|to|until|till)\s", re.IGNORECASE)
_AFTER_RANGE = re.compile(
    r"\s?(?:[,;(—–]\s?)?(?:(?:a|for\sa)\s(?:period|total|stretch|span)\sof\s|for\s|or\s"
    r"|altogether\s|in\sall\s|lasting\s)?$"
)
_BEFORE_RANGE = re.compile(r"\s?(?:[,(—–]\s?)?(?:from\s|between\s)?$")
_DAYS = {"years": 365.25, "months": 30.44, "weeks": 7.0, "days": 1.0}
_BACK = 8
"""Sentences before a dated noun in which what it means may be told."""


def times(article: Article, extract: Extract) -> Iterator[Check]:
    """Asks where two ways of telling a time contradict each other."""
    yield from _twice(article, extract)
    yield from _lasting(article, extract)
    yield from _retold(article, extract)
    yield from _ages(article, extract)


def _twice(article: Article, extract: Extract) -> Iterator[Check]:
    """ "Five years ago, in 2009": one time told twice, side by side."""
    text, known = article.text, [w for w in extract.dates if decided(w)]
    for one, other in pairwise(known):
        between = text[one.span.end : other.span.start]
        counted = [w for w in (one, other) if w.basis != "as written" and _AGO.search(w.text)]
        written = [w for w in (one, other) if w.basis == "as written"]
        if len(counted) != 1 or len(written) != 1 or not _BESIDE.match(between):
            continue
        told, stated = counted[0], written[0]
        if f"“{stated.text}”" in told.basis:
            continue
        if gap(told, stated) > _slack(told) and not dates_agree(told, stated):
            yield _ask(
                article, (told.span, stated.span),
                f"“{_plain(told.text)}” ({told.basis}) is {_span(told)}; "
                f"the text says {_plain(stated.text)}. Do both hold?",
            )  # fmt: skip


def _slack(when: When) -> int:
    """Half of the unit that is counted in, for nobody counts days in "five years ago"."""
    for unit, days in (("decade", 1826), ("year", 183), ("month", 16), ("week", 4)):
        if unit in when.text:
            return days
    return 1


def _lasting(article: Article, extract: Extract) -> Iterator[Check]:
    """ "From 2010 to 2014, six years": how long a range of dates lasted."""
    text = article.text
    for when in extract.dates:
        if when.first is None or when.last is None or not _FROM_TO.search(when.text):
            continue
        for length in sentences.amounts(extract, Span(when.span.start - 60, when.span.end + 40)):
            if length.unit not in _DAYS:
                continue
            after = when.span.end <= length.span.start
            low, high = sorted((when.span, length.span))
            between = text[low.end : high.start]
            form = _AFTER_RANGE if after else _BEFORE_RANGE
            if len(between) > 30 or low.meets(high) or not form.fullmatch(between):
                continue
            if not _fits(when.first, when.last, length) and not rough(text, length.span.start):
                yield _ask(
                    article, (when.span, length.span),
                    f"“{_plain(when.text)}” is {_years(when.first, when.last, length.unit)}; "
                    f"the text says {_plain(length.span.of(text))}. Do both hold?",
                )  # fmt: skip


def _fits(first: date, last: date, length: Amount) -> bool:
    """Whether a length fits a range, one unit more or less allowed at both ends together."""
    unit = _DAYS[length.unit]
    whole = ((last - first).days + 1) / unit
    return whole - 2.2 <= length.value and length.high <= whole + 1.0


def _years(first: date, last: date, unit: str) -> str:
    return f"about {show(round(((last - first).days + 1) / _DAYS[unit]))} {unit}"


def _retold(article: Article, extract: Extract) -> Iterator[Check]:
    """ "His flight came a few weeks before May": a noun dated otherwise than what it means."""
    chain_of = {m: n for n, chain in enumerate(extract.chains) for m in chain.mentions}
    for fact in extract.facts:
        wanted = meant(fact.subject.text)
        when = fact.when
        if not wanted or fact.kind not in ("event", "move") or when is None or not decided(when):
            continue
        if "counted from" not in when.basis:
            continue
        known = _last_told(extract, fact, wanted, chain_of)
        if known is None or known.when is None or dates_agree(known.when, when):
            continue
        if gap(known.when, when) > _slack(when):
            yield _ask(
                article, tuple(sorted((known.evidence[0], fact.evidence[0]))),
                f"“{_plain(fact.subject.text)}” is dated {_plain(when.text)} ({when.basis}), which "
                f"is {_span(when)}; the text also says {_plain(known.when.text)}. Do both hold?",
            )  # fmt: skip


def _last_told(
    extract: Extract, fact: Fact, wanted: tuple[str, ...], chain_of: dict[int, int]
) -> Fact | None:
    """The nearest dated fact before that the noun can mean, of the same person if that is known."""
    near = around(extract, fact.evidence[0], _BACK)
    own = chain_of.get(fact.subject.mention) if fact.subject.mention is not None else None
    found = None
    for other in sentences.facts(extract, Span(near.start, fact.evidence[0].start)):
        person = other.subject.mention
        if person is None or not decided(other.when) or sort(other) not in wanted:
            continue
        if own is None or chain_of.get(person) == own:
            found = other
    return found


def _ages(article: Article, extract: Extract) -> Iterator[Check]:
    """An age and a date of birth of one person that do not fit."""
    chain_of = {m: n for n, chain in enumerate(extract.chains) for m in chain.mentions}
    told: dict[int, list[tuple[str, When, Span]]] = {}
    for vital in vitals(article, extract):
        if vital.when is not None and vital.mention in chain_of:
            same = told.setdefault(chain_of[vital.mention], [])
            same.append((vital.text, vital.when, vital.sentence))
    for chain, same in told.items():
        name = extract.chains[chain].name
        for text, when, _ in same[1:]:
            if not dates_agree(same[0][1], when):
                yield _ask(
                    article, tuple(sorted((same[0][1].span, when.span))),
                    f"{name} is {same[0][0]} and {_plain(text)}"
                    f" ({same[0][1].basis if same[0][1].basis != 'as written' else when.basis})."
                    " Do both hold?",
                )  # fmt: skip
                break


def _ask(article: Article, spans: tuple[Span, ...], question: str) -> Check:
    return Check("time", article.id, question, tuple(sorted(spans)))


def _span(when: When) -> str:
    if when.first is None or when.last is None:
        return "open"
    if when.last - when.first <= timedelta(1):
        return str(when.first)
    return f"{when.first} to {when.last}"


def _plain(text: str) -> str:
    return " ".join(text.split())
