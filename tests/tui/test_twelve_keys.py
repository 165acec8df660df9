"""From the start to who told of Han Song-ryol's execution and when that was published: 12 keys.

Every letter that is typed counts, and so does Enter. The bundled articles answer it.
"""

from __future__ import annotations

import pytest

from corpus import build
from corpus.model import Corpus
from tests.tui.room import Room, room
from tests.tui.test_search import settled

MOST = 12


@pytest.fixture(scope="module")
def bundled() -> Corpus:
    """The articles that come with Dateline."""
    return build.load([])


def shown(opened: Room) -> str:
    """The screen without the frame, on one line."""
    return " ".join(opened.text().replace("│", " ").replace("▌", " ").split())


async def press(opened: Room, keys: tuple[str, ...]) -> int:
    """Press keys one by one, as fast as a reader does; how many there were."""
    for key in keys:
        await opened.pilot.press(key)
        await settled(opened)
    return len(keys)


def assert_answered(opened: Room) -> None:
    """The sentence with who told it, and the date, stand on the screen."""
    document = opened.reading.article.article
    assert document is not None
    assert document.published is not None
    seen = shown(opened)
    assert document.published.value in seen
    assert "Han Song-ryol" in seen
    assert "Ri Il-kyu" in seen
    assert any(word in seen for word in ("put to death", "execution", "firing squad"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_by_searching_as_in_less(bundled: Corpus, size: tuple[int, int]) -> None:
    async with room(bundled, size=size) as opened:
        await settled(opened)
        keys = await press(opened, ("/", *"han", "space", *"song"))
        # The list answers it before anything is opened.
        assert "Han Song-ryol" in shown(opened)
        assert "put to death by firing squad" in shown(opened)
        assert "according to the defector" in shown(opened)
        assert "2024-09-03" in shown(opened)
        keys += await press(opened, ("enter",))
        assert_answered(opened)
        assert keys <= MOST


async def test_by_the_word_execution(bundled: Corpus) -> None:
    async with room(bundled) as opened:
        await settled(opened)
        keys = await press(opened, ("/", *"execution", "enter"))
        if "Han Song-ryol" not in shown(opened):
            keys += await press(opened, ("n",))
        assert_answered(opened)
        assert keys <= MOST


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_by_the_index(bundled: Corpus, size: tuple[int, int]) -> None:
    async with room(bundled, size=size) as opened:
        await settled(opened)
        keys = await press(opened, ("3", "/", *"han", "space", "s", "enter", "enter"))
        while keys < MOST and "put to death" not in shown(opened):
            keys += await press(opened, ("}",))
        assert_answered(opened)
