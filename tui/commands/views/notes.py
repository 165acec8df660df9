"""The notes, tags, merges and corrections."""

from __future__ import annotations

from tui.commands.command import ANY, Command, view_context

CONTEXT = view_context("notes", "Your notes")

COMMANDS: tuple[Command, ...] = (
    Command("notes.show", "Your notes", ("A",), "List and search your notes, tags, marks, merges and corrections.", ANY, opens="tui.screens.notes:Notebook"),
    Command("notes.next-kind", "Next kind", ("right", "l"), "All, notes, tags, marks, names, facts.", CONTEXT.name, "kind"),
    Command("notes.previous-kind", "Kind before", ("left", "h"), "The same, the other way round.", CONTEXT.name),
    Command("notes.edit", "Change", ("e",), "Change the words, or the reason.", CONTEXT.name, "change"),
    Command("notes.remove", "Take out", ("x", "delete"), "Take it out of the notebook; U brings it back.", CONTEXT.name, "remove"),
)  # fmt: skip
