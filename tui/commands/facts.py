"""The facts."""

from __future__ import annotations

from tui.commands.command import ANY, FACTS, OUTLINE, PANE, ROOM, Command, Context

CONTEXT = Context(FACTS, "Facts", (OUTLINE, PANE, ROOM, ANY))

COMMANDS: tuple[Command, ...] = (
    Command("facts.open", "Show", ("enter",), "Go to the words that state it.", FACTS, "show"),
    Command("facts.find", "Filter", ("/",), "Keep the facts that hold what you type; kind:harm, sure:reported and by:name narrow further.", FACTS),
    Command("facts.narrow", "Choose kinds", ("f",), "Choose kinds, certainties and speakers from a list.", FACTS, "filter"),
    Command("facts.scope", "Whose facts", ("w",), "Facts of this article, of the chosen name, of everything.", FACTS, "article/name/all"),
    Command("facts.reject", "Reject", ("X",), "Take this fact out, with your reason; A lists what you rejected.", FACTS),
    Command("facts.edit", "Correct", ("e",), "Correct a field of this fact, with your reason.", FACTS, "correct"),
)  # fmt: skip
