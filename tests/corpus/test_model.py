"""What the shapes of the model say of themselves."""

from __future__ import annotations

import pytest

from corpus.language.dates import find
from corpus.language.sentences import split
from corpus.model import ArticleId, Detail, Fact, FactId, Ref, Span


@pytest.mark.parametrize(
    ("text", "precision"),
    [("on 3 May 2019", "day"), ("in May 2019", "month"), ("in 2019", "year"),
     ("in early 2019", "span"), ("in the 1990s", "span"), ("in February 2020", "month")],
)  # fmt: skip
def test_an_interval_knows_how_precise_it_is(text: str, precision: str) -> None:
    said = f"It closed {text}."
    (found,) = find(said, None, split(said))
    assert found.precision == precision


def test_a_fact_points_to_all_that_it_names() -> None:
    who, how, source = Ref("Omar Said", mention=3), Ref("by firing squad"), Ref("state media")
    fact = Fact(
        FactId("f"), "harm", ArticleId("a"), who, "was executed", (Span(0, 9),), source=source,
        details=(Detail("method", how),),
    )  # fmt: skip
    assert fact.refs == (who, source, how)
    assert fact.detail("method") == how and fact.detail("charge") is None
