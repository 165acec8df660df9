"""Loaded and skipped make all: whatever lies in a folder is read or named with a reason."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Article, Skipped
from corpus.reading import bundled, load, read
from corpus.reading.registry import READERS


def reasons(*paths: Path | str) -> dict[str, str | None]:
    """The paths of all that is found, with the reason where it is skipped."""
    return {found.path: getattr(found, "reason", None) for found in load(paths)}


def test_a_folder_is_read_in_order_and_hidden_things_are_left_alone(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "sub/c.markdown",
        ".hidden.txt",
        ".git/x.txt",
        "__pycache__/y.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Text of {name}.")
    (tmp_path / "d.xlsx").write_text("x")
    (tmp_path / "README").write_text("x")
    (tmp_path / "e.TXT").write_text("")
    (tmp_path / "f.txt").write_text(" \n\n")
    assert list(reasons(tmp_path).items()) == [
        ("README", "not a format that Dateline reads (no file type in its name)"),
        ("a.md", None),
        ("b.txt", None),
        ("d.xlsx", "not a format that Dateline reads (.xlsx)"),
        ("e.TXT", "empty"),
        ("f.txt", "holds no text"),
        ("sub/c.markdown", None),
    ]


def test_paths_that_are_wrong_or_given_twice(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Some text.")
    found = list(
        load(
            [
                file,
                str(file),
                tmp_path,
                tmp_path / "no",
                "\0",
                f"{tmp_path}/../{tmp_path.name}/a.txt",
            ]
        )
    )
    assert [type(each) for each in found] == [Article, Skipped, Skipped]
    assert [each.reason for each in found if isinstance(each, Skipped)] == [
        "no such file or folder",
        "not a possible path",
    ]


def test_equal_contents_get_ids_of_their_own(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("The same.")
    ids = [found.id for found in load([tmp_path]) if isinstance(found, Article)]
    assert ids == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"]
    assert len(ids[0]) == 12


def test_links_are_followed_only_to_files_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / ".store").mkdir(parents=True)
    (folder / ".store" / "k1").write_text("Kept elsewhere.")
    (tmp_path / "secret.txt").write_text("Outside.")
    (folder / "z.txt").write_text("A file.")
    (folder / "annexed.txt").symlink_to(".store/k1")
    (folder / "alias.txt").symlink_to("z.txt")
    (folder / "out.txt").symlink_to("../secret.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "up").symlink_to("..")
    assert reasons(folder) == {
        "z.txt": None,
        "annexed.txt": None,
        "alias.txt": "a link to a file that is read under its own name",
        "out.txt": "a link that leads out of the folder",
        "loop.txt": "a link that leads to itself",
        "gone.txt": "a link that leads nowhere",
        "up": "a link to a folder",
    }
    assert reasons(folder / "alias.txt") == {str(folder / "alias.txt"): None}


def test_what_is_no_regular_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        try:
            os.chdir(tmp_path)
            listener.bind("s.txt")
        finally:
            os.chdir(here)
        assert reasons(tmp_path) == {
            "pipe.txt": "not a regular file (FIFO)",
            "s.txt": "not a regular file (socket)",
        }
    with pytest.raises(Exception, match="FIFO"):
        read(tmp_path / "pipe.txt", "pipe.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "sub").mkdir(mode=0)
    assert reasons(tmp_path) == {"a.txt": "permission denied", "sub/": "permission denied"}


def test_large_files_are_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(101 * 1024 * 1024)
    assert reasons(tmp_path) == {"a.txt": "larger than 100 MB"}


def test_names_that_are_no_text_are_shown_harmless(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\x1b[2J\xe2\x80\xae.txt")
    (tmp_path / name).write_text("Some text.")
    assert reasons(tmp_path) == {"\ufffd␛[2J\ufffd.txt": None}


@settings(max_examples=30, deadline=None)
@given(
    st.dictionaries(
        st.text("ab.\x1b é-", min_size=1, max_size=8)
        .map(str.strip)
        .filter(lambda name: name.strip(".") and not name.startswith("."))
        .map(lambda name: name + ".txt"),
        st.binary(max_size=80),
        max_size=6,
    )
)
def test_loaded_and_skipped_make_all(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            Path(folder, name).write_bytes(data)
        found = list(load([folder]))
        assert len(found) == len(list(Path(folder).iterdir()))
        assert all(each.reason for each in found if isinstance(each, Skipped))
        assert all(each.text.strip() for each in found if isinstance(each, Article))


def test_the_bundled_folder_lies_in_the_package() -> None:
    assert bundled().parent.name == "corpus"
    assert set(READERS) >= {".txt", ".md", ".markdown"}


def test_importing_loads_nothing_slow() -> None:
    code = "import sys, corpus.reading; print([m for m in sys.modules])"
    root = Path(__file__).resolve().parents[3]
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True
    ).stdout
    for name in ("yaml", "charset_normalizer", "tomllib", "tomli", "numpy", "html", "textual"):
        assert f"'{name}'" not in loaded
