"""The timeline."""

from __future__ import annotations

from tui.commands.command import ANY, Command, view_context

CONTEXT = view_context("timeline", "Timeline")

COMMANDS: tuple[Command, ...] = (
    Command("timeline.show", "Timeline", ("T",), "Show by date what happened and what was disclosed, of the chosen name or of all.", ANY, opens="tui.screens.timeline:TimelineView"),
    Command("timeline.zoom-in", "Zoom in", ("+", "="), "Show half as much time.", CONTEXT.name, "nearer"),
    Command("timeline.zoom-out", "Zoom out", ("-",), "Show twice as much time.", CONTEXT.name, "wider"),
    Command("timeline.pan-earlier", "Earlier", ("h", "left"), "Move to earlier days.", CONTEXT.name),
    Command("timeline.pan-later", "Later", ("l", "right"), "Move to later days.", CONTEXT.name),
    Command("timeline.whole", "All of it", ("0",), "Show the whole time.", CONTEXT.name, "all"),
    Command("timeline.next-kind", "Next kind", (">",), "Show one kind of fact alone, then the next.", CONTEXT.name, "kind"),
    Command("timeline.previous-kind", "Kind before", ("<",), "The same, the other way round.", CONTEXT.name),
    Command("timeline.scope", "One or all", ("w",), "What is told of the chosen name, or of all.", CONTEXT.name, "one/all"),
)  # fmt: skip
