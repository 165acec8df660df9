"""One view of a stored corpus: rows as they were when it was opened, and what damage leads to."""

from __future__ import annotations

import json
import sqlite3
import threading
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from corpus.model import Article, ArticleId, Entity, EntityId, Heading, Kind, Origin, Stated
from corpus.store import file
from corpus.store.lock import Lock
from corpus.store.seal import DamagedError, unpack, unpack_numbers, unseal

T = TypeVar("T")

_LOST = "what is stored of it is damaged"


class Shelf:
    """Reads rows; safe to be used by several threads.

    Damage is reported once to `on_damage`, if that is set, and something empty stands in for what
    is lost; without it the file is thrown away and DamagedError is raised.
    """

    def __init__(self, folder: Path) -> None:
        """Raises StoreError where nothing fit to be read is stored, DamagedError."""
        self.on_damage: Callable[[str], object] | None = None
        self._folder = folder
        self._lock = threading.Lock()
        self._closed = False
        try:
            self._connection = file.open_to_read(folder)
            meta = dict(self._connection.execute("SELECT name, value FROM meta"))
            self.meta: dict[str, str] = meta
            self.said: dict[str, Any] = json.loads(meta.get("model", "{}"))
        except (sqlite3.DatabaseError, ValueError) as error:
            raise DamagedError(f"the stored reading is damaged ({error})") from error
        if "articles" not in self.said:
            self._connection.close()
            raise file.StoreError("nothing is stored for this folder yet")

    def close(self) -> None:
        """Let go of the file; whoever still asks finds nothing."""
        with self._lock:
            self._closed = True
            self._connection.close()

    def rows(self, query: str, *values: object) -> list[Any]:
        """All rows that answer a query; none where the file is damaged."""
        try:
            with self._lock:
                return (
                    self._connection.execute(query, values).fetchall() if not self._closed else []
                )
        except sqlite3.DatabaseError as error:
            self._harmed(DamagedError(f"the stored reading is damaged ({error})"))
            return []

    def row(self, query: str, *values: object) -> Any:
        """The first row that answers a query, None where there is none."""
        found = self.rows(query, *values)
        return found[0] if found else None

    def unpack(self, label: str, sealed: object) -> Any:
        """A packed value; raises DamagedError."""
        return unpack(label, sealed)

    def numbers(self, label: str, sealed: object) -> array[int]:
        """Packed numbers, none where they are damaged."""
        return self.tried(lambda: unpack_numbers(label, sealed), lambda: array("i"))

    def sheet(self, name: str) -> bytes:
        """The bytes of a sheet, none where they are damaged."""
        row = self.row("SELECT body FROM sheet WHERE name = ?", name)
        return self.tried(lambda: unseal(name, row and row[0]), lambda: b"")

    def tried(self, make: Callable[[], T], otherwise: Callable[[], T]) -> T:
        """What `make` gives, or `otherwise` where that turns out to be damaged."""
        try:
            return make()
        except (DamagedError, ValueError, TypeError, LookupError) as error:
            self._harmed(error)
            return otherwise()

    def lost_article(self, at: int, heading: Heading) -> Article:
        """What stands in for an article that is damaged."""
        self._harmed(DamagedError(_LOST))
        return Article(
            heading.id, heading.path, Stated(heading.title, Origin.FILE_NAME), "",
            remarks=(_LOST,),
        )  # fmt: skip

    def lost_heading(self, id_: str) -> Heading:
        """What stands in for a heading that is damaged."""
        return Heading(ArticleId(id_), "?", f"({_LOST})", "", "", "")

    def lost_entity(self, at: int) -> Entity:
        """What stands in for an entity that is damaged."""
        row = self.row("SELECT id FROM entity WHERE at = ?", at)
        return Entity(EntityId(row[0] if row else f"lost:{at}"), f"({_LOST})", Kind.PLACE, (), ())

    def load_names(self) -> Any:
        """The index of names, None where there is none."""
        from corpus.store import names

        with self._lock:
            try:
                return None if self._closed else names.load(self._connection)
            except (DamagedError, sqlite3.DatabaseError) as error:
                found = error
        self._harmed(found)
        return None

    def _throw_away(self) -> bool:
        """Discard the file, so that it is made anew, unless somebody is doing that already."""
        lock = Lock(self._folder)
        try:
            if not lock.take():
                return False
            file.discard(self._folder)
        except OSError:
            return False
        finally:
            lock.release()
        return True

    def _harmed(self, error: Exception) -> None:
        said = error if isinstance(error, DamagedError) else DamagedError(_LOST)
        if self._closed:
            return
        if self.on_damage is None:
            gone = " It was thrown away: run the command again." if self._throw_away() else ""
            raise DamagedError(f"{str(said)[0].upper()}{str(said)[1:]}.{gone}") from error
        told, self.on_damage = self.on_damage, lambda reason: None
        told(str(said))
