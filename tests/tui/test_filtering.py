"""Typing part of a name finds it, near enough is enough."""

from __future__ import annotations

from corpus.model import Entity, EntityId, Kind
from tui.filtering import Names


def entity(name: str, *spellings: str) -> Entity:
    return Entity(EntityId(name), name, Kind.PERSON, (name, *spellings), ())


NAMES = Names(
    (
        entity("Emmanuel Macron"),
        entity("Kim Jong-un", "Kim Jong Un", "Kim"),
        entity("Lech Wałęsa"),
        entity("Kwon Jong-gun"),
        entity("Joakim Larsen"),
    )
)


def found(words: str) -> list[str]:
    return [one.name for one in NAMES.search(words)]


def test_nothing_typed_keeps_the_order() -> None:
    assert found("")[0] == "Emmanuel Macron"
    assert len(found("  ")) == 5


def test_the_beginning_of_a_name_comes_first() -> None:
    assert found("kim") == ["Kim Jong-un", "Joakim Larsen"]


def test_parts_in_any_order_without_accents_or_hyphens() -> None:
    assert found("walesa") == ["Lech Wałęsa"]
    assert found("un jong")[:2] == ["Kim Jong-un", "Kwon Jong-gun"]
    assert found("jong un")[0] == "Kim Jong-un"


def test_a_slip_of_the_finger_is_forgiven() -> None:
    assert found("macrom") == ["Emmanuel Macron"]
    assert found("zzzzz") == []
