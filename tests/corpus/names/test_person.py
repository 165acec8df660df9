"""Names in parts, and which of them can be one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.names import korean, person
from corpus.names.fold import fold, glue


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Jong-un"),
        ("Robert R. King", "Robert King"),
        ("R. King", "Robert R. King"),
        ("KIM, Yong Chol", "Kim Yong Chol"),
        ("Yong Chol Kim", "KIM, Yong Chol"),
        ("José Luis Zapatero", "Jose Luis Rodríguez Zapatero"),
        ("Gabriel García", "Gabriel García Márquez"),
        ("Martin Luther King Jr.", "Martin Luther King"),
        ("Anna Nováková", "ANNA NOVÁKOVÁ"),
    ],
)
def test_spellings_of_one_person_agree(one: str, other: str) -> None:
    assert person.agree(person.parse(one), person.parse(other))
    assert person.agree(person.parse(other), person.parse(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ri Il-kyu", "Ri Yong-ho"),
        ("Kim Yong-chol", "Kim Yong-chun"),
        ("Peter Novak", "Pavel Novak"),
        ("George Bush Sr.", "George Bush Jr."),
        ("Thae Yong-ho", "Ri Yong-ho"),
        ("John A. Smith", "John B. Smith"),
    ],
)
def test_look_alikes_stay_apart(one: str, other: str) -> None:
    assert not person.agree(person.parse(one), person.parse(other))


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ri Il-kyu", "ri"),
        ("Kim Jong Un", "kim"),
        ("KIM, Yong Chol", "kim"),
        ("Robert King", "king"),
        ("Charles de Gaulle", "gaulle"),
    ],
)
def test_the_family_name_is_known_by_its_place(name: str, family: str) -> None:
    assert family in person.parse(name).family


@pytest.mark.parametrize(
    "name", ["Ri Il-kyu", "Kim Jong Un", "Choe Ryong Hae", "Park Geun-hye", "Kim Yong-ch'ol"]
)
def test_korean_names_are_told_by_their_syllables(name: str) -> None:
    parts = name.split()
    assert korean.length_of_name(parts) == len(parts)


@pytest.mark.parametrize(
    "name", ["Kim Was Not", "New York City", "Ri", "Lee Harvey Oswald", "Song Of Songs"]
)
def test_other_words_are_no_korean_names(name: str) -> None:
    assert korean.length_of_name(name.split()) == 0


@given(st.text())
def test_folding_is_idempotent_on_any_text(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert glue(text) == glue(fold(text))


@given(st.text(), st.text())
def test_parsing_never_fails_and_agreement_is_symmetric(one: str, other: str) -> None:
    a, b = person.parse(one), person.parse(other)
    assert bool(person.agree(a, b)) == bool(person.agree(b, a))
