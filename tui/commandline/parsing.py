"""From a command's description to what was asked for, and to its help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from tui import cli
from tui.commandline.spec import Argument, Command, Option

STATUS = "exit status: as `dateline --help` says"


def parse(
    command: Command, words: list[str], notes: Callable[[], str] | None = None
) -> argparse.Namespace | None:
    """What `words` ask of a command; None where they asked for help, which is printed.

    `notes` gives what stands below the options there. Raises UsageError.
    """
    made = parser(command)
    before = words[: words.index("--")] if "--" in words else words
    if "-h" in before or "--help" in before:  # whatever else is missing or wrong
        if notes is not None:
            made.epilog = notes()
        cli.write(made.format_help())
        return None
    if words and not command.arguments and not command.options:
        raise cli.UsageError(f"`dateline {command.name}` takes no arguments.")
    return made.parse_intermixed_args(words)


def parser(command: Command) -> argparse.ArgumentParser:
    """A parser of the command's words."""
    made = cli.Parser(
        prog=f"dateline {command.name}".strip(),
        usage=usage(command),
        description=command.description,
        epilog="\n\n".join(filter(None, (command.notes, STATUS))),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    for argument in command.arguments:
        _add_argument(made, argument)
    for option in command.options:
        _add_option(made, option)
    made.add_argument("-h", "--help", action="store_true", help="print this help")
    return made


def usage(command: Command) -> str:
    """The command in one line, or in those that it gives itself."""
    if command.usage:
        return command.usage
    shown = [f"dateline {command.name}", "[OPTION ...]"]
    for argument in command.arguments:
        word = argument.metavar
        if argument.count in ("?", "*"):
            word = f"[{word}{' ...' if argument.count == '*' else ''}]"
        shown.append(word)
    return " ".join(shown)


def _add_argument(parser: argparse.ArgumentParser, argument: Argument) -> None:
    given: dict[str, Any] = {"metavar": argument.metavar, "help": argument.help}
    if argument.count is not None:
        given["nargs"] = argument.count
    if argument.choices:
        given["choices"] = argument.choices
    if argument.parse is not None:
        given["type"] = argument.parse
    parser.add_argument(argument.key, **given)


def _add_option(parser: argparse.ArgumentParser, option: Option) -> None:
    given: dict[str, Any] = {"help": option.help, "dest": option.key}
    if not option.metavar:
        given["action"] = "store_true"
    else:
        given["metavar"] = option.metavar
        given["default"] = [] if option.many else option.default
        if option.many:
            given["action"] = "append"
        if option.choices:
            given["choices"] = option.choices
        if option.parse is not None:
            given["type"] = option.parse
    names = [name for name in (option.short, option.name) if name]
    parser.add_argument(*names, **given)
