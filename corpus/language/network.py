"""The network that reads words in their context: four convolutions over the vectors of forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.language.tagdata import Floats

WIDTH = 96
DEPTH = 4
"""Convolutions, each of which looks one token to either side: how far context reaches."""

_BLOCK = 512
_EPSILON = np.float32(1e-8)


class Maxout:
    """A layer that keeps the largest of three linear maps and norms the result."""

    def __init__(self, weights: Mapping[str, NDArray[Any]], number: int) -> None:
        matrix = weights[f"w{number}"].astype(np.float32)
        self._matrix: Floats = np.vstack([matrix, weights[f"b{number}"][None]])
        self._gain: Floats = weights[f"gain{number}"]
        self._shift: Floats = weights[f"shift{number}"]
        self.inputs = len(matrix)

    def __call__(self, rows: Floats) -> Floats:
        """The outputs for `rows`, which may be any number."""
        return self.apply(np.hstack([rows, np.ones((len(rows), 1), dtype=np.float32)]))

    def apply(self, rows: Floats) -> Floats:
        """The outputs for rows whose last column is 1, which carries the bias."""
        maps = rows @ self._matrix
        best: Floats = np.maximum(maps[:, :WIDTH], maps[:, WIDTH : 2 * WIDTH])
        np.maximum(best, maps[:, 2 * WIDTH :], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(WIDTH) + _EPSILON
        best /= np.sqrt(spread)[:, None]
        best *= self._gain
        best += self._shift
        return best


class Convolutions:
    """Four residual layers over windows of three; rows of zeros mean "no token there"."""

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        self._layers = [Maxout(weights, number) for number in range(1, DEPTH + 1)]
        self._window: Floats = np.ones((_BLOCK, 3 * WIDTH + 1), dtype=np.float32)

    def __call__(self, rows: Floats) -> Floats:
        """The rows in their context; exact but for the outer `DEPTH` rows at either end."""
        for layer in self._layers:
            framed = np.zeros((len(rows) + 2, WIDTH), dtype=np.float32)
            framed[1:-1] = rows
            following = np.empty_like(rows)
            for low in range(0, len(rows), _BLOCK):
                high = min(low + _BLOCK, len(rows))
                window = self._window[: high - low]
                for side in range(3):
                    window[:, side * WIDTH : (side + 1) * WIDTH] = framed[low + side : high + side]
                np.add(rows[low:high], layer.apply(window), out=following[low:high])
            rows = following
        return rows
