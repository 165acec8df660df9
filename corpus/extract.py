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
        texts = [a.text for a in articles]
        import os

        turns = int(os.environ.get("TURNS", "0"))
        passes = [tagger.tag(texts)]
        from corpus.names import gazetteer, given
        from corpus.names.respell import respell

        atlas = gazetteer.load()

        def known(w):
            x = given.weight(w)
            return (
                given.also_word(w.lower())
                or (atlas.has(w) and not atlas.doubtful(w))
                or x.given >= 0.7
                or x.family >= 0.8
            )

        for t in range(turns):
            passes.append(tagger.tag([respell(x, t, known) for x in texts]))
        for article, *tagged in zip(articles, *passes, strict=True):
            yield extract(article, tagged[0], tagged[1:])


def extract(
    article: Article, tagged: Sequence[Tagged], more: Sequence[Sequence[Tagged]] = ()
) -> Extract:
    """What is found in `article`, given the tagger's spans."""
    text = article.text
    published = article.published.value if article.published else None
    parted = sentences.split(text)
    short = acronyms.find(text)
    named = mentions.find(
        text,
        parted,
        [(t.start, t.end, t.label) for t in tagged],
        [[(t.start, t.end, t.label) for t in other] for other in more],
    )
    named = shortforms.settle(text, named, short)
    linked = chains.link(text, named, short)
    when = dates.find(text, published, parted)
    much = amounts.find(text, parted)
    quoted = quotations.find(text)
    page = Page(article, parted, named, linked, when, much, quoted, short)
    return Extract(article.id, parted, named, linked, when, much, quoted, short, find_facts(page))
