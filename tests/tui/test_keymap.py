"""The registry is sound, and a reader's own keys are judged before they are used."""

from __future__ import annotations

from importlib import import_module

import pytest

from tui.commands import ANY, CHAINS, COMMANDS, PANE, PANES, ROOM, SHEET, Command
from tui.commands.command import OUTLINE
from tui.keymap import KeymapError, make_keymap, plain_key
from tui.panes.article import Article
from tui.panes.facts import Facts
from tui.panes.index import Index
from tui.panes.sources import Sources
from tui.screens.reading import Reading
from tui.screens.view import View
from tui.widgets.outline import Outline
from tui.widgets.rows import Rows

MEANT = {("outline.turn", "move.page-down"), ("facts.narrow", "app.jump")}
"""Keys that a narrower context takes on purpose; the wider command keeps another one there."""
PANE_TYPES = {pane.NAME: pane for pane in (Sources, Article, Index, Facts)}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_be_carried_out(command: Command) -> None:
    if command.opens:
        module, _, name = command.opens.partition(":")
        assert issubclass(getattr(import_module(module), name), View)
    elif command.context in (ANY, ROOM):
        assert callable(getattr(Reading, command.method))
    elif command.context == OUTLINE:
        assert callable(getattr(Outline, command.method))
    elif command.context == SHEET:
        assert getattr(View, command.method, None) or getattr(Rows, command.method)
    elif command.context == PANE or command.context in PANES:
        for pane in PANES if command.context == PANE else (command.context,):
            holder = PANE_TYPES[pane] if hasattr(PANE_TYPES[pane], command.method) else Reading
            assert callable(getattr(holder, command.method))
    else:
        opener = next(one for one in COMMANDS if _context_of(one) == command.context)
        assert callable(getattr(_view(opener), command.method))


def _view(command: Command) -> type[View]:
    module, _, name = command.opens.partition(":")
    found: type[View] = getattr(import_module(module), name)
    assert issubclass(found, View)
    return found


def _context_of(command: Command) -> str:
    return _view(command).CONTEXT if command.opens else ""


@pytest.mark.parametrize("context", CHAINS)
def test_no_default_keys_collide_where_both_could_be_meant(context: str) -> None:
    seen: dict[str, str] = {}
    for command in COMMANDS:
        if command.context in CHAINS[context]:
            for key in command.keys:
                other = seen.get(key, "")
                meant = (other, command.id) in MEANT or (command.id, other) in MEANT
                assert not other or meant, f"{key}: {command.id} and {other} in {context}"
                seen[key] = command.id


def test_defaults_are_keys_that_terminals_send() -> None:
    own = {command.id: " ".join(command.keys) for command in COMMANDS}
    assert make_keymap(own) == make_keymap()


def test_own_keys_replace_the_defaults() -> None:
    keymap = make_keymap({"app.quit": "Q ctrl+x"})
    assert keymap.find("q", "sources") is None
    for key in ("Q", "ctrl+x"):
        found = keymap.find(key, "facts")
        assert found is not None
        assert found.id == "app.quit"


def test_a_pane_wins_over_the_screen() -> None:
    keymap = make_keymap()
    in_article, in_index = keymap.find("/", "article"), keymap.find("/", "index")
    assert in_article is not None
    assert in_index is not None
    assert (in_article.id, in_index.id) == ("article.find", "index.find")


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"app.qiut": "x"}, ["app.qiut", "app.quit"]),
        ({"app.quit": "j"}, ["j", "app.quit", "move.down"]),
        ({"article.find": "q"}, ["q", "article.find", "app.quit"]),
        ({"app.quit": "ctrl+h"}, ["ctrl+h", "backspace"]),
        ({"app.quit": "shift+enter"}, ["shift+enter", "app.quit"]),
        ({"app.quit": "x", "app.help": "x"}, ["x", "app.quit", "app.help"]),
    ],
)
def test_bad_keys_are_named_with_a_way_out(own: dict[str, str], words: list[str]) -> None:
    with pytest.raises(KeymapError) as caught:
        make_keymap(own)
    assert all(word in str(caught.value) for word in words)


def test_two_commands_may_swap_their_keys() -> None:
    keymap = make_keymap({"app.quit": "[", "place.back": "q"})
    found = keymap.find("[", "sources")
    assert found is not None
    assert found.id == "app.quit"


def test_keys_are_known_by_their_character() -> None:
    assert plain_key("question_mark", "?") == "?"
    assert plain_key("space", " ") == "space"
    assert plain_key("ctrl+d", "\x04") == "ctrl+d"
    assert plain_key("left_curly_bracket", None) == "{"
