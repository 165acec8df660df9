"""Words taken along, with where they come from."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Article, Span
from tui.wording import place_line


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of `article` at `span`, or words about it (a row of a list) without a `span`."""

    words: str
    article: Article | None = None
    span: Span | None = None

    @property
    def text(self) -> str:
        """The words and, below them, their citation."""
        words = self.words.strip()
        if self.article is None or self.span is None:
            return f"{words}\n"
        return f"{words}\n— {cite(self.article, self.span)}\n"

    @property
    def page(self) -> str:
        """The page that the words stand on, with its file; "" where there are no pages."""
        if self.article is None or self.span is None or not self.article.pages:
            return ""
        return place_line(self.article, self.span.start)


def quote(article: Article, span: Span) -> Quote:
    """The words of `article` at `span`."""
    return Quote(span.of(article.text), article, span)


def cite(article: Article, span: Span | None = None) -> str:
    """Author, title, publisher, date, and the page, else the line of the file, of a passage."""
    said = [
        article.author.value if article.author else "",
        f"“{article.title.value}”",
        article.publisher.value if article.publisher else "",
        article.published.value if article.published else "",
    ]
    if span is not None:
        page = article.page(span.start)
        said.append(f"p. {page}" if page else f"line {article.line(span.start)} of {article.path}")
    return " ".join(", ".join(word for word in said if word).split())
