"""Everything that a reader can ask for: bindings, help, palette, hints and docs come from here.

A module holds one context and its commands. A view's module lies in `tui/commands/views/` and is
found there, so that adding a view edits no list. Keys are those that every terminal since the
VT100 can send.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from tui.commands import (
    article,
    everywhere,
    facts,
    index,
    moving,
    outline,
    room,
    sheet,
    sources,
    views,
)
from tui.commands.command import (
    ANY,
    ARTICLE,
    FACTS,
    INDEX,
    PANE,
    PANES,
    ROOM,
    SHEET,
    SOURCES,
    Command,
    Context,
)

__all__ = [
    "ANY", "ARTICLE", "BY_ID", "CHAINS", "COMMANDS", "CONTEXTS", "CONTEXT_NAMES", "FACTS", "INDEX",
    "PANE", "PANES", "ROOM", "SHEET", "SOURCES", "Command", "Context", "key_name",
]  # fmt: skip


def _modules() -> tuple[ModuleType, ...]:
    names = sorted(found.name for found in iter_modules(views.__path__))
    core = (everywhere, room, moving, outline, sources, article, index, facts, sheet)
    return (*core, *(import_module(f"{views.__name__}.{name}") for name in names))


_MODULES = _modules()

COMMANDS: tuple[Command, ...] = tuple(command for module in _MODULES for command in module.COMMANDS)
BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

_CONTEXTS: tuple[Context, ...] = tuple(module.CONTEXT for module in _MODULES)
CONTEXTS: tuple[str, ...] = tuple(context.name for context in _CONTEXTS)
CONTEXT_NAMES: dict[str, str] = {context.name: context.title for context in _CONTEXTS}
CHAINS: dict[str, tuple[str, ...]] = {
    context.name: (context.name, *context.wider) for context in _CONTEXTS
}
"""Context → where a key is looked up, in this order."""

_KEY_NAMES = {
    "escape": "esc", "space": "space", "pagedown": "pgdn", "pageup": "pgup",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "shift+tab": "shift+tab",
}  # fmt: skip


def key_name(key: str) -> str:
    """How `key` is shown to a reader."""
    if key.startswith("ctrl+"):
        return "^" + key[5:].upper()
    return _KEY_NAMES.get(key, key)
