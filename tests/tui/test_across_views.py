"""Disagreements, lags, gaps, questions and dossiers: every line leads to its characters."""

from __future__ import annotations

import pytest

from corpus.model import Certainty, Kind
from tests.tui import sample
from tests.tui.reports import every, reports, until_idle
from tests.tui.room import room
from tui.dossier import over_time
from tui.screens.dossier import DossierView
from tui.screens.outlined import OutlineView
from tui.widgets.outline import chart

VIEWS = {"D": "Disagreements", "H": "Time to disclosure", "W": "What is unknown", "C": "Questions"}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (24, 8)])
@pytest.mark.parametrize("key", [*VIEWS, "i"])
async def test_every_line_of_every_view_leads_to_its_characters(
    key: str, size: tuple[int, int]
) -> None:
    corpus = reports()
    async with room(corpus, size=size) as opened:
        await opened.press("3", key)
        view = await until_idle(opened)
        assert isinstance(view, OutlineView)
        found = [
            (node, depth) for one in view.outlines for node, depth in every(one.nodes)
        ]  # fmt: skip
        assert found
        for node, depth in found:
            if node.goal is None:
                # Headings, and what the dossier says of itself.
                assert node.style in ("heading", "muted")
                continue
            article, span = node.goal
            text = corpus.by_id[article].text
            if span is None:
                assert depth == 0
                continue
            assert 0 <= span.start < span.end <= len(text)
            if node.words.startswith("“"):
                assert node.words.strip("“”…") in " ".join(text.split())


@pytest.mark.parametrize("key", VIEWS)
async def test_enter_goes_to_the_sentence(key: str) -> None:
    async with room(reports()) as opened:
        await opened.press(key)
        view = await until_idle(opened)
        assert isinstance(view, OutlineView)
        await opened.press("j")
        goal = view.outline.goal
        assert goal is not None
        await opened.press("enter")
        await opened.pilot.pause()
        assert opened.app.screen is opened.reading
        place = opened.reading.position()
        assert place.article == goal[0]
        assert goal[1] is None or place.mark == goal[1]


async def test_values_stand_beside_each_other_with_their_sources() -> None:
    async with room(reports()) as opened:
        await opened.press("D")
        await until_idle(opened)
        shown = opened.text()
        assert "Mara Quist, date of arrival" in shown
        assert "7 April 2016 (1) ≠ 9 April 2016 (1)" in shown
        assert "2 articles" in shown
        assert "says Otto Behn" in shown


async def test_lags_are_put_in_other_orders() -> None:
    async with room(reports()) as opened:
        await opened.press("H")
        view = await until_idle(opened)
        assert "370–400 days" in opened.text()
        assert "longest first" in opened.text()
        await opened.press("r")
        await until_idle(opened)
        assert "by date" in opened.text()
        assert view.busy is False
        await opened.press("space")
        assert "became public 2020-06-04" in opened.text()


async def test_an_answer_is_marked_as_a_candidate() -> None:
    async with room(reports()) as opened:
        await opened.press("W")
        await until_idle(opened)
        assert "~1 candidate for an answer" in opened.text()
        assert "~ perhaps: Mara Quist arrived" in opened.text()


async def test_questions_of_one_article_or_of_all() -> None:
    async with room(reports()) as opened:
        await opened.press("1", "G", "enter", "C")
        await until_idle(opened)
        assert "Do both hold?" in opened.text()
        await opened.press("w")
        await until_idle(opened)
        assert "Nothing here asks for a second look." in opened.text()


async def test_a_second_enter_in_the_index_opens_the_dossier() -> None:
    async with room(sample.corpus()) as opened:
        await opened.press("3", "enter")
        assert opened.app.screen is opened.reading
        chosen = opened.reading.chosen
        await opened.press("enter")
        view = await until_idle(opened)
        assert isinstance(view, DossierView)
        assert view.given.chosen == chosen
        await opened.press("q")
        assert opened.app.screen is opened.reading


