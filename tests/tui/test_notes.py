"""The notebook on the screen: what is said is kept, shown, listed and undone."""

from __future__ import annotations

from pathlib import Path

from corpus.notebook.book import Notebook
from corpus.notebook.records import Addition, Edit, Merge, Note, Rejection, Split, Tag
from tests.tui import sample
from tests.tui.room import Room, room
from tui.screens.splitting import Splitting


def _open(folder: Path) -> Notebook:
    return Notebook.open(folder)


async def _stand_on(opened: Room, name: str) -> None:
    """Put the cursor of the index on a name."""
    await opened.press("3", "/", f"={name}", "enter", "escape")
    entity = next(e for e in opened.reading.corpus.entities if e.name == name)
    opened.reading.index.choose(opened.reading.index._item_of(entity))


async def test_a_note_on_a_sentence_is_on_the_disk_when_the_screen_says_so(tmp_path: Path) -> None:
    async with room(sample.corpus(), notebook=tmp_path / "book") as opened:
        await opened.press("2", ")", "a", "=Ask the harbour master.", "enter")
        await opened.until("Saved.")
        (note,) = _open(tmp_path / "book").records(Note)
        assert note.text == "Ask the harbour master."
        await opened.until(lambda: "▌*" in opened.pane("article"))
        await opened.press("j", "k")
        assert "Ask the harbour master." in opened.status()
        await opened.press("escape")
        assert "Ask the harbour master." not in opened.status()


async def test_undo_reaches_over_a_restart_and_says_what_it_undid(tmp_path: Path) -> None:
    async with room(sample.corpus(), notebook=tmp_path) as opened:
        await opened.press("3", "a", "=Who is this?", "enter")
        await opened.until("Saved.")
        await opened.until(lambda: "* " in opened.pane("index"))
        opened.app.notes.close(5)
    async with room(sample.corpus(), notebook=tmp_path) as opened:
        await opened.until(lambda: "* " in opened.pane("index"))
        await opened.press("U")
        await opened.until("Undone: added the note “Who is this?”")
        assert "Saved." in opened.status()
        assert _open(tmp_path).records(Note) == ()
        await opened.until(lambda: "* " not in opened.pane("index"))
        await opened.press("ctrl+r")
        await opened.until("Redone")
        assert len(_open(tmp_path).records(Note)) == 1


async def test_names_are_joined_with_a_reason_that_is_shown_and_undone(tmp_path: Path) -> None:
    async with room(sample.corpus(), notebook=tmp_path) as opened:
        await _stand_on(opened, "Marta Quill")
        await opened.press("m")
        assert "Marta Quill is the same as whom?" in opened.status()
        await _stand_on(opened, "Ines Morrow")
        await opened.press("m")
        await opened.press("=One in both photographs", "enter")
        await opened.until("Saved.")
        await opened.until(lambda: len(opened.reading.corpus.entities) == 5)
        (merge,) = _open(tmp_path).records(Merge)
        assert [name.name for name in merge.names] == ["Marta Quill", "Ines Morrow"]
        assert opened.reading.index.standing is not None
        assert opened.reading.index.standing.name == "Marta Quill"
        await opened.press("j", "k")
        assert "One in both photographs" in opened.status()
        await opened.press("U")
        await opened.until(lambda: len(opened.reading.corpus.entities) == 6)
        assert "Undone" in opened.text()


async def test_a_spelling_is_split_off(tmp_path: Path) -> None:
    async with room(sample.corpus(), notebook=tmp_path) as opened:
        await _stand_on(opened, "Marta Quill")
        await opened.press("x")
        await opened.until("spelt “Quill”")
        view = opened.app.screen
        assert isinstance(view, Splitting)
        row = [part.spelling for part in view.rows.shown].index("Quill")
        await opened.press(*["j"] * row, "enter", "=Her brother", "enter")
        await opened.until(lambda: any(e.name == "Quill" for e in opened.reading.corpus.entities))
        (split,) = _open(tmp_path).records(Split)
        assert (split.spelling, split.reason) == ("Quill", "Her brother")


async def test_tags_are_completed_and_listed(tmp_path: Path) -> None:
    async with room(sample.corpus(), notebook=tmp_path) as opened:
        await opened.press("2", ")", "t", "=harbour, money", "enter")
        await opened.until("Saved.")
        await opened.press(")", "t", "=mo", "tab", "enter")
        await opened.until(lambda: len(_open(tmp_path).records(Tag)) == 3)
        assert [one.tag for one in _open(tmp_path).records(Tag)] == ["harbour", "money", "money"]
        await opened.until("Saved.")
        await opened.press("A")
        await opened.until("#harbour")
        await opened.press("/", "=money", "enter")
        assert "#harbour" not in opened.text()
        await opened.press("j", "enter")
        assert opened.app.screen is opened.reading
        assert opened.reading.article.mark is not None


