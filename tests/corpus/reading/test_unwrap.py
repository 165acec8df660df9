"""Broken lines are joined, entries are not, and every character knows its line."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableError
from corpus.reading import clean_line, parse
from corpus.reading.rows import clean_rows, split_lines
from corpus.reading.unwrap import Body, unwrap

_WORDS = """
    the ship sailed from Nampo and By of A. Q. Kim Jong- un defec- tion KIM, Chol - 12 1. said.
    가나 다. * | # ** [a](b) ![c](d) ` > --- Page
"""
WORDS = st.sampled_from([*_WORDS.split(), "\xad", "\f", "\x85", "\u2028"])
LINES = st.lists(
    st.one_of(st.just(""), st.lists(WORDS, min_size=1, max_size=14).map(" ".join)), max_size=25
)


def join(text: str) -> Body:
    return unwrap(clean_rows(split_lines(text)))


def check_lines(body: Body, raw: str) -> None:
    """Every word character of the text stands on the line of the file that the map names."""
    lines = [re.sub(r"[\s-]", "", clean_line(line)) for line in split_lines(raw)]
    assert list(body.offsets) == sorted(set(body.offsets))
    assert body.offsets[0] == 0
    assert len(body.offsets) == len(body.lines)
    for start, end, number in zip(
        body.offsets, [*body.offsets[1:], len(body.text)], body.lines, strict=True
    ):
        for word in body.text[start:end].split():
            assert word.replace("-", "") in lines[number - 1], (word, number)


@settings(max_examples=300)
@given(LINES)
def test_every_word_is_on_its_line(lines: list[str]) -> None:
    raw = "\n".join(lines)
    check_lines(join(raw), raw)


@settings(max_examples=200)
@given(LINES, st.sampled_from([".txt", ".md"]))
def test_every_letter_of_an_article_is_on_its_line(lines: list[str], ending: str) -> None:
    raw = "\n".join(lines)
    try:
        article = parse(raw.encode(), "x" + ending, "x" + ending)
    except UnreadableError:
        return
    cleaned = [clean_line(line) for line in split_lines(raw)]
    for offset, char in enumerate(article.text):
        if char.isalnum():
            assert char in cleaned[article.line(offset) - 1]


@given(LINES)
def test_no_letter_is_lost_or_added(lines: list[str]) -> None:
    raw = "\n".join(lines)
    body = join(raw)
    assume(not body.left_out)
    letters = [char for char in clean_line(raw) if char.isalnum()]
    assert [char for char in body.text if char.isalnum()] == letters


@given(LINES)
def test_the_text_is_tidy(lines: list[str]) -> None:
    text = join("\n".join(lines)).text
    assert "\n\n\n" not in text
    assert text == text.strip("\n")
    assert not any(line.endswith(" ") for line in text.split("\n"))


WRAPPED = (
    "The frontier office said that the two men had crossed the river at\n"
    "night and had walked for three days before they reached the first\n"
    "village, where a teacher gave them bread and called the police.\n"
)


@pytest.mark.parametrize(
    ("raw", "joined"),
    [
        (
            "They keep forty-six missions abroad, fewer than two years ago. By\n\n"
            "comparison, the neighbour keeps more.",
            "ago. By comparison, the",
        ),
        (
            "He was for several years the deputy chief of\n\nmission in Lisbon.",
            "chief of mission in",
        ),
        (
            "She served for nine years in the embassy of\n\nMalta, she told the court in May.",
            "of Malta, she",
        ),
        (WRAPPED + "Kim Jong-\nun had ordered it.", "Kim Jong-un had ordered"),
        (
            "The border was open on that day, he said, and\n\n- 12 -\n\nnobody looked.",
            "and nobody looked",
        ),
        ("This is the first defec-\ntion in a year.", "first defection in"),
        ("This is a well-\nknown case of it.", "a well-known case"),
        ("It was co\xad\nvered by snow.", "was covered by"),
        ("It lasted from 2016-\n2019 in all.", "from 2016-2019 in all"),
    ],
)
def test_halves_are_joined(raw: str, joined: str) -> None:
    assert joined in join(raw).text


@pytest.mark.parametrize(
    "raw",
    [
        "Q. Where were you\nA. In Minsk\nQ. Why",
        "* apples from the north of the country and\n* pears from the south",
        "The Defection of a Diplomat in Havana\n\nthe story begins here, it is a long one.",
        "KIM, Chol Su; born 1961 in the city of Wonsan\nKIM, Chol Ho; born 1963",
        "The figures came out in spring and, as evidenced \nNorth Korea runs many houses abroad.",
        "The figures were checked by nobody at all, he said\n\nTweet\n\nshare",
        "He left the city.\n\n12\n\nShe stayed on for the winter.",
        "SEOUL, April 8 (Yonhap) -- Nothing new in the city of\nMINSK, April 9 (Tass) -- Nor here.",
    ],
)
def test_what_stands_apart_stays_apart(raw: str) -> None:
    kept = "\n".join(line.rstrip() for line in raw.split("\n"))
    assert join(raw).text == kept


def test_paragraphs_of_one_line_each_stay_so() -> None:
    lines = [f"Sentence {n} is about the ships and the people on board of them." for n in range(9)]
    assert join("\n".join(lines)).text == "\n".join(lines)


def test_wrapped_paragraphs_become_lines() -> None:
    body = join(WRAPPED + "\n" + WRAPPED)
    assert body.text.count("\n") == 2
    assert body.lines == (1, 2, 3, 5, 6, 7)


def test_a_paragraph_behind_a_dateline_with_a_comma_is_joined_over_a_capital() -> None:
    wrapped = (
        "NARVIK, Nordland County — Eleven people who worked on a harbour ferry\n"
        "of this northern city have left the company together, says a report of\n"
        "Southern News that came out on Friday, and they do not want to go back\n"
        "to it until the harbour has a doctor of its own again in the evenings."
    )
    assert "\n" not in join(wrapped).text
