"""The dossier of a name: everything that is known of it, each line with its words."""

from __future__ import annotations

from corpus.across.dossier import dossier
from corpus.across.origins import group
from corpus.model import Entity, EntityId
from tui import dossier as pages
from tui.desk import Desk
from tui.keymap import Keymap
from tui.node import Node
from tui.screens.outlined import OutlineView
from tui.screens.plan import Slot, side_by_side
from tui.theme import Palette
from tui.widgets.outline import Outline

_WIDE = 120
"""Columns from which on a dossier takes two columns."""
_AT_ONCE = 200
"""Articles that are compared for near-copies before anything is shown."""

Pages = tuple[tuple[Node, ...], tuple[Node, ...]]


class DossierView(OutlineView):
    """What is told of a name on the left, what surrounds it on the right; one below the other."""

    CONTEXT = "dossier"
    TITLE = "Dossier"

    def __init__(self, palette: Palette, keymap: Keymap, desk: Desk) -> None:
        self.around = Outline(palette, "around")
        self.around.HEADING = "Around it"  # type: ignore[misc]
        self.pages: Pages = ((), ())
        self.wide = False
        super().__init__(palette, keymap, desk, (self.around,))

    @property
    def entity(self) -> Entity | None:
        """Whose dossier it is."""
        return self.given.entity

    def caption(self) -> str:
        """The title with the name."""
        entity = self.entity
        return f"{self.TITLE}: {entity.name}" if entity is not None else self.TITLE

    def nothing(self) -> str:
        """What stands in an empty dossier."""
        if self.entity is None:
            return "Choose a name first: stand on it and press i."
        return super().nothing()

    def refresh_nodes(self) -> None:
        """Gather what is known; near-copies among many articles are looked for afterwards."""
        desk = self.given
        if desk.entity is None:
            return
        self.work(lambda cancelled: _gathered(desk, _AT_ONCE), self.turned)
        self.outline.touch()

    def turned(self, pages: Pages) -> None:
        """Show what was gathered, then count the origins if that was left out."""
        self.pages = pages
        self.spread()
        desk, entity = self.given, self.entity
        if entity is not None and len(desk.corpus.positions_of(entity.id)) > _AT_ONCE:
            self.work(lambda cancelled: _gathered(desk, None), self.counted, lane="origins")

    def counted(self, pages: Pages) -> None:
        """Show the same with origins counted."""
        self.pages = pages
        self.spread()

    def spread(self) -> None:
        """Lay the sections out in as many columns as there are."""
        own, around = self.pages
        self.outline.take(own if self.wide else (*own, *around))
        self.around.take(around if self.wide else ())

    def slots(self, width: int, height: int) -> dict[str, Slot]:
        """Two columns where there is room; else everything in one."""
        if (width >= _WIDE) != self.wide and width:
            self.wide = width >= _WIDE
            if not self.wide and self.pane != "outline":
                self.call_later(self.take, "outline")
            self.call_later(self.spread)
        names = ("outline", "around") if self.wide else ("outline",)
        pane = self.pane if self.wide else "outline"
        return side_by_side(width, height, names, pane, self.zoomed)

    def named(self) -> EntityId | None:
        """Whom the row under the cursor is about, else whose dossier it is."""
        return super().named() or self.given.chosen

    def do_next_pane(self) -> None:
        """To the other column, where there are two."""
        if self.wide:
            super().do_next_pane()

    def do_previous_pane(self) -> None:
        """To the other column, where there are two."""
        if self.wide:
            super().do_previous_pane()

    def do_dossier(self) -> None:
        """Open the dossier of another name that stands under the cursor."""
        entity = self.in_hand.named()
        if entity is not None and entity != self.given.chosen:
            self.open_dossier(entity)


def _gathered(desk: Desk, most: int | None) -> Pages:
    """The columns; near-copies are looked for among up to `most` articles, None for any number."""
    if desk.chosen is None:
        return (), ()
    found = dossier(desk.corpus, desk.chosen)
    copies = None
    if most is None or len(found.articles) <= most:
        copies = group(desk.corpus.by_id[one] for one in found.articles)
    return pages.rows(desk.corpus, found, copies)
