"""The corpus as it comes in: what the loader reports, and a new corpus under the reader's hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.model import ArticleId, Corpus, EntityId
from corpus.news import News
from tui import messages
from tui.keymap import Keymap
from tui.loader import nothing_found
from tui.notes.heir import heir
from tui.screens.paned import Paned
from tui.screens.standing import progress_line, summary
from tui.screens.trail import Trail
from tui.theme import Palette

if TYPE_CHECKING:
    from corpus.names.index import NameIndex
    from tui.notes.state import Laid

_FEW = 5000
"""Entities that may be gone through on the event loop."""
_WORTH_TELLING = 20
"""Articles from which on it is told how far a renewal is; fewer are only told once they are in."""
_NOTHING = News()


class Arrivals(Trail):
    """Takes corpora; what a former loader reports is stale and dropped."""

    def __init__(self, palette: Palette, keymap: Keymap) -> None:
        super().__init__(palette, keymap)
        self.progress = "Starting…"
        self.failure = ""
        self.summary = ""
        """The corpus in one line."""
        self._news = _NOTHING
        """What is new in a corpus that is not shown yet."""
        self.gone: ArticleId | None = None
        """The open article, where its file is gone."""
        self.base = Corpus()
        """The corpus as it was found, beneath the notebook."""
        self.names: NameIndex | None = None
        """The index over the names of `base`, once it is there."""

    def on_progressed(self, message: messages.Progressed) -> None:
        """Say how far the loader is."""
        if message.generation == self.reader.generation:
            if self.reader.renewing and message.total < _WORTH_TELLING:
                return
            self.progress = progress_line(message) if message.stage else ""
            self.tell()

    def on_arrived(self, message: messages.Arrived) -> None:
        """Take a corpus."""
        if message.generation == self.reader.generation:
            snapshot = message.snapshot
            if snapshot is None or self.reader.keep_open(snapshot, message.generation):
                self.show(message.corpus, message.complete, message.news)

    def on_indexed(self, message: messages.Indexed) -> None:
        """Look names up in the index from now on."""
        if message.generation == self.reader.generation and message.corpus is self.base:
            self.names = message.index
            self._set_lookup()
            self.tell()

    def on_failed(self, message: messages.Failed) -> None:
        """Say why loading broke off."""
        if message.generation == self.reader.generation:
            self.fail(message.reason)

    def show(self, corpus: Corpus, complete: bool, news: News | None = None) -> None:
        """Show a corpus; a `complete` one is the last for now. `news` is told in a quiet word."""
        self.progress = "" if complete else "Finding names and facts…"
        self.failure = ""
        self.base, self.names = corpus, None
        self._news = (news or _NOTHING).after(self._news)
        # Over what differs from what was found, the new corpus is shown when that is laid over it.
        if not (self.notes.covers and self.corpus.articles):
            self.adopt(corpus)
        self.notes.lay(corpus)
        self.reader.take_in(corpus)

    def _tell_news(self, news: News) -> None:
        """Say what is new where the reader looks, unless something else was just said there."""
        screen = self.app.screen
        if str(news) and isinstance(screen, Paned) and not screen._note:
            view = screen is not self
            screen.note(f"{news}{' (this view shows what was before)' if view else ''}")

    def lay(self, laid: Laid) -> None:
        """Show the corpus as the reader has it, and on what there are notes."""
        if laid.base is not self.base:
            return
        if laid.corpus is not self.corpus:
            self.adopt(laid.corpus)
            self._set_lookup()
        self.show_signs()
        self.tell()

    def _set_lookup(self) -> None:
        if self.names is None:
            return
        if self.corpus is self.base:
            self.index.set_lookup(self.names)
            return
        from corpus.notebook.overlay import Overlaid
        from tui.notes.looked import Looked

        if isinstance(self.corpus, Overlaid):
            renamed = self.corpus.renamed
            self.index.set_lookup(Looked(self.names, self.corpus) if renamed else self.names)

    def fail(self, reason: str) -> None:
        """Say why there is no corpus, or no complete one."""
        self.progress, self.failure = "", reason
        self.tell()

    def adopt(self, corpus: Corpus) -> None:
        """Show a new corpus; selection, place and pane stay as they are.

        An open article that is gone can be read until it is left.
        """
        before, self.corpus = self.corpus, corpus
        news, self._news = self._news, _NOTHING
        if news.moved:
            self.history.rename(news.moved)
            self.marks = {letter: place.renamed(news.moved) for letter, place in self.marks.items()}
        self.summary = summary(corpus)
        if self.chosen is not None and self.chosen not in corpus.entity_by_id:
            self.choose(_same_entity(before, corpus, self.chosen))
        for pane in (self.sources, self.article, self.index, self.facts):
            pane.adopt(corpus, news.moved)
        article = self.article.article
        self.gone = article.id if article is not None and article.id not in corpus.by_id else None
        self.take_up()
        if self.article.article is None and corpus.articles:
            self.read(corpus.articles[0].id)
        if not corpus.articles:
            self.failure = nothing_found(corpus) if not self.progress else ""
        self.tell()
        self._tell_news(news)


def _same_entity(before: Corpus, now: Corpus, chosen: EntityId) -> EntityId | None:
    """Who was `chosen` before a new corpus gave out new ids, or before the reader joined names."""
    was = before.entity_by_id.get(chosen)
    if was is None:
        return None
    if before.base is now.base:
        found = heir(now, was)
        return found.id if found is not None else None
    if len(now.entities) > _FEW:
        return None
    return next((e.id for e in now.entities if (e.name, e.kind) == (was.name, was.kind)), None)
