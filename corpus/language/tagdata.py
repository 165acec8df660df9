"""The data of the tagger as it lies in the installation, made by `scripts/export_tagger.py`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from corpus.errors import MissingDataError

_DATA = Path(__file__).resolve().parent.parent / "data"

_ARRAYS = (
    *(f"embed{column}" for column in range(4)),
    *(f"{part}{layer}" for layer in range(5) for part in ("w", "b", "gain", "shift")),
    *("state", "state_shift", "state_bias", "absent", "moves", "moves_bias"),
    *("seeds", "norm_of", "norm", "reserved", "reserved_id"),
)

Floats: TypeAlias = NDArray[np.float32]
Keys: TypeAlias = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Rules:
    """How words are cut: patterns, exceptions (word → its pieces, each with its norm or "").

    `joined` are the exceptions that patterns would cut apart; `moves` name the network's moves.
    """

    prefix: str
    suffix: str
    infix: str
    address: str
    special: dict[str, list[tuple[str, str]]]
    joined: list[str]
    moves: list[str]


@cache
def read_rules() -> Rules:
    """The tokenizer's rules and the names of moves; MissingDataError if they cannot be read."""
    path = _DATA / "tagger.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        special = {w: [(p[0], p[1]) for p in pieces] for w, pieces in data["special"].items()}
        return Rules(
            prefix=data["prefix"],
            suffix=data["suffix"],
            infix=data["infix"],
            address=data["address"],
            special=special,
            joined=data["joined"],
            moves=data["moves"],
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise _missing(path, error) from error


def read_weights() -> dict[str, NDArray[Any]]:
    """The arrays of the network by name; MissingDataError if they cannot be read."""
    path = _DATA / "tagger.npz"
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return {name: arrays[name] for name in _ARRAYS}
    except (OSError, ValueError, LookupError, BadZipFile) as error:
        raise _missing(path, error) from error


def _missing(path: Path, error: Exception) -> MissingDataError:
    return MissingDataError(
        f"{path}: the tagger's data cannot be read ({error}); install Dateline again"
    )
