"""Offices: titles, appositions and verbs of holding one."""

from __future__ import annotations

import pytest

from tests.corpus.facts.pages import facts


@pytest.mark.parametrize(
    ("text", "people", "relation", "office"),
    [
        ("They met Foreign Minister Ana Costa there.", "Ana Costa", "is", "Foreign Minister"),
        ("The former Deputy Foreign Minister Jan Novák spoke.", "Jan Novák", "former",
         "Deputy Foreign Minister"),
        ("Counselor Park fled.", "Park", "is", "Counselor"),
        ("U.S. Secretary of State Mary Hill flew in.", "Mary Hill", "is",
         "U.S. Secretary of State"),
        ("Maria Vella, a lawyer for the family, wept.", "Maria Vella", "is",
         "lawyer for the family"),
        ("Maria Vella, 44, the chief prosecutor, wept.", "Maria Vella", "is", "chief prosecutor"),
        ("The country's envoy to Chile, Lee Min-ho, wept.", "Lee Min-ho", "is",
         "country's envoy to Chile"),
        ("Yonas Abraha served in the army as a captain.", "Yonas Abraha", "served as", "captain"),
        ("Yonas Abraha, who served as the deputy mayor, died.", "Yonas Abraha", "served as",
         "deputy mayor"),
        ("In 2013 Han Ji-won became vice minister of foreign affairs.", "Han Ji-won", "became",
         "vice minister of foreign affairs"),
        ("Olga Petrova was subsequently named secretary general of the council.", "Olga Petrova",
         "was subsequently named", "secretary general of the council"),
        ("The king appointed Omar Said as governor.", "Omar Said", "was appointed", "governor"),
        ("Eva Lind is the chairwoman of the union.", "Eva Lind", "is", "chairwoman of the union"),
    ],
)  # fmt: skip
def test_roles(text: str, people: str, relation: str, office: str) -> None:
    (fact,) = facts("role", text, people)
    assert fact.subject.mention is not None and fact.subject.text == people
    assert fact.relation == relation
    assert fact.object is not None and fact.object.text == office


def test_years_in_brackets_date_the_office() -> None:
    (fact,) = facts("role", "Ex-Foreign Minister Ri Tong-su (2016-2019) was jailed.", "Ri Tong-su")
    assert fact.when is not None
    assert f"{fact.when.first} {fact.when.last}" == "2016-01-01 2019-12-31"


def test_a_pronoun_is_linked_with_its_basis() -> None:
    text = "Kofi Mensah came home in May 2019. In 2020, he was elected to the National Assembly."
    (fact,) = facts("role", text, "Kofi Mensah", bodies="National Assembly")
    assert fact.subject.text == "Kofi Mensah"
    assert fact.subject.basis
    assert fact.when is not None and fact.when.first is not None and fact.when.first.year == 2020


@pytest.mark.parametrize(
    "text",
    ["Ana Costa was tired of the president.", "Ana Costa met the minister.",
     "After the minister left, Ana Costa spoke.", "Ana Costa is in Rome.",
     "The minister, whom Ana Costa knew, left.", "Ana Costa, who came late, sat down."],
)  # fmt: skip
def test_no_role_where_none_is_held(text: str) -> None:
    assert facts("role", text, "Ana Costa") == []


def test_with_two_people_a_pronoun_stays_open() -> None:
    text = "When Ana Costa met Eva Lind, both wept. She became minister."
    assert facts("role", text, "Ana Costa|Eva Lind") == []
