"""One article to everything that is found in it: a pure function, the unit of caching and work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.facts.page import Page
from corpus.facts.registry import find_facts
from corpus.language import acronyms, amounts, dates, quotations, sentences
from corpus.language.engines import TaggerLike
from corpus.language.tagger import Tagged
from corpus.model import Article, Extract
from corpus.names import chains, mentions, shortforms

_BATCH_CHARACTERS = 60_000


def extract_all(articles: Iterable[Article], tagger: TaggerLike) -> Iterator[Extract]:
    """The extract of each article, in order; the tagger sees them in batches."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if size >= _BATCH_CHARACTERS:
            yield from _batch(batch, tagger)
            batch, size = [], 0
    yield from _batch(batch, tagger)


def _batch(articles: Sequence[Article], tagger: TaggerLike) -> Iterator[Extract]:
    if articles:
        for article, tagged in zip(articles, tagger.tag([a.text for a in articles]), strict=True):
            yield extract(article, tagged)


def extract(article: Article, tagged: Sequence[Tagged]) -> Extract:
    """What is found in `article`, given the tagger's spans."""
    text = article.text
    published = article.published.value if article.published else None
    parted = sentences.split(text)
    short = acronyms.find(text)
    named = mentions.find(text, parted, [(t.start, t.end, t.label) for t in tagged])
    named = shortforms.settle(text, named, short)
    linked = chains.link(text, named, short)
    when = dates.find(text, published, parted)
    much = amounts.find(text, parted)
    quoted = quotations.find(text)
    page = Page(article, parted, named, linked, when, much, quoted, short)
    return Extract(
        article.id, parted, named, linked, when, much, quoted, short, find_facts(page)
    )
