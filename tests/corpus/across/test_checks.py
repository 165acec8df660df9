"""Questions that the figures of a text raise: few, right, with all the words that raise them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.across.checks import Check, checks
from tests.corpus.across.made import Doc, corpus

ASKED = {
    "rate": (
        "The union runs over 130 shops and earns more than $10 million annually. Each shop must "
        "pay $300,000 per year.",
        ["130 shops", "$10 million annually", "$300,000 per year"],
    ),
    "apiece": (
        "The yard sold 4,000 boats at $2,500 each, for a total of $12 million.",
        ["4,000 boats", "$2,500", "$12 million"],
    ),
    "too low": (
        "Each of the 50 workers earns $100 a month, and the firm pays $20,000 a month in wages.",
        ["50 workers", "$100 a month", "$20,000 a month"],
    ),
    "share behind": ("Of the 200 workers, 80 people, or 30 percent, left.", ["200", "80", "30"]),
    "share before": (
        "30% of the 200 workers, or 80 people, went on strike.",
        ["30", "200", "80"],
    ),
    "share in brackets": ("Then 80 of the 200 workers (30 percent) left.", ["80", "200", "30"]),
    "parts": ("The crew of 24 people: 12 women and 13 men.", ["24", "12", "13"]),
    "too many parts": (
        "There were 13 workers, including 10 women and 5 men.",
        ["13", "10", "5"],
    ),
    "parts by place": (
        "In total, 45 people were hurt, 30 in Lindow and 20 in Brill.",
        ["45", "30", "20"],
    ),
    "names": (
        "Three people were named: Ann Lee, Bo Quist, Carl Behn and Dora Aster.",
        ["Three", "Ann Lee, Bo Quist, Carl Behn and Dora Aster"],
    ),
    "length": (
        "He was in prison from March 2010 to May 2014, six years in all.",
        ["March 2010 to May 2014", "six years"],
    ),
    "ago": ("The ferry sank in 2009, five years ago.", ["2009", "five years ago"]),
    "later": (
        "In 2010 it sank. Six years later, in 2014, it was raised.",
        ["Six years later", "2014"],
    ),
    "age": ("Mara Quist, 45, was there. Mara Quist was born in 1961.", ["45", "1961"]),
}
FINE = {
    "rate": "The union runs 130 shops and earns $39 million annually. Each shop must pay $300,000 "
    "per year.",
    "rate of other things": "The union runs 130 shops and earns more than $10 million annually. "
    "Each boat must pay $300,000 per year.",
    "rate in another time": "The firm pays $20,000 a year. Each of 50 workers earns $100 a month.",
    "other money": "The union runs 130 shops and earns 10 million euros annually. Each shop must "
    "pay $300,000 per year.",
    "share": "Of the 200 workers, 80 people, or 40 percent, left.",
    "rounded share": "Of the 300 workers, 100 people, or 33 percent, left.",
    "rough share": "About 80 of the 210 workers (nearly 40 percent) left.",
    "parts": "The crew of 25 people: 12 women and 13 men.",
    "some of the parts": "There were 23 workers, including 10 women and 5 men.",
    "rough parts": "Some 24 people: about 12 women and 13 men.",
    "a list of counts": "It has 24 boats, 12 sheds and 13 cranes.",
    "names": "Three people were named: Ann Lee, Bo Quist and Carl Behn.",
    "names with and": "Three firms were named: Lee, Quist and Son, and Behn.",
    "open list": "Two people spoke, among others: Ann Lee, Bo Quist and Carl Behn.",
    "no names": "Three reasons were given: it was late, it was dark and the boat had left.",
    "length": "He was in prison from 2010 to 2014, four years in all.",
    "nearly the length": "He was in prison from March 2010 to May 2014, nearly five years in all.",
    "ago": "Five years ago, in 2013, the ferry sank.",
    "roughly ago": "The ferry sank in 2012, five years ago.",
    "later": "In 2010 it sank. Six years later, in 2016, it was raised.",
    "two dates": "It sank in 2009. Five years ago, it was raised.",
    "age": "Mara Quist, 45, was there. Mara Quist was born in 1973.",
}


def asked(text: str) -> tuple[Check, ...]:
    made = corpus(Doc(text, "2018-05-01", "Mara Quist", "Lindow|Brill"))
    return checks(made.articles[0], made.extracts[made.articles[0].id])


@pytest.mark.parametrize("name", ASKED)
def test_figures_that_do_not_fit_are_asked_about_with_all_their_words(name: str) -> None:
    text, words = ASKED[name]
    found = asked(text)
    assert len(found) == 1
    assert [span.of(text) for span in found[0].spans] == words
    assert found[0].question.endswith("Do both hold?")


@pytest.mark.parametrize("name", FINE)
def test_figures_that_fit_raise_no_question(name: str) -> None:
    assert asked(FINE[name]) == ()


def test_the_product_is_shown_beside_the_words_of_the_text() -> None:
    question = asked(ASKED["rate"][0])[0].question
    assert question.startswith("130 × 300,000 is 39 million; the text says more than $10 million")


def test_a_noun_dated_otherwise_than_what_it_means() -> None:
    text = (
        "Mara Quist slipped away in late November 2017. Her defection came just a few weeks before "
        "Lindow and Brill made peace in February of this year."
    )
    assert [check.kind for check in asked(text)] == ["time"]


@given(st.integers(1, 400), st.integers(1, 400), st.integers(-30, 30))
def test_sums_are_asked_about_just_where_they_are_wrong(a: int, b: int, off: int) -> None:
    total = a + b + off
    if total < 1 or any(1500 <= n < 2100 for n in (a, b, total)):
        return
    found = asked(f"The crew of {total} people: {a} women and {b} men.")
    assert len(found) == (0 if off == 0 else 1)


@given(st.text("0123456789,.%$ :()—abcdefandofeachpryewon\n", max_size=400))
def test_spans_always_lie_in_the_text(text: str) -> None:
    for check in asked(text):
        assert all(0 <= span.start < span.end <= len(text) for span in check.spans)
