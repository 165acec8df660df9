"""From a key to a command: the defaults of the registry with the reader's own keys laid over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.commands import BY_ID, CHAINS, COMMANDS, Command, key_name

_CHARACTERS = {
    "question_mark": "?", "colon": ":", "slash": "/", "left_square_bracket": "[",
    "right_square_bracket": "]", "left_curly_bracket": "{", "right_curly_bracket": "}",
    "left_parenthesis": "(", "right_parenthesis": ")", "full_stop": ".", "comma": ",",
    "asterisk": "*", "vertical_line": "|", "semicolon": ";", "apostrophe": "'",
    "quotation_mark": '"', "plus": "+", "minus": "-", "hyphen": "-", "equals_sign": "=",
    "less_than_sign": "<", "greater_than_sign": ">", "exclamation_mark": "!", "number_sign": "#",
    "dollar_sign": "$", "percent_sign": "%", "ampersand": "&", "at": "@", "backslash": "\\",
    "circumflex_accent": "^", "underscore": "_", "grave_accent": "`", "tilde": "~",
}  # fmt: skip
_NAMED = frozenset(
    "enter escape space tab shift+tab backspace delete insert up down left right"
    " home end pageup pagedown".split()
) | {f"f{number}" for number in range(1, 13)}
_SWALLOWED = {
    "ctrl+h": "a backspace", "ctrl+i": "a tab", "ctrl+j": "a line feed",
    "ctrl+m": "Enter", "ctrl+s": "a stopped terminal", "ctrl+q": "a started terminal",
}  # fmt: skip
_ALIASES = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown"}


class KeymapError(ValueError):
    """The reader's keys cannot be used as they stand; the text says which, why and what to do."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """What each key asks for in each context, and which keys ask for a command."""

    _commands: dict[tuple[str, str], Command]
    _keys: dict[str, tuple[str, ...]]

    def find(self, key: str, pane: str) -> Command | None:
        """The command that `key` asks for in the context `pane`: the narrowest context wins."""
        for context in CHAINS[pane]:
            command = self._commands.get((context, key))
            if command is not None:
                return command
        return None

    def keys(self, command_id: str) -> tuple[str, ...]:
        """The keys that ask for a command."""
        return self._keys[command_id]

    def shown(self, command_id: str) -> str:
        """The first key of a command as a reader reads it, "" where it has none."""
        keys = self._keys[command_id]
        return key_name(keys[0]) if keys else ""


def plain_key(key: str, character: str | None) -> str:
    """The registry's name of a key as Textual reports it."""
    if character is not None and len(character) == 1 and character.isprintable():
        return "space" if character == " " else character
    return _CHARACTERS.get(key, key)


def make_keymap(own: Mapping[str, str] | None = None) -> Keymap:
    """The keys of the registry with `own` (command id → keys, separated by blanks) instead.

    Raises KeymapError for an unknown id, a key that terminals cannot send, and two commands on one
    key where both could be meant.
    """
    given = {command.id: command.keys for command in COMMANDS}
    for command_id, text in (own or {}).items():
        if command_id not in BY_ID:
            from difflib import get_close_matches  # 3 ms that only a mistake needs

            near = get_close_matches(command_id, BY_ID, n=1, cutoff=0.4)
            advice = f' Did you mean "{near[0]}"?' if near else ""
            raise KeymapError(f'There is no command "{command_id}".{advice}')
        given[command_id] = tuple(_checked(key, command_id) for key in text.split())
    own_ids = set(own or ())
    commands: dict[tuple[str, str], Command] = {}
    for command in COMMANDS:
        for key in given[command.id]:
            holder = commands.setdefault((command.context, key), command)
            if holder is not command:
                _settle(key, command, holder, own_ids)
    _check_hidden(given, own_ids)
    return Keymap(commands, given)


def _settle(key: str, command: Command, holder: Command, own_ids: set[str]) -> None:
    new, old = (command, holder) if command.id in own_ids else (holder, command)
    raise KeymapError(
        f'The key "{key}" of "{new.id}" already belongs to "{old.id}" ({old.name.lower()}).'
        f' Give "{old.id}" another key as well, or choose another one here.'
    )


def _check_hidden(given: Mapping[str, tuple[str, ...]], own_ids: set[str]) -> None:
    """A key given by the reader must not hide, or be hidden by, one of another context.

    Where the registry itself lays one command over another, the reader may say the same.
    """
    for command_id in own_ids:
        command = BY_ID[command_id]
        for other in COMMANDS:
            laid_over = set(command.keys) & set(other.keys)
            shared = set(given[command_id]) & set(given[other.id]) - laid_over
            if shared and other.id != command_id and _meet(command.context, other.context):
                _settle(min(shared), command, other, own_ids)


def _meet(one: str, other: str) -> bool:
    """Whether there is a place where the keys of both contexts count."""
    return any(one in chain and other in chain for chain in CHAINS.values())


def _checked(key: str, command_id: str) -> str:
    key = _ALIASES.get(key.lower(), key) if len(key) > 1 else key
    if key in _SWALLOWED:
        raise KeymapError(
            f'The key "{key}" of "{command_id}" cannot be used: terminals send it as'
            f" {_SWALLOWED[key]}. Choose another one."
        )
    letter = key.removeprefix("ctrl+")
    control = key.startswith("ctrl+") and len(letter) == 1 and letter.isascii() and letter.islower()
    if (len(key) == 1 and key.isprintable()) or key in _NAMED or control:
        return key
    raise KeymapError(
        f'The key "{key}" of "{command_id}" is none that every terminal sends.'
        ' Use a character, "ctrl+" and a small letter, "f1" to "f12", or one of: '
        + ", ".join(sorted(name for name in _NAMED if not name.startswith("f")))
        + "."
    )
