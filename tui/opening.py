"""A corpus without a screen: out of the store where it is up to date there, else built into it."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import store
from tui import paths as places

if TYPE_CHECKING:
    from corpus.model import Corpus
    from corpus.reading.guard.limits import Limits
    from tui.config import Config


def open_corpus(paths: Sequence[Path], settings: Config, say: Callable[[str], object]) -> Corpus:
    """The corpus of `paths`; what the reader should know of the store goes to `say`."""
    engine, limits = settings.tagger.engine, settings.reading.limits
    if settings.cache.keep:
        try:
            return _from_store(paths, engine, limits, say)
        except (store.BusyError, store.StoreError, store.DamagedError) as error:
            say(f"Nothing is kept of this reading: {error}.")
        except (OSError, sqlite3.Error) as error:
            why = getattr(error, "strerror", None) or str(error)
            say(f"Nothing is kept of this reading: the cache folder cannot be used ({why}).")
    from corpus.build import load
    from tui.progress import Progress

    with Progress(sys.stderr) as progress:
        return load(paths, engine=engine, on_progress=progress, children=None, limits=limits)


def _from_store(
    paths: Sequence[Path], engine: str, limits: Limits, say: Callable[[str], object]
) -> Corpus:
    cache = places.cache_folder()
    distrust = ""
    try:
        found = store.open(paths, cache)
        if found is not None and found.is_fresh(paths, engine, limits):
            return found.corpus
    except store.DamagedError as error:
        distrust = str(error)
    from corpus.store.building import build
    from tui.progress import Progress

    with Progress(sys.stderr) as progress:
        outcome = build(paths, cache, engine, tell=progress, distrust=distrust, limits=limits)
    for notice in outcome.notices:
        say(notice)
    found = store.open(paths, cache)
    if found is None:
        raise store.StoreError("what was stored cannot be read")
    return found.corpus