async def test_a_dossier_opens_dossiers_of_those_named_beside() -> None:
    async with room(reports()) as opened:
        await opened.press("3", "i")
        view = await until_idle(opened)
        await opened.press("tab", "/", "=named beside", "enter", "j", "i")
        other = await until_idle(opened)
        assert isinstance(other, DossierView)
        assert other is not view
        assert other.entity is not None
        assert other.entity.name == "Otto Behn"


async def test_a_dossier_takes_one_column_or_two() -> None:
    async with room(reports(), size=(80, 24)) as opened:
        await opened.press("3", "i")
        view = await until_idle(opened)
        assert isinstance(view, DossierView)
        titles = [one.words for one in view.outline.nodes]
        assert "Named beside" in titles
        await opened.pilot.resize_terminal(160, 40)
        await opened.pilot.pause()
        assert "Named beside" not in [one.words for one in view.outline.nodes]
        assert "Named beside" in [one.words for one in view.around.nodes]
        assert "Named beside" in opened.text()
        await opened.pilot.resize_terminal(80, 24)
        await opened.pilot.pause()
        assert [one.words for one in view.outline.nodes] == titles


async def test_certainty_and_inference_are_told_without_colour() -> None:
    async with room(reports(), theme="mono") as opened:
        entity = next(e for e in opened.reading.corpus.entities if e.kind is Kind.PERSON)
        opened.reading.open_dossier(entity.id)
        view = await until_idle(opened)
        assert isinstance(view, DossierView)
        told = [node for node, _ in every(view.outline.nodes) if node.fact is not None]
        assert {node.sign for node in told} >= {"="}
        for node in told:
            assert node.fact is not None
            if node.fact.certainty is Certainty.REPORTED and node.sign:
                assert node.sign == ":"


async def test_rows_open_close_and_are_narrowed() -> None:
    async with room(reports()) as opened:
        await opened.press("D")
        view = await until_idle(opened)
        assert isinstance(view, OutlineView)
        full = view.outline.count
        await opened.press("left")
        assert view.outline.count < full
        await opened.press("right")
        assert view.outline.count == full
        await opened.press("-")
        assert view.outline.count == len(view.outline.nodes)
        await opened.press("-")
        assert view.outline.count == full
        await opened.press("/", "=boats", "enter")
        shown = [node.words for node, _ in every(view.outline.nodes)]
        assert any("arrival" in words for words in shown)
        assert "arrival" not in opened.text()
        await opened.press("escape")
        assert "arrival" in opened.text()


async def test_without_a_name_the_dossier_says_so() -> None:
    async with room(sample.bare()) as opened:
        await opened.press("i")
        assert opened.app.screen is opened.reading
        assert "No name there" in opened.status()


def test_mentions_over_time_by_month_else_by_year() -> None:
    corpus = reports()
    mara = next(e for e in corpus.entities if e.name == "Mara Quist")
    heights, first, last = over_time(corpus, mara.sightings)
    assert (first, last) == ("2020-03", "2024-02")
    assert len(heights) == 48
    assert sum(heights) == len(mara.sightings)


@pytest.mark.parametrize(
    ("heights", "width", "drawn"),
    [
        ((0, 1, 4), 10, " ▂█"),
        ((1, 1, 4, 4), 2, "▂█"),
        ((0, 0), 5, "  "),
        ((), 5, ""),
    ],
)
def test_a_chart(heights: tuple[int, ...], width: int, drawn: str) -> None:
    assert chart(heights, width) == drawn
    assert chart(heights, width, ".:-=+*#@").isascii()


async def test_going_back_opens_the_view_as_it_was_left() -> None:
    async with room(reports()) as opened:
        await opened.press("D")
        view = await until_idle(opened)
        assert isinstance(view, OutlineView)
        await opened.press("/", "=boats", "enter", "j", "left")
        kept = view.kept()
        await opened.press("enter", "[")
        again = await until_idle(opened)
        assert isinstance(again, OutlineView)
        assert again.kept() == kept
