"""Sparklines: one cell a value, the highest fills it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.sparkline import by_month, by_year, grouped, sparkline


def test_more_is_taller() -> None:
    assert sparkline([0, 1, 4, 8]) == " ▂▅█"
    assert sparkline([0, 1, 4, 8], plain=True) == " :+%"
    assert sparkline([]) == "" and sparkline([0, 0]) == "  "


@given(st.lists(st.floats(-5, 1e9), max_size=60), st.integers(0, 20), st.booleans())
def test_it_is_as_wide_as_asked(values: list[float], width: int, plain: bool) -> None:
    found = sparkline(values, width, plain=plain)
    assert len(found) == min(width, len(values))
    assert found.isascii() or not plain


@given(st.lists(st.integers(0, 99), min_size=1, max_size=60), st.integers(1, 60))
def test_groups_lose_nothing(values: list[int], width: int) -> None:
    assert sum(grouped(values, min(width, len(values)))) == sum(values)


def test_months_and_years_are_counted_without_gaps() -> None:
    dates = ["2019-11-04", "2020-02", "2019-11", "2021", "x", "", "2020-13", "²019"]
    assert by_month(dates) == ("2019-11", (2, 0, 0, 1))
    assert by_year(dates) == ("2019", (2, 2, 1))
    assert by_month([]) == ("", ()) and by_year(["0000"]) == ("", ())


@given(st.lists(st.text(max_size=10)))
def test_any_text_may_stand_for_a_date(dates: list[str]) -> None:
    assert len(by_month(dates)[0]) in (0, 7) and len(by_year(dates)[0]) in (0, 4)
