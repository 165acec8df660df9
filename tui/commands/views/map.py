"""The map."""

from __future__ import annotations

from tui.commands.command import ANY, Command, view_context

CONTEXT = view_context("map", "Map")

COMMANDS: tuple[Command, ...] = (
    Command("map.show", "Map", ("V",), "Show where the places lie, and who went from where to where.", ANY, opens="tui.screens.map:MapView"),
    Command("map.zoom-in", "Zoom in", ("+", "="), "Look closer, at the chosen place.", CONTEXT.name, "nearer"),
    Command("map.zoom-out", "Zoom out", ("-",), "Look from further away.", CONTEXT.name, "wider"),
    Command("map.pan-west", "West", ("h", "left"), "Move to the west.", CONTEXT.name),
    Command("map.pan-east", "East", ("l", "right"), "Move to the east.", CONTEXT.name),
    Command("map.pan-north", "North", ("K",), "Move to the north.", CONTEXT.name),
    Command("map.pan-south", "South", ("J",), "Move to the south.", CONTEXT.name),
    Command("map.whole", "All of it", ("0",), "Show every place.", CONTEXT.name, "all"),
    Command("map.journeys", "Places or journeys", (">", "<"), "List the places, or the journeys.", CONTEXT.name, "journeys"),
    Command("map.scope", "One or all", ("w",), "The places of the chosen name's articles, or all.", CONTEXT.name, "one/all"),
)  # fmt: skip
