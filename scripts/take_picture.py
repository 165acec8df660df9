"""Put a picture of the screen, in text, into the README: what a terminal shows after a few keys.

Run as `.venv/bin/python scripts/take_picture.py` from the top of a checkout.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pyte

ROOT = Path(__file__).resolve().parents[1]
COLUMNS, ROWS = 100, 26
KEYS = ("3", "/", "R", "i", "\x1b", "\r", "4", "j", "j", "\r")
"""To the names, find "Ri", choose him, then show the third fact about him in its article."""

QUIET = 1.0
"""Seconds without output after which the screen is taken to be at rest."""


def take() -> str:
    """The lines of the screen on the bundled corpus after `KEYS`."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    child = subprocess.Popen(
        [sys.executable, "-m", "tui"],
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color", "XDG_CONFIG_HOME": "/nonexistent"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    try:
        settle(ours, stream, patience=5 * QUIET)
        for key in KEYS:
            os.write(ours, key.encode())
            settle(ours, stream)
        return "\n".join(line.rstrip() for line in screen.display)
    finally:
        os.write(ours, b"q")
        child.wait(timeout=10)
        os.close(ours)


def settle(terminal: int, stream: pyte.ByteStream, patience: float = QUIET) -> None:
    """Feed what comes until nothing came for `patience` seconds."""
    while select.select([terminal], [], [], patience)[0]:
        stream.feed(os.read(terminal, 65536))


def main() -> None:
    """Replace the block behind the README's marker."""
    page = ROOT / "README.md"
    text = page.read_text(encoding="utf-8")
    block = f"<!-- screen -->\n```\n{take()}\n```\n"
    marked = re.compile(r"<!-- screen -->\n```\n.*?\n```\n", re.S)
    page.write_text(marked.sub(lambda _: block, text, count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
