"""The reading pane: the page of an article, and what is asked of others from there."""

from __future__ import annotations

from functools import partial

from rich.cells import cell_len
from textual.strip import Strip

from corpus.model import EntityId
from tui.citing import Quote, quote
from tui.commands import ARTICLE
from tui.messages import EntityAsked, NeighbourAsked, Noted
from tui.notes.thing import Thing
from tui.panes.article.stepping import Stepping
from tui.render import Line, inert
from tui.widgets.pane import Target


class Article(Stepping):
    """The text of one article: wrapped for reading, its names, sentence and matches marked."""

    NAME = ARTICLE
    HEADING = "Article"

    def body(self, row: int) -> Strip:
        """A row of the page, or a word of advice where there is no article."""
        if self.article is None and row == 0:
            line = Line().add("  Choose an article and press Enter.", self.palette.muted)
            return line.strip(self.columns, self.palette.text)
        return super().body(row)

    def do_next_article(self) -> None:
        """Read the next article of the list."""
        self.post_message(NeighbourAsked(1))

    def do_previous_article(self) -> None:
        """Read the article before."""
        self.post_message(NeighbourAsked(-1))

    def do_pick(self) -> None:
        """Choose the name under the mark, or the first one of its sentence."""
        if self.mark is None:
            self.post_message(Noted("Mark a sentence with ( or ) first, or find a name."))
            return
        entity = self.named()
        self.post_message(EntityAsked(entity) if entity is not None else Noted("No name there."))

    def named(self) -> EntityId | None:
        """Who is named under the mark, or first in its sentence."""
        article, extract = self.article, self.extract
        if article is None or extract is None or self.mark is None:
            return None
        for where in (self.mark, self.sentence or self.mark):
            for number, mention in enumerate(extract.mentions):
                if mention.span.meets(where):
                    entity = self.corpus.entity_of.get((article.id, number))
                    if entity is not None:
                        return entity
        return None

    def thing(self) -> Thing | None:
        """The marked passage, the sentence of the mark, or the article where nothing is marked."""
        if self.article is None:
            return None
        return Thing(article=self.article, span=self.sentence or self.mark)

    def quoted(self) -> Quote | None:
        """The marked passage, or the sentence of the mark."""
        if self.article is None or self.mark is None:
            return None
        return quote(self.article, self.sentence or self.mark)

    def targets(self) -> list[Target]:
        """The names in sight, each where it begins."""
        found = []
        for row, at in enumerate(self.window()):
            if at < 0:
                continue
            start, end = self.span_of(at)
            for mention in self.mentions_in(start, end):
                if mention.start >= start:
                    column = self.margin + cell_len(inert(self.text[start : mention.start]))
                    found.append(Target(row, column, partial(self.set_mark, mention.span)))
        return found

    def clicked(self, row: int) -> None:
        """Mark the sentence under the pointer."""
        window = self.window()
        if row < len(window) and window[row] >= 0:
            sentence = self.sentence_at(window[row])
            if sentence is not None:
                self.set_mark(sentence)
