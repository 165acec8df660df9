"""Compressed files to what they hold, as far as the limits go."""

from __future__ import annotations

import bz2
import lzma
import zlib
from typing import Final, Protocol

from corpus.errors import UnreadableError
from corpus.reading.guard.limits import Limits
from corpus.reading.registry import READERS, file_type
from corpus.reading.sniff import HEAD, foreign, kind_of

_DEPTH: Final = 3
_PIECE: Final = 1 << 20


class _Unpacker(Protocol):
    """What the decompressors of the standard library have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


def unpacked(data: bytes, kind: str, name: str, limits: Limits) -> tuple[str, bytes]:
    """The format and the bytes that `data` holds once nothing about it is compressed any more."""
    for _ in range(_DEPTH):
        if kind not in ("gzip", "bzip2", "xz"):
            return kind, data
        data = _expand(data, kind, limits.memory // 4)
        if READERS.get(file_type(name)) == kind:
            name = name.rpartition(".")[0]
        if data[257:262] == b"ustar":
            raise UnreadableError("an archive (tar) of several files; unpack it first")
        if not data:
            raise UnreadableError("empty once unpacked")
        found = kind_of(data[:HEAD], name)
        if found is None:
            if file_type(name) or foreign(data[:HEAD]):
                what = foreign(data[:HEAD]) or f"{file_type(name)}"
                raise UnreadableError(f"holds what is not a format that Dateline reads ({what})")
            found = "text"
        kind = found
    if kind in ("gzip", "bzip2", "xz"):
        raise UnreadableError("compressed again and again")
    return kind, data


def _expand(data: bytes, kind: str, limit: int) -> bytes:
    """`data` decompressed, of several streams in a row all; at most `limit` bytes."""
    pieces: list[bytes] = []
    size = 0
    try:
        while data:
            unpacker = _unpacker(kind)
            while not unpacker.eof:
                piece = unpacker.decompress(data, _PIECE)
                size += len(piece)
                if size > limit:
                    raise UnreadableError(f"unpacks to more than {limit // (1024 * 1024):,} MB")
                pieces.append(piece)
                data = _rest(unpacker)
                if not piece and not data and not unpacker.eof:
                    raise UnreadableError("damaged: the compressed data end too early")
            data = unpacker.unused_data.lstrip(b"\0")
    except (zlib.error, OSError, lzma.LZMAError, EOFError, ValueError):
        # Rubbish behind a whole stream is common and harmless.
        if not pieces:
            raise UnreadableError(f"damaged: not valid {kind} data") from None
    return b"".join(pieces)


def _unpacker(kind: str) -> _Unpacker:
    if kind == "gzip":
        return zlib.decompressobj(wbits=31)
    if kind == "bzip2":
        return bz2.BZ2Decompressor()
    return lzma.LZMADecompressor(format=lzma.FORMAT_AUTO, memlimit=256 * 1024 * 1024)


def _rest(unpacker: _Unpacker) -> bytes:
    """What of the input is still to be given: only zlib hands it back."""
    tail: bytes = getattr(unpacker, "unconsumed_tail", b"")
    return tail
