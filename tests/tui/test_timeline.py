"""The timeline on the screen: opened, moved about in, narrowed, saved."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from tests.tui import sample
from tests.tui.room import Room, room
from tests.tui.test_views import until_idle
from tui.screens.timeline import TimelineView


async def opened_view(opened: Room) -> TimelineView:
    await opened.press("T")
    return cast("TimelineView", await until_idle(opened))


async def test_it_shows_what_is_dated_and_leads_to_the_sentence() -> None:
    async with room(sample.corpus(), size=(80, 24)) as opened:
        await opened_view(opened)
        assert "2011" in opened.text() and "Quill held the post" in opened.text()
        assert "facts undated" in opened.text()
        await opened.press("enter")
        assert opened.app.screen is opened.reading
        mark = opened.reading.position().mark
        text = sample.articles()[0].text
        assert mark is not None and "since 2011" in mark.of(text)


async def test_zoom_and_pan_move_the_window_and_say_what_lies_outside() -> None:
    async with room(sample.corpus(), size=(120, 40)) as opened:
        view = await opened_view(opened)
        whole = view.window
        await opened.press("+")
        assert view.window.length < whole.length
        inside = view.window
        await opened.press("l", "l", "l", "l", "l", "l")
        assert view.window.start > inside.start
        assert "Nothing in these days" in opened.text() and "1 earlier" in opened.text()
        await opened.press("0")
        assert view.window == whole
        await opened.press("2", "-")
        assert view.window.length > whole.length


async def test_going_back_finds_the_same_row() -> None:
    async with room(sample.corpus(), size=(80, 24)) as opened:
        view = await opened_view(opened)
        await opened.press("G")
        row = view.rows.cursor
        await opened.press("enter", "[")
        back = cast("TimelineView", await until_idle(opened))
        assert isinstance(back, TimelineView) and back.rows.cursor == row


async def test_kind_and_name_narrow_it() -> None:
    async with room(sample.corpus(), size=(120, 40)) as opened:
        view = await opened_view(opened)
        await opened.press(">")
        await until_idle(opened)
        assert view.kind == "role" and "Timeline · roles" in opened.text()
        await opened.press("w")
        assert "No name is chosen" in opened.status()
        await opened.press("escape", "3", "/", "=adair", "enter", "enter")
        view = await opened_view(opened)
        assert view.one and "Tomas Adair" in opened.text()
        assert "Nothing with a date" in opened.text()
        await opened.press("w")
        await until_idle(opened)
        assert "Quill held" in opened.text()


@pytest.mark.parametrize("suffix", ["svg", "txt", "csv"])
async def test_it_is_saved_by_suffix_and_never_over_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with room(sample.corpus(), size=(120, 40)) as opened:
        await opened_view(opened)
        for _ in range(2):
            await opened.press("s", "ctrl+u", f"={tmp_path}/a.{suffix}", "enter")
            await until_idle(opened)
        assert "Already there" in opened.status()
        await opened.press("n")
        first = (tmp_path / f"a.{suffix}").read_text()
        assert "Quill held the post" in first
        await opened.press("s", "ctrl+u", f"={tmp_path}/a.doc", "enter")
        assert "has to end in" in opened.status()
        await opened.press("s", "ctrl+u", f"={tmp_path}/none/a.{suffix}", "enter")
        await until_idle(opened)
        assert "Not written" in opened.status()


@pytest.mark.parametrize("size", [(20, 5), (33, 7), (60, 15), (80, 24), (500, 200)])
async def test_it_can_be_used_at_every_size(size: tuple[int, int]) -> None:
    async with room(sample.corpus(), size=size) as opened:
        await opened_view(opened)
        for key in (
            "j",
            "+",
            "-",
            "h",
            "l",
            "0",
            ">",
            "<",
            "w",
            "z",
            "tab",
            "z",
            "/",
            "a",
            "enter",
        ):
            await opened.press(key)
            assert len(opened.rows()) == size[1]
