"""Quotations: every shape of mark, over sentences and paragraphs, closed or not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.quotations import find


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We left at night,” he said.", ["We left at night,"]),
        ('"We left. It was cold," he said.', ["We left. It was cold,"]),
        ('He said, "We left at night.”', ["We left at night."]),
        ("„Wir gingen“, sagte er. «Nous sommes partis», dit-il.",
         ["Wir gingen", "Nous sommes partis"]),
        ("‘We shall not go,’ she said.", ["We shall not go,"]),
        ("It was a \"gift\" to the judge.", ["gift"]),
        ("“First he fell.\n\n“Then he rose.” Later", ["First he fell.\n\n“Then he rose."]),
        ("“Nobody closed these words of his.\n\nThe next day came.",
         ["Nobody closed these words of his."]),
        ("The workers' day wasn't John's, ’twas a 6\" nail's.", []),
        ('He called it "a trap" and "a farce," then left.', ["a trap", "a farce,"]),
    ],
)  # fmt: skip
def test_quotations(text: str, words: list[str]) -> None:
    assert [q.words.of(text) for q in find(text)] == words


def test_a_page_break_does_not_end_a_quotation() -> None:
    text = 'He said: "For those who have\n\nchildren there, it is hard.” She left.'
    assert len(find(text)) == 1


@given(st.text(alphabet="ab A.,\n\"“”'’‘«»„`", max_size=60) | st.text())
def test_any_text_gives_quotations_apart_and_not_empty(text: str) -> None:
    found = find(text)
    for quotation in found:
        assert quotation.span.holds(quotation.words)
        assert quotation.words.start < quotation.words.end <= len(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
