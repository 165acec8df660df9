"""What the reading room and every view share: panes, one of them in hand, keys, a status line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from corpus.model import ArticleId, EntityId, Span
from tui import messages
from tui.commands import ANY, BY_ID, COMMANDS, PANE, Command
from tui.desk import Desk
from tui.keymap import Keymap
from tui.screens.base import WiredScreen
from tui.screens.plan import Slot
from tui.theme import Palette
from tui.widgets.pane import Pane
from tui.widgets.status import Hint, Status

Opener = Callable[[Palette, Keymap, Desk], Screen[object]]
"""What makes a view: its class."""


class Paned(WiredScreen):
    """A screen of panes; keys become commands, and commands are methods here or of a pane."""

    def __init__(self, palette: Palette, keymap: Keymap, panes: tuple[Pane, ...]) -> None:
        """The first of `panes` is the one in hand."""
        super().__init__(palette, keymap)
        self.status = Status(palette)
        self.panes: dict[str, Pane] = {pane.NAME: pane for pane in panes}
        self.pane = panes[0].NAME
        """The name of the pane in hand."""
        self.zoomed = False
        self._recent: tuple[str, ...] = tuple(self.panes)
        self._slots: dict[str, Slot] = {}
        self._note = ""
        panes[0].active = True

    @property
    def in_hand(self) -> Pane:
        """The pane that the keys speak to."""
        return self.panes[self.pane]

    @property
    def context(self) -> str:
        """The narrowest context of commands that counts now."""
        return self.pane

    def named(self) -> EntityId | None:
        """Whom the thing under the cursor is about."""
        return self.in_hand.named()

    def desk(self) -> Desk:
        """What a view that is opened from here is opened on."""
        return Desk()

    def crumb(self) -> str:
        """What this screen is called on the way back."""
        return ""

    def line(self) -> str:
        """What the status line says."""
        return self._note

    def whole(self, said: str) -> bool:
        """Whether all that the status line says is worth more than the hints beside it."""
        return bool(self._note)

    def troubled(self) -> bool:
        """Whether the status line tells of something that went wrong."""
        return False

    def compose(self) -> ComposeResult:
        """The panes and the status line."""
        yield from self.panes.values()
        yield self.status

    def on_mount(self) -> None:
        """Show where the reader is."""
        self.tell()

    def on_resize(self, event: events.Resize) -> None:
        """Take the new size, keeping place and pane."""
        self.fit_panes(event.size.width, event.size.height)

    # Keys and commands

    def key_pressed(self, key: str, character: str | None) -> None:
        """Type into an open field, else run the command of the key."""
        pane = self.in_hand
        self._note = ""
        if pane.field is not None and self.type_key(pane, key, character):
            self.tell()
            return
        command = self.keymap.find(key, self.context)
        if command is not None:
            self.run_command(command)
        self.tell()

    def run_command(self, command: Command) -> None:
        """Carry out a command: open its view, or call its method here or in the pane in hand."""
        if command.opens:
            self.open_view(command.opens)
            return
        holders = (self.in_hand, self) if command.context == PANE else (self, self.in_hand)
        for holder in holders:
            action = getattr(holder, command.method, None)
            if action is not None:
                action()
                return

    def type_key(self, pane: Pane, key: str, character: str | None) -> bool:
        """Give a key to the open field; False where it is none for a field."""
        if pane.field is None:
            return False
        if key in ("escape", "ctrl+c"):
            pane.close_field(keep=False)
        elif key == "enter":
            pane.close_field(keep=True)
        elif key in ("up", "down", "pageup", "pagedown") or not pane.field.feed(key, character):
            return False
        else:
            pane.typed()
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Paste into an open field."""
        event.stop()
        pane = self.in_hand
        if pane.field is not None:
            pane.field.insert(event.text)
            pane.typed()

    def open_view(self, view: str, desk: Desk | None = None) -> None:
        """Open the view named "module:class" over this screen, on `desk` or what lies here."""
        module, _, name = view.partition(":")
        kind: Opener = getattr(import_module(module), name)
        self.app.push_screen(kind(self.palette, self.keymap, desk or self.desk()))

    def do_dossier(self) -> None:
        """Open the dossier of the name under the cursor, else of the chosen one."""
        desk = self.desk()
        entity = self.named() or desk.chosen
        if entity is None or entity not in desk.corpus.entity_by_id:
            self.note("No name there: stand on one, or choose one in the index.")
            return
        self.open_dossier(entity)

    def open_dossier(self, entity: EntityId) -> None:
        """Open the dossier of a name."""
        self.open_view("tui.screens.dossier:DossierView", replace(self.desk(), chosen=entity))

    def do_help(self) -> None:
        """Show every key."""
        from tui.screens.help import Help

        self.app.push_screen(Help(self.palette, self.keymap, self.context))

    def do_palette(self) -> None:
        """Find a command by name."""
        from tui.screens.commands import Commands

        self.app.push_screen(Commands(self.palette, self.keymap, self.context), self._run_chosen)

    def _run_chosen(self, command_id: object) -> None:
        if isinstance(command_id, str):
            self.run_command(BY_ID[command_id])
            self.tell()

    def do_suspend(self) -> None:
        """Go back to the shell."""
        self.app.action_suspend_process()

    def do_mouse(self) -> None:
        """Let the mouse reach Dateline, or leave it to the terminal again."""
        on = self.reader.turn_mouse()
        self._note = "The mouse is on." if on else "The mouse selects text in the terminal again."

    def do_redraw(self) -> None:
        """Draw everything again."""
        self.reader.redraw()

    def do_next_pane(self) -> None:
        """To the next pane."""
        names = tuple(self.panes)
        self.take(names[(names.index(self.pane) + 1) % len(names)])

    def do_previous_pane(self) -> None:
        """To the pane before."""
        names = tuple(self.panes)
        self.take(names[names.index(self.pane) - 1])

    def do_zoom(self) -> None:
        """Give the pane in hand the whole screen, or take it back."""
        self.zoomed = not self.zoomed
        self.fit_panes()

    # What panes ask for

    def on_go(self, message: messages.Go) -> None:
        """Read an article."""
        message.stop()
        self.go(message.article, message.mark)

    def go(self, article: ArticleId, mark: Span | None) -> None:
        """Read what a pane leads to."""
        self.reader.go(article, mark)

    def on_view_asked(self, message: messages.ViewAsked) -> None:
        """Open a view."""
        message.stop()
        self.open_view(message.view, message.desk)

    def on_pane_asked(self, message: messages.PaneAsked) -> None:
        """Take a pane in hand."""
        message.stop()
        self.take(message.pane)
        self.tell()

    def on_noted(self, message: messages.Noted) -> None:
        """Say a word in the status line."""
        message.stop()
        self.note(message.text)

    # The frame

    def take(self, name: str) -> None:
        """Take a pane in hand, bringing it into sight where it is not."""
        if name == self.pane:
            return
        self.in_hand.put_in_hand(False)
        self.pane = name
        self._recent = (name, *(one for one in self._recent if one != name))
        self.in_hand.put_in_hand(True)
        self.fit_panes()

    def tab_name(self, name: str) -> str:
        """What a pane is called beside the others that share its place."""
        return self.panes[name].HEADING

    def fit_panes(self, width: int = 0, height: int = 0) -> None:
        """Give every pane its place on a screen of `width` and `height` (0: as large as it is)."""
        size = self.size
        slots = self.slots(width or size.width, height or size.height)
        for name, slot in slots.items():
            tabs = tuple((self.tab_name(one), one == name) for one in slot.shared)
            self.panes[name].place(slot.edge, tabs, slot.region.width, slot.region.height)
        if slots != self._slots:
            self._slots = slots
            self._clear_arrangement_cache()
            self.refresh(layout=True)

    def set_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self.palette = palette
        for pane in self.panes.values():
            pane.set_palette(palette)
        self.status.set_palette(palette)

    def note(self, text: str) -> None:
        """Say a word in the status line, until the next key."""
        self._note = text
        self.tell()

    def tell(self) -> None:
        """Bring the status line up to date."""
        said = self.line()
        self.status.say(said, self._hints(), warning=self.troubled(), whole=self.whole(said))

    def _hints(self) -> tuple[Hint, ...]:
        if self.in_hand.field is not None:
            return (("enter", "keep"), ("esc", "drop"))
        return tuple(
            (self.keymap.shown(command.id), command.hint)
            for context in self.hinted()
            for command in COMMANDS
            if command.context == context and command.hint and self.keymap.shown(command.id)
        )

    def hinted(self) -> tuple[str, ...]:
        """The contexts whose keys stand in the status line, in this order."""
        return (self.context, ANY)
