"""Files that change while the screen is open are taken in, and the reader keeps the place."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.message import Message

from corpus.build import FINDING, load
from corpus.model import Span
from corpus.news import News, compare
from tests.tui import sample
from tests.tui.room import Room
from tui.config import Cache, Config, Reading
from tui.dateline import Dateline
from tui.messages import Progressed
from tui.panes.article.again import passage_again, place_again
from tui.renewals import Renewals
from tui.watching import Watch, is_remote

LONG = "".join(
    f"Paragraph {number} says that ship {number} left Port Elin with {number} crates.\n\n"
    for number in range(1, 90)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for article in sample.articles():
        (made / f"{article.id}.txt").write_text(article.text, encoding="utf-8")
    (made / "ships.txt").write_text(f"Ships of Port Elin\n\n{LONG}", encoding="utf-8")
    return made


async def until(room: Room, done: Callable[[], bool]) -> None:
    for _ in range(900):
        if done():
            return
        await room.pilot.pause(0.05)
    raise AssertionError(room.text())


@asynccontextmanager
async def live(folder: Path, keep: bool, watch: bool = False) -> AsyncIterator[Room]:
    config = Config(cache=Cache(keep), reading=Reading(watch=watch))
    app = Dateline([folder], config)
    async with app.run_test(size=(120, 40)) as pilot:
        room = Room(app, pilot)
        await until(room, lambda: bool(len(app.reading.corpus.entities)))
        await until(room, lambda: not app._renewals._loading)
        yield room
        app.stop_child()


def paths(room: Room) -> list[str]:
    return sorted(one.path for one in room.reading.corpus.headings)


@pytest.mark.parametrize("keep", [True, False])
async def test_what_is_added_changed_or_removed_is_taken_in_and_told(
    folder: Path, keep: bool
) -> None:
    async with live(folder, keep) as room:
        reading = room.reading
        ships = next(one for one in reading.corpus.articles if one.path == "ships.txt")
        middle = ships.text.index("ship 40 left")
        reading.read(ships.id, anchor=middle)
        await room.press("2")
        reading.article.set_mark(Span(middle, middle + 12))
        top = ships.text[reading.article.origin :][:40]
        reading.choose(next(e.id for e in reading.corpus.entities if e.name == "Port Elin"))
        (folder / "ships.txt").write_text(
            f"Ships of Port Elin\n\nA new first paragraph.\n\n{LONG}The end.\n", encoding="utf-8"
        )
        (folder / "new.txt").write_text("A ferry sank\n\nThe ferry sank in May 2022.\n", "utf-8")
        gone = next(one for one in paths(room) if one not in ("ships.txt", "new.txt"))
        (folder / gone).unlink()
        room.app._notice()
        await until(room, lambda: "new.txt" in paths(room))
        await room.pilot.pause()
        assert gone not in paths(room)
        assert "1 new, 1 changed, 1 gone" in room.status()
        page = reading.article
        assert page.article is not None
        assert page.article.text.endswith("The end.\n") or page.article.text.endswith("The end.")
        assert page.text[page.origin :][:40] == top
        assert page.mark is not None
        assert page.mark.of(page.text) == "ship 40 left"
        assert reading.pane == "article"
        assert reading.chosen is not None
        assert reading.corpus.entity_by_id[reading.chosen].name == "Port Elin"
        assert reading.sources.open == page.article.id


@pytest.mark.parametrize("keep", [True, False])
async def test_an_open_article_whose_file_is_gone_can_be_read_until_it_is_left(
    folder: Path, keep: bool
) -> None:
    async with live(folder, keep) as room:
        reading = room.reading
        ships = next(one for one in reading.corpus.articles if one.path == "ships.txt")
        reading.read(ships.id)
        (folder / "ships.txt").unlink()
        room.app._notice()
        await until(room, lambda: "ships.txt" not in paths(room))
        await room.press("2", "space")
        assert "Paragraph" in room.pane("article")
        assert "gone" in room.status()
        await room.press("1", "g", "enter")
        assert "gone" not in room.status()
        assert "Paragraph" not in room.pane("article")


async def test_a_filter_and_the_cursor_stay(folder: Path) -> None:
    async with live(folder, keep=True) as room:
        sources = room.reading.sources
        sources.set_filter("harbour")
        await room.press("1")
        shown = [sources._headings[at].path for at in sources.places]
        assert 0 < len(shown) < 4
        await room.press("G")
        standing = sources.standing
        (folder / "0-early.txt").write_text("---\ndate: 1990-01-01\n---\nA harbour.\n", "utf-8")
        room.app._notice()
        await until(room, lambda: "0-early.txt" in paths(room))
        assert sources.filter == "harbour"
        assert sources.standing == standing


@pytest.mark.parametrize("keep", [True, False])
async def test_only_what_changed_is_looked_through(
    folder: Path, keep: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with live(folder, keep) as room:
        told: list[int] = []
        reading = room.reading
        original = reading.post_message

        def noted(message: Message) -> bool:
            if isinstance(message, Progressed) and message.stage == FINDING:
                told.append(message.total - message.done)
            return original(message)

        monkeypatch.setattr(reading, "post_message", noted)
        (folder / "new.txt").write_text("A ferry sank\n\nThe ferry sank in May 2022.\n", "utf-8")
        room.app._notice()
        await until(room, lambda: "new.txt" in paths(room))
        assert max(told) == 1


async def test_the_system_tells_of_files_that_change(folder: Path) -> None:
    async with live(folder, keep=False, watch=True) as room:
        await room.pilot.pause(2)
        (folder / ".hidden.txt").write_text("Not to be read.\n", "utf-8")
        (folder / "sub").mkdir()
        (folder / "sub" / "new.txt").write_text("A ferry sank in May 2022.\n", "utf-8")
        await until(room, lambda: "sub/new.txt" in paths(room))
        assert "1 new" in room.status()


async def test_a_view_that_is_open_keeps_what_it_was_opened_on(folder: Path) -> None:
    async with live(folder, keep=True) as room:
        before = room.app._snapshot
        assert before is not None
        await room.press("S")
        (folder / "new.txt").write_text("A ferry sank in May 2022.\n", "utf-8")
        room.app._notice()
        await until(room, lambda: "new.txt" in paths(room))
        room.app._let_go(before)
        assert len(before.corpus.headings[0].title) > 0
        assert "1 new" in room.text()


def test_news_count_what_came_changed_and_went(folder: Path) -> None:
    before = load([folder])
    (folder / "new.txt").write_text("Another one.\n", "utf-8")
    (folder / "ships.txt").write_text("Nothing is left of it.\n", "utf-8")
    (folder / f"{sample.articles()[0].id}.txt").unlink()
    now = load([folder])
    found = compare(before, now)
    assert (found.new, found.changed, found.gone) == (1, 1, 1)
    (old, fresh), *_ = found.moved.items()
    assert before.by_id[old].path == now.by_id[fresh].path == "ships.txt"
    assert str(found) == "1 new, 1 changed, 1 gone"
    assert not str(compare(now, now))
    assert compare(now, now) == News()


@given(
    st.lists(st.sampled_from(["alpha beta. ", "gamma. ", "delta\n", "x"]), max_size=30),
    st.text(max_size=20),
    st.lists(st.sampled_from(["alpha beta. ", "one two three four five. "]), max_size=30),
    st.integers(0, 400),
)
def test_a_place_is_found_again_when_something_was_put_before_it(
    ahead: list[str], added: str, behind: list[str], offset: int
) -> None:
    before, marker = "".join(ahead), "The very sentence that is being read, and no other. "
    text = before + marker + "".join(behind)
    if before:  # who reads the beginning stays at the beginning
        found = place_again(text, added + text, len(before))
        assert (added + text)[found:].startswith(marker)
    passage = passage_again(text, added + text, Span(len(before), len(before) + 20))
    assert passage is not None
    assert passage.of(added + text) == marker[:20]
    assert 0 <= place_again(text, added, min(offset, len(text))) <= max(len(added), len(text))
    assert place_again(text, text, min(offset, len(text))) == min(offset, len(text))


def test_a_passage_that_is_gone_is_not_marked_elsewhere() -> None:
    assert passage_again("One. Two. Three.", "One. Three.", Span(5, 9)) is None


def test_renewals_come_one_at_a_time_and_none_is_forgotten() -> None:
    turns = Renewals()
    turns.begin(again=False)
    assert turns.wait(wanted=True) is None
    turns.end()
    assert turns.wait(wanted=False) == 0
    turns.begin(again=True)
    assert turns.wait(wanted=True) is None
    assert turns.wait(wanted=True) is None
    turns.end()
    wait = turns.wait(wanted=False)
    assert wait is not None
    assert turns.wait(wanted=True) is None or not wait
    turns._free = 0.0
    assert turns.wait(wanted=False) in (0, None)


def test_where_the_system_cannot_tell_it_is_looked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    told = Event()
    monkeypatch.setattr("tui.watching._FIRST", 0.0)
    monkeypatch.setattr("tui.watching._LOOK", 0.05)
    monkeypatch.setattr("tui.watching.is_remote", lambda path: True)
    watch = Watch([folder], told.set)
    watch._since += 10**18
    watch.start()
    assert not told.wait(0.3)
    (folder / "new.txt").write_text("New.", "utf-8")
    assert told.wait(10)
    watch.stop()


def test_a_single_file_is_watched_through_its_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    told = Event()
    monkeypatch.setattr("tui.watching._FIRST", 0.0)
    watch = Watch([folder / "ships.txt"], told.set)
    watch._since += 10**18
    watch.start()
    assert not told.wait(1.5)
    (folder / "other.txt").write_text("Not asked for.", "utf-8")
    assert not told.wait(1.5)
    (folder / "draft").write_text("Put in its place.", "utf-8")
    (folder / "draft").rename(folder / "ships.txt")
    assert told.wait(10)
    watch.stop()


def test_remote_file_systems_are_known_by_their_mounts(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n"
        f"2 1 0:5 / {tmp_path}/far\\040away rw shared:1 - nfs4 server:/x rw\n"
        f"3 2 0:6 / {tmp_path}/far\\040away/near rw - tmpfs tmpfs rw\n"
        "broken\n",
        "utf-8",
    )
    assert not is_remote(tmp_path, mounts)
    assert is_remote(tmp_path / "far away" / "reports", mounts)
    assert not is_remote(tmp_path / "far away" / "near", mounts)
    assert not is_remote(tmp_path, tmp_path / "absent")
