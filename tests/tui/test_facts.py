"""The pane of facts: groups that open, whose facts, which facts, and always the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from corpus.model import ArticleId, Certainty, Detail, Fact, FactId, Ref, Span, When
from corpus.notebook import corrections
from tests.tui import sample
from tests.tui.reports import every, reports, until_idle
from tests.tui.room import Room, room
from tui.config import Config, Screen
from tui.dateline import Dateline
from tui.narrowing import ITSELF, Wish, speakers, wish
from tui.screens.narrow import Narrow
from tui.telling import YOURS, attribution, basis, date_of, details, plain_statement, surely


async def until_gathered(opened: Room) -> None:
    """Wait until the pane has what was asked for."""
    for _ in range(400):
        await opened.pilot.pause(0.005)
        if not opened.reading.facts.gathering:
            break
    await opened.pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_row_leads_to_its_characters(size: tuple[int, int]) -> None:
    corpus = reports()
    async with room(corpus, size=size) as opened:
        await opened.press("4")
        pane = opened.reading.facts
        for _ in range(3):
            rows = list(every(pane.nodes))
            assert rows
            for node, depth in rows:
                assert (node.goal is None) == (depth == 0)
                if node.goal is not None and node.goal[1] is not None:
                    text = corpus.by_id[node.goal[0]].text
                    assert node.goal[1].of(text)
                    if node.fact is not None:
                        assert node.goal == (node.fact.article, node.fact.evidence[0])
                    elif node.words.startswith("“"):
                        assert node.words.strip("“”…") in " ".join(text.split())
            await opened.press("w")
            await until_gathered(opened)


async def test_a_fact_opens_on_its_words_and_enter_goes_there() -> None:
    async with room(sample.corpus(), size=(200, 60)) as opened:
        await opened.press("4")
        pane = opened.reading.facts
        assert pane.item is not None
        fact = pane.item
        assert "boarding the evening ferry" not in opened.pane("facts")
        await opened.press("space")
        assert "“The harbour master" in opened.pane("facts")
        await opened.press("j")
        assert pane.item == fact
        await opened.press("enter")
        assert opened.reading.article.mark == fact.evidence[0]
        await opened.press("space")
        assert "“The harbour master" not in opened.pane("facts")


async def test_whose_facts() -> None:
    async with room(sample.corpus(), size=(200, 60)) as opened:
        pane = opened.reading.facts
        await opened.press("4", "w")
        await until_gathered(opened)
        assert "Facts of all" in opened.pane("facts")
        assert "Marta Quill" in opened.pane("facts")
        assert "Without a name" in opened.pane("facts")
        count = sum(len(one.inner) for one in pane.nodes if not callable(one.inner))
        assert count == len(sample.corpus().facts)
        await opened.press("w")
        assert "Roles 3" in opened.pane("facts")
        await opened.press("3", "enter", "4")
        assert "Facts: " in opened.pane("facts")
        await opened.press("w")
        await until_gathered(opened)
        assert "Facts of all" in opened.pane("facts")


async def test_everything_is_gathered_beside_the_screen_and_drawn_only_where_seen() -> None:
    corpus = sample.many(20)
    async with room(corpus, size=(200, 40)) as opened:
        await opened.press("4", "w")
        await until_gathered(opened)
        pane = opened.reading.facts
        first = pane.nodes[0]
        assert first.count
        assert pane.count == len(pane.nodes)
        await opened.press("right")
        assert pane.count > len(pane.nodes)
        await opened.press("/", "=kind:quantity", "enter")
        await until_gathered(opened)
        assert {one.fact.kind for one, _ in every(pane.nodes) if one.fact} == {"quantity"}


async def test_a_sheet_chooses_kinds_certainties_and_speakers() -> None:
    async with room(sample.corpus(), size=(120, 40)) as opened:
        await opened.press("4", "f")
        sheet = await until_idle(opened)
        assert isinstance(sheet, Narrow)
        await opened.press("/", "=quantities", "enter", "enter")
        assert "[x] Quantities" in opened.text()
        await opened.press("escape", "escape")
        assert opened.app.screen is opened.reading
        assert opened.reading.facts.filter == "kind:quantity"
        assert "Roles" not in opened.pane("facts")
        assert "Quantities 2" in opened.pane("facts")
        await opened.press("escape")
        assert "Roles 3" in opened.pane("facts")


async def test_what_the_reader_said_stands_before_the_fact() -> None:
    async with room(sample.corpus(), size=(200, 60)) as opened:
        pane = opened.reading.facts
        fact = opened.reading.corpus.facts[0]
        pane.signs = {fact.id: "#"}
        pane.narrowed()
        await opened.pilot.pause()
        assert "# Marta Quill was harbour" in opened.pane("facts")


SPAN = Span(0, 4)
FACT = Fact(FactId("f"), "move", ArticleId("a"), Ref("He", SPAN, basis="he: the last man named"),
            "fled", (SPAN,))  # fmt: skip


def test_what_is_inferred_is_marked_with_its_basis() -> None:
    when = When(None, None, "then", SPAN, "counted from 2019")
    assert plain_statement(FACT) == "~He fled"
    assert basis(FACT) == "~ who: he: the last man named"
    assert "“then”, counted from 2019" in basis(replace(FACT, when=when))
    assert basis(replace(FACT, subject=Ref("Mara", SPAN))) == ""
    assert date_of(None) == ""


@pytest.mark.parametrize(
    ("tellers", "hops", "words"),
    [
        ((), 0, ""),
        (("Ri",), 1, "says Ri"),
        (("a source", "the agent"), 2, "says the agent, as told by a source"),
        (("Ri",), 2, "says Ri, at second hand"),
    ],
)
def test_who_says_so_and_from_whom(tellers: tuple[str, ...], hops: int, words: str) -> None:
    told = tuple(Ref(one) for one in tellers)
    fact = replace(FACT, tellers=told, speaker=told[-1] if told else None, hops=hops)
    assert attribution(fact) == words


def test_how_surely_and_what_the_reader_corrected() -> None:
    hedged = replace(FACT, certainty=Certainty.HEDGED, hedge="reportedly")
    assert surely(hedged) == "hedged: reportedly"
    assert surely(FACT) == ""
    corrected = replace(FACT, details=(Detail("correction", Ref("the date: a slip")),))
    assert "corrected by you: the date: a slip" in details(corrected)


def test_what_the_reader_said_is_not_marked_as_inferred() -> None:
    assert corrections.YOURS == YOURS
    fact = replace(FACT, subject=Ref("Mara", SPAN, basis=YOURS))
    assert plain_statement(fact) == "Mara fled"
    assert basis(fact) == ""


WORD = st.text(
    st.characters(blacklist_characters='",', blacklist_categories=("Z", "C")), min_size=1
).filter(lambda one: ":" not in one)
PHRASE = st.lists(WORD, min_size=1, max_size=3).map(" ".join)


@given(
    words=st.lists(PHRASE, max_size=3, unique=True),
    kinds=st.lists(WORD, max_size=2, unique=True),
    sure=st.lists(WORD, max_size=2, unique=True),
    by=st.lists(PHRASE, max_size=2, unique=True),
)
def test_a_wish_is_read_as_it_is_written(
    words: list[str], kinds: list[str], sure: list[str], by: list[str]
) -> None:
    wanted = Wish(tuple(words), tuple(kinds), tuple(sure), tuple(by))
    assert wish(wanted.text) == wanted


@given(st.text())
def test_any_text_is_a_wish(text: str) -> None:
    found = wish(text)
    found.keeps(FACT)
    assert wish(found.text) == wish(wish(found.text).text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("kind:move", True),
        ("kind:mo,harm", True),
        ("kind:harm", False),
        ("kind:Moves", True),
        ("sure:stated", True),
        ("sure:rep", False),
        (f"by:{ITSELF}", True),
        ("by:Ri", False),
        ("fled", True),
        ('"he fled"', True),
        ("fled kind:harm", False),
        ("stayed", False),
    ],
)
def test_which_facts_a_wish_keeps(text: str, kept: bool) -> None:
    assert wish(text).keeps(FACT) is kept


def test_a_choice_is_taken_back_by_choosing_it_again() -> None:
    once = Wish().turned("kinds", "harm").turned("by", "Ri Il-kyu")
    assert once.text == 'kind:harm by:"Ri Il-kyu"'
    assert once.turned("kinds", "harm").turned("by", "Ri Il-kyu") == Wish()


def test_speakers_run_from_the_most_to_the_least_heard() -> None:
    said = replace(FACT, speaker=Ref("Ri"))
    assert speakers([said, FACT, FACT]) == {"": 2, "Ri": 1}


PICTURES = {
    "facts": ("4", "space"),
    "dossier": ("3", "i"),
    "disagreements": ("D",),
    "lags": ("H", "space"),
}


@pytest.mark.parametrize(
    ("size", "theme"), [((80, 24), "dark"), ((120, 40), "dark"), ((120, 40), "mono")]
)
@pytest.mark.parametrize("name", PICTURES)
def test_picture(
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    size: tuple[int, int],
    theme: str,
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    app: App[int] = Dateline([], Config(screen=Screen(theme=theme)), corpus=reports())

    async def settled(pilot: object) -> None:
        opened = Room(app, pilot)  # type: ignore[arg-type]
        await opened.press(*PICTURES[name])
        if app.screen is not opened.reading:
            await until_idle(opened)

    assert snap_compare(app, run_before=settled, terminal_size=size)