async def test_a_record_is_changed_and_taken_out_in_the_list(tmp_path: Path) -> None:
    async with room(sample.corpus(), notebook=tmp_path) as opened:
        await opened.press("2", ")", "a", "=First", "enter")
        await opened.until("Saved.")
        await opened.press("A")
        await opened.until("First")
        await opened.press("e", "= thoughts", "enter")
        await opened.until("First thoughts")
        await opened.press("x")
        await opened.until("Nothing yet")
        assert _open(tmp_path).records(Note) == ()
        await opened.press("U")
        await opened.until("First thoughts")


async def test_a_fact_is_rejected_and_comes_back(tmp_path: Path) -> None:
    async with room(sample.corpus(), notebook=tmp_path) as opened:
        before = len(opened.reading.facts.shown)
        await opened.press("4", "X", "=Not so", "enter")
        await opened.until(lambda: len(opened.reading.facts.shown) == before - 1)
        (rejection,) = _open(tmp_path).records(Rejection)
        assert rejection.reason == "Not so"
        await opened.press("U")
        await opened.until(lambda: len(opened.reading.facts.shown) == before)


async def test_a_field_of_a_fact_is_corrected(tmp_path: Path) -> None:
    async with room(sample.corpus(), notebook=tmp_path) as opened:
        await opened.press("4", "e")
        await opened.until("Correct a fact")
        await opened.press("j", "j", "j", "enter", "ctrl+u", "=keeper of the port", "enter")
        await opened.press("=Her own word", "enter")
        await opened.until(lambda: "was keeper" in opened.pane("facts"))
        (edit,) = _open(tmp_path).records(Edit)
        assert (edit.field, edit.value, edit.reason) == (
            "object", "keeper of the port", "Her own word",
        )  # fmt: skip


async def test_a_fact_is_added_from_the_marked_sentence(tmp_path: Path) -> None:
    async with room(sample.corpus(), notebook=tmp_path) as opened:
        await opened.press("2", ")", "+")
        await opened.until("Add a fact")
        await opened.press("enter", "ctrl+u", "=mo", "tab", "enter")
        await opened.press(
            "j", "enter", "=boarded", "enter", "enter", "=the evening ferry", "enter"
        )
        await opened.press("G", "enter")
        await opened.until(lambda: "boarded" in opened.pane("facts"))
        (added,) = _open(tmp_path).records(Addition)
        assert (added.kind, added.subject, added.object) == (
            "move", "Port Elin", "the evening ferry",
        )  # fmt: skip


async def test_another_sessions_notes_appear(tmp_path: Path) -> None:
    corpus = sample.corpus()
    async with room(corpus, notebook=tmp_path) as opened:
        await opened.until(lambda: opened.app.notes.laid is not None)
        from corpus.notebook.finding import named

        _open(tmp_path).add(Note(on=named(corpus, corpus.entities[0]), text="From elsewhere"))
        await opened.until(lambda: "* " in opened.pane("index"))


async def test_what_cannot_be_saved_is_said_until_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "stands-in-the-way"
    folder.write_text("a file")
    async with room(sample.corpus(), notebook=folder) as opened:
        await opened.press("2", ")", "a", "=Kept", "enter")
        await opened.until("NOT SAVED")
        await opened.press("j")
        assert "NOT SAVED" in opened.status()
        await opened.until(lambda: "▌*" in opened.pane("article"))
        folder.unlink()
        await opened.until("Saved. The change that waited")
        assert len(_open(folder).records(Note)) == 1
        await opened.press("j")
        assert "NOT SAVED" not in opened.status()


async def test_without_a_notebook_nothing_is_written(tmp_path: Path) -> None:
    async with room(sample.corpus()) as opened:
        await opened.press("2", ")", "a")
        assert "No notebook is kept" in opened.status()


async def test_what_stands_in_a_note_cannot_act(tmp_path: Path) -> None:
    corpus = sample.corpus()
    from corpus.notebook.finding import named

    _open(tmp_path).add(Note(on=named(corpus, corpus.entities[0]), text="\u202eevil [b]x[/b]"))
    async with room(corpus, notebook=tmp_path) as opened:
        await opened.press("A")
        await opened.until("[b]x[/b]")
        assert "\u202e" not in opened.text()
