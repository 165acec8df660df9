"""Demonyms: recognised in all their forms, and never a place's own name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.names.demonyms import country, homeland, is_demonym


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("North Korean", "KP"), ("North Koreans", "KP"), ("South Korean", "KR"), ("Cuban", "CU"),
        ("Chinese", "CN"), ("Maltese", "MT"), ("Eritrean", "ER"), ("Eritreans", "ER"),
        ("Ethiopian", "ET"), ("Muscovite", "RU"), ("Kurdish", None), ("African", None),
        ("European", None), ("Korean", None), ("Czech", "CZ"), ("Czechs", "CZ"), ("French", "FR"),
        ("Frenchmen", "FR"), ("Japanese", "JP"), ("Soviet", "SU"), ("Soviets", "SU"),
        ("Saudi", "SA"), ("Poles", "PL"), ("Polish", "PL"), ("Québécois", "CA"),
        ("Sino-Korean", None), ("Franco-German", None), ("Anglo-Irish", None),
        ("inter-Korean", None), ("anti-American", "US"), ("pro-Russian", "RU"),
        ("US-North Korea", None), ("U.S.–South Korean", None), ("Korean-American", "US"),
        ("Cuban-born", "CU"), ("US-led", "US"), ("NORTH KOREAN", "KP"), ("Cuban’s", "CU"),
        ("New Zealander", "NZ"), ("Sri Lankans", "LK"), ("Hong Konger", "HK"),
    ],
)  # fmt: skip
def test_demonyms_and_their_countries(phrase: str, code: str | None) -> None:
    assert is_demonym(phrase)
    assert country(phrase) == code


@pytest.mark.parametrize(
    "phrase",
    ["North Korea", "Cuba", "China", "", "-", "polish", "Ningbo", "Kim Jong-un", "Franco", "US",
     "Stratford-upon-Avon", "anti-war", "Minister", "Guinea-Bissau"],
)  # fmt: skip
def test_places_people_and_words_are_none(phrase: str) -> None:
    assert not is_demonym(phrase)
    assert country(phrase) is None


def test_homelands() -> None:
    assert homeland("Muscovites") == "Moscow"
    assert homeland("Korean") == "Korea"
    assert homeland("inter-Korean") == "Korea"
    assert homeland("Kurds") == "Kurdistan"
    assert homeland("table") is None


@given(st.text(max_size=60))
def test_any_text_may_be_asked_for(text: str) -> None:
    if country(text) is not None:
        assert is_demonym(text)
