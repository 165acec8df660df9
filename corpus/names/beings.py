"""A chain in the making: what people, places and organisations have in common while linked."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.model import Kind, Place
from corpus.names.person import PersonName


@dataclass(slots=True)
class Being:
    """One person, place or organisation of an article; `introduced` is where it is first named."""

    kind: Kind
    mentions: list[int]
    names: list[PersonName] = field(default_factory=list)
    introduced: int = -1
    place: Place | None = None
    basis: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
