"""Where the reader's own files lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.paths import notebook_folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def test_each_folder_has_a_notebook_of_its_own_outside_of_it(home: Path) -> None:
    one, two = home / "a" / "reports", home / "b" / "reports"
    found = {notebook_folder([one]), notebook_folder([two]), notebook_folder([one, two])}
    assert len(found) == 3
    assert all(f.parent == home / "data" / "dateline" / "notebooks" for f in found)
    assert all(f.name.startswith("reports-") for f in found)


def test_the_same_folder_has_the_same_notebook_however_it_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "reports").mkdir()
    (home / "link").symlink_to("reports")
    monkeypatch.chdir(home)
    names = [Path("reports"), home / "reports", home / "link", home / "reports" / ".." / "reports"]
    assert len({notebook_folder([name]) for name in names}) == 1
    assert notebook_folder([home / "x", home / "y"]) == notebook_folder([home / "y", home / "x"])


@pytest.mark.parametrize("name", ["a/..b", "\udc80\x1b[31m", "…", "-rf", "." * 50, "報告"])
def test_strange_names_make_plain_ones(home: Path, name: str) -> None:
    found = notebook_folder([home / name])
    assert found.parent.name == "notebooks"
    assert not found.name.startswith((".", "-"))
    assert found.name.isprintable() and len(found.name) < 60


def test_the_bundled_articles_have_one_too() -> None:
    assert notebook_folder([]).name.startswith("bundled-")
