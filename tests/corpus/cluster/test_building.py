"""The build on a cluster within this process: addresses, second runs, and what fails."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed")

import fsspec
from distributed import Client

from corpus import jsonlines, store
from corpus.cluster import build, task
from corpus.cluster.wire import Wanted
from corpus.errors import DatelineError
from corpus.store.building import build as build_here

TEXTS = {
    "a.txt": "Ri Il-kyu left Havana\n\nRi Il-kyu left Havana in 2023. Ri went to Seoul.\n",
    "b/b.txt": "An interview\n\nRi Il Kyu spoke in Seoul. “I saw nothing,” said Ri.\n",
    "b/c.txt": "Two Kims\n\nKim Yong-chol met Kim Yong-chun in Pyongyang on May 3, 2018.\n",
    "d.txt": "Two Kims\n\nKim Yong-chol met Kim Yong-chun in Pyongyang on May 3, 2018.\n",
    "e.csv": "title,text\nOne,Kim Yong-chol went to Seoul.\nTwo,Ri Il-kyu stayed in Havana.\n",
    "empty.txt": "",
    "image.png": "no text",
    ".hidden.txt": "Nobody reads this.",
}
ADDRESS = "memory://reports"


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with Client(  # type: ignore[no-untyped-call]
        processes=False, n_workers=1, threads_per_worker=2, dashboard_address=None
    ) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    for name, text in TEXTS.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def memory() -> Iterator[Any]:
    system = fsspec.filesystem("memory")
    for name, text in TEXTS.items():
        system.pipe(f"/reports/{name}", text.encode())
    yield system
    system.rm("/reports", recursive=True)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read."""
    names: list[str] = []
    plain = task._bytes

    def watched(file: Wanted, limit: int) -> bytes:
        names.append(file.shown)
        return plain(file, limit)

    monkeypatch.setattr(task, "_bytes", watched)
    return names


def said(path: str | Path, cache: Path) -> list[str]:
    snapshot = store.open([path], cache)
    assert snapshot is not None
    try:
        return list(jsonlines.lines(snapshot.corpus))
    finally:
        snapshot.close()


def test_an_address_gives_what_the_same_folder_gives(
    client: Any, folder: Path, memory: Any, tmp_path: Path
) -> None:
    build_here([folder], tmp_path, children=0)
    build(client, [ADDRESS], tmp_path)
    assert said(ADDRESS, tmp_path) == said(folder, tmp_path)
    assert said(Path(ADDRESS), tmp_path) == said(folder, tmp_path)


def test_the_store_is_the_one_that_a_local_build_goes_on_with(
    client: Any, folder: Path, tmp_path: Path, read: list[str]
) -> None:
    build(client, [f"file://{folder}"], tmp_path)
    first = said(folder, tmp_path)
    read.clear()
    (folder / "a.txt").write_text("Kim Yong-chol left\n\nKim Yong-chol left Seoul.\n", "utf-8")
    build_here([folder], tmp_path, children=0)
    changed = said(folder, tmp_path)
    assert changed != first
    build_here([folder], tmp_path / "other", children=0)
    assert said(folder, tmp_path / "other") == changed
    assert not read


def test_only_what_changed_is_read_again(
    client: Any, memory: Any, tmp_path: Path, read: list[str]
) -> None:
    build(client, [ADDRESS], tmp_path)
    first = said(ADDRESS, tmp_path)
    read.clear()
    build(client, [ADDRESS], tmp_path)
    assert not read
    assert said(ADDRESS, tmp_path) == first
    memory.pipe("/reports/b/b.txt", b"A visit\n\nRi Il-kyu visited Geneva.\n")
    memory.rm("/reports/a.txt")
    build(client, [ADDRESS], tmp_path)
    assert read == ["b/b.txt"]
    assert not any("left Havana" in line for line in said(ADDRESS, tmp_path))


def test_what_cannot_be_read_is_named_and_tried_again(
    client: Any, memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, broken = task._bytes, ["b/c.txt"]

    def failing(file: Wanted, limit: int) -> bytes:
        if file.shown in broken:
            raise TimeoutError("the disk is gone")
        return plain(file, limit)

    monkeypatch.setattr(task, "_bytes", failing)
    build(client, [ADDRESS], tmp_path)
    lines = said(ADDRESS, tmp_path)
    assert any('"skipped"' in line and "b/c.txt" in line and "disk" in line for line in lines)
    assert sum('"type":"article"' in line for line in lines) == 5
    broken.clear()
    build(client, [ADDRESS], tmp_path)
    lines = said(ADDRESS, tmp_path)
    assert sum('"type":"article"' in line for line in lines) == 6
    assert not any("disk" in line for line in lines)


def test_an_article_that_breaks_the_search_is_named(
    client: Any, memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus import extract

    plain = extract.extract_all

    def failing(articles: Any, tagger: Any) -> Any:
        for article in articles:
            if "Havana in 2023" in article.text:
                raise ZeroDivisionError("too hard")
        return plain(articles, tagger)

    monkeypatch.setattr(extract, "extract_all", failing)
    build(client, [ADDRESS], tmp_path)
    lines = said(ADDRESS, tmp_path)
    assert any("no names looked for: ZeroDivisionError: too hard" in line for line in lines)
    assert sum('"type":"article"' in line for line in lines) == 6


def test_a_worker_with_another_version_is_refused(
    client: Any, memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus.store.versions import Versions

    monkeypatch.setattr(task, "current", lambda *_: Versions("1", "2", "3"))
    with pytest.raises(DatelineError, match="another version"):
        build(client, [ADDRESS], tmp_path)


def test_an_interrupted_build_goes_on(
    client: Any, memory: Any, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus.cluster import building

    monkeypatch.setattr(building, "_JOB_FILES", 1)
    asked = iter([False] * 6)
    build(client, [ADDRESS], tmp_path, cancelled=lambda: next(asked, True))
    assert read
    build(client, [ADDRESS], tmp_path)
    whole = said(ADDRESS, tmp_path)
    build(client, [ADDRESS], tmp_path / "other")
    assert said(ADDRESS, tmp_path / "other") == whole


def test_the_command_line_builds_and_then_lists(
    client: Any, memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    from tui import cli

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    where = client.scheduler_info()["address"]
    assert cli.main(["build", "--on", where, "--json", "--no-index", ADDRESS]) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 6
    assert cli.main(["list", "--json", ADDRESS]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 6
    monkeypatch.setitem(sys.modules, "corpus.cluster", None)
    assert cli.main(["build", "--on", where, ADDRESS]) == 1
    assert "dateline[cluster]" in capsys.readouterr().err


def test_what_lies_at_an_address_is_not_built_here(memory: Any, tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="--on"):
        build_here([ADDRESS], tmp_path)


def test_no_such_address_and_no_scheduler(client: Any, tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="cannot be read"):
        build(client, ["memory://nothing-here"], tmp_path)
    with pytest.raises(DatelineError, match="unknown-kind"):
        build(client, ["unknown-kind://x"], tmp_path)
