"""A line to type into behaves as hands expect."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui.render import Line
from tui.widgets.field import Field

EDITS = st.lists(
    st.sampled_from(["left", "right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+u"])
    | st.sampled_from(list("ab é한́")),
    max_size=40,
)


def typed(*keys: str) -> Field:
    field = Field()
    for key in keys:
        field.feed(key, key if len(key) == 1 else None)
    return field


def test_typing_and_editing() -> None:
    assert typed(*"kim", "left", "x").text == "kixm"
    assert typed(*"kim jong", "ctrl+w").text == "kim "
    assert typed(*"kim", "home", "delete").text == "im"
    assert typed(*"kim", "ctrl+u").text == ""
    assert typed(*"한é", "backspace").text == "한"


def test_keys_that_are_none_of_its_business_are_refused() -> None:
    assert not Field().feed("f5", None)
    assert not Field().feed("tab", "\t")


def test_a_pasted_text_becomes_one_inert_line() -> None:
    field = Field()
    field.insert("a\nb\x1b[31mc" + "x" * 10_000)
    assert field.text.startswith("a b␛[31mc")
    assert len(field.text) <= 500


@given(EDITS, st.integers(6, 30))
def test_the_cursor_stays_inside_and_in_sight(keys: list[str], width: int) -> None:
    field = typed(*keys)
    assert 0 <= field.at <= len(field.text)
    line = Line()
    field.draw(line, width, Style(), Style(reverse=True))
    assert cell_len(line.strip(line.width, Style()).text) <= width + 1
    assert any(style is not None and style.reverse for _, style, _ in line.segments)
