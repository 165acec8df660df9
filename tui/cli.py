"""The command line: what was asked for, which way it is answered, and how the process ends.

Only the screen imports textual; help, version, plain and JSON output answer without it.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from corpus.errors import DatelineError
from tui import __version__

if TYPE_CHECKING:
    from corpus.model import Corpus
    from tui.config import Config

OK: Final = 0
FAILED: Final = 1
USAGE: Final = 2
NOTHING: Final = 3
INTERRUPTED: Final = 130
CLOSED: Final = 141
"""As the shell reports a process that SIGPIPE ended."""

_INPUT: Final = Path("-")


class UsageError(DatelineError):
    """The command line cannot be understood; the text says why and where help is."""

    status = USAGE


class NothingError(DatelineError):
    """None of the named files and folders exists."""

    status = NOTHING


class Parser(argparse.ArgumentParser):
    """Complains about a wrong command line in one sentence, like every other error."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing: what was typed may hold control characters."""
        raise UsageError(f"{message[:1].upper()}{message[1:]}. `dateline --help` shows the usage.")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; returns the exit status and lets nothing escape."""
    # The tagger's matrices are small: threads that share one cost more than they save.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        status = _answer(list(sys.argv[1:] if argv is None else argv))
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except DatelineError as error:
        return complain(str(error), getattr(error, "status", FAILED))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_stdout()
        return CLOSED
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG):
            _let_go_of_stdout()
            return complain(f"The output could not be written: {error.strerror}.", FAILED)
        return _crashed(error)
    except Exception as error:  # noqa: BLE001 - the last net: a message and a log, no traceback
        return _crashed(error)


def _answer(words: list[str]) -> int:
    from tui.commandline import registry

    if words and words[0] in registry.SUMMARIES:
        return registry.answer(words[0], words[1:])
    return read(words)


def read(words: list[str]) -> int:
    """Do what `words` ask for, none of them being a command: the screen, or what stands in."""
    from tui.commandline.parsing import parse
    from tui.commandline.whole import WHOLE, notes

    asked = parse(WHOLE, words, notes)
    if asked is None:
        return OK
    if asked.json and asked.plain:
        raise UsageError("Option --plain is not allowed with --json. `dateline --help` tells more.")
    if asked.version:
        write(f"dateline {__version__}\n")
        return OK
    if asked.diagnose:
        from tui.commandline import registry

        return registry.answer("diagnose", [])
    from tui import config

    settings = config.load(asked.config)
    given = with_input(asked.paths, settings.reading.limits.file)
    if asked.no_cache or given != asked.paths:
        settings = config.without_cache(settings)
    if asked.no_watch:
        settings = config.without_watch(settings)
    if asked.no_restore:
        settings = config.with_screen(settings, restore=False)
    if asked.no_notebook:
        settings = config.with_notebook(settings, keep=False)
    elif asked.notebook:
        settings = config.with_notebook(settings, str(asked.notebook))
    if asked.plain_ui:
        settings = config.with_screen(settings, plain=True)
    if asked.json:
        return _print(given, settings, _json_lines)
    if given != asked.paths and not asked.plain:
        _take_keyboard()
    obstacle = _obstacle()
    if asked.plain or obstacle is not None:
        if obstacle and not asked.plain:
            _say(f"{obstacle}, so this is the plain overview instead of the screen.")
        return _print(given, settings, _plain_lines)
    return _show(given, settings)


def _obstacle() -> str | None:
    """Why the screen cannot be drawn, "" where that needs no explanation, None where it can."""
    if sys.stdout is None or not sys.stdout.isatty():
        return ""
    if sys.stdin is None or not sys.stdin.isatty():
        return "The keyboard is not connected (standard input is no terminal)"
    if sys.stderr is None or not sys.stderr.isatty():
        return "The screen is drawn through standard error, which is no terminal"
    if os.name == "posix" and os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        return "This terminal cannot place text (TERM is empty or dumb)"
    if sys.stderr.encoding.lower().replace("-", "") != "utf8":
        return f"The terminal's encoding is {sys.stderr.encoding}, not UTF-8 (see LANG and LC_ALL)"
    return None


def with_input(paths: Sequence[Path], limit: int) -> list[Path]:
    """`paths` with a file in the place of "-", which holds what came from standard input.

    Of more than `limit` bytes, as many are kept as show that it is too large.
    """
    if _INPUT not in paths:
        return list(paths)
    from corpus.reading.spool import keep

    if sys.stdin is None:
        raise DatelineError("There is no standard input to read from.")
    kept = keep(sys.stdin.fileno(), limit)
    return [kept if path == _INPUT else path for path in paths]


def _take_keyboard() -> None:
    """Put the terminal in the place of standard input, which has been read to its end."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:  # no terminal: the plain overview says so
        return
    os.dup2(terminal, 0)
    os.close(terminal)


