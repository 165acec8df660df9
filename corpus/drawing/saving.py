"""Files that are there whole or not at all, and that never take another's place unasked."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def save(target: Path, text: str, *, replace: bool = False) -> None:
    """Write `text` to `target` in one step.

    Raises `FileExistsError` where something is there already and `replace` is not given, and
    `OSError` for whatever else prevents it; nothing is left behind then.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:80]}.")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o666 & ~_mask())
        if replace:
            draft.replace(target)
        else:
            _settle(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _settle(draft: Path, target: Path) -> None:
    """Give the draft its name, unless something has it."""
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: the name is claimed first
        target.open("x").close()
        draft.replace(target)


def _mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
