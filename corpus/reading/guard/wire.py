"""What a guarded child sends: drafts as plain JSON values, checked field by field on arrival.

The child may have been taken over by the file that it parses. So whatever arrives is held against
the shape that it must have, and cleaned as if it came out of a file.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final, NoReturn

from corpus.model import Origin
from corpus.reading.clean import clean_line, clean_text
from corpus.reading.rows import FIXED, HEADING, PLAIN, QUOTE, Draft, Row

KIND, DRAFT, SKIPPED, END = "kind", "draft", "skipped", "end"
_SHAPES: Final = frozenset([PLAIN, HEADING, QUOTE, FIXED])
_FIELDS: Final = frozenset(["title", "publisher", "author", "published", "address"])
_VALUE: Final = 1_000
_REMARKS: Final = 50


class GarbledError(Exception):
    """What a child sent is nothing that a reader of ours sends."""


def pack(draft: Draft) -> list[Any]:
    """`draft` as lists, strings and numbers."""
    rows = [[r.line, r.text, r.shape, r.soft, r.last] for r in draft.rows]
    return [rows, draft.stated, draft.remarks, draft.origin.value, draft.breaks]


def unpack(data: Any) -> Draft:
    """The draft that `pack` made `data` of, every text cleaned; raises GarbledError."""
    if not isinstance(data, list) or len(data) != 5:
        _garbled()
    rows, stated, remarks, origin, breaks = data
    if not (isinstance(rows, list) and isinstance(stated, dict) and isinstance(remarks, list)):
        _garbled()
    if origin not in (Origin.FRONT_MATTER.value, Origin.METADATA.value):
        _garbled()
    if not isinstance(breaks, list) or not all(type(at) is int and at > 0 for at in breaks):
        _garbled()
    if any(a > b for a, b in pairwise(breaks)):
        _garbled()
    return Draft(
        [_row(row) for row in rows],
        {_name(name): clean_line(_text(value), _VALUE) for name, value in stated.items()},
        [clean_line(_text(remark), _VALUE) for remark in remarks[:_REMARKS]],
        Origin(origin),
        breaks,
    )


def _row(data: Any) -> Row:
    if not isinstance(data, list) or len(data) != 5:
        _garbled()
    line, text, shape, soft, last = data
    if type(line) is not int or line < 1 or shape not in _SHAPES:
        _garbled()
    if not isinstance(soft, bool) or not isinstance(last, bool):
        _garbled()
    return Row(line, clean_text(_text(text)).replace("\n", " "), shape, soft, last)


def _name(name: Any) -> str:
    if name not in _FIELDS:
        _garbled()
    return str(name)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        _garbled()
    return value


def _garbled() -> NoReturn:
    raise GarbledError
