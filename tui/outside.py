"""Other programs, started without letting a folder of strangers' files decide which."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def safe_environment(environment: Mapping[str, str], avoided: Sequence[Path]) -> dict[str, str]:
    """`environment` with only such folders on PATH as are absolute and not among the documents."""
    roots = [_root(path) for path in avoided]
    kept = [
        entry
        for entry in environment.get("PATH", os.defpath).split(os.pathsep)
        if entry and Path(entry).is_absolute() and not _within(Path(entry), roots)
    ]
    return {**environment, "PATH": os.pathsep.join(kept)}


def pager(environment: Mapping[str, str]) -> list[str] | None:
    """The reader's editor or pager with its options, if it is one that can be found."""
    for wish in (environment.get("PAGER"), environment.get("EDITOR"), "less", "more"):
        try:
            words = shlex.split(wish or "")
        except ValueError:
            continue
        found = shutil.which(words[0], path=environment.get("PATH", "")) if words else None
        if found and Path(found).is_absolute():
            return [found, *words[1:]]
    return None


def show(command: Sequence[str], file: Path, environment: Mapping[str, str]) -> int:
    """Show `file` with `command` in the terminal; returns its exit status."""
    done = subprocess.run([*command, str(file.absolute())], env=environment, cwd="/", check=False)
    return done.returncode


def pipe(command: str, words: str, environment: Mapping[str, str]) -> int:
    """Hand `words` to a shell `command` in the terminal; returns its exit status."""
    home = environment.get("HOME", "")
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        input=words.encode("utf-8", "replace"),
        env=environment,
        cwd=home if Path(home).is_absolute() and Path(home).is_dir() else "/",
        check=False,
    )
    return done.returncode


def _root(path: Path) -> Path:
    real = path.resolve()
    return real if real.is_dir() else real.parent


def _within(folder: Path, roots: Sequence[Path]) -> bool:
    real = folder.resolve()
    return any(real.is_relative_to(root) for root in roots)
