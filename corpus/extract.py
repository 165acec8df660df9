"""One article to everything that is found in it: a pure function, the unit of caching and work."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.facts.page import Page
from corpus.facts.registry import find_facts
from corpus.language import acronyms, amounts, dates, quotations, sentences
from corpus.language.engines import TaggerLike
from corpus.model import Article, Extract, Span
from corpus.names import chains, mentions, respell, shortforms
from corpus.names.scene import Tagging

_BATCH_CHARACTERS = 60_000
_APART = "\n\n"


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
    if not articles:
        return
    texts = [a.text for a in articles]
    parted = [sentences.split(text) for text in texts]
    tagged = [[(t.start, t.end, t.label) for t in found] for found in tagger.tag(texts)]
    again = _tag_respelt(texts, parted, tagger)
    for article, spans, tags, others in zip(articles, parted, tagged, again, strict=True):
        yield extract(article, spans, tags, others)


def _tag_respelt(
    texts: Sequence[str], parted: Sequence[Sequence[Span]], tagger: TaggerLike
) -> list[list[list[Tagging]]]:
    """For each text what the tagger says of it in each respelling.

    Only sentences that hold a rare name are read again; all of them go to the tagger at once.
    """
    out: list[list[list[Tagging]]] = [[[] for _ in range(respell.TURNS)] for _ in texts]
    origins: list[tuple[int, int, int]] = []
    changed: list[str] = []
    starts: list[int] = []
    at = 0
    for number, (text, spans) in enumerate(zip(texts, parted, strict=True)):
        for span in spans:
            said = span.of(text)
            for turn in range(respell.TURNS):
                other = respell.respell(said, turn)
                if other != said:
                    origins.append((number, turn, span.start))
                    changed.append(other)
                    starts.append(at)
                    at += len(other) + len(_APART)
    # One long text costs the tagger far less than many short ones.
    for tag in tagger.tag([_APART.join(changed)])[0] if changed else ():
        which = bisect_right(starts, tag.start) - 1
        number, turn, start = origins[which]
        shift = start - starts[which]
        end = min(tag.end, starts[which] + len(changed[which]))
        out[number][turn].append((tag.start + shift, end + shift, tag.label))
    return out


def extract(
    article: Article,
    parted: Sequence[Span],
    tagged: Sequence[Tagging],
    respelt: Sequence[Sequence[Tagging]] = (),
) -> Extract:
    """What is found in `article`, given its sentences and the tagger's (start, end, label)."""
    text = article.text
    published = article.published.value if article.published else None
    spans = tuple(parted)
    short = acronyms.find(text)
    named = mentions.find(text, spans, tagged, respelt)
    named = shortforms.settle(text, named, short)
    linked = chains.link(text, named, short)
    when = dates.find(text, published, spans)
    much = amounts.find(text, spans)
    quoted = quotations.find(text)
    page = Page(article, spans, named, linked, when, much, quoted, short)
    return Extract(article.id, spans, named, linked, when, much, quoted, short, find_facts(page))


def find_again(article: Article, found: Extract) -> Extract:
    """`found` with its facts found anew; everything that they rest on stays."""
    page = Page(
        article, found.sentences, found.mentions, found.chains, found.dates, found.amounts,
        found.quotations, found.aliases,
    )  # fmt: skip
    return replace(found, facts=find_facts(page))
