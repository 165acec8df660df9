"""The sources as CSL-JSON, for Zotero, pandoc and other programs that cite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus.export.setting import Setting
from corpus.jsonlines import line
from corpus.model import Article, Corpus


def write(corpus: Corpus, setting: Setting) -> Iterator[str]:
    """A list of items; each says in its note how much was left out, if anything was."""
    yield "["
    for number, article in enumerate(corpus.articles):
        yield f"{',' if number else ''}\n{line(_item(article, setting.left_out.sentence))}"
    yield "\n]\n"


def _item(article: Article, left_out: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": f"dateline-{article.id}",
        "type": "article-newspaper",
        "title": article.title.value,
    }
    if article.author is not None:
        item["author"] = [{"literal": article.author.value}]
    if article.publisher is not None:
        item["container-title"] = article.publisher.value
    if article.published is not None:
        parts = [int(part) for part in article.published.value.split("-") if part.isdecimal()]
        item["issued"] = {"date-parts": [parts]}
    if article.address is not None:
        item["URL"] = article.address.value
    item["note"] = " ".join(filter(None, (f"File: {article.path}.", left_out)))
    return item
