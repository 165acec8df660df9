"""Text from standard input is read, and the keyboard still works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal

TOP = Path(__file__).resolve().parents[2]
TEXT = "Two ships left Vladivostok on Monday, Anna Kim said.\n"
PIPE = (
    "import os, sys; r, w = os.pipe(); os.write(w, {text!r}.encode()); os.close(w); os.dup2(r, 0);"
    " os.execv(sys.executable, [sys.executable, '-m', 'tui', '-'])"
)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (TEXT, "Anna Kim"),
        ("From: a@b.example\nTo: c\nSubject: Ice year\nX-A: b\n\n" + TEXT, "Ice year"),
        ("", "Nothing could be loaded. standard input: empty"),
    ],
)
def test_standard_input_is_a_document(given: str, shown: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--plain", "-"],
        input=given,
        capture_output=True,
        text=True,
        cwd=TOP,
        timeout=120,
        check=False,
    )
    assert shown in done.stdout + done.stderr
    assert "dateline-input-" not in done.stdout + done.stderr


def test_the_screen_takes_its_keys_from_the_terminal() -> None:
    with Terminal(["-c", PIPE.format(text=TEXT)]) as terminal:
        terminal.wait("1 article")
        terminal.wait("1 person")  # found, so no child is at work any more
        terminal.settle()
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []
