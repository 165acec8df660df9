"""`dateline model`: everything that is known, as JSON lines."""

from __future__ import annotations

import argparse
from typing import Final

from tui import cli
from tui.commandline import output
from tui.commandline.opening import ended, open_asked
from tui.commandline.spec import JSON, OVERLAID, PATHS, READING, Command

COMMAND: Final = Command(
    "model",
    "print the whole model as JSON, an object a line",
    "Prints all articles, entities, facts and skipped files, an object a line: docs/json.md.\n"
    "`dateline --json` prints the same without what your notebook corrects.",
    (PATHS,),
    (JSON, *OVERLAID, *READING),
)


def answer(asked: argparse.Namespace) -> int:
    """Do what was asked for."""
    from corpus.jsonlines import lines

    asked.json = True
    output.ready(asked)
    opened = open_asked(asked)
    for line in lines(opened.corpus):
        cli.write(f"{line}\n")
    return ended(opened)
