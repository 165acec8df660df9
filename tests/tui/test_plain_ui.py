"""The screen without drawn signs: nothing that a screen reader would spell out."""

from __future__ import annotations

import re

import pytest

from tests.tui import sample
from tests.tui.room import Room
from tui.config import Config, Screen
from tui.dateline import Dateline

DRAWN = re.compile("[\u2500-\u259f\u25a0-\u25ff\u2800-\u28ff]")


@pytest.mark.parametrize("size", [(20, 5), (80, 24), (120, 40), (200, 60)])
async def test_nothing_is_drawn_and_the_cursor_is_a_letter(size: tuple[int, int]) -> None:
    app = Dateline([], Config(screen=Screen(plain=True)), corpus=sample.corpus())
    async with app.run_test(size=size) as pilot:
        opened = Room(app, pilot)
        await opened.press("j")
        assert any(row.startswith("> Missing") for row in opened.rows())
        for key in ("2", ")", "3", "4", "j", "z", "z", "?", "escape", ":", "escape", "S", "escape"):
            await opened.press(key)
            assert not DRAWN.search(opened.text()), key
