"""Records to TOML tables and back. Empty fields are left out; anything unexpected is an error."""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from typing import Any, Final, cast

from corpus.model import Kind
from corpus.notebook.records import Named, Passage, Record, Statement, Target
from corpus.notebook.tidy import tidy

_TARGETS: Final[dict[str, type]] = {"passage": Passage, "name": Named, "fact": Statement}
_WORD_FOR: Final = {kind: word for word, kind in _TARGETS.items()}
_KIND: Final = "what"
"""The key that tells what a target is, where it can be several things."""


def to_table(record: Record) -> dict[str, Any]:
    """`record` as values that TOML knows."""
    return _fields(record)


def _fields(value: Any) -> dict[str, Any]:
    out: dict[str, Any] = {}
    several = _several(cast("Hashable", type(value)))
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        if held == field.default:
            continue
        if field.name in several:
            out[field.name] = {_KIND: _WORD_FOR[type(held)]} | _fields(held)
        else:
            out[field.name] = _plain(held)
    return out


@cache
def _several(kind: Hashable) -> frozenset[str]:
    """The fields that can be several things, so that the table has to tell which."""
    return frozenset(
        n for n, hint in typing.get_type_hints(cast("type", kind)).items() if hint == Target
    )


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return _fields(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def from_table(kind: type[Record], table: Mapping[str, Any]) -> Record:
    """The record of `kind` that `table` holds. Raises ValueError with what is wrong with it."""
    made = _maker(cast("Hashable", kind))(table, "")
    assert isinstance(made, Record)  # noqa: S101 - narrows the type
    return made


Maker = Callable[[Any, str], Any]


@cache
def _maker(kind: Any) -> Maker:
    if kind == Target:
        return _target
    if dataclasses.is_dataclass(kind):
        return _make_record(cast("type", kind))
    origin = typing.get_origin(kind)
    if origin is tuple:
        item = _maker(typing.get_args(kind)[0])
        return lambda value, at: tuple(item(v, at) for v in _expect(list, value, at))
    if origin in (typing.Union, types.UnionType):
        return _maker(next(a for a in typing.get_args(kind) if a is not type(None)))
    return _SIMPLE[kind]


def _make_record(kind: type) -> Maker:
    hints = typing.get_type_hints(kind)
    fields = {f.name: f for f in dataclasses.fields(kind)}
    makers = {name: _maker(hints[name]) for name in fields}
    required = {
        name
        for name, f in fields.items()
        if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    }

    def make(value: Any, at: str) -> Any:
        table = _expect(dict, value, at)
        for name in table:
            if name not in makers:
                raise ValueError(f"{at}{name} is not known")
        if missing := required - table.keys():
            raise ValueError(f"{at}{min(missing)} is missing")
        return kind(**{name: makers[name](v, f"{at}{name}") for name, v in table.items()})

    return make


def _target(value: Any, at: str) -> Any:
    table = dict(_expect(dict, value, at))
    word = table.pop(_KIND, None)
    found = _TARGETS.get(word) if isinstance(word, str) else None
    if found is None:
        raise ValueError(f'{at}.{_KIND} is none of "passage", "name", "fact"')
    return _maker(found)(table, f"{at}.")


def _expect(kind: type, value: Any, at: str) -> Any:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{at} is of the wrong type")
    return value


def _number(value: Any, at: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"{at} is not a number")
    return float(value)


def _whole(value: Any, at: str) -> int:
    number: int = _expect(int, value, at)
    if not 0 <= number < 2**62:
        raise ValueError(f"{at} is out of range")
    return number


def _time(value: Any, at: str) -> datetime:
    when: datetime = _expect(datetime, value, at)
    if when.tzinfo is None:
        return when.replace(tzinfo=UTC)
    try:
        return when.astimezone(UTC)
    except OverflowError:
        raise ValueError(f"{at} is out of range") from None


def _kind(value: Any, at: str) -> Kind:
    try:
        return Kind(value)
    except ValueError:
        raise ValueError(f"{at} is none of {', '.join(Kind)}") from None


_SIMPLE: Final[dict[Any, Maker]] = {
    str: lambda value, at: tidy(_expect(str, value, at)),
    int: _whole,
    float: _number,
    datetime: _time,
    Kind: _kind,
}
