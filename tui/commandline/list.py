"""`dateline list`: which articles there are, and what was not loaded."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Any, Final

from corpus.model import Corpus, Heading
from tui import cli
from tui.commandline import output
from tui.commandline.opening import ended, open_asked
from tui.commandline.spec import JSON, PATHS, READING, TABLE, Command, Option
from tui.commandline.tables import Column

COMMAND: Final = Command(
    "list",
    "list the articles, and with --skipped what was not loaded",
    "Lists the articles by date: id, date, title, publisher and file.",
    (PATHS,),
    (Option("--skipped", "list what was not loaded, and why"), JSON, TABLE, *READING),
)
_COLUMNS: Final = (
    Column("id", 12),
    Column("date", 10),
    Column("title", share=4),
    Column("publisher", share=2, least=90),
    Column("file", share=3),
)
_SKIPPED: Final = (Column("file", share=2), Column("reason", share=3))


def answer(asked: argparse.Namespace) -> int:
    """Do what was asked for."""
    output.ready(asked)
    opened = open_asked(asked)
    corpus = opened.corpus
    if asked.json:
        output.objects(_skipped(corpus) if asked.skipped else _sources(corpus))
    elif asked.skipped:
        output.rows(asked, _SKIPPED, ((one.path, one.reason) for one in corpus.skipped))
    else:
        output.rows(asked, _COLUMNS, map(_row, corpus.headings))
        sys.stdout.flush()
        missing = len(corpus.skipped)
        if missing and corpus.articles:
            files = "1 file was" if missing == 1 else f"{missing:,} files were"
            cli.complain(f"{files} not loaded; --skipped tells why.", cli.OK)
    return ended(opened)


def _row(heading: Heading) -> tuple[str, ...]:
    return (heading.id, heading.published, heading.title, heading.publisher, heading.path)


def _sources(corpus: Corpus) -> Iterator[dict[str, Any]]:
    for heading in corpus.headings:
        yield {
            "type": "source",
            "id": heading.id,
            "path": heading.path,
            "title": heading.title,
            "publisher": heading.publisher or None,
            "author": heading.author or None,
            "published": heading.published or None,
        }


def _skipped(corpus: Corpus) -> Iterator[dict[str, Any]]:
    for skipped in corpus.skipped:
        yield {"type": "skipped", "path": skipped.path, "reason": skipped.reason}
