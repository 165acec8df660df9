"""`dateline kwic`: a concordance, every place of a word with its neighbours."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from tui import cli
from tui.commandline import output
from tui.commandline.opening import Opened, meant, open_asked, searcher
from tui.commandline.spec import (
    BARE,
    JSON,
    LIMIT,
    NOTEBOOK,
    PATHS,
    READING,
    Argument,
    Command,
    Option,
)

if TYPE_CHECKING:
    from corpus.concordance import Concordance, Row
    from corpus.search import Searcher

_KEYS: Final = ("L1", "L2", "L3", "R1", "R2", "R3", "node", "source", "date", "article")
COMMAND: Final = Command(
    "kwic",
    "show every place of a word with what stands beside it",
    "Shows every place of a word or of words in a row, with what stands left and right of it.\n"
    "`*` stands for any letters, alone for any word.",
    (Argument("what", "WORD", "a word, or in quotes words in a row"), PATHS),
    (
        Option("--name", "WORD is a name: every place where whoever bears it is named, as spelt"),
        Option("--sort", "by the words left (L1 is the next) or right; may be repeated", "KEY",
               choices=_KEYS, many=True),
        Option("--said-by", "only in what this person is quoted or reported to have said", "NAME"),
        LIMIT, JSON, BARE, NOTEBOOK, *READING,
    ),
)  # fmt: skip


def answer(asked: argparse.Namespace) -> int:
    """Do what was asked for."""
    output.ready(asked)
    opened = open_asked(asked)
    if not opened.found.articles:
        return cli.nothing_loaded(opened.found)
    engine = searcher(opened)
    try:
        found = _found(asked, opened, engine)
        rows = (found[at] for at in range(min(len(found), asked.limit or len(found))))
        if asked.json:
            output.objects(_object(opened, row) for row in rows)
        else:
            output.text(_lines(opened, rows))
        return cli.OK
    finally:
        engine.close()


def _found(asked: argparse.Namespace, opened: Opened, engine: Searcher) -> Concordance:
    from corpus.concordance import concordance, concordance_of

    if asked.name:
        ids = sorted(meant(opened.found, asked.what))
        rank = opened.found.rank
        found = concordance_of(engine, min(ids, key=lambda one: rank(one) or 0))
    else:
        found = concordance(engine, asked.what)
    if asked.said_by is not None:
        ids = sorted(meant(opened.found, asked.said_by))
        found = found.filter(speaker=min(ids, key=lambda one: opened.found.rank(one) or 0))
    return found.sort(*asked.sort) if asked.sort else found


def _object(opened: Opened, row: Row) -> dict[str, Any]:
    from corpus.jsonlines import of_range

    article = opened.found.by_id[row.article]
    return {
        "type": "row",
        "article": article.id,
        "path": article.path,
        **of_range(article, row.span),
        "left": row.left.of(article.text),
        "node": row.span.of(article.text),
        "right": row.right.of(article.text),
    }


def _lines(opened: Opened, rows: Iterator[Row]) -> Iterator[str]:
    """The word in the middle, as much beside it as there is room for, and the place behind."""
    from corpus.reading.clean import clean_line
    from tui.cells import cells
    from tui.commandline.tables import room
    from tui.wording import place_line

    width = room(sys.stdout)
    for row in rows:
        article = opened.found.by_id[row.article]
        where = clean_line(place_line(article, row.span.start))
        node = clean_line(" ".join(row.span.of(article.text).split()))
        shown = where if len(where) <= width // 3 else f"…{where[1 - width // 3 :]}"
        side = max(8, (width - width // 3 - 2 - cells(node)) // 2 - 1)
        left = _fitting(clean_line(row.left.of(article.text)), side, from_end=True)
        right = _fitting(clean_line(row.right.of(article.text)), side, from_end=False)
        pad = " " * (side - cells(left))
        yield f"{pad}{left} {node} {right}{' ' * (side - cells(right))}  {shown}".rstrip()


def _fitting(text: str, room: int, *, from_end: bool) -> str:
    """As much of `text` as fits in `room` cells, from its end or its beginning."""
    from tui.cells import cells

    words = text.strip()
    while cells(words) > room:
        words = words[1:] if from_end else words[:-1]
    return words
