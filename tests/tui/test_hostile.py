"""Hostile text is shown as characters in every pane, and does nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import Chain, Corpus, Kind, Mention, Origin, Skipped, Stated
from tests.tui import sample
from tests.tui.room import room

NASTY = "a\x1b[2Jb\x1b]52;c;aGk=\x07c\x9b31md\u202ee [@click=app.quit]f[/] [/][link=https://x]g"
SHOWN = "[@click=app.quit]f[/]"
ACTIVE = "\x1b\x9b\x07\u202e"


def hostile() -> Corpus:
    document = sample.article("nasty", NASTY, f"{NASTY} is here. {NASTY} again.\n", "2021", NASTY)
    document = replace(document, path=NASTY, author=Stated(NASTY, Origin.TEXT))
    found = sample.extract(document)
    name = Mention(0, len(NASTY), Kind.PERSON)
    fact_source = sample.corpus().facts[0]
    fact = replace(
        fact_source,
        article=document.id,
        subject=replace(fact_source.subject, text=NASTY, span=None, mention=0),
        relation=NASTY,
        evidence=(found.sentences[0],),
    )
    found = replace(
        found, mentions=(name,), chains=(Chain(NASTY, Kind.PERSON, (0,)),), facts=(fact,)
    )
    return sample.assemble((document,), {document.id: found}, (Skipped(NASTY, NASTY),))


@pytest.mark.parametrize("size", [(200, 60), (80, 24)])
async def test_every_pane_shows_it_harmless(size: tuple[int, int]) -> None:
    async with room(hostile(), size=size) as open_room:
        for keys in (
            ["1"],
            ["2"],
            ["3"],
            ["4"],
            ["3", "enter"],
            ["z"],
            ["z", "S"],
            ["escape", "/"],
        ):
            await open_room.press(*keys)
            assert not any(one in open_room.text() for one in ACTIVE)
            segments = [
                segment
                for strip in open_room.app.screen._compositor.render_strips()
                for segment in strip
            ]
            assert not any(s.style and (s.style.link or s.style.meta) for s in segments)
        assert open_room.app.is_running


async def test_markup_stays_text() -> None:
    async with room(hostile(), size=(700, 40)) as open_room:
        for pane in ("sources", "article", "index", "facts"):
            assert SHOWN in " ".join(open_room.pane(pane).replace("│", " ").split()), pane


async def test_pasted_controls_are_harmless() -> None:
    async with room(sample.corpus()) as open_room:
        from textual import events

        await open_room.press("/")
        open_room.app.post_message(events.Paste(NASTY))
        await open_room.pilot.pause()
        assert not any(one in open_room.text() for one in ACTIVE)
