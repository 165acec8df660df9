"""Saying something about what is under the cursor: notes, tags, names that are one, wrong facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.notes.thing import Thing
from tui.screens.work import Working

if TYPE_CHECKING:
    from corpus.model import Corpus
    from corpus.notebook.book import Notebook
    from tui.notes.notes import Notes
    from tui.notes.state import Laid

_MOST = 5000
"""Characters of a note."""
_CALLED = 30
"""Characters of a name in a prompt."""


class Noting(Working):
    """Every screen on which something can be said about what it shows."""

    @property
    def notes(self) -> Notes:
        """The notebook."""
        return self.reader.notes

    def thing(self) -> Thing | None:
        """What under the cursor the reader can say something about."""
        return self.in_hand.thing()

    def grounds(self) -> Corpus:
        """The corpus that the thing under the cursor is of."""
        return self.desk().corpus

    def said(self) -> str:
        """What the reader has said of the thing under the cursor, in one line."""
        laid: Laid | None = self.notes.laid
        if laid is None or not (laid.placed.any or self.notes.covers):
            return ""
        from corpus.notebook.people import YOU_SAY
        from tui.notes.state import words_of

        thing = self.thing()
        if thing is None:
            return ""
        basis = thing.entity.basis if thing.entity is not None else ()
        words = [words_of(thing.records(laid.placed))]
        words += [why for why in basis if why.startswith(YOU_SAY)]
        return " · ".join(one for one in words if one)

    def whole(self, said: str) -> bool:
        """The reader's own words are."""
        return super().whole(said) or (bool(said) and said == self.said())

    def tell(self) -> None:
        """As ever; but what is not saved is said for as long as it is not."""
        trouble = self.notes.trouble
        if trouble and not self._note:
            self.status.say(trouble, self._hints(), warning=True, whole=True)
        else:
            super().tell()

    def do_write(self) -> None:
        """Write a note on what is under the cursor."""
        thing = self.given_thing()
        if thing is not None:
            self.ask(f"Note on {_short(thing.called)}: ", "", self._writer(thing), most=_MOST)

    def _writer(self, thing: Thing) -> Callable[[str], None]:
        corpus = self.grounds()

        def write(text: str) -> None:
            def change(book: Notebook) -> str:
                from corpus.notebook.records import Note

                book.add(Note(on=thing.target(corpus), text=text))
                return f"Note on {thing.called}: {_short(text)}"

            self.notes.do(change)

        return write

    def do_tag(self) -> None:
        """Tag what is under the cursor."""
        thing = self.given_thing()
        if thing is None:
            return
        corpus = self.grounds()

        def tag(text: str) -> None:
            tags = list(dict.fromkeys(" ".join(one.split()) for one in text.split(",")))
            tags = [one for one in tags if one]

            def change(book: Notebook) -> str:
                from corpus.notebook.records import Tag

                target = thing.target(corpus)
                there = {one.tag for one in book.records(Tag) if one.on == target}
                for one in tags:
                    if one not in there:
                        book.add(Tag(on=target, tag=one))
                return " ".join(f"#{one}" for one in tags)

            if tags:
                self.notes.do(change)

        held = self.notes.held
        known = held.tags if held is not None else ()
        self.ask(f"Tags for {_short(thing.called)}: ", "", tag, known=known)

    def do_undo(self) -> None:
        """Undo the last change of the notebook."""
        self.notes.do(lambda book: book.undo() or _nothing("undo"))

    def do_redo(self) -> None:
        """Make the change again that was undone last."""
        self.notes.do(lambda book: book.redo() or _nothing("redo"))

    def given_thing(self) -> Thing | None:
        """The thing under the cursor; says so where there is none, or no notebook."""
        from tui.notes.notes import NOT_KEPT

        if not self.notes.kept:
            self.note(NOT_KEPT)
            return None
        thing = self.thing()
        if thing is None:
            self.note("Nothing here to write on: choose a row or mark a sentence with ) first.")
        return thing


def _nothing(what: str) -> str:
    raise ValueError(f"There is nothing to {what}.")


def _short(words: str) -> str:
    return words if len(words) <= _CALLED else words[: _CALLED - 1] + "…"
