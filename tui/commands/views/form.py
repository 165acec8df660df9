"""The fields of a fact that is corrected or added."""

from __future__ import annotations

from tui.commands.command import Command, view_context

CONTEXT = view_context("form", "A fact in fields")

COMMANDS: tuple[Command, ...] = ()
