"""Ages and births as written beside a name: "Mara Quist, 45," and "Quist was born in 1961 in …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from corpus.across import sentences
from corpus.across.compatible import day_before
from corpus.language.intervals import parse
from corpus.model import Article, Extract, Kind, Mention, Span, When

_HINT = re.compile(r"\bborn\b|\b\d\d-year-old\b|, \d\d[,.;)]|\(\d\d\)|\baged \d\d\b")
_AGE_AFTER = re.compile(r",\s(?:aged\s)?(?P<age>[1-9]\d)(?=[,.;])|\s\((?P<in>[1-9]\d)\)")
_AGE_BEFORE = re.compile(r"\b(?P<age>[1-9]\d)-year-old\s(?:[\w'’-]+\s){0,4}$")
_BORN = re.compile(
    r"(?:,?\s(?:who\s)?was\sborn|,\sborn|\s\(born)\b(?P<rest>[^.;()]{0,60})", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:then|died|was killed|at the time|would have)\b")
_GOES_ON = re.compile(r"[,;]?\s?\d")


@dataclass(frozen=True, slots=True)
class Vital:
    """A birth: `mention` is who, `when` the date, `place` the mention of the place; one is None."""

    mention: int
    text: str
    sentence: Span
    when: When | None = None
    place: int | None = None


def vitals(article: Article, extract: Extract) -> Iterator[Vital]:
    """The dates and places of birth that an article tells, ages turned into dates of birth."""
    text = article.text
    if not _HINT.search(text):
        return
    starts = [s.start for s in extract.sentences]
    for index, mention in enumerate(extract.mentions):
        at = bisect_right(starts, mention.start) - 1
        if mention.kind is Kind.PERSON and at >= 0:
            sentence = extract.sentences[at]
            yield from _age(article, index, mention, sentence)
            yield from _birth(article, extract, index, mention, sentence)


def _age(article: Article, index: int, mention: Mention, sentence: Span) -> Iterator[Vital]:
    text, stated = article.text, article.published
    published = parse(stated.value) if stated is not None else None
    if published is None or (published[1] - published[0]).days > 31:
        return
    after = _AGE_AFTER.match(text, mention.end, sentence.end)
    found = after or _AGE_BEFORE.search(
        text, max(sentence.start, mention.start - 60), mention.start
    )
    if found is None or _PAST.search(text, sentence.start, sentence.end):
        return
    if after is not None and _GOES_ON.match(text, after.end()):
        return
    group = "in" if after is not None and after["age"] is None else "age"
    years, span = int(found[group]), Span(*found.span(group))
    first, last = day_before(published[0], years + 1), day_before(published[1], years)
    if first is not None and last is not None and stated is not None:
        basis = f"age {years} on publication date {stated.value}"
        when = When(first + timedelta(1), last, span.of(text), span, basis)
        yield Vital(index, f"aged {years}", sentence, when)


def _birth(
    article: Article, extract: Extract, index: int, mention: Mention, sentence: Span
) -> Iterator[Vital]:
    found = _BORN.match(article.text, mention.end, sentence.end)
    if found is None:
        return
    low, high = found.span("rest")
    for when in sentences.dates(extract, Span(low, high)):
        if when.first is not None and when.last is not None:
            yield Vital(index, f"born {when.text}", sentence, when)
            break
    for place, other in sentences.mentions(extract, Span(low, high)):
        if other.kind is Kind.PLACE:
            yield Vital(index, f"born in {other.span.of(article.text)}", sentence, place=place)
            break
