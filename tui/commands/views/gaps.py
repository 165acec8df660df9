"""What is said to be unknown."""

from __future__ import annotations

from tui.commands.command import ANY, Command, outline_context

CONTEXT = outline_context("gaps", "Unknown")

COMMANDS: tuple[Command, ...] = (
    Command("gaps.show", "What is unknown", ("W",), "List what is said to be unknown, and later facts that may answer it.", ANY, opens="tui.screens.gaps:Gaps"),
)  # fmt: skip
