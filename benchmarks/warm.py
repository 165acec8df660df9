"""How long a second start takes, and how much memory, with few articles and with many.

Run as `python -m benchmarks.warm FOLDER [FOLDER ...]` from the top of a checkout, on a machine with
nothing else to do; the folders are made by `scripts/make_corpus.py`, the smallest first. Each is
built into a cache of its own where that is not done yet (`--cache`). A screen counts as usable once
the list of sources says how many there are: the text of the first article is in the same frame.
The folders take turns; the smallest time is what the program takes.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from corpus import store
from corpus.store.building import build
from tests.terminal.driver import Terminal

_LIMITS = {10_000: 1.6, 60_000: 3.0}
_MEMORY = 2.5
"""Times the size of the text, above what the smallest folder takes."""


def usable(folder: Path, cache: Path, sign: bytes) -> tuple[float, int]:
    """Milliseconds until the screen is usable, and its kilobytes of memory five seconds later."""
    began = time.perf_counter()
    environment = {"XDG_CACHE_HOME": str(cache), "COLORTERM": "truecolor"}
    with Terminal(["-m", "tui", str(folder)], environment=environment, emulate=False) as terminal:
        terminal.wait(lambda: sign in terminal.sent)
        taken = (time.perf_counter() - began) * 1000
        time.sleep(5)
        lines = Path(f"/proc/{terminal.pid}/status").read_text("ascii").splitlines()
        kept = next(line for line in lines if line.startswith("VmRSS"))
        return taken, int(kept.split()[1])


def who(folder: Path, cache: Path) -> tuple[float, float]:
    """Milliseconds of `dateline who`, and of an empty Python that imports numpy."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    asked = ["-m", "tui", "who", "Kim Yong", "--json", "--in", str(folder)]
    times = []
    for words in (asked, ["-c", "import numpy"]):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, *words], env=environment, check=True, stdout=subprocess.DEVNULL
        )
        times.append((time.perf_counter() - began) * 1000)
    return times[0], times[1]


def main() -> int:
    """Print the figures; the status says whether the limits are kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, default=Path("/tmp/dateline-warm"))
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    counts: dict[Path, int] = {}
    sizes: dict[Path, int] = {}
    for folder in asked.folders:
        build([folder], asked.cache / "dateline")
        found = store.open([folder], asked.cache / "dateline")
        assert found is not None
        counts[folder] = len(found.corpus.articles)
        sizes[folder] = sum(path.stat().st_size for path in folder.rglob("*.md"))
        found.close()
    times: dict[Path, list[float]] = {folder: [] for folder in asked.folders}
    memory: dict[Path, list[int]] = {folder: [] for folder in asked.folders}
    asking: dict[Path, list[tuple[float, float]]] = {folder: [] for folder in asked.folders}
    for _ in range(asked.rounds):
        for folder in asked.folders:
            taken, kept = usable(folder, asked.cache, f"/{counts[folder]}".encode())
            times[folder].append(taken)
            memory[folder].append(kept)
            asking[folder].append(who(folder, asked.cache))
    base = asked.folders[0]
    kept_all = True
    print(
        f"{'articles':>9}{'least ms':>10}{'ratio':>7}{'median':>8}{'MB':>6}{'texts':>7}{'who':>6}"
    )
    for folder in asked.folders:
        ratio = min(times[folder]) / min(times[base])
        extra = (min(memory[folder]) - min(memory[base])) * 1024 / sizes[folder]
        answer = min(one for one, _ in asking[folder]) / min(bare for _, bare in asking[folder])
        print(
            f"{counts[folder]:9,}{min(times[folder]):10.0f}{ratio:7.2f}"
            f"{statistics.median(times[folder]):8.0f}{min(memory[folder]) / 1024:6.0f}"
            f"{extra:7.2f}{answer:6.2f}"
        )
        limit = next((_LIMITS[n] for n in sorted(_LIMITS) if counts[folder] <= n), 3.0)
        kept_all &= ratio <= limit and extra <= _MEMORY and answer <= 4
    print(
        "kept" if kept_all else "NOT kept", "(texts: memory above the first, in sizes of the text;"
    )
    print("who: `dateline who`, in starts of Python with numpy)")
    return 0 if kept_all else 1


if __name__ == "__main__":
    sys.exit(main())
