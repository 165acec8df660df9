"""`dateline man`: the manual page, made of what the commands say of themselves."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from typing import Final

from tui import __version__, cli
from tui.commandline.parsing import usage
from tui.commandline.registry import SUMMARIES, command
from tui.commandline.spec import Argument, Command, Option
from tui.commandline.whole import WHOLE

COMMAND: Final = Command(
    "man",
    "print the manual page",
    "Prints the manual page in the form that `man` reads:\n"
    "  dateline man > ~/.local/share/man/man1/dateline.1",
)
_STATUSES: Final = (
    ("0", "done"),
    ("1", "something failed"),
    ("2", "wrong usage or settings"),
    ("3", "nothing could be loaded"),
    ("130, 129, 143", "ended by SIGINT, SIGHUP, SIGTERM"),
    ("141", "whoever read the output went away"),
)
_VARIABLES: Final = (
    ("NO_COLOR", "set to anything: tables on a terminal have no colour"),
    ("COLUMNS", "the width to lay out for where there is no terminal"),
    ("XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_DATA_HOME, XDG_STATE_HOME",
     "where settings, what was found, notebooks, and logs lie"),
)  # fmt: skip


def answer(asked: argparse.Namespace) -> int:
    """Print the page."""
    cli.write(page())
    return cli.OK


def page() -> str:
    """The whole manual page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    whole = WHOLE
    yield f'.TH DATELINE 1 "" "dateline {_escaped(__version__)}" "User Commands"'
    yield from (".SH NAME", "dateline \\- the reading room for a folder of reports")
    yield from (".SH SYNOPSIS", ".nf")
    yield from (_escaped(" ".join(line.split())) for line in _joined(whole.usage))
    yield ".fi"
    yield ".SH DESCRIPTION"
    yield from _paragraphs(whole.description)
    yield ".SH OPTIONS"
    yield from _words(whole)
    yield ".SH COMMANDS"
    for name in SUMMARIES:
        one = command(name)
        yield f".SS {_escaped(name)}"
        yield from (".nf", *(_escaped(line.strip()) for line in usage(one).split("\n")), ".fi")
        yield ".PP"
        yield from _paragraphs(one.description)
        yield from _words(one)
        if one.notes:
            yield ".PP"
            yield from _paragraphs(one.notes)
    for title, entries in (("EXIT STATUS", _STATUSES), ("ENVIRONMENT", _VARIABLES)):
        yield f".SH {title}"
        for name, what in entries:
            yield from (".TP", f".B {_escaped(name)}", _escaped(what))


def _joined(text: str) -> list[str]:
    """The lines of a usage, a line that goes on joined to the one before."""
    return re.sub(r"\n\s+(?=\[)", " ", text).split("\n")


def _paragraphs(text: str) -> Iterator[str]:
    """Running text as it is; lines that begin with blanks as they stand."""
    for line in text.split("\n"):
        if line.startswith("  "):
            yield from (".br", _escaped(line.strip()))
        else:
            yield _escaped(line) if line else ".PP"


def _words(command: Command) -> Iterator[str]:
    for argument in command.arguments:
        yield from (".TP", f".I {_escaped(argument.metavar)}", _escaped(_argument(argument)))
    for option in command.options:
        names = ", ".join(filter(None, (option.short, option.name)))
        value = f' " " \\fI{_escaped(option.metavar)}\\fR' if option.metavar else ""
        yield from (".TP", f'.B "{_escaped(names)}"' if not value else
                    f'.BR "{_escaped(names)}"{value}', _escaped(_option(option)))  # fmt: skip


def _argument(argument: Argument) -> str:
    return argument.help


def _option(option: Option) -> str:
    told = option.help
    if option.choices and len(", ".join(option.choices)) > len(told) // 4:
        told += f" ({', '.join(option.choices)})"
    return f"{told}; may be repeated" if option.many and "repeated" not in told else told


def _escaped(text: str) -> str:
    """`text` as troff prints it: hyphens are hyphens, and no line begins a request."""
    out = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace('"', "\\(dq")
    return f"\\&{out}" if out[:1] in (".", "'") else out
