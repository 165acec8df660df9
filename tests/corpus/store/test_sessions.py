"""Two sessions, and sessions that are killed: nobody waits, nothing is lost, nothing is half."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import jsonlines, store
from corpus.build import load
from corpus.store import file
from corpus.store.building import build
from corpus.store.lock import BusyError, Lock

TOP = Path(__file__).resolve().parents[3]
NAMES = ("Ri Il-kyu", "Anna Quill", "Kim Yong-chol", "Omar Haddad", "Ewa Nowak")
CODE = """
import sys
sys.path.insert(0, {top!r})
from pathlib import Path
from corpus.store import building, desk
building._PAUSE = building._FIRST = desk._PAUSE = 0.0
desk._JOB_WORDS = 100
building.build(
    [{folder!r}], Path({cache!r}), children={children},
    tell=lambda step: print(step.stage, step.done, flush=True),
    on_model=lambda complete: print("model", complete, flush=True),
)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for number in range(60):
        name, other = NAMES[number % 5], NAMES[number * 7 % 5]
        text = f"Report {number}\n\n{name} left Havana in {1960 + number}. {other} met {name}.\n"
        (made / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return made


def start(folder: Path, cache: Path, children: int) -> subprocess.Popen[str]:
    code = CODE.format(top=str(TOP), folder=str(folder), cache=str(cache), children=children)
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("children", [0, 1])
def test_a_build_that_is_killed_again_and_again_comes_to_the_same(
    folder: Path, tmp_path: Path, children: int
) -> None:
    cache = tmp_path / "cache"
    chance = random.Random(children)
    kills = 0
    for _ in range(6):
        child = start(folder, cache, children)
        assert child.stdout is not None
        for _ in range(chance.randint(1, 60)):
            if not child.stdout.readline():
                break
        kills += child.poll() is None
        child.send_signal(signal.SIGKILL)
        child.wait()
        found = store.open([folder], cache)
        if found is not None:
            # Whatever is in place is whole in itself.
            for line in jsonlines.lines(found.corpus):
                assert line
            found.close()
    assert kills
    assert not build([folder], cache).notices
    found = store.open([folder], cache)
    assert found is not None
    assert found.complete
    assert list(jsonlines.lines(found.corpus)) == list(jsonlines.lines(load([folder])))


def test_what_was_stored_before_a_kill_is_not_found_again(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    child = start(folder, cache, 0)
    assert child.stdout is not None
    for line in child.stdout:
        if line.startswith("finding") and int(line.split()[-1]) > 20:
            break
    child.kill()
    child.wait()
    totals = []
    build([folder], cache, tell=lambda step: totals.append(step.total))
    assert 0 < max(totals) <= 40


def test_only_one_session_builds_and_the_other_does_not_wait(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    build([folder], cache)
    lock = Lock(file.place([folder], cache))
    assert lock.take()
    (folder / "new.txt").write_text("New\n\nOmar Haddad is in Busan.\n", "utf-8")
    with pytest.raises(BusyError):
        build([folder], cache)
    found = store.open([folder], cache)
    assert found is not None
    assert len(found.corpus.articles) == 60
    lock.release()
    build([folder], cache)
    assert len(found.corpus.articles) == 60
    assert found.corpus.articles[59].text
    again = store.open([folder], cache)
    assert again is not None
    assert len(again.corpus.articles) == 61
    assert again.mark != found.mark
