"""A row of an outline: words, where they lead, and what opens below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.model import ArticleId, EntityId, Fact, Span

Goal = tuple[ArticleId, Span | None]
"""Where Enter leads: an article and the passage in it."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One thing in plain words; `inner` is what opens below it, or makes that when it is opened.

    `tail` follows the words in a quieter ink, `count` stands at the right end, `sign` (one cell)
    before the words. `note` is for the status line. A `name` that stays the same from one filling
    to the next keeps the node open; without one the words do.
    """

    words: str
    tail: str = ""
    count: str = ""
    sign: str = ""
    style: str = "text"
    """"text", "heading", "muted" or "warning"."""
    goal: Goal | None = None
    entity: EntityId | None = None
    note: str = ""
    fact: Fact | None = None
    inner: Sequence[Node] | Callable[[], Sequence[Node]] = ()
    open: bool = False
    """Whether it is open until the reader says otherwise."""
    folds: bool = True
    """Whether a sign shows that something opens below it."""
    whole: bool = False
    """Whether its words are shown in full, on as many rows as they take."""
    bars: tuple[int, ...] = ()
    """Heights of a small chart that stands after the words."""
    name: str = ""

    @property
    def key(self) -> str:
        """What tells it from its neighbours."""
        return self.name or self.words


class Block(Sequence[Node]):
    """Nodes that are made when they are looked at: for lists too long to be made at once."""

    def key(self, at: int) -> str:
        """What tells the node at a place from its neighbours, without making it."""
        raise NotImplementedError
