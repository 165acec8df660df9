"""The formats that Dateline reads: to add one, write a reader and name its file types here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corpus.reading.markdown import read_markdown
from corpus.reading.rows import Draft
from corpus.reading.text import read_text

Reader = Callable[[bytes], Draft]

READERS: Final[dict[str, Reader]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
}


def file_type(name: str) -> str:
    """The file type in a name, in small letters with its dot, or ""."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, ending = last.rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def reader_for(name: str) -> Reader | None:
    """The reader for a file of this name, if there is one."""
    return READERS.get(file_type(name))
