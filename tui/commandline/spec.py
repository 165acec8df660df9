"""How a command describes itself: its words and options, and what stands in its help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Option:
    """An option; without `metavar` it is a switch.

    `completes` says what a shell may offer for its value: "file", "folder", or nothing but
    `choices`.
    """

    name: str
    help: str
    metavar: str = ""
    short: str = ""
    choices: tuple[str, ...] = ()
    many: bool = False
    default: Any = None
    parse: Callable[[str], Any] | None = None
    completes: str = ""

    @property
    def key(self) -> str:
        """The attribute that holds it once the command line is read."""
        return self.name.lstrip("-").replace("-", "_")


@dataclass(frozen=True, slots=True)
class Argument:
    """A word of the command; `count` as argparse has it: None for one, "?", "*" or "+"."""

    key: str
    metavar: str
    help: str
    count: str | None = None
    choices: tuple[str, ...] = ()
    completes: str = ""
    parse: Callable[[str], Any] | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """What a command is, for its help, the shell and the manual page."""

    name: str
    summary: str
    description: str
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    notes: str = ""
    usage: str = ""
    """Its lines of usage, where they do not follow from the words and options."""


def count(text: str) -> int:
    """A number from 1 on."""
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError(f"not a number from 1 on: {text}")
    return int(text)


PATHS: Final = Argument(
    "paths",
    "PATH",
    "a file, a folder, or - for standard input; without any, the articles that come with Dateline",
    "*",
    completes="file",
    parse=Path,
)
JSON: Final = Option("--json", "print JSON, an object a line")
TABLE: Final = Option("--table", "print a table even where nobody but a program reads it")
CONFIG: Final = Option(
    "--config", "settings to use in place of your own", "FILE", parse=Path, completes="file"
)
NO_CACHE: Final = Option("--no-cache", "find everything anew and keep nothing")
NOTEBOOK: Final = Option(
    "--notebook",
    "the notebook to use in place of the one that belongs to these paths",
    "FOLDER",
    parse=Path,
    completes="folder",
)
BARE: Final = Option("--bare", "as found, without what your notebook corrects and joins")
LIMIT: Final = Option("--limit", "print at most so many", "N", parse=count)

READING: Final = (CONFIG, NO_CACHE)
"""Options of whatever reads a corpus."""
OVERLAID: Final = (BARE, NOTEBOOK)
"""Options of whatever shows the corpus as the notebook has it."""
