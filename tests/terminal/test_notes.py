"""Notes typed into the running program outlive its death, and are written before it leaves."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from benchmarks.notes_kill import check
from corpus.notebook.book import Notebook
from corpus.notebook.records import Note
from tests.terminal.driver import TOP, Terminal

_LINE = 4096
"""Bytes that a key in a line of text may cost."""


def test_no_note_that_was_called_saved_is_lost_when_the_program_is_killed() -> None:
    saved, faults = check(5, seed=7)
    assert faults == []
    assert saved


@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "q"])
def test_a_note_handed_over_is_written_before_the_program_leaves(how: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("The ferry left at noon.\n")
    book = tmp_path / "book"
    arguments = ["-P", "-m", "tui", "--no-cache", "--no-restore", "--notebook", str(book)]
    with Terminal([*arguments, str(tmp_path / "docs")], folder=TOP) as terminal:
        terminal.wait("The ferry left")
        os.write(terminal._master, b"a")
        terminal.wait("Note on")
        assert all(terminal.press(letter) <= _LINE for letter in "Handed over")
        os.write(terminal._master, b"\r")
        if how == "q":
            os.write(terminal._master, b"q")
            assert terminal.finish() == 0
        else:
            terminal.settle(0.01)
            terminal.end(getattr(signal, how))
    assert [note.text for note in Notebook.open(book).records(Note)] == ["Handed over"]
