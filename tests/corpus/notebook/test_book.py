"""What a reader keeps in a notebook, and how it is changed, undone and shared by sessions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.notebook.book import Notebook
from corpus.notebook.errors import NotSavedError, ReadOnlyError
from corpus.notebook.records import TABLE_OF, Merge, Note, Record, Tag
from corpus.notebook.tidy import tidy
from tests.corpus.notebook.samples import ANNA, EVERY, PASSAGE, note


def texts(book: Notebook) -> list[str]:
    return [n.text for n in book.records(Note)]


def test_opening_writes_nothing(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path / "book")
    assert book.records(Note) == ()
    assert book.remarks == ()
    assert not (tmp_path / "book").exists()


@pytest.mark.parametrize("record", EVERY, ids=lambda r: TABLE_OF[type(r)])
def test_every_kind_of_record_is_there_after_a_restart(tmp_path: Path, record: Record) -> None:
    kept = Notebook.open(tmp_path).add(record)
    assert kept.id and kept.revision == 1
    again = Notebook.open(tmp_path)
    assert again.records(type(record)) == (kept,)
    assert (
        replace(kept, id="", revision=0, created=record.created, changed=record.changed) == record
    )


def test_files_are_toml_in_the_order_of_time(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    for number in range(5):
        book.add(note(str(number)))
    told = tomli.loads((tmp_path / "notes.toml").read_text())
    assert told["version"] == 1
    assert [n["text"] for n in told["note"]] == list("01234")
    assert told["note"][0]["on"]["quote"] == PASSAGE.quote


def test_one_record_changes_few_lines(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    kept = [book.add(note(str(number))) for number in range(20)]
    before = (tmp_path / "notes.toml").read_text().splitlines()
    book.change(replace(kept[7], text="other"))
    after = (tmp_path / "notes.toml").read_text().splitlines()
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) <= 3


@given(st.text(st.characters(exclude_categories=())))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_text_is_kept_but_for_control_characters(tmp_path: Path, text: str) -> None:
    book = Notebook.open(tmp_path)
    kept = book.add(note(text))
    assert kept.text == tidy(text)
    assert Notebook.open(tmp_path).get(kept.id) == kept
    book.remove(kept.id)


@given(st.text(st.characters(exclude_categories=())))
def test_tidy_text_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    once.encode()
    if not set(map(ord, text)) & {*range(32), *range(127, 160), *range(0xD800, 0xE000)}:
        assert once == text


def test_undo_and_redo_of_every_change(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    first = book.add(note("one"))
    book.change(replace(first, text="two"))
    book.remove(first.id)
    seen = []
    while told := book.undo():
        seen.append((told, texts(book)))
    assert [t for _, t in seen] == [["two"], ["one"], []]
    assert "removed" in seen[0][0] and "changed" in seen[1][0] and "added" in seen[2][0]
    back = []
    while book.redo():
        back.append(texts(book))
    assert back == [["one"], ["two"], []]


def test_undo_and_redo_after_restarts(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    book.add(note("one"))
    book.add(note("two"))
    book.close()
    book = Notebook.open(tmp_path)
    assert book.undo()
    book.close()
    book = Notebook.open(tmp_path)
    assert texts(book) == ["one"]
    assert book.redo()
    assert texts(book) == ["one", "two"]
    assert book.redo() is None
    book.close()
    book = Notebook.open(tmp_path)
    assert book.undo() and book.undo()
    assert texts(book) == []
    assert book.undo() is None


def test_a_new_change_ends_redo(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    book.add(note("one"))
    book.undo()
    book.add(note("two"))
    assert book.redo() is None
    assert texts(book) == ["two"]


def test_undo_leaves_the_changes_of_another_session(tmp_path: Path) -> None:
    mine, other = Notebook.open(tmp_path), Notebook.open(tmp_path)
    mine.add(note("mine"))
    other.add(note("other"))
    assert mine.undo()
    assert mine.undo() is None
    assert texts(mine) == ["other"]
    third = Notebook.open(tmp_path)
    assert third.undo() is None, "both sessions still run"
    other.close()
    assert mine.undo() is None, "it ran when this one began"
    assert Notebook.open(tmp_path).undo(), "ended before this one began"


def test_undo_leaves_a_record_that_was_changed_elsewhere(tmp_path: Path) -> None:
    mine, other = Notebook.open(tmp_path), Notebook.open(tmp_path)
    kept = mine.add(note("mine"))
    other.refresh()
    other.change(replace(kept, text="theirs"))
    told = mine.undo()
    assert told is not None and told.startswith("Not undone")
    assert texts(mine) == ["theirs"]


def test_sessions_take_in_what_others_add(tmp_path: Path) -> None:
    one, two = Notebook.open(tmp_path), Notebook.open(tmp_path)
    one.add(note("a"))
    two.add(note("b"))
    assert texts(two) == ["a", "b"]
    assert texts(one) == ["a"]
    assert one.refresh()
    assert texts(one) == ["a", "b"]
    assert not one.refresh()


def test_two_edits_of_one_record_keep_both(tmp_path: Path) -> None:
    one, two = Notebook.open(tmp_path), Notebook.open(tmp_path)
    kept = one.add(note("start"))
    two.refresh()
    one.change(replace(kept, text="one"))
    copy = two.change(replace(kept, text="two"))
    assert copy.conflict_of == kept.id
    assert sorted(texts(two)) == ["one", "two"]
    assert any("both are kept" in r for r in two.remarks)
    assert two.undo()
    assert texts(two) == ["one"]


def test_equal_edits_are_one(tmp_path: Path) -> None:
    one, two = Notebook.open(tmp_path), Notebook.open(tmp_path)
    kept = one.add(note("start"))
    two.refresh()
    one.change(replace(kept, text="same"))
    two.change(replace(kept, text="same"))
    assert texts(two) == ["same"]


def test_an_edit_wins_over_a_removal(tmp_path: Path) -> None:
    one, two = Notebook.open(tmp_path), Notebook.open(tmp_path)
    a, b = one.add(note("a")), one.add(note("b"))
    two.refresh()
    one.change(replace(a, text="a edited"))
    two.remove(a.id)
    one.remove(b.id)
    two.change(replace(b, text="b edited"))
    assert sorted(texts(two)) == ["a edited", "b edited"]


def test_one_session_may_change_a_record_from_an_old_copy(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    kept = book.add(note("1"))
    book.change(replace(kept, text="2"))
    book.change(replace(kept, text="3"))
    assert texts(book) == ["3"]


def test_a_hand_edit_is_taken_in(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    book.add(note("before"))
    path = tmp_path / "notes.toml"
    path.write_text(
        path.read_text().replace('"before"', '"""by\nhand"""')
        + '\n[[note]]\ntext = "new"\n[note.on]\nwhat = "passage"\npath = "x.md"\n'
    )
    assert book.refresh()
    assert sorted(texts(book)) == ["by\nhand", "new"]
    book.add(note("after"))
    assert sorted(texts(Notebook.open(tmp_path))) == ["after", "by\nhand", "new"]


def test_what_is_not_understood_stays_in_the_file(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    book.add(note("mine"))
    path = tmp_path / "notes.toml"
    odd = "\n[[note]]\ntext = 5\n\n[[reminder]]\nwhen = 2026-01-01\n\n[tool.x]\ny = [1, {z = 2}]\n"
    path.write_text(path.read_text().replace("version = 1", "version = 1\nowner = 'me'") + odd)
    book = Notebook.open(tmp_path)
    assert texts(book) == ["mine"]
    assert len(book.remarks) == 4
    for text in ("second", "third"):
        book.add(note(text))
    told = tomli.loads(path.read_text())
    assert told["owner"] == "me"
    assert told["reminder"][0]["when"].year == 2026
    assert told["tool"] == {"x": {"y": [1, {"z": 2}]}}
    assert [n["text"] for n in told["note"]] == ["mine", "second", "third", 5]


def test_two_records_with_one_id_are_both_kept(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    kept = book.add(note("mine"))
    path = tmp_path / "notes.toml"
    block = path.read_text().partition("[[note]]")[2]
    path.write_text(path.read_text() + "\n[[note]]" + block.replace("mine", "branch"))
    book = Notebook.open(tmp_path)
    assert sorted(texts(book)) == ["branch", "mine"]
    assert {n.conflict_of for n in book.records(Note)} == {"", kept.id}


@pytest.mark.parametrize(
    "damage",
    [b"", b"\xff\xfe", b"version = 1\n[[note]\n", b"<<<<<<< HEAD\n", b"x = " + b"[" * 5000],
)
def test_a_damaged_file_is_set_aside_and_nothing_is_lost(tmp_path: Path, damage: bytes) -> None:
    book = Notebook.open(tmp_path)
    for number in range(3):
        book.add(note(str(number)))
    book.close()
    path = tmp_path / "notes.toml"
    path.write_bytes(damage)
    book = Notebook.open(tmp_path)
    assert texts(book) == ["0", "1", "2"]
    (aside,) = tmp_path.glob("notes.toml.damaged-*")
    assert aside.read_bytes() == damage
    assert aside.name in book.remarks[0]
    assert texts(Notebook.open(tmp_path)) == ["0", "1", "2"]
    assert Notebook.open(tmp_path).remarks == ()


def test_a_file_damaged_while_in_use_is_set_aside_at_the_next_change(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    book.add(note("0"))
    (tmp_path / "notes.toml").write_bytes(b"= 3")
    book.refresh()
    assert texts(book) == ["0"]
    book.add(note("1"))
    assert texts(Notebook.open(tmp_path)) == ["0", "1"]
    assert len(list(tmp_path.glob("*.damaged-*"))) == 1


def test_damaged_without_a_journal_the_newest_good_backup_is_used(tmp_path: Path) -> None:
    for number in range(4):
        book = Notebook.open(tmp_path)
        book.add(note(str(number)))
        book.close()
    backups = sorted((tmp_path / "backups").iterdir())
    assert len(backups) == 3
    backups[-1].write_bytes(b"broken")
    (tmp_path / ".state" / "journal.jsonl").unlink()
    (tmp_path / "notes.toml").write_bytes(b"broken")
    book = Notebook.open(tmp_path)
    assert texts(book) == ["0", "1"]
    assert backups[-2].name in book.remarks[0]


def test_a_lost_file_is_brought_back(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    book.add(note("0"))
    book.add(note("1"))
    book.close()
    (tmp_path / "notes.toml").unlink()
    book = Notebook.open(tmp_path)
    assert texts(book) == ["0", "1"]
    assert "missing" in book.remarks[0]
    assert (tmp_path / "notes.toml").exists()


def test_backups_are_few_and_can_be_read(tmp_path: Path) -> None:
    for number in range(9):
        book = Notebook.open(tmp_path)
        book.add(note(str(number)))
        book.close()
    backups = sorted((tmp_path / "backups").iterdir())
    assert len(backups) == 5
    assert len(tomli.loads(backups[-1].read_text())["note"]) == 8


def test_a_newer_version_is_read_only(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    book.add(note("0"))
    book.close()
    path = tmp_path / "notes.toml"
    path.write_text(path.read_text().replace("version = 1", "version = 2"))
    before = path.read_bytes()
    book = Notebook.open(tmp_path)
    assert "version 2" in book.read_only
    assert texts(book) == ["0"]
    for attempt in (lambda: book.add(note()), lambda: book.add(Tag(on=ANNA, tag="t"))):
        with pytest.raises(ReadOnlyError):
            attempt()
    assert path.read_bytes() == before
    assert book.unsaved == 0


def test_a_newer_version_that_comes_while_in_use_is_not_overwritten(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    book.add(note("0"))
    path = tmp_path / "notes.toml"
    path.write_text(path.read_text().replace("version = 1", "version = 7"))
    before = path.read_bytes()
    with pytest.raises((NotSavedError, ReadOnlyError)):
        book.add(note("1"))
    assert path.read_bytes() == before


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "book").write_text("no folder")
    book = Notebook.open(tmp_path / "book")
    with pytest.raises(NotSavedError) as caught:
        book.add(note("kept"))
    assert "file stands where" in caught.value.reason
    assert texts(book) == ["kept"]
    assert book.unsaved == 1
    (tmp_path / "book").unlink()
    book.retry()
    assert book.unsaved == 0
    assert texts(Notebook.open(tmp_path / "book")) == ["kept"]


def test_a_held_lock_is_waited_for_no_longer_than_patience(tmp_path: Path) -> None:
    one = Notebook.open(tmp_path)
    one.add(note("a"))
    two = Notebook.open(tmp_path, patience=0.05)
    with one._shelf.locked(), pytest.raises(NotSavedError, match="another Dateline"):
        two.add(note("b"))
    two.add(note("c"))
    assert texts(Notebook.open(tmp_path)) == ["a", "b", "c"]


def test_a_folder_that_vanishes_while_in_use_is_made_again(tmp_path: Path) -> None:
    import shutil

    book = Notebook.open(tmp_path / "book")
    book.add(note("a"))
    shutil.rmtree(tmp_path / "book")
    book.add(note("b"))
    assert texts(Notebook.open(tmp_path / "book")) == ["a", "b"]


def test_a_torn_journal_is_passed_over(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    book.add(note("a"))
    book.add(note("b"))
    book.close()
    path = tmp_path / ".state" / "journal.jsonl"
    path.write_bytes(path.read_bytes()[:-30])
    book = Notebook.open(tmp_path)
    assert texts(book) == ["a", "b"]
    book.add(Merge(names=(ANNA, ANNA)))
    assert book.undo() and book.undo()
    assert texts(book) == ["b"]


def test_a_record_that_cannot_be_kept_is_refused(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path)
    with pytest.raises(ValueError, match="text"):
        book.add(Note(on=PASSAGE, text=5))  # type: ignore[arg-type]
    assert book.unsaved == 0
    assert texts(book) == []
