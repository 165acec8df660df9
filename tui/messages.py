"""What panes and the loader tell the screen; a pane never speaks to another pane."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from corpus.model import ArticleId, Corpus, EntityId, Span

if TYPE_CHECKING:
    from corpus.names.index import NameIndex
    from corpus.news import News
    from corpus.store import Snapshot
    from tui.desk import Desk


class Go(Message):
    """The reader wants to read an article, at the passage `mark` where one is given."""

    def __init__(self, article: ArticleId, mark: Span | None = None) -> None:
        super().__init__()
        self.article = article
        self.mark = mark


class EntityAsked(Message):
    """A person, place or organisation was chosen."""

    def __init__(self, entity: EntityId) -> None:
        super().__init__()
        self.entity = entity


class NeighbourAsked(Message):
    """The article `step` places further in the list of sources shall be read."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self.step = step


class PaneAsked(Message):
    """A pane wants to be the one in hand (it was clicked)."""

    def __init__(self, pane: str) -> None:
        super().__init__()
        self.pane = pane


class ViewAsked(Message):
    """A view shall be opened: the module and class of it, as in `Command.opens`."""

    def __init__(self, view: str, desk: Desk | None = None) -> None:
        """Opened on `desk`; None for what lies before the reader now."""
        super().__init__()
        self.view = view
        self.desk = desk


class WorkAsked(Message):
    """A pane wants something computed beside the screen; see `tui.screens.work.Working.work`."""

    def __init__(
        self,
        job: Callable[[Callable[[], bool]], object],
        take: Callable[[object], None],
        lane: str,
    ) -> None:
        super().__init__()
        self.job = job
        self.take = take
        self.lane = lane


class NarrowAsked(Message):
    """The reader wants to choose kinds, certainties and speakers of facts from a list."""


class Noted(Message):
    """A word for the status line."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Progressed(Message):
    """The loader is at `done` of `total` in a stage that `stage` names in plain words.

    `rate` is in words a second and `left` in seconds, 0 while unknown; no stage: it has ended.
    """

    def __init__(
        self, generation: int, stage: str, done: int, total: int,
        rate: int = 0, left: int = 0, skipped: int = 0,
    ) -> None:  # fmt: skip
        super().__init__()
        self.rate = rate
        self.left = left
        self.skipped = skipped
        self.generation = generation
        self.stage = stage
        self.done = done
        self.total = total

    def can_replace(self, message: Message) -> bool:
        """Only the newest progress matters."""
        return isinstance(message, Progressed)


class Arrived(Message):
    """A corpus is there: the articles alone at first, the last one with all that was found."""

    def __init__(
        self,
        generation: int,
        corpus: Corpus,
        complete: bool,
        snapshot: Snapshot | None = None,
        news: News | None = None,
    ) -> None:
        """`snapshot` is what the corpus is read from, if it is stored; `news` tells how it differs
        from the one that was shown."""
        super().__init__()
        self.snapshot = snapshot
        self.news = news
        self.generation = generation
        self.corpus = corpus
        self.complete = complete


class Indexed(Message):
    """The index over the names of `corpus` is there."""

    def __init__(self, generation: int, corpus: Corpus, index: NameIndex) -> None:
        super().__init__()
        self.generation = generation
        self.corpus = corpus
        self.index = index


class Failed(Message):
    """Loading broke off; `reason` is fit to be shown."""

    def __init__(self, generation: int, reason: str) -> None:
        super().__init__()
        self.generation = generation
        self.reason = reason
