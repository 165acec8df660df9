"""Company on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from tests.tui import sample
from tests.tui.room import Room, room
from tests.tui.test_views import until_idle
from tui.screens.company import CompanyView


async def opened_view(opened: Room) -> CompanyView:
    await opened.press("B")
    return cast("CompanyView", await until_idle(opened))


async def test_enter_opens_the_sentences_then_the_article() -> None:
    async with room(sample.corpus(), size=(80, 24)) as opened:
        await opened.press("3", "/", "=quill", "enter", "enter")
        view = await opened_view(opened)
        assert "┃ Marta Quill ┃" in opened.text() and "Company of Marta Quill" in opened.text()
        await opened.press("enter")
        assert view.opened is not None and f"With {view.opened.entity.name}" in opened.text()
        await opened.press("escape")
        assert view.opened is None and opened.app.screen is view
        await opened.press("enter", "enter")
        assert opened.app.screen is opened.reading
        mark = opened.reading.position().mark
        document = sample.corpus().by_id[opened.reading.position().article]
        assert mark is not None and "Quill" in mark.of(document.text)


async def test_kinds_and_another_in_the_middle() -> None:
    async with room(sample.corpus(), size=(120, 40)) as opened:
        view = await opened_view(opened)
        await opened.press(">")
        await until_idle(opened)
        assert {one.entity.kind.value for one in view.company.companions} == {"person"}
        await opened.press("c")
        await until_idle(opened)
        assert view.company.entity is not None
        assert f"Company of {view.company.entity.name}" in opened.text()


@pytest.mark.parametrize("suffix", ["svg", "txt", "csv"])
async def test_it_is_saved(tmp_path: Path, suffix: str) -> None:
    async with room(sample.corpus(), size=(120, 40)) as opened:
        await opened_view(opened)
        await opened.press("s", "ctrl+u", f"={tmp_path}/a.{suffix}", "enter")
        await until_idle(opened)
        assert "Sandoval" in (tmp_path / f"a.{suffix}").read_text()


@pytest.mark.parametrize("size", [(20, 5), (33, 7), (59, 15), (80, 24), (500, 200)])
async def test_it_can_be_used_at_every_size(size: tuple[int, int]) -> None:
    async with room(sample.corpus(), size=size) as opened:
        await opened_view(opened)
        for key in "j c > < z tab z / a enter escape enter escape".split():
            await opened.press(key)
            assert len(opened.rows()) == size[1]
