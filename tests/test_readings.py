"""The labelled texts for dates, amounts and speakers hold together, and scoring can fail."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.reading_labels import SETS, SUBJECTS, load, unmark
from benchmarks.readings import score_amounts, score_dates


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("which", SETS)
def test_marks_are_taken_out_of_the_texts(subject: str, which: str) -> None:
    for text in load(subject, which):
        assert text.marks and "]{" not in text.text and "}" not in text.text
        ends = [0, *(span.end for span, _ in text.marks)]
        assert all(
            a <= span.start < span.end for a, (span, _) in zip(ends, text.marks, strict=False)
        )


@pytest.mark.parametrize("which", SETS)
def test_labelled_dates_are_dates(which: str) -> None:
    for text in load("dates", which):
        for _, label in text.marks:
            for choice in label.split("|"):
                first, _, last = choice.partition("..")
                if first not in ("?", "~"):
                    assert date.fromisoformat(first) <= date.fromisoformat(last or first)


@given(st.lists(st.tuples(st.text("ab ", min_size=1), st.text("01?"))))
def test_unmarking_keeps_the_words(pieces: list[tuple[str, str]]) -> None:
    text, marks = unmark(" ".join(f"[{words}]{{{label}}}" for words, label in pieces))
    assert text == " ".join(words for words, _ in pieces)
    assert [(span.of(text), label) for span, label in marks] == pieces


def test_a_wrong_label_is_counted_as_wrong() -> None:
    text = load("dates", "dev")[0]
    moved = type(text)(text.name, text.published, "", "", text.text,
                       tuple((span, "1801-01-01") for span, _ in text.marks))  # fmt: skip
    errors: list[str] = []
    score = score_dates(moved, errors)
    assert score.right == 0 and len(errors) >= score.labels > 0


def test_a_number_where_none_is_labelled_counts_as_one_too_many() -> None:
    text = load("amounts", "dev")[0]
    bare = type(text)(text.name, None, "", "", text.text, ())
    assert score_amounts(bare, []).extra > 0
