"""Reads ODT: paragraphs, headings, lists, tables and notes of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from corpus.errors import UnreadableError
from corpus.model import Origin
from corpus.reading.formats.docx import stated_of
from corpus.reading.formats.flow import Flow
from corpus.reading.formats.zipped import Package, bare, events, fields
from corpus.reading.rows import FIXED, HEADING, PLAIN, Draft

_SKIPPED: Final = frozenset(["tracked-changes", "annotation", "sequence-decls", "forms", "scripts"])
_SPACES: Final = 100


def read_odt(data: bytes) -> Iterator[Draft]:
    """The draft of an OpenDocument text."""
    package = Package(data)
    if not package.has("content.xml"):
        raise UnreadableError("a ZIP archive that is no document")
    if package.has("META-INF/manifest.xml") and b"encryption-data" in package.read(
        "META-INF/manifest.xml"
    ):
        raise UnreadableError("protected by a password")
    collector = _Collector()
    for event, element in events(package.read("content.xml")):
        collector.take(event, element)
    draft = collector.finish().draft()
    draft.origin = Origin.METADATA
    if package.has("meta.xml"):
        properties = fields(package.read("meta.xml"))
        draft.stated = stated_of(
            properties, author="initial-creator" if "initial-creator" in properties else "creator"
        )
        if made := properties.get("creation-date", "")[:10]:
            draft.remarks.append(f"the file was made on {made}")
    yield draft


class _Collector:
    """Puts paragraphs together; words stand in the elements and behind them."""

    def __init__(self) -> None:
        self.flow = Flow()
        self._cells: list[list[str]] = []
        self._skipped = 0
        self._in_note = 0
        self._notes: list[str] = []

    def take(self, event: str, element: Element) -> None:
        """Take in the start or the end of an element.

        The words behind an element are there only once the next event has come, so those of a
        paragraph are gathered when it ends.
        """
        tag = bare(element.tag)
        if tag in _SKIPPED:
            self._skipped += 1 if event == "start" else -1
            if event == "end":
                element.text, element[:] = None, []
            return
        if self._skipped:
            return
        if tag == "note-body":
            self._in_note += 1 if event == "start" else -1
        if event == "start":
            if tag == "table-row":
                self._cells.append([])
            return
        if tag in ("p", "h"):
            self._end_paragraph(tag, element)
        elif tag == "table-row" and self._cells:
            row = " | ".join(filter(None, self._cells.pop()))
            if self._cells:
                self._cells[-1].append(row)
            else:
                self.flow.add(row.replace("\n", " "), FIXED, gap=False)
            element.clear()

    def finish(self) -> Flow:
        """All paragraphs, the notes behind them."""
        for note in self._notes:
            self.flow.add(note)
        self._notes.clear()
        return self.flow

    def _end_paragraph(self, tag: str, element: Element) -> None:
        text = "".join(_words(element))
        if self._in_note:
            self._notes.append(text)
        elif self._cells:
            self._cells[-1].append(text.strip())
        else:
            self.flow.add(text, HEADING if tag == "h" else PLAIN)
        tail = element.tail
        element.clear()
        element.tail = tail


def _words(element: Element) -> Iterator[str]:
    """The words of a paragraph with those of all elements in it, in their order."""
    tag = bare(element.tag)
    if tag == "tab":
        yield "\t"
    elif tag == "line-break":
        yield "\n"
    elif tag == "s":
        count = next((v for k, v in element.attrib.items() if bare(k) == "c"), "1")
        yield " " * min(int(count) if count.isdecimal() else 1, _SPACES)
    elif tag not in _SKIPPED and tag != "note-citation":
        yield element.text or ""
        for child in element:
            yield from _words(child)
            yield child.tail or ""
