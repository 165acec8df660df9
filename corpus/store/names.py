"""The index of names beside the entities that it is over: raw arrays, read in one go."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.store.seal import DamagedError, seal, unseal

if TYPE_CHECKING:
    from corpus.names.index import NameIndex
    from corpus.names.table import Entry


def store(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Build the index over `entries` and store it; about 30 µs of CPU a name."""
    from corpus.names.index import build

    arrays = build(entries).to_arrays() if entries else {}
    shapes = {name: [one.dtype.str, list(one.shape)] for name, one in arrays.items()}
    rows = [(f"names/{name}", seal(name, one.tobytes())) for name, one in arrays.items()]
    rows.append(("names", seal("names", json.dumps(shapes).encode("ascii"))))
    with connection:
        connection.execute("BEGIN")
        connection.execute("DELETE FROM sheet WHERE name GLOB 'names*'")
        connection.executemany("INSERT INTO sheet VALUES (?, ?)", rows)


def is_there(connection: sqlite3.Connection) -> bool:
    """Whether an index is stored."""
    found = connection.execute("SELECT 1 FROM sheet WHERE name = 'names'").fetchone()
    return found is not None


def load(connection: sqlite3.Connection) -> NameIndex | None:
    """The stored index, None where there is none. Raises DamagedError."""
    import numpy as np

    from corpus.names.index import NameIndex

    rows = dict(connection.execute("SELECT name, body FROM sheet WHERE name GLOB 'names*'"))
    if "names" not in rows:
        return None
    try:
        shapes = json.loads(unseal("names", rows["names"]))
        arrays = {
            name: np.frombuffer(unseal(name, rows[f"names/{name}"]), dtype=kind).reshape(shape)
            for name, (kind, shape) in shapes.items()
        }
        return NameIndex.from_arrays(arrays) if arrays else None
    except (KeyError, ValueError, TypeError) as error:
        raise DamagedError("the stored index of names is damaged") from error
