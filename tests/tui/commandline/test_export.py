"""`dateline export`: to the terminal or a file, whole or not at all, without who is hidden."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.export import FORMATS
from corpus.model import Kind
from corpus.notebook.book import Notebook
from corpus.notebook.records import Hidden, Named
from tests.tui.commandline.reports import objects, run
from tui import cli, paths
from tui.commandline.export import save

Printed = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_printed_saved_and_wrapped(
    name: str, folder: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["export", name, str(folder)]) == cli.OK
    printed = capsysbinary.readouterr().out
    file = tmp_path / f"out{FORMATS[name].ending}"
    assert cli.main(["export", name, "-o", str(file), str(folder)]) == cli.OK
    assert capsysbinary.readouterr().out == b""
    assert file.read_bytes() == printed
    assert cli.main(["export", name, "--json", str(folder)]) == cli.OK
    told = json.loads(capsysbinary.readouterr().out)
    assert told["text"].encode() == printed


def test_what_was_written_is_told_as_json(folder: Path, tmp_path: Path, capsys: Printed) -> None:
    file = tmp_path / "a.csv"
    (told,) = objects(capsys, "export", "csv", "-o", str(file), "--leave-out", "anna vella",
                      str(folder))  # fmt: skip
    assert told["file"] == str(file)
    assert told["left_out"]["people"] == 1
    assert told["left_out"]["names"] >= 3
    assert "Anna Vella" not in file.read_text("utf-8")
    (told,) = objects(capsys, "export", "csv", str(folder))
    assert told["left_out"] == {"people": 0, "names": 0, "facts": 0}


def test_somebody_unknown_cannot_be_left_out_by_mistake(
    folder: Path, tmp_path: Path, capsys: Printed
) -> None:
    file = tmp_path / "a.csv"
    status, out, err = run(capsys, "export", "csv", "-o", str(file), "--leave-out", "Ana Wella",
                           str(folder))  # fmt: skip
    assert (status, out) == (cli.USAGE, "")
    assert "Ana Wella" in err
    assert not file.exists()


@pytest.mark.parametrize("more", [[], ["--bare"]])
def test_whom_the_notebook_hides_is_left_out(
    more: list[str], folder: Path, capsys: Printed
) -> None:
    book = Notebook.open(paths.notebook_folder([folder]))
    book.add(Hidden(who=Named(Kind.PERSON, "Carla Vella")))
    book.close()
    (told,) = objects(capsys, "export", "jsonl", *more, str(folder))
    assert "Carla" not in told["text"]
    assert told["left_out"]["people"] >= 1
    assert "Anna Vella" in told["text"]


def test_a_dossier_is_about_one(folder: Path, capsys: Printed) -> None:
    (told,) = objects(capsys, "export", "markdown", "--who", "anna vella", str(folder))
    assert told["text"].startswith("# Anna Vella\n")
    status, _, err = run(capsys, "export", "markdown", "--who", "anna vella", "--leave-out",
                         "anna vella", str(folder))  # fmt: skip
    assert status == cli.USAGE
    assert "leaves out" in err


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("before")

    def broken() -> object:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save(file, broken())  # type: ignore[arg-type]
    assert file.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
    save(file, ["after", "wards\r\n"])
    assert file.read_bytes() == b"afterwards\r\n"
    assert file.stat().st_mode & 0o077 == 0


def test_a_place_that_cannot_be_written_is_said(folder: Path, capsys: Printed) -> None:
    status, _, err = run(capsys, "export", "csv", "-o", "/nowhere/a.csv", str(folder))
    assert status == cli.FAILED
    assert "/nowhere/a.csv cannot be written" in err
