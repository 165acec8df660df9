"""The index over the words of all articles: kept by the app, for every screen that searches.

Nothing here runs on the event loop but handing over: a thread opens the index, and a child process
brings that of a stored corpus up to date. Meanwhile what is indexed already can be searched.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterable
from time import monotonic
from typing import TYPE_CHECKING

from corpus.model import ArticleId, Corpus

if TYPE_CHECKING:
    from corpus.search import Searcher
    from corpus.search.facets import CorpusFacets, Lookup
    from corpus.store import Snapshot

_PAUSE = 0.25
"""Seconds between two words on how far the index is."""
_FEW = 200
"""Articles that are indexed before anybody could read how far it is."""
_ASKED = 100
"""Queries that are remembered."""


class Seeker:
    """Holds the searcher of the corpus that is shown; `told` is called in any thread on changes."""

    def __init__(self, told: Callable[[], object], failed: Callable[[Exception], object]) -> None:
        self.searcher: Searcher | None = None
        """None until the index has been opened."""
        self.turn = threading.Lock()
        """Who searches holds it, so that a newer query finds the older ones given up."""
        self.asked: list[str] = []
        """What was searched for, oldest first."""
        self.tags: Callable[[str], Iterable[ArticleId]] | None = None
        """The articles that bear a tag of the reader's; None where no tags are kept."""
        self.lookup: Callable[[], Lookup | None] = lambda: None
        """The index over the names of the corpus, if it is there already."""
        self._told, self._failed = told, failed
        self._corpus = Corpus()
        self._snapshot: Snapshot | None = None
        self._retired: Searcher | None = None
        self._child: subprocess.Popen[str] | None = None
        self._generation = 0
        self._begun = 0
        self._spoke = 0.0
        self._done, self._total = 0, 0

    @property
    def ready(self) -> bool:
        """Whether every article can be found."""
        return self.searcher is not None and not self._total

    @property
    def progress(self) -> str:
        """How far the index is in plain words, "" where it is done or nearly so."""
        if self._total <= _FEW:
            return ""
        return f"Indexing words, {self._done:,} of {self._total:,}…"

    def adopt(self, corpus: Corpus, snapshot: Snapshot | None) -> None:
        """Take another corpus, whose articles `snapshot` keeps if stored; `begin` does the work."""
        self._generation += 1
        self._corpus, self._snapshot = corpus, snapshot

    def begin(self) -> None:
        """Open the index and bring it up to date, beside the screen; once for each corpus."""
        if self._begun == self._generation:
            return
        self._begun = self._generation
        threading.Thread(
            target=self._guarded, args=(self._begun,), name="index", daemon=True
        ).start()

    def remember(self, words: str) -> None:
        """Keep a query for who wants to ask it again."""
        if words := words.strip():
            self.asked = [*(one for one in self.asked if one != words), words][-_ASKED:]

    def retag(self) -> None:
        """The reader's tags have changed."""
        if self.searcher is not None:
            self.searcher.forget()

    def mend(self) -> None:
        """The index turned out to be damaged: make it anew."""
        self._begun = 0
        self.begin()

    def close(self) -> None:
        """Stop whatever works; what is indexed stays."""
        self._generation += 1
        child = self._child
        if child is not None and child.poll() is None:
            child.kill()
            child.wait()

    def _guarded(self, generation: int) -> None:
        try:
            self._open(generation)
        except Exception as error:  # noqa: BLE001 - handed to the event loop, which ends the program
            if generation == self._generation:
                self._failed(error)

    def _open(self, generation: int) -> None:
        from corpus.search import Searcher
        from corpus.search.stored import open_stored

        corpus, snapshot = self._corpus, self._snapshot
        facets = self._facets(corpus)

        def stop() -> bool:
            return generation != self._generation

        def tell(done: int, total: int) -> None:
            self._say(generation, done, total)

        if snapshot is not None:
            searcher = open_stored(snapshot, facets, corpus)
            if stop():
                searcher.close()
                return
            self._take(searcher)
            if not searcher.fresh:
                tell(searcher.indexed, len(corpus.articles))
                self._have_brought_up(snapshot, searcher, tell, stop)
        else:
            before = self.searcher
            searcher = before if before is not None and before.in_memory else Searcher.open(corpus)
            if searcher is not before:
                self._take(searcher)
            tell(searcher.indexed, len(corpus.articles))
        if not searcher.fresh:
            searcher.update(corpus, tell, stop, facets, snapshot.mark if snapshot else "")
        if not stop():
            # The child, or another session, may have written what was opened before.
            searcher.look()
            self._done = self._total = 0
            self._told()

    def _take(self, searcher: Searcher) -> None:
        """Search with another one from now on; threads may still be asking the one before."""
        retired, self._retired, self.searcher = self._retired, self.searcher, searcher
        if retired is not None:
            retired.close()

    def _have_brought_up(
        self, snapshot: Snapshot, searcher: Searcher, tell: Callable[[int, int], None],
        stop: Callable[[], bool],
    ) -> None:  # fmt: skip
        """Have a child bring the index up to date, and take in what it has put away."""
        from tui.ahead import pipe, start_child

        child = self._child = start_child("corpus.search.stored")
        threading.Thread(target=pipe(child.stderr).read, name="index", daemon=True).start()
        with contextlib.suppress(OSError, ValueError):
            pipe(child.stdin).write(json.dumps(os.fspath(snapshot.folder)) + "\n")
            pipe(child.stdin).flush()
        looked = searcher.indexed
        for line in pipe(child.stdout):
            if stop():
                break
            done, total = map(int, line.split())
            if done - looked >= 2_000:
                looked = done
                searcher.look()
            tell(done, total)
        with contextlib.suppress(OSError, ValueError):
            pipe(child.stdin).close()
        child.wait()

    def _say(self, generation: int, done: int, total: int) -> None:
        if generation != self._generation:
            return
        self._done, self._total = done, total
        if monotonic() - self._spoke >= _PAUSE:
            self._spoke = monotonic()
            self._told()

    def _facets(self, corpus: Corpus) -> CorpusFacets:
        from corpus.search.facets import CorpusFacets, lookup_of

        return CorpusFacets(corpus, lambda: self.lookup() or lookup_of(corpus), self._tagged)

    def _tagged(self, tag: str) -> Iterable[ArticleId] | None:
        return self.tags(tag) if self.tags is not None else None
