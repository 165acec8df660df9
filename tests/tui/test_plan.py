"""The plan fills the terminal at every size, and the pane in hand is always in sight."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tui.commands import ARTICLE, PANES, SOURCES
from tui.screens.plan import plan, shape

RECENT = st.sampled_from(list(permutations(PANES)))


@given(st.integers(1, 500), st.integers(2, 200), RECENT, st.booleans())
def test_panes_tile_all_but_the_last_row(
    width: int, height: int, recent: tuple[str, ...], zoomed: bool
) -> None:
    slots = plan(width, height, recent[0], recent, zoomed)
    assert recent[0] in slots
    assert sum(slot.region.area for slot in slots.values()) == width * (height - 1)
    regions = [slot.region for slot in slots.values()]
    for number, region in enumerate(regions):
        assert region.right <= width
        assert region.bottom <= height - 1
        assert not any(region.overlaps(other) for other in regions[number + 1 :])


@given(st.integers(80, 300), st.integers(10, 100), RECENT)
def test_the_article_is_always_in_sight_from_80_columns_on(
    width: int, height: int, recent: tuple[str, ...]
) -> None:
    assert ARTICLE in plan(width, height, recent[0], recent, False)


def test_the_four_shapes() -> None:
    assert [shape(width) for width in (79, 80, 119, 120, 179, 180)] == [
        "narrow", "medium", "medium", "wide", "wide", "wall",
    ]  # fmt: skip
    assert set(plan(60, 20, SOURCES, PANES, False)) == {SOURCES}
    assert len(plan(80, 24, SOURCES, PANES, False)) == 2
    assert len(plan(120, 40, SOURCES, PANES, False)) == 4
