"""The facts of the open article, of the chosen name, or of everything: groups that open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from corpus.model import ArticleId, Corpus, EntityId, Fact, FactId
from tui.commands import FACTS
from tui.grouping import Gathered, Groups, by_kind, drawn, gather
from tui.messages import NarrowAsked, WorkAsked
from tui.narrowing import wish
from tui.theme import Palette
from tui.widgets.outline import Outline

OF_ARTICLE, OF_NAME, OF_ALL = "article", "name", "all"
_WIDE = 60
"""Columns from which on a fact takes one row."""
_ROWS = 3
"""Rows that it takes at most on fewer."""
_AT_ONCE = 400
"""Mentions of a name up to which its facts are fetched without leaving the event loop."""
_MANY = 2000
"""Rows from which on each takes one, however narrow the pane."""


class Facts(Outline):
    """Groups of facts; a fact opens on the words that state it, and leads to them."""

    NAME = FACTS
    HEADING = "Facts"

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette, FACTS, rows=_ROWS, indent=0)
        self.corpus = Corpus()
        self.open: ArticleId | None = None
        self.chosen: EntityId | None = None
        self.scope = OF_ARTICLE
        """Whose facts are shown: of the open article, of the chosen name, of everything."""
        self.shown: Sequence[Fact] = ()
        """The facts that are shown, except where they are those of everything."""
        self.signs: Mapping[FactId, str] = {}
        """The sign of a fact on which the reader has said something."""
        self.gathering = False
        self._total = 0
        self._generation = 0
        self.waiting = self._empty
        self.title = self._title_words
        self.find_article = lambda name: self.corpus.by_id.get(ArticleId(name))

    def adopt(self, corpus: Corpus, moved: Mapping[ArticleId, ArticleId]) -> None:
        """Take a new corpus; the cursor stays on the fact where it stands."""
        self.corpus = corpus
        words = self.node.words if self.node is not None else ""
        self.open = moved.get(self.open, self.open) if self.open is not None else None
        self.narrowed()
        if words and (self.node is None or self.node.words != words):
            # In an article that has changed its facts go by other ids.
            self.stand_on(words)

    def set_open(self, article: ArticleId | None) -> None:
        """Follow the article that is being read."""
        if article != self.open:
            self.open = article
            if self.scope == OF_ARTICLE:
                self.narrowed()

    def set_chosen(self, chosen: EntityId | None) -> None:
        """Show the facts of the chosen name; of the article again when there is none."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.scope = OF_ARTICLE if chosen is None else OF_NAME
            self.narrowed()

    @property
    def pool(self) -> Sequence[Fact]:
        """The facts that a filter chooses from; of everything none is held, so those of here."""
        if self.scope == OF_NAME and self.chosen is not None:
            return _about(self.corpus, self.chosen)
        extract = self.corpus.extracts.get(self.open) if self.open is not None else None
        return extract.facts if extract is not None else ()

    def narrowed(self) -> None:
        """Choose the facts anew and group them; what is slow is done beside the screen."""
        self._generation += 1
        turn, corpus, wanted = self._generation, self.corpus, wish(self.filter)
        if self.scope == OF_ALL:
            self._beside(
                lambda cancelled: gather(corpus, wanted, cancelled),
                lambda found: self._take_all(turn, found),
            )
        elif self._is_long():
            name = self.chosen
            self._beside(
                lambda cancelled: tuple(filter(wanted.keeps, _about(corpus, name))),
                lambda found: self._take_facts(turn, found),
            )
        else:
            self._take_facts(turn, tuple(filter(wanted.keeps, self.pool)))

    def words_wanted(self) -> Sequence[str]:
        """None: the facts are chosen before they are grouped."""
        return ()

    def lay_out(self) -> None:
        """One row a fact where there is room for it, or where there are very many."""
        few = len(self._places) < _MANY
        self.most_rows = _ROWS if self.columns < _WIDE and few else 1
        super().lay_out()

    def tally(self) -> str:
        """How many facts there are."""
        if self.gathering:
            return "working…"
        return f"{self._total:,}" if self._total else ""

    def do_scope(self) -> None:
        """Facts of this article, of the chosen name, of everything."""
        scopes = (OF_ARTICLE, OF_NAME, OF_ALL) if self.chosen is not None else (OF_ARTICLE, OF_ALL)
        self.scope = scopes[(scopes.index(self.scope) + 1) % len(scopes)]
        self.narrowed()

    def do_narrow(self) -> None:
        """Choose kinds, certainties and speakers from a list."""
        self.post_message(NarrowAsked())

    def why(self) -> str:
        """What is inferred in the fact under the cursor, and from what."""
        node = self.node
        return node.note if node is not None else ""

    def _is_long(self) -> bool:
        """Whether fetching the facts of the chosen name may be slow."""
        if self.scope != OF_NAME or self.chosen is None:
            return False
        entity = self.corpus.entity_by_id.get(self.chosen)
        return entity is not None and len(entity.sightings) > _AT_ONCE

    def _beside(
        self, job: Callable[[Callable[[], bool]], object], take: Callable[[object], None]
    ) -> None:
        self.gathering = True
        self.touch_title()
        if self.is_attached:
            self.post_message(WorkAsked(job, take, FACTS))

    def _take_facts(self, turn: int, found: object) -> None:
        if turn != self._generation or not isinstance(found, tuple):
            return
        self.gathering = False
        self.shown, self._total = found, len(found)
        draw = drawn(self.corpus, self._sign, source=self.scope == OF_NAME)
        self.take(by_kind(found, draw))

    def _take_all(self, turn: int, found: object) -> None:
        if turn != self._generation or not isinstance(found, Gathered):
            return
        self.gathering = False
        self.shown, self._total = (), found.count
        self.take(Groups(found, drawn(self.corpus, self._sign, source=True)))

    def _sign(self, fact: Fact) -> str:
        return self.signs.get(fact.id, "")

    def _title_words(self) -> str:
        """The title, with whose facts these are."""
        if self.scope == OF_ALL:
            return f"{self.HEADING} of all"
        entity = self.corpus.entity_by_id.get(self.chosen) if self.chosen else None
        return (
            f"{self.HEADING}: {entity.name}" if entity and self.scope == OF_NAME else self.HEADING
        )

    def _empty(self) -> str:
        """What stands in an empty list."""
        if self.gathering:
            return "Working…"
        if self.filter:
            return "Nothing matches."
        return "No facts found." if self.open or self.scope != OF_ARTICLE else ""


def _about(corpus: Corpus, name: EntityId | None) -> Sequence[Fact]:
    return corpus.facts_about.get(name, ()) if name is not None else ()
