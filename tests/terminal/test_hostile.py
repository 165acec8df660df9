"""Nothing of a hostile text reaches the terminal."""

from __future__ import annotations

import re

import pytest

from tests.terminal.driver import Terminal

_OURS = re.compile(
    rb"\x1b\[[0-9;]*[mHGKXJ]|\x1b\[[<>?]?[0-9;]*[hlu]|\x1b\[\?(?:2026|2048)\$p|\x1b\[\d*[ABCD]"
)


@pytest.mark.parametrize("size", [(200, 60), (80, 24)])
def test_only_our_own_sequences_are_sent(size: tuple[int, int]) -> None:
    with Terminal(["tests/terminal/reader.py", "nasty"], size=size) as terminal:
        terminal.wait("1 article")
        terminal.settle()
        terminal.press(*"1234", "3", "enter", "z", "z", "S", "escape", "2", "/", "x", "escape", "?")
        rest = _OURS.sub(b"", terminal.sent)
        assert b"\x1b" not in rest
        assert b"\x07" not in rest
        text = rest.decode("utf-8")
        assert not re.search("[\x80-\x9f\u202a-\u202e\u2066-\u2069]", text)
        assert b"52;c;" not in b"".join(re.findall(rb"\x1b\][^\x07\x1b]*", terminal.sent))
        assert terminal.status is None
