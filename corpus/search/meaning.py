"""What a query means for a corpus: which articles, how well they fit, and what marks them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from corpus.model import EntityId
from corpus.search import days
from corpus.search.facets import PEOPLE, PLACES, Facets
from corpus.search.matching import Flags, stands_in
from corpus.search.matching import wanted as as_numbers
from corpus.search.query import All, Any, Field, Node, Not, Words
from corpus.search.shelf import Shelf
from corpus.search.view import View

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom or what a `who:` or `where:` was taken to mean."""

    field: str
    value: str
    names: tuple[str, ...]


@dataclass(slots=True)
class Meaning:
    """What came of a query: a flag and a score for every article of the view."""

    flags: Flags
    scores: Scores
    words: list[Words] = field(default_factory=list)
    entities: list[EntityId] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    meant: list[Meant] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def textual(node: Node) -> bool:
    """Whether `node` asks of nothing but words, so that the engine can answer it alone."""
    if isinstance(node, Words):
        return True
    if isinstance(node, Field):
        return False
    if isinstance(node, Not):
        return textual(node.part)
    return all(textual(part) for part in node.parts)


class Weighing:
    """One query being worked out."""

    def __init__(self, shelf: Shelf, view: View, facets: Facets) -> None:
        self._shelf, self._view, self._facets = shelf, view, facets
        count = len(view)
        self._none = np.zeros(count, dtype=bool)
        self._zero = np.zeros(count, dtype=np.float32)
        self.meaning = Meaning(self._none, self._zero)

    def run(self, root: Node) -> Meaning:
        """The meaning of `root`. Raises `DamagedError`."""
        self.meaning.flags, self.meaning.scores = self._answer(root)
        self._collect(root, True)
        return self.meaning

    def _answer(self, node: Node) -> tuple[Flags, Scores]:
        if textual(node):
            return self._found(node)
        if isinstance(node, Field):
            return self._filter(node), self._zero
        if isinstance(node, Not):
            return ~self._answer(node.part)[0], self._zero
        assert not isinstance(node, Words)  # noqa: S101 - textual, see above
        own = tuple(part for part in node.parts if textual(part))
        rest = [part for part in node.parts if not textual(part)]
        together = isinstance(node, All)
        parts = [self._answer(part) for part in rest]
        if own:
            whole: Node = own[0] if len(own) == 1 else (All(own) if together else Any(own))
            parts.append(self._found(whole))
        flags, scores = parts[0]
        for more, further in parts[1:]:
            flags = flags & more if together else flags | more
            scores = scores + further
        return flags, np.where(flags, scores, np.float32(0))

    def _found(self, node: Node) -> tuple[Flags, Scores]:
        """The engine's answer."""
        flags, scores = self._none.copy(), self._zero.copy()
        columns = self._shelf.columns
        with self._shelf.reading():
            try:
                found = self._shelf.engine.find(node, columns.like)
            except ValueError:
                found = None
        if found is None:
            return self._looked_up(node) if isinstance(node, Words) else self._apart(node)
        places = self._view.places(found.numbers)
        known = places >= 0
        flags[places[known]] = True
        scores[places[known]] = found.scores[known]
        return flags, scores

    def _apart(self, node: Node) -> tuple[Flags, Scores]:
        """The answer part by part, where the engine gave up on the whole."""
        if isinstance(node, Not):
            return ~self._found(node.part)[0], self._zero
        assert isinstance(node, All | Any)  # noqa: S101 - fields are not textual
        flags, scores = self._found(node.parts[0])
        for part in node.parts[1:]:
            more, further = self._found(part)
            flags = flags & more if isinstance(node, All) else flags | more
            scores = scores + further
        return flags, np.where(flags, scores, np.float32(0))

    def _looked_up(self, node: Words) -> tuple[Flags, Scores]:
        """The answer by the columns, for a row of words that the engine will not spell out."""
        columns = self._shelf.columns
        with self._shelf.reading():
            asked = as_numbers(node.patterns, columns.meant)
            run = columns.run()
        _, owners = stands_in(asked, run)
        flags = self._none.copy()
        places = self._view.places(run.numbers[np.unique(owners)])
        flags[places[places >= 0]] = True
        return flags, self._zero

    def _filter(self, node: Field) -> Flags:
        view, facets = self._view, self._facets
        if node.name in ("publisher", "author"):
            return view.saying(node.name, node.value, node.open)
        if node.name == "date":
            asked = days.asked(node.value)
            if asked is None:
                if not node.open:
                    self._remark(f"“{node.value}” is no date; write it as {days.FORMS}.")
                return ~self._none if node.open else self._none
            if asked[0] > asked[1]:
                self._remark(f"“{node.value}” ends before it begins.")
            return view.published(*asked)
        if node.name in ("who", "where"):
            entities = facets.entities(node.value, PEOPLE if node.name == "who" else PLACES)
            if not entities:
                thing = "person or organisation" if node.name == "who" else "place"
                self._remark(f"No {thing} is called “{node.value}”.")
                return self._none
            names = tuple(facets.called(entity) for entity in entities)
            self.meaning.meant.append(Meant(node.name, node.value, names))
            return view.at(facets.naming(entities))
        if node.name == "fact":
            return self._stating(node)
        tagged = facets.tagged(node.value)
        if tagged is None:
            self._remark("There are no tags here.")
            return self._none
        return view.those(tagged)

    def _stating(self, node: Field) -> Flags:
        kinds = self._kinds(node)
        flags = self._none
        if not kinds:
            there = ", ".join(sorted(self._facets.fact_kinds())) or "none yet"
            self._remark(f"No fact is of the kind “{node.value}”; kinds are: {there}.")
        for kind in kinds:
            flags = flags | self._view.at(self._facets.stating(kind))
        return flags

    def _kinds(self, node: Field) -> list[str]:
        value = node.value.casefold()
        kinds = list(self._facets.fact_kinds())
        if value in kinds:
            return [value]
        stem = value.rstrip("*")
        return [k for k in kinds if k.startswith(stem)] if node.open or stem != value else []

    def _remark(self, text: str) -> None:
        if text not in self.meaning.remarks:
            self.meaning.remarks.append(text)

    def _collect(self, node: Node, wanted: bool) -> None:
        """Gather what marks a hit: everything that is asked for, nothing that is ruled out."""
        if isinstance(node, Not):
            self._collect(node.part, not wanted)
        elif isinstance(node, All | Any):
            for part in node.parts:
                self._collect(part, wanted)
        elif not wanted:
            return
        elif isinstance(node, Words):
            self.meaning.words.append(node)
        elif node.name in ("who", "where"):
            kinds = PEOPLE if node.name == "who" else PLACES
            self.meaning.entities.extend(self._facets.entities(node.value, kinds))
        elif node.name == "fact":
            self.meaning.kinds.extend(self._kinds(node))
