"""Reads DOCX: paragraphs, headings, tables and notes as they were last saved, without deletions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.errors import UnreadableError
from corpus.model import Origin
from corpus.reading.formats.flow import Flow
from corpus.reading.formats.zipped import Package, bare, events, fields
from corpus.reading.rows import FIXED, HEADING, PLAIN, Draft

_BODY: Final = "word/document.xml"
_NOTES: Final = ("word/footnotes.xml", "word/endnotes.xml")
_SKIPPED: Final = frozenset(
    ["Fallback", "del", "moveFrom", "instrText", "delText", "rPr", "sectPr"]
)
"""What is shown elsewhere already, or is no text of the document."""


def read_docx(data: bytes) -> Iterator[Draft]:
    """The draft of a Word document."""
    package = Package(data)
    body = _BODY if package.has(_BODY) else _main(package)
    flow = Flow()
    _collect(flow, package.read(body))
    for part in _NOTES:
        if package.has(part):
            _collect(flow, package.read(part))
    draft = flow.draft()
    draft.origin = Origin.METADATA
    if package.has("docProps/core.xml"):
        properties = fields(package.read("docProps/core.xml"))
        draft.stated = stated_of(properties, author="creator")
        if made := properties.get("created", "")[:10]:
            draft.remarks.append(f"the file was made on {made}")
    yield draft


def stated_of(properties: dict[str, str], author: str) -> dict[str, str]:
    """Title and author, where somebody has written them rather than a program."""
    stated: dict[str, str] = {}
    title = properties.get("title", "").strip()
    if len(title) > 3 and title.casefold() not in ("word document", "untitled", "document"):
        stated["title"] = title
    if " " in properties.get(author, "").strip():
        stated["author"] = properties[author].strip()
    return stated


def _main(package: Package) -> str:
    """The part that is the document, where it goes by another name than usual."""
    for name in package.names:
        if name.startswith("word/document") and name.endswith(".xml"):
            return name
    other = {"xl": "a table", "ppt": "slides", "visio": "a drawing"}
    for name in package.names:
        if what := other.get(name.partition("/")[0]):
            raise UnreadableError(f"an office document that is no text ({what})")
    raise UnreadableError("a ZIP archive that is no document")


def _collect(flow: Flow, data: bytes) -> None:
    """Add the paragraphs of a part; a row of a table is a line."""
    paragraphs: list[list[str]] = []
    headings: list[bool] = []
    cells: list[list[str]] = []
    skipped = 0
    for event, element in events(data):
        tag = bare(element.tag)
        if tag in _SKIPPED:
            skipped += 1 if event == "start" else -1
        elif skipped:
            pass
        elif event == "start":
            if tag == "p":
                paragraphs.append([])
                headings.append(False)
            elif tag == "tr":
                cells.append([])
        elif tag == "p" and paragraphs:
            text, heading = "".join(paragraphs.pop()), headings.pop()
            if cells:
                cells[-1].append(text)
            else:
                flow.add(text, HEADING if heading else PLAIN)
        elif tag == "tr" and cells:
            row = " | ".join(filter(None, (text.strip() for text in cells.pop())))
            if cells:
                cells[-1].append(row)
            else:
                flow.add(row.replace("\n", " "), FIXED, gap=False)
        elif paragraphs:
            _put(paragraphs[-1], tag, element.text)
            if tag == "pStyle":
                style = next((v for k, v in element.attrib.items() if bare(k) == "val"), "")
                headings[-1] = style.casefold().startswith(("heading", "title", "berschrift"))
        if event == "end":
            element.clear()


def _put(words: list[str], tag: str, text: str | None) -> None:
    """Add to `words` what an element within a paragraph stands for."""
    if tag == "t":
        words.append(text or "")
    elif tag in ("tab", "ptab"):
        words.append("\t")
    elif tag in ("br", "cr"):
        words.append("\n")
    elif tag == "noBreakHyphen":
        words.append("-")
