"""Words in context on the screen."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from corpus.model import Corpus, Span
from tests.tui import sample
from tests.tui.room import Room, room
from tests.tui.test_search import settled
from tui.screens.concordance import Words


@asynccontextmanager
async def words_in_context(
    words: str, corpus: Corpus | None = None, size: tuple[int, int] = (120, 40), theme: str = "dark"
) -> AsyncIterator[tuple[Room, Words]]:
    """The view with `words` typed."""
    async with room(corpus or sample.corpus(), size=size, theme=theme) as opened:
        await opened.press("I")
        await settled(opened)
        await opened.press(f"={words}")
        await settled(opened)
        view = opened.app.screen
        assert isinstance(view, Words)
        yield opened, view


def body(opened: Room) -> list[str]:
    """The rows that are not empty, without the frame."""
    return [row[2:] for row in opened.rows()[1:-1] if row.strip()]


def word(text: str, at: int) -> str:
    """The first (0) or last (-1) word, "" where there is none."""
    found = re.findall(r"[\w-]+", text.casefold())
    return found[at] if found else ""


async def test_every_place_is_a_row_and_the_words_stand_below_each_other() -> None:
    every = sum(one.text.casefold().count("harbour") for one in sample.articles())
    async with words_in_context("harbour") as (opened, _):
        rows = body(opened)
        assert len(rows) == every
        assert f"{every} in 2 articles" in opened.rows()[0]
        columns = {row.casefold().index("harbour", 60) for row in rows}
        assert len(columns) == 1


async def test_rows_are_sorted_by_their_neighbours() -> None:
    async with words_in_context("quill") as (opened, view):
        await opened.press("escape", ">")
        await settled(opened)
        after = [word(place.right, 0) for place in view.kwic.ready.values()]
        assert after == sorted(after)
        assert "the word after" in opened.status()
        await opened.press("<")
        await settled(opened)
        before = [word(place.left, -1) for place in view.kwic.ready.values()]
        assert before == sorted(before)
        await opened.press("r")
        await settled(opened)
        turned = [word(place.left, -1) for place in view.kwic.ready.values()]
        assert turned == sorted(turned, reverse=True)
        await opened.press("r", ">", ">")
        await settled(opened)
        assert view.asked.order == "R2"
        await opened.press("c", "c")
        await settled(opened)
        dates = [place.published for place in view.kwic.ready.values()]
        assert view.asked.order == "date"
        assert dates == sorted(dates)


async def test_enter_reads_the_sentence_and_escape_leads_back() -> None:
    async with words_in_context("ledgers") as (opened, _):
        await opened.press("down", "j", "enter")
        await settled(opened)
        place, document = opened.reading.position(), opened.reading.article.article
        assert opened.app.screen is opened.reading
        assert document is not None
        assert place.mark is not None
        assert place.mark.of(document.text).casefold() == "ledgers"
        await opened.press("n")
        await settled(opened)
        assert opened.reading.position().mark != place.mark
        await opened.press("escape")
        await settled(opened)
        view = opened.app.screen
        assert isinstance(view, Words)
        assert view.asked.words == "ledgers"
        assert view.kwic.cursor == 1


async def test_a_name_has_a_row_for_every_mention_in_any_spelling() -> None:
    corpus = sample.corpus()
    quill = next(one for one in corpus.entities if one.name == "Marta Quill")
    async with room(corpus) as opened:
        await opened.press("3", "/", "=marta quill", "enter", "I")
        await settled(opened)
        view = opened.app.screen
        assert isinstance(view, Words)
        assert view.kwic.found is not None
        rows = view.kwic.found.rows
        assert rows.mentions() == {(s.article, Span(s.start, s.end)) for s in quill.sightings}
        assert {place.node for place in view.kwic.ready.values()} == {"Marta Quill", "Quill"}


async def test_rows_are_narrowed_by_speaker_source_and_date() -> None:
    async with words_in_context("board") as (opened, view):
        await opened.press("escape", "&", "=publisher:gazette")
        await settled(opened)
        assert {place.publisher for place in view.kwic.ready.values()} == {"Elin Gazette"}
        await opened.press("escape")
        await settled(opened)
        assert len({place.publisher for place in view.kwic.ready.values()}) == 2
        await opened.press("&", "=date:2021", "enter")
        await settled(opened)
        assert {place.published[:4] for place in view.kwic.ready.values()} == {"2021"}
        await opened.press("&", "ctrl+u", "=said:adair", "enter")
        await settled(opened)
        assert "taken for Tomas Adair" in opened.status()
        await opened.press("&", "ctrl+u", "=said:nobody at all", "enter")
        await settled(opened)
        assert "Nobody is called" in opened.status()


async def test_speakers_are_kept_to_what_they_said() -> None:
    async with words_in_context("newspapers") as (opened, view):
        await opened.press("escape", "&", "=said:adair", "enter")
        await settled(opened)
        assert view.kwic.found is not None
        assert len(view.kwic.found.rows) == 1
        await opened.press("&", "ctrl+u", "=said:morrow", "enter")
        await settled(opened)
        assert len(view.kwic.found.rows) == 0


async def test_words_beside_and_all_words_lead_to_their_places() -> None:
    async with words_in_context("quill", sample.many(20)) as (opened, view):
        await opened.press("escape", "tab")
        assert any(one.word == "marta" for one in view.beside.shown)
        at = next(n for n, one in enumerate(view.beside.shown) if one.word == "marta")
        view.beside.choose(at)
        await opened.press("enter")
        await settled(opened)
        assert view.asked.words == "marta"
        assert view.pane == "kwic"
        await opened.press("escape")
        await settled(opened)
        assert view.asked.words == "quill"
        await opened.press("tab", "tab", "/", "=berth")
        await settled(opened)
        assert [one.word for one in view.counted.shown] == ["berths"]
        assert view.counted.shown[0].count == 20 * 8
        await opened.press("enter", "enter")
        await settled(opened)
        assert view.asked.words == "berths"


async def test_the_words_of_a_search_are_shown_in_context() -> None:
    async with room(sample.corpus()) as opened:
        await opened.press("/", "=ledgers")
        await settled(opened)
        await opened.press("escape", "I")
        await settled(opened)
        view = opened.app.screen
        assert isinstance(view, Words)
        assert view.asked.words == "ledgers"


async def test_long_lists_are_drawn_where_they_are_seen() -> None:
    async with words_in_context("harbour", sample.many(100)) as (opened, view):
        await opened.press("escape", "G")
        await settled(opened)
        assert view.kwic.found is not None
        assert len(body(opened)) == view.kwic.rows
        assert not any(row.startswith("…") for row in body(opened))
        assert view.kwic.cursor == len(view.kwic.found.rows) - 1


@pytest.mark.parametrize("size", [(20, 5), (33, 7), (80, 24), (200, 60), (500, 200)])
async def test_the_view_can_be_used_at_every_size(size: tuple[int, int]) -> None:
    async with words_in_context("quill", size=size) as (opened, _):
        for key in ("down", "G", "g", ">", "<", "c", "m", "tab", "tab", "z", "/", "a", "escape"):
            await opened.press(key)
            await settled(opened)
            assert len(opened.rows()) == size[1]


async def test_the_index_follows_the_corpus_as_the_reader_has_it() -> None:
    async with words_in_context("quill") as (opened, _):
        assert opened.app.seeker.searcher is not None
        changed = sample.bare()
        opened.app.take_in(changed)
        opened.app.seeker.begin()
        await settled(opened)
        assert opened.app.seeker.searcher.base.corpus is changed
