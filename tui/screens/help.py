"""Help, made from the registry: the keys of the pane in hand first."""

from __future__ import annotations

from tui.commands import ANY, COMMANDS, CONTEXT_NAMES, PANE, PANES, key_name
from tui.keymap import Keymap
from tui.palette import Entries, Entry
from tui.screens.sheet import Sheet
from tui.theme import Palette


class Help(Sheet):
    """Every key and what it does."""

    FOOT = "/ finds   j k space move   esc goes back"

    def __init__(self, palette: Palette, keymap: Keymap, pane: str) -> None:
        super().__init__(palette, keymap, Entries(palette, "Help", help_entries(keymap, pane)))


def help_entries(keymap: Keymap, pane: str) -> tuple[Entry, ...]:
    """Headings and commands: this pane, every pane, everywhere, then the other panes."""
    entries: list[Entry] = []
    for context in (pane, PANE, ANY, *(one for one in PANES if one != pane)):
        entries.append(Entry(CONTEXT_NAMES[context]))
        for command in COMMANDS:
            if command.context == context:
                keys = " ".join(key_name(key) for key in keymap.keys(command.id))
                entries.append(Entry(command.name, keys or "no key", command.help, command.id))
    return tuple(entries)
