"""The reading room: four panes, one status line, and what happens between them."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import ArticleId, EntityId, Span
from tui import messages
from tui.commands import ANY, ARTICLE, FACTS, INDEX, ROOM, SOURCES
from tui.history import Visit
from tui.screens.hunting import Hunting
from tui.screens.plan import Slot, plan
from tui.screens.standing import standing

_NAMES = {SOURCES: "Sources", ARTICLE: "Article", INDEX: "Names", FACTS: "Facts"}


class Reading(Hunting):
    """The screen on which Dateline is read."""

    def do_quit(self) -> None:
        """Leave."""
        if self.notes.trouble:
            self.listen(f"{self.notes.trouble}. Quit and lose it? y, or any other key", self._quit)
        else:
            self.reader.leave(0)

    def _quit(self, key: str) -> None:
        if key == "y":
            self.reader.leave(0)

    def do_interrupt(self) -> None:
        """Leave at once."""
        self.reader.leave(130)

    def do_to_sources(self) -> None:
        """To the sources."""
        self.take(SOURCES)

    def do_to_article(self) -> None:
        """To the article."""
        self.take(ARTICLE)

    def do_to_index(self) -> None:
        """To the index."""
        self.take(INDEX)

    def do_to_facts(self) -> None:
        """To the facts."""
        self.take(FACTS)

    def on_narrow_asked(self, message: messages.NarrowAsked) -> None:
        """Open the sheet on which kinds, certainties and speakers are chosen."""
        from tui.screens.narrow import Narrow

        message.stop()

        sheet = Narrow(self.palette, self.keymap, self.desk(), self.facts.pool, self.facts.filter)
        self.app.push_screen(sheet, self._narrowed)

    def _narrowed(self, text: object) -> None:
        if isinstance(text, str):
            self.facts.set_filter(text)
            self.facts.touch_title()
            self.tell()

    def do_cancel(self) -> None:
        """Back to the results of a search, else drop the narrowest: filter, mark, name, zoom."""
        if self.hunt is not None and self.pane == ARTICLE and not self.article.words:
            self.back_to_hunt()
            return
        if self.panes[self.pane].drop() or self.dropped():
            return
        if self.chosen is not None:
            self.leave()
            self.choose(None)
        elif self.zoomed:
            self.do_zoom()

    # What panes ask for

    def go(self, article: ArticleId, mark: Span | None) -> None:
        """Read what a pane leads to; facts keep the keys where the article is in sight anyway."""
        self.open_article(article, mark)
        if self.pane == SOURCES or ARTICLE not in self._slots:
            self.take(ARTICLE)
        self.tell()

    def arrive(
        self, article: ArticleId, mark: Span | None = None, views: tuple[Visit, ...] = ()
    ) -> None:
        """Read what a view leads to; going back opens `views` again."""
        if article not in self.corpus.by_id:
            self.note("That article is no longer there.")
            return
        self.history.leave(replace(self.position(), views=views))
        self.read(article, mark)
        self.take(ARTICLE)
        self.tell()

    def on_entity_asked(self, message: messages.EntityAsked) -> None:
        """Show where the chosen one is named, and the facts; asked again, the dossier."""
        message.stop()
        if message.entity == self.chosen:
            self.open_dossier(message.entity)
        else:
            self.pick(message.entity)

    def pick(self, entity: EntityId) -> None:
        """Choose a name, and go to where it stands."""
        self.leave()
        self.choose(entity)
        article = self.article.article
        if article is not None and self.article.sightings():
            self.article.set_mark(self.article.sightings()[0])
        else:
            sightings = self.corpus.entity_by_id[entity].sightings
            if sightings:
                first = sightings[0]
                self.read(first.article, Span(first.start, first.end))
        if ARTICLE not in self._slots:
            self.take(ARTICLE)
        self.tell()

    def on_neighbour_asked(self, message: messages.NeighbourAsked) -> None:
        """Read the article beside this one in the list."""
        article = self.sources.neighbour(message.step)
        if article is not None:
            self.open_article(article)
        else:
            self._note = "That was the last article." if message.step > 0 else "This is the first."
        self.tell()

    # The frame

    def slots(self, width: int, height: int) -> dict[str, Slot]:
        """Where each pane stands."""
        return plan(width, height, self.pane, self._recent, self.zoomed)

    def line(self) -> str:
        """Where the reader is and what goes on."""
        if self._note or self.failure:
            return self._note or self.failure
        if self.progress:
            return self.progress
        article = self.article.article
        if self.gone is not None and article is not None and article.id == self.gone:
            return "The file of this article is gone; it can be read until you leave it."
        if progress := self.reader.seeker.progress:
            return progress
        if said := self.said():
            return said
        if self.pane == INDEX and (why := self.index.why(self.chosen)):
            return why
        if self.pane == FACTS and (why := self.facts.why()):
            return why
        entity = self.corpus.entity_by_id.get(self.chosen) if self.chosen else None
        words = standing(entity) if entity is not None else self.summary
        quoted = self.quoted() if self.pane in (ARTICLE, FACTS) else None
        return f"{quoted.page} · {words}" if quoted is not None and quoted.page else words

    def troubled(self) -> bool:
        """Whether loading broke off."""
        return bool(self.failure)

    def hinted(self) -> tuple[str, ...]:
        """The keys of the pane in hand, then those of everywhere."""
        return (self.pane, ANY, ROOM)

    def crumb(self) -> str:
        """What this is called on the way back."""
        return "Reading"

    def tab_name(self, name: str) -> str:
        """What a pane is called beside the others that share its place."""
        return _NAMES[name]
