"""Saying who is whom: names that are one, and names that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.model import Entity
from tui.screens.noting import Noting

if TYPE_CHECKING:
    from corpus.notebook.book import Notebook

_READER = "joined by the reader"
"""The reason of a merge for which none was typed."""


class Naming(Noting):
    """Merges and splits, asked for in the index."""

    joining: Entity | None = None
    """The name that waits for the one it is joined with."""

    def do_merge(self) -> None:
        """Take the name under the cursor in hand, or join it with the one in hand."""
        thing = self.given_thing()
        entity = thing.entity if thing is not None else None
        if entity is None:
            return
        first = self.joining
        if first is None:
            self.joining = entity
            self.note(f"{entity.name} is the same as whom? Go there and press m again.")
        elif first.id == entity.id:
            self.joining = None
            self.note("Nothing is joined.")
        else:
            self.ask(
                f"Join {entity.name} with {first.name}? Reason: ",
                "",
                lambda reason: self._join(first, entity, reason),
                empty=True,
            )

    def _join(self, first: Entity, other: Entity, reason: str) -> None:
        self.joining = None
        corpus = self.grounds()

        def change(book: Notebook) -> str:
            from corpus.notebook.finding import named
            from corpus.notebook.records import Merge

            names = (named(corpus, first), named(corpus, other))
            book.add(Merge(names=names, reason=reason or _READER))
            return f"{first.name} and {other.name} are one"

        self.notes.do(change)

    def do_split(self) -> None:
        """Choose what is not the name under the cursor."""
        thing = self.given_thing()
        if thing is None or thing.entity is None:
            return
        from tui.screens.splitting import Splitting

        self.app.push_screen(Splitting(self.palette, self.keymap, self.desk(), thing.entity))

    def dropped(self) -> bool:
        """Give up a join that was begun; False where none was."""
        if self.joining is None:
            return False
        self.joining = None
        self.note("Nothing is joined.")
        return True
