"""Asking for a line of text in the status line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events

from tui.keymap import Keymap
from tui.screens.hands import Hands
from tui.theme import Palette
from tui.widgets.field import Field
from tui.widgets.pane import Pane


@dataclass(frozen=True, slots=True)
class Question:
    """A line that is being typed: who takes it, and what Tab completes it from."""

    field: Field
    answered: Callable[[str], None]
    empty: bool = False
    """Whether an empty line is an answer too."""
    known: Sequence[str] = ()
    """Words that Tab completes the last one from, behind a comma."""


class Asking(Hands):
    """The next keys are a line of text; enter hands it over, escape drops it."""

    def __init__(self, palette: Palette, keymap: Keymap, panes: tuple[Pane, ...]) -> None:
        super().__init__(palette, keymap, panes)
        self.question: Question | None = None

    def ask(
        self,
        prompt: str,
        text: str,
        answered: Callable[[str], None],
        empty: bool = False,
        known: Sequence[str] = (),
        most: int = 500,
    ) -> None:
        """Have a line of at most `most` characters typed, with `text` to begin from."""
        field = Field(prompt, text, len(text), most)
        self.question = Question(field, answered, empty, known)
        self.status.show_field(field)

    def line_typed(self, text: str) -> None:
        """The line that is asked for is `text` now; "" where it is handed over or dropped."""

    def key_pressed(self, key: str, character: str | None) -> None:
        """Type into the line that is asked for, else as ever."""
        question = self.question
        if question is None:
            super().key_pressed(key, character)
            return
        field = question.field
        if key in ("escape", "ctrl+c", "enter"):
            self.question = None
            self.status.show_field(None)
            self._note = ""
            self.line_typed("")
            text = field.text.strip()
            if key == "enter" and (text or question.empty):
                question.answered(text)
            self.tell()
        elif key == "tab" and question.known:
            field.complete(question.known)
            self.status.show_field(field)
        elif field.feed(key, character):
            self.status.show_field(field)
            self.line_typed(field.text)

    def on_paste(self, event: events.Paste) -> None:
        """Paste into the line that is asked for, else into an open field."""
        if self.question is None:
            super().on_paste(event)
            return
        event.stop()
        event.prevent_default()
        self.question.field.insert(event.text)
        self.status.show_field(self.question.field)
        self.line_typed(self.question.field.text)
