"""The way in to the screen: begin to read the files, then import what draws them.

Importing this module imports no toolkit; `run` does, while the files are already being read.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import store
from tui.ahead import Ahead
from tui.config import ConfigError
from tui.keymap import KeymapError, make_keymap
from tui.maker import Maker
from tui.paths import cache_folder, session_file

if TYPE_CHECKING:
    from tui.config import Config


def run(paths: Sequence[Path], config: Config) -> int:
    """Show `paths` on the screen until the reader leaves; returns the exit status.

    Raises ConfigError where the reader's keys cannot be used, and whatever went wrong unexpectedly
    once the terminal is restored.
    """
    try:
        make_keymap(config.keys)
    except KeymapError as error:
        where = f"{config.source}: " if config.source else ""
        raise ConfigError(f"{where}[keys] {error}") from None
    for name in ("LINES", "COLUMNS"):  # the terminal knows its size; these may be another's
        os.environ.pop(name, None)
    ahead = _ahead(paths, config)
    # Importing makes thousands of objects that stay: looking through them for garbage costs a
    # tenth of the start. `Dateline` looks again once the first frame is out.
    gc.disable()
    try:
        from tui.dateline import Dateline, finished

        app = Dateline(paths, config, ahead=ahead, session=session_file())
        try:
            return finished(app, app.run(mouse=config.screen.mouse))
        finally:
            app.stop_child()
            app.seeker.close()
    finally:
        if not isinstance(ahead, store.Snapshot):
            ahead.stop()


def _ahead(paths: Sequence[Path], config: Config) -> Ahead | Maker | store.Snapshot:
    """What is stored of `paths`; where nothing is, the child that begins to read them."""
    if not config.cache.keep:
        return Ahead(paths, config.reading.limits)
    cache, distrust = cache_folder(), ""
    try:
        found = store.open(paths, cache)
        if found is not None:
            return found
    except store.DamagedError as error:
        distrust = str(error)
    return Maker(paths, cache, config.tagger.engine, distrust, config.reading.limits)
