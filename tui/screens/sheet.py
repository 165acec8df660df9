"""A sheet over the reading room: one list in a frame, for help, commands and skipped files."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.geometry import Region

from tui.keymap import Keymap
from tui.screens.base import WiredScreen
from tui.screens.plan import Slot
from tui.theme import Palette
from tui.widgets.listing import Listing
from tui.widgets.status import Status


class Sheet(WiredScreen):
    """Shows one list; `escape` or `q` goes back, everything else moves in the list."""

    FOOT = "esc goes back"

    def __init__(self, palette: Palette, keymap: Keymap, listing: Listing) -> None:
        super().__init__(palette, keymap)
        self.listing = listing
        self.status = Status(palette)
        listing.active = True

    def compose(self) -> ComposeResult:
        """The list and its status line."""
        yield self.listing
        yield self.status

    def on_mount(self) -> None:
        """Say how to go back."""
        super().on_mount()
        self.status.say(self.FOOT, ())

    def on_resize(self, event: events.Resize) -> None:
        """Take the new size."""
        slot = self.slots(event.size.width, event.size.height)[self.listing.NAME]
        self.listing.place("", (), slot.region.width, slot.region.height)

    def key_pressed(self, key: str, character: str | None) -> None:
        """Type into the filter, move, or go back."""
        listing = self.listing
        if listing.field is not None and key not in ("up", "down", "pageup", "pagedown"):
            if key in ("escape", "ctrl+c"):
                self.left()
            elif key == "enter":
                self.entered()
            elif listing.field.feed(key, character):
                listing.typed()
            return
        if key in ("escape", "q", "ctrl+c"):
            if key != "escape" or not listing.drop():
                self.dismiss(None)
            return
        command = self.keymap.find(key, "sheet")
        if key == "enter":
            self.entered()
        elif command is not None and command.context == "pane":
            listing.run(command.method)
        elif command is not None and command.id == "app.help":
            self.dismiss(None)
        elif key == "/":
            listing.do_find()

    def entered(self) -> None:
        """Enter was pressed: end typing, or do what the list does."""
        if self.listing.field is not None:
            self.listing.close_field(keep=True)
        else:
            self.listing.run("do_open")

    def left(self) -> None:
        """Escape was pressed while typing."""
        self.listing.close_field(keep=False)

    def on_paste(self, event: events.Paste) -> None:
        """Paste into the filter."""
        event.stop()
        if self.listing.field is not None:
            self.listing.field.insert(event.text)
            self.listing.typed()

    def slots(self, width: int, height: int) -> dict[str, Slot]:
        return {self.listing.NAME: Slot(Region(0, 0, width, max(1, height - 1)))}
