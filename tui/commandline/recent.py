"""`dateline recent`: the folders read of late."""

from __future__ import annotations

import argparse
from typing import Final

from tui import cli
from tui.commandline import output
from tui.commandline.spec import JSON, Argument, Command

COMMAND: Final = Command(
    "recent",
    "list the folders read of late; with a number, open that one again",
    "Lists the folders read of late, the last first. With a number, opens that one again; options\n"
    "of `dateline open` may follow.",
    (Argument("words", "NUMBER", "the folder to open", "*"),),
    (JSON,),
)


def take(words: list[str]) -> int:
    """Do what `dateline recent WORDS` asks for: options behind a number belong to `open`."""
    from tui.commandline.parsing import parse

    if words and not words[0].startswith("-"):
        return _open(words)
    asked = parse(COMMAND, words)
    return cli.OK if asked is None else answer(asked)


def answer(asked: argparse.Namespace) -> int:
    """List the folders, or open one."""
    from tui.recent import found, lines

    if asked.words:
        return _open([*asked.words, *(["--json"] if asked.json else [])])
    output.ready(asked)
    if asked.json:
        output.objects(
            {"type": "recent", "number": number, "paths": list(one.paths), "when": one.when}
            for number, one in enumerate(found(), 1)
        )
        return cli.OK
    output.text(lines() or ["No folder has been read yet."])
    return cli.OK


def _open(words: list[str]) -> int:
    from tui.recent import paths_of

    number = int(words[0]) if words[0].isascii() and words[0].isdigit() else 0
    paths = paths_of(number)
    if paths is None:
        raise cli.UsageError(f"There is no recent folder {words[0]}. `dateline recent` lists them.")
    return cli.read([*words[1:], "--", *map(str, paths)])
