"""Each of many hostile files is loaded clean, or skipped by its name with a plain reason."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.model import Article, Skipped
from corpus.reading import clean_line, load
from corpus.reading.guard.limits import Limits
from scripts.make_hostile import EITHER, READ, Hostile, make

ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
Found = dict[str, list[Article | Skipped]]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[list[Hostile], Found]]:
    pytest.importorskip("trafilatura")
    pytest.importorskip("pypdfium2")
    folder: Path = tmp_path_factory.mktemp("hostile")
    made = make(folder)
    found: Found = defaultdict(list)
    for item in load([folder], Limits(seconds=12)):
        found[re.sub(r"(?<=.)#\d+$", "", item.path)].append(item)
    yield made, found


def test_all_becomes_what_it_should(loaded: tuple[list[Hostile], Found]) -> None:
    made, found = loaded
    assert len(made) > 160
    wrong = []
    for file in made:
        items = found.get(clean_line(os.fsdecode(file.name)), [])
        reasons = [item.reason for item in items if isinstance(item, Skipped)]
        read = len(reasons) < len(items)
        as_meant = file.outcome == EITHER or (
            read if file.outcome == READ else any(file.outcome in reason for reason in reasons)
        )
        if not items or not as_meant or not all(reason for reason in reasons):
            wrong.append((file.name, file.outcome, read, reasons))
    assert wrong == []


def test_nothing_that_comes_out_acts(loaded: tuple[list[Hostile], Found]) -> None:
    for items in loaded[1].values():
        for item in items:
            texts = [item.path, getattr(item, "reason", "")]
            if isinstance(item, Article):
                said = (item.title, item.publisher, item.author, item.published, item.address)
                texts += [item.text, *item.remarks, *(one.value for one in said if one)]
            assert not any(map(ACTIVE.search, texts)), item.path
