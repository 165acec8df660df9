"""Every command in one place, in the order in which they are shown; each has a module of its name.

Nothing else is imported before it is known which one is asked for.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Final, Protocol, cast

from tui.commandline.spec import Command

SUMMARIES: Final[dict[str, str]] = {
    "open": "read in the terminal, as without a command",
    "build": "find names and facts and keep them, before anybody reads",
    "list": "list the articles, and with --skipped what was not loaded",
    "read": "print one article with the lines or pages of its file",
    "who": "find people, places and organisations in any spelling",
    "find": "search the full text",
    "kwic": "show every place of a word with what stands beside it",
    "facts": "list what is stated, by kind, person, speaker and certainty",
    "timeline": "list what happened when",
    "disagree": "show where reports disagree, what came late, and what is open",
    "export": "write what is known for other programs and for print",
    "notes": "list what your notebook holds",
    "model": "print the whole model as JSON, an object a line",
    "recent": "list the folders read of late; with a number, open that one again",
    "config": "print every setting with its default, to start your own file from",
    "diagnose": "print what a report of a fault needs to say",
    "completion": "print the completion for bash, zsh or fish",
    "man": "print the manual page",
}
"""Command → what it does, in a few words."""


class Module(Protocol):
    """What the module of a command has."""

    COMMAND: Command

    def answer(self, asked: argparse.Namespace) -> int:
        """Do what was asked for; returns the exit status."""


def module(name: str) -> Module:
    """The module of a command."""
    return cast("Module", import_module(f"tui.commandline.{name}"))


def command(name: str) -> Command:
    """How a command describes itself."""
    return module(name).COMMAND


def answer(name: str, words: list[str]) -> int:
    """Do what `dateline NAME WORDS` asks for; returns the exit status. Raises DatelineError."""
    found = module(name)
    own = getattr(found, "take", None)
    if own is not None:
        return int(own(words))
    from tui.commandline.parsing import parse

    asked = parse(found.COMMAND, words)
    return 0 if asked is None else found.answer(asked)
