"""What a single file may cost before it is given up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file.

    `file` bytes of it are read, at most; unpacking and parsing it may take `memory` bytes, and
    `seconds` until the next article comes out of it, ten times that in all; at most `text`
    characters in `articles` articles are taken from it.
    """

    file: int = 100 * 1024 * 1024
    memory: int = 1024 * 1024 * 1024
    seconds: int = 20
    text: int = 100_000_000
    articles: int = 100_000
