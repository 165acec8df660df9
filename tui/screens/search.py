"""Searching all articles, as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.model import EntityId
from tui import answers
from tui.answers import Answer, Found
from tui.citing import Quote, cite, quote
from tui.desk import Desk
from tui.history import Visit
from tui.keymap import Keymap
from tui.panes.results import ROWS, Results
from tui.screens.fetching import Fetching
from tui.screens.hunting import Hunt, Searching
from tui.screens.view import View
from tui.screens.work import Cancelled
from tui.theme import Palette
from tui.widgets.pane import Pane
from tui.widgets.status import Hint


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed, and the place of the cursor."""

    words: str
    cursor: int


class Search(View, Fetching, Searching):
    """A line to type into, and the articles found for it."""

    CONTEXT = "search"
    TITLE = "Search"

    def __init__(self, palette: Palette, keymap: Keymap, desk: Desk) -> None:
        self.results = Results(palette, self)
        self._kept: Kept | None = None
        self._opening = False
        """Enter was pressed before the answer was there."""
        self._earlier = 0
        """How many queries back the one in the line is."""
        self._draft = ""
        super().__init__(palette, keymap, desk, (self.results,))

    def on_mount(self) -> None:
        """Begin to type, or go on where the view was left."""
        self.reader.seeker.begin()
        if self._kept is not None:
            self.results.words = self._kept.words
            self.look_for(self._kept.words)
        else:
            self.results.open_field()

    def kept(self) -> Kept:
        """What was typed, and the cursor."""
        return Kept(self.results.words, self.results.cursor)

    def keep(self, place: object) -> None:
        """Take up what was typed before."""
        if isinstance(place, Kept):
            self._kept = place

    def crumb(self) -> str:
        """What is searched for."""
        return f"Search {self.results.words}".strip()

    def line(self) -> str:
        """What was meant, what could not be, and what is not indexed yet."""
        if self._note:
            return self._note
        said = [*self.results.answer.remarks]
        if progress := self.reader.seeker.progress:
            said.insert(0, progress)
        return " · ".join(said) or super().line()

    def waiting(self) -> str:
        """What stands in an empty list."""
        if self.busy or self.reader.seeker.searcher is None:
            return "Searching…"
        if not self.results.answer.asked:
            return "Type a word more."
        rest = "" if self.reader.seeker.ready else " so far"
        return f"Nothing found{rest}."

    def index_grew(self) -> None:
        """Search again: there may be more."""
        self.tell()
        if self.results.words:
            self.look_for(self.results.words)

    # Typing

    def type_key(self, pane: Pane, key: str, character: str | None) -> bool:
        """Keys of the line: as in a shell or in fzf."""
        results = self.results
        if key == "enter":
            self._commit()
        elif key in ("escape", "ctrl+c"):
            results.close_field(keep=True)
            if not results.count:
                self.close()
        elif key == "up":
            self._recall(1)
        elif key == "down":
            if self._earlier:
                self._recall(-1)
            else:
                results.close_field(keep=True)
        elif key in ("tab", "shift+tab"):
            results.close_field(keep=True)
        elif key == "ctrl+n":
            results.do_down()
        elif key == "ctrl+p":
            results.do_up()
        elif key in ("pageup", "pagedown"):
            return False
        else:
            self._earlier = 0
            return super().type_key(pane, key, character)
        return True

    def look_for(self, words: str) -> None:
        """Have `words` looked for; what was asked before is wanted no more."""
        seeker, corpus = self.reader.seeker, self.corpus
        searcher = seeker.searcher
        self._opening = False
        self.forget_wishes()
        self.forget_work("more")
        if searcher is None:
            return
        rows = self.results.rows // ROWS + 2
        first = rows if self._kept is None else rows + self._kept.cursor
        width = self.results.room

        def look(cancelled: Cancelled) -> Answer:
            with seeker.turn:
                if cancelled():
                    return Answer(words)
                return answers.answer(searcher, corpus, words, first, width)

        self.work(look, self._take)

    def open(self, item: int) -> None:
        """Read an article at its first match, and look for the words from there on."""
        hit = self.results.answer.hits[item]
        found = self.results.ready.get(item)
        words = self.results.words
        self.reader.seeker.remember(words)
        view = Visit(type(self), self.given, Kept(words, item))
        self.reader.reading.begin_hunt(Hunt(words, view))
        self.show(hit.article, found.first if found is not None else None)

    def close(self) -> None:
        """Leave the search, and what it has lit."""
        self.reader.seeker.remember(self.results.words)
        self.reader.reading.end_hunt()
        super().close()

    def quoted(self) -> Quote | None:
        """The match under the cursor, else the article."""
        standing, found = self.results.standing, self.results.ready.get(self.results.cursor)
        article = self.corpus.by_id.get(standing) if standing is not None else None
        if article is None:
            return None
        if found is not None and found.first is not None:
            extract = self.corpus.extracts.get(article.id)
            sentences = extract.sentences if extract is not None else ()
            first = found.first
            return quote(article, next((one for one in sentences if one.meets(first)), first))
        return Quote(cite(article), article)

    def named(self) -> EntityId | None:
        """No name stands under the cursor."""
        return None

    def do_find(self) -> None:
        """Type again."""
        self.results.open_field()

    def _hints(self) -> tuple[Hint, ...]:
        if self.results.field is None:
            return tuple((key, "search" if key == "/" else does) for key, does in super()._hints())
        return (("enter", "open"), ("↓", "list"), ("↑", "earlier"), ("esc", "leave"))

    def _take(self, answer: Answer) -> None:
        kept, self._kept = self._kept, None
        self.results.take(answer, kept.cursor if kept is not None else 0)
        if answer.damaged:
            self.reader.seeker.mend()
        if self._opening:
            self._opening = False
            self._commit()

    def _commit(self) -> None:
        """Open the chosen article, as soon as the answer is there."""
        results = self.results
        if "main" in getattr(self, "_busy", ()) or self.reader.seeker.searcher is None:
            self._opening = bool(results.words.strip())
        elif results.count:
            results.close_field(keep=True)
            self.open(results.cursor)
        else:
            self.reader.seeker.remember(results.words)
            self._note = "Nothing found." if results.answer.asked else ""

    def _recall(self, step: int) -> None:
        """Put an earlier query into the line; behind the latest stands what was being typed."""
        asked, field = self.reader.seeker.asked, self.results.field
        if field is None:
            return
        if not self._earlier:
            self._draft = field.text
        self._earlier = max(0, min(len(asked), self._earlier + step))
        field.text = asked[-self._earlier] if self._earlier else self._draft
        field.at = len(field.text)
        self.results.typed()

    def fetch(self, first: int, last: int) -> Callable[[Cancelled], Sequence[Found]]:
        """Make articles ready; and have more of them found before the list ends."""
        results, corpus, seeker = self.results, self.corpus, self.reader.seeker
        hits, width = results.answer.hits[first:last], results.room
        if last >= len(results.answer.hits) < results.answer.total:
            self._fetch_more()

        def look(cancelled: Cancelled) -> Sequence[Found]:
            made: list[Found] = []
            for hit in hits:
                if cancelled():
                    break
                with seeker.turn:
                    made.append(answers.made(hit, corpus, width))
            return made

        return look

    def fetched(self, first: int, rows: Sequence[Found]) -> None:
        """Show articles made ready."""
        self.results.make_ready(first, rows)

    def _fetch_more(self) -> None:
        results, seeker = self.results, self.reader.seeker
        searcher, answer = seeker.searcher, results.answer
        if searcher is None:
            return

        def look(cancelled: Cancelled) -> Answer:
            with seeker.turn:
                hits = answers.more(searcher, answer.words, len(answer.hits))
            return replace(answer, hits=(*answer.hits, *hits))

        self.work(look, results.take_more, lane="more")
