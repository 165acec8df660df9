"""The days between a thing and its becoming public, only where a text says that it became so."""

from __future__ import annotations

import pytest

from corpus.across.lags import Lag, lags
from corpus.model import Corpus
from tests.corpus.across.made import Doc, beside, corpus, fact, when

PEOPLE = "Mara Quist|Otto Behn"
PLACES = "Lindow|Aster"


def made(*texts: str) -> Corpus:
    return corpus(*(Doc(text, None, PEOPLE, PLACES) for text in texts))


def days(found: tuple[Lag, ...]) -> list[tuple[int, int | None]]:
    return [(lag.least, lag.most) for lag in found]


def test_a_presence_is_joined_to_the_flight_told_before() -> None:
    found = lags(
        made("Mara Quist fled Lindow in May 2019. Her escape was made public on 4 June 2020.")
    )
    assert days(found) == [(370, 400)]
    assert found[0].subject == "Mara Quist"
    assert "inferred" in found[0].basis
    assert len(found[0].facts) == 2


def test_the_flight_may_be_told_by_another_article() -> None:
    bare = made(
        "The escape of Mara Quist was announced later.", "Mara Quist fled Lindow on 1 June 2020."
    )
    shown = fact(
        bare, "a0", "disclosure", "The escape of Mara Quist", "was announced",
        subject="Mara Quist", object="The escape of Mara Quist",
        when=when("2020-06-04", "2020-06-04", "4 June 2020"),
    )  # fmt: skip
    found = lags(beside(bare, "a0", shown))
    assert days(found) == [(3, 3)]
    assert found[0].articles == ("a0", "a1")


def test_two_dates_of_one_disclosure_give_a_stated_lag() -> None:
    bare = made("Mara Quist fled, which the council kept to itself.")
    shown = fact(
        bare, "a0", "disclosure", "which the council kept to itself", "was revealed",
        object="Mara Quist", when=when("2020-03-01", "2020-03-31", "March 2020"),
        since=when("2020-01-01", "2020-01-31", "January 2020"),
    )  # fmt: skip
    found = lags(beside(bare, "a0", shown))
    assert days(found) == [(30, 90)]
    assert found[0].basis == ""
    assert found[0].subject == "Mara Quist"


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "least", "most"),
    [
        (1.0, "day", "only", 1, 1),
        (2.0, "weeks", "", 14, 14),
        (1.0, "year", "over", 365, None),
        (3.0, "months", "less than", 0, 93),
    ],
)
def test_a_lag_in_words_needs_no_dates(
    value: float, unit: str, qualifier: str, least: int, most: int | None
) -> None:
    bare = made("The escape of Mara Quist became known at once.")
    told = fact(
        bare, "a0", "disclosure", "became known at once", "became known",
        object="The escape of Mara Quist", value=value, unit=unit, qualifier=qualifier,
    )  # fmt: skip
    assert days(lags(beside(bare, "a0", told))) == [(least, most)]


def test_a_claim_counts_if_the_text_says_it_was_kept_back() -> None:
    told = "In March 2020, Otto Behn said that Mara Quist had been in Aster since May 2019. "
    assert lags(made(told)) == ()
    found = lags(made(told + "Nobody had made this known before."))
    assert days(found) == [(275, 335)]
    assert "kept back" in found[0].basis


def test_the_date_of_an_article_is_no_disclosure() -> None:
    assert (
        lags(corpus(Doc("Mara Quist fled Lindow in May 2019.", "2021-01-01", PEOPLE, PLACES))) == ()
    )


def test_nothing_becomes_public_before_it_happens() -> None:
    assert not lags(
        made("Mara Quist fled Lindow in May 2021. Her escape was made public on 4 June 2020.")
    )


def test_lags_run_from_the_longest_to_the_shortest() -> None:
    bare = made("The escape of Mara Quist became known. The escape of Otto Behn became known too.")
    one = fact(bare, "a0", "disclosure", "The escape of Mara Quist", "became known", value=2.0,
               unit="day")  # fmt: skip
    other = fact(bare, "a0", "disclosure", "The escape of Otto Behn", "became known", value=3.0,
                 unit="month")  # fmt: skip
    assert [lag.least for lag in lags(beside(bare, "a0", one, other))] == [84, 2]
