"""Styles that overlap, cut into stretches of one style each."""

from __future__ import annotations

from itertools import pairwise

from rich.style import Style

Layer = tuple[int, int, Style]
"""Half-open range of characters and what is laid over them; later layers lie on top."""


def layered(start: int, end: int, base: Style, layers: list[Layer]) -> list[Layer]:
    """The characters from `start` to `end` in stretches of one style, without gaps."""
    layers = [layer for layer in layers if layer[0] < end and start < layer[1]]
    cuts = {start, end}
    for first, last, _ in layers:
        cuts |= {max(start, first), min(end, last)}
    pieces = []
    for first, last in pairwise(sorted(cuts)):
        style = base
        for low, high, over in layers:
            if low <= first and last <= high:
                style += over
        pieces.append((first, last, style))
    return pieces
