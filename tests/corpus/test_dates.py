"""Dates: the interval, its reason, and what is left open."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.dates import find
from corpus.language.sentences import split
from corpus.model import When


def dates(text: str, published: str | None = None) -> tuple[When, ...]:
    return find(text, published, split(text))


def span(when: When) -> str:
    return f"{when.first} {when.last}"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It opened on September 3, 2024.", "2024-09-03", "2024-09-03"),
        ("It opened on 3 Sept 2024.", "2024-09-03", "2024-09-03"),
        ("Opened: 2024-09-03", "2024-09-03", "2024-09-03"),
        ("On Tuesday, 3rd of September 2024 it opened.", "2024-09-03", "2024-09-03"),
        ("It opened on 31.12.2019 at noon.", "2019-12-31", "2019-12-31"),
        ("He left in July 2019.", "2019-07-01", "2019-07-31"),
        ("He left in 2016.", "2016-01-01", "2016-12-31"),
        ("He left in late November 2023.", "2023-11-21", "2023-11-30"),
        ("He left in early 2019.", "2019-01-01", "2019-04-30"),
        ("He left in mid-2015.", "2015-05-01", "2015-08-31"),
        ("Trade grew in the 1990s.", "1990-01-01", "1999-12-31"),
        ("He came in the spring of 2001.", "2001-03-01", "2001-05-31"),
        ("Built in the 19th century.", "1801-01-01", "1900-12-31"),
        ("The minister (2016-2019) resigned.", "2016-01-01", "2019-12-31"),
        ("The war of 1950–53 ended.", "1950-01-01", "1953-12-31"),
        ("He served from 2020 to 2024.", "2020-01-01", "2024-12-31"),
        ("They met between March 3 and 5, 2004.", "2004-03-03", "2004-03-05"),
        ("From July to September 2019 it rained.", "2019-07-01", "2019-09-30"),
        ("The third quarter of 2018 was slow.", "2018-07-01", "2018-09-30"),
        ("After the 2019 election he left.", "2019-01-01", "2019-12-31"),
    ],
)
def test_dates_complete_in_themselves(text: str, first: str, last: str) -> None:
    assert [span(w) for w in dates(text)] == [f"{first} {last}"]


@pytest.mark.parametrize(
    ("text", "published", "first", "last"),
    [
        ("He fled last November.", "2024-09-03", "2023-11-01", "2023-11-30"),
        ("Ties began in February of this year.", "2024-09-03", "2024-02-01", "2024-02-29"),
        ("It became public on July 16 of this year.", "2024-09-03", "2024-07-16", "2024-07-16"),
        ("They arrived Thursday.", "2016-04-08", "2016-04-07", "2016-04-07"),
        ("They will meet on Monday.", "2016-04-08", "2016-04-11", "2016-04-11"),
        ("He spoke yesterday.", "2016-04-08", "2016-04-07", "2016-04-07"),
        ("The vote will be held April 13.", "2016-04-08", "2016-04-13", "2016-04-13"),
        ("He was arrested on December 20.", "2016-04-08", "2015-12-20", "2015-12-20"),
        ("He left two years ago.", "2016-04-08", "2014-01-01", "2014-12-31"),
        ("Earlier this year he left.", "2016-04-08", "2016-01-01", "2016-04-08"),
        ("He left last week.", "2016-04-08", "2016-03-28", "2016-04-03"),
        ("He left last year.", "2016", "2015-01-01", "2015-12-31"),
    ],
)
def test_relative_dates_count_from_publication(
    text: str, published: str, first: str, last: str
) -> None:
    (found,) = dates(text, published)
    assert span(found) == f"{first} {last}"
    assert published in found.basis


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Late last year it closed.", "2015-09-01", "2015-12-31"),
        ("It may open by the end of the month.", "2016-04-21", "2016-04-30"),
        ("He has slept badly for the past two weeks.", "2016-03-25", "2016-04-08"),
        ("It rained on the 3rd of this month.", "2016-04-03", "2016-04-03"),
        ("This winter was mild.", "2015-12-01", "2016-02-29"),
        ("On Christmas Day he fled.", "2015-12-25", "2015-12-25"),
        ("Over the weekend two men fled.", "2016-04-02", "2016-04-03"),
        ("The first week of March was cold.", "2016-03-01", "2016-03-07"),
        ("Half a century ago it burned.", "1964-01-01", "1968-12-31"),
        ("He came last night.", "2016-04-07", "2016-04-07"),
    ],
)
def test_parts_of_units_windows_and_feasts(text: str, first: str, last: str) -> None:
    (found,) = dates(text, "2016-04-08")
    assert span(found) == f"{first} {last}"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("On 3 July 1946 he sold it. That winter was hard.", "1946-12-01", "1947-02-28"),
        ("In May 2012 he left. The following spring he came back.", "2013-03-01", "2013-05-31"),
        ("On 5 May 2012 he left. The next morning they came.", "2012-05-06", "2012-05-06"),
        ("He left on 5 May 2012 and wrote on the 12th.", "2012-05-12", "2012-05-12"),
        ("On 3 March 1871 he fell. A truce began on 12 April.", "1871-04-12", "1871-04-12"),
        ("In May 2012 he left. Later that year she died.", "2012-05-31", "2012-12-31"),
    ],
)
def test_what_a_date_of_the_story_decides(text: str, first: str, last: str) -> None:
    found = dates(text, "2020-01-01")
    assert span(found[-1]) == f"{first} {last}"
    assert "“" in found[-1].basis


def test_a_distance_from_an_event_stays_open_and_names_it() -> None:
    (found,) = dates("Three days after the election he fled.", "2020-01-01")
    assert found.first is None and "the election" in found.basis


def test_two_readings_of_digits_are_both_told() -> None:
    (found,) = dates("Signed on 3/9/2024.")
    assert "2024-03-09" in found.basis and "2024-09-03" in found.basis


def test_names_with_days_in_them_are_no_dates() -> None:
    assert dates("The Sunday Times wrote of Black Friday in Friday Street.", "2020-01-01") == ()


def test_relative_dates_count_from_another_date_in_the_text() -> None:
    text = "In September 2019 he sailed. Two years later he returned."
    found = dates(text)
    assert span(found[1]) == "2021-09-01 2021-09-30"
    assert "September 2019" in found[1].basis and "taken to the month" in found[1].basis


def test_a_distance_before_a_named_day() -> None:
    found = dates("It came a month before May 7, 2016.")
    assert span(found[0]) == "2016-04-07 2016-04-07"


def test_a_month_takes_the_year_of_the_story() -> None:
    found = dates("In November 2018, he vanished. In December his home was searched.", "2024-01-05")
    assert span(found[1]) == "2018-12-01 2018-12-31"
    assert "November 2018" in found[1].basis


@pytest.mark.parametrize(
    "text",
    ["They came on Thursday.", "The congress opens on May 7.", "He left last year.",
     "Two years later he died.", "Signed on 03/04/2019."],
)  # fmt: skip
def test_what_the_text_does_not_decide_stays_open_and_says_so(text: str) -> None:
    (found,) = dates(text)
    assert found.first is None and found.last is None
    assert "open" in found.basis


@pytest.mark.parametrize(
    "text",
    ["It may rain, and they march a second time.", "Some 2016 workers fled.",
     "The office is at 1800 K Street.", "A total of 1950 houses burned.", "See page 1999.",
     "Room 1984 was empty.", "It cost $2016.", "Call 555-2019-22.", "The peak is 1948 metres high.",
     "Theresa May said so.", "They crossed the 38th parallel."],
)  # fmt: skip
def test_words_and_plain_numbers_are_no_dates(text: str) -> None:
    assert dates(text, "2024-09-03") == ()


def test_partial_publication_dates_decide_only_what_they_can() -> None:
    (found,) = dates("It happened this month.", "2024")
    assert found.first is None
    (found,) = dates("It happened this month.", "2024-05")
    assert found.first == date(2024, 5, 1)


_BITS = ["May", " ", "7", ", ", "2016", "-", "last ", "week", "Monday", "two years ", "later",
         "before ",
         "in ", "late ", "the 1990s", "Q3 ", "of this year", "\n\n", ".", "31", "1st", " to ",
         "9999", "1000", "and "]  # fmt: skip


@given(
    st.lists(st.sampled_from(_BITS), max_size=14).map("".join) | st.text(),
    st.sampled_from([None, "", "2024", "2024-02", "2024-02-29", "0001-01-01", "9999-12-31", "x"]),
)
def test_any_text_gives_spans_of_the_text(text: str, published: str | None) -> None:
    found = dates(text, published)
    for when in found:
        assert when.text == when.span.of(text) != ""
        assert when.first is None or when.last is None or when.first <= when.last
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
