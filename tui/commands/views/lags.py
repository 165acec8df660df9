"""How long things stayed unknown."""

from __future__ import annotations

from tui.commands.command import ANY, Command, outline_context

CONTEXT = outline_context("lags", "Time to disclosure")

COMMANDS: tuple[Command, ...] = (
    Command("lags.show", "Time to disclosure", ("H",), "List how long things were held back: the days until they became public.", ANY, opens="tui.screens.lags:Lags"),
    Command("lags.order", "Next order", ("r",), "Order by length, by the date of the thing, by name.", CONTEXT.name, "order"),
)  # fmt: skip
