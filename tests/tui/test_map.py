"""The map on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from corpus.model import Corpus, Place
from tests.tui import sample
from tests.tui.room import Room, room
from tests.tui.test_views import until_idle
from tui.screens.map import MapView

PLACES = {
    "Port Elin": Place("Port Elin", 36.0, -9.5, "PT", "city"),
    "Sandoval": Place("Sandoval", 40.0, 18.0, "IT", "city"),
}


def placed() -> Corpus:
    """The sample, whose places lie somewhere."""
    bare = sample.corpus()
    entities = tuple(replace(one, place=PLACES.get(one.name)) for one in bare.entities)
    return replace(bare, entities=entities, entity_by_id={one.id: one for one in entities})


async def opened_view(opened: Room) -> MapView:
    await opened.press("V")
    return cast("MapView", await until_idle(opened))


async def test_it_names_the_places_and_lists_them() -> None:
    async with room(placed(), size=(80, 24)) as opened:
        await opened_view(opened)
        assert "●Port Elin" in opened.text() or "○Port Elin" in opened.text()
        assert "Places" in opened.text() and " in 3" in opened.text()
        await opened.press("j", "enter")
        assert opened.app.screen is opened.reading
        assert "Sandoval" in opened.status() or "Sandoval" in opened.text()


async def test_zoom_pan_and_the_list_stay_together() -> None:
    async with room(placed(), size=(120, 40)) as opened:
        view = await opened_view(opened)
        await opened.press("+", "+", "+", "+", "+", "+")
        assert view.camera is not None
        near = view.camera
        await opened.press("j")
        assert view.camera.lon != near.lon  # Sandoval was out of sight
        before = opened.text()
        await opened.press("l", "K")
        assert view.camera is not None and opened.text() != before
        await opened.press("0")
        assert view.camera is None
        await opened.press(">")
        assert "No journeys found" in opened.text()


async def test_without_places_it_says_so() -> None:
    async with room(sample.corpus(), size=(80, 24)) as opened:
        await opened_view(opened)
        assert "Nothing to place" in opened.text()
        assert "2 without a position" in opened.text()


@pytest.mark.parametrize("suffix", ["svg", "txt", "csv"])
async def test_it_is_saved(tmp_path: Path, suffix: str) -> None:
    async with room(placed(), size=(120, 40)) as opened:
        await opened_view(opened)
        await opened.press("s", "ctrl+u", f"={tmp_path}/a.{suffix}", "enter")
        await until_idle(opened)
        assert "Port Elin" in (tmp_path / f"a.{suffix}").read_text()


@pytest.mark.parametrize("size", [(20, 5), (33, 7), (59, 15), (80, 24), (500, 200)])
async def test_it_can_be_used_at_every_size(size: tuple[int, int]) -> None:
    async with room(placed(), size=size) as opened:
        await opened_view(opened)
        for key in "j + - h l J K 0 > < w z tab z / a enter".split():
            await opened.press(key)
            assert len(opened.rows()) == size[1]
