"""Tables as CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from corpus.reading.clean import clean_line


def to_csv(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Comma-separated lines ended by CR LF, as RFC 4180 has them.

    A cell that a spreadsheet would compute is given an apostrophe in front.
    """
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return value
    text = clean_line(str(value))
    return f"'{text}" if text[:1] in "=+-@" and text[:1] else text
