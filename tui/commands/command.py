"""What a command is, and the contexts that commands belong to."""

from __future__ import annotations

from dataclasses import dataclass

ANY = "any"
ROOM = "room"
PANE = "pane"
OUTLINE = "outline"
SHEET = "sheet"
SOURCES = "sources"
ARTICLE = "article"
INDEX = "index"
FACTS = "facts"

PANES = (SOURCES, ARTICLE, INDEX, FACTS)
"""The panes of the reading room."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where a key means something: a pane, a view, or what several of them share."""

    name: str
    title: str
    wider: tuple[str, ...] = ()
    """The contexts that a key is looked up in after this one, narrowest first."""


def pane_context(name: str, title: str) -> Context:
    """The context of a pane of the reading room."""
    return Context(name, title, (PANE, ROOM, ANY))


def view_context(name: str, title: str) -> Context:
    """The context of a view, the full screen that is opened over the reading room."""
    return Context(name, title, (PANE, SHEET, ANY))


def outline_context(name: str, title: str) -> Context:
    """The context of a view whose rows open and close."""
    return Context(name, title, (OUTLINE, PANE, SHEET, ANY))


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to ask for; `hint` is its word in the status line, "" where it has none there.

    The screen or its pane in hand carries it out in a method named after it, see `method`; a
    command that `opens` a view ("tui.screens.skipped:SkippedFiles") needs no method.
    """

    id: str
    name: str
    keys: tuple[str, ...]
    help: str
    context: str = ANY
    hint: str = ""
    opens: str = ""

    @property
    def method(self) -> str:
        """The method that carries it out: `do_page_down` for "move.page-down"."""
        return "do_" + self.id.partition(".")[2].replace("-", "_")
