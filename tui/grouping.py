"""Facts in groups: of one article or name by kind, of everything by the name they are about."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

from corpus.model import Corpus, EntityId, Fact
from tui.narrowing import Wish
from tui.node import Block, Node
from tui.telling import fact_node
from tui.wording import kind_name

_LOOK_UP = 500
"""Facts after which a gathering asks whether it is still wanted."""
_KEPT = 400
"""Nodes of a block that stay made."""
_OPEN = 60
"""Facts in all up to which every group is open."""

Draw = Callable[[Fact], Node]


def by_kind(facts: Sequence[Fact], draw: Draw) -> tuple[Node, ...]:
    """A heading for each kind over its facts."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.kind, []).append(fact)
    return tuple(
        Node(
            f"{kind_name(kind)} {len(found)}",
            style="heading",
            inner=tuple(map(draw, found)),
            open=True,
            name=kind,
        )
        for kind, found in groups.items()
    )


@dataclass(frozen=True, slots=True)
class Gathered:
    """Facts of a whole corpus: groups of places in `facts`, the largest first."""

    corpus: Corpus
    facts: Sequence[Fact]
    groups: tuple[tuple[EntityId | None, array[int]], ...] = ()
    count: int = 0


def gather(corpus: Corpus, wish: Wish, cancelled: Callable[[], bool]) -> Gathered:
    """The facts of all articles that are wished for, by whom they are about."""
    facts = corpus.facts
    found: dict[EntityId | None, array[int]] = {}
    count = 0
    for at, fact in enumerate(facts):
        if at % _LOOK_UP == 0 and cancelled():
            break
        if not wish.keeps(fact):
            continue
        mention = fact.subject.mention
        about = corpus.entity_of.get((fact.article, mention)) if mention is not None else None
        found.setdefault(about, array("l")).append(at)
        count += 1
    groups = sorted(found.items(), key=lambda one: (one[0] is None, -len(one[1])))
    return Gathered(corpus, facts, tuple(groups), count)


class _Made(Block):
    """A block that keeps what it has made of late."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._kept: dict[int, Node] = {}

    def make(self, at: int) -> Node:
        """The node at a place."""
        raise NotImplementedError

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Node: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Node, ...]: ...
    def __getitem__(self, at: int | slice) -> Node | tuple[Node, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(self._count)[at])
        at = range(self._count)[at]
        node = self._kept.get(at)
        if node is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            node = self._kept[at] = self.make(at)
        return node


class Groups(_Made):
    """A heading for each name over the facts about it."""

    def __init__(self, found: Gathered, draw: Draw) -> None:
        super().__init__(len(found.groups))
        self._found = found
        self._members = [_Members(found, numbers, draw) for _, numbers in found.groups]

    def key(self, at: int) -> str:
        """The name's id."""
        return self._found.groups[at][0] or ""

    def make(self, at: int) -> Node:
        """The heading of a group."""
        entity_id, numbers = self._found.groups[at]
        known = self._found.corpus.entity_by_id.get(entity_id) if entity_id is not None else None
        return Node(
            known.name if known is not None else "Without a name",
            count=f"{len(numbers):,}",
            style="heading",
            entity=entity_id,
            inner=self._members[at],
            open=self._found.count <= _OPEN,
            name=self.key(at),
        )


class _Members(_Made):
    """The facts of a group."""

    def __init__(self, found: Gathered, numbers: array[int], draw: Draw) -> None:
        super().__init__(len(numbers))
        self._facts, self._numbers, self._draw = found.facts, numbers, draw

    def key(self, at: int) -> str:
        """The fact's place among all."""
        return str(self._numbers[at])

    def make(self, at: int) -> Node:
        """The fact as a row."""
        return self._draw(self._facts[self._numbers[at]])


def drawn(corpus: Corpus, signs: Callable[[Fact], str], *, source: bool) -> Draw:
    """How a fact becomes a row; `signs` gives what the reader has said of it."""

    def draw(fact: Fact) -> Node:
        return fact_node(fact, corpus, source=source, said=signs(fact))

    return draw
