"""Model objects to plain JSON values and back: what crosses to a child process or a file.

A dataclass becomes the list of its fields in order, an enumeration its value, a date its ISO form.
No code can hide in such data, which is why it is used instead of pickle.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def encode(value: Any) -> Any:
    """`value` as lists, strings, numbers and None."""
    if dataclasses.is_dataclass(value):
        return [encode(getattr(value, f)) for f in value.__dataclass_fields__]
    if isinstance(value, tuple):
        return [encode(v) for v in value]
    if isinstance(value, frozenset):
        return sorted(encode(v) for v in value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value


def decode(kind: type[T], data: Any) -> T:
    """The object of dataclass `kind` that `encode` made `data` from.

    Raises `ValueError` or `TypeError` when `data` has another shape.
    """
    made: T = _decoder(typing.cast("Any", kind))(data)
    return made


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        parts = [_decoder(hints[f.name]) for f in dataclasses.fields(kind)]
        make = typing.cast("Callable[..., Any]", kind)

        def build(data: list[Any]) -> Any:
            return make(*[part(v) for part, v in zip(parts, data, strict=True)])

        return build
    origin = typing.get_origin(kind)
    if origin is tuple and typing.get_args(kind)[-1] is not Ellipsis:
        items = [_decoder(one) for one in typing.get_args(kind)]
        return lambda data: tuple([part(v) for part, v in zip(items, data, strict=True)])
    if origin in (tuple, Sequence, frozenset):
        item = _decoder(typing.get_args(kind)[0])
        make_from = frozenset if origin is frozenset else tuple
        return lambda data: make_from([item(v) for v in data])
    if origin in (typing.Union, types.UnionType):
        inner = next(a for a in typing.get_args(kind) if a is not type(None))
        part = _decoder(inner)
        return lambda data: None if data is None else part(data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is date:
        return date.fromisoformat
    return lambda data: data
