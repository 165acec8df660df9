"""`dateline build`: the search for names and facts, done and kept before anybody reads."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corpus.errors import DatelineError
from tui import cli
from tui.commandline import output
from tui.commandline.spec import CONFIG, JSON, PATHS, Command, Option

if TYPE_CHECKING:
    from corpus.reading.guard.limits import Limits
    from corpus.store.building import Outcome


def children(text: str) -> int:
    """A number of processes, 0 meaning none but this one."""
    if not (text.isascii() and text.isdecimal() and len(text) < 5):
        raise argparse.ArgumentTypeError(f"not a number from 0 on: {text}")
    return int(text)


COMMAND: Final = Command(
    "build",
    "find names and facts and keep them, before anybody reads",
    "Reads what is new or changed, finds names and facts in it, keeps them in your cache folder,\n"
    "and brings the index for searching up to date. What is done already is not done again, and\n"
    "what is interrupted goes on from there.",
    (PATHS,),
    (
        Option("--engine", "what finds the names, in place of what the settings say", "NAME"),
        Option("--children", "processes that share the work (default: all cores where they pay)",
               "N", parse=children),
        Option("--on", "have a Dask cluster do it, tcp://HOST:8786; files may then also lie\n"
               "at addresses such as s3://BUCKET/FOLDER", "SCHEDULER"),
        Option("--no-index", "leave the index for searching to whoever searches first"),
        JSON, CONFIG,
    ),
)  # fmt: skip


def answer(asked: argparse.Namespace) -> int:
    """Build, and tell what came of it."""
    from corpus import store
    from corpus.store.file import local
    from tui import config, paths

    output.ready(asked)
    if Path("-") in asked.paths:
        raise cli.UsageError("What is read from standard input is not kept: name files or folders.")
    settings = config.load(asked.config)
    engine = asked.engine or settings.tagger.engine
    try:
        if asked.on is not None:
            asked.paths = [Path(one) for one in local(asked.paths)]
        outcome = _build(asked, paths.cache_folder(), engine, settings.reading.limits)
        found = store.open(asked.paths, paths.cache_folder())
        if found is None:
            raise DatelineError("What was built cannot be read.")
        if not asked.no_index and found.corpus.articles:
            _index(found.folder)
    except (store.BusyError, store.StoreError, store.DamagedError) as error:
        raise DatelineError(f"Nothing was built: {error}.") from None
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise DatelineError(f"The cache folder cannot be used: {why}.") from None
    for notice in outcome.notices:
        cli.complain(notice, cli.OK)
    corpus = found.corpus
    told = {
        "type": "build",
        "changed": outcome.changed,
        "articles": len(corpus.articles),
        "entities": len(corpus.entities),
        "facts": len(corpus.facts),
        "skipped": len(corpus.skipped),
        "folder": str(found.folder),
    }
    if asked.json:
        output.objects([told])
    else:
        output.text([_line(told)])
    return cli.OK if corpus.articles else cli.nothing_loaded(corpus)


def _build(asked: argparse.Namespace, cache: Path, engine: str, limits: Limits) -> Outcome:
    """Where the work is done: on the cores of this machine, or by a cluster."""
    from corpus.store.building import build
    from tui.progress import Progress

    if asked.on is not None:
        on_cluster = _cluster()
        with Progress(sys.stderr) as progress:
            return on_cluster(asked.on, asked.paths, cache, engine, tell=progress, limits=limits)
    with Progress(sys.stderr) as progress:
        return build(
            asked.paths, cache, engine, children=asked.children, tell=progress, limits=limits
        )


def _cluster() -> Callable[..., Outcome]:
    """What builds on a cluster; raises DatelineError where its libraries are missing."""
    try:
        from corpus.cluster import build
    except ImportError as error:
        raise DatelineError(
            f"Building on a cluster needs {error.name}: pip install 'dateline[cluster]'"
        ) from None
    return build


def _index(folder: Path) -> None:
    from corpus.build import Progress as Step
    from corpus.search.stored import bring_up
    from tui.progress import Progress

    with Progress(sys.stderr) as progress:
        bring_up(folder, lambda done, total: progress(Step("indexing", done, total)))


def _line(told: dict[str, Any]) -> str:
    parts = [
        f"{told[many]:,} {many if told[many] != 1 else one}"
        for one, many in (("article", "articles"), ("entity", "entities"), ("fact", "facts"))
    ]
    if told["skipped"]:
        parts.append(f"{told['skipped']:,} not loaded")
    state = "built" if told["changed"] else "up to date"
    return f"{', '.join(parts)}; {state}"
