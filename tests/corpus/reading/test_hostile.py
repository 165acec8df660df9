"""Texts made to be slow: each takes a fraction of a second, or the run would never end."""

from __future__ import annotations

import pytest

from corpus.reading import parse

SIZE = 300_000
SHAPES = {
    "one line": "word " * (SIZE // 5),
    "blank lines": "x" + "\n" * SIZE + "y",
    "capitals": "A " * (SIZE // 2),
    "open brackets": "[" * SIZE,
    "links": "[a](" * (SIZE // 4),
    "closings": "](" * (SIZE // 2),
    "stars": "*a " * (SIZE // 3),
    "ticks": "` `` ``` " * (SIZE // 9),
    "tags": "<a " * (SIZE // 3),
    "comments": "<!--" * (SIZE // 4),
    "rules": "- " * (SIZE // 2) + "x",
    "quotes": "> " * (SIZE // 2) + "x",
    "pipes": "a|b\n" + "|-" * (SIZE // 2) + "x",
    "spaces": "x" + " " * SIZE + "y",
    "digits": "1" * SIZE,
    "dots": "a." * (SIZE // 2),
    "commas": "A, " * (SIZE // 3),
    "parentheses": "A (" * (SIZE // 3),
    "marks": "a" + "\u0301\u0323" * (SIZE // 8),
    "short lines": "ab cd\n" * (SIZE // 12),
    "page numbers": "and the men who sailed from there to the\n\n12\n\n" * (SIZE // 200),
    "by": "By " + "A" * SIZE,
    "byline": "By " + "Ab Cd, " * (SIZE // 7),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_hostile_shapes_are_read_in_linear_time(shape: str, ending: str) -> None:
    assert parse(SHAPES[shape].encode(), "x" + ending, "x" + ending).text
