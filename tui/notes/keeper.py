"""The thread that keeps the notebook: it makes changes in order and lays them over the corpus.

The event loop never waits for it. What it was asked to do is done even where the reader leaves at
once; what could not be written is tried again every few seconds.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.model import Corpus
from corpus.notebook.book import Notebook
from corpus.notebook.errors import NotSavedError, ReadOnlyError
from corpus.notebook.overlay import apply
from corpus.notebook.placing import Placeable, Placer
from tui.notes.state import LAID, PLACED, Held, Laid

_PAUSE = 2.0
"""Seconds between two looks at what others changed; also between two tries to save."""
_LOCK = 1.5
"""Seconds that a change waits for another session: less than a signalled program has."""

Change = Callable[[Notebook], str]
"""Makes one change, and says in plain words what was done ("" for nothing)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change."""

    words: str
    saved: bool
    refused: bool = False
    """Whether nothing was changed at all."""


@dataclass(frozen=True, slots=True)
class _Over:
    """What was last laid over which corpus, and from which records."""

    base: Corpus
    placer: Placer
    held: Held


class Keeper:
    """Owns the notebook in `folder`; `post` hands a call to the event loop.

    `told` gets the outcome of each change, `held` the records after it, `laid` what lies over the
    corpus; all three are called through `post`.
    """

    def __init__(
        self,
        folder: Path,
        post: Callable[[Callable[[], None]], object],
        told: Callable[[Outcome], None],
        held: Callable[[Held], None],
        laid: Callable[[Laid], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.folder = folder
        self._post = post
        self._told = told
        self._held = held
        self._laid = laid
        self._failed = failed
        self._jobs: queue.SimpleQueue[Change | None] = queue.SimpleQueue()
        self._base: Corpus | None = None
        self._over: _Over | None = None
        self._last = Held()
        self._why = ""
        """Why the last change is not saved."""
        self._thread = threading.Thread(target=self._guarded, name="notebook", daemon=True)

    def start(self) -> None:
        """Open the notebook and begin to work."""
        self._thread.start()

    def do(self, change: Change) -> None:
        """Have a change made, after those that were asked for before."""
        self._jobs.put(change)

    def lay(self, base: Corpus) -> None:
        """Have the notebook laid over a corpus; a newer one makes it stale."""
        self._base = base
        self._jobs.put(_nothing)

    def close(self, patience: float) -> str:
        """Do all that was asked for and end; returns why something is not saved, "" if all is.

        Blocks for at most `patience` seconds.
        """
        if not self._thread.is_alive():
            return self._why
        self._jobs.put(None)
        self._thread.join(patience)
        if self._thread.is_alive():
            return self._why or "there was no time for it"
        return self._why

    def _guarded(self) -> None:
        try:
            self._run()
        except Exception as error:  # noqa: BLE001 - handed to the event loop, which ends the program
            self._post(partial(self._failed, error))

    def _run(self) -> None:
        book = Notebook.open(self.folder, patience=_LOCK)
        self._show(book, first=True)
        looked = time.monotonic()
        while True:
            try:
                job = self._jobs.get(timeout=_PAUSE)
            except queue.Empty:
                job = _nothing
            if job is None:
                break
            if job is not _nothing:
                self._make(book, job)
            elif time.monotonic() - looked >= _PAUSE:
                looked = time.monotonic()
                self._look(book)
            self._show(book)
            if self._jobs.empty():
                self._lay(book)
        try:
            book.close()
            self._why = ""
        except NotSavedError as error:
            self._why = error.reason

    def _make(self, book: Notebook, change: Change) -> None:
        try:
            words = change(book)
            outcome = Outcome(words, saved=True)
            self._why = ""
        except NotSavedError as error:
            self._why = error.reason
            outcome = Outcome(error.reason, saved=False)
        except (ReadOnlyError, ValueError) as error:
            outcome = Outcome(str(error), saved=False, refused=True)
        if outcome.words:
            self._post(partial(self._told, outcome))

    def _look(self, book: Notebook) -> None:
        """Take in what others changed, and try again to save what is not."""
        book.refresh()
        if book.unsaved:
            count = book.unsaved
            try:
                book.retry()
            except NotSavedError as error:
                self._why = error.reason
                return
            self._why = ""
            many = "The change that waited" if count == 1 else f"All {count} changes that waited"
            outcome = Outcome(many, saved=True)
            self._post(partial(self._told, outcome))

    def _show(self, book: Notebook, first: bool = False) -> None:
        held = Held.of(book)
        if held != self._last or first:
            self._last = held
            self._post(partial(self._held, held))

    def _lay(self, book: Notebook) -> None:
        base, held = self._base, self._last
        if base is None:
            return
        try:
            laid = self._laid_over(base, held, book)
        except Exception:
            if self._base is not base:
                return  # its store was closed meanwhile: nobody wants it any more
            raise
        if laid is not None:
            self._post(partial(self._laid, laid))

    def _laid_over(self, base: Corpus, held: Held, book: Notebook) -> Laid | None:
        """The notebook over `base`, None where that is shown already."""
        over = self._over
        if over is None or over.base is not base or not held.same(over.held, LAID):
            over = _Over(base, Placer(apply(base, book)), held)
        elif held.same(over.held, PLACED):
            return None
        records: list[Placeable] = []
        for kind in PLACED:
            records += held.records(kind)
        placed = over.placer.place(records)
        self._over = _Over(base, over.placer, held)
        return Laid(base, over.placer.corpus, placed, held)


def _nothing(book: Notebook) -> str:
    """No change: only a reason to look round."""
    return ""
