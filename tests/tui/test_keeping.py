"""What is taken along carries its citation, and other programs are chosen by the reader alone."""

from __future__ import annotations

import base64
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Span
from tests.tui import sample
from tests.tui.room import room
from tui.citing import cite, quote
from tui.clipboard import LIMIT, osc52
from tui.outside import pager, pipe, safe_environment


def test_a_citation_names_author_title_publisher_date_and_line() -> None:
    article = sample.articles()[0]
    at = article.text.index("Quill had held")
    found = quote(article, Span(at, at + 32))
    assert found.text == (
        f"{article.text[at : at + 32]}\n— Ada Brook, “Harbour master leaves Port Elin”,"
        " Coast Mail, 2021-03-04, line 1 of reports/harbour.txt\n"
    )
    assert "line" not in cite(article)


@given(st.text(max_size=300))
def test_the_clipboard_gets_what_was_sent(text: str) -> None:
    sent = osc52(text, {})
    assert sent is not None
    assert sent.startswith("\x1b]52;c;")
    assert sent.endswith("\x07")
    assert base64.b64decode(sent[7:-1]) == text.encode("utf-8", "replace")


def test_the_clipboard_is_capped_and_wrapped() -> None:
    assert osc52("x" * (LIMIT // 4 * 3), {}) is not None
    assert osc52("x" * LIMIT, {}) is None
    inside = osc52("abc", {"TMUX": "/tmp/tmux"})
    assert inside is not None
    bare = osc52("abc", {})
    assert bare is not None
    assert inside.startswith(bare + "\x1bPtmux;\x1b\x1b]52;c;")
    assert inside.endswith("\x1b\\")
    parts = osc52("abc" * 99, {"STY": "1.pts"})
    assert parts is not None
    pieces = parts.split("\x1b\\")[:-1]
    assert all(piece.startswith("\x1bP") and len(piece) <= 78 for piece in pieces)
    assert "".join(piece[2:] for piece in pieces) == osc52("abc" * 99, {})


async def test_copying_says_what_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("STY", raising=False)
    async with room(sample.corpus()) as opened:
        sent: list[str] = []
        assert opened.app._driver is not None
        monkeypatch.setattr(opened.app._driver, "write", sent.append)
        await opened.press("2", "y")
        assert "Nothing to copy" in opened.status()
        await opened.press(")", "y")
        assert "Sent to the terminal's clipboard" in opened.status()
        coded = next(one for one in sent if one.startswith("\x1b]52"))
        words = base64.b64decode(coded[7:-1]).decode()
        assert words.startswith("The harbour master of Port Elin")
        assert "Ada Brook, “Harbour master leaves Port Elin”, Coast Mail, 2021-03-04" in words


async def test_a_view_is_saved_and_nothing_is_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "list.txt"
    async with room(sample.corpus()) as opened:
        await opened.press("s", "ctrl+u", f"={target}", "enter")
        assert "Saved to" in opened.status()
        assert "Missing ledgers found in Sandoval" in target.read_text(encoding="utf-8")
        before = target.read_bytes()
        await opened.press("3", "s", "ctrl+u", f"={target}", "enter")
        assert "Already there" in opened.status()
        assert target.read_bytes() == before
        picture = tmp_path / "screen.svg"
        await opened.press("s", "ctrl+u", f"={picture}", "enter")
        assert picture.read_text(encoding="utf-8").lstrip().startswith("<svg")
        await opened.press("s", "ctrl+u", f"={tmp_path}/no/such.txt", "enter")
        assert "Not written" in opened.status()
        await opened.press("s", "escape", "j")
        assert opened.reading.index.cursor == 1


def test_programs_are_not_taken_from_the_documents(tmp_path: Path) -> None:
    evil = tmp_path / "reports" / "less"
    evil.parent.mkdir()
    evil.write_text("#!/bin/sh\necho evil\n")
    evil.chmod(0o755)
    entries = [str(evil.parent), "", ".", "bin", "/bin", "/usr/bin"]
    mixed = {"PATH": os.pathsep.join(entries), "PAGER": "less -R", "HOME": str(tmp_path)}
    safe = safe_environment(mixed, [tmp_path / "reports"])
    assert safe["PATH"] == os.pathsep.join(["/bin", "/usr/bin"])
    command = pager(safe)
    assert command is None or command[0].startswith(("/bin", "/usr/bin"))


def test_a_passage_reaches_the_command(tmp_path: Path) -> None:
    target = tmp_path / "out"
    status = pipe(f"tr a-z A-Z > '{target}'", "ferry to Sandoval", dict(os.environ))
    assert status == 0
    assert target.read_text() == "FERRY TO SANDOVAL"


async def test_other_programs_need_a_terminal_that_can_be_left() -> None:
    async with room(sample.corpus()) as opened:
        await opened.press("2", ")", "|", "=cat", "enter")
        assert "cannot be left" in opened.status()
        await opened.press("o")
        assert "cannot be found" in opened.status()
        await opened.press("O")
        assert "No web address" in opened.status()


async def test_the_page_of_a_marked_passage_or_fact_stands_in_the_status_line() -> None:
    corpus = sample.corpus()
    first = corpus.articles[0]
    middle = first.text.index("Quill had held")
    paged = replace(first, path="scans/port.pdf", offsets=(0, middle), lines=(1, 30), pages=(1, 2))
    corpus = replace(
        corpus,
        articles=(paged, *corpus.articles[1:]),
        by_id={**corpus.by_id, paged.id: paged},
    )
    async with room(corpus) as it:
        await it.press("2")
        assert "page" not in it.status()
        it.reading.article.set_mark(Span(0, 5))
        it.reading.tell()
        await it.pilot.pause()
        assert "scans/port.pdf, page 1" in it.status()
        it.reading.article.set_mark(Span(middle, middle + 5))
        it.reading.tell()
        await it.pilot.pause()
        assert "scans/port.pdf, page 2" in it.status()
        await it.press("4")
        assert "scans/port.pdf, page" in it.status()
        await it.press("1")
        assert "page" not in it.status()
