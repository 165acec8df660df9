"""The stored corpus on the screen: there at once, brought up to date, healed if harmed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from corpus import store
from corpus.store import file
from corpus.store.building import build
from corpus.store.lock import Lock
from tests.tui import sample
from tests.tui.room import Room
from tui import making
from tui.config import Cache, Config
from tui.dateline import Dateline
from tui.maker import Maker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for article in sample.articles():
        (made / f"{article.id}.txt").write_text(article.text, encoding="utf-8")
    return made


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    cache = tmp_path / "cache"
    monkeypatch.setattr("tui.dateline.cache_folder", lambda: cache)
    return cache


async def wait(room: Room, done: object) -> None:
    for _ in range(600):
        if done():  # type: ignore[operator]
            return
        await room.pilot.pause(0.05)
    raise AssertionError(f"it never came; the status line says {room.status()}")


def test_the_child_tells_what_it_does(folder: Path, tmp_path: Path) -> None:
    events = list(Maker([folder], tmp_path / "cache", "small"))
    kinds = [event[0] for event in events]
    assert [making.MODEL, True] in events
    assert kinds.index(making.MODEL) < kinds.index(making.NAMES)
    assert events[-1] == [making.END, True]
    assert kinds[0] == making.PROGRESS


def test_a_second_session_waits_without_building(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    build([folder], cache)
    lock = Lock(file.place([folder], cache))
    assert lock.take()
    maker = Maker([folder], cache, "small")
    events = iter(maker)
    assert "another session" in next(events)[1]
    assert next(events) == [making.MODEL, True]
    lock.release()
    assert list(events)[-1][0] == making.END


def test_a_cache_that_cannot_be_used_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    assert list(Maker([folder], tmp_path / "cache", "small"))[-1][0] == making.UNUSABLE


async def test_what_is_stored_is_in_the_first_frame(folder: Path, cache: Path) -> None:
    build([folder], cache)
    found = store.open([folder], cache)
    app = Dateline([folder], Config(), ahead=found)
    async with app.run_test(size=(120, 40)) as pilot:
        room = Room(app, pilot)
        assert "Marta Quill" in room.pane("index")
        assert "3 articles" in room.status()
        (folder / "new.txt").write_text("New\n\nOmar Haddad came to Oslo.\n", encoding="utf-8")
        await wait(room, lambda: len(app.reading.corpus.articles) == 4)
        await wait(room, lambda: app.reading.index.has_lookup)
        assert any(words in room.status() for words in ("4 articles", "1 new"))


async def test_every_article_is_found_in_the_session_that_stores_them(
    folder: Path, cache: Path
) -> None:
    app = Dateline([folder], Config())
    async with app.run_test(size=(120, 40)) as pilot:
        room = Room(app, pilot)
        await wait(room, lambda: app.reading.index.has_lookup)
        app.seeker.begin()
        await wait(room, lambda: app.seeker.ready and app.seeker.searcher is not None)
        searcher = app.seeker.searcher
        assert searcher is not None
        await wait(room, lambda: searcher.indexed == len(app.reading.corpus.articles))
        assert searcher.search("Quill").total > 0


async def test_damage_that_is_met_on_the_screen_is_made_good(folder: Path, cache: Path) -> None:
    build([folder], cache)
    connection = sqlite3.connect(file.path_in(file.place([folder], cache)))
    connection.execute("UPDATE article SET body = x'0011223344'")
    connection.commit()
    connection.close()
    app = Dateline([folder], Config(), ahead=store.open([folder], cache))
    async with app.run_test(size=(120, 40)) as pilot:
        room = Room(app, pilot)
        await wait(room, lambda: all(one.text for one in app.reading.corpus.articles))
        await wait(room, lambda: app.reading.index.has_lookup)
        assert len(app.reading.corpus.articles) == 3


@pytest.mark.parametrize("way", ["no cache", "in the way"])
async def test_the_screen_does_without_the_store(folder: Path, cache: Path, way: str) -> None:
    config = Config(cache=Cache(keep=way != "no cache"))
    if way == "in the way":
        cache.write_text("a file", encoding="utf-8")
    app = Dateline([folder], config)
    async with app.run_test(size=(120, 40)) as pilot:
        room = Room(app, pilot)
        await wait(room, lambda: app.reading.index.has_lookup)
        assert len(app.reading.corpus.articles) == 3
        assert "Marta Quill" in room.pane("index")
    assert way == "in the way" or not cache.exists()
