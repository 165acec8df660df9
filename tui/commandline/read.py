"""`dateline read`: one article, each line with where it stands in its file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Any, Final

from corpus.model import Article
from tui import cli
from tui.commandline import output
from tui.commandline.opening import article as find_article
from tui.commandline.opening import open_asked
from tui.commandline.spec import JSON, PATHS, READING, Argument, Command

COMMAND: Final = Command(
    "read",
    "print one article with the lines or pages of its file",
    "Prints an article. Beside each line stands the line of the file that it stems from; where\n"
    "the file has pages, the page.",
    (
        Argument("article", "ARTICLE", "its id, path, file name or title, as `dateline list` says"),
        PATHS,
    ),
    (JSON, *READING),
)


def answer(asked: argparse.Namespace) -> int:
    """Do what was asked for."""
    output.ready(asked)
    opened = open_asked(asked)
    if not opened.corpus.articles:
        return cli.nothing_loaded(opened.corpus)
    article = find_article(opened.corpus, asked.article)
    if asked.json:
        output.objects([_object(article)])
    else:
        output.text(_lines(article))
    return cli.OK


def _object(article: Article) -> dict[str, Any]:
    from corpus.jsonlines import of_article

    lines = []
    for number, offset in enumerate(article.offsets):
        line = {"start": offset, "line": article.lines[number]}
        lines.append(line | {"page": article.pages[number]} if article.pages else line)
    return of_article(article) | {"lines": lines, "remarks": list(article.remarks)}


def _lines(article: Article) -> Iterator[str]:
    from corpus.reading.clean import clean_line
    from tui.cells import wrap
    from tui.plain import width_of

    width = width_of(sys.stdout)
    stated = (article.publisher, article.author, article.published, article.address)
    yield from wrap(clean_line(article.title.value), width)
    for words in ("  ".join(one.value for one in stated if one), article.path, *article.remarks):
        yield from wrap(clean_line(words), width, "  ")
    yield ""
    at = 0
    shown = ""
    for line in article.text.split("\n"):
        page = article.page(at)
        place = f"p. {page}" if page is not None else str(article.line(at))
        mark = place if line.strip() and place != shown else ""
        shown = place if line.strip() else shown
        for number, piece in enumerate(
            wrap(clean_line(line), max(20, width - 8)) if line else ("",)
        ):
            yield f"{mark if not number else '':>6}  {piece}".rstrip()
        at += len(line) + 1
