"""Sheets of the engine as rows of the screen."""

from __future__ import annotations

from rich.style import Style

from corpus.drawing.sheet import Sheet
from tui.render import Line
from tui.theme import Palette


def lines(sheet: Sheet, palette: Palette) -> list[Line]:
    """Every row of a sheet, in the styles of its roles."""
    styles = styles_of(palette)
    found = []
    for y in range(sheet.height):
        line = Line()
        for text, role in sheet.runs(y):
            line.add(text, styles[role])
        found.append(line)
    return found


def styles_of(palette: Palette) -> dict[str, Style]:
    """Role → style."""
    return {
        "text": palette.text,
        "muted": palette.muted,
        "rule": palette.rule,
        "heading": palette.heading,
        "person": palette.person,
        "place": palette.heading,
        "organisation": palette.organisation,
        "mark": palette.match,
    }
