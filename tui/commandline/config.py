"""`dateline config`: the commented defaults, ready to be saved and changed."""

from __future__ import annotations

import argparse
from typing import Final

from tui import cli
from tui.commandline.spec import Command

COMMAND: Final = Command(
    "config",
    "print every setting with its default, to start your own file from",
    "Prints every setting with its default and an explanation, as TOML.",
)


def answer(asked: argparse.Namespace) -> int:
    """Print the defaults."""
    from tui import paths

    cli.write(paths.default_config().read_text(encoding="utf-8"))
    return cli.OK
