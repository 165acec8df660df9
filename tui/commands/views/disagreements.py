"""The disagreements between articles."""

from __future__ import annotations

from tui.commands.command import ANY, Command, outline_context

CONTEXT = outline_context("disagreements", "Disagreements")

COMMANDS: tuple[Command, ...] = (
    Command("disagreements.show", "Disagreements", ("D",), "List where articles tell values that cannot both be true.", ANY, opens="tui.screens.disagreements:Disagreements"),
)  # fmt: skip
