"""Sequences and mappings that show others with a few things changed, without copying them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Pieces(Sequence[T], Generic[T]):
    """Runs of a sequence, in their order, with other items between them."""

    def __init__(self, base: Sequence[T], parts: Sequence[range | tuple[T, ...]]) -> None:
        self._base = base
        self._parts = [part for part in parts if len(part)]
        self._starts = [0]
        for part in self._parts:
            self._starts.append(self._starts[-1] + len(part))
        self._runs = [
            (part.start, self._starts[at], part.stop)
            for at, part in enumerate(self._parts)
            if isinstance(part, range)
        ]

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self[i] for i in range(*at.indices(len(self))))
        if at < 0:
            at += len(self)
        if not 0 <= at < len(self):
            raise IndexError(at)
        which = bisect_right(self._starts, at) - 1
        part = self._parts[which]
        found = part[at - self._starts[which]]
        return self._base[found] if isinstance(part, range) else found  # type: ignore[index, return-value]

    def base(self, at: int) -> int | None:
        """The place in the base of the item at `at`, None for one that is not of it."""
        which = bisect_right(self._starts, at) - 1
        part = self._parts[which]
        return part[at - self._starts[which]] if isinstance(part, range) else None

    def own(self, item: T) -> int | None:
        """Where an item that is not of the base stands."""
        for start, part in zip(self._starts, self._parts, strict=False):
            if not isinstance(part, range) and item in part:
                return start + part.index(item)
        return None

    def beside(self, base: Sequence[V], make: Callable[[T], V]) -> list[V]:
        """What stands in `base`, a sequence beside the base, for each item; made for others."""
        found: list[V] = []
        for part in self._parts:
            if isinstance(part, range):
                found.extend(base[part.start : part.stop])
            else:
                found.extend(make(item) for item in part)
        return found

    def shifted(self, base: int) -> int | None:
        """Where the item of the base at `base` stands here, None if it does not."""
        which = bisect_right(self._runs, base, key=lambda run: run[0]) - 1
        if which < 0:
            return None
        start, here, stop = self._runs[which]
        return here + base - start if base < stop else None


class Over(Mapping[K, V], Generic[K, V]):
    """A mapping with some entries changed, added or gone; changed ones may be made when asked."""

    def __init__(
        self,
        base: Mapping[K, V],
        changed: Mapping[K, V] | None = None,
        gone: frozenset[K] = frozenset(),
        *,
        make: Callable[[K], V] | None = None,
        made: Container[K] = (),
        added: frozenset[K] = frozenset(),
    ) -> None:
        self._base = base
        self._changed = dict(changed or {})
        self._gone = gone
        self._make = make
        self._made = made
        self._added = frozenset(k for k in (*self._changed, *added) if k not in base)

    def __getitem__(self, key: K) -> V:
        if key in self._changed:
            return self._changed[key]
        if key in self._gone:
            raise KeyError(key)
        if self._make is not None and key in self._made:
            found = self._changed[key] = self._make(key)
            return found
        return self._base[key]

    def __iter__(self) -> Iterator[K]:
        yield from (key for key in self._base if key not in self._gone)
        yield from self._added

    def __len__(self) -> int:
        return len(self._base) - sum(k in self._base for k in self._gone) + len(self._added)

    def __contains__(self, key: object) -> bool:
        return key in self._added or (key in self._base and key not in self._gone)
