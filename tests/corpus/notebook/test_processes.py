"""Real processes on one notebook: killed in the middle, and several at once."""

from __future__ import annotations

from pathlib import Path

from benchmarks.notebook import kill, together
from corpus.notebook.book import Notebook
from corpus.notebook.records import Note


def test_killed_writers_lose_nothing_acknowledged(tmp_path: Path) -> None:
    said, lost = kill(tmp_path, 15)
    assert said >= 15
    assert lost == 0
    book = Notebook.open(tmp_path)
    assert book.remarks == ()
    before = len(book.records(Note))
    assert book.undo() is not None
    assert len(book.records(Note)) == before - 1


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    assert together(tmp_path, 4, 30) == (120, 0)
    assert len(Notebook.open(tmp_path).records(Note)) == 120
