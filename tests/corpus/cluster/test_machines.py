"""A real scheduler and real workers: what they make equals what one machine makes."""

from __future__ import annotations

import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

pytest.importorskip("distributed")

from corpus import jsonlines, store
from corpus.build import Progress
from corpus.cluster import build, building
from corpus.store.building import build as build_here
from scripts.make_corpus import make
from tests.corpus.cluster.machines import Host, Machines, network

ARTICLES = 200


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("texts") / "reports"
    make(made, ARTICLES, words=60)
    (made / "copy.md").write_bytes(next(made.glob("*/*.md")).read_bytes())
    (made / "empty.txt").touch()
    return made


@pytest.fixture(scope="module")
def here(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What this machine makes of the folder, alone."""
    cache = tmp_path_factory.mktemp("here")
    build_here([folder], cache, children=0)
    return said(folder, cache)


def said(folder: Path, cache: Path) -> list[str]:
    snapshot = store.open([folder], cache)
    assert snapshot is not None
    try:
        return list(jsonlines.lines(snapshot.corpus))
    finally:
        snapshot.close()


def build_with_a_death(machines: Machines, folder: Path, cache: Path) -> bool:
    """Build, and kill a worker when some of it is done; returns whether that came to pass."""
    killed: list[bool] = []

    def watch(progress: Progress) -> None:
        if not killed and 20 <= progress.done < ARTICLES:
            machines.kill(0)
            killed.append(True)

    build(machines.address, [folder], cache, tell=watch)
    return bool(killed)


@pytest.fixture
def small_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_JOB_BYTES", 6_000)


@pytest.mark.usefixtures("small_jobs")
def test_a_worker_killed_in_the_middle_changes_nothing(
    folder: Path, here: list[str], tmp_path: Path
) -> None:
    with Machines(tmp_path, workers=2) as machines:
        assert build_with_a_death(machines, folder, tmp_path / "cache")
    assert said(folder, tmp_path / "cache") == here


@pytest.mark.usefixtures("small_jobs")
def test_machines_in_networks_of_their_own(folder: Path, here: list[str], tmp_path: Path) -> None:
    with ExitStack() as stack:
        hosts: list[Host]
        try:
            hosts = network(stack, 3)
        except (OSError, subprocess.CalledProcessError) as error:
            pytest.skip(f"no network namespaces here: {error}")
        machines = stack.enter_context(Machines(tmp_path, 2, hosts))
        assert build_with_a_death(machines, folder, tmp_path / "cache")
    assert said(folder, tmp_path / "cache") == here
