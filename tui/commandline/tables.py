"""Tables for people: the only part of the command line that loads rich."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TextIO

_BATCH: Final = 200
"""Rows that are laid out together, so that long tables begin at once."""
_NARROWEST: Final = 40
_WIDEST: Final = 160


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `width` in cells where it is fixed, else its `share` of what is left.

    It is left out where the whole table has fewer than `least` cells.
    """

    title: str
    width: int = 0
    share: int = 1
    right: bool = False
    least: int = 0


def show(columns: Sequence[Column], rows: Iterable[Sequence[str]], stream: TextIO) -> None:
    """Print `rows` below the titles of `columns`, as wide as the terminal is.

    Colour is for terminals alone, and not where NO_COLOR is set.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from corpus.reading.clean import clean_line

    console = Console(
        file=stream,
        width=room(stream),
        force_terminal=stream.isatty(),
        no_color=bool(os.environ.get("NO_COLOR")),
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    shown = [at for at, column in enumerate(columns) if console.width >= column.least]
    left = iter(rows)
    first = True
    while batch := list(islice(left, _BATCH)):
        table = Table(
            box=None, show_header=first, expand=True, pad_edge=False, padding=(0, 2, 0, 0)
        )
        for column in (columns[at] for at in shown):
            table.add_column(
                column.title,
                header_style="bold",
                width=column.width or None,
                ratio=None if column.width else column.share,
                justify="right" if column.right else "left",
                overflow="fold",
            )
        for row in batch:
            table.add_row(*(Text(clean_line(row[at])) for at in shown))
        console.print(table)
        first = False


def room(stream: TextIO) -> int:
    """The width to lay out for: that of the terminal behind `stream`, or COLUMNS, or 100."""
    try:
        width = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        stated = os.environ.get("COLUMNS", "")
        width = int(stated) if stated.isdecimal() and len(stated) < 5 else 100
    return max(_NARROWEST, min(width or 80, _WIDEST))
