"""Dates and numbers that may both be true do not disagree."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.across.compatible import Range, amount, dates_agree, numbers_agree
from corpus.model import Span, When

QUALIFIERS = ("", "over", "some", "at least", "no more than", "nearly", "as many as", "between")
WORDS = ("2019", "early 2019", "about then", "Thursday")


def when(first: str, last: str, text: str = "then", basis: str = "as written") -> When:
    return When(date.fromisoformat(first), date.fromisoformat(last), text, Span(0, 1), basis)


@st.composite
def dates(draw: st.DrawFn) -> When:
    ends = sorted((draw(st.dates()), draw(st.dates())))
    basis = draw(st.sampled_from(("as written", "publication date 2020-01-01")))
    first = draw(st.sampled_from((ends[0], None)))
    return When(first, ends[1], draw(st.sampled_from(WORDS)), Span(0, 1), basis)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    value = draw(st.floats(0, 1e9))
    high = draw(st.one_of(st.none(), st.floats(0, 1e9)))
    return amount(value, high, draw(st.sampled_from(QUALIFIERS)))


@given(dates(), dates())
def test_agreeing_dates_agree_both_ways_and_with_themselves(one: When, other: When) -> None:
    assert dates_agree(one, other) == dates_agree(other, one)
    assert dates_agree(one, one)
    assert dates_agree(one, None)


@given(ranges(), ranges())
def test_agreeing_numbers_agree_both_ways_and_with_themselves(one: Range, other: Range) -> None:
    assert numbers_agree(one, other) == numbers_agree(other, one)
    assert numbers_agree(one, one)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (amount(20, None, "over"), amount(23), True),
        (amount(20, None, "over"), amount(19), False),
        (amount(13), amount(12), False),
        (amount(10_000, None, "some"), amount(10_400), True),
        (amount(12_000), amount(12_431), True),
        (amount(12_000), amount(13_400), False),
        (amount(30, None, "no more than"), amount(31), False),
        (amount(30, None, "no less than"), amount(31), True),
        (amount(5, 8), amount(7), True),
        (amount(5, 8), amount(9), False),
        (amount(130), amount(138), False),
        (amount(1.2e9), amount(1.23e9), True),
    ],
)
def test_numbers(one: Range, other: Range, agree: bool) -> None:
    assert numbers_agree(one, other) is agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (when("2019-01-01", "2019-12-31"), when("2019-07-01", "2019-07-31"), True),
        (when("2019-07-01", "2019-07-31"), when("2019-08-01", "2019-08-31"), False),
        (when("2019-07-03", "2019-07-03"), when("2019-07-04", "2019-07-04"), False),
        (
            when("2019-07-03", "2019-07-03"),
            when("2019-07-04", "2019-07-04", "Thursday", "publication date 2019-07-05"),
            True,
        ),
        (when("2019-09-01", "2019-12-31", "late 2019"), when("2019-08-01", "2019-08-31"), True),
    ],
)
def test_dates(one: When, other: When, agree: bool) -> None:
    assert dates_agree(one, other) is agree
