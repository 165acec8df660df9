"""The views: full screens over the reading room. How to add one is told in docs/views.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from corpus.model import ArticleId, Corpus, EntityId, Span
from tui import messages
from tui.citing import Quote, cite, quote
from tui.commands import ANY, CHAINS, SHEET
from tui.desk import Desk
from tui.history import Visit
from tui.keymap import Keymap
from tui.render import Line
from tui.screens.noting import Noting
from tui.screens.plan import Slot, side_by_side
from tui.screens.work import Cancelled, Working
from tui.theme import Palette
from tui.widgets.pane import Pane
from tui.widgets.picture import Picture
from tui.widgets.rows import Rows, folded

if TYPE_CHECKING:
    from tui.notes.state import Laid

T = TypeVar("T")


class View(Noting):
    """A screen over the reading room, opened on what lies before the reader."""

    CONTEXT: ClassVar[str] = SHEET
    """The context of its own commands, as in its module in tui/commands/views/."""
    TITLE: ClassVar[str]
    FOOT: ClassVar[str] = ""
    """What the status line says when there is nothing better to say."""

    def __init__(self, palette: Palette, keymap: Keymap, desk: Desk, panes: Sequence[Pane]) -> None:
        super().__init__(palette, keymap, tuple(panes))
        self.given = desk

    @property
    def corpus(self) -> Corpus:
        """The corpus that is looked at."""
        return self.given.corpus

    @property
    def context(self) -> str:
        """The view's own commands, whichever of its panes is in hand."""
        return self.CONTEXT

    def desk(self) -> Desk:
        """A view opened from here is opened on the same, unless it is told otherwise."""
        return self.given

    def caption(self) -> str:
        """What stands over the view."""
        return self.TITLE

    def crumb(self) -> str:
        """What this view is called on the way back."""
        return self.caption()

    def line(self) -> str:
        """The way back, and what goes on."""
        if self._note:
            return self._note
        crumbs = " › ".join(
            screen.crumb() for screen in self.app.screen_stack if isinstance(screen, Working)
        )
        return f"{crumbs} · working…" if self.busy else self.FOOT or crumbs

    def slots(self, width: int, height: int) -> dict[str, Slot]:
        """Its panes side by side where there is room, else the one in hand."""
        return side_by_side(width, height, tuple(self.panes), self.pane, self.zoomed)

    def hinted(self) -> tuple[str, ...]:
        """Its own keys, then those that every view has."""
        return (*dict.fromkeys((*CHAINS[self.CONTEXT][:1], SHEET)), ANY)

    def notes_changed(self, laid: Laid) -> None:
        """The notebook, or the corpus beneath it, is another one now."""

    def on_entity_asked(self, message: messages.EntityAsked) -> None:
        """Choose a name for the reading room, and go there."""
        message.stop()
        self.reader.choose(message.entity)

    def show(self, article: ArticleId, mark: Span | None = None) -> None:
        """Close the views and read `article` at the passage `mark`; `[` leads back here."""
        self.reader.go(article, mark)

    def choose(self, entity: EntityId) -> None:
        """Close the views and choose a name in the reading room."""
        self.reader.choose(entity)

    def close(self) -> None:
        """Go back to where the view was opened."""
        self.dismiss(None)

    def do_cancel(self) -> None:
        """Drop what narrows the pane in hand, then the zoom; else close."""
        if self.in_hand.drop():
            return
        if self.zoomed:
            self.do_zoom()
        else:
            self.close()

    def do_close(self) -> None:
        """Close the view."""
        self.close()

    def visit(self) -> Visit | None:
        """How to open this view again when the reader comes back; None for a passing one."""
        return Visit(type(self), self.given, self.kept())

    def kept(self) -> object:
        """The place in the view, for `keep`."""
        return None

    def keep(self, place: object) -> None:
        """Take the place that `kept` gave, before the view is shown."""

    def do_take(self) -> None:
        """Choose whom the thing under the cursor is about."""
        entity = self.named()
        if entity is not None:
            self.choose(entity)
        else:
            self.note("No name there.")

    def do_interrupt(self) -> None:
        """Close the view."""
        self.close()


