"""Back and forward: where the reader has been, and with what in hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from corpus.model import ArticleId, EntityId, Span
from tui.desk import Desk


@dataclass(frozen=True, slots=True)
class Visit:
    """A view that was open: its class, what it was opened on, and the place kept in it."""

    kind: Callable[..., Any]
    desk: Desk
    kept: object = None


@dataclass(frozen=True, slots=True)
class Position:
    """A place to come back to: the article, the text at the top of the pane, mark and name."""

    article: ArticleId | None
    anchor: int = -1
    mark: Span | None = None
    chosen: EntityId | None = None
    views: tuple[Visit, ...] = ()
    """The views that stood over the reading room, lowest first."""

    def near(self, other: Position) -> bool:
        """Whether going from one to the other would be no journey worth remembering."""
        if self.views or other.views:
            return False
        return (self.article, self.mark, self.chosen) == (other.article, other.mark, other.chosen)

    def renamed(self, moved: Mapping[ArticleId, ArticleId]) -> Position:
        """The same place where the article goes by another id; its text is another too."""
        if self.article is None or self.article not in moved:
            return self
        return replace(self, article=moved[self.article], mark=None)


@dataclass(slots=True)
class History:
    """A trail with a present: leaving a place remembers it and drops what lay ahead."""

    limit: int = 500
    _behind: list[Position] = field(default_factory=list)
    _ahead: list[Position] = field(default_factory=list)

    def leave(self, place: Position) -> None:
        """Remember `place`, which the reader is about to leave for a new one."""
        if place.article is None:
            return
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[: -self.limit]
        self._ahead.clear()

    def rename(self, moved: Mapping[ArticleId, ArticleId]) -> None:
        """Have places in articles that have changed lead to what they are now."""
        for trail in (self._behind, self._ahead):
            trail[:] = [place.renamed(moved) for place in trail]

    def back(self, present: Position) -> Position | None:
        """The place before, `present` being kept for the way forward; None at the beginning."""
        return self._step(self._behind, self._ahead, present)

    def forward(self, present: Position) -> Position | None:
        """The place that was left by going back; None where there is none."""
        return self._step(self._ahead, self._behind, present)

    @staticmethod
    def _step(source: list[Position], target: list[Position], present: Position) -> Position | None:
        while source and source[-1].near(present):
            source.pop()
        if not source:
            return None
        target.append(present)
        return source.pop()
