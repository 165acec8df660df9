"""Sheets, tables, scalable drawings and files keep within their bounds and harm nobody."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.drawing.saving import save
from corpus.drawing.sheet import Sheet, label, width_of
from corpus.drawing.svg import Svg
from corpus.drawing.table import to_csv


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 12), st.integers(0, 4), st.lists(st.tuples(
    st.integers(-9, 20), st.integers(-3, 8), st.text(max_size=8))))  # fmt: skip
def test_a_sheet_keeps_its_size(width: int, height: int, put: list[tuple[int, int, str]]) -> None:
    sheet = Sheet(width, height)
    for x, y, text in put:
        sheet.put(x, y, text, "mark")
    rows = ["".join(text for text, _ in sheet.runs(y)) for y in range(height)]
    assert all(width_of(row) <= width for row in rows)
    assert len(rows) == height


def test_a_wide_character_takes_two_cells_or_none() -> None:
    sheet = Sheet(3, 1)
    sheet.put(0, 0, "리용호")
    assert sheet.text() == "리\n"
    assert not sheet.free(0, 0, 2) and sheet.free(2, 0, 1) and not sheet.free(2, 0, 2)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40), st.integers(0, 20))
def test_a_label_fits_and_stands_on_one_line(text: str, width: int) -> None:
    found = label(text, width)
    assert width_of(found) <= width
    assert not any(ord(character) < 32 for character in found)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@cmd", "\t=1", " =1"])
def test_no_cell_is_a_formula(text: str) -> None:
    row = next(csv.reader(StringIO(to_csv((text,), [(text,)]).splitlines()[1])))
    assert row[0][:1] not in "=+-@\t\r" or row[0].startswith("'")


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=30), st.text(max_size=30))
def test_words_in_a_drawing_are_words(title: str, words: str) -> None:
    drawing = Svg(10, 10, title)
    drawing.text(1, 1, words)
    drawing.dot(1, 1, 2, words)
    drawing.arrow((0, 0), (0, 0))
    root = ElementTree.fromstring(drawing.done())
    assert {child.tag.rpartition("}")[2] for child in root} == {
        "title", "style", "rect", "text", "circle", "polygon",
    }  # fmt: skip


def test_a_file_is_never_replaced_unasked(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    save(target, "one")
    with pytest.raises(FileExistsError):
        save(target, "two")
    assert target.read_text() == "one"
    save(target, "two", replace=True)
    assert target.read_text() == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["map.svg"]


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        save(tmp_path / "no" / "map.svg", "one")
    folder = tmp_path / "folder.svg"
    folder.mkdir()
    with pytest.raises(OSError):
        save(folder, "one", replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.svg"]
