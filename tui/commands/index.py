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
    Command("index.merge", "Join names", ("m",), "Take this name in hand; m on another says that they are one.", INDEX, "join"),
    Command("index.split", "Split off", ("x",), "Say that a spelling, or an article, is about somebody else.", INDEX),
)  # fmt: skip
