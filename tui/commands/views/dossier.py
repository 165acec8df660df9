"""The dossier of a name."""

from __future__ import annotations

from tui.commands.command import ANY, Command, outline_context

CONTEXT = outline_context("dossier", "Dossier")

COMMANDS: tuple[Command, ...] = (
    Command("name.dossier", "Dossier", ("i",), "Everything that is known of the name under the cursor, else of the chosen one.", ANY),
)  # fmt: skip
