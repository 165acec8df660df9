"""How commands print: objects as JSON, rows as lines with tabs, or as a table for people."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from corpus.errors import DatelineError
from tui import cli

if TYPE_CHECKING:
    from tui.commandline.tables import Column


def ready(asked: argparse.Namespace) -> None:
    """Have standard output take whatever is printed. Raises DatelineError where there is none."""
    if sys.stdout is None:
        raise DatelineError("There is no standard output to print to.")
    if hasattr(sys.stdout, "reconfigure"):
        if asked.json:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        else:
            sys.stdout.reconfigure(errors="replace")


def objects(things: Iterable[Mapping[str, Any]]) -> None:
    """Print each as a line of JSON."""
    from corpus.jsonlines import line

    for thing in things:
        cli.write(f"{line(dict(thing))}\n")


def rows(
    asked: argparse.Namespace, columns: Sequence[Column], found: Iterable[Sequence[str]]
) -> None:
    """Print each row: in a table on a terminal, elsewhere as a line with tabs between the cells."""
    if asked.table or sys.stdout.isatty():
        from tui.commandline.tables import show

        show(columns, found, sys.stdout)
        return
    from corpus.reading.clean import clean_line

    for row in found:
        cli.write("\t".join(map(clean_line, row)) + "\n")


def text(lines: Iterable[str]) -> None:
    """Print lines that are clean already."""
    for line in lines:
        cli.write(f"{line}\n")


def some(found: Iterable[Any], limit: int | None) -> Iterator[Any]:
    """The first `limit` of what was found, or all."""
    return iter(found) if limit is None else islice(found, limit)
