"""Runs the screen on the corpus made by hand: what the terminal tests start.

`python tests/terminal/reader.py [COUNT | crash | busy | nasty]`: the small corpus, one of COUNT
articles, one where the key "," fails or computes for ever, or one full of hostile text.
"""

from __future__ import annotations

import sys

from tests.tui import sample
from tui.config import Config
from tui.dateline import Dateline, finished


def main(what: str) -> int:
    """Show the corpus until the reader leaves."""
    if what.isdigit():
        corpus = sample.many(int(what))
    elif what == "nasty":
        from tests.tui.test_hostile import hostile

        corpus = hostile()
    else:
        corpus = sample.corpus()
    app = Dateline([], Config(keys={"app.redraw": ","}), corpus=corpus)
    if what == "crash":
        app.reading.do_redraw = _fail  # type: ignore[method-assign]
    if what == "busy":
        app.reading.do_redraw = _compute  # type: ignore[method-assign]
    return finished(app, app.run(mouse=False))


def _compute() -> None:
    while True:
        pass


def _fail() -> None:
    raise RuntimeError("a mistake \x1b[2J in the program")


if __name__ == "__main__":
    from tui import cli

    try:
        sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
    except RuntimeError as error:
        sys.exit(cli._crashed(error))
