"""Files are read in a child and the articles come before what is found in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import DatelineError
from corpus.model import Article, Skipped
from tests.tui import sample
from tests.tui.room import Room
from tui import ahead, loader
from tui.ahead import Ahead
from tui.config import Config, parse
from tui.dateline import Dateline


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for article in sample.articles():
        (tmp_path / f"{article.id}.txt").write_text(article.text, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n")
    return tmp_path


def test_everything_is_read_or_skipped(folder: Path) -> None:
    items = list(Ahead([folder]))
    assert sum(isinstance(item, Article) for item in items) == 3
    assert sum(isinstance(item, Skipped) for item in items) == 1


def test_without_paths_the_bundled_corpus_is_read() -> None:
    assert len([item for item in Ahead([]) if isinstance(item, Article)]) >= 15


def test_files_beyond_the_limit_of_the_settings_are_skipped(folder: Path) -> None:
    (folder / "long.txt").write_text("Nothing much. " * 100_000, encoding="utf-8")
    items = list(Ahead([folder], parse("[reading]\nfile = 1", Path("own.toml")).reading.limits))
    assert [item.reason for item in items if item.path == "long.txt"] == ["larger than 1 MB"]  # type: ignore[union-attr]


def test_names_of_paths_may_be_no_text(tmp_path: Path) -> None:
    strange = tmp_path / "a\udcffb.txt"
    strange.write_text("Nothing much.", encoding="utf-8")
    (item,) = Ahead([strange])
    assert isinstance(item, Article)


def test_a_failing_child_is_an_error_with_its_last_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_BOOT", "raise SystemExit('no memory')  # {path} {module}")
    with pytest.raises(DatelineError, match="no memory"):
        list(Ahead([]))


def test_the_bare_corpus_is_in_the_order_of_the_list(folder: Path) -> None:
    corpus = loader.gather(Ahead([folder]))
    assert [a.published.value if a.published else "9999" for a in corpus.articles] == sorted(
        a.published.value if a.published else "9999" for a in corpus.articles
    )
    assert set(corpus.by_id) == {article.id for article in corpus.articles}
    assert len(corpus.skipped) == 1


async def test_the_screen_loads_a_folder_to_the_end(folder: Path) -> None:
    app = Dateline([folder], Config())
    async with app.run_test(size=(120, 40)) as pilot:
        room = Room(app, pilot)
        for _ in range(600):
            await pilot.pause(0.05)
            if app.reading.corpus.extracts and "3 articles" in room.status():
                break
        assert "3 articles" in room.status()
        assert "1 skipped" in room.status()
        assert "Marta Quill" in room.pane("index")
        for _ in range(600):
            if app.reading.index.has_lookup:
                break
            await pilot.pause(0.05)
        await room.press("3", "/", "=Kwill")
        assert "Marta Quill" in room.pane("index")
        assert "sounds" in room.status()


async def test_a_second_load_makes_reports_of_the_first_stale(folder: Path) -> None:
    app = Dateline([folder], Config())
    async with app.run_test(size=(120, 40)) as pilot:
        first = app.generation
        app.load()
        assert app.generation == first + 1
        await pilot.pause(0.1)
