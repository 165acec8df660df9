"""Search over all articles: the index kept up to date, queries answered, hits marked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.model import Article, ArticleId, Corpus, Span
from corpus.search.columns import Row
from corpus.search.facets import CorpusFacets, Facets, count_kinds, key
from corpus.search.marks import Marker
from corpus.search.meaning import Meaning, Meant, Weighing
from corpus.search.query import parse
from corpus.search.shelf import DamagedError, Shelf, alone, wipe
from corpus.search.snippets import Snippet, snippets
from corpus.search.view import View

Tell = Callable[[int, int], object]
"""Told how many articles are indexed, of how many."""
Stop = Callable[[], bool]

_BATCH = 2_000
"""Articles after which what is indexed so far can be found and is kept."""
_MARK, _ORDER, _KINDS = "mark", "order", "kinds"
_REMEMBERED = 8
"""Queries whose answers are kept, for paging and for stepping."""


class Hit:
    """An article found; its snippets are worked out when first asked for.

    `score` is 0 where only fields were asked for. `title` marks the words in the title's value.
    """

    __slots__ = ("_marker", "_shown", "article", "score")

    def __init__(self, article: ArticleId, score: float, marker: Marker) -> None:
        self.article = article
        self.score = score
        self._marker = marker
        self._shown: tuple[Snippet, ...] | None = None

    @property
    def marks(self) -> tuple[Span, ...]:
        """All that is marked in the article, in text order."""
        return self._marker.marks(self.article)

    @property
    def title(self) -> tuple[Span, ...]:
        """What is marked in the title."""
        return self._marker.title(self.article)

    @property
    def snippets(self) -> tuple[Snippet, ...]:
        """The lines to show, in text order."""
        if self._shown is None:
            self._shown = snippets(self._marker.text(self.article), self.marks)
        return self._shown

    def __repr__(self) -> str:
        return f"Hit(article={self.article!r}, score={self.score!r})"


@dataclass(frozen=True, slots=True)
class Results:
    """One page of an answer: `total` counts the articles of all pages.

    `remarks` say in plain words what of the query could not be meant, `meant` whom a name was
    taken for. `asked` is False where the query asks nothing yet.
    """

    total: int = 0
    hits: tuple[Hit, ...] = ()
    remarks: tuple[str, ...] = ()
    meant: tuple[Meant, ...] = ()
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Base:
    """The index, the articles in it, and the model they stem from."""

    shelf: Shelf
    view: View
    corpus: Corpus
    facets: Facets


class Searcher:
    """Searches a corpus; `update` may run in a thread of its own while others search."""

    def __init__(self, shelf: Shelf, corpus: Corpus, facets: Facets, mark: str = "") -> None:
        self._shelf = shelf
        self._mark = mark
        self._corpus = corpus
        self._facets = facets
        self._view = View((), ())
        self._answers: dict[tuple[str, bool], tuple[Meaning, Marker]] = {}
        self._turn = threading.Lock()

    @classmethod
    def open(
        cls, corpus: Corpus, path: Path | None = None, facets: Facets | None = None,
        mark: str = "",
    ) -> Searcher:  # fmt: skip
        """A searcher of `corpus` whose index lies in the folder `path`, or in memory.

        What is indexed already can be searched at once; `update` brings in the rest. Where the
        folder cannot be used, the index is kept in memory. `mark` names this state of the corpus
        (`Snapshot.mark`); where it is the one last indexed, nothing is compared. Never raises.
        """
        shelf = _shelf(path)
        searcher = cls(shelf, corpus, facets or CorpusFacets(corpus), mark)
        searcher._look()
        return searcher

    @property
    def in_memory(self) -> bool:
        """Whether the index is lost at the end."""
        return self._shelf.path is None

    @property
    def indexed(self) -> int:
        """How many articles can be found now."""
        return len(self._view)

    @property
    def ids(self) -> tuple[ArticleId, ...]:
        """The articles that can be found now, in the order of the corpus."""
        return self._view.ids

    @property
    def fresh(self) -> bool:
        """Whether the index is known to be that of `mark`: `update` would find nothing to do."""
        if not self._mark:
            return False
        with suppress(DamagedError, OSError), self._shelf.reading():
            return self._shelf.columns.noted(_MARK) == self._mark
        return False

    @property
    def base(self) -> Base:
        """What is searched now, all of one moment; for the concordance."""
        return Base(self._shelf, self._view, self._corpus, self._facets)

    def look(self) -> None:
        """Take in what another process has indexed by now; nothing where it is amid writing."""
        with suppress(DamagedError, OSError):
            self._shelf.engine.reload()
            if self._shelf.fits(thorough=False):
                self._look()

    def forget(self) -> None:
        """Forget the answers that are kept, as when the reader's tags have changed."""
        self._answers = {}

    def close(self) -> None:
        """Let go of the files."""
        self._shelf.close()

    def update(
        self, corpus: Corpus | None = None, tell: Tell | None = None, stop: Stop | None = None,
        facets: Facets | None = None, mark: str = "",
    ) -> bool:  # fmt: skip
        """Index what is new or changed and forget what is gone; False when stopped before the end.

        Slow; not for the event loop. `corpus`, its `facets` and `mark` replace those before. A
        damaged index is made anew, and one that cannot be written is kept in memory: the index
        never makes it raise.
        """
        with self._turn:
            if corpus is not None:
                self._corpus = corpus
                self._facets = facets or CorpusFacets(corpus)
                self._mark = mark
            elif facets is not None:
                self._facets = facets
            tell, stop = tell or (lambda done, total: None), stop or (lambda: False)
            for _ in range(2):
                path = self._shelf.path
                if path is None:
                    break
                try:
                    with alone(path, stop) as mine:
                        return mine and self._bring_up(tell, stop)
                except DamagedError:
                    self._renew(path)
                except OSError:
                    break
            if self._shelf.path is not None:
                self._replace(Shelf(None))
            return self._bring_up(tell, stop)

    def search(
        self, query: str, limit: int = 50, offset: int = 0, *,
        typing: bool = False, ranked: bool = True,
    ) -> Results:  # fmt: skip
        """The articles that `query` means: best first, or (`ranked` False) in the corpus's order.

        While `typing`, the last word also means the words it begins. Whatever is typed is answered;
        what cannot be meant is left out and remarked upon. Never raises.
        """
        asked = parse(query, typing)
        if asked.root is None:
            return Results(remarks=asked.remarks, asked=False)
        try:
            meaning, marker = self._answer(query, typing)
        except DamagedError:
            return Results(remarks=("The index is damaged and has to be made anew.",))
        view = marker.view
        places = np.flatnonzero(meaning.flags)
        total = len(places)
        if ranked and meaning.scores.any():
            places = places[np.lexsort((places, -meaning.scores[places]))]
        shown = places[max(0, offset) : max(0, offset) + max(0, limit)].tolist()
        hits = tuple(Hit(view.ids[at], float(meaning.scores[at]), marker) for at in shown)
        remarks = (*asked.remarks, *meaning.remarks)
        return Results(total, hits, remarks, tuple(meaning.meant))

    def found(self, query: str, *, typing: bool = False) -> tuple[ArticleId, ...]:
        """All articles that `query` means, in the order of the corpus."""
        if parse(query, typing).root is None:
            return ()
        try:
            meaning, marker = self._answer(query, typing)
        except DamagedError:
            return ()
        return tuple(marker.view.ids[at] for at in np.flatnonzero(meaning.flags).tolist())

    def matches(
        self, article: Article | ArticleId, query: str, *, typing: bool = False
    ) -> tuple[Span, ...]:
        """What of `query` stands in an article, in text order and apart.

        These are its words, the names of whom `who:` and `where:` mean, and, where nothing else is
        asked for, the sentences that state its `fact:`; nothing of what is ruled out.
        """
        if parse(query, typing).root is None:
            return ()
        try:
            return self._answer(query, typing)[1].marks(
                article.id if isinstance(article, Article) else article
            )
        except DamagedError:
            return ()

    def step(
        self, query: str, article: ArticleId | None, at: int = 0, *, back: bool = False,
        wrap: bool = True,
    ) -> tuple[ArticleId, Span] | None:  # fmt: skip
        """The next match after (or the last before) character `at` of `article`, over all articles.

        In the order of the corpus, from its end on at its beginning where `wrap` holds. None where
        there is none.
        """
        for one in self._ahead(query, article, back, wrap):
            spans: Sequence[Span] = self.matches(one, query)
            if one == article:
                spans = [s for s in spans if (s.start < at if back else s.start > at)]
                article = None  # when it comes again, all of it counts
            if spans:
                return one, spans[-1 if back else 0]
        return None

    def _ahead(
        self, query: str, article: ArticleId | None, back: bool, wrap: bool
    ) -> Iterator[ArticleId]:
        """The articles found, from `article` on, and at last the same again."""
        found = self.found(query)
        order = self._view.place_of
        here = order.get(article, -1 if not back else len(order)) if article else -1
        if back:
            found = found[::-1]
            first = [one for one in found if not article or order.get(one, -1) <= here]
        else:
            first = [one for one in found if order.get(one, -1) >= here]
        yield from first
        if wrap and article:
            taken = set(first) - {article}
            yield from (one for one in found if one not in taken)

    def _answer(self, query: str, typing: bool) -> tuple[Meaning, Marker]:
        """What `query` means, worked out or remembered. Raises `DamagedError`."""
        known = self._answers.get((query, typing))
        if known is not None:
            return known
        root = parse(query, typing).root
        assert root is not None  # noqa: S101 - asked before
        view, shelf, facets = self._view, self._shelf, self._facets
        meaning = Weighing(shelf, view, facets).run(root)
        answer = meaning, Marker(shelf, view, self._corpus, facets, meaning)
        if view is self._view:
            while len(self._answers) >= _REMEMBERED:
                self._answers.pop(next(iter(self._answers)), None)
            self._answers[query, typing] = answer
        return answer

    def _bring_up(self, tell: Tell, stop: Stop) -> bool:
        """Make the index fit the corpus. Raises `DamagedError` or `OSError`."""
        shelf = self._shelf
        shelf.engine.reload()
        if not shelf.fits():
            raise DamagedError("its halves do not fit")
        with shelf.reading():
            known = bool(self._mark) and shelf.columns.noted(_MARK) == self._mark
            rows = {row.id: row for row in shelf.columns.rows()}
        if known:
            self._look()
            return True
        articles = self._corpus.articles
        wanted = {article.id: key(article) for article in articles}
        gone = [row.number for row in rows.values() if wanted.get(row.id) != row.key]
        kept = {row.id for row in rows.values() if wanted.get(row.id) == row.key}
        new = [article for article in articles if article.id not in kept]
        try:
            if gone:
                with shelf.writing():
                    shelf.columns.remove(gone)
                    shelf.engine.remove(gone)
            done = self._add(new, len(articles), tell, stop)
            whole = done == len(new)
            if whole and self._mark:
                self._note()
            if gone or done or self._mark:
                shelf.commit(last=True)
        except BaseException:
            shelf.give_up()
            raise
        with shelf.writing():
            shelf.columns.forget()
        self._look()
        return whole

    def _add(self, new: Sequence[Article], total: int, tell: Tell, stop: Stop) -> int:
        """Index the articles `new` until `stop`; gives how many there were."""
        shelf = self._shelf
        done = 0
        known = total - len(new)
        for article in new:
            if stop():
                break
            with shelf.writing():
                shelf.engine.add(*shelf.columns.add(article, key(article)))
            done += 1
            if done % _BATCH == 0:
                shelf.commit()
                self._look()
            if done % 50 == 0:
                tell(known + done, total)
        tell(known + done, total)
        return done

    def _note(self) -> None:
        """Keep beside the index what a start would else have to work out from all articles."""
        kinds = count_kinds(self._corpus)
        order = [heading.id for heading in self._corpus.headings]
        with self._shelf.writing():
            self._shelf.columns.note(_MARK, self._mark)
            self._shelf.columns.note(_ORDER, json.dumps(order))
            self._shelf.columns.note(_KINDS, json.dumps(kinds))

    def _look(self) -> None:
        """Take in which articles are indexed."""
        rows: list[Row] = []
        order: list[ArticleId] | None = None
        shelf = self._shelf
        with suppress(DamagedError, OSError):
            if shelf.fits(thorough=False):
                with shelf.reading():
                    rows = shelf.columns.rows()
                    if self._mark and shelf.columns.noted(_MARK) == self._mark:
                        order = json.loads(shelf.columns.noted(_ORDER))
                        if isinstance(self._facets, CorpusFacets):
                            self._facets.learn(json.loads(shelf.columns.noted(_KINDS)))
        if order is None:
            order = [heading.id for heading in self._corpus.headings]
        self._view = View(order, rows)
        self._answers = {}

    def _renew(self, path: Path) -> None:
        """Throw a damaged index away."""
        self._shelf.close()
        try:
            wipe(path)
        except OSError:
            self._replace(Shelf(None))
            return
        self._replace(_shelf(path))

    def _replace(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._view = View((), ())
        self._answers = {}


def _shelf(path: Path | None) -> Shelf:
    """The index in `path`, made anew if damaged, in memory if nothing can be written there."""
    if path is None:
        return Shelf(None)
    try:
        return Shelf(path)
    except DamagedError:
        pass
    except OSError:
        return Shelf(None)
    try:
        with alone(path, lambda: True) as mine:
            if mine:
                wipe(path)
        return Shelf(path)
    except (DamagedError, OSError):
        return Shelf(None)
