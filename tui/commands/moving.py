"""Moving about, the same in every list and text."""

from __future__ import annotations

from tui.commands.command import ANY, PANE, Command, Context

CONTEXT = Context(PANE, "In every pane", (ANY,))

COMMANDS: tuple[Command, ...] = (
    Command("move.down", "Down", ("j", "down"), "One line or row down.", PANE),
    Command("move.up", "Up", ("k", "up"), "One line or row up.", PANE),
    Command("move.page-down", "Page down", ("space", "pagedown", "ctrl+f"), "One page down.", PANE),
    Command("move.page-up", "Page up", ("b", "pageup", "ctrl+b"), "One page up.", PANE),
    Command("move.half-down", "Half a page down", ("ctrl+d", "d"), "Half a page down.", PANE),
    Command("move.half-up", "Half a page up", ("ctrl+u", "u"), "Half a page up.", PANE),
    Command("move.top", "Top", ("g", "home"), "To the beginning.", PANE),
    Command("move.bottom", "Bottom", ("G", "end"), "To the end.", PANE),
)  # fmt: skip
