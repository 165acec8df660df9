"""Reads PDF: the text of its pages, line by line, and on which page each line stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pypdfium2

from corpus.errors import UnreadableError
from corpus.model import Origin
from corpus.reading.clean import clean_line
from corpus.reading.rows import Draft, Row, clean_rows, remark_on

_PAGES: Final = 20_000
_EMPTY_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|excel)\b.*|untitled.*"
    r"|(?:document|slide|presentation|layout)\s?\d*"
    r"|\S+\.(?:docx?|pdf|indd|qxd|qxp|tex|dvi|xlsx?|pptx?|odt|rtf|wpd|p65|eps|ps|html?)|[\d\W_]*",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?")


def read_pdf(data: bytes) -> Iterator[Draft]:
    """The draft of a PDF document; its lines are counted through all pages."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        protected = "password" in str(error).casefold()
        reason = "protected by a password" if protected else "damaged: not a valid PDF document"
        raise UnreadableError(reason) from error
    pages = len(document)
    if pages > _PAGES:
        raise UnreadableError(f"has more than {_PAGES:,} pages")
    rows: list[Row] = []
    breaks: list[int] = []
    remarks: list[str] = []
    raw: list[str] = []
    blank = 0
    for number in range(pages):
        text = _text(document, number)
        blank += not text.strip()
        raw.append(text)
        if rows and rows[-1].text:
            rows.append(Row(rows[-1].line + 1, ""))
        first = rows[-1].line + 1 if rows else 1
        breaks.append(first)
        rows.extend(clean_rows(text.split("\n"), first))
    if blank == pages:
        raise UnreadableError("holds no text (its pages may be pictures, as of a scan)")
    if blank:
        remarks.append(f"{blank:,} of {pages:,} pages have no text (pictures, as of a scan)")
    properties = document.get_metadata_dict()
    if made := _date(properties.get("CreationDate", "")):
        remarks.append(f"the file was made on {made}")
    yield Draft(
        rows, _stated(properties), remark_on("\n".join(raw)) + remarks, Origin.METADATA, breaks
    )


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    """The text of a page; a damaged page has none."""
    try:
        page = document[number]
        text = page.get_textpage().get_text_bounded()
        page.close()
    except pypdfium2.PdfiumError:
        return ""
    # The library marks a hyphen at the end of a line by a noncharacter or a control.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\ufffe\x02]\n?", "\xad\n", text)


def _stated(properties: dict[str, str]) -> dict[str, str]:
    """Title and author, where somebody has written them rather than a program."""
    stated: dict[str, str] = {}
    title, author = (clean_line(properties.get(key, "")) for key in ("Title", "Author"))
    if title and not _EMPTY_TITLE.fullmatch(title):
        stated["title"] = title
    if " " in author:
        stated["author"] = author
    return stated


def _date(value: str) -> str:
    """The day in "D:20240903103000+02'00'", or ""."""
    found = _DATE.match(value)
    return "-".join(part for part in found.groups() if part) if found else ""
