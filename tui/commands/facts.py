"""The facts."""

from __future__ import annotations

from tui.commands.command import FACTS, Command, pane_context

CONTEXT = pane_context(FACTS, "Facts")

COMMANDS: tuple[Command, ...] = (
    Command("facts.open", "Show", ("enter", "l", "right"), "Go to the words that state it.", FACTS, "show"),
    Command("facts.find", "Filter", ("/",), "Keep the facts that hold what you type.", FACTS, "filter"),
    Command("facts.scope", "Article or chosen", ("w",), "Facts of this article, or of the chosen name.", FACTS, "article/name"),
    Command("facts.reject", "Reject", ("X",), "Take this fact out, with your reason; A lists what you rejected.", FACTS),
    Command("facts.edit", "Correct", ("e",), "Correct a field of this fact, with your reason.", FACTS, "correct"),
)  # fmt: skip
