"""The command palette: type part of a name, press Enter."""

from __future__ import annotations

from tui.commands import ANY, COMMANDS, CONTEXT_NAMES, PANE, key_name
from tui.keymap import Keymap
from tui.palette import Entries, Entry
from tui.screens.sheet import Sheet
from tui.theme import Palette


class Commands(Sheet):
    """Dismissed with the id of the command to run."""

    FOOT = "Type part of a name   enter runs it   esc goes back"

    def __init__(self, palette: Palette, keymap: Keymap, pane: str) -> None:
        entries = palette_entries(keymap, pane)
        super().__init__(palette, keymap, Entries(palette, "Commands", entries, prompt=":"))

    def entered(self) -> None:
        """Run the command under the cursor."""
        entry = self.listing.entry if isinstance(self.listing, Entries) else None
        self.dismiss(entry.id if entry is not None else None)

    def left(self) -> None:
        """Go back at once."""
        self.dismiss(None)


def palette_entries(keymap: Keymap, pane: str) -> tuple[Entry, ...]:
    """What can be asked for while `pane` is in hand."""
    entries: list[Entry] = []
    for context in (pane, ANY, PANE):
        for command in COMMANDS:
            if command.context == context and command.id != "app.palette":
                keys = " ".join(key_name(key) for key in keymap.keys(command.id))
                help_text = (
                    command.help if context != pane else f"{CONTEXT_NAMES[pane]}: {command.help}"
                )
                entries.append(Entry(command.name, keys, help_text, command.id))
    return tuple(entries)
