"""From paths to articles: every input becomes an article or is skipped with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.errors import UnreadableError
from corpus.model import Article, ArticleId, Skipped
from corpus.reading.clean import clean_line
from corpus.reading.registry import file_type, reader_for
from corpus.reading.scan import read_bytes, scan


def read(path: Path, shown: str) -> Article:
    """The article in the file at `path`, shown as `shown`; raises UnreadableError with a reason."""
    name = shown if file_type(shown) else path.name
    return parse(read_bytes(path), shown, name)


def parse(data: bytes, shown: str, name: str) -> Article:
    """The article that `data`, the bytes of a file called `name`, holds: a pure function."""
    reader = reader_for(name)
    if reader is None:
        ending = clean_line(file_type(name), 20) or "no file type in its name"
        raise UnreadableError(f"not a format that Dateline reads ({ending})")
    if not data:
        raise UnreadableError("empty")
    from corpus.reading.article import assemble  # its many patterns are not needed to start

    return assemble(reader(data), data, shown, name)


def load(paths: Sequence[str | Path]) -> Iterator[Article | Skipped]:
    """The articles that `paths` name or hold, one by one, and what is skipped among them."""
    taken: set[ArticleId] = set()
    for found in scan(paths):
        if isinstance(found, Skipped):
            yield found
            continue
        try:
            yield set_apart(read(found.path, found.shown), taken)
        except UnreadableError as error:
            yield Skipped(clean_line(found.shown), str(error))


def set_apart(article: Article, taken: set[ArticleId]) -> Article:
    """`article` with an id that is not among `taken`, to which it is added.

    Files with equal content have equal ids, so the second one becomes "…-2".
    """
    id_, count = article.id, 1
    while id_ in taken:
        count += 1
        id_ = ArticleId(f"{article.id}-{count}")
    taken.add(id_)
    return article if id_ == article.id else replace(article, id=id_)


def bundled() -> Path:
    """The folder of the articles that come with Dateline."""
    return Path(__file__).resolve().parent.parent / "articles"
