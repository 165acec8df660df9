"""Searching what lies in the store."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import store
from corpus.search.columns import Columns
from corpus.search.stored import bring_up, open_stored
from corpus.store.building import build


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in {
        "one": "Oslo, 3 May 2021 - Anna Berg said on Monday that the ferry had sunk near Oslo.",
        "two": "The ferry of Bergen was late. Nobody was told why the ferry had not left.",
        "three": "Snow fell all night, and the roads were closed until the morning.",
    }.items():
        (reports / f"{name}.txt").write_text(f"{name.title()}\n\n{text}\n")
    return reports


def test_the_index_lies_beside_the_store_and_is_reused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    build([folder], cache)
    snapshot = store.open([folder], cache)
    assert snapshot is not None
    assert bring_up(snapshot.folder)
    monkeypatch.setattr(Columns, "add", None)
    searcher = open_stored(snapshot)
    assert searcher.indexed == 3
    assert searcher.search("ferry").total == 2
    assert searcher.search("where:Oslo").total == 1
    kinds = {fact.kind for fact in snapshot.corpus.facts}
    for kind in kinds:
        there = {fact.article for fact in snapshot.corpus.facts if fact.kind == kind}
        assert set(searcher.found(f"fact:{kind}")) == there
    assert searcher.update()
    searcher.close()
    snapshot.close()


def test_a_changed_folder_changes_the_answer(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    build([folder], cache)
    first = store.open([folder], cache)
    assert first is not None
    searcher = open_stored(first)
    assert searcher.update()
    (folder / "four.txt").write_text("Four\n\nA ferry to Bergen has been built at last.\n")
    (folder / "two.txt").unlink()
    build([folder], cache)
    second = store.open([folder], cache)
    assert second is not None
    assert searcher.update(second.corpus, mark=second.mark)
    assert searcher.search("ferry").total == 2
    assert searcher.search("late").total == 0
    assert searcher.search("built").hits[0].snippets[0].marks


def test_a_child_brings_the_index_up(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    build([folder], cache)
    snapshot = store.open([folder], cache)
    assert snapshot is not None
    code = "import sys; from corpus.search.stored import main; sys.exit(main())"
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        cwd=Path(__file__).resolve().parents[3],
    )  # fmt: skip
    assert child.stdin is not None and child.stdout is not None
    child.stdin.write(json.dumps(str(snapshot.folder)) + "\n")
    child.stdin.flush()
    told = child.stdout.read().split()
    child.stdin.close()
    assert child.wait() == 0
    assert told[-2:] == ["3", "3"]
    searcher = open_stored(snapshot)
    assert searcher.indexed == 3


def test_nothing_stored_is_no_error(tmp_path: Path) -> None:
    assert not bring_up(tmp_path / "nowhere")
