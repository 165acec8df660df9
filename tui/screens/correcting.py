"""Saying what is so: facts rejected, corrected and added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.naming import Naming

if TYPE_CHECKING:
    from corpus.notebook.book import Notebook

_READER = "rejected by the reader"
"""The reason of a rejection for which none was typed."""


class Correcting(Naming):
    """Corrections, asked for in the panes of facts and of the article."""

    def do_reject(self) -> None:
        """Take out the fact under the cursor."""
        thing = self.given_thing()
        fact = thing.fact if thing is not None else None
        if fact is None:
            return
        corpus = self.grounds()

        def reject(reason: str) -> None:
            def change(book: Notebook) -> str:
                from corpus.notebook.finding import statement
                from corpus.notebook.records import Rejection

                book.add(Rejection(on=statement(corpus, fact), reason=reason or _READER))
                return "Fact rejected"

            self.notes.do(change)

        self.ask("This fact is wrong. Reason: ", "", reject, empty=True)

    def do_edit(self) -> None:
        """Correct a field of the fact under the cursor."""
        thing = self.given_thing()
        if thing is not None and thing.fact is not None:
            from tui.screens.form import Correction

            self.app.push_screen(Correction(self.palette, self.keymap, self.desk(), thing.fact))

    def do_add_fact(self) -> None:
        """Fill in a fact that the marked words state."""
        thing = self.given_thing()
        if thing is None or thing.article is None or thing.span is None:
            self.note("Mark the sentence that states it with ) or ( first.")
            return
        from tui.screens.form import Adding

        corpus = self.grounds()
        named = self.in_hand.named()
        entity = corpus.entity_by_id.get(named) if named is not None else None
        who = entity.name if entity is not None else ""
        article, span = thing.article, thing.span
        self.app.push_screen(Adding(self.palette, self.keymap, self.desk(), article, span, who))
