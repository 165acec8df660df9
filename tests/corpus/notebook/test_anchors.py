"""Passages that are found again after the text has changed, and those that are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Article, ArticleId, Origin, Span, Stated
from corpus.notebook.anchors import anchor, place

TEXT = (
    "The ferry left at noon. Two envoys were on board, the harbour master said.\n\n"
    "He had not been told why. The ferry left again at nine, without the envoys.\n\n"
    "“Nobody asked,” the harbour master said. The papers were never found.\n"
)


def article(text: str) -> Article:
    return Article(ArticleId("a"), "a.md", Stated("A", Origin.TEXT), text, digest=f"{hash(text):x}")


def moved(words: str, text: str, nth: int = 0) -> str | None:
    """The words at which a passage of `TEXT` is placed in `text`."""
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    found = place(anchor(article(TEXT), Span(at, at + len(words))), article(text))
    return None if found is None else found.of(text)


def test_the_same_text_gives_the_same_span() -> None:
    for start in range(0, len(TEXT), 7):
        span = Span(start, min(len(TEXT), start + 20))
        assert place(anchor(article(TEXT), span), article(TEXT)) == span


def test_text_before_moves_the_passage() -> None:
    assert moved("Two envoys were on board", "A new first line.\n\n" + TEXT) == (
        "Two envoys were on board"
    )


@pytest.mark.parametrize("nth", [0, 1])
def test_words_said_twice_are_told_apart_by_their_surroundings(nth: int) -> None:
    text = "New. " * 20 + TEXT
    at = [i for i in range(len(TEXT)) if TEXT.startswith("The ferry left", i)][nth]
    found = place(anchor(article(TEXT), Span(at, at + 14)), article(text))
    assert found == Span(at + 100, at + 114)


def test_a_short_word_is_not_placed_elsewhere() -> None:
    at = TEXT.index("noon")
    passage = anchor(article(TEXT), Span(at, at + 4))
    assert place(passage, article("Nothing is known. They met before noon in town.")) is None


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("the harbour master said.\n\nHe had", "the harbour\nmaster said. He had", None),
        ("Two envoys were on board", "Two envoys were  on\nboard", "Two envoys were  on\nboard"),
        ("“Nobody asked,” the harbour", '"Nobody asked," the harbour', None),
        ("on board, the harbour master said", "on board, said the harbour master", None),
        ("The papers were never found", "No paper was ever found", None),
    ],
)
def test_small_changes_of_the_words_are_seen_through(old: str, new: str, found: str | None) -> None:
    assert moved(old, TEXT.replace(old, new)) == (found or new)


def test_what_is_gone_is_not_placed() -> None:
    assert moved("The papers were never found.", TEXT[:150]) is None
    assert moved("Two envoys were on board", "Something else entirely. " * 30) is None


def test_an_article_as_a_whole_is_always_there() -> None:
    passage = anchor(article(TEXT), Span(0, 0))
    assert passage.quote == ""
    assert place(passage, article("other")) == Span(0, 0)


@given(st.text(), st.integers(0, 50), st.integers(0, 50), st.text())
def test_a_place_lies_in_the_text(before: str, start: int, size: int, after: str) -> None:
    start = min(start, len(before))
    passage = anchor(article(before), Span(start, min(len(before), start + size)))
    found = place(passage, article(after))
    assert found is None or 0 <= found.start <= found.end <= len(after)
    assert place(passage, replace(article(before))) is not None or passage.quote == ""
