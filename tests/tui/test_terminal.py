"""Whatever frames follow each other, the terminal shows the last one, and nothing is sent twice."""

from __future__ import annotations

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.terminal import PLAIN, Wire, change, look

WIDTH, HEIGHT = 30, 4
STYLES = [
    Style(),
    Style.parse("bold #ff0000 on #101010"),
    Style.parse("underline #ff0000"),
    Style.parse("italic reverse on #101010"),
    Style.parse("bold underline"),
]
PIECE = st.tuples(st.text("abc 한é ", max_size=12), st.sampled_from(STYLES))
ROW = st.lists(PIECE, max_size=5)
FRAME = st.lists(ROW, min_size=HEIGHT, max_size=HEIGHT)


def console() -> Console:
    return Console(color_system="truecolor", force_terminal=True)


def strips(frame: list[list[tuple[str, Style]]]) -> list[Strip]:
    return [
        Strip([Segment(text, style) for text, style in row]).adjust_cell_length(WIDTH, Style())
        for row in frame
    ]


def feed(frames: list[list[Strip]]) -> tuple[pyte.Screen, list[str]]:
    screen, wire, sent = pyte.Screen(WIDTH, HEIGHT), Wire(), []
    stream = pyte.Stream(screen)
    for frame in frames:
        pieces = [(y, 0, strip) for y, strip in enumerate(frame)]
        sent.append(wire.frame((WIDTH, HEIGHT), pieces, console()))
        stream.feed(sent[-1])
    return screen, sent


def cells(screen: pyte.Screen) -> list[list[object]]:
    return [[screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]


@settings(deadline=None)
@given(st.lists(FRAME, min_size=2, max_size=4))
def test_differences_lead_to_the_same_screen_as_the_whole(
    frames: list[list[list[tuple[str, Style]]]],
) -> None:
    drawn = [strips(frame) for frame in frames]
    step_by_step, _ = feed(drawn)
    at_once, _ = feed(drawn[-1:])
    assert cells(step_by_step) == cells(at_once)


@settings(deadline=None)
@given(FRAME)
def test_nothing_is_sent_for_what_is_shown(frame: list[list[tuple[str, Style]]]) -> None:
    drawn = strips(frame)
    _, sent = feed([drawn, drawn])
    assert sent[1] == ""


@given(st.sampled_from(STYLES), st.sampled_from(STYLES))
def test_a_change_of_look_needs_no_reset(one: Style, other: Style) -> None:
    old, new = look(one, console()._color_system), look(other, console()._color_system)
    screen = pyte.Screen(2, 1)
    stream = pyte.Stream(screen)
    stream.feed(change(PLAIN, old) + change(old, new) + "x")
    fresh = pyte.Screen(2, 1)
    pyte.Stream(fresh).feed(change(PLAIN, new) + "x")
    assert screen.buffer[0][0] == fresh.buffer[0][0]


def test_without_colours_only_attributes_are_sent() -> None:
    wire = Wire(colours=False)
    strip = Strip([Segment("loud", Style.parse("bold #ff0000 on #00ff00"))])
    assert wire.frame((4, 1), [(0, 0, strip)], console()) == "\x1b[1H\x1b[1mloud\x1b[m"


def test_a_forgetful_wire_sends_everything_again() -> None:
    wire, strip = Wire(), Strip([Segment("text")])
    first = wire.frame((4, 1), [(0, 0, strip)], console())
    wire.forget()
    assert wire.frame((4, 1), [(0, 0, strip)], console()) == first


def test_control_characters_do_not_pass() -> None:
    strip = Strip([Segment("a\x1b]52;c;aGk=\x07b\x9b2J")])
    sent = Wire().frame((40, 1), [(0, 0, strip)], console())
    assert "\x1b]" not in sent
    assert "\x9b" not in sent
    assert "\x07" not in sent
