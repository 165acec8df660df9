"""Views: the example of docs/views.md works as printed, and stale answers are dropped."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from corpus.errors import DatelineError
from corpus.model import Article, ArticleId, Span
from tests.tui import sample
from tests.tui.room import Room, room
from tui import commands
from tui.commands.command import Command
from tui.desk import Desk
from tui.render import Line
from tui.screens.view import PictureView, RowsView, View
from tui.screens.work import Cancelled

PAGE = Path(__file__).resolve().parents[2] / "docs" / "views.md"


def example() -> tuple[ModuleType, ModuleType]:
    """The two modules of the page: commands and view."""
    found = []
    for number, block in enumerate(
        re.findall(r"```python\n(\"\"\".*?)```", PAGE.read_text(), re.S)
    ):
        module = ModuleType(f"example_{number}")
        exec(compile(block, f"docs/views.md block {number}", "exec"), module.__dict__)
        found.append(module)
    first, second = found
    return first, second


@pytest.fixture
def longest(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[View]]:
    """The example of the page, registered."""
    declared, drawn = example()
    own: tuple[Command, ...] = declared.COMMANDS
    context = declared.CONTEXT
    monkeypatch.setitem(commands.CHAINS, context.name, (context.name, *context.wider))
    monkeypatch.setitem(commands.CONTEXT_NAMES, context.name, context.title)
    for module in ("tui.keymap", "tui.screens.help", "tui.screens.commands", "tui.screens.paned"):
        monkeypatch.setattr(f"{module}.COMMANDS", (*commands.COMMANDS, *own))
    for command in own:
        monkeypatch.setitem(commands.BY_ID, command.id, command)
    monkeypatch.setitem(__import__("sys").modules, "tui.screens.longest", drawn)
    yield drawn.Longest


async def until_idle(opened: Room) -> View:
    """The view on top, once nothing is computed any more."""
    view = opened.app.screen
    assert isinstance(view, View)
    for _ in range(400):
        await opened.pilot.pause(0.005)
        if not view.busy:
            break
    await opened.pilot.pause()
    return view


async def test_the_example_of_the_page_works(longest: type[View]) -> None:
    async with room(sample.corpus()) as opened:
        await opened.press("L")
        view = await until_idle(opened)
        assert isinstance(view, longest)
        titles = [row[13:].split("  ")[0].rstrip() for row in opened.rows()[1:4]]
        lengths = [len(one.text) for one in sample.corpus().articles]
        shown = [int(row[2:11].replace(",", "")) for row in opened.rows()[1:4]]
        assert shown == sorted(lengths, reverse=True)
        assert all(titles)
        assert "Reading › Longest articles" in opened.status()
        await opened.press("r")
        await until_idle(opened)
        shown = [int(row[2:11].replace(",", "")) for row in opened.rows()[1:4]]
        assert shown == sorted(lengths)
        await opened.press("/", "=ledgers", "enter", "enter")
        assert opened.app.screen is opened.reading
        assert opened.reading.position().article == "ledgers"
        await opened.press("[")
        view = await until_idle(opened)
        assert isinstance(view, longest)
        assert "/ledgers" in opened.rows()[0]
        assert "1/1" in opened.rows()[0]
        await opened.press("q")
        assert opened.reading.position().article == "harbour"
        await opened.press("]")
        assert opened.reading.position().article == "ledgers"


async def test_help_and_palette_know_the_example(longest: type[View]) -> None:
    async with room(sample.corpus()) as opened:
        await opened.press("L", "?")
        assert "Turn round" in opened.text()
        assert "Go to the list of sources" not in opened.text()
        await opened.press("?", ":", "=turn round", "enter")
        view = await until_idle(opened)
        assert isinstance(view, longest)
        assert getattr(view, "shortest_first", None) is True


class Slow(RowsView[str]):
    """Gathers what a test hands it, when the test says so."""

    TITLE = "Slow"
    gates: list[threading.Event]
    calls: int

    def gather(self, desk: Desk, cancelled: Cancelled) -> Sequence[str]:
        turn, self.calls = self.calls, self.calls + 1
        self.gates[turn].wait(10)
        if turn == 2:
            raise DatelineError("The well is dry.")
        return [f"answer {turn}"]

    def draw(self, item: str, part: int, width: int) -> Line:
        return Line().add(item, self.palette.text)

    def words(self, item: str) -> str:
        return item


async def test_stale_answers_are_dropped_and_errors_told() -> None:
    async with room(sample.corpus()) as opened:
        view = Slow(opened.reading.palette, opened.reading.keymap, opened.reading.desk())
        view.gates, view.calls = [threading.Event() for _ in range(3)], 0
        opened.app.push_screen(view)
        await opened.pilot.pause()
        assert "Working…" in opened.text()
        assert "working…" in opened.status()
        view.refresh_items()
        view.gates[1].set()
        await until_idle(opened)
        assert "answer 1" in opened.text()
        view.gates[0].set()
        await opened.pilot.pause(0.05)
        assert "answer 0" not in opened.text()
        view.gates[2].set()
        view.refresh_items()
        await until_idle(opened)
        assert "The well is dry." in opened.status()
        assert "answer 1" in opened.text()
        await opened.press("escape")
        assert opened.app.screen is opened.reading


class Squares(PictureView[list[Article]]):
    """As many rows as an article has characters, to be scrolled."""

    TITLE = "Squares"

    def gather(self, desk: Desk, cancelled: Cancelled) -> list[Article]:
        return list(desk.corpus.articles)

    def paint(self, found: list[Article], width: int, height: int) -> list[Line]:
        return [Line().add(f"row {number} of {width}", self.palette.text) for number in range(99)]


async def test_a_picture_scrolls_and_follows_the_size() -> None:
    async with room(sample.corpus(), size=(80, 24)) as opened:
        view = Squares(opened.reading.palette, opened.reading.keymap, opened.reading.desk())
        opened.app.push_screen(view)
        await until_idle(opened)
        assert "row 0 of 80" in opened.rows()[1]
        await opened.press("space")
        assert "row 20 of 80" in opened.rows()[1]
        await opened.press("G")
        assert "row 98" in opened.rows()[-2]
        await opened.pilot.resize_terminal(60, 10)
        await opened.pilot.pause()
        assert "of 60" in opened.rows()[1]
        await opened.press("q")
        assert opened.app.screen is opened.reading


async def test_going_somewhere_from_two_views_deep_closes_both() -> None:
    async with room(sample.corpus()) as opened:
        for _ in range(2):
            await opened.press("S")
        assert len(opened.app.screen_stack) == 3
        view = opened.app.screen
        assert isinstance(view, View)
        view.show(ArticleId("ledgers"), Span(0, 8))
        await opened.pilot.pause()
        assert opened.app.screen is opened.reading
        assert opened.reading.position().mark == Span(0, 8)
        assert opened.reading.pane == "article"


@pytest.mark.parametrize("size", [(20, 5), (33, 7), (80, 24), (500, 200)])
async def test_a_view_can_be_used_at_every_size(longest: type[View], size: tuple[int, int]) -> None:
    async with room(sample.corpus(), size=size) as opened:
        await opened.press("L")
        await until_idle(opened)
        for key in ("j", "k", "G", "g", "space", "z", "tab", "/", "a", "escape", "?", "escape"):
            await opened.press(key)
            assert len(opened.rows()) == size[1]
