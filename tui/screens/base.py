"""What every screen shares: it writes through the wire, and keys reach it as commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.screen import Screen

from tui.keymap import Keymap, plain_key
from tui.screens.plan import PlanLayout, Slot
from tui.terminal import WireCompositor
from tui.theme import Palette

if TYPE_CHECKING:
    from tui.dateline import Dateline


class WiredScreen(Screen[object], inherit_bindings=False):
    """A screen whose updates are sent as differences, and that has no focus but its own."""

    AUTO_FOCUS = ""

    def __init__(self, palette: Palette, keymap: Keymap) -> None:
        super().__init__()
        self.palette = palette
        self.keymap = keymap
        self._layout = PlanLayout(self.slots)

    def slots(self, width: int, height: int) -> dict[str, Slot]:
        """Where each pane stands on a terminal of `width` and `height` cells."""
        return {}

    @property
    def layout(self) -> PlanLayout:
        """The plan; style sheets can only name the layouts that come with the toolkit."""
        return self._layout

    @property
    def reader(self) -> Dateline:
        """The app."""
        return cast("Dateline", self.app)

    def on_mount(self) -> None:
        """Send updates through the wire."""
        self._compositor = WireCompositor(self.reader.wire)

    def on_key(self, event: events.Key) -> None:
        """Hand a key on under the name that the registry gives it."""
        event.stop()
        event.prevent_default()
        # Keys typed before a screen was left still arrive at it; they are meant for no one.
        if self.app.screen is not self:
            return
        self.key_pressed(plain_key(event.key, event.character), event.character)

    def key_pressed(self, key: str, character: str | None) -> None:
        """Answer a key."""
