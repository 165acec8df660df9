"""Completion and the manual page are made of the descriptions, and shells take them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.write_manual import PAGE
from tests.tui.commandline.reports import run
from tui import cli
from tui.commandline.man import page
from tui.commandline.registry import SUMMARIES, command

Printed = pytest.CaptureFixture[str]


def test_the_manual_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run scripts/write_manual.py"


def test_the_manual_page_is_taken_without_a_warning(tmp_path: Path, capsys: Printed) -> None:
    assert run(capsys, "man")[1] == page()
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("no groff here")
    done = subprocess.run(
        [groff, "-man", "-Tascii", "-P-c", "-ww"],
        input=page(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    for name in SUMMARIES:
        for option in command(name).options:
            assert option.name in re.sub("_\x08|.\x08(?=.)", "", done.stdout), (name, option.name)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_every_command_and_option(shell: str, capsys: Printed) -> None:
    status, out, _ = run(capsys, "completion", shell)
    assert status == cli.OK
    for name in SUMMARIES:
        assert name in out
        for option in command(name).options:
            assert option.name.lstrip("-") in out
    found = shutil.which(shell)
    if found is not None:
        done = subprocess.run([found, "-n"], input=out, capture_output=True, text=True,
                              timeout=60, check=False)  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["dateline", "fac"], ["facts"]),
        (["dateline", "facts", "--ki"], ["--kind"]),
        (["dateline", "facts", "--kind", "ro"], ["role"]),
        (["dateline", "completion", "z"], ["zsh"]),
        (["dateline", "--pl"], ["--plain", "--plain-ui"]),
    ],
)
def test_bash_completes(words: list[str], expected: list[str], capsys: Printed) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here")
    script = run(capsys, "completion", "bash")[1]
    quoted = " ".join(f"'{word}'" for word in words)
    ask = f"{script}\nCOMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _dateline\n"
    ask += 'printf "%s\\n" "${COMPREPLY[@]}"\n'
    done = subprocess.run([bash, "-c", ask], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == expected


def test_an_unknown_shell_is_a_wrong_usage(capsys: Printed) -> None:
    assert run(capsys, "completion", "csh")[0] == cli.USAGE
