"""What a reader can keep: notes, tags, marks, and words on who is who and what is so.

Nothing here refers to ids of the model, which change when a file or a rule changes: passages are
known by their words, people and places by their name, facts by their evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from corpus.model import Kind

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of records that were written by hand without one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article: where it stood, its words, and the words around it.

    `path` and `digest` are those of the `Article`; an empty `quote` means the article as a whole.
    """

    path: str
    digest: str = ""
    start: int = 0
    end: int = 0
    quote: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A person, place or organisation, by kind, name and spellings.

    `seen` holds the paths of some articles that name it: they tell two of one name apart.
    """

    kind: Kind
    name: str
    spellings: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact: what it says in short, and the words of its evidence."""

    kind: str
    relation: str
    evidence: Passage
    subject: str = ""
    object: str = ""


Target = Passage | Named | Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records have. The notebook fills in these fields; leave them to it.

    `revision` counts the changes of the record; `conflict_of` is the id of the record of which
    this is a second version, made elsewhere at the same time.
    """

    id: str = ""
    revision: int = 0
    created: datetime = EPOCH
    changed: datetime = EPOCH
    conflict_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """The reader's words on a passage, an entity or a fact."""

    on: Target
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Record):
    """A word by which passages, entities or facts are gathered."""

    on: Target
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Record):
    """A place in an article with a name, to come back to."""

    on: Passage
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(Record):
    """Names that the reader says are one; the first is the one that stays."""

    names: tuple[Named, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Record):
    """What is not this entity: one of its spellings, its mentions in some articles, or both.

    With both, the spelling within these articles. `new_name` is what the other one is called.
    """

    of: Named
    spelling: str = ""
    paths: tuple[str, ...] = ()
    new_name: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden(Record):
    """Someone who must not appear in exports."""

    who: Named
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection(Record):
    """A fact that the reader takes for wrong."""

    on: Statement
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit(Record):
    """One field of a fact, as the reader has it; `corpus.notebook.overlay` lists the fields."""

    on: Statement
    field: str
    value: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition(Record):
    """A fact that the reader found; `evidence` is the selected text. Dates are ISO, or empty."""

    evidence: Passage
    kind: str
    relation: str
    subject: str
    object: str = ""
    value: float | None = None
    unit: str = ""
    first: str = ""
    last: str = ""
    place: str = ""
    speaker: str = ""
    certainty: str = "stated"
    reason: str = ""


TABLES: Final[dict[str, type[Record]]] = {
    "note": Note,
    "tag": Tag,
    "mark": Mark,
    "merge": Merge,
    "split": Split,
    "hidden": Hidden,
    "rejection": Rejection,
    "edit": Edit,
    "addition": Addition,
}
"""Name of the TOML table → what it holds."""

FILES: Final[dict[str, tuple[str, ...]]] = {
    "notes": ("note",),
    "tags": ("tag",),
    "marks": ("mark",),
    "names": ("merge", "split", "hidden"),
    "facts": ("rejection", "edit", "addition"),
}
"""Name of the file, without its ending → the tables in it, in order."""

TABLE_OF: Final = {kind: table for table, kind in TABLES.items()}
FILE_OF: Final = {TABLES[table]: file for file, tables in FILES.items() for table in tables}
