"""What each key costs on the wire at 120×40, in bytes.

Run as `python -m benchmarks.keys` from the top of a checkout. Bytes repeat exactly, so one round is
enough; the corpus is a thousand copies of an article made by hand, so figures stay comparable.
"""

from __future__ import annotations

import statistics
import sys

from tests.terminal.driver import Terminal

_READER = "tests/terminal/reader.py"
_PLAN: tuple[tuple[str, tuple[str, ...], tuple[str, ...], int], ...] = (
    ("list, one line", (), ("j",) * 50, 300),
    ("pane change", (), ("tab",) * 12, 4_000),
    ("article, one line", ("2",), ("j", "k") * 10, 4_000),
    ("article, one page", (), ("space", "b") * 5, 6_000),
    ("next sentence", (), (")",) * 6, 4_000),
    ("a letter in a filter", ("3", "/"), tuple("quillmarta"), 4_000),
    ("help opens", ("escape", "1"), ("?",), 16_000),
    ("palette opens", ("escape",), (":",), 16_000),
)
"""Name, keys before, keys that are counted one by one, limit of the median."""


def main() -> int:
    """Print the figures; the status says whether all limits are kept."""
    kept = True
    environment = {"COLORTERM": "truecolor"}
    with Terminal([_READER, "1000"], (120, 40), environment) as terminal:
        terminal.wait("1000 articles")
        terminal.settle()
        start = len(terminal.sent)
        print(f"{'':24}{'median':>8}{'most':>8}{'limit':>8}")
        print(f"{'the first screen':24}{start:8}")
        for name, before, keys, limit in _PLAN:
            terminal.press(*before)
            sizes = [size for size in (terminal.press(key) for key in keys) if size]
            median = statistics.median(sizes) if sizes else 0
            kept = kept and median <= limit
            print(f"{name:24}{median:8.0f}{max(sizes, default=0):8}{limit:8}")
        terminal.press("escape")
        before_waiting = len(terminal.sent)
        terminal.settle(5.0)
        idle = len(terminal.sent) - before_waiting
        print(f"{'five seconds idle':24}{idle:8}{idle:8}{0:8}")
    return 0 if kept and idle == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
