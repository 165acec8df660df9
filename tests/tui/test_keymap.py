"""The registry is sound, and a reader's own keys are judged before they are used."""

from __future__ import annotations

import pytest

from tui.commands import ANY, COMMANDS, PANE, PANES
from tui.keymap import KeymapError, make_keymap, plain_key
from tui.panes.article import Article
from tui.panes.facts import Facts
from tui.panes.index import Index
from tui.panes.sources import Sources
from tui.screens.reading import Reading

PANE_TYPES = {pane.NAME: pane for pane in (Sources, Article, Index, Facts)}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_be_carried_out(command: object) -> None:
    context, method = command.context, command.method  # type: ignore[attr-defined]
    if context == ANY:
        assert callable(getattr(Reading, method))
    else:
        for pane in PANES if context == PANE else (context,):
            assert callable(getattr(PANE_TYPES[pane], method))


def test_no_default_keys_collide_where_both_could_be_meant() -> None:
    for pane in PANES:
        seen: dict[str, str] = {}
        for command in COMMANDS:
            if command.context in (pane, PANE, ANY):
                for key in command.keys:
                    assert key not in seen, f"{key}: {command.id} and {seen[key]} in {pane}"
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
    keymap = make_keymap({"app.quit": "z", "pane.zoom": "q"})
    found = keymap.find("z", "sources")
    assert found is not None
    assert found.id == "app.quit"


def test_keys_are_known_by_their_character() -> None:
    assert plain_key("question_mark", "?") == "?"
    assert plain_key("space", " ") == "space"
    assert plain_key("ctrl+d", "\x04") == "ctrl+d"
    assert plain_key("left_curly_bracket", None) == "{"
