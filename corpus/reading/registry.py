"""The formats that Dateline reads: to add one, write a reader and name its file types here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final, cast

from corpus.reading.rows import Draft

Reader = Callable[[bytes], Draft]

READERS: Final[dict[str, str]] = {
    ".txt": "text:read_text",
    ".text": "text:read_text",
    ".md": "markdown:read_markdown",
    ".markdown": "markdown:read_markdown",
}
"""File type → module of this package and its reader, imported when the first such file is read."""


def file_type(name: str) -> str:
    """The file type in a name, in small letters with its dot, or ""."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, ending = last.rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def is_known(name: str) -> bool:
    """Whether a file of this name can be read."""
    return file_type(name) in READERS


def reader_for(name: str) -> Reader | None:
    """The reader for a file of this name, if there is one."""
    entry = READERS.get(file_type(name))
    if entry is None:
        return None
    module, _, function = entry.partition(":")
    return cast(Reader, getattr(import_module(f"corpus.reading.{module}"), function))
