"""The store: what was read and found, kept in the user's cache folder, read as it is needed.

`open` gives what is there at once; `corpus.store.building.build` brings it up to date. See
docs/store.md.
"""

from __future__ import annotations

from corpus.store.file import StoreError
from corpus.store.lock import BusyError
from corpus.store.seal import DamagedError
from corpus.store.snapshot import Snapshot
from corpus.store.snapshot import open_snapshot as open

__all__ = ["BusyError", "DamagedError", "Snapshot", "StoreError", "open"]
