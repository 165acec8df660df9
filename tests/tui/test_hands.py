"""Counts, repetition, labels, marks: what fingers expect."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.tui import sample
from tests.tui.room import room
from tui.screens.hands import labels


async def test_a_count_repeats_a_movement() -> None:
    async with room(sample.corpus(), size=(120, 12)) as opened:
        await opened.press("2", "5")
        assert "5 times" in opened.status()
        await opened.press("j")
        five = opened.reading.article.first
        await opened.press("g")
        await opened.press(*"jjjjj")
        assert opened.reading.article.first == five
        await opened.press("g", "0", "1", "2", "j", "g", "5", "escape", "j")
        assert opened.reading.article.first == opened.reading.article.head + 1


async def test_digits_that_no_command_holds_count_too() -> None:
    keys = {f"pane.to-{name}": "" for name in ("sources", "article", "index", "facts")}
    async with room(sample.corpus(), keys=keys) as opened:
        await opened.press("2", "j")
        assert opened.reading.sources.cursor == 2
        await opened.press("2", "G")
        assert opened.reading.sources.cursor == 1


async def test_digits_typed_into_a_filter_are_text() -> None:
    async with room(sample.corpus()) as opened:
        await opened.press("&", "=2022", "enter")
        assert opened.reading.sources.filter == "2022"


async def test_repeat_runs_the_last_command_again() -> None:
    async with room(sample.corpus()) as opened:
        await opened.press(".")
        assert "nothing to repeat" in opened.status()
        await opened.press("2", ")", ".", ".")
        article = opened.reading.article
        assert article.extract is not None
        assert article.mark == article.extract.sentences[2]


async def test_a_label_leads_to_a_name_in_the_text() -> None:
    async with room(sample.corpus()) as opened:
        await opened.press("2", "f")
        shown = opened.pane("article")
        assert "Type the letter" in opened.status()
        await opened.press("a")
        article = opened.reading.article
        assert article.article is not None
        assert article.mark is not None
        assert article.mark.of(article.article.text) == "Port Elin"
        assert shown != opened.pane("article")
        assert "aort Elin" not in opened.pane("article")


async def test_labels_can_be_given_up_and_lead_to_other_panes() -> None:
    async with room(sample.corpus()) as opened:
        before = opened.rows()[:-1]
        await opened.press("f", "escape")
        assert opened.rows()[:-1] == before
        await opened.press("f", "d")
        assert opened.reading.pane == "sources"
        assert opened.reading.sources.cursor == 2


@given(st.integers(1, 676))
def test_labels_are_distinct_and_none_begins_another(count: int) -> None:
    found = labels(count)
    assert len(set(found)) == len(found) == count
    assert len({len(one) for one in found}) == 1


async def test_marks_lead_back_with_the_place_and_the_name() -> None:
    async with room(sample.corpus(), size=(100, 12)) as opened:
        reading = opened.reading
        await opened.press("2", "space", ")", "M", "q")
        kept = reading.position()
        await opened.press("l", "'", "z")
        assert "Nothing is kept under z" in opened.status()
        await opened.press("'", "q")
        assert reading.position() == kept
        await opened.press("'", "'")
        assert reading.position().article == "ledgers"


async def test_a_star_takes_the_name_under_the_cursor() -> None:
    async with room(sample.corpus()) as opened:
        await opened.press("3", "*")
        assert opened.reading.chosen is not None
        name = opened.reading.corpus.entity_by_id[opened.reading.chosen].name
        assert name == "Marta Quill"
        await opened.press("escape", "escape", "1", "*")
        assert "No name there" in opened.status()


async def test_facts_and_paragraphs_are_stepped_through() -> None:
    async with room(sample.corpus()) as opened:
        await opened.press("2", "e")
        article = opened.reading.article
        assert article.extract is not None
        assert article.mark == min(fact.evidence[0] for fact in article.extract.facts)
        await opened.press("E")
        assert "no earlier fact" in opened.status()
        await opened.press("escape", "p")
        assert article.mark is not None
        text = article.text
        assert article.mark.of(text).startswith("The Coastal Board said")
        await opened.press("P", "P")
        assert article.mark.start == 0


async def test_the_mouse_is_turned_on_and_off_from_the_palette() -> None:
    async with room(sample.corpus()) as opened:
        for words in ("selects text", "The mouse is on"):
            await opened.press(":", "=mouse on", "enter")
            assert words in opened.status()
