"""Help, made from the registry: the keys of the pane or view in hand first."""

from __future__ import annotations

from tui.commands import CHAINS, COMMANDS, CONTEXT_NAMES, PANES, ROOM, key_name
from tui.desk import Desk
from tui.keymap import Keymap
from tui.palette import Entries, Entry
from tui.screens.view import View
from tui.theme import Palette


class Help(View):
    """Every key and what it does."""

    TITLE = "Help"
    FOOT = "/ finds   j k space move   esc goes back"

    def __init__(self, palette: Palette, keymap: Keymap, context: str) -> None:
        entries = Entries(palette, self.TITLE, help_entries(keymap, context))
        super().__init__(palette, keymap, Desk(), (entries,))

    def visit(self) -> None:
        """Not worth coming back to."""

    def hinted(self) -> tuple[str, ...]:
        """None: the foot says enough."""
        return ()

    def do_help(self) -> None:
        """The key that opened it closes it."""
        self.close()


def help_entries(keymap: Keymap, context: str) -> tuple[Entry, ...]:
    """Headings and commands: this context, the wider ones, then what belongs to other panes."""
    chain = CHAINS[context]
    others = [pane for pane in PANES if pane != context] if ROOM in chain else []
    entries: list[Entry] = []
    for one in (*chain, *others):
        commands = [command for command in COMMANDS if command.context == one]
        if not commands:
            continue
        entries.append(Entry(CONTEXT_NAMES[one]))
        for command in commands:
            keys = " ".join(key_name(key) for key in keymap.keys(command.id))
            entries.append(Entry(command.name, keys or "no key", command.help, command.id))
    return tuple(entries)
