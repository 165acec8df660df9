"""Words in context: every place of a word, a phrase or a name."""

from __future__ import annotations

from tui.commands.command import ANY, Command, view_context

CONTEXT = view_context("concordance", "Words in context")

COMMANDS: tuple[Command, ...] = (
    Command("concordance.show", "Words in context", ("I",), "Every place of the name under the cursor, or of words you type, aligned.", ANY, opens="tui.screens.concordance:Words"),
    Command("concordance.right", "By what follows", (">",), "Sort by the word after; again: by the second, the third.", CONTEXT.name, "order"),
    Command("concordance.left", "By what precedes", ("<",), "Sort by the word before; again: by the second, the third.", CONTEXT.name),
    Command("concordance.order", "Other orders", ("c",), "Sort by text, date, publisher or spelling, one after the other.", CONTEXT.name, "order"),
    Command("concordance.reverse", "Turn round", ("r",), "Put the last row first.", CONTEXT.name),
    Command("concordance.narrow", "Narrow", ("&",), "Keep rows by speaker (said:), publisher:, date:, who: or other words of their article.", CONTEXT.name, "narrow"),
    Command("concordance.measure", "Next measure", ("m",), "Rank the words beside by likelihood, by information or by count.", CONTEXT.name),
)  # fmt: skip
