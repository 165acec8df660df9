"""No words of a document reach the terminal but through `tui/render.py`: a lint of the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TUI = Path(__file__).resolve().parents[2] / "tui"
_MARKUP = ("textual.widgets", "textual.content", "textual.visual", "textual.markup", "rich.markup",
           "rich.markdown", "rich.text", "textual.notifications")  # fmt: skip
"""Modules whose classes draw a str, or read markup in it."""
_DRAWING = {"Static", "Label", "Text", "Content", "Markdown", "Segment", "Strip", "Panel", "Table"}
_CALLS = {
    "notify",
    "from_markup",
    "from_text",
    "markup",
    "copy_to_clipboard",
    "open_url",
    "set_title",
}
_TITLES = {"border_title", "border_subtitle", "tooltip"}
_HEADLESS = ("commandline", "headless")
"""Packages that print for people and scripts, and draw no screen."""
_MAKERS = {"render.py", "terminal.py", "listing.py"}
"""Who may make the pieces of a row: the door, the wire, and the list that restyles a drawn row."""


def violations(source: str, name: str = "some.py") -> Iterator[str]:
    """What in `source` could draw a bare str, or let one be read as markup."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom | ast.Import):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            names = [module, *(alias.name for alias in node.names)]
            if any(one.startswith(_MARKUP) for one in names):
                yield f"{name}:{node.lineno}: imports {module or names[1]}"
        elif isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name) and called.id in _DRAWING and name not in _MAKERS:
                yield f"{name}:{node.lineno}: makes a {called.id}"
            elif isinstance(called, ast.Attribute) and called.attr in _CALLS:
                yield f"{name}:{node.lineno}: calls {called.attr}"
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Attribute) and target.attr in _TITLES:
                    yield f"{name}:{node.lineno}: sets {target.attr}"


def screen_files() -> list[Path]:
    return [p for p in sorted(TUI.rglob("*.py")) if not set(_HEADLESS) & set(p.parts)]


@pytest.mark.parametrize("path", screen_files(), ids=lambda path: str(path.relative_to(TUI)))
def test_words_are_drawn_through_the_door_only(path: Path) -> None:
    assert list(violations(path.read_text("utf-8"), path.name)) == []


@pytest.mark.parametrize(
    "source",
    [
        "from textual.widgets import Static",
        "import rich.markup",
        "from rich.text import Text",
        "Segment(article.title.value)",
        "self.notify(article.path)",
        "self.border_title = entity.name",
        "widget.tooltip = name",
        "Content.from_markup(words)",
    ],
)
def test_the_lint_finds_what_it_is_for(source: str) -> None:
    assert list(violations(source))


@pytest.mark.parametrize("source", ["line.add(name, style)", "self.heading = x", "Line()"])
def test_the_lint_leaves_the_door_alone(source: str) -> None:
    assert list(violations(source)) == []
