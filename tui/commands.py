"""Everything that a reader can ask for: bindings, help, palette, hints and docs come from here.

A command belongs to a context: `ANY` (the whole screen), `PANE` (whichever pane is in hand) or one
pane by name. The screen or the pane carries it out in a method named after it, see `method`.
Keys are those that every terminal since the VT100 can send.
"""

from __future__ import annotations

from dataclasses import dataclass

ANY = "any"
PANE = "pane"
SOURCES = "sources"
ARTICLE = "article"
INDEX = "index"
FACTS = "facts"
CONTEXTS = (ANY, PANE, SOURCES, ARTICLE, INDEX, FACTS)
PANES = (SOURCES, ARTICLE, INDEX, FACTS)

CONTEXT_NAMES = {
    ANY: "Everywhere",
    PANE: "In every pane",
    SOURCES: "Sources",
    ARTICLE: "Article",
    INDEX: "People and places",
    FACTS: "Facts",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to ask for; `hint` is its word in the status line, "" where it has none there."""

    id: str
    name: str
    keys: tuple[str, ...]
    help: str
    context: str = ANY
    hint: str = ""

    @property
    def method(self) -> str:
        """The method that carries it out: `do_page_down` for "move.page-down"."""
        return "do_" + self.id.partition(".")[2].replace("-", "_")


COMMANDS: tuple[Command, ...] = (
    Command("app.help", "Help", ("?", "f1"), "Show every key, those of this pane first.", ANY, "help"),
    Command("app.palette", "Commands", (":", "ctrl+p"), "Find a command by name and run it."),
    Command("app.quit", "Quit", ("q",), "Leave Dateline.", ANY, "quit"),
    Command("app.interrupt", "Break off", ("ctrl+c",), "Leave at once, with exit status 130."),
    Command("app.suspend", "Suspend", ("ctrl+z",), "Go back to the shell; `fg` returns."),
    Command("app.redraw", "Redraw", ("ctrl+l",), "Draw the whole screen again."),
    Command("app.skipped", "Skipped files", ("S",), "List the files that were not loaded, and why."),
    Command("pane.next-pane", "Next pane", ("tab",), "Go to the next pane."),
    Command("pane.previous-pane", "Previous pane", ("shift+tab",), "Go to the pane before."),
    Command("pane.to-sources", "Go to sources", ("1",), "Go to the list of sources."),
    Command("pane.to-article", "Go to article", ("2",), "Go to the text of the article."),
    Command("pane.to-index", "Go to index", ("3",), "Go to the people and places."),
    Command("pane.to-facts", "Go to facts", ("4",), "Go to the facts."),
    Command("pane.zoom", "Zoom", ("z",), "Give this pane the whole screen, or take it back.", ANY),
    Command("place.back", "Back", ("[",), "Back to where you were before.", ANY),
    Command("place.forward", "Forward", ("]",), "Forward again, after going back.", ANY),
    Command("place.cancel", "Give up", ("escape",), "Drop the filter, the mark, the name or the zoom."),
    Command("mention.next-mention", "Next mention", ("}",), "To the next place that names the chosen one."),
    Command("mention.previous-mention", "Previous mention", ("{",), "To the mention before."),
    Command("move.down", "Down", ("j", "down"), "One line or row down.", PANE),
    Command("move.up", "Up", ("k", "up"), "One line or row up.", PANE),
    Command("move.page-down", "Page down", ("space", "pagedown", "ctrl+f"), "One page down.", PANE),
    Command("move.page-up", "Page up", ("b", "pageup", "ctrl+b"), "One page up.", PANE),
    Command("move.half-down", "Half a page down", ("ctrl+d", "d"), "Half a page down.", PANE),
    Command("move.half-up", "Half a page up", ("ctrl+u", "u"), "Half a page up.", PANE),
    Command("move.top", "Top", ("g", "home"), "To the beginning.", PANE),
    Command("move.bottom", "Bottom", ("G", "end"), "To the end.", PANE),
    Command("sources.open", "Open", ("enter", "l", "right"), "Read the chosen article.", SOURCES, "open"),
    Command("sources.find", "Filter", ("/",), "Keep the sources whose line holds what you type.", SOURCES, "filter"),
    Command("article.find", "Find", ("/",), "Find words in this article.", ARTICLE, "find"),
    Command("article.next-match", "Next match", ("n",), "To the next match of the words found.", ARTICLE),
    Command("article.previous-match", "Previous match", ("N",), "To the match before.", ARTICLE),
    Command("article.next-sentence", "Next sentence", (")",), "Mark the next sentence.", ARTICLE),
    Command("article.previous-sentence", "Previous sentence", ("(",), "Mark the sentence before.", ARTICLE),
    Command("article.pick", "Choose the name", ("enter",), "Choose the name under the mark, or in its sentence.", ARTICLE),
    Command("article.next-article", "Next article", ("J", "right", "l"), "Read the next article of the list.", ARTICLE),
    Command("article.previous-article", "Previous article", ("K", "left", "h"), "Read the article before.", ARTICLE),
    Command("index.open", "Choose", ("enter",), "Show where this one is named, and the facts.", INDEX, "choose"),
    Command("index.find", "Filter", ("/",), "Find a name by typing part of it, near enough is enough.", INDEX, "filter"),
    Command("index.next-kind", "Next kind", ("right", "l"), "All, people, places, organisations.", INDEX, "kind"),
    Command("index.previous-kind", "Kind before", ("left", "h"), "The same, the other way round.", INDEX),
    Command("index.scope", "Article or all", ("w",), "Names of this article, or of all of them.", INDEX, "article/all"),
    Command("facts.open", "Show", ("enter", "l", "right"), "Go to the words that state it.", FACTS, "show"),
    Command("facts.find", "Filter", ("/",), "Keep the facts that hold what you type.", FACTS, "filter"),
    Command("facts.scope", "Article or chosen", ("w",), "Facts of this article, or of the chosen name.", FACTS, "article/name"),
)  # fmt: skip

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

KEY_NAMES = {
    "escape": "esc", "space": "space", "pagedown": "pgdn", "pageup": "pgup",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "shift+tab": "shift+tab",
}  # fmt: skip


def key_name(key: str) -> str:
    """How `key` is shown to a reader."""
    if key.startswith("ctrl+"):
        return "^" + key[5:].upper()
    return KEY_NAMES.get(key, key)
