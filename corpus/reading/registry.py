"""The formats that Dateline reads: to add one, write a reader and name it and its types here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from corpus.errors import UnreadableError
from corpus.reading.rows import Draft

Reader = Callable[[bytes], Iterable[Draft]]
"""The drafts of the articles in a file's bytes; raises UnreadableError with a reason."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for people, and the module of this package and function that read it.

    A `guarded` one is only ever parsed in a child process. `many` files of it hold an article for
    each of their entries. `library` is what the reader imports, `extra` installs it.
    """

    name: str
    entry: str
    guarded: bool = True
    many: bool = False
    library: str = ""
    extra: str = ""

    def require(self) -> None:
        """Raise UnreadableError, with the command that helps, where the library is missing."""
        if self.library and not is_installed(self.library):
            raise UnreadableError(
                f"the reader for {self.name} is not installed: pip install 'dateline[{self.extra}]'"
            )

    def reader(self) -> Reader:
        """The reader, imported now; raises UnreadableError where its library is missing."""
        self.require()
        module, _, function = self.entry.partition(":")
        return cast(Reader, getattr(import_module(f"corpus.reading.{module}"), function))


FORMATS: Final[dict[str, Format]] = {
    "text": Format("plain text", "text:read_text", guarded=False),
    "markdown": Format("Markdown", "markdown:read_markdown", guarded=False),
    "html": Format("HTML", "formats.webpage:read_page", library="trafilatura", extra="html"),
    "pdf": Format("PDF", "formats.pdf:read_pdf", library="pypdfium2", extra="pdf"),
    "docx": Format("DOCX", "formats.docx:read_docx"),
    "odt": Format("ODT", "formats.odt:read_odt"),
    "rtf": Format("RTF", "formats.rtf:read_rtf"),
    "epub": Format("EPUB", "formats.epub:read_epub"),
    "mail": Format("mail", "formats.mail:read_message"),
    "mbox": Format("mbox", "formats.mail:read_mbox", many=True),
    "feed": Format("RSS or Atom", "formats.feed:read_feed", many=True),
    "csv": Format("CSV", "formats.table:read_csv", many=True),
    "json": Format("JSON", "formats.table:read_json", many=True),
    "gzip": Format("gzip", ""),
    "bzip2": Format("bzip2", ""),
    "xz": Format("xz", ""),
}
"""Formats by their short names; those without a reader are unpacked to what they hold."""

READERS: Final[dict[str, str]] = {
    ending: kind
    for kind, endings in {
        "text": ".txt .text",
        "markdown": ".md .markdown",
        "html": ".html .htm .xhtml .xht",
        "pdf": ".pdf",
        "docx": ".docx .docm .dotx",
        "odt": ".odt .ott",
        "rtf": ".rtf",
        "epub": ".epub",
        "mail": ".eml .mht .mhtml",
        "mbox": ".mbox .mbx",
        "feed": ".rss .atom .rdf .xml",
        "csv": ".csv .tsv .tab",
        "json": ".jsonl .ndjson .json",
        "gzip": ".gz .gzip",
        "bzip2": ".bz2",
        "xz": ".xz",
    }.items()
    for ending in endings.split()
}
"""File type → short name of its format."""


def is_installed(library: str) -> bool:
    """Whether a library can be imported."""
    from importlib.util import find_spec  # not needed to start

    return find_spec(library) is not None


def file_type(name: str) -> str:
    """The file type in a name, in small letters with its dot, or ""."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, ending = last.rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def is_known(name: str) -> bool:
    """Whether a file of this name can be read."""
    return file_type(name) in READERS
