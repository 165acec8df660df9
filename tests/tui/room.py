"""The reading room without a terminal: open it on a corpus, press keys, look."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from corpus.model import Corpus
from tui.config import Config, Screen, with_notebook
from tui.dateline import Dateline
from tui.screens.reading import Reading


class Room:
    """An open reading room."""

    def __init__(self, app: Dateline, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def reading(self) -> Reading:
        """The main screen."""
        return self.app.reading

    async def press(self, *keys: str) -> None:
        """Press keys, a text of several letters being typed letter by letter with a leading "="."""
        for key in keys:
            await self.pilot.press(*(key[1:] if key.startswith("=") and len(key) > 1 else [key]))
        await self.pilot.pause()

    async def until(self, words: str | Callable[[], bool]) -> None:
        """Wait until the screen shows `words`, or until something is so."""
        done = words if callable(words) else lambda: words in self.text()
        for _ in range(400):
            if done():
                return
            await self.pilot.pause(0.025)
        raise AssertionError(f"never came: {words!r}\n{self.text()}")

    def rows(self) -> list[str]:
        """The screen as text."""
        strips = self.app.screen._compositor.render_strips()
        return [strip.text for strip in strips]

    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.rows())

    def pane(self, name: str) -> str:
        """What a pane shows."""
        region = self.reading.panes[name].region
        return "\n".join(
            row[region.x : region.right] for row in self.rows()[region.y : region.bottom]
        )

    def status(self) -> str:
        """The status line."""
        return self.rows()[-1]


@asynccontextmanager
async def room(
    corpus: Corpus,
    size: tuple[int, int] = (120, 40),
    keys: dict[str, str] | None = None,
    theme: str = "dark",
    mouse: bool = False,
    notebook: Path | None = None,
) -> AsyncIterator[Room]:
    """The reading room on `corpus`, ready."""
    config = Config(screen=Screen(theme=theme, mouse=mouse), keys=keys or {})
    if notebook is not None:
        config = with_notebook(config, str(notebook))
    app = Dateline([], config, corpus=corpus)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Room(app, pilot)
