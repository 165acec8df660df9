"""Mentions in few bytes: a corpus names people a million times, and an object each would tell."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from struct import Struct
from sys import intern
from typing import Final, TypeVar, overload

from corpus.model import ArticleId, Sighting
from corpus.names.cards import Card, Seen

T = TypeVar("T")
_THREE: Final = Struct("<3i")


class Compact(Sequence[T]):
    """A sequence of objects that are made when they are asked for; equal to a tuple of them."""

    __slots__ = ()

    def _at(self, at: int) -> T:
        raise NotImplementedError

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self._at(one) for one in range(len(self))[at])
        return self._at(range(len(self))[at])

    def __iter__(self) -> Iterator[T]:
        return map(self._at, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Glimpses(Compact[Seen]):
    """What a card has seen: three numbers for each mention, and its spelling."""

    __slots__ = ("_numbers", "_spellings")

    def __init__(self, seen: Sequence[tuple[int, int, int, str]]) -> None:
        # Most have one mention or two: bytes are smaller than an array, and equal names are one.
        self._numbers = b"".join(_THREE.pack(*one[:3]) for one in seen)
        self._spellings = tuple(intern(one[3]) for one in seen)

    def __len__(self) -> int:
        return len(self._spellings)

    def _at(self, at: int) -> Seen:
        mention, start, end = _THREE.unpack_from(self._numbers, _THREE.size * at)
        return Seen(mention, start, end, self._spellings[at])


class Sightings(Compact[Sighting]):
    """Where an entity is named: four numbers for each mention, the first a place in `ids`."""

    __slots__ = ("_ids", "_numbers")

    def __init__(self, cards: Sequence[Card]) -> None:
        self._ids = tuple(dict.fromkeys(card.article for card in cards))
        places = {id_: place for place, id_ in enumerate(self._ids)}
        self._numbers = array("i")
        for card in cards:
            place = places[card.article]
            for seen in card.seen:
                self._numbers.extend((place, seen.mention, seen.start, seen.end))

    def __len__(self) -> int:
        return len(self._numbers) // 4

    def _at(self, at: int) -> Sighting:
        place, mention, start, end = self._numbers[4 * at : 4 * at + 4]
        return Sighting(ArticleId(self._ids[place]), mention, start, end)