def _show(paths: Sequence[Path], settings: Config) -> int:
    if paths and not any(map(os.path.lexists, paths)) and not _are_addresses(paths):
        which = "There is" if len(paths) == 1 else "Nothing to open: there is"
        raise NothingError(
            f"{which} no file or folder {paths[0]}. Check the name, or `ls` the folder."
        )
    from tui.app import run

    return run(list(paths), settings)


def _are_addresses(paths: Sequence[Path]) -> bool:
    from corpus.store.file import address

    return any(map(address, paths))


def _print(
    paths: Sequence[Path], settings: Config, lines: Callable[[Corpus], Iterable[str]]
) -> int:
    """Load without a screen and print `lines` of what was found."""
    if sys.stdout is None:
        return complain("There is no standard output to print to.", FAILED)
    corpus = load_corpus(paths, settings)
    for line in lines(corpus):
        write(f"{line}\n")
    sys.stdout.flush()
    return OK if corpus.articles else nothing_loaded(corpus)


def load_corpus(paths: Sequence[Path], settings: Config) -> Corpus:
    """The corpus of `paths`, loaded without a screen: from the store where that may be used."""
    from tui.opening import open_corpus

    return open_corpus(paths, settings, _say)


def nothing_loaded(corpus: Corpus) -> int:
    """Say why a corpus has no article."""
    why = (
        f" {corpus.skipped[0].path}: {corpus.skipped[0].reason}" if len(corpus.skipped) == 1 else ""
    )
    return complain(f"Nothing could be loaded.{why}", NOTHING)


def _json_lines(corpus: Corpus) -> Iterator[str]:
    from corpus.jsonlines import lines

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return lines(corpus)


def _plain_lines(corpus: Corpus) -> Iterator[str]:
    from tui.plain import overview, width_of

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    return overview(corpus, width_of(sys.stdout))


def write(text: str) -> None:
    """Print `text` as it stands, where there is a standard output."""
    if sys.stdout is not None:
        sys.stdout.write(text)


def _clean(text: str) -> str:
    """`text` as one line without control characters: paths and messages may hold anything."""
    from corpus.reading.clean import clean_line

    return clean_line(text)


def _say(text: str) -> None:
    """One sentence on standard error."""
    if sys.stderr is not None:
        print(f"dateline: {_clean(text)}", file=sys.stderr, flush=True)


def complain(text: str, status: int) -> int:
    """Say `text` on standard error; returns `status`."""
    _say(text)
    return status


def _let_go_of_stdout() -> None:
    """Point standard output at nothing, so that closing it at exit cannot fail a second time."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        sys.stdout = None


def _crashed(error: BaseException) -> int:
    from tui.crash import keep

    kept = keep(error)
    what = f"Something unexpected went wrong ({type(error).__name__})."
    where = f"Please report it with the log {kept}." if kept else "The log could not be written."
    return complain(f"{what} {where}", FAILED)
