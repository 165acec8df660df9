"""How long Dateline takes to start, in the starts of the smallest app of the same toolkit.

Run as `python -m benchmarks.start [ROUNDS]` from the top of a checkout, on a machine with nothing
else to do. A screen counts as usable once the list of sources and the text of an article are on
it. The programs take turns, so that a slow minute is slow for all of them; the smallest time is
what the program takes, the median what this machine made of it.
"""

from __future__ import annotations

import statistics
import sys
import time

from tests.terminal.driver import Terminal

_SMALLEST = """
from textual.app import App
from textual.widgets import Static

class Smallest(App):
    def compose(self):
        yield Static("Here I am.", markup=False)

Smallest().run(mouse=False)
"""
_PROGRAMS = {
    "one Static": (["-c", _SMALLEST], b"Here I am."),
    "Dateline, first frame": (["-m", "tui"], b"Sources"),
    "Dateline, usable": (["-m", "tui"], b"SEOUL"),
}
_LIMIT = 1.5


def milliseconds(arguments: list[str], sign: bytes) -> float:
    """From the start of the process until it wrote `sign`."""
    began = time.perf_counter()
    with Terminal(arguments, environment={"COLORTERM": "truecolor"}, emulate=False) as terminal:
        terminal.wait(lambda: sign in terminal.sent)
        return (time.perf_counter() - began) * 1000


def main(rounds: int) -> int:
    """Print the figures; the status says whether the limit is kept."""
    times: dict[str, list[float]] = {name: [] for name in _PROGRAMS}
    for number in range(-1, rounds):
        for name, (arguments, sign) in _PROGRAMS.items():
            taken = milliseconds(arguments, sign)
            if number >= 0:  # the first round fills the caches of the disk and of the bytecode
                times[name].append(taken)
    base = times["one Static"]
    print(f"{'':24}{'least ms':>10}{'ratio':>8}{'median ms':>12}{'ratio':>8}")
    for name, all_taken in times.items():
        least, median = min(all_taken), statistics.median(all_taken)
        print(
            f"{name:24}{least:10.0f}{least / min(base):8.2f}"
            f"{median:12.0f}{median / statistics.median(base):8.2f}"
        )
    ratio = min(times["Dateline, usable"]) / min(base)
    print(
        f"{'kept' if ratio <= _LIMIT else 'NOT kept'}: usable in {ratio:.2f} times, limit {_LIMIT}"
    )
    return 0 if ratio <= _LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
