"""`dateline open`: the screen, or whatever stands in for it."""

from __future__ import annotations

import argparse
from typing import Final

from tui import cli
from tui.commandline.spec import CONFIG, NO_CACHE, NOTEBOOK, PATHS, Command, Option

COMMAND: Final = Command(
    "open",
    "read in the terminal, as without a command",
    "Opens the files and folders named, as `dateline PATH ...` does, also those that are called\n"
    "like a command.",
    (PATHS,),
    (
        Option("--json", "print the whole model as JSON instead, an object a line"),
        Option("--plain", "print a readable overview instead"),
        Option("--no-restore", "begin at the beginning, not where you left"),
        Option("--no-watch", "leave files that change meanwhile for the next start"),
        NOTEBOOK,
        Option("--no-notebook", "show the documents without your notes and corrections"),
        Option("--plain-ui", "a screen without lines and blocks, for readers"),
        CONFIG,
        NO_CACHE,
    ),
)


def take(words: list[str]) -> int:
    """Do what `dateline WORDS` would, were its first word no command."""
    if any(word in ("-h", "--help") for word in words):
        from tui.commandline.parsing import parse

        parse(COMMAND, ["--help"])
        return cli.OK
    return cli.read(words)


def answer(asked: argparse.Namespace) -> int:
    """Open the paths asked for."""
    return cli.read(["--", *map(str, asked.paths)])
