"""Kill the running program while notes are typed: none that the screen called saved may be lost.

`python benchmarks/notes_kill.py [KILLS]` (200 where none is given) starts `dateline` on a real
pseudo-terminal, types notes one after the other, and sends SIGKILL at a random moment. After each
kill the notebook is read back. Exit status 1 where a note is lost or the notebook is damaged.
"""

from __future__ import annotations

import os
import random
import re
import signal
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from corpus.notebook.book import Notebook  # noqa: E402
from corpus.notebook.records import Note  # noqa: E402
from tests.terminal.driver import Terminal  # noqa: E402

_LONGEST = 1.5
"""Seconds of typing after which the program is killed at the latest."""
_SAVED = re.compile(r"Saved\. Note on this \w+: (note-\d+-\d+)")
_TEXT = "The ferry left at noon. Two envoys were on board, the harbour master said.\n"


def run(number: int, documents: Path, book: Path, pick: random.Random) -> set[str]:
    """Type notes until the program is killed; the notes that the screen called saved."""
    saved: set[str] = set()
    arguments = ["-P", "-m", "tui", "--no-cache", "--no-restore", "--notebook", str(book)]
    with Terminal([*arguments, str(documents)], folder=TOP) as terminal:
        terminal.wait("The ferry left")
        end = time.monotonic() + pick.uniform(0, _LONGEST)
        typed = 0
        waiting = False
        while time.monotonic() < end:
            if not waiting:
                os.write(terminal._master, f"anote-{number}-{typed}\r".encode())
                waiting = True
            terminal._read(0.005)
            found = _SAVED.search(terminal.rows()[-1])
            if found is not None and found[1] not in saved:
                saved.add(found[1])
                typed += 1
                waiting = False
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.finish()
    return saved


def check(kills: int, seed: int = 0) -> tuple[int, list[str]]:
    """How many notes were called saved in `kills` runs, and what went wrong with them."""
    pick = random.Random(seed)
    saved: set[str] = set()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        documents, book = Path(folder) / "documents", Path(folder) / "book"
        documents.mkdir()
        (documents / "ferry.txt").write_text(_TEXT)
        for number in range(kills):
            saved |= run(number, documents, book, pick)
            kept = Notebook.open(book)
            there = {note.text for note in kept.records(Note)}
            wrong += [f"lost after kill {number}: {note}" for note in sorted(saved - there)]
            wrong += [f"after kill {number}: {remark}" for remark in kept.remarks]
            if wrong:
                break
    return len(saved), wrong


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    begun = time.monotonic()
    count, faults = check(wanted)
    print(f"{wanted} kills, {count} notes called saved, {len(faults)} faults", end="")
    print(f" ({time.monotonic() - begun:.0f} s)")
    for fault in faults:
        print(f"  {fault}")
    sys.exit(1 if faults else 0)
