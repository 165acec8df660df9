"""Which format a file has: what its first bytes say, and its name where they leave it open."""

from __future__ import annotations

import re
from typing import Final

from corpus.reading.registry import READERS, file_type

HEAD: Final = 4096
"""Bytes from the start of a file that are enough to tell."""

_MAGIC: Final = (
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
)
_PACKED: Final = (
    (b"mimetypeapplication/epub+zip", "epub"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (b"META-INF/container.xml", "epub"),
    (b"word/", "docx"),
    (b"[Content_Types].xml", "docx"),
)
_ZIPPED: Final = frozenset(["docx", "odt", "epub"])
_AS_NAMED: Final = frozenset(["text", "markdown", "csv", "json"])
"""Formats whose files may well begin as files of other formats do."""
_BEGINNINGS: Final = {
    "page": rb"(?is)\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    "feed": rb"(?s)\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b",
    "mailbox": rb"From \S{1,200} [^\n]{10,100}\n[A-Za-z][\w-]{1,60}: ",
    "message": (
        rb"(?i)(?:(?:Received|From|Subject|Date|Message-ID|Return-Path|Delivered-To|MIME-Version|To"
        rb"|X-[\w-]{1,60}|Reply-To|Content-Type):[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*){3}"
    ),
}
"""Patterns for the first bytes; compiled when first a file's name leaves its format open."""
_FOREIGN: Final = (
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as DOCX or PDF"),
    (b"7z\xbc\xaf\x27\x1c", "an archive; unpack it first"),
    (b"Rar!", "an archive; unpack it first"),
)


def kind_of(head: bytes, name: str) -> str | None:
    """The short name of the format of a file called `name` that begins with `head`, if any."""
    named = READERS.get(file_type(name))
    if head.lstrip().startswith(b"%PDF-") or (named in (None, "pdf") and b"%PDF-" in head[:1024]):
        return "pdf"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        if named in _ZIPPED:
            return named
        return next((kind for sign, kind in _PACKED if sign in head), named)
    if named in _AS_NAMED:
        return named
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if named in ("html", "mail", "mbox"):
        return named
    if _matches("page", bare):
        return "html"
    if named:
        return named
    if _matches("feed", bare):
        return "feed"
    if _matches("mailbox", bare):
        return "mbox"
    if _matches("message", bare.replace(b"\r\n", b"\n")):
        return "mail"
    return None


def _matches(what: str, head: bytes) -> bool:
    """Whether `head` begins as a page, a feed … does."""
    return bool(re.match(_BEGINNINGS[what], head))


def foreign(head: bytes) -> str:
    """What a file of no known format is, where its first bytes say it, else ""."""
    return next((what for magic, what in _FOREIGN if head.startswith(magic)), "")
