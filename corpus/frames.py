"""Articles, entities, mentions and facts as tables of Arrow or pandas, where installed."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from corpus.errors import DatelineError
from corpus.export.csv import TABLES
from corpus.export.setting import Setting
from corpus.model import Corpus

if TYPE_CHECKING:
    import pandas
    import pyarrow

NAMES = tuple(TABLES)
_WHOLE = frozenset({"hops", "line", "page", "start", "end", "words", "mentions", "articles"})
_REAL = frozenset({"value", "high", "lat", "lon"})
_DATES = frozenset({"first", "last"})


def to_arrow(corpus: Corpus, tables: tuple[str, ...] = NAMES) -> dict[str, pyarrow.Table]:
    """The tables by name; what does not apply is null. Raises DatelineError without pyarrow."""
    try:
        import pyarrow as arrow
    except ImportError:
        raise DatelineError(
            "Tables need pyarrow: python -m pip install 'dateline[frames]'"
        ) from None
    made = {}
    for name in tables:
        columns, values = _columns(corpus, name)
        types = [
            arrow.int64() if column in _WHOLE else arrow.float64() if column in _REAL
            else arrow.date32() if column in _DATES else arrow.string()
            for column in columns
        ]  # fmt: skip
        arrays = [arrow.array(v, type=t) for v, t in zip(values, types, strict=True)]
        made[name] = arrow.table(arrays, names=list(columns))
    return made


def to_pandas(corpus: Corpus, tables: tuple[str, ...] = NAMES) -> dict[str, pandas.DataFrame]:
    """The tables by name; whole numbers may be missing. Raises DatelineError without pandas."""
    try:
        import pandas as pd
    except ImportError:
        raise DatelineError(
            "Frames need pandas: python -m pip install 'dateline[frames]'"
        ) from None
    made = {}
    for name in tables:
        columns, values = _columns(corpus, name)
        frame = pd.DataFrame(dict(zip(columns, values, strict=True)), columns=list(columns))
        for column in columns:
            if column in _WHOLE:
                frame[column] = frame[column].astype("Int64")
            elif column in _REAL:
                frame[column] = frame[column].astype("float64")
        made[name] = frame
    return made


def from_pandas(frame: pandas.DataFrame) -> Corpus:
    """A corpus of texts that stand in a frame, a row each; all is found anew and held in memory.

    Columns are understood as those of a table of texts: `text` or `body`, `title`, `publisher`,
    `author`, `published`, `url` (docs/formats.md). An Arrow table has `to_pandas()`.
    """
    from corpus.build import load

    with TemporaryDirectory(prefix="dateline-") as folder:
        file = Path(folder) / "frame.jsonl"
        with file.open("w", encoding="utf-8", errors="replace") as out:
            for row in frame.to_dict("records"):
                kept = {str(key): str(value) for key, value in row.items() if not _missing(value)}
                out.write(json.dumps(kept, ensure_ascii=True) + "\n")
        return load([folder])


def _missing(value: object) -> bool:
    return value is None or value != value or str(value) in ("NaT", "<NA>")


def _columns(corpus: Corpus, name: str) -> tuple[tuple[str, ...], list[list[Any]]]:
    """The columns of a table and their values, None for what does not apply."""
    if name not in TABLES:
        raise DatelineError(f"There is no table {name}: {', '.join(NAMES)}.")
    columns, rows = TABLES[name]
    values: list[list[Any]] = [[] for _ in columns]
    for row in rows(corpus, Setting()):
        for held, value in zip(values, row, strict=True):
            held.append(None if value == "" else value)
    return columns, values
