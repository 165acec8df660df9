"""What may import what, as the linter sees it and as it happens in a process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCREEN = {"textual", "rich"}

ASK = """
import json, sys
from tui.__main__ import main
status = main()
sys.stdout.flush()
names = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps([status, names]), file=sys.stderr)
"""

WALK = """
import importlib, json, pkgutil, sys
import corpus
for module in pkgutil.walk_packages(corpus.__path__, "corpus."):
    importlib.import_module(module.name)
names = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps([0, names]), file=sys.stderr)
"""


def imported(code: str, *words: str) -> set[str]:
    """The top-level modules that are loaded once `code` has run with the command line `words`."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    status, names = json.loads(done.stderr.splitlines()[-1])
    assert status == 0, done.stderr
    return set(names)


def test_the_import_rules_of_the_project_hold(tmp_path: Path) -> None:
    code = "from importlinter.cli import lint_imports_command as run; run()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--cache-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_neither_screen_nor_engine(option: str) -> None:
    assert not imported(ASK, option) & (SCREEN | {"numpy", "yaml", "spacy", "tomli", "rapidfuzz"})


@pytest.mark.parametrize("option", ["--plain", "--json"])
def test_printing_does_without_the_screen(option: str, tmp_path: Path) -> None:
    (tmp_path / "port.txt").write_text("Two ships left Vladivostok on Monday, Anna Kim said.\n")
    assert not imported(ASK, option, str(tmp_path)) & (SCREEN | {"spacy", "thinc"})


def test_looking_names_up_does_without_the_screen(tmp_path: Path) -> None:
    (tmp_path / "names").write_text("Anna Kim\n")
    assert not imported(ASK, "who", "--names", str(tmp_path / "names"), "anna") & (
        SCREEN | {"spacy"}
    )
    assert not imported(ASK, "who", "--help") & (SCREEN | {"numpy", "rapidfuzz"})


def test_looking_names_up_in_a_corpus_does_without_the_screen(tmp_path: Path) -> None:
    (tmp_path / "port.txt").write_text("Two ships left Vladivostok on Monday, Anna Kim said.\n")
    for _ in range(2):  # built, then out of the store
        found = imported(ASK, "who", "anna", "--in", str(tmp_path))
        assert not found & (SCREEN | {"spacy"})


def test_the_engine_knows_no_screen() -> None:
    names = imported(WALK)
    assert "corpus" in names
    assert not names & (SCREEN | {"tui", "spacy"})


def test_the_screen_is_noticed_by_this_way_of_looking() -> None:
    assert imported(WALK.replace("import corpus", "import corpus, textual.app", 1)) >= SCREEN
