"""Write docs/keys.md and the list of commands in config.toml from the registry of commands.

Run as `python scripts/write_keys.py` from the top of a checkout; `--check` only says whether the
files are up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from tui.commands import COMMANDS, CONTEXT_NAMES, CONTEXTS  # noqa: E402

PAGE = TOP / "docs" / "keys.md"
SETTINGS = TOP / "config.toml"
_TABLE = "\n[keys]\n"
_HEAD = """\
# Keys

Made from the registry in `tui/commands/` by `scripts/write_keys.py`; do not edit.

Every key can be changed by the id of its command, in the table `[keys]` of your settings:

```toml
[keys]
"move.down" = "j down ctrl+n"
```

A key that is taken, that no terminal sends, or that belongs to an unknown id is an error that says
so. While you type into a filter, the keys of a line of text count: left, right, home, end,
backspace, delete, ctrl+w (a word), ctrl+u (all before the cursor), ctrl+k (all behind it), enter to
keep and escape to drop.

A digit that no command holds begins a count, and so does 0 for one that begins with 1 to 4, which
go to panes: `5j`, `012j`. Give the panes other keys and every digit counts. A count repeats moving
about and every "next" and "previous"; before `g` and `G` it is the row to go to. While letters are
shown to jump to, any other key gives up.

With `mouse = true` in the table `[screen]`, a click takes a pane in hand and chooses a row, a
second click opens it, and the wheel scrolls.
"""


def page() -> str:
    """The page of keys."""
    parts = [_HEAD]
    for context in CONTEXTS:
        commands = [command for command in COMMANDS if command.context == context]
        if not commands:
            continue
        parts.append(f"\n## {CONTEXT_NAMES[context]}\n\n| Key | Does | Id |\n| --- | --- | --- |\n")
        for command in commands:
            keys = " ".join(f"`{_cell(key)}`" for key in command.keys)
            parts.append(f"| {keys} | {_cell(command.help)} | `{command.id}` |\n")
    return "".join(parts)


def settings() -> str:
    """The commented settings, with every command and its keys at the end."""
    head, table, _ = SETTINGS.read_text(encoding="utf-8").partition(_TABLE)
    lines = []
    for context in CONTEXTS:
        commands = [command for command in COMMANDS if command.context == context]
        if commands:
            lines.append(f"# {CONTEXT_NAMES[context]}\n")
        for command in commands:
            keys = " ".join(command.keys).replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f'#   "{command.id}" = "{keys}"  # {command.help}\n')
    return head + table + "".join(lines)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def main(check: bool) -> int:
    """Write the files, or say whether they are up to date."""
    wanted = {PAGE: page(), SETTINGS: settings()}
    stale = [
        path
        for path, text in wanted.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    if check:
        print("run scripts/write_keys.py" if stale else "the lists of keys are up to date")
        return 1 if stale else 0
    for path in stale:
        path.write_text(wanted[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
