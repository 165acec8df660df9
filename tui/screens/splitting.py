"""What is not this person, place or organisation: a spelling, or what one article says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.model import ArticleId, Entity
from tui.desk import Desk
from tui.keymap import Keymap
from tui.render import Line, fit
from tui.screens.standing import counted
from tui.screens.view import RowsView
from tui.screens.work import Cancelled
from tui.theme import Palette

if TYPE_CHECKING:
    from corpus.notebook.book import Notebook

_READER = "split off by the reader"
"""The reason of a split for which none was typed."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the mentions: those spelt so, or those in one article."""

    spelling: str = ""
    path: str = ""
    title: str = ""
    mentions: int = 0
    articles: int = 1

    @property
    def called(self) -> str:
        """The part in a few words."""
        return f"“{self.spelling}”" if self.spelling else f"what “{self.title}” says"


class Splitting(RowsView[Part]):
    """The spellings, most seen first, then the articles; Enter takes one off."""

    CONTEXT = "splitting"
    TITLE = "Split off"
    FOOT = "Enter: this is somebody else   esc goes back"

    def __init__(self, palette: Palette, keymap: Keymap, desk: Desk, entity: Entity) -> None:
        self.entity = entity
        super().__init__(palette, keymap, desk)

    def caption(self) -> str:
        """Of whom."""
        return f"Not {self.entity.name}: which spelling or article?"

    def visit(self) -> None:
        """A passing view: nobody comes back to it."""
        return

    def gather(self, desk: Desk, cancelled: Cancelled) -> list[Part]:
        """What can be taken off: everything of which something else is left."""
        spelt: Counter[str] = Counter()
        where: dict[str, set[ArticleId]] = {}
        articles: Counter[ArticleId] = Counter()
        for seen in self.entity.sightings:
            article = desk.corpus.by_id[seen.article]
            spelling = " ".join(article.text[seen.start : seen.end].split())
            spelt[spelling] += 1
            where.setdefault(spelling, set()).add(seen.article)
            articles[seen.article] += 1
        parts = [
            Part(spelling, mentions=count, articles=len(where[spelling]))
            for spelling, count in spelt.most_common()
        ]
        by_id = {id_: desk.corpus.by_id[id_] for id_ in articles}
        parts = parts if len(parts) > 1 else []
        if len(articles) > 1:
            parts += [
                Part(path=by_id[id_].path, title=by_id[id_].title.value, mentions=count)
                for id_, count in articles.most_common()
            ]
        return parts

    def draw(self, item: Part, part: int, width: int) -> Line:
        """What it is, and how often."""
        count = counted(item.mentions, "mention")
        if item.spelling:
            count += f" in {counted(item.articles, 'article')}"
        words = f"spelt {item.called}" if item.spelling else f"in “{item.title}”"
        line = Line().add(fit(words, width - len(count) - 2), self.palette.text)
        return line.pad(width - len(count), self.palette.text).add(count, self.palette.muted)

    def words(self, item: Part) -> str:
        """Spelling or title."""
        return f"{item.spelling} {item.title} {item.path}"

    def nothing(self) -> str:
        """A name that is spelt in one way, in one article, cannot be divided."""
        return "Working…" if self.busy else "One spelling, one article: nothing can be split off."

    def open(self, item: Part) -> None:
        """Ask for the reason."""
        self.ask(
            f"{item.called} is not {self.entity.name}. Reason: ",
            "",
            lambda reason: self._split(item, reason),
            empty=True,
        )

    def _split(self, item: Part, reason: str) -> None:
        corpus, entity = self.corpus, self.entity

        def change(book: Notebook) -> str:
            from corpus.notebook.finding import named
            from corpus.notebook.records import Split
            from corpus.notebook.tidy import tidy

            paths = (tidy(item.path),) if item.path else ()
            of = named(corpus, entity)
            book.add(Split(of=of, spelling=item.spelling, paths=paths, reason=reason or _READER))
            return f"{item.called} is not {entity.name}"

        self.notes.do(change)
        self.close()
