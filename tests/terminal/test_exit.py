"""However the program ends, the terminal is as it was, and the exit status says how it ended."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal

READER = "tests/terminal/reader.py"


def test_quitting_restores_the_terminal() -> None:
    with Terminal([READER]) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []


def test_breaking_off_restores_the_terminal() -> None:
    with Terminal([READER]) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        terminal.press("ctrl+c")
        assert terminal.finish() == 130
        assert terminal.leftovers() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signals_restore_the_terminal(number: signal.Signals) -> None:
    with Terminal([READER]) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        assert terminal.end(number) == 128 + number
        assert terminal.leftovers() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_the_very_start_restores_the_terminal(number: signal.Signals) -> None:
    with Terminal([READER]) as terminal:
        terminal.wait(lambda: b"\x1b[?1049h" in terminal.sent)
        assert terminal.end(number) == 128 + number
        assert terminal.leftovers() == []


def test_a_closed_terminal_ends_the_program() -> None:
    with Terminal([READER]) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        assert terminal.hang_up() in (128 + signal.SIGHUP, -signal.SIGHUP)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signals_end_it_while_it_computes(number: signal.Signals) -> None:
    with Terminal([READER, "busy"]) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        terminal.press(",")
        assert terminal.end(number) == 128 + number
        assert terminal.leftovers() == []


def test_a_closed_terminal_ends_it_while_it_computes() -> None:
    with Terminal([READER, "busy"]) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        terminal.press(",")
        assert terminal.hang_up() in (128 + signal.SIGHUP, -signal.SIGHUP)


def test_a_closed_terminal_ends_it_where_no_signal_tells() -> None:
    with Terminal([READER], own_session=False) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        assert terminal.hang_up() == 128 + signal.SIGHUP


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_terminal_that_takes_nothing_does_not_hold_it(number: signal.Signals) -> None:
    with Terminal([READER, "40"]) as terminal:
        terminal.wait("40 articles")
        terminal.settle()
        terminal.stall(b"\x0c" * 200)
        assert terminal.end(number, read=False) == 128 + number


def test_the_size_is_asked_of_the_terminal_alone() -> None:
    with Terminal(["-m", "tui"], environment={"COLUMNS": "20", "LINES": "5"}) as terminal:
        terminal.wait("articles")
        terminal.settle()
        assert max(len(row.rstrip()) for row in terminal.rows()) > 100
        terminal.press("q")
        assert terminal.finish() == 0


def test_a_terminal_without_utf8_gets_the_plain_overview() -> None:
    environment = {"PYTHONIOENCODING": "latin-1"}
    with Terminal(["-m", "tui", "corpus/articles"], environment=environment) as terminal:
        assert terminal.finish() == 0
        assert b"UTF-8" in terminal.sent
        assert b"\x1b" not in terminal.sent


def test_a_crash_is_told_in_a_sentence_and_kept_in_a_log(tmp_path: Path) -> None:
    with Terminal([READER, "crash"], environment={"XDG_STATE_HOME": str(tmp_path)}) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        terminal.press(",")
        assert terminal.finish() == 1
        assert terminal.leftovers() == []
        after = terminal.sent.rpartition(b"\x1b[?1049l")[2].decode()
        assert "Something unexpected went wrong" in after
        assert "Traceback" not in after
        (log,) = tmp_path.rglob("errors.log")
        assert "a mistake" in log.read_text(encoding="utf-8")


def test_coming_back_from_the_shell_draws_everything_again() -> None:
    with Terminal([READER]) as terminal:
        terminal.wait("3 articles")
        terminal.settle()
        before = terminal.text()
        terminal.press("\x1a")
        os.waitpid(terminal.pid, os.WUNTRACED)
        assert b"\x1b[?1049l" in terminal.sent
        terminal.clear()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait("3 articles")
        terminal.settle()
        assert terminal.text() == before
