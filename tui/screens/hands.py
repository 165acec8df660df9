"""What fingers expect: counts before a key, the last command again, letters to jump to."""

from __future__ import annotations

from collections.abc import Callable

from tui.commands import PANE, Command
from tui.keymap import Keymap
from tui.screens.paned import Paned
from tui.theme import Palette
from tui.widgets.pane import Pane, Target

_MOST = 999
"""The largest count."""
_LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Labels, those under the resting fingers first."""
_REPEATED = ("next", "previous")
"""First words of the commands outside of moving about that a count repeats."""
_NEVER_AGAIN = frozenset({"app.repeat", "app.help", "app.palette", "app.jump"})


class Hands(Paned):
    """Counts, repetition and jumping, for the reading room and every view."""

    def __init__(self, palette: Palette, keymap: Keymap, panes: tuple[Pane, ...]) -> None:
        super().__init__(palette, keymap, panes)
        self._count = ""
        self._last: tuple[Command, int] | None = None
        self._listener: Callable[[str], None] | None = None
        self._labels: dict[str, tuple[Pane, Target]] = {}
        self._typed = ""

    def key_pressed(self, key: str, character: str | None) -> None:
        """Take a letter that is waited for, a digit of a count, or a key as ever."""
        if self._listener is not None:
            listener, self._listener, self._note = self._listener, None, ""
            listener(key)
            self.tell()
        elif self._is_digit(key):
            self._count = (self._count + key)[-3:]
            self.note(f"{self._count.lstrip('0') or '0'} times …")
        else:
            super().key_pressed(key, character)
            if self._count:
                self._count = ""
                self.tell()

    def listen(self, prompt: str, listener: Callable[[str], None]) -> None:
        """Have the next key handed to `listener`, whatever it would do otherwise."""
        self._listener = listener
        self.note(prompt)

    def run_command(self, command: Command) -> None:
        """Carry out a command, as often as the count says where that makes sense."""
        count, self._count = int(self._count or 0), ""
        if command.id not in _NEVER_AGAIN:
            self._last = (command, count)
        if count and command.id in ("move.top", "move.bottom"):
            self.in_hand.go_to_row(count - 1)
            return
        words = command.id.partition(".")[2].split("-")
        again = command.context == PANE or words[0] in _REPEATED
        for _ in range(min(_MOST, max(1, count)) if again else 1):
            super().run_command(command)

    def do_repeat(self) -> None:
        """Carry out the last command again, with its count."""
        if self._last is None:
            self._note = "There is nothing to repeat yet."
            return
        command, count = self._last
        self._count = self._count or (str(count) if count else "")
        self.run_command(command)

    def do_jump(self) -> None:
        """Show a letter at each thing in sight; typing it goes there."""
        seen = [name for name in (self.pane, *self._slots) if name in self._slots]
        targets = [
            (self.panes[name], target)
            for name in dict.fromkeys(seen)
            for target in self.panes[name].targets()
        ]
        if not targets:
            self._note = "There is nothing to jump to."
            return
        self._typed = ""
        self._labels = dict(zip(labels(len(targets)), targets, strict=False))
        self._show_labels()
        self.listen("Type the letter of the place to go to.", self._label_typed)

    def _label_typed(self, key: str) -> None:
        self._typed += key
        found = self._labels.get(self._typed)
        if found is None and any(label.startswith(self._typed) for label in self._labels):
            self._show_labels()
            self.listen("Type the second letter.", self._label_typed)
            return
        self._labels = {}
        self._show_labels()
        if found is not None:
            pane, target = found
            self.take(pane.NAME)
            target.go()
        elif key != "escape":
            self._note = "No such letter."

    def _show_labels(self) -> None:
        for pane in self.panes.values():
            pane.set_labels(
                {
                    (target.row, target.column): label[len(self._typed) :]
                    for label, (owner, target) in self._labels.items()
                    if owner is pane and label.startswith(self._typed)
                }
            )

    def _is_digit(self, key: str) -> bool:
        """Whether a key is one of a count: a first digit only where no command holds it."""
        if len(key) != 1 or not key.isascii() or not key.isdigit():
            return False
        if self.in_hand.field is not None:
            return False
        return bool(self._count) or self.keymap.find(key, self.context) is None


def labels(count: int) -> list[str]:
    """`count` labels of one letter, or all of two where the alphabet is too short for that."""
    if count <= len(_LETTERS):
        return list(_LETTERS[:count])
    return [one + other for one in _LETTERS for other in _LETTERS][:count]
