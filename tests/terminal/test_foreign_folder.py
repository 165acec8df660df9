"""Started inside a folder that others filled, Dateline runs none of the Python files there."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

ROOT = Path(__file__).resolve().parents[2]
MODULES = """
__future__ argparse array ast asyncio base64 bisect calendar charset_normalizer colorsys copy corpus
csv dataclasses datetime decimal difflib email errno fractions getopt gettext hashlib heapq html
inspect json locale logging markdown_it math mimetypes multiprocessing numbers numpy pathlib pickle
platform platformdirs queue random rapidfuzz rich secrets select shutil signal socket spacy string
struct subprocess tempfile textual textwrap threading tomli tomllib traceback typing
typing_extensions unicodedata uuid yaml zipfile zlib
"""
FOREIGN = MODULES.split()
ENTRY = "import sys\nfrom tui.__main__ import main\nsys.exit(main())\n"
"""What an installer writes for the entry point `tui.__main__:main`."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article and many modules that leave a trace when they run."""
    folder = tmp_path / "reports"
    folder.mkdir()
    trap = f"open({str(tmp_path / 'ran')!r}, 'a').write(__name__ + ' ')\nraise SystemExit(99)\n"
    for name in FOREIGN:
        (folder / f"{name}.py").write_text(trap)
    package = folder / "textual"
    package.mkdir()
    (package / "__init__.py").write_text(trap)
    (folder / "port.txt").write_text("Two ships left Vladivostok on Monday, Anna Kim said.\n")
    return folder


@pytest.fixture(params=["dateline", "python -m tui", "python -m tui, PYTHONPATH with a gap"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """The ways to start Dateline."""
    if request.param == "dateline":
        script = tmp_path / "bin" / "dateline"
        script.parent.mkdir()
        script.write_text(ENTRY)
        return [sys.executable, str(script)]
    return [sys.executable, "-m", "tui"]


@pytest.fixture
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    gap = os.pathsep if "gap" in str(request.node.name) else ""
    return dict(
        os.environ,
        PYTHONPATH=f"{ROOT}{gap}",
        TERM="xterm-256color",
        XDG_CONFIG_HOME=str(tmp_path / "config"),
        XDG_STATE_HOME=str(tmp_path / "state"),
    )


def traces(folder: Path) -> str:
    ran = folder.parent / "ran"
    return ran.read_text() if ran.exists() else ""


def test_the_installed_command_comes_in_by_the_guarded_door() -> None:
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"dateline": "tui.__main__:main"}


@pytest.mark.parametrize("option", ["--help", "--version", "--plain", "--json"])
def test_printing_runs_nothing_of_the_folder(
    folder: Path, start: list[str], environment: dict[str, str], option: str
) -> None:
    done = subprocess.run(
        [*start, option, *(["."] if option in ("--plain", "--json") else [])],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    assert traces(folder) == ""
    assert done.returncode == 0, done.stderr
    if option == "--json":
        assert '"path":' in done.stdout


def test_the_screen_runs_nothing_of_the_folder(
    folder: Path, start: list[str], environment: dict[str, str]
) -> None:
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [*start, "."], cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    seen = b""
    try:
        while select.select([ours], [], [], 60)[0]:
            chunk = os.read(ours, 65536)
            if not chunk:
                break
            seen += chunk
            if b"Vladivostok" in seen:
                os.write(ours, b"q")
    except OSError:  # Linux reports the end of a terminal's output as an error
        pass
    finally:
        os.close(ours)
        if b"Vladivostok" not in seen:
            child.kill()
        child.wait(timeout=60)
    assert traces(folder) == ""
    assert b"Vladivostok" in seen
    assert child.returncode == 0


def test_a_checkout_still_finds_itself() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_folder_that_is_gone_is_no_crash(tmp_path: Path, environment: dict[str, str]) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    done = subprocess.run(
        ["bash", "-c", 'rmdir "$PWD" && exec "$0" -m tui --version', sys.executable],
        cwd=gone,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
