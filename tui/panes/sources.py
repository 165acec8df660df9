"""The list of sources: every article by date, and the files that were skipped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from corpus.model import ArticleId, Corpus, EntityId, Heading, Kind
from corpus.names.fold import fold
from tui.citing import Quote, cite
from tui.commands import BY_ID, SOURCES
from tui.filtering import list_lines
from tui.messages import Go, ViewAsked
from tui.notes.thing import Thing
from tui.render import Line, fit
from tui.theme import Palette
from tui.widgets.listing import Listing

_AHEAD = 200
"""Articles behind the cursor among which one is looked for that is still there."""
_ONE_ROW = 72
"""Columns from which on an article fits on one row."""


class Sources(Listing):
    """Articles by date; narrowed to those that name the chosen one, or that match the filter."""

    NAME = SOURCES
    HEADING = "Sources"

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.corpus = Corpus()
        self.places: Sequence[int] = ()
        """The places in the corpus of the articles that are shown, ascending."""
        self.open: ArticleId | None = None
        self.chosen: EntityId | None = None
        self._headings: Sequence[Heading] = ()
        self._lines: Sequence[str] | None = None

    def adopt(self, corpus: Corpus, moved: Mapping[ArticleId, ArticleId]) -> None:
        """Take a new corpus; the cursor stays on its article, or on the next that is there."""
        standing = self._survivor(corpus, moved)
        self.open = moved.get(self.open, self.open) if self.open is not None else None
        self.corpus = corpus
        self._headings, self._lines = corpus.headings, None
        self._narrow(standing)

    def _survivor(self, corpus: Corpus, moved: Mapping[ArticleId, ArticleId]) -> ArticleId | None:
        """The article under the cursor, by the id that it goes by in `corpus`."""
        for at in self.places[self.cursor : self.cursor + _AHEAD]:
            id_ = self._headings[at].id
            id_ = moved.get(id_, id_)
            if corpus.position(id_) is not None:
                return id_
        return None

    def set_chosen(self, chosen: EntityId | None) -> None:
        """Narrow to the articles that name `chosen`, or widen to all."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.narrowed()

    def set_open(self, article: ArticleId | None) -> None:
        """Mark the article that is being read, and put the cursor on it."""
        if article == self.open:
            return
        self.open = article
        self.touch()
        self.stand_on(article)

    def stand_on(self, article: ArticleId | None) -> None:
        """Put the cursor on an article, if it is in the list."""
        found = self._position(article)
        if found is not None:
            self.choose(found)

    def neighbour(self, step: int) -> ArticleId | None:
        """The article `step` further in the list than the one being read."""
        at = self._position(self.open)
        at = self.cursor if at is None else at + step
        return self._headings[self.places[at]].id if 0 <= at < len(self.places) else None

    def narrowed(self) -> None:
        """Choose the articles anew."""
        self._narrow(self.standing)

    @property
    def standing(self) -> ArticleId | None:
        """The article under the cursor."""
        if self.cursor >= len(self.places):
            return None
        return self._headings[self.places[self.cursor]].id

    def _narrow(self, standing: ArticleId | None) -> None:
        corpus = self.corpus
        known = self.chosen is not None and corpus.rank(self.chosen) is not None
        self.places = (
            corpus.positions_of(self.chosen)
            if self.chosen is not None and known
            else range(len(self._headings))
        )
        if words := fold(self.filter).split():
            if self._lines is None:
                self._lines = list_lines(corpus)
            lines = self._lines
            self.places = [at for at in self.places if all(word in lines[at] for word in words)]
        at = self._position(standing)
        if at is None:
            at = self._position(self.open) or 0
        self.refill(at)

    def heading(self) -> str:
        """The title, with the name that the list is narrowed to."""
        entity = self.corpus.entity_by_id.get(self.chosen) if self.chosen else None
        name = f"{self.HEADING}: {entity.name}" if entity else self.HEADING
        return f"{name} /{self.filter}" if self.filter else name

    def tally(self) -> str:
        """Where the cursor stands, and of how many."""
        if not self.places:
            return ""
        return f"{min(self.cursor + 1, len(self.places))}/{len(self.places)}"

    def empty(self) -> str:
        """What stands in an empty list."""
        return "Nothing matches." if self.corpus.articles else "No articles yet."

    def heights(self) -> list[int]:
        """One row or two for an article, one for the skipped files."""
        rows = 1 if self.columns >= _ONE_ROW else 2
        return [rows] * len(self.places) + [1] * bool(self.corpus.skipped and not self.filter)

    def draw(self, item: int, part: int) -> Line:
        """An article: title, then date, publisher and counts; or all on one row."""
        palette, width = self.palette, self.columns - 3
        if item == len(self.places):
            count = len(self.corpus.skipped)
            files = "file" if count == 1 else "files"
            return Line().add(fit(f"{count} {files} skipped", width), palette.warning)
        article = self._headings[self.places[item]]
        ink = palette.heading if article.id == self.open else palette.text
        if self.columns >= _ONE_ROW:
            return self._draw_row(article, ink, width)
        if part == 0:
            return Line().add(fit(article.title, width), ink)
        people, places = self._count(article)
        counts = f"{people}p {places}pl" if people or places else ""
        line = Line()
        room = width - (len(counts) + 2 if counts else 0)
        said = [one for one in (article.published, article.publisher) if one]
        line.add(fit(" · ".join(said) or article.path, room), palette.muted)
        return line.pad(width - len(counts), palette.text).add(counts, palette.muted)

    def do_open(self) -> None:
        """Read the article under the cursor, or see what was skipped."""
        if (standing := self.standing) is not None:
            self.post_message(Go(standing))
        elif self.corpus.skipped:
            self.post_message(ViewAsked(BY_ID["app.skipped"].opens))

    def thing(self) -> Thing | None:
        """The article under the cursor."""
        article = self.corpus.by_id.get(self.standing) if self.standing is not None else None
        return Thing(article=article) if article is not None else None

    def quoted(self) -> Quote | None:
        """The article under the cursor, as it is cited."""
        article = self.corpus.by_id.get(self.standing) if self.standing is not None else None
        return Quote(cite(article), article) if article is not None else None

    def _draw_row(self, article: Heading, ink: object, width: int) -> Line:
        palette = self.palette
        people, places = self._count(article)
        counts = f"{people:>3} people {places:>3} places" if people or places else ""
        line = Line().add(fit(article.published, 10), palette.muted)
        line.pad(12, palette.text)
        share = max(12, (width - 12 - 23) // 4)
        line.add(fit(article.publisher, share), palette.muted).pad(14 + share, palette.text)
        style = palette.heading if article.id == self.open else palette.text
        line.add(fit(article.title, width - line.width - 23), style)
        return line.pad(width - len(counts), palette.text).add(counts, palette.muted)

    def _position(self, article: ArticleId | None) -> int | None:
        """The item of an article, None where it is not shown."""
        at = self.corpus.position(article) if article is not None else None
        if at is None:
            return None
        item = bisect_left(self.places, at)
        return item if item < len(self.places) and self.places[item] == at else None

    def _count(self, article: Heading) -> tuple[int, int]:
        kinds = self.corpus.kinds_in(article.id)
        return kinds[Kind.PERSON], kinds[Kind.PLACE]
