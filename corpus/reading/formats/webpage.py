"""Reads saved web pages: the article without what surrounds it, and what the page says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import trafilatura

from corpus.model import Origin
from corpus.reading.formats.flow import Flow
from corpus.reading.formats.markup import to_characters, words_of
from corpus.reading.rows import Draft

_DATES: Final = {"original_date": True, "extensive_search": False}


def read_page(data: bytes) -> Iterator[Draft]:
    """The draft of a saved page; of one without an article, all its words."""
    html = to_characters(data)
    found = trafilatura.bare_extraction(
        html, with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
    text = getattr(found, "text", None) or ""
    if not text.strip():
        draft = words_of(html).draft()
        draft.remarks.append("no article was found in the page: all its words are shown")
    else:
        flow = Flow()
        for line in text.split("\n"):
            flow.add(line)
        draft = flow.draft()
    values = {
        "title": getattr(found, "title", None),
        "author": getattr(found, "author", None),
        "publisher": getattr(found, "sitename", None),
        "published": getattr(found, "date", None),
        "address": getattr(found, "url", None),
    }
    draft.stated = {name: value for name, value in values.items() if value}
    draft.origin = Origin.METADATA
    yield draft
