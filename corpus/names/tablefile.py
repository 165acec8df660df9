"""The table of names as plain arrays, and back: no pickle, nothing computed twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.names.postings import Column, Pairs, Tokens
from corpus.names.table import SCRIPTS, Entry, Table, ranked, shares

Arrays = dict[str, NDArray[Any]]
VERSION = 1
_COLUMNS = ("letters", "sounds", "rough")
_PAIRS = ("letter_pairs", "rough_pairs")
_TOKENS = ("letter_tokens", "rough_tokens", "initials", "consonants")


def pack(table: Table) -> Arrays:
    """`table` as arrays by name."""
    arrays: Arrays = {
        "version": np.array([VERSION], dtype=np.int32),
        "owners": table.owners,
        "prior": table.prior,
        "borrowed": table.borrowed,
        "script": table.script,
        "weights": np.array([entry.weight for entry in table.entries], dtype=np.int64),
    }
    _put_texts(arrays, "spellings", table.spellings)
    _put_texts(arrays, "kinds", [entry.kind for entry in table.entries])
    for name in _COLUMNS:
        text = getattr(table, name).text
        arrays[name] = np.frombuffer(text[1:].encode("ascii"), dtype=np.uint8)
    for name in _PAIRS:
        pairs = getattr(table, name)
        arrays[f"{name}.rows"], arrays[f"{name}.starts"] = pairs.rows, pairs.starts
    for name in _TOKENS:
        tokens = getattr(table, name)
        _put_texts(arrays, f"{name}.names", tokens.names)
        arrays[f"{name}.rows"], arrays[f"{name}.starts"] = tokens.rows, tokens.starts
    return arrays


def unpack(arrays: Mapping[str, NDArray[Any]]) -> Table:
    """The table from its arrays; ValueError if they are of another version."""
    if int(arrays["version"][0]) != VERSION:
        raise ValueError("the index of names was stored by another version; build it anew")
    spellings = _texts(arrays, "spellings")
    owners, borrowed, script = arrays["owners"], arrays["borrowed"], arrays["script"]
    entries = _entries(spellings, owners.tolist(), borrowed.tolist(), _texts(arrays, "kinds"),
                       arrays["weights"].tolist())  # fmt: skip
    columns: dict[str, Any] = {
        name: Column.of(arrays[name].tobytes().decode("ascii")) for name in _COLUMNS
    }
    pairs: dict[str, Any] = {n: Pairs(arrays[f"{n}.rows"], arrays[f"{n}.starts"]) for n in _PAIRS}
    tokens: dict[str, Any] = {
        n: Tokens(_texts(arrays, f"{n}.names"), arrays[f"{n}.rows"], arrays[f"{n}.starts"])
        for n in _TOKENS
    }
    in_rows = script == SCRIPTS.index("hangul")
    in_entries = np.zeros(len(entries), dtype=bool)
    in_entries[owners[in_rows]] = True
    return Table(
        entries=entries, spellings=spellings, owners=owners, prior=arrays["prior"],
        borrowed=borrowed, script=script, hangul=in_rows, in_hangul=in_entries,
        share=shares(borrowed),
        rank=ranked(arrays["prior"], columns["letters"]), **columns, **pairs, **tokens,
    )  # fmt: skip


def _entries(
    spellings: list[str],
    owners: list[int],
    borrowed: list[int],
    kinds: list[str],
    weights: list[int],
) -> list[Entry]:
    """The entries: the first row of each is its name, the others that are its own its spellings."""
    own: list[list[str]] = [[] for _ in kinds]
    for text, owner, source in zip(spellings, owners, borrowed, strict=True):
        if source == 0:
            own[owner].append(text)
    return [
        Entry(names[0], tuple(names[1:]), kind, weight)
        for names, kind, weight in zip(own, kinds, weights, strict=True)
    ]


def _put_texts(arrays: Arrays, name: str, texts: Sequence[str]) -> None:
    """Store `texts` as one run of bytes and their ends."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    arrays[name] = np.frombuffer(b"".join(encoded), dtype=np.uint8)
    lengths = np.fromiter(map(len, encoded), dtype=np.int64, count=len(encoded))
    arrays[f"{name}.ends"] = np.cumsum(lengths, dtype=np.int64)


def _texts(arrays: Mapping[str, NDArray[Any]], name: str) -> list[str]:
    data = arrays[name].tobytes()
    texts = []
    start = 0
    for end in arrays[f"{name}.ends"].tolist():
        texts.append(data[start:end].decode("utf-8", "surrogatepass"))
        start = end
    return texts
