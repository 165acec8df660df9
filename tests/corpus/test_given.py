"""Names of people and English words: who is known, and which words may not be trusted."""

from __future__ import annotations

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from corpus.names import given


@pytest.mark.parametrize(
    "token",
    ["Maria", "José", "Jiří", "Václav", "Vladimir", "Karmenu", "Isaias", "Abiy", "Hiroshi",
     "Mohammed", "Narendra", "Ngozi", "Mehmet", "Jong-un", "Il-Kyu", "Song-gil", "Hyun-woo"],
)  # fmt: skip
def test_given_names_of_many_peoples(token: str) -> None:
    assert given.is_given(token)


@pytest.mark.parametrize(
    "token",
    ["Smith", "Kim", "Ri", "Thae", "Ryu", "Zhang", "Hsieh", "Nguyen", "Sato", "Ivanov", "Novák",
     "García", "Camilleri", "Afwerki", "Okonjo", "Erdoğan", "Patel", "Díaz-Canel", "SOKOLOV"],
)  # fmt: skip
def test_family_names_of_many_peoples(token: str) -> None:
    assert given.is_family(token)


@pytest.mark.parametrize("token", ["Kim", "Ri", "Li", "Zhang", "Tsai", "Nguyen", "Namgung"])
def test_peoples_that_put_the_family_first(token: str) -> None:
    assert given.family_first(token)


@pytest.mark.parametrize("token", ["Smith", "Garcia", "Ivanov", "Maria", "", "Tashkent"])
def test_peoples_that_put_the_family_last(token: str) -> None:
    assert not given.family_first(token)


@pytest.mark.parametrize("token", ["Ministry", "Xqzt", "", "-", "2024", "Embassy-run"])
def test_what_is_no_name(token: str) -> None:
    assert not given.is_given(token)
    assert given.weight(token).given == 0


def test_usual_names_weigh_more() -> None:
    assert given.weight("John").given > given.weight("Karmenu").given > 0
    assert given.weight("Smith").family > given.weight("Smith").given
    assert given.weight("Mary").given == given.weight("MARY").given
    assert given.weight("Jean-Xqzt").given == 0


@pytest.mark.parametrize("token", ["the", "The", "however", "Yesterday", "officials", "minister"])
def test_common_words(token: str) -> None:
    assert given.is_common_word(token)
    assert given.also_word(token)


@pytest.mark.parametrize("token", ["Mark", "Hope", "Bill", "Rose", "Will"])
def test_names_that_are_words_too(token: str) -> None:
    assert given.is_given(token)
    assert given.also_word(token)


@pytest.mark.parametrize("token", ["Vladimir", "Kim Jong-un", "Pyongyang", "Xi"])
def test_names_that_are_no_words(token: str) -> None:
    assert not given.is_common_word(token)


def test_syllables() -> None:
    assert given.is_syllable("Jong")
    assert not given.is_syllable("Fidel")
    assert not given.is_korean_given("Jean-Paul")
    assert not given.is_korean_given("Jong")


@hypothesis_given(st.text(max_size=40))
def test_any_token_may_be_asked_for(token: str) -> None:
    weights = given.weight(token)
    assert 0 <= weights.given <= 1
    assert 0 <= weights.family <= 1
    assert not given.is_common_word(token) or given.also_word(token)
    assert given.weight(token.upper()) == given.weight(token.upper().lower())
