"""Amounts: money, counts, shares and rates, and the numbers that are none of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.amounts import find


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("The fine was $300,000.", 300_000, 300_000, "USD"),
        ("The fine was US$1.2 million.", 1_200_000, 1_200_000, "USD"),
        ("It cost €5m to build.", 5_000_000, 5_000_000, "EUR"),
        ("They paid HK$40,000 in cash.", 40_000, 40_000, "HKD"),
        ("They paid C$5 billion.", 5e9, 5e9, "CAD"),
        ("It was worth 10 billion won then.", 1e10, 1e10, "KRW"),
        ("He owed 300 yuan.", 300, 300, "CNY"),
        ("He owed two million rubles.", 2_000_000, 2_000_000, "RUB"),
        ("He owed 500 Swiss francs.", 500, 500, "CHF"),
        ("He owed 250,000 Czech crowns.", 250_000, 250_000, "CZK"),
        ("A loan of EUR 40 million followed.", 4e7, 4e7, "EUR"),
        ("It lost $10-15 million.", 1e7, 1.5e7, "USD"),
        ("It lost $2 billion to $3 billion.", 2e9, 3e9, "USD"),
        ("About 20% of voters stayed away.", 20, 20, "%"),
        ("Prices rose 3.5 percent.", 3.5, 3.5, "%"),
        ("Half of the crew left.", 50, 50, "%"),
        ("They run 130 restaurants.", 130, 130, "restaurants"),
        ("Thirteen workers arrived.", 13, 13, "workers"),
        ("A dozen soldiers stood by.", 12, 12, "soldiers"),
        ("Between 20 and 30 boats sank.", 20, 30, "boats"),
        ("They freed 10-15 people.", 10, 15, "people"),
        ("It holds 166 resident embassies.", 166, 166, "resident embassies"),
        ("Two hundred and fifty thousand people marched.", 250_000, 250_000, "people"),
        ("The port is 25 kilometres north.", 25, 25, "km"),
        ("At least 20 were killed.", 20, 20, ""),
        ("Dozens of ships waited.", 24, 99, "ships"),
        ("Several hundred ships waited.", 300, 900, "ships"),
        ("Between five and seven ships waited.", 5, 7, "ships"),
        ("A loan of ₹12 crore was made.", 1.2e8, 1.2e8, "INR"),
        ("They took RMB 3.2bn home.", 3.2e9, 3.2e9, "CNY"),
        ("It cost half a million euros.", 5e5, 5e5, "EUR"),
        ("He paid 40,000 pounds for it.", 40_000, 40_000, "GBP"),
        ("It weighs 40,000 pounds.", 40_000, 40_000, "pounds"),
        ("The peak is 4,810 m high.", 4810, 4810, "m"),
        ("Some 4.8 m people live there.", 4.8e6, 4.8e6, "people"),
        ("They walked for three and a half hours.", 3.5, 3.5, "hours"),
        ("One in five prisoners died.", 20, 20, "%"),
        ("They won 212 of 630 seats.", 212, 212, "seats"),
        ("A 50-kilogram sack fell.", 50, 50, "kg"),
        ("It covers 1.4 million cubic metres.", 1.4e6, 1.4e6, "cubic metres"),
    ],
)
def test_amounts(text: str, value: float, high: float, unit: str) -> None:
    (found,) = find(text)
    assert (found.value, found.high, found.unit) == (value, high, unit)


@pytest.mark.parametrize(
    ("text", "qualifier", "per", "of"),
    [
        ("It earns more than $10 million annually.", "more than", "year", ""),
        ("Each sends $300,000 per year.", "", "year", ""),
        ("Rent is £3,000 a month.", "", "month", ""),
        ("No more than 40 lawmakers came.", "no more than", "", "lawmakers"),
        ("Some 10,000 foreign labourers live there.", "some", "", "foreign labourers"),
        ("Nearly two-thirds of members agreed.", "nearly", "", "members"),
        ("She pays 1,200 euros each month for rent.", "", "month", ""),
        ("Rice is 5,000 won/kg there.", "", "kg", ""),
        ("The mill grinds 3,000 tons of flour per day.", "", "day", "flour"),
        ("They treated 6,000+ patients.", "at least", "", "patients"),
        ("More than half of its members left.", "more than", "", "members"),
    ],
)
def test_qualifiers_rates_and_what_is_counted(text: str, qualifier: str, per: str, of: str) -> None:
    (found,) = find(text)
    assert (found.qualifier, found.per, found.of) == (qualifier, per, of)


def test_a_change_holds_two_amounts_and_no_range() -> None:
    found = find("The budget grew from $2 trillion to $2.3 trillion.")
    assert [(a.value, a.high) for a in found] == [(2e12, 2e12), (2.3e12, 2.3e12)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In Pyongyang rice costs 5,000 won.", "KPW"),
        ("In Seoul lunch costs 9,000 won.", "KRW"),
        ("He paid 3,000 North Korean won.", "KPW"),
    ],
)
def test_won_belong_to_the_korea_that_is_named(text: str, code: str) -> None:
    (found,) = find(text)
    assert found.unit == code
    assert ("won" in found.basis) != ("Korean won" in text)


@pytest.mark.parametrize(
    "text",
    ["In 2016 workers fled.", "See page 30.", "Bureau No. 5 was shut.", "The 7th Congress met.",
     "It crossed the 38th parallel.", "Call 202.464.1982 now.", "He lives at 1800 K Street NW.",
     "Come at 5 p.m. on Friday.", "At 10:30 it rained.", "On May 7 they met.",
     "A man aged 45 fell.", "The 45-year-old driver fled.", "Section 8 houses were full.",
     "Camp 15 prisoners spoke.", "In 2016 won the prize.", "One of them left.",
     "The 13-member crew slept.", "She was 24 years old.", "The home side won 3-1."],
)  # fmt: skip
def test_numbers_that_count_nothing(text: str) -> None:
    assert find(text) == ()


_BITS = [
    "$", "half a ", "three and ", "a few ", "couple of ", "/kg", "Rs ", "½", " in five ", " m",
    "5", "1,000", " ", "million", "one ", "hundred ", "people", "%", "-", "to ", "half of ",
    "won", "per year", "May ", "dozen", ".", "€", "and ", "between ", "x",
]  # fmt: skip


@given(st.lists(st.sampled_from(_BITS), max_size=14).map("".join) | st.text())
def test_any_text_gives_spans_of_the_text(text: str) -> None:
    found = find(text)
    for amount in found:
        assert 0 <= amount.span.start < amount.span.end <= len(text)
        assert amount.value <= amount.high
        assert amount.of in text
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
