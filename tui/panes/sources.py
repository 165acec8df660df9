"""The list of sources: every article by date, and the files that were skipped."""

from __future__ import annotations

from collections.abc import Callable

from corpus.model import Article, ArticleId, Corpus, EntityId, Kind
from corpus.names.fold import fold
from tui.commands import BY_ID, SOURCES
from tui.messages import Go, ViewAsked
from tui.render import Line, fit, inert
from tui.theme import Palette
from tui.widgets.listing import Listing

_ONE_ROW = 72
"""Columns from which on an article fits on one row."""


class Sources(Listing):
    """Articles by date; narrowed to those that name the chosen one, or that match the filter."""

    NAME = SOURCES
    HEADING = "Sources"

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.corpus = Corpus()
        self.shown: tuple[Article, ...] = ()
        self.open: ArticleId | None = None
        self.chosen: EntityId | None = None
        self._counts: dict[ArticleId, tuple[int, int]] = {}

    def adopt(self, corpus: Corpus) -> None:
        """Take a new corpus; the cursor stays on the article where it stands."""
        self.corpus = corpus
        self._counts.clear()
        self.narrowed()

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
        return self.shown[at].id if 0 <= at < len(self.shown) else None

    def narrowed(self) -> None:
        """Choose the articles anew."""
        standing = self._standing()
        named = self._named_in()
        words = fold(self.filter).split()
        self.shown = tuple(
            article
            for article in self.corpus.articles
            if (named is None or article.id in named) and _matches(article, words)
        )
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
        if not self.shown:
            return ""
        return f"{min(self.cursor + 1, len(self.shown))}/{len(self.shown)}"

    def empty(self) -> str:
        """What stands in an empty list."""
        return "Nothing matches." if self.corpus.articles else "No articles yet."

    def heights(self) -> list[int]:
        """One row or two for an article, one for the skipped files."""
        rows = 1 if self.columns >= _ONE_ROW else 2
        return [rows] * len(self.shown) + [1] * bool(self.corpus.skipped and not self.filter)

    def draw(self, item: int, part: int) -> Line:
        """An article: title, then date, publisher and counts; or all on one row."""
        palette, width = self.palette, self.columns - 3
        if item == len(self.shown):
            count = len(self.corpus.skipped)
            files = "file" if count == 1 else "files"
            return Line().add(fit(f"{count} {files} skipped", width), palette.warning)
        article = self.shown[item]
        ink = palette.heading if article.id == self.open else palette.text
        if self.columns >= _ONE_ROW:
            return self._draw_row(article, ink, width)
        if part == 0:
            return Line().add(fit(article.title.value, width), ink)
        people, places = self._count(article)
        counts = f"{people}p {places}pl" if people or places else ""
        line = Line()
        room = width - (len(counts) + 2 if counts else 0)
        said = [stated.value for stated in (article.published, article.publisher) if stated]
        line.add(fit(" · ".join(said) or article.path, room), palette.muted)
        return line.pad(width - len(counts), palette.text).add(counts, palette.muted)

    def do_open(self) -> None:
        """Read the article under the cursor, or see what was skipped."""
        if self.cursor < len(self.shown):
            self.post_message(Go(self.shown[self.cursor].id))
        elif self.corpus.skipped:
            self.post_message(ViewAsked(BY_ID["app.skipped"].opens))

    def _draw_row(self, article: Article, ink: object, width: int) -> Line:
        palette = self.palette
        people, places = self._count(article)
        counts = f"{people:>3} people {places:>3} places" if people or places else ""
        publisher = article.publisher.value if article.publisher else ""
        line = Line().add(
            fit(article.published.value if article.published else "", 10), palette.muted
        )
        line.pad(12, palette.text)
        share = max(12, (width - 12 - 23) // 4)
        line.add(fit(publisher, share), palette.muted).pad(14 + share, palette.text)
        style = palette.heading if article.id == self.open else palette.text
        line.add(fit(article.title.value, width - line.width - 23), style)
        return line.pad(width - len(counts), palette.text).add(counts, palette.muted)

    def _standing(self) -> ArticleId | None:
        return self.shown[self.cursor].id if self.cursor < len(self.shown) else None

    def _position(self, article: ArticleId | None) -> int | None:
        same: Callable[[Article], bool] = lambda one: one.id == article  # noqa: E731
        return next((at for at, one in enumerate(self.shown) if same(one)), None)

    def _named_in(self) -> set[ArticleId] | None:
        entity = self.corpus.entity_by_id.get(self.chosen) if self.chosen else None
        return {sighting.article for sighting in entity.sightings} if entity else None

    def _count(self, article: Article) -> tuple[int, int]:
        found = self._counts.get(article.id)
        if found is None:
            here = [
                self.corpus.entity_by_id[one] for one in self.corpus.entities_in.get(article.id, ())
            ]
            found = (
                sum(entity.kind is Kind.PERSON for entity in here),
                sum(entity.kind is Kind.PLACE for entity in here),
            )
            self._counts[article.id] = found
        return found


def _matches(article: Article, words: list[str]) -> bool:
    if not words:
        return True
    said = (article.published, article.publisher, article.author, article.title)
    line = fold(" ".join([inert(article.path), *(stated.value for stated in said if stated)]))
    return all(word in line for word in words)
