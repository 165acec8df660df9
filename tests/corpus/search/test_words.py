"""What counts as a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.search.words import LONGEST, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The café's owner", ["the", "cafe", "owner"]),
        ("Pak Jong-su", ["pak", "jong", "su"]),
        ("U.S. and U.N", ["us", "and", "un"]),
        ("an end. A start", ["an", "end", "a", "start"]),
        ("4.2 of 1,000,000", ["4.2", "of", "1000000"]),
        ("don’t, O'Hara", ["dont", "ohara"]),
        ("e\u0301tude Łódź", ["etude", "lodz"]),
        ("東京 and 부산에서", ["東", "京", "and", "부산에서"]),
        ("under_score", ["under", "score"]),
        ("", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert [word for word, _, _ in words(text)] == expected


def test_a_possessive_ending_is_not_marked() -> None:
    text = "It was Quill’s ledger."
    assert [text[start:end] for _, start, end in words(text)] == ["It", "was", "Quill", "ledger"]


@given(st.text())
def test_words_stand_in_order_and_apart(text: str) -> None:
    last = 0
    for word, start, end in words(text):
        assert last <= start < end <= len(text)
        assert word and len(word) <= LONGEST and " " not in word and "*" not in word
        last = end


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_plain_letters_are_read_as_any_others(text: str) -> None:
    plain = list(words(text))
    assert [w for w in words(text + " é") if w[1] < len(text)] == plain
