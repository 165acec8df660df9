"""Reads plain text; saved pages leave links and headings in it, which are shown as words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from corpus.reading.decode import decode
from corpus.reading.frontmatter import read_matter
from corpus.reading.inline import strip_light
from corpus.reading.rows import HEADING, Draft, Row, clean_rows, remark_on, split_lines

_HEADING = re.compile(r"#{1,6} +(?=[^\W\d_])")


def read_text(data: bytes) -> tuple[Draft]:
    """The draft of a plain text file."""
    return (draft(data, _shape),)


def draft(data: bytes, shape: Callable[[list[Row]], list[Row]]) -> Draft:
    """Decode `data`, take its front matter apart, and let `shape` resolve the marks of the rest."""
    decoded = decode(data)
    lines = split_lines(decoded.text.removeprefix("\ufeff"))
    matter = read_matter(lines)
    rows = shape(clean_rows(lines[matter.lines :], matter.lines + 1))
    remarks = matter.remarks + remark_on(decoded.text.removeprefix("\ufeff"))
    if decoded.encoding != "utf-8":
        remarks.insert(0, f"read as {decoded.encoding}")
    if decoded.lost:
        remarks.append(
            f"{decoded.lost:,} places do not fit the encoding and are shown as stand-ins"
        )
    return Draft(rows, matter.stated, remarks)


def blocks(rows: list[Row]) -> Iterator[list[Row]]:
    """`rows` in stretches of blank ones and of others, in turn."""
    for _, block in groupby(rows, key=lambda row: not row.text or row.text.isspace()):
        yield list(block)


def resolve(block: list[Row], strip: Callable[[str], str]) -> list[Row]:
    """`block` with its inline marks resolved; a link may run over a line end."""
    joined = "\n".join(row.text for row in block)
    stripped = strip(joined)
    if stripped == joined:
        return block
    texts = stripped.split("\n")
    return [row._replace(text=text.rstrip()) for row, text in zip(block, texts, strict=True)]


def _shape(rows: list[Row]) -> list[Row]:
    """Plain rows with links and the marks of headings resolved."""
    shaped: list[Row] = []
    for block in blocks(rows):
        if len(block) == 1 and (mark := _HEADING.match(block[0].text)):
            text = strip_light(block[0].text[mark.end() :]).rstrip("# ")
            shaped.append(block[0]._replace(text=text, shape=HEADING))
        else:
            shaped.extend(resolve(block, strip_light))
    return shaped
