"""A stored corpus as it was when it was opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.reading.guard.limits import Limits
from corpus.store import file, versions
from corpus.store.lazy import Stored
from corpus.store.shelf import Shelf
from corpus.store.stamp import stamp


class Snapshot:
    """`corpus` reads from the store as it is asked; later builds do not change it."""

    def __init__(self, folder: Path) -> None:
        """Raises StoreError where nothing fit to be read is stored, DamagedError."""
        self.folder = folder
        """Where others may put files beside the store, such as an index for searching."""
        self._shelf = Shelf(folder)
        self.corpus = Stored(self._shelf)

    @property
    def complete(self) -> bool:
        """Whether the build that made it came to its end."""
        return bool(self._shelf.said.get("complete"))

    @property
    def mark(self) -> str:
        """Names this state of the corpus: what rests on it can be keyed by it."""
        return str(self._shelf.said["mark"])

    def on_damage(self, told: Callable[[str], object]) -> None:
        """Have damage told once and passed over from then on, instead of raised."""
        self._shelf.on_damage = told

    def is_fresh(
        self, paths: Sequence[str | Path], engine: str, limits: Limits | None = None
    ) -> bool:
        """Whether a build would find nothing to do; about 4 µs a file."""
        said = self._shelf.said
        remote = any(map(file.address, paths))
        if not self.complete or not (remote or said.get("stamp")):
            return False
        made = versions.current(engine, self._shelf.meta, limits or Limits())
        if said.get("versions") != [made.reading, made.names, made.facts]:
            return False
        # What lies at an address is only looked at when the reader asks for it.
        from corpus.reading import bundled

        return remote or bool(said["stamp"] == stamp(paths or [bundled()]))

    def close(self) -> None:
        """Let go of the file; the corpus cannot be used from here on."""
        self._shelf.close()


def open_snapshot(paths: Sequence[str | Path], cache: Path) -> Snapshot | None:
    """What is stored for `paths` in the folder `cache`, None where nothing is that can be used."""
    from corpus.reading import bundled

    folder = file.place(paths or [bundled()], cache)
    try:
        return Snapshot(folder)
    except (file.StoreError, OSError):
        return None
