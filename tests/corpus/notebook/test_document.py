"""Files of the notebook as text: anything can be read, and what is not understood is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Kind
from corpus.notebook.document import Blocks, DamagedError, Document, read, write
from corpus.notebook.records import FILE_OF, FILES, Named, Note, Passage, Record, Tag
from corpus.notebook.tidy import tidy
from tests.corpus.notebook.samples import EVERY

words = st.text(st.characters(exclude_categories=())).map(tidy)
passages = st.builds(
    Passage, words, words, st.integers(0, 10**9), st.integers(0, 10**9), words, words, words
)
names = st.builds(Named, st.sampled_from(Kind), words, st.lists(words, max_size=3).map(tuple))
times = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1)).map(
    lambda time: time.replace(tzinfo=UTC)
)
common: dict[str, Any] = {
    "id": st.text("abc0~", min_size=1),
    "revision": st.integers(1, 10**6),
    "created": times,
    "changed": times,
}
notes = st.builds(Note, on=passages | names, text=words, **common)
values = st.recursive(
    st.booleans() | st.integers(-(2**60), 2**60) | st.text(st.characters(exclude_categories=["Cs"]))
    | st.dates(date(1900, 1, 1)),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text("ab .\"'", max_size=4), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def document(*records: Record) -> Document:
    return Document({r.id: r for r in records})


@given(st.lists(notes, max_size=4))
def test_notes_are_read_as_they_were_written(made: list[Note]) -> None:
    whole = document(*made)
    data = write("notes", whole, Blocks())
    assert read("notes", data, Blocks()) == Document(
        {r.id: r for r in sorted(whole.records.values(), key=lambda r: (r.created, r.id))}
    )
    assert write("notes", read("notes", data, Blocks()), Blocks()) == data
    assert len(tomli.loads(data.decode()).get("note", [])) == len(whole.records)


@given(
    st.lists(notes, max_size=3, unique_by=lambda note: note.id),
    st.dictionaries(st.text("ab.\"'", max_size=3), values),
)
def test_what_is_not_known_is_kept(made: list[Note], more: dict[str, Any]) -> None:
    text = tomli_w.dumps(more)
    text = "version = 1\n" + text + write("notes", document(*made), Blocks()).decode().partition(
        "version = 1\n"
    )[2]  # fmt: skip
    try:
        before = tomli.loads(text)
    except tomli.TOMLDecodeError:
        return
    data = text.encode()
    for _ in range(2):
        found = read("notes", data, Blocks())
        assert set(made) <= set(found.records.values())
        data = write("notes", found, Blocks())
    after = tomli.loads(data.decode())
    empty = [key for key, value in before.items() if value == []]
    for key in empty:
        before.pop(key), after.pop(key, None)
    before.pop("note", None), after.pop("note", None)
    assert after == before


@given(st.binary())
def test_any_bytes_are_read_or_called_damaged(data: bytes) -> None:
    for name in FILES:
        for start in (b"", b"version = 1\n", b"version = 1\n[[note]]\n"):
            try:
                found = read(name, start + data, Blocks())
            except DamagedError as error:
                assert str(error)
            else:
                assert read(name, write(name, found, Blocks()), Blocks()).records == found.records


@given(st.lists(notes, min_size=1, max_size=3), st.data())
@settings(max_examples=50)
def test_a_damaged_byte_is_noticed_or_changes_little(made: list[Note], data: st.DataObject) -> None:
    whole = bytearray(write("notes", document(*made), Blocks()))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] = data.draw(st.integers(0, 255))
    try:
        found = read("notes", bytes(whole), Blocks())
    except DamagedError:
        return
    again = write("notes", found, Blocks())
    assert read("notes", again, Blocks()).records == found.records


@pytest.mark.parametrize("record", EVERY)
def test_short_records_too_are_tables_of_their_own(record: Record) -> None:
    from dataclasses import replace

    record = replace(record, id="a", revision=1)
    data = write(FILE_OF[type(record)], document(record), Blocks())
    assert sum(line.startswith(b"[[") and b"." not in line for line in data.splitlines()) == 1


def test_a_note_written_by_hand_gets_the_same_id_each_time() -> None:
    text = (
        b'version = 1\n[note]\ntext = "by hand"\non = {what = "name", kind = "place", name = "x"}\n'
    )
    (one,) = read("notes", text, Blocks()).records.values()
    (two,) = read("notes", text, Blocks()).records.values()
    assert one == two
    assert one.id


@pytest.mark.parametrize(
    "text", ["note = 5", "note = [1]", "note = 'x'", "version = true", "a = 1"]
)
def test_what_would_clash_with_records_is_damage(text: str) -> None:
    head = "" if "version" in text or text == "a = 1" else "version = 1\n"
    with pytest.raises(DamagedError):
        read("notes", f"{head}{text}\n".encode(), Blocks())


def test_blocks_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.notebook.document._MOST", 3)
    blocks = Blocks()
    made = [
        Tag(on=Passage(str(n)), tag="t", id=str(n), revision=1) for n in range(20)
    ]  # more than are remembered
    data = write("tags", document(*made), blocks)
    assert set(read("tags", data, blocks).records.values()) == set(made)
    assert len(blocks.records) <= 3
