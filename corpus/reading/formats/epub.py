"""Reads EPUB: the chapters of a book in their order, as one text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from corpus.errors import UnreadableError
from corpus.model import Origin
from corpus.reading.formats.flow import Flow
from corpus.reading.formats.markup import to_characters, words_of
from corpus.reading.formats.zipped import Package, bare, events
from corpus.reading.rows import Draft

_CONTAINER: Final = "META-INF/container.xml"
_FIELDS: Final = {
    "title": "title",
    "creator": "author",
    "publisher": "publisher",
    "date": "published",
}


def read_epub(data: bytes) -> Iterator[Draft]:
    """The draft of a book."""
    package = Package(data)
    if not package.has(_CONTAINER):
        raise UnreadableError("a ZIP archive that is no book")
    if package.has("META-INF/rights.xml"):
        raise UnreadableError("protected against being read (DRM)")
    home = next(
        (
            element.attrib["full-path"]
            for event, element in events(package.read(_CONTAINER))
            if event == "start"
            and bare(element.tag) == "rootfile"
            and "full-path" in element.attrib
        ),
        "",
    )
    if not home:
        raise UnreadableError("damaged: the book does not name its contents")
    stated, chapters = _contents(package.read(home))
    flow = Flow()
    missing = 0
    for chapter in chapters:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(home), unquote(chapter)))
        if not package.has(name):
            missing += 1
            continue
        words_of(to_characters(package.read(name)), flow)
    draft = flow.draft()
    draft.stated, draft.origin = stated, Origin.METADATA
    if missing:
        draft.remarks.append(f"{missing:,} of {len(chapters):,} chapters are missing in the file")
    yield draft


def _contents(data: bytes) -> tuple[dict[str, str], list[str]]:
    """What the book says of itself, and the files of its chapters in reading order."""
    stated: dict[str, str] = {}
    files: dict[str, str] = {}
    order: list[str] = []
    for event, element in events(data):
        tag = bare(element.tag)
        if event == "end" and tag in _FIELDS and element.text and "purl.org/dc" in str(element.tag):
            stated.setdefault(_FIELDS[tag], element.text.strip())
        elif event == "start" and tag == "item":
            if "nav" not in element.attrib.get("properties", "").split():
                files[element.attrib.get("id", "")] = element.attrib.get("href", "")
        elif event == "start" and tag == "itemref":
            order.append(element.attrib.get("idref", ""))
    return stated, [files[name] for name in order if name in files]
