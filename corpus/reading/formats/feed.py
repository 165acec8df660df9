"""Reads files of RSS and Atom: every entry is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import feedparser

from corpus.errors import UnreadableError
from corpus.model import Origin
from corpus.reading.formats.markup import words_of
from corpus.reading.rows import Draft

_DOCTYPE = re.compile(rb"<!\s?(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0")


def read_feed(data: bytes) -> Iterator[Draft]:
    """The drafts of the entries of a feed."""
    sight = data.replace(b"\0", b"") if data.startswith(_WIDE) else data
    if _DOCTYPE.search(sight):
        raise UnreadableError("has a DOCTYPE or entities of its own, which are not read")
    # Given bytes in a file, the library looks nothing up; cleaning of HTML is ours.
    feed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    entries = feed.get("entries") or []
    if not entries:
        is_feed = bool(feed.get("version"))
        raise UnreadableError(
            "a feed without entries" if is_feed else "XML, but neither RSS nor Atom"
        )
    site = str(feed.get("feed", {}).get("title") or "")
    blank = 0
    for entry in entries:
        draft = words_of(_words(entry)).draft()
        if not any(row.text for row in draft.rows):
            blank += 1
            continue
        draft.stated, draft.origin = _stated(entry, site), Origin.METADATA
        yield draft
    if blank:
        raise UnreadableError(f"{blank:,} of {len(entries):,} entries hold no text")


def _words(entry: Any) -> str:
    """The longest text that an entry has: its content, or its summary."""
    texts = [str(part.get("value") or "") for part in entry.get("content") or []]
    texts.append(str(entry.get("summary") or ""))
    return max(texts, key=len)


def _stated(entry: Any, site: str) -> dict[str, str]:
    """What an entry says of itself, and the feed's title for its publisher."""
    source = entry.get("source") or {}
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    values = {
        "title": words_line(str(entry.get("title") or "")),
        "author": str(entry.get("author") or ""),
        "publisher": str(source.get("title") or "") or site,
        "published": f"{when[0]:04}-{when[1]:02}-{when[2]:02}" if when else "",
        "address": str(entry.get("link") or ""),
    }
    return {name: value for name, value in values.items() if value.strip()}


def words_line(html: str) -> str:
    """The words of a title, which may be HTML, as one line."""
    return " ".join(row.text for row in words_of(html).rows if row.text)
