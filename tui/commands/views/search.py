"""Searching all articles."""

from __future__ import annotations

from tui.commands.command import ANY, SOURCES, Command, view_context

CONTEXT = view_context("search", "Search in all articles")
_VIEW = "tui.screens.search:Search"

COMMANDS: tuple[Command, ...] = (
    Command("search.everywhere", "Search all articles", ("F",), "Find words in all articles, from wherever you are.", ANY, opens=_VIEW),
    Command("search.articles", "Search all articles", ("/",), "Find words in all articles.", SOURCES, "search", opens=_VIEW),
)  # fmt: skip
