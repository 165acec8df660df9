"""Questions that the figures and dates of a text raise."""

from __future__ import annotations

from tui.commands.command import ANY, Command, outline_context

CONTEXT = outline_context("checks", "Questions")

COMMANDS: tuple[Command, ...] = (
    Command("checks.show", "Questions of arithmetic", ("C",), "List where figures and dates of one text do not go together.", ANY, opens="tui.screens.checks:Checks"),
    Command("checks.scope", "Article or all", ("w",), "Questions of this article, or of all of them.", CONTEXT.name, "article/all"),
)  # fmt: skip
