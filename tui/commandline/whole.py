"""`dateline` without a command, described as the commands are."""

from __future__ import annotations

from typing import Final

from tui.commandline.registry import SUMMARIES
from tui.commandline.spec import CONFIG, NO_CACHE, NOTEBOOK, PATHS, Command, Option

WHOLE: Final = Command(
    "",
    "the reading room for a folder of reports",
    """\
The reading room for a folder of reports. Opens the files and folders named, or, without any, the
articles that come with it. Where there is no terminal to draw on, it prints an overview instead:
dateline FOLDER | less""",
    (PATHS,),
    (
        Option("--json", "print everything as JSON, an object a line"),
        Option("--plain", "print a readable overview"),
        CONFIG,
        NO_CACHE,
        Option("--no-restore", "begin at the beginning, not where you left"),
        Option("--no-watch", "leave files that change meanwhile for the next start"),
        NOTEBOOK,
        Option("--no-notebook", "show the documents without your notes and corrections"),
        Option("--plain-ui", "a screen without lines and blocks, for readers"),
        Option("--diagnose", "as the command of that name"),
        Option("--version", "print the version"),
    ),
    usage="""\
dateline [--json | --plain] [--no-cache] [--no-restore] [--no-watch] [--plain-ui]
                [--notebook FOLDER | --no-notebook] [--config FILE] [PATH ...]
       dateline COMMAND [OPTION ...] [WORD ...]""",
)
_NOTES: Final = """\
commands (dateline COMMAND --help tells more):
{commands}

A first word that equals a command is the command; write ./config to open a folder of that name.

your own settings: {config}
exit status: 0 done, 1 something failed, 2 wrong usage or settings, 3 nothing could be loaded,
130 interrupted, 141 the reader of the output went away"""


def notes() -> str:
    """What stands below the options in the help."""
    from corpus.reading.clean import clean_line
    from tui import paths

    listed = "\n".join(f"  {name:<12} {what}" for name, what in SUMMARIES.items())
    return _NOTES.format(config=clean_line(str(paths.config_file())), commands=listed)
