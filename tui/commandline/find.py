"""`dateline find`: articles by their words, names, dates and facts."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from tui import cli
from tui.commandline import output
from tui.commandline.opening import Opened, open_asked, searcher
from tui.commandline.spec import (
    BARE,
    JSON,
    LIMIT,
    NOTEBOOK,
    PATHS,
    READING,
    TABLE,
    Argument,
    Command,
    Option,
)
from tui.commandline.tables import Column

if TYPE_CHECKING:
    from corpus.search import Hit, Results

COMMAND: Final = Command(
    "find",
    "search the full text",
    "Finds articles. QUERY may hold words, \"phrases\", AND, OR, NOT, -word, wild*, title:, who:,\n"
    "where:, publisher:, author:, date:2019..2021, fact:move, tag: of your notes: docs/search.md.",
    (Argument("query", "QUERY", "what to look for, in quotes where it has several words"), PATHS),
    (
        Option("--by-date", "in the order of `dateline list`, instead of the best first"),
        LIMIT, JSON, TABLE, BARE, NOTEBOOK, *READING,
    ),
)  # fmt: skip
_COLUMNS: Final = (
    Column("id", 12),
    Column("date", 10),
    Column("title", share=2),
    Column("words", share=5),
)
_MOST: Final = 50


def answer(asked: argparse.Namespace) -> int:
    """Do what was asked for."""
    output.ready(asked)
    opened = open_asked(asked)
    if not opened.found.articles:
        return cli.nothing_loaded(opened.found)
    engine = searcher(opened)
    try:
        found = engine.search(asked.query, asked.limit or _MOST, ranked=not asked.by_date)
        if asked.json:
            output.objects(_objects(opened, asked.query, found))
            return cli.OK
        output.rows(asked, _COLUMNS, (_row(opened, hit) for hit in found.hits))
        for remark in found.remarks:
            cli.complain(remark, cli.OK)
        if not found.asked:
            raise cli.UsageError("What to look for? `dateline find --help` shows the usage.")
        if found.total > len(found.hits):
            cli.complain(f"{found.total:,} articles in all; --limit shows more.", cli.OK)
        return cli.OK
    finally:
        engine.close()


def _row(opened: Opened, hit: Hit) -> tuple[str, ...]:
    article = opened.found.by_id[hit.article]
    words = " … ".join(" ".join(one.span.of(article.text).split()) for one in hit.snippets)
    date = article.published.value if article.published else ""
    return (article.id, date, article.title.value, words)


def _objects(opened: Opened, query: str, found: Results) -> Iterator[dict[str, Any]]:
    from corpus.jsonlines import of_range

    yield {
        "type": "results",
        "query": query,
        "total": found.total,
        "shown": len(found.hits),
        "remarks": list(found.remarks),
        "meant": [
            {"field": one.field, "value": one.value, "names": list(one.names)}
            for one in found.meant
        ],
    }
    for hit in found.hits:
        article = opened.found.by_id[hit.article]
        yield {
            "type": "hit",
            "article": article.id,
            "path": article.path,
            "title": article.title.value,
            "published": article.published.value if article.published else None,
            "score": round(hit.score, 4),
            "snippets": [
                of_range(article, one.span)
                | {
                    "text": one.span.of(article.text),
                    "marks": [{"start": mark.start, "end": mark.end} for mark in one.marks],
                }
                for one in hit.snippets
            ],
        }
