"""Reads Markdown as a reader would like it: words without marks, each still on its line.

A parser's tree would lose the lines on which words stand, so the marks are resolved row by row.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.reading.inline import strip_full
from corpus.reading.rows import FIXED, HEADING, PLAIN, QUOTE, Draft, Row
from corpus.reading.text import blocks, draft, resolve

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s+|$)")
_RULE = re.compile(r" {0,3}(?:(?:-\s*+){3,}|(?:\*\s*+){3,}|(?:_\s*+){3,})$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_BULLET = re.compile(r"(\s*)[-*+]\s+")
_DIVIDER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-*:?\s*)*$")
_REFERENCE = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:\s+\S")
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\n]{1,50})\]:\s+")
_COMMENT_START: Final = "<!--"
_COMMENT_END: Final = "-->"


def read_markdown(data: bytes) -> tuple[Draft]:
    """The draft of a Markdown file."""
    return (draft(data, _shape),)


def _shape(rows: list[Row]) -> list[Row]:
    """Rows of Markdown as rows of words, with the shapes that the marks told."""
    shaped: list[Row] = []
    for block in blocks(_mark(_uncomment(rows))):
        words = [row for row in block if row.shape != FIXED]
        resolved = iter(resolve(words, strip_full))
        shaped.extend(row if row.shape == FIXED else next(resolved) for row in block)
    return shaped


def _uncomment(rows: list[Row]) -> list[Row]:
    """`rows` without HTML comments, which may run over lines."""
    kept: list[Row] = []
    inside = False
    for row in rows:
        text, out = row.text, ""
        while text:
            mark = _COMMENT_END if inside else _COMMENT_START
            head, found, text = text.partition(mark)
            if not inside:
                out += head
            if found:
                inside = not inside
        kept.append(row if out == row.text else row._replace(text=out.rstrip()))
    return rows if inside else kept  # a comment that never ends is none


def _mark(rows: list[Row]) -> list[Row]:
    """`rows` with the marks of blocks resolved: headings, quotes, lists, code, tables, rules."""
    marked: list[Row] = []
    fence = ""
    for row in rows:
        opened = _FENCE.match(row.text)
        if opened and (
            not fence or (row.text.strip() == opened[1] and opened[1].startswith(fence))
        ):
            fence = "" if fence else opened[1]
            marked.append(row._replace(text=""))
        elif fence:
            marked.append(row._replace(shape=FIXED))
        else:
            _mark_row(row, marked)
    return marked


def _mark_row(row: Row, marked: list[Row]) -> None:
    """Append `row` with its own mark resolved; an underline makes the row before it a heading."""
    text = row.text
    before = marked[-1] if marked else None
    if before and before.text and before.shape == PLAIN and _UNDERLINE.match(text):
        marked[-1] = before._replace(shape=HEADING)
        marked.append(row._replace(text=""))
    elif _RULE.match(text) or (_REFERENCE.match(text) and not _FOOTNOTE.match(text)):
        marked.append(row._replace(text=""))
    elif heading := _HEADING.match(text):
        words = text[heading.end() :].rstrip()
        bare = words.rstrip("#")
        words = bare.rstrip() if bare != words and (not bare or bare[-1].isspace()) else words
        marked.append(row._replace(text=words, shape=HEADING))
    elif quote := _QUOTE.match(text):
        marked.append(row._replace(text=text[quote.end() :].strip(), shape=QUOTE))
    elif "|" in text and _DIVIDER.match(text) and before and "|" in before.text:
        pass
    elif text.lstrip().startswith("|"):
        marked.append(row._replace(text=text.strip().strip("|").strip(), shape=FIXED))
    elif bullet := _BULLET.match(text):
        indent = " " * min(6, len(bullet[1]) // 2 * 2)
        marked.append(row._replace(text=f"{indent}- {text[bullet.end() :]}"))
    elif footnote := _FOOTNOTE.match(text):
        marked.append(row._replace(text=f"[{footnote[1]}] {text[footnote.end() :]}"))
    elif text.endswith("\\"):
        marked.append(row._replace(text=text[:-1], last=True))
    else:
        marked.append(row)
