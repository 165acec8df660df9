"""A few pictures of the whole screen, looked at by eye once and compared ever after."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App

from tests.tui import sample
from tui.config import Config, Screen
from tui.dateline import Dateline

CHOSEN = ("3", "/", "a", "d", "a", "i", "r", "enter", "enter", "4", "j", "enter")


@pytest.mark.parametrize("theme", ["dark", "light", "mono"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_picture(
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    theme: str,
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    app: App[int] = Dateline([], Config(screen=Screen(theme=theme)), corpus=sample.corpus())
    assert snap_compare(app, press=CHOSEN, terminal_size=size)
