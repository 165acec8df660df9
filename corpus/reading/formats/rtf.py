"""Reads RTF: its words as its own library finds them, and what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from striprtf import striprtf

from corpus.errors import UnreadableError
from corpus.model import Origin
from corpus.reading.formats.flow import Flow
from corpus.reading.rows import Draft

_read: Callable[..., object] = striprtf.rtf_to_text
_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_PROPERTY: Final = {
    "title": re.compile(r"\{\\title\s([^{}]{1,2000})\}"),
    "author": re.compile(r"\{\\author\s([^{}]{1,2000})\}"),
}


def read_rtf(data: bytes) -> Iterator[Draft]:
    """The draft of an RTF document."""
    source = data.decode("latin-1").lstrip("\ufeff\0 \r\n")
    if not source.startswith("{\\rtf"):
        raise UnreadableError("damaged: not a valid RTF document")
    page = _PAGE.search(source[:4096])
    encoding = f"cp{page[1]}" if page else "cp1252"
    flow = Flow()
    for paragraph in _text(source, encoding).split("\n"):
        flow.add(paragraph)
    draft = flow.draft()
    draft.origin = Origin.METADATA
    for name, pattern in _PROPERTY.items():
        if (found := pattern.search(source[:65_536])) and (
            value := _text(f"{{\\rtf1\\ansi {found[1]}}}", encoding).strip()
        ):
            draft.stated[name] = value
    yield draft


def _text(source: str, encoding: str) -> str:
    try:
        return str(_read(source, encoding=encoding, errors="replace"))
    except LookupError:
        return str(_read(source, encoding="cp1252", errors="replace"))
