"""Who is named with whom."""

from __future__ import annotations

from tui.commands.command import ANY, Command, view_context

CONTEXT = view_context("company", "Company")

COMMANDS: tuple[Command, ...] = (
    Command("company.show", "Company", ("B",), "Show who is named beside the chosen name, how near and where.", ANY, opens="tui.screens.company:CompanyView"),
    Command("company.centre", "Into the middle", ("c",), "Show the company of the one under the cursor.", CONTEXT.name, "centre"),
    Command("company.next-kind", "Next kind", (">",), "All, people, places, organisations.", CONTEXT.name, "kind"),
    Command("company.previous-kind", "Kind before", ("<",), "The same, the other way round.", CONTEXT.name),
)  # fmt: skip
