"""The notebook as it was at one moment, fit to be looked at from the event loop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from corpus.model import Corpus
from corpus.notebook.book import Notebook
from corpus.notebook.placing import Placeable, Placed
from corpus.notebook.records import (
    TABLES,
    Addition,
    Edit,
    Hidden,
    Mark,
    Merge,
    Note,
    Record,
    Rejection,
    Split,
    Tag,
)

R = TypeVar("R", bound=Record)

LAID: tuple[type[Record], ...] = (Merge, Split, Hidden, Rejection, Edit, Addition)
"""Records that change what is shown."""
PLACED: tuple[type[Placeable], ...] = (Note, Tag, Mark)
"""Records that stand beside it."""


@dataclass(frozen=True, slots=True)
class Held:
    """Every record, and what there is to say of the notebook itself."""

    kinds: Mapping[type[Record], tuple[Record, ...]] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    read_only: str = ""
    unsaved: int = 0

    @classmethod
    def of(cls, book: Notebook) -> Held:
        """What `book` holds now."""
        kinds = {kind: book.records(kind) for kind in TABLES.values()}
        return cls(kinds, book.remarks, book.read_only, book.unsaved)

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, oldest first."""
        return cast("tuple[R, ...]", self.kinds.get(kind, ()))

    def same(self, other: Held, kinds: Sequence[type[Record]]) -> bool:
        """Whether the records of `kinds` are the same in both."""
        return all(self.kinds.get(kind, ()) == other.kinds.get(kind, ()) for kind in kinds)

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags in use, the latest first."""
        return tuple(dict.fromkeys(one.tag for one in reversed(self.records(Tag))))


@dataclass(frozen=True, slots=True)
class Laid:
    """The notebook over a corpus: `corpus` as the reader has it, and where the notes stand."""

    base: Corpus
    corpus: Corpus
    placed: Placed
    held: Held


def words_of(records: tuple[Placeable, ...]) -> str:
    """What notes, tags and marks say, in one line."""
    notes = [" ".join(one.text.split()) for one in records if isinstance(one, Note)]
    tags = [f"#{one.tag}" for one in records if isinstance(one, Tag)]
    marks = [f"‘{one.name}" for one in records if isinstance(one, Mark)]
    return " · ".join([*notes, *([" ".join([*tags, *marks])] if tags or marks else [])])


def sign_of(records: tuple[Placeable, ...]) -> str:
    """The sign of one cell by which the strongest of `records` is shown, "" for none."""
    kinds = {type(one) for one in records}
    return "*" if Note in kinds else "#" if Tag in kinds else "'" if Mark in kinds else ""
