"""Sentences: what ends one, what does not, and that nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.sentences import split


def cut(text: str) -> list[str]:
    return [s.of(text) for s in split(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The court met at noon.", "It ruled by four."],
        ["Mr. Tesfay spoke for Gen. Okoye.", "Dr. Lund did not."],
        ["Robert R. King wrote it.", "J. K. Rowling read it."],
        ["The bill passed the U.S. Senate on Jan. 3.", "The vote was close."],
        ["She moved to the U.S.", "The family stayed."],
        ["Ardent Foods Inc. paid the fine.", "Nobody appealed."],
        ["The firm, No. 5 on the list, paid $1.5 million.", "It was 3.4 percent of sales."],
        ["“We will appeal.”", "The lawyer left."],
        ['"Why now?" she asked.', '"Nobody knows!" he said.'],
        ["SEOUL, April 8 (Yonhap) -- Thirteen people arrived.", "None spoke."],
        ["He waited... and waited.", "Nothing came."],
        ["Bring documents, e.g. Passports, to St. Paul's.", "Arrive by 5 p.m. on Monday."],
        ["They chose plan B.", "The mayor agreed."],
        ["彼は来た。", "彼女は去った。"],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(parts: list[str]) -> None:
    glue = "" if parts[0].endswith("。") else " "
    assert cut(glue.join(parts)) == parts


def test_paragraphs_and_headings_end_a_sentence() -> None:
    text = "A Heading Without A Stop\n\nThe first line is long enough.\nThe second stands alone."
    assert cut(text) == [
        "A Heading Without A Stop",
        "The first line is long enough.",
        "The second stands alone.",
    ]


def test_turns_of_an_interview_and_list_items_stand_apart() -> None:
    text = "Q. Did you see him?\nA. I did not.\nQ: Sure?\n1. Boots\n2. A hat\n- Gloves"
    assert cut(text) == [
        "Q. Did you see him?",
        "A. I did not.",
        "Q: Sure?",
        "1. Boots",
        "2. A hat",
        "- Gloves",
    ]


def test_a_day_at_the_head_of_a_wrapped_line_is_no_list_item() -> None:
    text = (
        "A general election is due in the whole of the country on April\n13. If it is held\nat all."
    )
    assert [s.split()[0] for s in cut(text)] == ["A", "If"]


def test_a_hard_wrapped_line_goes_on() -> None:
    text = (
        "The harbour authority of the northern\ndistrict said on Friday that every vessel\n"
        "Captain Oyelaran had inspected would be\nallowed to leave."
    )
    assert len(cut(text)) == 1


@given(st.text(alphabet=st.sampled_from("Aab .!?\n\"'”)Q:1é。-"), max_size=80) | st.text())
def test_every_character_lies_in_one_sentence(text: str) -> None:
    spans = split(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    held = "".join(s.of(text) for s in spans)
    assert "".join(held.split()) == "".join(text.split())
    assert all(s.of(text) == s.of(text).strip() != "" for s in spans)
