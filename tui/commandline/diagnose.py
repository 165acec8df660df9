"""`dateline diagnose`: what a report of a fault needs to say."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any, Final

from tui import cli
from tui.commandline import output
from tui.commandline.spec import JSON, Command

COMMAND: Final = Command(
    "diagnose",
    "print what a report of a fault needs to say",
    "Prints versions, the terminal, and where things lie; nothing of your documents.",
    (),
    (JSON,),
)


def answer(asked: argparse.Namespace) -> int:
    """Print the report."""
    from corpus.reading.clean import clean_line
    from tui.diagnose import lines

    if asked.json:
        output.ready(asked)
        output.objects(_objects(map(clean_line, lines())))
        return cli.OK
    output.text(map(clean_line, lines()))
    return cli.OK


def _objects(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        name, _, value = line.partition(" ")
        if name:
            yield {"type": "diagnosis", "name": name, "value": value}
