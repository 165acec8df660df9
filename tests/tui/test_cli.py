"""The command line: what it answers, where it says so, and with which status it ends."""

from __future__ import annotations

import io
import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.errors import DatelineError
from corpus.model import Article, ArticleId, Corpus, Origin, Skipped, Stated
from tui import __version__, cli, paths
from tui.config import Config

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = Article(ArticleId("a1"), "a.txt", Stated("Port", Origin.TEXT), "Anna Kim spoke.")
SOME = Corpus(articles=(ARTICLE,), by_id={ARTICLE.id: ARTICLE})

Load = Callable[..., Corpus]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """A stand-in for the engine: set `result`, look at what it was called with in `asked`."""
    fake = SimpleNamespace(asked=[], result=SOME)

    def open_corpus(inputs: list[Path], settings: Config, say: object) -> Corpus:
        fake.asked.append((inputs, settings))
        if isinstance(fake.result, BaseException):
            raise fake.result
        assert isinstance(fake.result, Corpus)
        return fake.result

    stand_in = SimpleNamespace(open_corpus=open_corpus)
    monkeypatch.setitem(sys.modules, "tui.opening", stand_in)
    return fake


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and logs of the tester are neither read nor written."""
    monkeypatch.setattr(paths, "config_file", lambda: tmp_path / "own" / "config.toml")
    monkeypatch.setattr(paths, "log_file", lambda: tmp_path / "state" / "errors.log")


def said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    out, err = capsys.readouterr()
    return out, err


def test_help_and_version_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == cli.OK
    assert said(capsys)[0] == f"dateline {__version__}\n"
    assert cli.main(["-h"]) == cli.OK
    help_text = said(capsys)[0]
    for expected in ("--json", "--plain", "--config FILE", "exit status", "own/config.toml"):
        assert expected in help_text
    assert max(map(len, help_text.splitlines()[:20])) <= 100


def test_json_prints_one_object_a_line(
    engine: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--json", "a.txt", "b"]) == cli.OK
    out, err = said(capsys)
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a1"]
    assert err == ""
    assert engine.asked[0][0] == [Path("a.txt"), Path("b")]


def test_without_a_terminal_the_overview_is_printed_without_comment(
    engine: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([]) == cli.OK
    out, err = said(capsys)
    assert out.startswith("1 article, ")
    assert err == ""
    assert engine.asked[0][0] == []


@pytest.mark.parametrize("words", [["a", "--plain", "b"], ["--plain", "--", "a", "b"]])
def test_options_may_stand_anywhere(engine: SimpleNamespace, words: list[str]) -> None:
    assert cli.main(words) == cli.OK
    assert engine.asked[0][0] == [Path("a"), Path("b")]


def test_settings_reach_the_engine(engine: SimpleNamespace, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[tagger]\nengine = "spacy:x"')
    assert cli.main(["--json", "--config", str(own), "a"]) == cli.OK
    assert engine.asked[0][1].tagger.engine == "spacy:x"


def test_a_first_word_that_equals_a_command_is_the_command(
    engine: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["config"]) == cli.OK
    assert said(capsys)[0] == (ROOT / "config.toml").read_text(encoding="utf-8")
    assert not engine.asked
    assert cli.main(["./config"]) == cli.OK
    assert cli.main(["--plain", "config"]) == cli.OK
    assert [asked[0] for asked in engine.asked] == [[Path("config")], [Path("config")]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--jsno"], "--jsno"),
        (["--js"], "--js"),
        (["--json", "--plain"], "not allowed with"),
        (["--config"], "expected one argument"),
        (["config", "more"], "takes no arguments"),
        (["--config", "/nowhere/x.toml", "--plain"], "/nowhere/x.toml"),
    ],
)
def test_a_wrong_command_line_is_one_clear_sentence_and_status_2(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(words) == cli.USAGE
    out, err = said(capsys)
    assert out == ""
    assert err.startswith("dateline: ")
    assert expected in err
    assert err.count("\n") == 1


def test_wrong_settings_are_named_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[screen]\ntheem = 1")
    assert cli.main(["--config", str(own)]) == cli.USAGE
    assert "line 2" in said(capsys)[1]


def test_an_error_of_the_engine_is_shown_as_it_stands(
    engine: SimpleNamespace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    engine.result = DatelineError("The tagger's weights are damaged. Install Dateline again.")
    assert cli.main(["--json"]) == cli.FAILED
    assert said(capsys)[1] == f"dateline: {engine.result}\n"
    assert not (tmp_path / "state").exists()


def test_nothing_loaded_is_status_3_with_the_reason(
    engine: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.result = Corpus(skipped=(Skipped("x.pdf", "no reader for .pdf"),))
    assert cli.main(["--json", "x.pdf"]) == cli.NOTHING
    out, err = said(capsys)
    assert json.loads(out)["type"] == "skipped"
    assert "x.pdf: no reader for .pdf" in err


def test_a_crash_is_one_sentence_and_a_log_that_only_the_user_reads(
    engine: SimpleNamespace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    engine.result = ZeroDivisionError("\x1b[2J secret")
    assert cli.main(["--plain"]) == cli.FAILED
    err = said(capsys)[1]
    log = tmp_path / "state" / "errors.log"
    assert err.count("\n") == 1
    assert str(log) in err
    assert "Traceback" not in err
    kept = log.read_text(encoding="utf-8")
    assert "Traceback" in kept
    assert "ZeroDivisionError" in kept
    assert "\x1b" not in kept
    assert log.stat().st_mode & 0o077 == 0


def test_a_crash_without_room_for_the_log_is_still_one_sentence(
    engine: SimpleNamespace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("in the way")
    engine.result = RuntimeError("x")
    assert cli.main(["--plain"]) == cli.FAILED
    assert "RuntimeError" in said(capsys)[1]


def test_ctrl_c_is_status_130_and_silent(
    engine: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.result = KeyboardInterrupt()
    assert cli.main(["--json"]) == cli.INTERRUPTED
    assert said(capsys) == ("", "")


@example("\x00")
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda s: s != "-"))
def test_what_was_typed_comes_back_without_control_characters(word: str) -> None:
    err = io.StringIO()
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", err)
        patch.setattr(sys, "stdout", out)
        status = cli.main([f"--{word}", "--config", f"/nowhere/{word}"])
    assert status in (cli.USAGE, cli.OK)
    text = err.getvalue()
    assert text.count("\n") == (status == cli.USAGE)
    assert not any(c < " " or "\x7f" <= c <= "\x9f" or c in "\u202e\u2066" for c in text.strip())


# What only a process of its own can show.

SCRIPT = (
    "import sys; from types import SimpleNamespace as N; sys.path.insert(0, {root!r})\n"
    "from corpus.model import *\n"
    "a = Article(ArticleId('a'), 'a.txt', Stated('Port', Origin.TEXT), 'x' * 200_000)\n"
    "c = Corpus(articles=(a,), by_id={{a.id: a}})\n"
    "sys.modules['tui.opening'] = N(open_corpus=lambda *_: c)\n"
    "from tui.cli import main; sys.exit(main())\n"
)


def process(shell: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run `shell` with $D as the command line over a stand-in engine with a long article."""
    env = dict(os.environ, PY=sys.executable, SCRIPT=SCRIPT.format(root=str(ROOT)), **more)
    head = 'D() { "$PY" -c "$SCRIPT" "$@"; }\n'
    return subprocess.run(
        ["bash", "-c", head + shell],
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("option", ["--json", "--help"])
def test_a_reader_that_goes_away_is_no_error(option: str) -> None:
    done = process(f"D {option} | true; echo ${{PIPESTATUS[0]}}")
    assert done.stderr == ""
    assert done.stdout.strip() in ("0", "141")
    if option == "--json":
        assert done.stdout.strip() == "141"


def test_ctrl_c_ends_a_running_process_without_a_traceback() -> None:
    waits = "(print('here', file=sys.stderr, flush=True), __import__('time').sleep(60))"
    script = SCRIPT.format(root=str(ROOT)).replace("*_: c", f"*_: {waits}")
    child = subprocess.Popen(
        [sys.executable, "-c", script, "--json"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert child.stderr is not None
    assert child.stderr.readline() == b"here\n"
    child.send_signal(signal.SIGINT)
    assert child.communicate(timeout=30)[1] == b""
    assert child.returncode == cli.INTERRUPTED


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said() -> None:
    done = process("D --json > /dev/full")
    assert done.returncode == cli.FAILED
    assert done.stderr == "dateline: The output could not be written: No space left on device.\n"


def test_closed_streams_do_no_harm() -> None:
    assert process("D --json >&-").returncode == cli.FAILED
    assert process("D --json > /dev/null 2>&- <&-").returncode == cli.OK


def test_json_is_utf_8_whatever_the_locale() -> None:
    done = process("D --json | head -c 9", PYTHONIOENCODING="latin-1", LC_ALL="C")
    assert done.stdout == '{"type":"'
    assert done.stderr == ""


def on_terminal(shell: str, term: str) -> tuple[str, int]:
    """What a terminal of kind `term` gets to see when `shell` runs on it, and the status."""
    ours, theirs = pty.openpty()
    env = dict(os.environ, PY=sys.executable, SCRIPT=SCRIPT.format(root=str(ROOT)), TERM=term)
    shell = f'D() {{ "$PY" -c "$SCRIPT" "$@"; }}\n{shell}'
    child = subprocess.Popen(
        ["bash", "-c", shell], env=env, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 65536):
            seen += chunk
    except OSError:  # Linux reports the end of a terminal's output as an error
        pass
    os.close(ours)
    return seen.decode(), child.wait(timeout=60)


@pytest.mark.parametrize(
    ("shell", "term", "why"),
    [
        ("D", "dumb", "TERM is empty or dumb"),
        ("D", "", "TERM is empty or dumb"),
        ("D < /dev/null", "xterm", "standard input is no terminal"),
    ],
)
def test_where_no_screen_can_be_drawn_the_overview_says_why(
    shell: str, term: str, why: str
) -> None:
    seen, status = on_terminal(shell, term)
    assert status == 0
    assert why in seen.splitlines()[0]
    assert "1 article, 0 people" in seen
    assert "\x1b" not in seen


def test_the_overview_asked_for_needs_no_explanation() -> None:
    seen, status = on_terminal("D --plain < /dev/null", "xterm")
    assert (status, "no terminal" in seen, "1 article" in seen) == (0, False, True)


def test_a_name_that_does_not_exist_is_said_before_the_screen_opens() -> None:
    seen, status = on_terminal("D ./artcles", "xterm")
    assert status == cli.NOTHING
    assert "There is no file or folder artcles." in seen
    assert "\x1b" not in seen


@pytest.mark.parametrize("words", [["diagnose"], ["--diagnose"]])
def test_diagnose_tells_versions_and_places_and_nothing_of_documents(
    words: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert cli.main(words) == 0
    out, err = said(capsys)
    assert f"dateline {__version__}" in out
    assert "textual 8" in out
    assert str(tmp_path / "state" / "errors.log") in out
    assert "\x1b" not in out
    assert err == ""


def test_a_long_log_is_put_aside_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui import crash

    monkeypatch.setattr(crash, "_LIMIT", 250)
    for number in range(9):
        assert crash.keep(ValueError(f"fault {number}")) is not None
    kept = sorted(path.name for path in (tmp_path / "state").iterdir())
    assert kept == ["errors.log", "errors.old.log"]
    assert "fault 8" in (tmp_path / "state" / "errors.log").read_text()
    both = [(tmp_path / "state" / name).read_text().count("ValueError") for name in kept]
    assert sum(both) >= 4
