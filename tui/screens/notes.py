"""What the reader has said: notes, tags, marks, merges, splits and corrections."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.model import ArticleId, EntityId, Span
from corpus.notebook.records import Addition, Edit, Mark, Note, Record, Tag
from tui.desk import Desk
from tui.notes.entries import GROUPS, Entry, entries
from tui.notes.notes import NOT_KEPT
from tui.render import Line, fit
from tui.screens.view import RowsView
from tui.screens.work import Cancelled

if TYPE_CHECKING:
    from corpus.notebook.book import Notebook as Book
    from tui.notes.state import Laid

_KIND = 10
"""Cells of the kind of a record."""
_GROUPS = tuple(GROUPS)


class Notebook(RowsView[Entry]):
    """Every record in two rows: what it says, and on what; latest first."""

    CONTEXT = "notes"
    TITLE = "Your notes"
    ROWS = 2
    group = ""

    def caption(self) -> str:
        """What is listed."""
        return f"Your {self.group}" if self.group else self.TITLE

    def gather(self, desk: Desk, cancelled: Cancelled) -> list[Entry]:
        """The records, from what the notebook's thread last told."""
        laid = self.notes.laid
        return entries(laid, self.group, cancelled) if laid is not None else []

    def draw(self, item: Entry, part: int, width: int) -> Line:
        """Kind and words, then what they are on."""
        line = Line()
        if part == 0:
            line.add(item.kind.ljust(_KIND), self.palette.heading)
            return line.add(fit(item.words, width - _KIND), self.palette.text)
        line.add(" " * _KIND, self.palette.muted)
        if item.why:
            why = fit(f"({item.why}) ", width - _KIND)
            line.add(why, self.palette.warning)
        return line.add(fit(item.on, max(0, width - line.width)), self.palette.muted)

    def words(self, item: Entry) -> str:
        """All that stands there."""
        return f"{item.kind} {item.words} {item.on} {item.why}"

    def target(self, item: Entry) -> tuple[ArticleId, Span | None] | None:
        """The passage."""
        return item.place

    def named(self) -> EntityId | None:
        """The name that the record is on."""
        return self.rows.item.entity if self.rows.item is not None else None

    def nothing(self) -> str:
        """How to begin."""
        if not self.notes.kept:
            return NOT_KEPT
        return "Nothing yet: a writes a note, t tags, m joins names, X rejects a fact."

    def open(self, item: Entry) -> None:
        """Go to the passage or the name."""
        if item.entity is not None and item.entity in self.corpus.entity_by_id:
            self.choose(item.entity)
        elif item.place is not None:
            self.show(*item.place)
        else:
            self.note(item.why or "That is not in these documents.")

    def notes_changed(self, laid: Laid) -> None:
        """Show what is there now."""
        self.given = replace(self.given, corpus=laid.corpus)
        self.refresh_items()

    def do_next_kind(self) -> None:
        """Narrow to the next kind."""
        self._turn(1)

    def do_previous_kind(self) -> None:
        """Narrow to the kind before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        self.group = _GROUPS[(_GROUPS.index(self.group) + step) % len(_GROUPS)]
        self.refresh_items()
        self.rows.touch_title()

    def do_edit(self) -> None:
        """Change the words of the record under the cursor."""
        record = self.rows.item.record if self.rows.item is not None else None
        if record is None:
            return
        name, prompt = _editable(record)

        def change(text: str) -> None:
            def make(book: Book) -> str:
                now = book.get(record.id)
                if now is None:
                    raise ValueError("It was taken out elsewhere meanwhile.")
                book.change(replace(now, **{name: text}))  # type: ignore[arg-type]
                return "Changed"

            self.notes.do(make)

        held = self.notes.held
        known = held.tags if held is not None and isinstance(record, Tag) else ()
        text = str(getattr(record, name))
        empty = name == "reason"
        self.ask(prompt, text, change, empty=empty, known=known, most=5000)

    def do_remove(self) -> None:
        """Take the record under the cursor out."""
        item = self.rows.item
        record = item.record if item is not None else None
        if item is None or record is None:
            return
        id_ = record.id

        def make(book: Book) -> str:
            book.remove(id_)
            return f"Taken out: {item.kind} {fit(item.words, 30)} (U brings it back)"

        self.notes.do(make)


def _editable(record: Record) -> tuple[str, str]:
    """The field of a record that can be changed, and what is asked."""
    match record:
        case Note():
            return "text", "Note: "
        case Tag():
            return "tag", "Tag: "
        case Mark():
            return "name", "Mark: "
        case Edit():
            return "value", f"{record.field}: "
        case Addition():
            return "reason", "Reason of the added fact: "
    return "reason", "Reason: "
