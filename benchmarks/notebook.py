"""Tries to make the notebook lose something, and measures what a change costs.

    python benchmarks/notebook.py --kills 500        a writer that is killed, again and again
    python benchmarks/notebook.py --writers 4 --notes 500      several writers at once
    python benchmarks/notebook.py --speed 5000       the time of a change among so many notes

A note counts as acknowledged once its writer has printed its text; a note that was acknowledged
and is not in the notebook afterwards is lost. `--folder` says on which disk.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.notebook.book import Notebook
from corpus.notebook.records import Note, Passage

WORDS = "What the harbour master said of the two envoys should be asked again. "
PASSAGE = Passage("reports/ferry.md", "5f2b" * 16, 24, 48, "Two envoys were on board", " " * 32)


def write(folder: Path, name: str, count: int) -> None:
    """The writer: adds notes, and says each one once it is saved."""
    book = Notebook.open(folder, patience=60)
    print("open", flush=True)
    for number in range(count):
        kept = book.add(Note(on=PASSAGE, text=f"{name} {number}: {WORDS}"))
        print(kept.text, flush=True)
    book.close()


def started(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    """A writer in a process of its own."""
    words = [sys.executable, __file__, "--write", name, "--notes", str(count)]
    return subprocess.Popen(
        [*words, "--folder", str(folder)], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


def missing(folder: Path, said: set[str]) -> set[str]:
    """What was acknowledged, and is not there."""
    return said - {note.text for note in Notebook.open(folder).records(Note)}


def kill(folder: Path, times: int, seed: int = 1) -> tuple[int, int]:
    """Notes acknowledged and lost over `times` writers on one notebook, each of them killed."""
    choose = random.Random(seed)
    said: set[str] = set()
    lost: set[str] = set()
    for turn in range(times):
        writer = started(folder, f"w{turn}", 100_000)
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(choose.randint(2, 8))][1:]
        time.sleep(choose.uniform(0, 0.02))
        writer.send_signal(signal.SIGKILL)
        lines += writer.stdout
        said |= {line.rstrip("\n") for line in lines if line.endswith("\n")}
        writer.wait()
        lost |= missing(folder, said)
    return len(said), len(lost)


def together(folder: Path, writers: int, notes: int) -> tuple[int, int]:
    """Notes acknowledged and lost when `writers` write at once."""
    running = [started(folder, f"w{number}", notes) for number in range(writers)]
    said: set[str] = set()
    for writer in running:
        out, _ = writer.communicate()
        said |= set(out.splitlines()) - {"open"}
        assert writer.returncode == 0
    return len(said), len(missing(folder, said))


def speed(folder: Path, notes: int, changes: int = 200) -> None:
    """Prints what opening and changing cost with `notes` notes on the disk."""
    book = Notebook.open(folder)
    blank = Note(on=PASSAGE, text="")
    for number in range(notes):
        book.add(Note(on=PASSAGE, text=f"{number}: {WORDS}"))
    times: dict[str, list[float]] = {"add": [], "undo": [], "redo": []}
    for number in range(changes):
        for name, act in (
            ("add", lambda n=number: book.add(Note(on=blank.on, text=f"new {n}"))),
            ("undo", book.undo),
            ("redo", book.redo),
        ):
            began = time.perf_counter()
            act()
            times[name].append(1_000 * (time.perf_counter() - began))
    book.close()
    for name, taken in times.items():
        print(f"{name}: median {median(taken):.1f} ms, p99 {quantiles(taken, n=100)[-1]:.1f} ms")
    began = time.perf_counter()
    book = Notebook.open(folder)
    print(f"open with {len(book.records(Note))} notes: {time.perf_counter() - began:.3f} s")
    began = time.perf_counter()
    book.refresh()
    print(f"refresh when nothing changed: {1_000 * (time.perf_counter() - began):.2f} ms")


def main() -> int:
    """Runs what the options ask for; the exit status is 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--write", metavar="NAME", help=argparse.SUPPRESS)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--writers", type=int, default=0)
    parser.add_argument("--notes", type=int, default=500)
    parser.add_argument("--speed", type=int, default=0)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    if asked.write:
        write(asked.folder, asked.write, asked.notes)
        return 0
    lost = 0
    with tempfile.TemporaryDirectory(dir=asked.folder) as made:
        if asked.kills:
            said, gone = kill(Path(made, "kills"), asked.kills)
            print(f"{asked.kills} kills: {said} notes acknowledged, {gone} lost")
            lost += gone
        if asked.writers:
            began = time.perf_counter()
            said, gone = together(Path(made, "writers"), asked.writers, asked.notes)
            took = time.perf_counter() - began
            wanted = asked.writers * asked.notes
            print(f"{asked.writers} writers: {said} of {wanted} acknowledged, {gone} lost, "
                  f"{took:.1f} s")  # fmt: skip
            lost += gone + wanted - said
        if asked.speed:
            speed(Path(made, "speed"), asked.speed)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
