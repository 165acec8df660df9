"""The corpus as it comes in: what the loader reports, and a new corpus under the reader's hands."""

from __future__ import annotations

from corpus.model import Corpus, EntityId
from tui import messages
from tui.keymap import Keymap
from tui.loader import nothing_found
from tui.screens.standing import progress_line, summary
from tui.screens.trail import Trail
from tui.theme import Palette

_FEW = 5000
"""Entities that may be gone through on the event loop."""


class Arrivals(Trail):
    """Takes corpora; what a former loader reports is stale and dropped."""

    def __init__(self, palette: Palette, keymap: Keymap) -> None:
        super().__init__(palette, keymap)
        self.progress = "Starting…"
        self.failure = ""
        self.summary = ""
        """The corpus in one line."""

    def on_progressed(self, message: messages.Progressed) -> None:
        """Say how far the loader is."""
        if message.generation == self.reader.generation:
            self.progress = progress_line(message) if message.stage else ""
            self.tell()

    def on_arrived(self, message: messages.Arrived) -> None:
        """Take a corpus."""
        if message.generation == self.reader.generation:
            snapshot = message.snapshot
            if snapshot is None or self.reader.keep_open(snapshot, message.generation):
                self.show(message.corpus, message.complete)

    def on_indexed(self, message: messages.Indexed) -> None:
        """Look names up in the index from now on."""
        if message.generation == self.reader.generation and message.corpus is self.corpus:
            self.index.set_lookup(message.index)
            self.tell()

    def on_failed(self, message: messages.Failed) -> None:
        """Say why loading broke off."""
        if message.generation == self.reader.generation:
            self.fail(message.reason)

    def show(self, corpus: Corpus, complete: bool) -> None:
        """Show a corpus; a `complete` one is the last for now."""
        self.progress = "" if complete else "Finding names and facts…"
        self.adopt(corpus)
        self.reader.take_in(corpus)

    def fail(self, reason: str) -> None:
        """Say why there is no corpus, or no complete one."""
        self.progress, self.failure = "", reason
        self.tell()

    def adopt(self, corpus: Corpus) -> None:
        """Show a new corpus; selection, place and pane stay as they are."""
        before, self.corpus = self.corpus, corpus
        self.summary = summary(corpus)
        if self.chosen is not None and self.chosen not in corpus.entity_by_id:
            self.choose(_same_entity(before, corpus, self.chosen))
        for pane in (self.sources, self.article, self.index, self.facts):
            pane.adopt(corpus)
        self.take_up()
        if self.article.article is None and corpus.articles:
            self.read(corpus.articles[0].id)
        if not corpus.articles:
            self.failure = nothing_found(corpus) if not self.progress else ""
        self.tell()


def _same_entity(before: Corpus, now: Corpus, chosen: EntityId) -> EntityId | None:
    """Who was `chosen` before a new corpus gave out new ids."""
    was = before.entity_by_id.get(chosen)
    if was is None or len(now.entities) > _FEW:
        return None
    return next((e.id for e in now.entities if (e.name, e.kind) == (was.name, was.kind)), None)
