"""Back and forward lead where a reader expects."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.model import ArticleId
from tui.history import History, Position


def at(name: str, anchor: int = 0) -> Position:
    return Position(ArticleId(name), anchor)


def test_back_and_forward_keep_the_place_in_the_text() -> None:
    history = History()
    history.leave(at("a", 120))
    assert history.back(at("b", 7)) == at("a", 120)
    assert history.forward(at("a", 120)) == at("b", 7)
    assert history.forward(at("b", 7)) is None


def test_a_new_way_drops_what_lay_ahead() -> None:
    history = History()
    history.leave(at("a"))
    history.back(at("b"))
    history.leave(at("a"))
    assert history.forward(at("c")) is None


def test_nothing_lies_before_the_beginning() -> None:
    assert History().back(at("a")) is None


@given(st.lists(st.sampled_from("abcdef"), min_size=2, max_size=30))
def test_going_all_the_way_back_and_forth_returns(names: list[str]) -> None:
    history, present = History(), at(names[0])
    for name in names[1:]:
        if at(name) != present:
            history.leave(present)
            present = at(name)
    end = present
    while (place := history.back(present)) is not None:
        present = place
    assert present == at(names[0])
    while (place := history.forward(present)) is not None:
        present = place
    assert present == end


def test_the_trail_is_bounded() -> None:
    history = History(limit=3)
    for name in "abcdef":
        history.leave(at(name))
    present, steps = at("g"), 0
    while (place := history.back(present)) is not None:
        present, steps = place, steps + 1
    assert steps == 3
