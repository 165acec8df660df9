"""Views that are an outline: subclasses gather its nodes, the rest is the same for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from corpus.model import EntityId, Fact
from tui.desk import Desk
from tui.keymap import Keymap
from tui.node import Node
from tui.screens.view import View
from tui.screens.work import Cancelled
from tui.theme import Palette
from tui.widgets.outline import Kept, Outline


class OutlineView(View):
    """One outline, gathered beside the screen."""

    NOTHING: ClassVar[str] = "Nothing found."

    def __init__(
        self, palette: Palette, keymap: Keymap, desk: Desk, further: Sequence[Outline] = ()
    ) -> None:
        """`further` are outlines that stand beside the first."""
        self.outline = Outline(palette, "outline")
        self.outlines = (self.outline, *further)
        for one in self.outlines:
            one.find_article = desk.corpus.by_id.get  # type: ignore[assignment]
        self.outline.title = self.caption
        self.outline.waiting = self.nothing
        super().__init__(palette, keymap, desk, self.outlines)

    def gather(self, desk: Desk, cancelled: Cancelled) -> Sequence[Node]:
        """The nodes. Runs in a thread: must not touch the screen."""
        raise NotImplementedError

    def kept(self) -> tuple[Kept, ...]:
        """Filter, cursor and what is open in every outline."""
        return tuple(one.kept() for one in self.outlines)

    def keep(self, place: object) -> None:
        """Have all of that again once the nodes are there."""
        if isinstance(place, tuple):
            for one, kept in zip(self.outlines, place, strict=False):
                one.keep(kept)

    def nothing(self) -> str:
        """What stands in an empty outline."""
        return "Working…" if self.busy else self.NOTHING

    @property
    def item(self) -> Fact | None:
        """The fact under the cursor."""
        pane = self.in_hand
        return pane.item if isinstance(pane, Outline) else None

    def named(self) -> EntityId | None:
        """Whom the node under the cursor is about."""
        return self.in_hand.named()

    def line(self) -> str:
        """What is to be said of the node under the cursor, else the way back."""
        pane = self.in_hand
        node = pane.node if isinstance(pane, Outline) else None
        if not self._note and not self.busy and node is not None and node.note:
            return node.note
        return super().line()

    def on_mount(self) -> None:
        """Begin to gather."""
        self.refresh_nodes()

    def refresh_nodes(self) -> None:
        """Gather the nodes again; the old ones stay until the new ones are there."""
        desk = self.given
        self.work(lambda cancelled: self.gather(desk, cancelled), self.arrived)
        self.outline.touch()

    def arrived(self, nodes: Sequence[Node]) -> None:
        """Show what was gathered."""
        self.outline.take(nodes)
