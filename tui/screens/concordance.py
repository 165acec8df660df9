"""Every place of a word, a phrase or a name, aligned; the words beside it; all words by count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.errors import DatelineError
from corpus.model import EntityId, Span
from tui import kwic
from tui.citing import Quote, quote
from tui.commands import ARTICLE
from tui.desk import Desk
from tui.history import Visit
from tui.keymap import Keymap
from tui.kwic import Asked, Gathered, Place
from tui.panes.kwic import Kwic
from tui.panes.wordlists import Beside
from tui.panes.wordlists import Words as Counted
from tui.screens.fetching import Fetching
from tui.screens.hunting import Hunt, Searching
from tui.screens.paned import Paned
from tui.screens.plan import Slot, side_by_side
from tui.screens.reading import Reading
from tui.screens.search import Search
from tui.screens.view import View
from tui.screens.work import Cancelled
from tui.theme import Palette
from tui.widgets.pane import Pane
from tui.widgets.status import Hint

if TYPE_CHECKING:
    from corpus.concordance import Frequency

_WIDE = 140
"""Columns from which on the words beside stand to the right of the rows."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was shown, and the place of the cursor."""

    asked: Asked
    cursor: int


class Words(View, Fetching, Searching):
    """Rows on the left; collocates and frequencies share the right, or a screen each."""

    CONTEXT = "concordance"
    TITLE = "Words in context"

    def __init__(self, palette: Palette, keymap: Keymap, desk: Desk) -> None:
        self.kwic = Kwic(palette, self)
        self.beside = Beside(palette, self.show_word)
        self.counted = Counted(palette, self._tally_words, self.show_word)
        self.asked = Asked()
        self._kept: Kept | None = None
        self._before: list[Kept] = []
        """What was shown before, for going back."""
        super().__init__(palette, keymap, desk, (self.kwic, self.beside, self.counted))

    def on_mount(self) -> None:
        """Show what lies under the cursor of the screen below, or begin to type."""
        self.reader.seeker.begin()
        if self._kept is None:
            self.asked = self._under_cursor()
        else:
            self.asked = self._kept.asked
            self.kwic.words, self.kwic.narrow = self.asked.words, self.asked.narrow
        if self.asked.words or self.asked.entity is not None:
            self._gather(self._kept.cursor if self._kept is not None else 0)
        else:
            self.kwic.open_field()
        self._tally_words("")

    def slots(self, width: int, height: int) -> dict[str, Slot]:
        """Rows need width: the words beside stand there only on a wide screen."""
        names = tuple(self.panes)
        return side_by_side(width, height, names, self.pane, self.zoomed or width < _WIDE)

    def kept(self) -> Kept:
        """What is shown, and the cursor."""
        return Kept(self.asked, self.kwic.cursor)

    def keep(self, place: object) -> None:
        """Take up what was shown before."""
        if isinstance(place, Kept):
            self._kept = place

    def crumb(self) -> str:
        """What is shown."""
        return self.kwic.heading()

    def line(self) -> str:
        """The order, what was meant, and what is not indexed yet."""
        found = self.kwic.found
        if self._note or self.busy or found is None:
            return self._note or super().line()
        said = [one for one in (self.reader.seeker.progress, *found.remarks) if one]
        said.append(f"{len(found.rows):,} rows {self.asked.how}")
        return " · ".join(said)

    def waiting(self) -> str:
        """What stands in an empty list."""
        if self.kwic.found is None and not self.busy:
            return "Type a word, words in a row, or with * for any letters: state * ministry"
        if self.busy or self.reader.seeker.searcher is None:
            return "Looking…"
        return "Nowhere." if self.reader.seeker.ready else "Nowhere in what is indexed so far."

    def index_grew(self) -> None:
        """Look again: there may be more."""
        self.tell()
        if self.asked.words or self.asked.entity is not None:
            self._gather(self.kwic.cursor)
        self._tally_words(self.counted.filter)

    # What is asked

    def _hints(self) -> tuple[Hint, ...]:
        words = self.pane == self.kwic.NAME and self.kwic.field is None
        return tuple((k, "words" if words and k == "/" else does) for k, does in super()._hints())

    def type_key(self, pane: Pane, key: str, character: str | None) -> bool:
        """Down leads from the line to the rows, and escape leaves where there are none."""
        if pane is self.kwic and key in ("down", "tab", "shift+tab"):
            self.kwic.close_field(keep=True)
            return True
        if pane is self.kwic and key in ("escape", "ctrl+c") and self.kwic.found is None:
            self.close()
            return True
        return super().type_key(pane, key, character)

    def typed_words(self, words: str) -> None:
        """Show the places of other words."""
        self.asked = replace(self.asked, words=words, entity=None)
        self._gather(0)

    def typed_narrowing(self, words: str) -> None:
        """Keep other rows."""
        self.asked = replace(self.asked, narrow=words)
        self._gather(0)

    def show_word(self, word: str) -> None:
        """Show the places of a word of the lists; escape leads back."""
        self._before.append(self.kept())
        self.kwic.words = word
        self.asked = replace(self.asked, words=word, entity=None)
        self.take(self.kwic.NAME)
        self._gather(0)

    def do_cancel(self) -> None:
        """Drop what narrows, go back to the words before, then close."""
        if self.pane == self.kwic.NAME and not self.kwic.narrow and self._before:
            before = self._before.pop()
            self.asked = before.asked
            self.kwic.words, self.kwic.narrow = before.asked.words, before.asked.narrow
            self._gather(before.cursor)
        elif self.pane != self.kwic.NAME and not self.in_hand.drop():
            self.take(self.kwic.NAME)
        elif self.pane == self.kwic.NAME:
            super().do_cancel()

    def do_right(self) -> None:
        """Sort by what follows."""
        self._order(self.asked.beside("R"))

    def do_left(self) -> None:
        """Sort by what precedes."""
        self._order(self.asked.beside("L"))

    def do_order(self) -> None:
        """Sort otherwise."""
        orders = kwic.ORDERS
        at = orders.index(self.asked.order) if self.asked.order in orders else -1
        self._order(replace(self.asked, order=orders[(at + 1) % len(orders)]))

    def do_reverse(self) -> None:
        """Turn the order round."""
        self._order(replace(self.asked, reverse=not self.asked.reverse))

    def do_narrow(self) -> None:
        """Type what the rows are narrowed by."""
        self.take(self.kwic.NAME)
        self.kwic.open_narrowing()

    def do_find(self) -> None:
        """Type other words, or narrow the list in hand."""
        self.in_hand.open_field()  # type: ignore[attr-defined]

    def do_measure(self) -> None:
        """Rank the words beside by another measure."""
        measures = kwic.MEASURES
        self.beside.by = measures[(measures.index(self.beside.by) + 1) % len(measures)]
        self._gather(self.kwic.cursor)

    # What is found

    def open(self, place: Place) -> None:
        """Read the place; `n` and `N` walk on from there."""
        view = Visit(type(self), self.given, self.kept())
        words = kwic.hunted(self.corpus, self.asked)
        self.reader.reading.begin_hunt(Hunt(words, view))
        self.show(place.article, place.span)

    def close(self) -> None:
        """Leave, and light nothing any more."""
        self.reader.reading.end_hunt()
        super().close()

    def quoted(self) -> Quote | None:
        """The sentence of the row under the cursor."""
        place = self.kwic.standing
        article = self.corpus.by_id.get(place.article) if place is not None else None
        if self.pane != self.kwic.NAME or place is None or article is None:
            return super().quoted()
        extract = self.corpus.extracts.get(article.id)
        sentences: Sequence[Span] = extract.sentences if extract is not None else ()
        return quote(article, next((s for s in sentences if s.meets(place.span)), place.span))

    def named(self) -> EntityId | None:
        """Whose places are shown."""
        return self.asked.entity

    def rows_for_saving(self, most: int) -> Sequence[Place]:
        """The rows, made ready at once."""
        found = self.kwic.found
        try:
            return kwic.places(self.corpus, found.rows, 0, most) if found is not None else ()
        except DatelineError:
            return ()

    def fetch(self, first: int, last: int) -> Callable[[Cancelled], Sequence[Place]]:
        """Make rows ready."""
        found, corpus, turn = self.kwic.found, self.corpus, self.reader.seeker.turn

        def look(cancelled: Cancelled) -> Sequence[Place]:
            with turn:
                if cancelled() or found is None:
                    return ()
                return kwic.places(corpus, found.rows, first, last)

        return look

    def fetched(self, first: int, rows: Sequence[Place]) -> None:
        """Show rows made ready."""
        self.kwic.make_ready(first, rows)

    def _order(self, asked: Asked) -> None:
        self.asked = asked
        self._gather(0)

    def _gather(self, cursor: int) -> None:
        """Find the rows anew, the cursor on the row `cursor`."""
        seeker, corpus, asked = self.reader.seeker, self.corpus, self.asked
        searcher = seeker.searcher
        self.forget_wishes()
        if searcher is None:
            return
        rows, by = max(60, self.kwic.rows) + cursor, self.beside.by

        def look(cancelled: Cancelled) -> Gathered | None:
            with seeker.turn:
                if cancelled():
                    return None
                try:
                    return kwic.gather(searcher, corpus, asked, rows, by)
                except DatelineError:
                    seeker.mend()
                    raise

        def take(found: Gathered | None) -> None:
            if found is not None:
                self.kwic.take(found, cursor)
                self.beside.take(found.beside)

        self.work(look, take)

    def _tally_words(self, what: str) -> None:
        """Have the words counted that begin like `what`."""
        seeker = self.reader.seeker
        searcher = seeker.searcher
        if searcher is None:
            return

        def look(cancelled: Cancelled) -> tuple[int, Sequence[Frequency]]:
            with seeker.turn:
                return (0, ()) if cancelled() else kwic.words_like(searcher, what)

        self.work(look, self.counted.take, lane="words")

    def _under_cursor(self) -> Asked:
        """What the screen below has in hand: what is looked for there, or a name."""
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        if isinstance(below, Search) and ":" not in below.results.words:
            words = below.results.words.strip()
            self.kwic.words = words
            return Asked(words)
        if isinstance(below, Reading) and below.pane == ARTICLE and below.article.words:
            self.kwic.words = below.article.words
            return Asked(below.article.words)
        entity = None
        if isinstance(below, View):
            entity = below.named()
        elif isinstance(below, Paned):
            entity = below.in_hand.named()
        entity = entity or self.given.chosen
        return Asked(entity=entity if entity in self.corpus.entity_by_id else None)
