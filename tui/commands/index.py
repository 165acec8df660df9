"""The people, places and organisations."""

from __future__ import annotations

from tui.commands.command import INDEX, Command, pane_context

CONTEXT = pane_context(INDEX, "People and places")

COMMANDS: tuple[Command, ...] = (
    Command("index.open", "Choose", ("enter",), "Show where this one is named, and the facts; pressed again, the dossier (i opens it at once).", INDEX, "choose"),
    Command("index.find", "Filter", ("/",), "Find a name by typing part of it, near enough is enough.", INDEX, "filter"),
    Command("index.next-kind", "Next kind", ("right", "l"), "All, people, places, organisations.", INDEX, "kind"),
    Command("index.previous-kind", "Kind before", ("left", "h"), "The same, the other way round.", INDEX),
    Command("index.scope", "Article or all", ("w",), "Names of this article, or of all of them.", INDEX, "article/all"),
)  # fmt: skip
