"""Text that passes the door cannot act, and keeps its length."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.render import Line, caught, cut, graphemes, inert

ANY_TEXT = st.text(st.characters(), max_size=60)


@given(ANY_TEXT)
@example("\x1b[2J\x1b]52;c;aGk=\x07\x9b2J\u202ecba\u2028")
@example("\ud800\x7f\u200b\U000e0041")
def test_nothing_active_passes(text: str) -> None:
    shown = inert(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") for one in shown)
    assert not any(unicodedata.bidirectional(one) in ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI") for one in shown)  # fmt: skip  # noqa: E501
    assert inert(shown) == shown


@given(ANY_TEXT)
def test_ordinary_text_is_left_alone(text: str) -> None:
    if text.isascii() and text.isprintable():
        assert inert(text) == text


@given(ANY_TEXT.map(inert), st.integers(0, 30))
def test_a_cut_never_exceeds_its_width(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    if cell_len(text) <= width:
        assert cut(text, width) == text


@given(ANY_TEXT.map(inert))
def test_graphemes_cover_the_text(text: str) -> None:
    ends = [0]
    for start, end, _ in graphemes(text):
        assert start == ends[-1]
        ends.append(end)
    assert ends[-1] == len(text)


def test_a_line_is_as_wide_as_asked() -> None:
    style = Style()
    assert Line().add("한국어", style).strip(5, style).cell_length == 5
    assert Line().add("ab", style).strip(5, style).text == "ab   "


def test_the_net_drops_links_actions_and_controls() -> None:
    linked = Style(link="https://example.org", bold=True, meta={"@click": "app.quit"})
    segments = [Segment("a\x1b[31mb", linked), Segment("\x1b[2J", None, [(1,)])]  # type: ignore[list-item]
    (left,) = caught(segments)
    assert left.text == "a␛[31mb"
    assert left.style is not None
    assert left.style.bold
    assert left.style.link is None
    assert not left.style.meta
