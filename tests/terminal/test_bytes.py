"""What each key costs on the wire at 120×40, and that waiting costs nothing.

The figures are the promises of the project, not what was measured; `benchmarks/keys.py` measures.
"""

from __future__ import annotations

import re
import statistics

from tests.terminal.driver import Terminal

READER = "tests/terminal/reader.py"


def test_the_price_of_keys() -> None:
    with Terminal([READER, "1000"], environment={"COLORTERM": "truecolor"}) as terminal:
        terminal.wait("1000 articles")
        terminal.settle(3.0)  # the words of all articles are indexed meanwhile, which is told
        assert statistics.median(terminal.press("j") for _ in range(9)) <= 300
        assert all(terminal.press("tab") <= 4_000 for _ in range(5))
        terminal.press("2", "z", "z")
        assert terminal.press(")") <= 4_000
        terminal.press("3", "/")
        assert statistics.median(terminal.press(letter) for letter in "quill") <= 4_000
        terminal.press("escape")
        assert terminal.press("?") <= 16_000


def test_the_price_of_facts_and_dossiers() -> None:
    with Terminal([READER], environment={"COLORTERM": "truecolor"}) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        terminal.press("4")
        assert statistics.median(terminal.press("j") for _ in range(5)) <= 300
        assert 0 < terminal.press("space") <= 4_000
        assert 0 < terminal.press("f") <= 16_000
        terminal.press("escape")
        terminal.press("3")
        assert 0 < terminal.press("i") <= 16_000
        assert statistics.median(terminal.press("j") for _ in range(5)) <= 300
        terminal.press("escape")
        assert terminal.press("S") <= 16_000
        terminal.press("escape")
        assert terminal.press("f") <= 4_000
        assert terminal.press("a") <= 4_000


def test_a_page_of_an_article() -> None:
    with Terminal([READER], size=(120, 12), environment={"COLORTERM": "truecolor"}) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        terminal.press("2")
        assert 0 < terminal.press("space") <= 6_000
        assert 0 < terminal.press("k") <= 4_000


def test_waiting_is_silent() -> None:
    with Terminal([READER]) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        before = len(terminal.sent)
        terminal.settle(2.0)
        assert len(terminal.sent) == before


def test_no_colour_means_no_colour() -> None:
    with Terminal([READER], environment={"NO_COLOR": "1", "COLORTERM": "truecolor"}) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        terminal.press("j", "enter", ")", "?", "escape")
        codes = {
            code
            for parameters in re.findall(rb"\x1b\[([0-9;]*)m", terminal.sent)
            for code in parameters.split(b";")
        }
        assert codes <= {b"", b"0", b"1", b"3", b"4", b"7", b"22", b"23", b"24", b"27"}
