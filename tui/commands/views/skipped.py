"""The list of skipped files."""

from __future__ import annotations

from tui.commands.command import ANY, Command, view_context

CONTEXT = view_context("skipped", "Skipped files")

COMMANDS: tuple[Command, ...] = (
    Command("app.skipped", "Skipped files", ("S",), "List the files that were not loaded, and why.", ANY, opens="tui.screens.skipped:SkippedFiles"),
)  # fmt: skip
