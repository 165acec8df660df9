"""Puts an article together: its text, where every line of it stems from, what is known about it."""

from __future__ import annotations

from bisect import bisect_right
from hashlib import sha256

from corpus.errors import UnreadableError
from corpus.model import Article, ArticleId, Origin, Stated
from corpus.reading.clean import clean_line
from corpus.reading.dates import parse_date
from corpus.reading.filename import date_in, title_in
from corpus.reading.head import find_stated
from corpus.reading.rows import Draft
from corpus.reading.title import LIMIT, find_title
from corpus.reading.unwrap import Body, unwrap


def assemble(draft: Draft, data: bytes, shown: str, name: str) -> Article:
    """The article of a draft; `shown` is its path on the screen, `name` its file's name."""
    body = unwrap(draft.rows)
    if not body.text.strip():
        raise UnreadableError("holds no text")
    remarks = list(draft.remarks)
    stated = find_stated(body)
    stated |= _apart(draft.stated, draft.origin, remarks)
    if "published" not in stated and (date := date_in(name)):
        stated["published"] = Stated(date, Origin.FILE_NAME)
    if body.left_out:
        remarks.append(_left_out(body.left_out))
    digest = sha256(data).hexdigest()
    return Article(
        id=ArticleId(digest[:12]),
        path=clean_line(shown),
        title=stated.get("title") or _title(body, name),
        text=body.text,
        publisher=stated.get("publisher"),
        author=stated.get("author"),
        published=stated.get("published"),
        address=stated.get("address"),
        offsets=body.offsets,
        lines=body.lines,
        digest=digest,
        remarks=tuple(remarks),
        pages=tuple(bisect_right(draft.breaks, line) or 1 for line in body.lines)
        if draft.breaks
        else (),
    )


def _apart(values: dict[str, str], origin: Origin, remarks: list[str]) -> dict[str, Stated]:
    """The values stated apart from the text; a date that is none is remarked."""
    stated: dict[str, Stated] = {}
    for name, value in values.items():
        if name == "published":
            date = parse_date(value)
            if date is None:
                remarks.append(f"{origin.value}: “{clean_line(value, 40)}” is not a date")
                continue
            value = date
        stated[name] = Stated(clean_line(value, LIMIT) if name == "title" else value, origin)
    return stated


def _title(body: Body, name: str) -> Stated:
    """The title in the text, else the file's name made readable."""
    return find_title(body) or Stated(title_in(name), Origin.FILE_NAME)


def _left_out(lines: tuple[int, ...]) -> str:
    """The remark on page numbers within sentences."""
    shown = ", ".join(map(str, lines[:5])) + (" …" if len(lines) > 5 else "")
    word = "line" if len(lines) == 1 else "lines"
    return f"page numbers and running heads within sentences are left out ({word} {shown})"
