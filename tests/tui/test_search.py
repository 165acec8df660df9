"""Searching all articles on the screen."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from corpus.model import ArticleId, Corpus, Span
from tests.tui import sample
from tests.tui.room import Room, room
from tui.screens.search import Search
from tui.screens.work import Working


async def settled(opened: Room) -> None:
    """Wait until the index is there and nothing is computed any more."""
    seeker = opened.app.seeker
    for _ in range(2_000):
        await opened.pilot.pause(0.005)
        screen = opened.app.screen
        if seeker.ready and not (isinstance(screen, Working) and screen.busy):
            break
    await opened.pilot.pause()


@asynccontextmanager
async def searching(
    words: str, corpus: Corpus | None = None, size: tuple[int, int] = (120, 40), theme: str = "dark"
) -> AsyncIterator[Room]:
    """The reading room with `words` typed into the search."""
    async with room(corpus or sample.corpus(), size=size, theme=theme) as opened:
        await opened.press("/")
        await settled(opened)
        if words:
            await opened.press(f"={words}")
        await settled(opened)
        yield opened


async def test_articles_are_found_as_words_are_typed() -> None:
    async with searching("ledg") as opened:
        assert "2 articles" in opened.rows()[0]
        assert "/ledg" in opened.rows()[0]
        text = opened.text()
        assert "Missing ledgers found in Sandoval" in text
        assert "Harbour master leaves Port Elin" in text
        assert "Coast Mail · 2021-06" in text
        assert "had seen the ledgers since the spring" in text
        await opened.press("=ers complete")
        await settled(opened)
        assert "1 article" in opened.rows()[0]
        assert "Harbour master" not in opened.text()
        await opened.press("=x")
        await settled(opened)
        assert "Nothing found." in opened.text()


async def test_an_empty_line_shows_how_to_search() -> None:
    async with searching("") as opened:
        for field in ("title:", "publisher:", "date:", "who:", "where:", "fact:", "tag:"):
            assert field in opened.text()


async def test_enter_opens_the_match_and_all_matches_are_marked() -> None:
    async with searching("ledgers sandoval") as opened:
        await opened.press("enter")
        await settled(opened)
        assert opened.app.screen is opened.reading
        place = opened.reading.position()
        document = opened.reading.article.article
        assert place.article == "ledgers"
        assert document is not None
        assert place.mark is not None
        assert place.mark.of(document.text).casefold() in ("ledgers", "sandoval")
        lit = [span.of(document.text).casefold() for span in opened.reading.article.lit]
        assert lit == ["sandoval", "ledgers", "sandoval", "ledgers"]


async def test_enter_before_the_answer_is_there_opens_the_right_one() -> None:
    async with room(sample.corpus()) as opened:
        await opened.press("/", "=breakwater", "enter")
        await settled(opened)
        assert opened.reading.position().article == "breakwater"


async def test_n_walks_the_matches_of_all_articles_and_tells_where_it_begins_again() -> None:
    async with searching("ledgers") as opened:
        await opened.press("enter")
        await settled(opened)
        texts = {one.id: one.text.casefold() for one in sample.articles()}
        every = [
            (ArticleId(name), found.start())
            for name in ("harbour", "ledgers")
            for found in re.finditer("ledgers", texts[ArticleId(name)])
        ]
        assert len(every) == 3
        place = opened.reading.position()
        assert place.mark is not None
        assert place.article is not None
        at = every.index((place.article, place.mark.start))
        for key, step in (("n", 1), ("n", 1), ("n", 1), ("n", 1), ("N", -1)):
            await opened.press(key)
            await settled(opened)
            wraps = at + step == len(every)
            at = (at + step) % len(every)
            place = opened.reading.position()
            assert place.mark is not None
            assert (place.article, place.mark.start) == every[at]
            assert ("From the first article again" in opened.status()) is wraps
            assert f"article {1 if every[at][0] == 'harbour' else 2} of 2" in opened.status()


async def test_keys_that_are_faster_than_the_index_are_not_lost() -> None:
    async with searching("ledgers") as opened:
        await opened.press("enter")
        await settled(opened)
        first = opened.reading.position()
        for _ in range(3):
            opened.reading.key_pressed("n", "n")
        await settled(opened)
        assert opened.reading.position().mark == first.mark
        assert opened.reading.position().article == first.article


async def test_escape_leads_back_to_the_results_with_the_cursor_kept() -> None:
    async with searching("quill") as opened:
        await opened.press("down", "j", "enter")
        await settled(opened)
        read = opened.reading.position().article
        await opened.press("escape")
        await settled(opened)
        view = opened.app.screen
        assert isinstance(view, Search)
        assert view.results.words == "quill"
        assert view.results.cursor == 1
        assert view.results.standing == read
        await opened.press("escape")
        assert opened.app.screen is opened.reading
        assert opened.reading.hunt is None
        assert not opened.reading.article.lit


async def test_find_in_the_article_goes_before_the_search() -> None:
    async with searching("ledgers") as opened:
        await opened.press("enter")
        await settled(opened)
        await opened.press("/", "=the", "enter", "n")
        mark, document = opened.reading.position().mark, opened.reading.article.article
        assert document is not None
        assert mark is not None
        assert mark.of(document.text).casefold() == "the"
        await opened.press("escape")
        assert opened.app.screen is opened.reading
        await opened.press("escape")
        await settled(opened)
        assert isinstance(opened.app.screen, Search)


async def test_earlier_searches_come_back() -> None:
    async with searching("ledgers") as opened:
        await opened.press("enter", "1", "/", "=quill", "enter", "1", "/", "=n", "up")
        view = opened.app.screen
        assert isinstance(view, Search)
        assert view.results.words == "quill"
        await opened.press("up")
        assert view.results.words == "ledgers"
        await opened.press("down", "down")
        assert view.results.words == "n"


async def test_meanings_and_mistakes_are_told() -> None:
    async with searching("who:quill") as opened:
        assert "taken for Marta Quill" in opened.status()
        assert "3 articles" in opened.rows()[0]
        await opened.press("ctrl+u", "=date:nonsense ")
        await settled(opened)
        assert "is no date" in opened.status()
        opened.app.seeker.tags = None
        await opened.press("ctrl+u", "=tag:later ")
        await settled(opened)
        assert "no tags here" in opened.status()


async def test_tags_are_asked_of_who_keeps_them() -> None:
    async with room(sample.corpus()) as opened:
        opened.app.seeker.tags = lambda tag: ("ledgers",) if tag == "later" else ()  # type: ignore[assignment,return-value]
        await opened.press("/", "=tag:later ")
        await settled(opened)
        assert "1 article" in opened.rows()[0]


async def test_every_match_is_underlined() -> None:
    async with searching("ledgers", theme="mono") as opened:
        view = opened.app.screen
        assert isinstance(view, Search)
        marked = [
            segment.text.casefold()
            for row in range(view.results.rows)
            for segment in view.results.body(row)
            if segment.style is not None and segment.style.underline
        ]
        assert marked.count("ledgers") >= 3


async def test_the_search_can_be_left_open_while_the_corpus_changes() -> None:
    async with searching("quill") as opened:
        opened.reading.show(sample.bare(), complete=True)
        await settled(opened)
        await opened.press("enter")
        await settled(opened)
        assert opened.app.screen is opened.reading
        assert opened.reading.position().article in opened.reading.corpus.by_id


@pytest.mark.parametrize("size", [(20, 5), (33, 7), (80, 24), (200, 60), (500, 200)])
async def test_the_search_can_be_used_at_every_size(size: tuple[int, int]) -> None:
    async with searching("quill", size=size) as opened:
        for key in ("down", "j", "G", "g", "space", "z", "tab", "/", "a", "escape", "?", "escape"):
            await opened.press(key)
            await settled(opened)
            assert len(opened.rows()) == size[1]


async def test_every_article_of_a_long_list_is_drawn_when_it_is_seen() -> None:
    async with searching("quill", sample.many(300)) as opened:
        assert "300 articles" in opened.rows()[0]
        await opened.press("escape", "G")
        await settled(opened)
        assert "of the harbour report" in opened.text()
        assert "Copy 299" in opened.text()
        view = opened.app.screen
        assert isinstance(view, Search)
        assert view.results.answer.ready[0].first is not None
        assert isinstance(view.results.answer.ready[0].first, Span)
