"""Whatever a parser does, it costs one file, which is named with a plain reason."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.reading.guard import cell as cells
from corpus.reading.guard.cell import Cell, Outcome
from corpus.reading.guard.limits import Limits
from corpus.reading.guard.wire import GarbledError, pack, unpack
from corpus.reading.registry import FORMATS
from corpus.reading.rows import Draft, Row

TRIAL = """
import sys, types
trial = types.ModuleType("corpus.reading.trial")
sys.modules["corpus.reading.trial"] = trial
def read(data):
    from corpus.reading.rows import Draft, Row
    here = dict(Draft=Draft, Row=Row, drafts=[])
    exec(data.decode(), here)
    return here["drafts"]
trial.read = read
import corpus.reading.registry as registry
registry.FORMATS["trial"] = registry.Format("trial", "trial:read")
"""
"""Makes a format whose files are the code of their own parser."""
BOOT = cells._BOOT.replace("sys.path[:] = {path!r}; ", f"sys.path[:] = {{path!r}}\n{TRIAL}\n")
FINE = 'drafts = [Draft([Row(1, "Fine.")])]'
LIMITS = Limits(memory=300_000_000, seconds=2, text=1_000_000, articles=50)


@pytest.fixture
def cell(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cell]:
    monkeypatch.setattr(cells, "_BOOT", BOOT)
    monkeypatch.setitem(FORMATS, "trial", FORMATS["text"])
    opened = Cell(LIMITS)
    yield opened
    opened.close()


def parse(cell: Cell, code: str) -> Outcome:
    return cell.parse(code.encode(), "trial", "x")


def texts(outcome: Outcome) -> list[str]:
    return [row.text for draft in outcome.drafts for row in draft.rows]


FAULTS = {
    "while True: pass": "took longer than 2 s",
    "import time; time.sleep(60)": "took longer than 2 s",
    "import re; re.match(r'(a+)+$', 'a' * 40 + 'b')": "took longer than 2 s",
    "x = [0] * 10**9": "needed more than 286 MB",
    "import ctypes; ctypes.string_at(0)": "crashed (signal 11)",
    "import os; os.abort()": "crashed (signal 6)",
    "import os; os._exit(7)": "status 7",
    "raise SystemExit": "status",
    "raise ValueError('\\x1b[2J')": "damaged or not what its name says (ValueError)",
    "def f(): f()\nf()": "nested too deeply",
    "import socket; socket.create_connection(('127.0.0.1', {port}), 1)": "not allowed",
    "import urllib.request as u; u.urlopen('http://127.0.0.1:{port}/')": "not allowed",
    "import os; os.system('true')": "not allowed",
    "import subprocess; subprocess.run(['true'])": "not allowed",
    "import os; os.fork()": "not allowed",
    "open('/tmp/dateline-trial', 'w')": "no file may be written",
    "import os; os.open('/tmp/dateline-trial', os.O_CREAT | os.O_WRONLY)": "no file may be written",
    "import os; os.kill(os.getppid(), 9)": "not allowed",
    "drafts = (Draft([Row(1, 'x')]) for n in iter(int, 1))": "more than 50 articles",
    "drafts = [Draft([Row(1, 'x' * 2_000_000)])]": "more than 1,000,000 characters",
    "drafts = [Draft([Row(0, 'x')])]": "rubbish",
    "drafts = [Draft([Row(1, 'x')], {'password': 'x'})]": "rubbish",
    "drafts = [Draft([Row(1, 7)])]": "damaged",
    "import os\nfor n in range(3, 9):\n  try: os.write(n, b'hello\\n')\n"
    "  except OSError: pass": "rubbish",
    "import os\nfor n in range(3, 9):\n  try: os.write(n, b'[' * 100000 + b'\\n')\n"
    "  except OSError: pass": "rubbish",
    "import os\nwhile True:\n  for n in range(3, 9):\n    try: os.write(n, b'x' * 65536)\n"
    "    except OSError: pass": "more than 1,000,000 characters",
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_named_and_the_next_file_is_read(cell: Cell, code: str) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(0)
        outcome = parse(cell, code.replace("{port}", str(listener.getsockname()[1])))
        assert FAULTS[code] in outcome.reason
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert "\x1b" not in outcome.reason
    after = parse(cell, FINE)
    assert (texts(after), after.reason) == (["Fine."], "")


def test_one_child_serves_for_many_files(cell: Cell) -> None:
    code = "import os; drafts = [Draft([Row(1, str(os.getpid()))])]"
    assert texts(parse(cell, code)) == texts(parse(cell, code))


def test_what_came_before_the_fault_is_kept(cell: Cell) -> None:
    outcome = parse(
        cell, "def f():\n  yield Draft([Row(1, 'First.')])\n  while True: pass\ndrafts = f()"
    )
    assert (texts(outcome), outcome.reason) == (["First."], "took longer than 2 s")


def test_the_child_sees_nothing_of_the_environment(
    cell: Cell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A_SECRET", "x")
    outcome = parse(
        cell, "import os; drafts = [Draft([Row(1, str(sorted(os.environ))), Row(2, os.getcwd())])]"
    )
    assert "A_SECRET" not in texts(outcome)[0]
    assert texts(outcome)[1] == "/"


def test_what_a_child_says_is_cleaned_again(cell: Cell) -> None:
    outcome = parse(
        cell, "drafts = [Draft([Row(1, 'a\\x1b[2J\\u202eb\\nc')], {'title': 'x\\x9by\\nz'})]"
    )
    assert texts(outcome) == ["a␛[2J\ufffdb c"]
    assert outcome.drafts[0].stated == {"title": "x\ufffdy z"}


PARENT = """
import os, sys, threading, time
sys.path.insert(0, {home!r})
from corpus.reading.guard import cell as cells
from corpus.reading.guard.limits import Limits
cells._BOOT = {boot!r}
cell = cells.Cell(Limits())
threading.Thread(target=cell.parse, args=(b"while True: pass", "trial", "x"), daemon=True).start()
time.sleep(1)
print(cell._child.pid, flush=True)
os.kill(os.getpid(), 9)
"""


def test_a_child_ends_with_its_parent() -> None:
    home = str(Path(__file__).resolve().parents[3])
    code = PARENT.format(home=home, boot=BOOT)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    child = Path("/proc", done.stdout.strip(), "status")
    for _ in range(200):
        if not child.exists() or "zombie" in child.read_text():
            return
        time.sleep(0.05)
    pytest.fail("the child lives on")


def test_drafts_cross_the_wire() -> None:
    draft = Draft([Row(1, "a", soft=True), Row(2, "b", last=True)], {"title": "t"}, ["r"])
    assert unpack(pack(draft)) == draft


@pytest.mark.parametrize(
    "data",
    [
        None, [], [[], {}, [], "text", []], [[[1, "a", "x", False, False]], {}, [], "metadata", []],
        [[[True, "a", "", False, False]], {}, [], "metadata", []], [[], {}, [], "metadata", [2, 1]],
        [[], {"title": 7}, [], "metadata", []], [[], {}, [7], "metadata", []], [{}, {}, [], "", []],
    ],
)  # fmt: skip
def test_other_shapes_are_refused(data: object) -> None:
    with pytest.raises(GarbledError):
        unpack(data)
