"""What can be asked for everywhere: in the reading room and in every view."""

from __future__ import annotations

from tui.commands.command import ANY, Command, Context

CONTEXT = Context(ANY, "Everywhere")

COMMANDS: tuple[Command, ...] = (
    Command("app.help", "Help", ("?", "f1"), "Show every key, those of this pane first.", ANY, "help"),
    Command("app.palette", "Commands", (":", "ctrl+p"), "Find a command by name and run it."),
    Command("app.interrupt", "Break off", ("ctrl+c",), "Leave at once, with exit status 130."),
    Command("app.suspend", "Suspend", ("ctrl+z",), "Go back to the shell; `fg` returns."),
    Command("app.redraw", "Redraw", ("ctrl+l",), "Draw the whole screen again."),
    Command("pane.next-pane", "Next pane", ("tab",), "Go to the next pane."),
    Command("pane.previous-pane", "Previous pane", ("shift+tab",), "Go to the pane before."),
    Command("pane.zoom", "Zoom", ("z",), "Give this pane the whole screen, or take it back."),
)  # fmt: skip
