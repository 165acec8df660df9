"""The version of each stage: a hash of its own source and data, so that nobody has to count up.

Hashing costs some milliseconds; so the hashes are kept beside a stamp of the files' sizes and
times, and made anew only where the stamp differs.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path
from typing import Final

from corpus.reading.guard.limits import Limits

_USUAL: Final = Limits()
_HOME: Final = Path(__file__).resolve().parent.parent
_STAGES: Final[Mapping[str, tuple[str, ...]]] = {
    "reading": ("reading", "model.py"),
    "names": ("language", "names", "extract.py", "model.py", "data"),
    "facts": ("facts",),
}
_LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = {
    "reading": (
        *("charset-normalizer", "markdown-it-py", "pyyaml", "defusedxml", "feedparser", "striprtf"),
        *("trafilatura", "htmldate", "lxml", "pypdfium2"),
    ),
    "names": ("numpy", "anyascii", "rapidfuzz"),
    "facts": (),
}


@dataclass(frozen=True, slots=True)
class Versions:
    """What made a row: `facts` covers what it rests on."""

    reading: str
    names: str
    facts: str


def current(engine: str, kept: Mapping[str, str], limits: Limits = _USUAL) -> Versions:
    """The versions that rows made now would carry; `kept` is what `keep` stored, if anything.

    What other `limits` let through differs, so they are part of the version.
    """
    made = json.loads(kept["stages"]) if kept.get("stamp") == stamp() else _hashes()
    names = f"{made['names']}/{_engine(engine)}"
    bounds = "" if limits == _USUAL else "/" + "/".join(map(str, astuple(limits)))
    return Versions(f"{made['reading']}{bounds}", names, f"{names}/{made['facts']}")


def keep(connection: sqlite3.Connection) -> None:
    """Store the hashes beside the stamp of the files that they were made from."""
    pairs = [("stamp", stamp()), ("stages", json.dumps(_hashes()))]
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", pairs)


@cache
def stamp() -> str:
    """Sizes and times of all files of all stages, and of the folders that hold the libraries."""
    digest = hashlib.blake2b(digest_size=16)
    for stage in _STAGES:
        for path in _files(stage):
            status = os.stat(path)  # noqa: PTH116 - a hundred files at every start
            digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    for entry in sys.path:
        if entry.endswith(("site-packages", "dist-packages")) and os.path.isdir(entry):  # noqa: PTH112
            digest.update(f"{entry}\0{os.stat(entry).st_mtime_ns}\n".encode())  # noqa: PTH116
    return digest.hexdigest()


@cache
def _hashes() -> dict[str, str]:
    from importlib import metadata

    made: dict[str, str] = {}
    for stage in _STAGES:
        digest = hashlib.blake2b(digest_size=8)
        for path in _files(stage):
            digest.update(os.path.relpath(path, _HOME).encode() + b"\0")
            digest.update(Path(path).read_bytes() + b"\0")
        for library in _LIBRARIES[stage]:
            try:
                digest.update(f"{library} {metadata.version(library)}\n".encode())
            except metadata.PackageNotFoundError:
                continue
        made[stage] = digest.hexdigest()
    return made


def _files(stage: str) -> Iterator[str]:
    for name in _STAGES[stage]:
        root = os.path.join(_HOME, name)  # noqa: PTH118
        if not os.path.isdir(root):  # noqa: PTH112
            yield root
            continue
        folders = [root]
        while folders:
            with os.scandir(folders.pop()) as listing:
                for entry in sorted(listing, key=lambda one: one.name):
                    if entry.is_dir():
                        if entry.name != "__pycache__":
                            folders.append(entry.path)
                    else:
                        yield entry.path


def _engine(engine: str) -> str:
    """The engine's name with the version of what it needs."""
    if not engine.startswith("spacy:"):
        return engine
    from importlib import metadata

    said = [engine]
    for package in ("spacy", engine.removeprefix("spacy:").replace("_", "-")):
        try:
            said.append(metadata.version(package))
        except (metadata.PackageNotFoundError, ValueError):
            said.append("?")
    return " ".join(said)
