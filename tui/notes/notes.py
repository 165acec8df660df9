"""The notebook as the event loop knows it: what it held when last told, and what goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from corpus.model import ArticleId, Corpus
    from tui.notes.keeper import Change, Keeper, Outcome
    from tui.notes.state import Held, Laid

NOT_KEPT = "No notebook is kept in this session (--no-notebook)."


class Host(Protocol):
    """Who shows what the notebook says; every call comes on the event loop."""

    def call_notes(self, call: Callable[[], None]) -> None: ...
    def notes_said(self, words: str) -> None: ...
    def notes_laid(self, laid: Laid) -> None: ...
    def notes_failed(self, error: Exception) -> None: ...


class Notes:
    """Hands changes to the keeper's thread, and remembers what it reports.

    The keeper is made when it is first needed: importing the notebook is not for the start.
    """

    def __init__(self, folder: Path | None, host: Host) -> None:
        """`folder` None: nothing is kept."""
        self.folder = folder
        self.host = host
        self.held: Held | None = None
        self.laid: Laid | None = None
        self.trouble = ""
        """Why the latest change is not on the disk, "" where all is."""
        self._keeper: Keeper | None = None

    @property
    def kept(self) -> bool:
        """Whether there is a notebook."""
        return self.folder is not None

    @property
    def covers(self) -> bool:
        """Whether what is shown differs from what was found."""
        return self.laid is not None and self.laid.corpus is not self.laid.base

    def tagged(self, tag: str) -> Iterable[ArticleId]:
        """The articles that bear a tag themselves or at a passage."""
        laid = self.laid
        if laid is None:
            return ()
        from corpus.notebook.records import Tag

        wanted, where = tag.casefold(), laid.placed.where
        found = (one.id for one in laid.held.records(Tag) if one.tag.casefold() == wanted)
        return {where[id_][0] for id_ in found if id_ in where}

    def start(self) -> None:
        """Open the notebook beside the screen."""
        if self.folder is None or self._keeper is not None:
            return
        from tui.notes.keeper import Keeper

        self._keeper = Keeper(
            self.folder, self.host.call_notes, self._told, self._took, self._lay,
            self.host.notes_failed,
        )  # fmt: skip
        self._keeper.start()

    def do(self, change: Change) -> None:
        """Have a change made; what became of it is said when it is known."""
        self.start()
        if self._keeper is None:
            self.host.notes_said(NOT_KEPT)
        else:
            self._keeper.do(change)

    def lay(self, corpus: Corpus) -> None:
        """Have the notebook laid over a corpus, once it is open."""
        if self._keeper is not None:
            self._keeper.lay(corpus)

    def close(self, patience: float) -> str:
        """Wait until all that was asked for is on the disk; returns why something is not."""
        return self._keeper.close(patience) if self._keeper is not None else ""

    def _told(self, outcome: Outcome) -> None:
        if outcome.saved:
            self.trouble = ""
            self.host.notes_said(f"Saved. {outcome.words}")
        elif outcome.refused:
            self.host.notes_said(outcome.words)
        else:
            self.trouble = f"NOT SAVED: {outcome.words}; kept in memory, tried again"
            self.host.notes_said(self.trouble)

    def _took(self, held: Held) -> None:
        before = self.held
        self.held = held
        if not held.unsaved:
            self.trouble = ""
        known = before.remarks if before is not None else ()
        fresh = [remark for remark in held.remarks if remark not in known]
        if held.read_only and (before is None or not before.read_only):
            self.host.notes_said(f"The notebook cannot be changed: {held.read_only}.")
        elif fresh:
            more = f" (and {len(fresh) - 1} more, A lists them)" if len(fresh) > 1 else ""
            self.host.notes_said(f"Notebook: {fresh[0]}{more}")

    def _lay(self, laid: Laid) -> None:
        self.laid = laid
        self.host.notes_laid(laid)
