"""Words with their counts: those that stand beside the rows, and those of all articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.citing import Quote
from tui.render import Line, fit
from tui.theme import Palette
from tui.widgets.listing import Listing

if TYPE_CHECKING:
    from corpus.concordance import Collocate, Frequency


class Beside(Listing):
    """Collocates: how often before, after and everywhere, and how far that is from chance."""

    NAME = "beside"
    HEADING = "Beside"

    def __init__(self, palette: Palette, chosen: Callable[[str], object]) -> None:
        super().__init__(palette)
        self.all: Sequence[Collocate] = ()
        self.shown: Sequence[Collocate] = ()
        self.by = "likelihood"
        self._chosen = chosen

    def take(self, found: Sequence[Collocate]) -> None:
        """Show other words."""
        self.all = found
        self.narrowed()

    def narrowed(self) -> None:
        """Keep the words that hold what is typed."""
        words = self.filter.casefold()
        self.shown = [one for one in self.all if words in one.word] if words else self.all
        self.refill()

    def make_starts(self) -> Sequence[int]:
        """One row a word."""
        return range(len(self.shown) + 1)

    def draw(self, item: int, part: int) -> Line:
        """The word, then before, after, everywhere and the measure."""
        palette, width = self.palette, self.columns - 3
        one = self.shown[item]
        value = f"{one.information:.1f}" if self.by == "information" else f"{one.likelihood:.0f}"
        counts = f"{one.left:>5,} {one.right:>5,} {one.everywhere:>7,} {value:>7}"
        line = Line().add(fit(one.word, width - len(counts) - 1), palette.text)
        return line.pad(width - len(counts), palette.text).add(counts, palette.muted)

    def heading(self) -> str:
        """The title and the measure."""
        return f"{self.HEADING} by {self.by}" + (f" /{self.filter}" if self.filter else "")

    def tally(self) -> str:
        """What the columns are."""
        return "before after all G²" if self.by != "information" else "before after all bits"

    def empty(self) -> str:
        """What stands in an empty list."""
        return "No word stands there oftener than by chance."

    def do_open(self) -> None:
        """Show the places of this word."""
        if self.cursor < len(self.shown):
            self._chosen(self.shown[self.cursor].word)

    def quoted(self) -> Quote | None:
        """The word."""
        return Quote(self.shown[self.cursor].word) if self.cursor < len(self.shown) else None


class Words(Listing):
    """The words of all articles, commonest first; what is typed narrows them by their beginning."""

    NAME = "words"
    HEADING = "Words"

    def __init__(
        self, palette: Palette, ask: Callable[[str], object], chosen: Callable[[str], object]
    ) -> None:
        super().__init__(palette)
        self.total = 0
        self.shown: Sequence[Frequency] = ()
        self._ask = ask
        self._chosen = chosen

    def take(self, found: tuple[int, Sequence[Frequency]]) -> None:
        """Show other words."""
        self.total, self.shown = found
        self.refill()

    def narrowed(self) -> None:
        """Have the words counted that begin as is typed."""
        self._ask(self.filter)

    def make_starts(self) -> Sequence[int]:
        """One row a word."""
        return range(len(self.shown) + 1)

    def draw(self, item: int, part: int) -> Line:
        """The word and how often it stands anywhere."""
        palette, width = self.palette, self.columns - 3
        one = self.shown[item]
        count = f"{one.count:>9,}"
        line = Line().add(fit(one.word, width - len(count) - 1), palette.text)
        return line.pad(width - len(count), palette.text).add(count, palette.muted)

    def heading(self) -> str:
        """The title and what is typed."""
        return f"{self.HEADING} /{self.filter}" if self.filter else self.HEADING

    def tally(self) -> str:
        """How many different words there are."""
        return f"{self.total:,}" if self.total else ""

    def empty(self) -> str:
        """What stands in an empty list."""
        return "No such word."

    def do_open(self) -> None:
        """Show the places of this word."""
        if self.cursor < len(self.shown):
            self._chosen(self.shown[self.cursor].word)

    def quoted(self) -> Quote | None:
        """The word."""
        return Quote(self.shown[self.cursor].word) if self.cursor < len(self.shown) else None
