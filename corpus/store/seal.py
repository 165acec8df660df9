"""Values as bytes that notice damage: JSON or numbers, with a checksum that knows their place.

The label (table and row) goes into the checksum, so a row that has moved is noticed as well.
"""

from __future__ import annotations

import json
import zlib
from array import array
from typing import Any

from corpus.errors import DatelineError

_LEVEL = 1
"""Compression: the lightest shrinks an extract to a fifth, and costs a third of a heavier one."""


class DamagedError(DatelineError):
    """Stored bytes are not those that were written."""


def seal(label: str, payload: bytes) -> bytes:
    """`payload` behind its checksum."""
    return _sum(label, payload) + payload


def unseal(label: str, sealed: object) -> bytes:
    """What `seal` was given; raises DamagedError where anything differs."""
    if not isinstance(sealed, bytes) or sealed[:4] != _sum(label, sealed[4:]):
        raise DamagedError(f"what is stored as {label} is damaged")
    return sealed[4:]


def pack(label: str, value: Any) -> bytes:
    """A JSON value, compressed and sealed."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return seal(label, zlib.compress(text.encode("ascii"), _LEVEL))


def unpack(label: str, sealed: object) -> Any:
    """The value that `pack` was given; raises DamagedError."""
    payload = unseal(label, sealed)
    try:
        return json.loads(zlib.decompress(payload))
    except (ValueError, zlib.error) as error:
        raise DamagedError(f"what is stored as {label} is damaged") from error


def pack_numbers(label: str, numbers: array[int]) -> bytes:
    """An array of numbers, compressed and sealed; read back with the same type code."""
    return seal(label, zlib.compress(numbers.tobytes(), _LEVEL))


def unpack_numbers(label: str, sealed: object, code: str = "i") -> array[int]:
    """The numbers that `pack_numbers` was given; raises DamagedError."""
    payload = unseal(label, sealed)
    numbers: array[int] = array(code)
    try:
        numbers.frombytes(zlib.decompress(payload))
    except (ValueError, zlib.error) as error:
        raise DamagedError(f"what is stored as {label} is damaged") from error
    return numbers


def _sum(label: str, payload: bytes) -> bytes:
    return zlib.crc32(payload, zlib.crc32(label.encode())).to_bytes(4, "little")
