"""The list of a view: any number of items, each drawn by the view when it is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from corpus.names.fold import fold
from tui.render import Line
from tui.theme import Palette
from tui.widgets.listing import Listing

T = TypeVar("T")
Item = TypeVar("Item", contravariant=True)


class Drawer(Protocol[Item]):
    """What a view knows about its items; see `tui.screens.view.RowsView`."""

    ROWS: int

    def draw(self, item: Item, part: int, width: int) -> Line: ...
    def words(self, item: Item) -> str: ...
    def is_heading(self, item: Item) -> bool: ...
    def caption(self) -> str: ...
    def nothing(self) -> str: ...
    def open(self, item: Item) -> None: ...
    def moved(self) -> None: ...


class Rows(Listing, Generic[T]):
    """Items of equal height, narrowed by words; only those in sight are ever drawn."""

    NAME = "rows"
    LIT = 24

    def __init__(self, palette: Palette, drawer: Drawer[T]) -> None:
        super().__init__(palette)
        self.drawer = drawer
        self.HEADING = drawer.caption()  # type: ignore[misc]
        self.items: Sequence[T] = ()
        """All items."""
        self.shown: Sequence[T] = ()
        """The items that the filter leaves."""
        self.keys: Sequence[str] | None = ()
        """What the filter looks at in each item, folded; None where it is still being made."""
        self._wish: tuple[str, int] | None = None

    @property
    def item(self) -> T | None:
        """The item under the cursor."""
        return self.shown[self.cursor] if self.cursor < len(self.shown) else None

    def take(self, items: Sequence[T], keys: Sequence[str] | None) -> None:
        """Show other items; the cursor stays on the same row of the list."""
        self.items, self.keys = items, keys
        at = self.cursor
        if self._wish is not None:
            self.filter, at = self._wish
            if not self.filter:
                self._wish = None
        self.narrowed()
        self.choose(at)

    def take_keys(self, keys: Sequence[str]) -> None:
        """Take what the filter looks at, made beside the screen."""
        self.keys = keys
        if self.filter:
            at = self._wish[1] if self._wish is not None else self.cursor
            self._wish = None
            self.narrowed()
            self.choose(at)

    def kept(self) -> tuple[str, int]:
        """Filter and cursor: what a reader who comes back wants to find again."""
        return (self.filter, self.cursor)

    def keep(self, place: tuple[str, int]) -> None:
        """Take a filter and a cursor that were kept, once the items are there."""
        self._wish = place

    def narrowed(self) -> None:
        """Keep the items that hold all the words typed."""
        words = fold(self.filter).split()
        if not words:
            self.shown = self.items
        elif self.keys is not None:
            self.shown = [
                item
                for item, key in zip(self.items, self.keys, strict=True)
                if all(word in key for word in words)
            ]
        self.refill()

    def make_starts(self) -> Sequence[int]:
        """All items are of one height, so nothing has to be added up."""
        return range(0, len(self.shown) * self.drawer.ROWS + 1, self.drawer.ROWS)

    def selectable(self, item: int) -> bool:
        """Headings are passed over."""
        return not self.drawer.is_heading(self.shown[item])

    def draw(self, item: int, part: int) -> Line:
        """A row of an item."""
        return self.drawer.draw(self.shown[item], part, self.columns - 3)

    def heading(self) -> str:
        """The title, with the filter in force."""
        title = self.drawer.caption()
        return f"{title} /{self.filter}" if self.filter else title

    def tally(self) -> str:
        """Where the cursor stands, and of how many."""
        return f"{min(self.cursor + 1, len(self.shown))}/{len(self.shown)}" if self.shown else ""

    def empty(self) -> str:
        """What stands in an empty list."""
        return "Nothing matches." if self.filter and self.items else self.drawer.nothing()

    def moved(self) -> None:
        """Tell the view that the cursor stands elsewhere."""
        self.drawer.moved()

    def do_open(self) -> None:
        """Open the item under the cursor."""
        if self.item is not None:
            self.drawer.open(self.item)


def folded(items: Sequence[T], words: Callable[[T], str]) -> list[str]:
    """What a filter looks at in each of `items`: slow for many, so not for the event loop."""
    return [fold(words(item)) for item in items]
