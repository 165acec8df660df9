"""Ages and births as written beside a name: "Mara Quist, 45," and "Quist was born in 1961 in …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from corpus.across.compatible import day_before
from corpus.across.told import Told
from corpus.language.intervals import parse
from corpus.model import Article, Corpus, EntityId, Extract, Kind, Mention, Span, When

_HINT = re.compile(r"\bborn\b|\b\d\d-year-old\b|, \d\d[,.;)]|\(\d\d\)|\baged \d\d\b")
_AGE_AFTER = re.compile(r",\s(?:aged\s)?(?P<age>[1-9]\d)(?=[,.;])|\s\((?P<in>[1-9]\d)\)")
_AGE_BEFORE = re.compile(r"\b(?P<age>[1-9]\d)-year-old\s(?:[\w'’-]+\s){0,4}$")
_BORN = re.compile(
    r"(?:,?\s(?:who\s)?was\sborn|,\sborn|\s\(born)\b(?P<rest>[^.;()]{0,60})", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:then|died|was killed|at the time|would have)\b")


def vitals(corpus: Corpus, article: Article, extract: Extract) -> Iterator[Told]:
    """The dates and places of birth that an article tells, ages turned into dates of birth."""
    text = article.text
    if not _HINT.search(text):
        return
    starts = [s.start for s in extract.sentences]
    for index, mention in enumerate(extract.mentions):
        if mention.kind is not Kind.PERSON:
            continue
        entity = corpus.entity_of.get((article.id, index))
        at = bisect_right(starts, mention.start) - 1
        if entity is None or at < 0:
            continue
        sentence = extract.sentences[at]
        yield from _ages(corpus, article, entity, mention, sentence)
        yield from _births(corpus, article, extract, entity, mention, sentence)


def _ages(
    corpus: Corpus, article: Article, entity: EntityId, mention: Mention, sentence: Span
) -> Iterator[Told]:
    text, published = article.text, _published(article)
    if published is None:
        return
    after = _AGE_AFTER.match(text, mention.end, sentence.end)
    before = _AGE_BEFORE.search(text, max(sentence.start, mention.start - 60), mention.start)
    found = after or before
    if found is None or _PAST.search(text, sentence.start, sentence.end):
        return
    group = "in" if after is not None and after["age"] is None else "age"
    years, span = int(found[group]), Span(*found.span(group))
    first, last = day_before(published[0], years + 1), day_before(published[1], years)
    if first is None or last is None or (after and _is_list(text, after.end())):
        return
    basis = f"age {years} on publication date {article.published and article.published.value}"
    yield _birth(
        corpus, article, entity, f"aged {years}", sentence,
        When(first + timedelta(1), last, span.of(text), span, basis),
    )  # fmt: skip


def _births(
    corpus: Corpus,
    article: Article,
    extract: Extract,
    entity: EntityId,
    mention: Mention,
    sentence: Span,
) -> Iterator[Told]:
    found = _BORN.match(article.text, mention.end, sentence.end)
    if found is None:
        return
    low, high = found.span("rest")
    for when in extract.dates:
        if low <= when.span.start < high and when.first is not None and when.last is not None:
            yield _birth(corpus, article, entity, f"born {when.text}", sentence, when)
            break
    for index, other in enumerate(extract.mentions):
        if low <= other.start < high and other.kind is Kind.PLACE:
            known = corpus.entity_of.get((article.id, index))
            if known is not None:
                where = corpus.entity_by_id[known]
                yield Told(
                    ("birthplace", entity), "place of birth", corpus.entity_by_id[entity].name,
                    entity, article.id, where.name, (sentence,), place=(known, where.place),
                )  # fmt: skip
            break


def _birth(
    corpus: Corpus, article: Article, entity: EntityId, text: str, sentence: Span, when: When
) -> Told:
    label = "age or date of birth"
    name = corpus.entity_by_id[entity].name
    return Told(("birth", entity), label, name, entity, article.id, text, (sentence,), when=when)


def _is_list(text: str, offset: int) -> bool:
    """Whether a number after a name is one of several, as in a table of results."""
    return bool(re.match(r"[,;]?\s?\d", text[offset : offset + 4]))


def _published(article: Article) -> tuple[date, date] | None:
    """When an article was published, None if the month is not known."""
    found = parse(article.published.value) if article.published is not None else None
    return found if found is not None and (found[1] - found[0]).days <= 31 else None