class RowsView(View, Generic[T]):
    """A view that is one list: subclasses gather the items and draw one of them at a time."""

    ROWS: int = 1
    """Rows that an item takes."""

    def __init__(
        self, palette: Palette, keymap: Keymap, desk: Desk, beside: Sequence[Pane] = ()
    ) -> None:
        """`beside` are further panes."""
        self.rows: Rows[T] = Rows(palette, self)
        super().__init__(palette, keymap, desk, (self.rows, *beside))

    def gather(self, desk: Desk, cancelled: Cancelled) -> Sequence[T]:
        """The items. Runs in a thread: must not touch the screen."""
        raise NotImplementedError

    def draw(self, item: T, part: int, width: int) -> Line:
        """Row `part` (from 0) of an item, at most `width` cells wide."""
        raise NotImplementedError

    def words(self, item: T) -> str:
        """What the filter looks at. Runs in a thread too."""
        raise NotImplementedError

    def target(self, item: T) -> tuple[ArticleId, Span | None] | None:
        """The article and the passage behind an item, if there are any."""
        return None

    def kept(self) -> tuple[str, int]:
        """Filter and cursor."""
        return self.rows.kept()

    def keep(self, place: object) -> None:
        """Have filter and cursor again once the items are there."""
        if isinstance(place, tuple):
            self.rows.keep(place)

    def quoted(self) -> Quote | None:
        """The passage behind the item under the cursor, else the item as it is listed."""
        item = self.rows.item
        if item is None:
            return super().quoted()
        target = self.target(item)
        article = self.corpus.by_id.get(target[0]) if target is not None else None
        if target is None or article is None:
            return Quote(self.words(item))
        return quote(article, target[1]) if target[1] is not None else Quote(cite(article), article)

    def is_heading(self, item: T) -> bool:
        """Whether the cursor passes over an item."""
        return False

    def nothing(self) -> str:
        """What stands in an empty list."""
        return "Working…" if self.busy else "Nothing found."

    def moved(self) -> None:
        """The cursor stands on another item."""

    def open(self, item: T) -> None:
        """Enter was pressed on an item: go to what it stands on."""
        target = self.target(item)
        if target is not None:
            self.show(*target)

    def on_mount(self) -> None:
        """Begin to gather."""
        self.refresh_items()

    def refresh_items(self) -> None:
        """Gather the items again; the old ones stay until the new ones are there."""
        desk = self.given
        self.forget_work("words")
        self.work(lambda cancelled: self.gather(desk, cancelled), self.arrived)
        self.rows.touch()

    def arrived(self, items: Sequence[T]) -> None:
        """Show what was gathered, and have it made ready for the filter."""
        self.rows.take(items, None)
        self.work(lambda cancelled: folded(items, self.words), self.rows.take_keys, lane="words")


class PictureView(View, Generic[T]):
    """A view that is a drawn picture: subclasses gather what it shows, and paint it."""

    def __init__(
        self, palette: Palette, keymap: Keymap, desk: Desk, beside: Sequence[Pane] = ()
    ) -> None:
        """`beside` are further panes."""
        self.picture = Picture(palette, self._painted, self.caption)
        self.found: T | None = None
        super().__init__(palette, keymap, desk, (self.picture, *beside))

    def gather(self, desk: Desk, cancelled: Cancelled) -> T:
        """What the picture shows. Runs in a thread: must not touch the screen."""
        raise NotImplementedError

    def paint(self, found: T, width: int, height: int) -> Sequence[Line]:
        """The picture in rows of at most `width` cells; more than `height` of them scroll."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin to gather."""
        self.refresh_found()

    def refresh_found(self) -> None:
        """Gather again; the old picture stays until then."""
        desk = self.given
        self.work(lambda cancelled: self.gather(desk, cancelled), self.arrived)

    def arrived(self, found: T) -> None:
        """Paint what was gathered."""
        self.found = found
        self.picture.repaint()

    def repaint(self) -> None:
        """Paint again what was gathered, after a zoom or a move."""
        self.picture.repaint()

    def _painted(self, width: int, height: int) -> Sequence[Line]:
        if self.found is None:
            return (Line().add("  Working…", self.palette.muted),)
        return self.paint(cast("Any", self.found), width, height)
