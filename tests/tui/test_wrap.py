"""Rows keep every word, in order, and no row is too wide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.wrap import wrap

TEXT = st.text("ab é한字 \n-", max_size=200)


@given(TEXT, st.integers(2, 40))
def test_rows_hold_every_letter_once_and_fit(text: str, width: int) -> None:
    rows = wrap(text, width)
    covered = [at for start, end in rows for at in range(start, end)]
    assert covered == sorted(set(covered))
    assert {at for at, one in enumerate(text) if not one.isspace()} <= set(covered)
    assert all(cell_len(text[start:end]) <= width for start, end in rows)


def test_words_stay_whole_where_they_fit() -> None:
    text = "one two three"
    assert [text[a:b] for a, b in wrap(text, 8)] == ["one two", "three"]


def test_a_long_word_is_broken_and_the_next_one_follows_it() -> None:
    text = "abcdefgh ij"
    assert [text[a:b] for a, b in wrap(text, 5)] == ["abcde", "fgh", "ij"]


def test_wide_characters_count_twice() -> None:
    text = "韓国語の本"
    assert [text[a:b] for a, b in wrap(text, 4)] == ["韓国", "語の", "本"]


def test_blank_lines_and_indents_stay() -> None:
    text = "a\n\n  b"
    assert [text[a:b] for a, b in wrap(text, 10)] == ["a", "", "  b"]
