"""Rows that open and close: the facts, a dossier, disagreements."""

from __future__ import annotations

from tui.commands.command import ANY, OUTLINE, PANE, Command, Context

CONTEXT = Context(OUTLINE, "Where rows open", (PANE, ANY))

COMMANDS: tuple[Command, ...] = (
    Command("outline.turn", "Open or close", ("space",), "Open what lies below the row: its sources, its words; again closes it.", OUTLINE, "open/close"),
    Command("outline.unfold", "Open the row", ("right", "l"), "Open the row; into it where it is open.", OUTLINE),
    Command("outline.fold", "Close the row", ("left", "h"), "Close the row; out of it where it is closed.", OUTLINE),
    Command("outline.fold-all", "Close all headings", ("-",), "Close all headings, or open them all.", OUTLINE),
)  # fmt: skip
