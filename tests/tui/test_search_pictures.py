"""Pictures of the search and of words in context, looked at by eye once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.tui import sample
from tests.tui.room import Room
from tests.tui.test_search import settled
from tui.config import Config, Screen
from tui.dateline import Dateline

VIEWS = {
    "search": ("/", *"ledgers", "space", *"sandoval"),
    "found": ("/", *"ledgers", "enter", "n"),
    "context": ("I", *"harbour", "escape", "greater_than_sign", "j"),
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("theme", ["dark", "mono"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_picture(
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    theme: str,
    view: str,
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    app: App[int] = Dateline([], Config(screen=Screen(theme=theme)), corpus=sample.corpus())

    async def type_keys(pilot: Pilot[int]) -> None:
        assert isinstance(pilot.app, Dateline)
        opened = Room(pilot.app, pilot)
        for key in VIEWS[view]:
            await pilot.press(key)
            await settled(opened)

    assert snap_compare(app, run_before=type_keys, terminal_size=size)
