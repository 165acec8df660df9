"""Records to test with."""

from __future__ import annotations

from corpus.model import Kind
from corpus.notebook.records import (
    Addition,
    Edit,
    Hidden,
    Mark,
    Merge,
    Named,
    Note,
    Passage,
    Record,
    Rejection,
    Split,
    Statement,
    Tag,
)

PASSAGE = Passage("reports/a.md", "0" * 64, 4, 9, "quote", "for ", " and")
ANNA = Named(Kind.PERSON, "Anna Kim", ("Anna Kim", "Kim"))
FACT = Statement("role", "is", PASSAGE, "Anna Kim", "envoy")


def note(text: str = "Ask again.") -> Note:
    """A note on a passage."""
    return Note(on=PASSAGE, text=text)


EVERY: tuple[Record, ...] = (
    note(),
    Note(on=ANNA, text="Seen twice."),
    Note(on=FACT, text="Doubtful."),
    Tag(on=PASSAGE, tag="later"),
    Mark(on=PASSAGE, name="a"),
    Merge(names=(ANNA, Named(Kind.PERSON, "Kim Anna")), reason="same post"),
    Split(of=ANNA, spelling="Kim", paths=("reports/a.md",), new_name="Kim (the clerk)"),
    Hidden(who=ANNA, reason="asked for it"),
    Rejection(on=FACT, reason="satire"),
    Edit(on=FACT, field="object", value="consul", reason="misread"),
    Addition(evidence=PASSAGE, kind="move", relation="left", subject="Anna Kim", value=2.5),
)
"""One of every kind of record, and of every kind of target."""
