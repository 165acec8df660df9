"""What is not somebody: the choice of a spelling or an article."""

from __future__ import annotations

from tui.commands.command import Command, view_context

CONTEXT = view_context("splitting", "Split off")

COMMANDS: tuple[Command, ...] = ()
