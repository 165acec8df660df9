"""What cannot both be true is shown with all its sources; what may be true is left alone."""

from __future__ import annotations

import pytest

from corpus.across.disagreements import Disagreement, disagreements
from tests.corpus.across.made import Doc, corpus

PEOPLE = "Mara Quist|Otto Behn"
PLACES = "Lindow|Aster|Brill"


def found(*docs: tuple[str, str | None]) -> tuple[Disagreement, ...]:
    return disagreements(
        corpus(*(Doc(text, published, PEOPLE, PLACES, "Harbour Union") for text, published in docs))
    )


DISAGREE = {
    "day of arrival": (
        ("Mara Quist arrived in Lindow on 7 April 2016.", None),
        ("On 9 April 2016 Mara Quist arrived in Lindow, a friend says.", None),
    ),
    "year of defection": (
        ("Mara Quist defected to Aster in 2014. Otto Behn knew.", None),
        ("Otto Behn helped when Mara Quist defected in 2016.", None),
    ),
    "date of death": (
        ("Mara Quist was executed in February 2019.", None),
        ("Mara Quist was executed in May 2019.", None),
    ),
    "place of death": (
        ("Mara Quist was executed in Lindow in May 2019.", None),
        ("Mara Quist was executed in Brill in 2019.", None),
    ),
    "age": (
        ("Mara Quist, 45, runs the ferry in Lindow.", "2020-03-04"),
        ("The ferry in Lindow belongs to Mara Quist, 48, of Brill.", "2020-03-10"),
    ),
    "birth": (
        ("Mara Quist (born 1961) runs the ferry.", None),
        ("Mara Quist was born in 1963 in Lindow.", None),
    ),
    "birthplace": (
        ("Mara Quist was born in Lindow in 1963.", None),
        ("Mara Quist was born in Brill.", None),
    ),
    "term of office": (
        ("Mara Quist was the mayor of Lindow from 2012 to 2016.", None),
        ("Mara Quist was the mayor of Lindow from 2012 to 2018.", None),
    ),
    "number": (
        ("The Harbour Union runs 40 boats.", "2020-03-04"),
        ("The Harbour Union owns 55 boats.", "2020-03-20"),
    ),
    "people in one event": (
        ("13 workers of a canteen in Brill fled over the river at night.", "2020-03-04"),
        ("At night 12 workers of the canteen in Brill fled over the river.", "2020-03-05"),
    ),
    "length of a sentence": (
        ("Mara Quist was sentenced to 10 years in prison.", "2020-03-04"),
        ("Mara Quist was sentenced to twelve years in prison.", "2020-03-05"),
    ),
}
AGREE = {
    "a month holds its day": (
        ("Mara Quist arrived in Lindow on 7 April 2016.", None),
        ("Mara Quist arrived in Lindow in April 2016.", None),
    ),
    "a year holds its month": (
        ("Mara Quist was executed in 2019.", None),
        ("Mara Quist was executed in May 2019.", None),
    ),
    "two people": (
        ("Mara Quist defected to Aster in 2014.", None),
        ("Otto Behn defected to Aster in 2016.", None),
    ),
    "two journeys": (
        ("Mara Quist arrived in Lindow on 7 April 2016.", None),
        ("Mara Quist arrived in Lindow on 9 October 2018.", None),
    ),
    "two places": (
        ("Mara Quist arrived in Lindow on 7 April 2016.", None),
        ("Mara Quist arrived in Brill on 9 April 2016.", None),
    ),
    "a source that tells both": (
        ("Mara Quist arrived in Lindow on 7 April 2016.", None),
        (
            "Mara Quist arrived in Lindow on 7 April 2016. She arrived in Lindow on 9 April 2016.",
            None,
        ),
    ),
    "two offices": (
        ("Mara Quist was the mayor of Lindow from 2012 to 2016.", None),
        ("Mara Quist was the ambassador of Lindow from 2016 to 2018.", None),
    ),
    "over": (
        ("The Harbour Union runs over 20 boats.", "2020-03-04"),
        ("The Harbour Union owns 23 boats.", "2020-03-20"),
    ),
    "years between": (
        ("The Harbour Union runs 40 boats.", "2015-03-04"),
        ("The Harbour Union owns 55 boats.", "2020-03-20"),
    ),
    "undated numbers": (
        ("The Harbour Union runs 40 boats.", None),
        ("The Harbour Union owns 55 boats.", None),
    ),
    "two counts": (
        ("13 workers of a canteen in Brill fled over the river at night.", "2020-03-04"),
        ("In Brill 200 workers went on strike for better pay.", "2020-03-05"),
    ),
    "a birthday between": (
        ("Mara Quist, 45, runs the ferry in Lindow.", "2020-03-04"),
        ("The ferry in Lindow belongs to Mara Quist, 46, of Brill.", "2020-09-10"),
    ),
    "an age long ago": (
        ("Mara Quist, 45, runs the ferry in Lindow.", "2010-03-04"),
        ("The ferry in Lindow belongs to Mara Quist, 55, of Brill.", "2020-09-10"),
    ),
    "one article": (("Mara Quist was executed in 2019. Mara Quist was executed in 2020.", None),),
}


@pytest.mark.parametrize("name", DISAGREE)
def test_what_excludes_each_other_is_shown_with_every_source(name: str) -> None:
    docs = DISAGREE[name]
    told = found(*docs)
    assert len(told) == 1
    assert {a for value in told[0].values for a in value.articles} == {"a0", "a1"}
    assert len(told[0].values) == 2
    assert all(t.evidence for value in told[0].values for t in value.told)


@pytest.mark.parametrize("name", AGREE)
def test_what_may_be_true_is_no_disagreement(name: str) -> None:
    assert found(*AGREE[name]) == ()


@pytest.mark.parametrize("name", DISAGREE)
def test_the_order_of_articles_does_not_matter(name: str) -> None:
    there = {value.text for value in found(*DISAGREE[name])[0].values}
    assert {value.text for value in found(*reversed(DISAGREE[name]))[0].values} == there


def test_copies_are_one_origin_and_agreeing_values_stay_beside_the_others() -> None:
    body = (
        " It is a long way over the water, and those who row it have to wait for the moon to set."
    )
    first = "Mara Quist arrived in Lindow on 7 April 2016." + body
    told = found(
        (first, None),
        (first, None),
        ("Mara Quist arrived in Lindow in the month of April 2016.", None),
        ("Mara Quist arrived in Lindow on 9 April 2016.", None),
    )
    assert len(told) == 1
    assert (told[0].articles, told[0].origins) == (4, 3)
    counts = {value.text: (len(value.articles), value.origins) for value in told[0].values}
    assert counts["7 April 2016"] == (2, 1)
    assert len(counts) == 3


def test_namesakes_in_unrelated_articles_do_not_disagree() -> None:
    assert not found(
        ("Mara Quist was executed in February 2019, a year after Otto Behn.", None),
        ("Mara Quist was executed in May 2019 for the Harbour Union.", None),
    )
