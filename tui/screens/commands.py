"""The command palette: type part of a name, press Enter."""

from __future__ import annotations

from tui.commands import ANY, CHAINS, COMMANDS, CONTEXT_NAMES, PANE, key_name
from tui.desk import Desk
from tui.keymap import Keymap
from tui.palette import Entries, Entry
from tui.screens.view import View
from tui.theme import Palette
from tui.widgets.pane import Pane


class Commands(View):
    """Dismissed with the id of the command to run."""

    TITLE = "Commands"
    FOOT = "Type part of a name   enter runs it   esc goes back"

    def __init__(self, palette: Palette, keymap: Keymap, context: str) -> None:
        self.entries = Entries(palette, self.TITLE, palette_entries(keymap, context), prompt=":")
        super().__init__(palette, keymap, Desk(), (self.entries,))

    def visit(self) -> None:
        """Not worth coming back to."""

    def hinted(self) -> tuple[str, ...]:
        """None: the foot says enough."""
        return ()

    def type_key(self, pane: Pane, key: str, character: str | None) -> bool:
        """Enter runs what stands under the cursor, escape goes back at once."""
        if key == "enter":
            entry = self.entries.entry
            self.dismiss(entry.id if entry is not None else None)
        elif key in ("escape", "ctrl+c"):
            self.dismiss(None)
        else:
            return super().type_key(pane, key, character)
        return True

    def do_palette(self) -> None:
        """The key that opened it does nothing more."""


def palette_entries(keymap: Keymap, context: str) -> tuple[Entry, ...]:
    """What can be asked for in `context`: its own first, moving about last."""
    chain = [one for one in CHAINS[context] if one not in (PANE, ANY)]
    entries: list[Entry] = []
    for one in (*chain, ANY, PANE):
        for command in COMMANDS:
            if command.context == one and command.id != "app.palette":
                keys = " ".join(key_name(key) for key in keymap.keys(command.id))
                own = one == context
                help_text = f"{CONTEXT_NAMES[one]}: {command.help}" if own else command.help
                entries.append(Entry(command.name, keys, help_text, command.id))
    return tuple(entries)
