"""Where the reader is, has been and may go: articles, passages, the chosen name."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import ArticleId, Corpus, EntityId, Span
from tui.desk import Desk
from tui.history import History, Position
from tui.keymap import Keymap
from tui.messages import EntityAsked
from tui.panes.article import Article
from tui.panes.facts import Facts
from tui.panes.index import Index
from tui.panes.sources import Sources
from tui.screens.correcting import Correcting
from tui.session import Place, Sitting, now
from tui.theme import Palette


class Trail(Correcting):
    """The four panes, kept in step with each other, and the way through them."""

    def __init__(self, palette: Palette, keymap: Keymap) -> None:
        self.corpus = Corpus()
        self.history = History()
        self.sources = Sources(palette)
        self.article = Article(palette)
        self.index = Index(palette)
        self.facts = Facts(palette)
        self.chosen: EntityId | None = None
        self.marks: dict[str, Position] = {}
        """Places kept under a letter."""
        self.wish: Sitting | None = None
        """How this corpus was left; taken up as far as it is there again."""
        panes = (self.sources, self.article, self.index, self.facts)
        super().__init__(palette, keymap, panes)

    def desk(self) -> Desk:
        """What lies before the reader."""
        place = self.position()
        return Desk(self.corpus, place.article, place.mark, place.chosen)

    def position(self) -> Position:
        """Where the reader is."""
        article = self.article.article
        return Position(
            article.id if article else None, self.article.origin, self.article.mark, self.chosen
        )

    def show_signs(self) -> None:
        """Show in the panes on what the reader has said something."""
        laid = self.notes.laid
        if laid is None:
            return
        from tui.notes.state import sign_of

        placed = laid.placed
        article = self.article.article
        here = placed.passages.get(article.id, ()) if article is not None else ()
        self.article.set_signs([(span, sign_of((one,))) for span, one in here])
        names = {who: sign_of(said) for who, said in placed.names.items()}
        facts = {fact: sign_of(said) for fact, said in placed.facts.items()}
        if names != self.index.signs:
            self.index.signs = names
            self.index.touch()
        if facts != self.facts.signs:
            self.facts.signs = facts
            self.facts.adopt(self.corpus, {})

    def open_article(self, article: ArticleId, mark: Span | None = None) -> None:
        """Read an article, remembering the place that is left."""
        if self.position().article != article or mark != self.article.mark:
            self.leave()
            self.read(article, mark)

    def choose(self, entity: EntityId | None) -> None:
        """Choose a person, place or organisation for all panes, or none."""
        self.chosen = entity
        self.sources.set_chosen(entity)
        self.article.set_chosen(entity)
        self.facts.set_chosen(entity)

    def leave(self) -> None:
        """Remember the place that is left."""
        self.history.leave(self.position())

    def read(self, article: ArticleId, mark: Span | None = None, anchor: int | None = None) -> None:
        """Show an article with all panes following; without `anchor` the text stays in place."""
        document = self.corpus.by_id[article]
        same = self.article.article is not None and self.article.article.id == article
        if anchor is None:
            anchor = self.article.origin if same else -1
        self.article.show(document, anchor, mark)
        self.sources.set_open(article)
        self.index.set_open(article)
        self.facts.set_open(article)
        self.show_signs()

    def _return_to(self, place: Position | None, otherwise: str) -> None:
        if place is None or place.article is None or place.article not in self.corpus.by_id:
            self._note = otherwise
            return
        chosen = place.chosen if place.chosen in self.corpus.entity_by_id else None
        self.choose(chosen)
        self.read(place.article, place.mark, place.anchor)
        for visit in place.views:
            view = visit.kind(self.palette, self.keymap, replace(visit.desk, corpus=self.corpus))
            view.keep(visit.kept)
            self.app.push_screen(view)

    def step_mention(self, step: int) -> None:
        entity = self.corpus.entity_by_id.get(self.chosen) if self.chosen else None
        if entity is None:
            self._note = "Choose a name in the index first (3, then Enter)."
            return
        if self.article.step_mention(step):
            return
        here = self.position().article
        order = [a.id for a in self.corpus.articles]
        named = {sighting.article for sighting in entity.sightings}
        at = order.index(here) if here in order else -1
        ahead = order[at + 1 :] if step > 0 else list(reversed(order[: max(0, at)]))
        target = next((one for one in ahead if one in named), None)
        if target is None:
            self._note = f"No further mention of {entity.name}."
            return
        spans = sorted(Span(s.start, s.end) for s in entity.sightings if s.article == target)
        self.open_article(target, spans[0 if step > 0 else -1])

    def take_up(self) -> None:
        """Go on where the reader left: the article at once, the name when names are known."""
        wish = self.wish
        if wish is None:
            return
        place = wish.place.position
        known = place.article is not None and place.article in self.corpus.by_id
        if self.article.article is None and place.article is not None and known:
            self.marks = {letter: kept.position for letter, kept in wish.marks.items()}
            self.zoomed = wish.zoomed
            self.read(place.article, place.mark, place.anchor)
            self.article.stand_at(place.anchor)
            if wish.pane in self.panes:
                self.take(wish.pane)
            self.fit_panes()
        if not len(self.corpus.entities):
            return
        self.wish = None
        entity = self.corpus.entity_by_id.get(place.chosen) if place.chosen else None
        if entity is not None and entity.name == wish.place.name and self.chosen is None:
            self.choose(entity.id)

    def sitting(self, paths: tuple[str, ...]) -> Sitting:
        """How the reader leaves the corpus of `paths`."""
        entity = self.corpus.entity_by_id.get(self.chosen) if self.chosen else None
        place = Place.of(self.position(), entity.name if entity else "")
        marks = {letter: Place.of(position) for letter, position in self.marks.items()}
        return Sitting(paths, now(), place, self.pane, self.zoomed, marks)

    def do_back(self) -> None:
        """Back to the place before."""
        self._return_to(self.history.back(self.position()), "This is where you began.")

    def do_forward(self) -> None:
        """Forward again."""
        self._return_to(self.history.forward(self.position()), "There is nothing ahead.")

    def do_mark(self) -> None:
        """Keep this place under the letter typed next."""
        self.listen("Keep this place under which letter?", self._set_mark)

    def do_recall(self) -> None:
        """Go to the place kept under the letter typed next."""
        kept = " ".join(sorted(self.marks))
        self.listen(f"Go to which mark? {kept}", self._recall)

    def do_take(self) -> None:
        """Choose the name under the cursor of the pane in hand."""
        entity = self.in_hand.named()
        if entity is not None and entity in self.corpus.entity_by_id:
            self.post_message(EntityAsked(entity))
        else:
            self._note = "No name there."

    def _set_mark(self, letter: str) -> None:
        if len(letter) == 1 and letter.isalnum():
            self.marks[letter] = self.position()
            self._note = f"Kept under {letter}; ' and {letter} lead back."
        else:
            self._note = "No mark was set: a mark is a letter or a digit."

    def _recall(self, letter: str) -> None:
        if letter == "'":
            self.do_back()
            return
        place = self.marks.get(letter)
        if place is not None:
            self.leave()
        self._return_to(place, f"Nothing is kept under {letter}.")

    def do_next_mention(self) -> None:
        """To the next mention of the chosen one, in this article or the next."""
        self.step_mention(1)

    def do_previous_mention(self) -> None:
        """To the mention before."""
        self.step_mention(-1)
