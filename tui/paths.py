"""Where things lie: what came with Dateline, and what belongs to this user on this machine."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import platformdirs

_NAME = "dateline"
_HERE = Path(__file__).resolve().parent


def config_file() -> Path:
    """The user's own settings (`~/.config/dateline/config.toml` on Linux); need not exist."""
    return Path(platformdirs.user_config_dir(_NAME, appauthor=False)) / "config.toml"


def log_file() -> Path:
    """Where the trace of an unexpected error is kept; need not exist."""
    return Path(platformdirs.user_state_dir(_NAME, appauthor=False)) / "errors.log"


def session_file() -> Path:
    """Where it is kept how the reader left each folder; need not exist."""
    return Path(platformdirs.user_state_dir(_NAME, appauthor=False)) / "session.json"


def cache_folder() -> Path:
    """Where what was read and found is kept, a folder for each corpus; need not exist."""
    return Path(platformdirs.user_cache_dir(_NAME, appauthor=False))


def notebook_folder(inputs: Sequence[Path]) -> Path:
    """The notebook of these files and folders, outside of them; need not exist.

    It is named after the first of them for the eye, and after where all of them lie, so that two
    folders of one name have two. No inputs stand for the bundled articles.
    """
    places = sorted(str(path.resolve()) for path in inputs) or ["bundled"]
    name = Path(places[0]).name if inputs else "bundled"
    slug = re.sub(r"[^\w.-]+", "-", name).strip("-._")[:40] or "folder"
    mark = sha256(os.fsencode("\0".join(places))).hexdigest()[:10]
    home = Path(platformdirs.user_data_dir(_NAME, appauthor=False))
    return home / "notebooks" / f"{slug}-{mark}"


def default_config() -> Path:
    """The commented defaults: inside the installed package, or at the top of a source checkout."""
    installed = _HERE / "config.toml"
    return installed if installed.is_file() else _HERE.parent / "config.toml"
