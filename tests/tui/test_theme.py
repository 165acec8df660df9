"""Every palette can be read: by its contrast, and without colour."""

from __future__ import annotations

from itertools import product

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from corpus.model import Kind
from tui.theme import PALETTES, Palette, palette_for

WORDS = (
    "text",
    "muted",
    "title",
    "active",
    "heading",
    "person",
    "place",
    "organisation",
    "warning",
)
OVERS = ("cursor", "resting", "sentence", "match", "found")


def luminance(colour: Color, system: ColorSystem) -> float:
    parts = []
    for value in colour.downgrade(system).get_truecolor():
        share = value / 255
        parts.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(style: Style, system: ColorSystem) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    high, low = sorted(
        (luminance(style.color, system), luminance(style.bgcolor, system)), reverse=True
    )
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
@pytest.mark.parametrize(
    "palette", [PALETTES["dark"](), PALETTES["light"]()], ids=["dark", "light"]
)
def test_contrast_is_enough_everywhere(palette: Palette, system: ColorSystem) -> None:
    styles = {word: getattr(palette, word) for word in (*WORDS, "status", "key", "label")}
    for word, over in product(WORDS, OVERS):
        styles[f"{word} under {over}"] = getattr(palette, word) + getattr(palette, over)
    poor = {
        name: round(contrast(style, system), 2)
        for name, style in styles.items()
        if contrast(style, system) < 4.5
    }
    assert not poor


@pytest.mark.parametrize("name", PALETTES)
def test_kinds_differ_without_colour(name: str) -> None:
    palette = PALETTES[name]()
    looks = {
        (style.bold, style.underline, style.italic)
        for style in (palette.text, *(palette.kind(kind) for kind in Kind))
    }
    assert len(looks) == 4


@pytest.mark.parametrize("name", ["ansi", "mono"])
def test_cursor_and_match_show_without_colour(name: str) -> None:
    palette = PALETTES[name]()
    assert palette.cursor.reverse
    assert palette.sentence.reverse
    assert palette.match != palette.sentence


def test_a_plainer_terminal_gets_a_plainer_palette() -> None:
    assert palette_for("dark", colours=True, depth="256") is PALETTES["dark"]()
    assert palette_for("dark", colours=True, depth="standard") is PALETTES["ansi"]()
    assert palette_for("light", colours=False, depth="truecolor") is PALETTES["mono"]()
    assert palette_for("dark", colours=True, depth=None) is PALETTES["mono"]()
