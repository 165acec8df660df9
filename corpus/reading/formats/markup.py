"""The words of HTML that is known to be text: the body of a mail, an entry of a feed, a chapter."""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser
from typing import Final

from corpus.reading.decode import decode
from corpus.reading.formats.flow import Flow
from corpus.reading.rows import FIXED, HEADING, PLAIN, QUOTE

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_BLOCKS: Final = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody"
    " tfoot thead title tr ul".split()
)
_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
_SILENT: Final = frozenset("head noscript object script select style svg template title".split())
_CLOSE: Final = frozenset(["li", "tr", "dd", "dt"])
"""Blocks that follow each other without a blank line."""


def words_of(html: str, flow: Flow | None = None) -> Flow:
    """The paragraphs of `html`, behind those of `flow`; tables keep a row a line."""
    collector = _Collector(flow or Flow())
    collector.feed(html)
    collector.close()
    collector.flush()
    return collector.flow


def to_characters(data: bytes) -> str:
    """The characters of a page: in UTF-8, in the encoding that it names, or in the likeliest."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")
    ):  # fmt: skip
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if stated := _CHARSET.search(data[:8192]):
        try:
            return data.decode(stated[1].decode("ascii"), "replace")
        except (LookupError, UnicodeError, ValueError):
            pass
    return decode(data).text


class _Collector(HTMLParser):
    """Puts the words of each block together; what is not for reading is left out."""

    def __init__(self, flow: Flow) -> None:
        super().__init__(convert_charrefs=True)
        self.flow = flow
        self._pieces: list[str] = []
        self._silent: list[str] = []
        self._shape = PLAIN
        self._quotes = 0
        self._fixed = 0
        self._gap = True
        self._bullet = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or a stretch that is not for reading."""
        if self._silent:
            if tag in _SILENT:
                self._silent.append(tag)
            elif tag == "body":
                self._silent.clear()
            return
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag == "br":
            self._pieces.append("\n")
        elif tag in ("td", "th"):
            if "".join(self._pieces).strip():
                self._pieces.append(" | ")
        elif tag in _BLOCKS:
            self.flush()
            self._quotes += tag == "blockquote"
            self._fixed += tag == "pre"
            self._gap = tag not in _CLOSE
            self._bullet = "- " if tag == "li" else self._bullet
            self._shape = HEADING if tag in _HEADINGS else PLAIN

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        if tag in _BLOCKS:
            self.flush()
            self._quotes = max(0, self._quotes - (tag == "blockquote"))
            self._fixed = max(0, self._fixed - (tag == "pre"))
            self._shape = PLAIN
            self._gap = True

    def handle_data(self, data: str) -> None:
        """Take words; line ends of the source are spaces, except where they are meant."""
        if not self._silent:
            self._pieces.append(data if self._fixed else data.replace("\n", " "))

    def flush(self) -> None:
        """Hand on what has been collected."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if not text.strip():
            return
        shape = FIXED if self._fixed else QUOTE if self._quotes else self._shape
        self.flow.add(self._bullet + text.lstrip(" "), shape, gap=self._gap)
        self._bullet = ""
