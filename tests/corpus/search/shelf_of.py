"""Small corpora for the tests of searching."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.model import Article, ArticleId, Corpus, Origin, Stated


def article(
    name: str, text: str, title: str = "", published: str = "", publisher: str = "",
    author: str = "", digest: str = "",
) -> Article:  # fmt: skip
    """An article with the metadata that a search asks for."""

    def stated(value: str) -> Stated | None:
        return Stated(value, Origin.FRONT_MATTER) if value else None

    return Article(
        id=ArticleId(name),
        path=f"{name}.txt",
        title=Stated(title, Origin.FRONT_MATTER),
        text=text,
        publisher=stated(publisher),
        author=stated(author),
        published=stated(published),
        digest=digest,
    )


def corpus(articles: Iterable[Article]) -> Corpus:
    """A corpus in which nothing has been looked for."""
    those = tuple(articles)
    return Corpus(articles=those, by_id={one.id: one for one in those})


def texts(*these: str) -> Corpus:
    """A corpus of articles "0", "1" … with these texts."""
    return corpus(article(str(number), text) for number, text in enumerate(these))
