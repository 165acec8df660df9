"""Reads tables of texts, CSV and JSON lines: every row with a text is an article."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Any, Final

from corpus.errors import UnreadableError
from corpus.model import Origin
from corpus.reading.decode import decode
from corpus.reading.formats.markup import words_of
from corpus.reading.frontmatter import field_of
from corpus.reading.rows import Draft, Row, clean_rows, remark_on, split_lines

_TEXTS: Final = (
    "text full_text fulltext body article_text articletext articlebody article_body content"
    " maintext main_text plain_text raw_text article story document transcript paragraph message"
).split()
_PAGES: Final = "html content_html body_html".split()
_NONE: Final = "has no column of texts (named text, body, content …)"
_DELIMITERS: Final = ",;\t|"
_FIELD: Final = 50_000_000


def read_csv(data: bytes) -> Iterator[Draft]:
    """The drafts of the rows of a table with a line of names above it."""
    text = decode(data).text.removeprefix("\ufeff")
    csv.field_size_limit(_FIELD)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        names = next(reader, [])
        column = _column([name.strip() for name in names])
        if column is None:
            raise UnreadableError(_NONE)
        yield from _drafts(_records(reader, names), column)
    except csv.Error as error:
        raise UnreadableError(f"damaged: not valid CSV (line {reader.line_num:,})") from error


def read_json(data: bytes) -> Iterator[Draft]:
    """The drafts of JSON objects, one a line, or in a list; those of Dateline's own output too."""
    text = decode(data).text.removeprefix("\ufeff")
    yield from _drafts(_objects(text), "")


def _delimiter(text: str) -> str:
    """What parts the names in the first line."""
    line = text.partition("\n")[0]
    return max(_DELIMITERS, key=line.count)


def _records(reader: Any, names: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a table, each with the line of the file on which it begins."""
    line = reader.line_num + 1
    for values in reader:
        if values:
            yield line, dict(zip([name.strip() for name in names], values, strict=False))
        line = reader.line_num + 1


def _objects(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSON document, or of one on every line; others are passed over."""
    try:
        whole = json.loads(text)
    except RecursionError:
        raise
    except ValueError:
        whole = None
    if isinstance(whole, dict):
        lists = [value for value in whole.values() if isinstance(value, list)]
        nested = lists[0] if len(lists) == 1 and _column(whole) is None else [whole]
        yield from ((1, item) for item in nested if isinstance(item, dict))
        return
    if isinstance(whole, list):
        yield from ((1, item) for item in whole if isinstance(item, dict))
        return
    broken = 0
    found = False
    for number, line in enumerate(split_lines(text), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except ValueError:
            broken += 1
            if broken > 10 and not found:
                raise UnreadableError("damaged: not valid JSON") from None
            continue
        if isinstance(item, dict):
            found = True
            if item.get("type") not in ("entity", "fact", "skipped"):
                yield number, item
    if broken:
        raise UnreadableError(f"damaged: not valid JSON in {broken:,} of its lines")


def _column(names: Iterable[str]) -> str | None:
    """The column that holds the texts."""
    folded = {name.casefold().replace(" ", "_").replace("-", "_"): name for name in names}
    return next((folded[name] for name in (*_TEXTS, *_PAGES) if name in folded), None)


def _drafts(records: Iterable[tuple[int, Mapping[str, Any]]], column: str) -> Iterator[Draft]:
    """The drafts of records; those without a text are counted and named at the end."""
    read = blank = 0
    for line, record in records:
        key = column or _column(record)
        text = record.get(key) if key else None
        if not isinstance(text, str) or not text.strip():
            blank += 1
            continue
        read += 1
        if key and key.casefold() in _PAGES:
            draft = words_of(text).draft()
        else:
            rows = clean_rows(split_lines(text))
            draft = Draft([_at(row, line) for row in rows], remarks=remark_on(text))
        draft.stated = _stated(record)
        draft.origin = Origin.METADATA
        yield draft
    if not read:
        raise UnreadableError(_NONE)
    if blank:
        raise UnreadableError(f"{blank:,} of {read + blank:,} rows hold no text")


def _at(row: Row, line: int) -> Row:
    """`row` as standing on a line of the file."""
    return row._replace(line=row.line + line - 1)


def _stated(record: Mapping[str, Any]) -> dict[str, str]:
    """The metadata among the values of a record, the first of several names winning."""
    stated: dict[str, str] = {}
    for name, value in record.items():
        field = field_of(name)
        plain = str(value).strip() if isinstance(value, str | int | float) else ""
        if field and plain and not isinstance(value, bool):
            stated.setdefault(field, plain[:1000])
    return stated
