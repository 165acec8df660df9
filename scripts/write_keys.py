"""Write docs/keys.md from the registry of commands.

Run as `python scripts/write_keys.py` from the top of a checkout; `--check` only says whether the
file is up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from tui.commands import COMMANDS, CONTEXT_NAMES, CONTEXTS  # noqa: E402

TARGET = TOP / "docs" / "keys.md"
_HEAD = """\
# Keys

Made from the registry in `tui/commands.py` by `scripts/write_keys.py`; do not edit.

Every key can be changed by the id of its command, in the table `[keys]` of your settings:

```toml
[keys]
"move.down" = "j down ctrl+n"
```

A key that is taken, that no terminal sends, or that belongs to an unknown id is an error that says
so. While you type into a filter, the keys of a line of text count: left, right, home, end,
backspace, delete, ctrl+w (a word), ctrl+u (all before the cursor), ctrl+k (all behind it), enter to
keep and escape to drop.

With `mouse = true` in the table `[screen]`, a click takes a pane in hand and chooses a row, a
second click opens it, and the wheel scrolls.
"""


def text() -> str:
    """The page."""
    parts = [_HEAD]
    for context in CONTEXTS:
        parts.append(f"\n## {CONTEXT_NAMES[context]}\n\n| Key | Does | Id |\n| --- | --- | --- |\n")
        for command in COMMANDS:
            if command.context == context:
                keys = " ".join(f"`{_cell(key)}`" for key in command.keys)
                parts.append(f"| {keys} | {_cell(command.help)} | `{command.id}` |\n")
    return "".join(parts)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def main(check: bool) -> int:
    """Write the page, or say whether it is up to date."""
    wanted = text()
    if check:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == wanted
        print("docs/keys.md is up to date" if fresh else "run scripts/write_keys.py")
        return 0 if fresh else 1
    TARGET.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
