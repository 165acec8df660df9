"""What can be asked for in every view."""

from __future__ import annotations

from tui.commands.command import ANY, PANE, SHEET, Command, Context

CONTEXT = Context(SHEET, "In every view", (PANE, ANY))

COMMANDS: tuple[Command, ...] = (
    Command("view.open", "Open", ("enter",), "Go to the words behind what is chosen.", SHEET, "open"),
    Command("view.find", "Filter", ("/",), "Keep the rows that hold what you type.", SHEET, "filter"),
    Command("view.cancel", "Give up", ("escape",), "Drop the filter, else close the view.", SHEET, "close"),
    Command("view.take", "Take the name", ("*",), "Choose the name under the cursor for the reading room.", SHEET),
    Command("view.close", "Close", ("q",), "Close the view.", SHEET),
)  # fmt: skip
