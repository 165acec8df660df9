"""Acronyms and glosses that a text explains itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.acronyms import find


@pytest.mark.parametrize(
    ("text", "long", "short", "relation"),
    [
        ("the Ministry of State Security (MSS) said", "Ministry of State Security", "MSS",
         "acronym"),
        ("at the Korea Economic Institute of America (KEI).",
         "Korea Economic Institute of America", "KEI", "acronym"),
        ("as Envoy for Human Rights. The Korea Economic Institute of America (KEI) pays",
         "Korea Economic Institute of America", "KEI", "acronym"),
        ("The United Nations (UN) met", "United Nations", "UN", "acronym"),
        ("the Non-Aligned Movement (NAM) met", "Non-Aligned Movement", "NAM", "acronym"),
        ("the Committee for State Safety (KGB) met", "Committee for State Safety", "KGB",
         "acronym"),
        ("the IAEA (International Atomic Energy Agency) met",
         "International Atomic Energy Agency", "IAEA", "acronym"),
        ("the Federal Security Service, known as the FSB, said", "Federal Security Service",
         "FSB", "acronym"),
        ("living in South Chosun (South Korea).", "South Chosun", "South Korea", "gloss"),
        ("Italy's chargé d'affaires (acting ambassador) left", "chargé d'affaires",
         "acting ambassador", "gloss"),
        ('GHEBRE, Tesfalem (a.k.a. "Wedi Ghebre"), Asmara', "GHEBRE, Tesfalem", "Wedi Ghebre",
         "gloss"),
        ("The Office of Maritime Safety (OMS) met", "Office of Maritime Safety", "OMS", "acronym"),
        ("1. JANG, Kyong Su (a.k.a. ZHANG, Qingxiu); DOB", "JANG, Kyong Su", "ZHANG, Qingxiu",
         "gloss"),
        ("Juan Pérez, also known as El Lobo, fled", "Juan Pérez", "El Lobo", "gloss"),
    ],
)  # fmt: skip
def test_aliases(text: str, long: str, short: str, relation: str) -> None:
    (found,) = find(text)
    assert (found.long.of(text), found.short.of(text), found.relation) == (long, short, relation)


@pytest.mark.parametrize(
    "text",
    ["The minister (left) and his aide (right) smiled.", "SEOUL (AP) -- It rained.",
     "John Smith (Labour) spoke.", "He died (aged 45).", "The report (see page 3) is long.",
     "A crowd (mostly students) sang (photo by Reuters).", "In Prague (CTK) it rained."],
)  # fmt: skip
def test_brackets_that_explain_no_name(text: str) -> None:
    assert find(text) == ()


@given(st.text(alphabet="AB ab().,'ofknwas", max_size=60) | st.text())
def test_any_text_gives_spans_of_the_text(text: str) -> None:
    for alias in find(text):
        assert alias.long.of(text).strip() and alias.short.of(text).strip()
        assert alias.long.end <= len(text) and alias.short.end <= len(text)
