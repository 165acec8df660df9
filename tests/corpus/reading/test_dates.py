"""Dates as heads of articles write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.dates import find_date, parse_date

DATES = st.dates(date(1600, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Published September 3, 2024", "2024-09-03"),
        ("Sept. 3, 2024", "2024-09-03"),
        ("Tues, 3rd of May 1999", "1999-05-03"),
        ("3 September 2024 | 10:15", "2024-09-03"),
        ("12-MAR-2001", "2001-03-12"),
        ("2024-09-03T10:00:00Z", "2024-09-03"),
        ("2024年9月3日", "2024-09-03"),
        ("2024. 9. 3.", "2024-09-03"),
        ("13/09/2024", "2024-09-13"),
        ("09/13/2024", "2024-09-13"),
        ("03/09/2024", "2024"),
        ("March 2001", "2001-03"),
        ("31 June 2001", "2001-06"),
        ("April 8", None),
        ("in 2019", None),
        ("call 2024-555-0199", None),
    ],
)
def test_forms(text: str, iso: str | None) -> None:
    found = find_date(text)
    assert (found.iso if found else None) == iso


@given(DATES, st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b. %Y", "%Y/%m/%d"]))
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day.isoformat()


@given(st.text("0123456789/-. ,JanuaryMay年", max_size=40))
def test_what_is_found_stands_there_and_is_a_date(text: str) -> None:
    if found := find_date(text, bare_year=True):
        assert found.iso[:4] in text[found.start : found.end]
        parts = [int(part) for part in found.iso.split("-")]
        date(*[*parts, 1, 1][:3])
