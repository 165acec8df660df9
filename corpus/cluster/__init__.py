"""Articles read, and names and facts found in them, by a Dask cluster: see docs/scale.md.

The workers run the very functions that a build on one machine runs. Bytes alone go to and fro:
JSON lines, and the name of a function of this package, which every machine has installed.
"""

from __future__ import annotations

from corpus.cluster.building import build

__all__ = ["build"]
