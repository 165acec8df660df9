"""What goes to a worker and what comes back: lines of JSON, bytes among them in Base64."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any, NamedTuple

from corpus.reading.guard.limits import Limits
from corpus.store.intake import Said
from corpus.store.rows import Body, Found
from corpus.store.versions import Versions


@dataclass(frozen=True, slots=True)
class Terms:
    """How all work of one build is to be done."""

    engine: str
    limits: Limits
    versions: Versions


class Wanted(NamedTuple):
    """A file to be read."""

    root: str
    path: str
    shown: str


class Stored(NamedTuple):
    """An article that was read before, in which something is to be found under another id."""

    key: bytes
    body: bytes
    id: str


class Item(NamedTuple):
    """What a file held: an article's rows, or the reason why there is none.

    `problem` says why nothing was looked for in the article.
    """

    said: Said
    body: Body | None
    found: Found | None
    problem: str


def job(terms: Terms, files: Sequence[Wanted] | Sequence[Stored]) -> bytes:
    """A job for a worker: the terms, then a line for each file or article."""
    versions = [terms.versions.reading, terms.versions.names, terms.versions.facts]
    return _lines([terms.engine, astuple(terms.limits), versions], *files)


def read_job(data: bytes) -> tuple[Terms, list[Any]]:
    """The terms and the lines of a job, the fields of the latter still to be put in place."""
    (engine, limits, versions), *rest = map(json.loads, data.splitlines())
    return Terms(engine, Limits(*limits), Versions(*versions)), rest


def to_stored(fields: list[str]) -> Stored:
    """A line of a job."""
    key, body, id_ = fields
    return Stored(b64decode(key), b64decode(body), id_)


def answer(files: Sequence[Sequence[Item]]) -> bytes:
    """What a worker says: a line for each file."""
    return _lines(*files)


def read_answer(data: bytes) -> list[list[Item]]:
    """What a worker said, file by file."""
    return [[_item(*one) for one in json.loads(line)] for line in data.splitlines()]


def _item(said: list[str], body: list[Any] | None, found: list[Any] | None, problem: str) -> Item:
    return Item(
        Said(*said),
        Body(b64decode(body[0]), body[1], *map(b64decode, body[2:])) if body else None,
        Found(found[0], *map(b64decode, found[1:])) if found else None,
        problem,
    )


def _lines(*values: object) -> bytes:
    return b"".join(
        json.dumps(value, ensure_ascii=True, separators=(",", ":"), default=_plain).encode("ascii")
        + b"\n"
        for value in map(_nested, values)
    )


def _nested(value: Any) -> Any:
    """`value` with bytes as text; tuples become lists."""
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, list | tuple):
        return [_nested(one) for one in value]
    return value


def _plain(value: object) -> object:
    """A dataclass as the list of its fields."""
    if isinstance(value, Said):
        return astuple(value)
    raise TypeError(type(value))
