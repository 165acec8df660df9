"""A folder opens where it was left; a session file that is no good is as good as none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import ArticleId, Corpus, EntityId, Span
from tests.tui import sample
from tui.config import Config, Screen
from tui.dateline import Dateline
from tui.history import Position
from tui.session import Place, Sitting, find, keep, key_of, load

positions = st.builds(
    Position,
    st.none() | st.text(min_size=1, max_size=9).map(ArticleId),
    st.integers(-1, 10**9),
    st.none() | st.builds(Span, st.integers(0, 99), st.integers(100, 200)),
    st.none() | st.text(min_size=1, max_size=9).map(EntityId),
)


@given(positions, st.text(max_size=9), st.dictionaries(st.text(max_size=2), positions, max_size=3))
def test_what_is_kept_is_found_again(
    tmp_path_factory: pytest.TempPathFactory,
    position: Position,
    name: str,
    marks: dict[str, Position],
) -> None:
    file = tmp_path_factory.mktemp("state") / "deep" / "session.json"
    kept = {letter: Place.of(one) for letter, one in marks.items()}
    sitting = Sitting(("/reports",), "2024-09-03", Place.of(position, name), "facts", True, kept)
    assert keep(file, sitting)
    assert find(file, [Path("/reports")]) == sitting
    assert sitting.place.position == position
    assert [entry.name for entry in file.parent.iterdir()] == ["session.json"]


def test_the_latest_comes_first_and_a_folder_only_once(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    for number in (1, 2, 3, 2):
        assert keep(file, Sitting((f"/{number}",)))
    assert [one.paths for one in load(file)] == [("/2",), ("/3",), ("/1",)]
    assert find(file, [Path("/9")]) is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", '{"version": 99, "sittings": []}', '{"version": 1}',
     '{"version": 1, "sittings": [{"paths": 3}]}', "[" * 100_000, "\x00"],
)  # fmt: skip
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "session.json"
    file.write_text(text)
    assert load(file) == ()
    assert keep(file, Sitting(("/a",)))
    assert len(load(file)) == 1


def test_a_file_that_cannot_be_written_costs_only_the_place(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    assert not keep(tmp_path / "state" / "session.json", Sitting(("/a",)))


def app(file: Path, corpus: Corpus, restore: bool = True) -> Dateline:
    return Dateline([], Config(screen=Screen(restore=restore)), corpus=corpus, session=file)


async def test_a_corpus_opens_where_it_was_left(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    first = app(file, sample.corpus())
    async with first.run_test(size=(100, 12)) as pilot:
        await pilot.pause()
        await pilot.press("3", "enter", "2", "l", "space", ")", "M", "q", "z")
        place, pane = first.reading.position(), first.reading.pane
        assert place.chosen is not None
        await pilot.press("q")
    assert json.loads(file.read_text())["version"] == 1
    again = app(file, sample.corpus())
    async with again.run_test(size=(100, 12)) as pilot:
        await pilot.pause()
        assert again.reading.position() == place
        assert (again.reading.pane, again.reading.zoomed) == (pane, True)
        assert set(again.reading.marks) == {"q"}
    fresh = app(file, sample.corpus(), restore=False)
    async with fresh.run_test(size=(100, 12)) as pilot:
        await pilot.pause()
        assert fresh.reading.position().article == "harbour"
        assert fresh.reading.pane == "sources"


async def test_a_place_that_is_gone_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    gone = Place("nowhere", 99_999, (5, 9), "p-9", "Nobody")
    keep(file, Sitting(key_of([]), "2024-09-03", gone, "cellar", False, {"a": gone}))
    opened = app(file, sample.corpus())
    async with opened.run_test() as pilot:
        await pilot.pause()
        assert opened.reading.position().article == "harbour"
        assert opened.reading.chosen is None
        await pilot.press("'", "a", "j", "q")
    long = Place("harbour", 10**9, (10**8, 10**9), "", "")
    keep(file, Sitting(key_of([]), "2024-09-03", long, "article", False, {}))
    opened = app(file, sample.corpus())
    async with opened.run_test() as pilot:
        await pilot.pause()
        assert opened.reading.position().article == "harbour"
        await pilot.press("j", "k", ")", "q")
