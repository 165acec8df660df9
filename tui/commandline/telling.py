"""Facts as the commands tell them: in a line, and as objects that bring their sentences."""

from __future__ import annotations

from typing import Any

from corpus.jsonlines import of_fact, of_range
from corpus.model import Article, Corpus, Fact, Span
from tui.wording import fact_line, place_line


def says(fact: Fact) -> str:
    """A fact in a line."""
    return " ".join(fact_line(fact).split())


def where(corpus: Corpus, fact: Fact) -> str:
    """The file and the line or page where its evidence begins."""
    return place_line(corpus.by_id[fact.article], fact.evidence[0].start)


def quoted(article: Article, span: Span) -> dict[str, Any]:
    """A stretch of an article with its words."""
    return of_range(article, span) | {"text": span.of(article.text)}


def told(corpus: Corpus, fact: Fact) -> dict[str, Any]:
    """A fact as in `dateline --json`, with a line that tells it, its file, and the words."""
    article = corpus.by_id[fact.article]
    return of_fact(corpus, fact) | {
        "says": says(fact),
        "path": article.path,
        "published": article.published.value if article.published else None,
        "evidence": [quoted(article, span) for span in fact.evidence],
    }
