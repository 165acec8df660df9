"""From match to match across all articles, once one of them was opened from a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.model import Article, ArticleId, Span
from tui import answers
from tui.commands import ARTICLE
from tui.history import Visit
from tui.keymap import Keymap
from tui.screens.arrivals import Arrivals
from tui.screens.work import Cancelled
from tui.theme import Palette


class Searching:
    """A screen that wants to know when more words are indexed."""

    def index_grew(self) -> None:
        """More words are indexed, or all are."""


@dataclass(frozen=True, slots=True)
class Hunt:
    """What is looked for in all articles, and the view that it was found in."""

    words: str
    view: Visit


class Hunting(Arrivals, Searching):
    """Lights all matches of a search in whatever is read, and steps through them."""

    def __init__(self, palette: Palette, keymap: Keymap) -> None:
        self.hunt: Hunt | None = None
        self._steps = 0
        """Matches to go that are not gone yet: keys may be faster than the index."""
        super().__init__(palette, keymap)

    def begin_hunt(self, hunt: Hunt) -> None:
        """Look for the words of `hunt` from now on."""
        self.hunt = hunt
        self._light()

    def end_hunt(self) -> None:
        """Look for nothing any more."""
        self.hunt = None
        self._steps = 0
        self.article.light(())

    def back_to_hunt(self) -> None:
        """Open the results again, where they were left."""
        if self.hunt is not None:
            visit = self.hunt.view
            view = visit.kind(self.palette, self.keymap, replace(visit.desk, corpus=self.corpus))
            view.keep(visit.kept)
            self.app.push_screen(view)

    def read(self, article: ArticleId, mark: Span | None = None, anchor: int | None = None) -> None:
        """Show an article, with all matches lit."""
        super().read(article, mark, anchor)
        if self.hunt is not None:
            self._light()

    def index_grew(self) -> None:
        """Say how far the index is."""
        self.tell()

    def do_next_match(self) -> None:
        """To the next match, in this article or a later one."""
        self._step_match(1)

    def do_previous_match(self) -> None:
        """To the match before, in this article or an earlier one."""
        self._step_match(-1)

    def _step_match(self, step: int) -> None:
        searcher = self.reader.seeker.searcher
        if self.hunt is None or self.article.words or searcher is None:
            pane = self.article
            pane.do_next_match() if step > 0 else pane.do_previous_match()
            return
        self._steps += step
        count, words = self._steps, self.hunt.words
        if not count:
            self.forget_work("match")
            return
        here = self.position().article
        at = self.article.here(step)
        turn = self.reader.seeker.turn

        def look(cancelled: Cancelled) -> answers.Step | None:
            with turn:
                return None if cancelled() else answers.step(searcher, words, here, at, count)

        self.work(look, self._arrive_at, lane="match")

    def _arrive_at(self, step: answers.Step | None) -> None:
        count, self._steps = self._steps, 0
        if step is None:
            self._note = "Nothing in these articles can be marked; escape leads back to the list."
            return
        if step.article not in self.corpus.by_id:
            self._note = "That article is no longer there."
            return
        if step.article != self.position().article:
            self.leave()
        self.read(step.article, step.span)
        self.article.light(step.marks)
        self.take(ARTICLE)
        number = next((n for n, one in enumerate(step.marks, 1) if one == step.span), 0)
        again = ""
        if step.wrapped:
            again = "From the first article again: " if count > 0 else "From the last again: "
        self._note = (
            f"{again}match {number} of {len(step.marks)}, article {step.at} of {step.articles}"
            f" · {self.hunt.words if self.hunt else ''}"
        )

    def _light(self) -> None:
        """Have all matches of the open article marked."""
        document = self.article.article
        if self.hunt is None or document is None:
            return
        self.article.light(())
        words, seeker = self.hunt.words, self.reader.seeker

        def look(cancelled: Cancelled) -> tuple[Article, Sequence[Span]]:
            return document, () if cancelled() else answers.matches(seeker, words, document)

        self.work(look, self._lit, lane="light")

    def _lit(self, found: tuple[Article, Sequence[Span]]) -> None:
        document, spans = found
        if self.hunt is not None and self.article.article is document:
            self.article.light(spans)
