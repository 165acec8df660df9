"""What one article tells about a slot that can have one value only, and how two such agree."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from corpus.across.compatible import Range, dates_agree, numbers_agree
from corpus.model import ArticleId, EntityId, Fact, Place, Span, When


@dataclass(frozen=True, slots=True)
class Told:
    """One value for one slot, as an article gives it.

    Exactly one of `when`, `numbers` and `place` holds the value to compare by. `fact` is None where
    the value is read from the words beside a name (an age, a birth).
    """

    slot: Hashable
    label: str
    """The slot in plain words: "date of arrival"."""
    subject: str
    entity: EntityId | None
    article: ArticleId
    text: str
    """The value as shown."""
    evidence: tuple[Span, ...]
    fact: Fact | None = None
    when: When | None = None
    numbers: Range | None = None
    place: tuple[str, Place | None] | None = None
    """Id of the place's entity and where it lies, where the place is the value."""
    scene: tuple[str, Place | None] | None = None
    """The same of the place where it happened: told of two places, two things are meant."""
    nouns: frozenset[str] = frozenset()
    """Stems of what is counted."""
    matter: frozenset[str] | None = None
    """Stems of the sentence, where only like sentences speak of one thing."""
    reach: int | None = None
    """Days within which two dates can be meant for one thing, None if it happens but once."""
    span: int | None = None
    """Days between publications within which the value has to stay the same, None for ever."""

    @property
    def value(self) -> Hashable:
        """What tells this value from others of the slot."""
        if self.when is not None:
            return self.when.first, self.when.last
        return self.numbers or self.place


def agree(one: Told, other: Told) -> bool:
    """Whether both values can be true."""
    if one.when is not None and other.when is not None:
        return dates_agree(one.when, other.when)
    if one.numbers is not None and other.numbers is not None:
        return numbers_agree(one.numbers, other.numbers)
    if one.place is not None and other.place is not None:
        return places_agree(one.place, other.place)
    return True


def places_agree(
    one: tuple[str, Place | None] | None, other: tuple[str, Place | None] | None
) -> bool:
    """Whether one place is the other or may hold it: a country holds its cities."""
    if one is None or other is None or one[0] == other[0]:
        return True
    here, there = one[1], other[1]
    if here is None or there is None:
        return False
    if here.country != there.country:
        return not (here.country and there.country)
    if "country" in (here.feature, there.feature):
        return True
    wide = {"division", "region"}
    return bool({here.feature, there.feature} & wide) and (
        not here.division or not there.division or here.division == there.division
    )
