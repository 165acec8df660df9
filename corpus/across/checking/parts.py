"""Parts that should add up: "24 people: 12 women and 13 men", "45 hurt, 30 in A and 20 in B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.across.checking.question import NUMBER, Check, rough, show, value
from corpus.across.stems import head
from corpus.model import Article, Extract, Span

_WORD = (
    r"(?!(?:of|in|on|at|was|were|is|are|had|have|who|which|that|more|years?|months?|days?|weeks?"
    r"|percent|per|million|billion)\b)[a-z][a-z'’-]*"
)
_KINDS = re.compile(
    rf"(?P<total>{NUMBER})\s(?:{_WORD}\s){{0,2}}(?P<noun>{_WORD})"
    rf"(?P<join>\s?(?::|—|–|--|\()|,\s(?:namely|that\sis)|,\sincluding|,)\s?"
    rf"(?P<list>{NUMBER}\s{_WORD}(?:\s{_WORD})?(?:(?:,\sand|,|\sand)\s{NUMBER}\s{_WORD}(?:\s{_WORD})?){{1,5}})"
    rf"(?=[.;)—–]|,(?!\s\d)|\n|$)"
)
_PLACES = re.compile(
    rf"(?P<total>{NUMBER})\s(?P<noun>{_WORD})(?:\s[a-z]+){{0,4}}(?P<join>[,:]|\s[—–(])\s?"
    rf"(?P<list>{NUMBER}\s(?:in|from|at|by)\s[^\d.,;:()]{{2,30}}"
    rf"(?:(?:,\sand|,|\sand)\s{NUMBER}\s(?:in|from|at|by)\s[^\d.,;:()]{{2,30}}){{1,5}})(?=[.;)]|\n|$)"
)
_PART = re.compile(rf"(?:^|(?:,\sand|,|\sand)\s)(?P<number>{NUMBER})\s(?P<rest>[a-z]+)")
_SORTS = frozenset(
    head(word)
    for word in "men women boys girls adults children males females civilians soldiers "
    "teenagers toddlers infants".split()
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")


def parts(article: Article, extract: Extract) -> Iterator[Check]:
    """Asks where the parts of a list do not add up to the number before it."""
    text = article.text
    for sentence in extract.sentences:
        for pattern in (_KINDS, _PLACES):
            for found in pattern.finditer(text, sentence.start, sentence.end):
                check = _check(article, found)
                if check is not None:
                    yield check


def _check(article: Article, found: re.Match[str]) -> Check | None:
    text, total = article.text, value(found["total"])
    low = found.start("list")
    items = list(_PART.finditer(found["list"]))
    numbers = [value(item["number"]) for item in items]
    starts = [low + item.start("number") for item in items]
    known = [n for n in numbers if n is not None]
    if not total or len(known) != len(items) or len(known) < 2:
        return None
    if _YEAR.match(found["total"]) or any(_YEAR.match(item["number"]) for item in items):
        return None
    if any(rough(text, at) for at in (found.start("total"), *starts)):
        return None
    added = sum(known)
    nouns = {head(item["rest"]) for item in items}
    within = "including" in found["join"]
    if added == total or (within and added < total):
        return None
    if found["join"].strip() == "," and not 0.7 * total <= added <= 1.4 * total:
        return None
    if found["join"].strip() == "," and found.re is _KINDS and not _sorts(nouns, found["noun"]):
        return None
    spans = [Span(*found.span("total"))]
    spans += [Span(at, at + len(item["number"])) for at, item in zip(starts, items, strict=True)]
    plus = " + ".join(show(n) for n in known)
    return Check(
        "sum", article.id,
        f"{plus} is {show(added)}; the text says {found['total']} {found['noun']}. Do both hold?",
        tuple(spans),
    )  # fmt: skip


def _sorts(nouns: set[str], noun: str) -> bool:
    """Whether a list behind a mere comma is one of parts: "24 people, 12 women and 13 men"."""
    return nouns <= _SORTS and head(noun) not in nouns
