"""Typing part of a name finds it, near enough is enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Corpus, Entity, EntityId, Kind
from tui.filtering import Names, index_of


def entity(name: str, *spellings: str) -> Entity:
    return Entity(EntityId(name), name, Kind.PERSON, (name, *spellings), ())


ENTITIES = (
    entity("Emmanuel Macron"),
    entity("Kim Jong-un", "Kim Jong Un", "Kim"),
    entity("Lech Wałęsa"),
    entity("Kwon Jong-gun"),
    entity("Joakim Larsen"),
)
CORPUS = Corpus(entities=ENTITIES)
INDEX = index_of(CORPUS)


@pytest.fixture(params=["at first", "with the index"])
def names(request: pytest.FixtureRequest) -> Names:
    """Names to be searched before the index is there, and once it is."""
    return Names(CORPUS, index=INDEX if request.param == "with the index" else None)


def found(names: Names, words: str) -> list[str]:
    return [ENTITIES[one.rank].name for one in names.search(words)]


def test_nothing_typed_keeps_the_order(names: Names) -> None:
    assert found(names, "")[0] == "Emmanuel Macron"
    assert len(found(names, "  ")) == 5


def test_the_beginning_of_a_name_comes_first(names: Names) -> None:
    assert found(names, "kim") == ["Kim Jong-un", "Joakim Larsen"]


def test_parts_in_any_order_without_accents_or_hyphens(names: Names) -> None:
    assert found(names, "walesa") == ["Lech Wałęsa"]
    assert found(names, "un jong")[:2] == ["Kim Jong-un", "Kwon Jong-gun"]
    assert found(names, "jong un")[0] == "Kim Jong-un"


def test_a_slip_of_the_finger_is_forgiven(names: Names) -> None:
    assert found(names, "macrom") == ["Emmanuel Macron"]
    assert found(names, "zzzzz") == []


def test_the_index_knows_other_spellings_and_says_why() -> None:
    first = Names(CORPUS, index=INDEX).search("김정은")[0]
    assert ENTITIES[first.rank].name == "Kim Jong-un"
    assert first.hit is not None
    assert first.hit.why


def test_what_is_far_off_is_shown_only_for_want_of_better() -> None:
    assert "Joakim Larsen" in found(Names(CORPUS, [4], INDEX), "jakm larson")
    assert found(Names(CORPUS, index=INDEX), "macron") == ["Emmanuel Macron"]


def test_operators_hold_to_the_letter() -> None:
    names = Names(CORPUS, index=INDEX)
    assert "Kim Jong-un" not in found(names, "!kim")
    assert found(names, "^kim") == ["Kim Jong-un"]
    assert found(names, "!") == [one.name for one in ENTITIES]
    assert len(found(names, "p:")) == 5
    assert found(names, "@") == []


def test_only_the_names_of_the_pool_are_found() -> None:
    pool = Names(CORPUS, [3, 4], INDEX)
    assert found(pool, "kim") == ["Joakim Larsen"]
    assert found(pool, "jong") == ["Kwon Jong-gun"]
    assert found(pool, "") == ["Kwon Jong-gun", "Joakim Larsen"]


@given(st.text(max_size=12))
def test_anything_may_be_typed(words: str) -> None:
    names = Names(CORPUS, index=INDEX).search(words)
    assert len({one.rank for one in names}) == len(names)
    for one in names:
        if one.hit is not None:
            assert all(0 <= a < b <= len(one.hit.spelling) for a, b in one.hit.spans)
