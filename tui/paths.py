"""Where things lie: what came with Dateline, and what belongs to this user on this machine."""

from __future__ import annotations

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


def cache_folder() -> Path:
    """Where what was read and found is kept, a folder for each corpus; need not exist."""
    return Path(platformdirs.user_cache_dir(_NAME, appauthor=False))


def default_config() -> Path:
    """The commented defaults: inside the installed package, or at the top of a source checkout."""
    installed = _HERE / "config.toml"
    return installed if installed.is_file() else _HERE.parent / "config.toml"
