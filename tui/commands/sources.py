"""The list of sources."""

from __future__ import annotations

from tui.commands.command import SOURCES, Command, pane_context

CONTEXT = pane_context(SOURCES, "Sources")

COMMANDS: tuple[Command, ...] = (
    Command("sources.open", "Open", ("enter", "l", "right"), "Read the chosen article.", SOURCES, "open"),
    Command("sources.find", "Filter", ("&",), "Keep the sources whose line holds what you type.", SOURCES, "filter"),
)  # fmt: skip
