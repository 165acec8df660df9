"""The records of the notebook as a list shows them: in plain words, with where they lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from corpus.model import ArticleId, Corpus, EntityId, Span
from corpus.notebook.overlay import Overlaid
from corpus.notebook.placing import Placed
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
    Target,
)
from tui.notes.state import Laid

GROUPS: Final[dict[str, tuple[type[Record], ...]]] = {
    "": (Note, Tag, Mark, Merge, Split, Hidden, Rejection, Edit, Addition),
    "notes": (Note,),
    "tags": (Tag,),
    "marks": (Mark,),
    "names": (Merge, Split, Hidden),
    "facts": (Rejection, Edit, Addition),
}
"""What the list can be narrowed to → the records it shows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, or a remark of the notebook where there is none."""

    kind: str
    words: str
    on: str
    record: Record | None = None
    place: tuple[ArticleId, Span | None] | None = None
    entity: EntityId | None = None
    why: str = ""
    """Why it changes nothing here, "" where it does."""


def entries(laid: Laid, group: str, cancelled: Callable[[], bool]) -> list[Entry]:
    """The records of a group, latest first; above all of them what the notebook remarks."""
    held, found = laid.held, []
    if not group:
        remarks = list(held.remarks)
        if held.read_only:
            remarks.append(f"cannot be changed: {held.read_only}")
        found = [Entry("notebook", remark, "") for remark in remarks]
    records = [record for kind in GROUPS[group] for record in held.records(kind)]
    records.sort(key=lambda one: (one.created, one.id), reverse=True)
    at = _Where(laid)
    for record in records:
        if cancelled():
            break
        found.append(at.entry(record))
    return found


class _Where:
    """Looks up where records lead."""

    def __init__(self, laid: Laid) -> None:
        self._corpus: Corpus = laid.corpus
        self._placed: Placed = laid.placed
        self._unlaid = laid.corpus.unlaid if isinstance(laid.corpus, Overlaid) else {}
        self._made: dict[str, EntityId] = {}
        if isinstance(laid.corpus, Overlaid):
            for entity in laid.corpus.changed:
                for record in laid.corpus.entity_records(entity.id):
                    self._made.setdefault(record, entity.id)

    def entry(self, record: Record) -> Entry:
        """The record as a list shows it."""
        why = self._placed.lost.get(record.id) or self._unlaid.get(record.id, "")
        place: tuple[ArticleId, Span | None] | None = self._placed.where.get(record.id)
        who = self._placed.who.get(record.id) or self._made.get(record.id)
        made = _told(record)
        if place is not None and place[1] is not None and place[1].start == place[1].end:
            place = (place[0], None)
        if place is None and isinstance(record, Rejection | Edit):
            place = self._found(record.on.evidence)
        elif place is None and isinstance(record, Addition):
            place = self._found(record.evidence)
        return replace(made, record=record, place=place, entity=who, why=why)

    def _found(self, passage: Passage) -> tuple[ArticleId, Span | None] | None:
        """Where a correction stands; only its place is looked at, the words are not sought."""
        id_ = ArticleId(passage.digest[:12])
        article = self._corpus.by_id.get(id_)
        if article is None or article.digest != passage.digest:
            return None
        return id_, Span(passage.start, passage.end)


def _told(record: Record) -> Entry:
    match record:
        case Note():
            return Entry("note", _line(record.text), _on(record.on))
        case Tag():
            return Entry("tag", f"#{record.tag}", _on(record.on))
        case Mark():
            return Entry("mark", record.name, _on(record.on))
        case Merge():
            names = " = ".join(name.name for name in record.names)
            return Entry("joined", names, _line(record.reason))
        case Split():
            part = record.spelling or ", ".join(record.paths)
            return Entry("split", f"{part} ≠ {record.of.name}", _line(record.reason))
        case Hidden():
            return Entry("hidden", record.who.name, _line(record.reason))
        case Rejection():
            return Entry("rejected", _on(record.on), _line(record.reason))
        case Edit():
            words = f"{record.field}: {_line(record.value)}"
            return Entry("corrected", words, _because(_on(record.on), record.reason))
        case Addition():
            words = _line(f"{record.subject} {record.relation} {record.object}")
            return Entry("added", words, _because(_on(record.evidence), record.reason))
    return Entry("record", record.id, "")


def _on(target: Target) -> str:
    if isinstance(target, Named):
        return f"{target.name} ({target.kind.value})"
    if isinstance(target, Statement):
        return _line(f"{target.subject} {target.relation} {target.object}") + (
            f" · {target.evidence.path}"
        )
    return f"“{_line(target.quote)}” · {target.path}" if target.quote else target.path


def _because(words: str, reason: str) -> str:
    return f"{_line(reason)} · {words}" if reason.strip() else words


def _line(text: str) -> str:
    return " ".join(text.split())
