"""Murmur hashes of many strings at once: they pick the rows of the tagger's embedding tables.

Written after Austin Appleby's public-domain MurmurHash2 (64 bit, A) and MurmurHash3 (the mixing of
one 64-bit key, as thinc has it), so that the rows are those that the weights were learnt with.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.language.tagdata import Keys

_MIX = np.uint64(0xC6A4A7935BD1E995)
_SHIFT = np.uint64(47)
_SEED = np.uint64(1)
_C1, _C2 = np.uint64(0x87C37B91114253D5), np.uint64(0x4CF5AD432745937F)
_F1, _F2 = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_LOW = np.uint64(0xFFFFFFFF)
_BATCH = 4096


def hash_strings(strings: Sequence[str]) -> Keys:
    """The 64-bit hash of each string's UTF-8 bytes; lone surrogates are hashed as three bytes."""
    coded = [s.encode("utf-8", "surrogatepass") for s in strings]
    order = sorted(range(len(coded)), key=lambda i: len(coded[i]), reverse=True)
    hashes = np.empty(len(coded), dtype=np.uint64)
    for low in range(0, len(order), _BATCH):
        rows = order[low : low + _BATCH]
        hashes[rows] = _hash_descending([coded[i] for i in rows])
    return hashes


def _hash_descending(coded: list[bytes]) -> Keys:
    """Hash byte strings, sorted from long to short, eight bytes of all of them at a time."""
    lengths = np.array([len(c) for c in coded], dtype=np.uint64)
    width = -(-len(coded[0]) // 8) * 8
    blocks = np.frombuffer(b"".join(c.ljust(width, b"\0") for c in coded), dtype="<u8")
    blocks = blocks.reshape(len(coded), width // 8)
    hashes: Keys = _SEED ^ (lengths * _MIX)
    for at in range(width // 8):
        whole = int(np.count_nonzero(lengths >= 8 * at + 8))
        some = int(np.count_nonzero(lengths > 8 * at))
        keys = blocks[:whole, at] * _MIX
        keys ^= keys >> _SHIFT
        hashes[:whole] = (hashes[:whole] ^ (keys * _MIX)) * _MIX
        hashes[whole:some] = (hashes[whole:some] ^ blocks[whole:some, at]) * _MIX
    hashes ^= hashes >> _SHIFT
    hashes *= _MIX
    hashes ^= hashes >> _SHIFT
    return hashes


def spread(keys: Keys, seed: int) -> Keys:
    """Four 32-bit hashes of each key, as an array of shape (len(keys), 4)."""
    start = np.uint64(seed) ^ np.uint64(8)
    first = keys * _C1
    first = ((first << np.uint64(31)) | (first >> np.uint64(33))) * _C2
    first = (first ^ start) + start
    second = start + first
    first, second = _finish(first), _finish(second)
    first = first + second
    second = second + first
    halves = (first & _LOW, first >> np.uint64(32), second & _LOW, second >> np.uint64(32))
    return np.stack(halves, axis=1)


def _finish(keys: Keys) -> Keys:
    for factor in (_F1, _F2):
        keys = (keys ^ (keys >> np.uint64(33))) * factor
    return keys ^ (keys >> np.uint64(33))
