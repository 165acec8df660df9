"""So many at so much each, beside a total: 130 shops at $300,000 and "more than $10 million"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from corpus.across.checking.question import Check, rough, show
from corpus.across.compatible import Range
from corpus.across.compatible import amount as allowed
from corpus.across.sentences import amounts, around
from corpus.across.stems import head, stem
from corpus.model import Amount, Article, Extract, Span

_EACH = re.compile(
    r"\b(?:[Ee]ach|[Ee]very)\s(?:of\s(?:the|its|their|these|those)\s)?(?:[\d,]+\s)?(?P<item>[a-z]+)\b"
)
_PER = re.compile(r"\s(?:per|for\s(?:each|every)|an?)\s(?P<item>[a-z]+)\b")
_APIECE = re.compile(r"\s(?:each|apiece)\b")
_TIMES = frozenset("day week month year hour night minute second annum decade quarter".split())
_TOTAL = re.compile(
    r"\b(?:total\w*|altogether|in all|earn\w*|bring\w*|brought|pay\w*|paid|cost\w*|revenue\w*"
    r"|income|spen[dt]\w*|receiv\w*|collect\w*|rais\w*|worth|mak\w*|made|takings|bill|budget|sum)\b",
    re.IGNORECASE,
)
_REACH = 2
_MOST_APART = 2.0
_SLACK = 0.05
_EXACT = 0.02
"""By how much a plain number may have been rounded."""
_REACH_BACK = 70


def rates(article: Article, extract: Extract) -> Iterator[Check]:
    """Asks where count times rate and the total differ by more than rounding explains."""
    money = [a for a in extract.amounts if len(a.unit) == 3 and a.unit.isupper()]
    for at, rate in enumerate(money):
        item = _item(article.text, extract, rate, money[at - 1] if at else None)
        if not item:
            continue
        near = around(extract, rate.span, _REACH, _REACH)
        count = _count(extract, rate, item, near)
        total = _total(article.text, extract, rate, count) if count is not None else None
        if count is not None and total is not None and not _hold(count, rate, total):
            yield _ask(article, count, rate, total)


def _item(text: str, extract: Extract, rate: Amount, before: Amount | None) -> str:
    """The stem of what the rate is for, "" where it is no rate."""
    after = _PER.match(text, rate.span.end)
    if after is not None and after["item"] not in _TIMES:
        return stem(after["item"])
    sentence = around(extract, rate.span)
    if _APIECE.match(text, rate.span.end):
        before_it = Span(sentence.start, rate.span.start)
        counts = [a for a in amounts(extract, before_it) if not _is_measure(a)]
        return head(counts[-1].unit) if counts else ""
    if rate.per and rate.per not in _TIMES:
        return stem(rate.per)
    low = before.span.end if before is not None else 0
    for found in _EACH.finditer(text, max(sentence.start, low), rate.span.start):
        if found["item"] not in _TIMES and rate.span.start - found.end() < _REACH_BACK:
            return stem(found["item"])
    return ""


def _is_measure(amount: Amount) -> bool:
    return amount.unit in ("%", "years", "months", "weeks", "days") or (
        len(amount.unit) == 3 and amount.unit.isupper()
    )


def _count(extract: Extract, rate: Amount, item: str, near: Span) -> Amount | None:
    """How many there are, if the text near the rate says one number only."""
    found = [
        a
        for a in amounts(extract, near)
        if a.value > 1 and not _is_measure(a) and head(a.unit) == item
    ]
    return found[0] if len({a.value for a in found}) == 1 else None


def _total(text: str, extract: Extract, rate: Amount, count: Amount) -> Amount | None:
    """The sum that count and rate should give: of the same money and time, and called a sum."""
    near = (around(extract, rate.span), around(extract, count.span))
    here = {a.span: a for span in near for a in amounts(extract, span)}
    found = []
    for other in here.values():
        if other is rate or other.unit != rate.unit or other.value <= rate.value:
            continue
        if _time(other) != _time(rate):
            continue
        lead = text[max(0, other.span.start - _REACH_BACK) : other.span.start]
        if _TOTAL.search(f"{other.qualifier} {lead}"):
            found.append(other)
    return found[0] if len(found) == 1 else None


def _time(amount: Amount) -> str:
    return amount.per if amount.per in _TIMES else ""


def _hold(count: Amount, rate: Amount, total: Amount) -> bool:
    """Whether product and total can both be meant, and are of one size."""
    many, much, whole = (_range(a) for a in (count, rate, total))
    low, high = max(many[0], 0) * max(much[0], 0), many[1] * much[1]
    if high * (1 + _SLACK) < whole[0] or low * (1 - _SLACK) > whole[1]:
        return False
    bounds = sorted((count.value * rate.value, total.value))
    ranges = any(a.value != a.high for a in (count, rate, total))
    return ranges or bounds[1] <= bounds[0] * _MOST_APART


def _range(amount: Amount) -> Range:
    low, high = allowed(amount.value, amount.high, amount.qualifier)
    if math.isfinite(low) and math.isfinite(high) and not rough(f"{amount.qualifier} ", 99):
        return amount.value * (1 - _EXACT), amount.high * (1 + _EXACT)
    return low, high


def _ask(article: Article, count: Amount, rate: Amount, total: Amount) -> Check:
    said = f"{total.qualifier} {total.span.of(article.text)}".strip()
    question = (
        f"{show(count.value)} × {show(rate.value)} is {show(count.value * rate.value)}; "
        f"the text says {' '.join(said.split())}. Do both hold?"
    )
    return Check("rate", article.id, question, tuple(sorted((count.span, rate.span, total.span))))
