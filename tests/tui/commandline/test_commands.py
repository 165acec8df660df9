"""What each command answers, to programs and to people."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from corpus.model import Kind
from corpus.notebook.book import Notebook
from corpus.notebook.records import Hidden, Merge, Named, Note, Passage, Tag
from tests.tui.commandline.reports import FILES, objects, run, validator
from tui import cli, paths
from tui.commandline.registry import SUMMARIES, command

ROOT = Path(__file__).resolve().parents[3]
Printed = pytest.CaptureFixture[str]
WITHOUT_JSON = {"config", "completion", "man"}


def test_the_articles_are_listed_with_what_was_not_loaded(folder: Path, capsys: Printed) -> None:
    found = objects(capsys, "list", str(folder))
    assert [one["title"] for one in found] == [
        "A clerk leaves Valletta", "Board confirms departure",
    ]  # fmt: skip
    skipped = objects(capsys, "list", "--skipped", str(folder))
    assert [Path(one["path"]).name for one in skipped] == ["empty.txt"]
    _, out, err = run(capsys, "list", str(folder))
    assert out.splitlines()[0].split("\t")[1:4] == [
        "2021-03-04", "A clerk leaves Valletta", "Harbour Post",
    ]  # fmt: skip
    assert "1 file was not loaded" in err


@pytest.mark.parametrize("name", ["first.txt", "first", "A clerk leaves Valletta", "clerk"])
def test_an_article_is_read_by_any_of_its_names(name: str, folder: Path, capsys: Printed) -> None:
    (found,) = objects(capsys, "read", name, str(folder))
    assert found["text"].startswith("Anna Vella, a clerk")
    assert found["lines"][0] == {"start": 0, "line": 6}


def test_an_article_is_printed_with_the_lines_of_its_file(folder: Path, capsys: Printed) -> None:
    _, out, _ = run(capsys, "read", "first", str(folder))
    shown = {line[:6].strip(): line[8:] for line in out.splitlines() if line[:6].strip().isdigit()}
    for number, words in shown.items():
        source = FILES["first.txt"].splitlines()[int(number) - 1]
        assert source.split()[0] in words


def test_an_article_that_several_names_fit_is_not_guessed(folder: Path, capsys: Printed) -> None:
    status, out, err = run(capsys, "read", "a", str(folder))
    assert (status, out) == (cli.USAGE, "")
    assert "2 articles" in err
    assert run(capsys, "read", "nowhere", str(folder))[0] == cli.USAGE


def test_words_are_found_with_their_places(folder: Path, capsys: Printed) -> None:
    first, *hits = objects(capsys, "find", "daughter", str(folder))
    assert (first["total"], first["shown"]) == (1, 1)
    (hit,) = hits
    (article,) = objects(capsys, "read", hit["article"], str(folder))
    for snippet in hit["snippets"]:
        assert snippet["text"] == article["text"][snippet["start"] : snippet["end"]]
        for mark in snippet["marks"]:
            assert article["text"][mark["start"] : mark["end"]].casefold() == "daughter"


def test_a_remark_on_a_query_is_no_result(folder: Path, capsys: Printed) -> None:
    status, out, err = run(capsys, "find", "date:yesterday clerk", str(folder))
    assert status == cli.OK
    assert "yesterday" in err
    assert "yesterday" not in out


def test_every_place_of_a_word_is_shown(folder: Path, capsys: Printed) -> None:
    rows = objects(capsys, "kwic", "vella", str(folder))
    texts = {one["id"]: one for one in objects(capsys, "model", str(folder)) if "text" in one}
    assert len(rows) == sum(text.casefold().count("vella") for text in FILES.values())
    for row in rows:
        text = texts[row["article"]]["text"]
        assert text[row["start"] : row["end"]] == row["node"]
        assert text[: row["start"]].endswith(row["left"])
        assert text[row["end"] :].startswith(row["right"])
    sighted = objects(capsys, "kwic", "--name", "Carla Vella", str(folder))
    assert {row["node"] for row in sighted} <= {"Carla Vella", "Vella", "Carla"}


def test_facts_bring_their_sentences(folder: Path, capsys: Printed) -> None:
    found = objects(capsys, "facts", str(folder))
    assert found
    texts = {one["id"]: one["text"] for one in objects(capsys, "model", str(folder))
             if one["type"] == "article"}  # fmt: skip
    for fact in found:
        for quote in fact["evidence"]:
            assert texts[fact["article"]][quote["start"] : quote["end"]] == quote["text"]


def test_facts_are_chosen_by_every_option(folder: Path, capsys: Printed) -> None:
    def chosen(*words: str) -> list[str]:
        return [one["id"] for one in objects(capsys, "facts", *words, str(folder))]

    everything = objects(capsys, "facts", str(folder))
    assert chosen("--kind", "move") == [f["id"] for f in everything if f["kind"] == "move"]
    both = chosen("--kind", "move", "--kind", "kin")
    assert set(both) == set(chosen("--kind", "move")) | set(chosen("--kind", "kin"))
    about = chosen("--who", "anna vella")
    assert about and set(about) < {f["id"] for f in everything}
    narrow = chosen("--who", "anna vella", "--kind", "move")
    assert set(narrow) == set(about) & set(chosen("--kind", "move"))
    sure = {f["id"] for f in everything if f["certainty"] == "stated"}
    assert set(chosen("--sure", "stated")) == sure
    assert len(chosen("--limit", "1")) == 1
    one = everything[0]["article"]
    assert chosen("--in-article", one) == [f["id"] for f in everything if f["article"] == one]


def test_nobody_of_that_name_is_a_wrong_usage(folder: Path, capsys: Printed) -> None:
    status, out, err = run(capsys, "facts", "--who", "Zbigniew Qwertz", str(folder))
    assert (status, out) == (cli.USAGE, "")
    assert "Zbigniew Qwertz" in err


def test_the_timeline_runs_by_date(folder: Path, capsys: Printed) -> None:
    found = objects(capsys, "timeline", str(folder))
    starts = [one["date"]["from"] or one["date"]["to"] for one in found]
    assert starts == sorted(starts)
    assert "2021-03-06" in starts
    march = objects(capsys, "timeline", "--from", "2021-03", "--to", "2021-03-04", str(folder))
    assert march and all(one["date"]["from"] <= "2021-03-04" for one in march)
    assert "2021-03-06" not in [one["date"]["from"] for one in march]
    assert run(capsys, "timeline", "--from", "2021-13", str(folder))[0] == cli.USAGE


@pytest.mark.parametrize("option", [[], ["--lags"], ["--gaps"], ["--checks"]])
def test_disagreements_and_the_like_fit_their_schema(
    option: list[str], folder: Path, capsys: Printed
) -> None:
    found = objects(capsys, "disagree", *option, str(folder))
    if option == ["--gaps"]:
        assert found


def test_one_question_at_a_time(folder: Path, capsys: Printed) -> None:
    assert run(capsys, "disagree", "--lags", "--gaps", str(folder))[0] == cli.USAGE


def test_a_build_is_kept_and_not_done_again(folder: Path, capsys: Printed) -> None:
    objects(capsys, "build", str(folder))
    (again,) = objects(capsys, "build", str(folder))
    assert again["changed"] is False
    assert (again["articles"], again["skipped"]) == (2, 1)
    assert "up to date" in run(capsys, "build", str(folder))[1]


@pytest.mark.parametrize("words", [["model"], ["open", "--json"]])
def test_the_model_is_that_of_json(words: list[str], folder: Path, capsys: Printed) -> None:
    _, out, _ = run(capsys, *words, str(folder))
    assert out == run(capsys, "--json", str(folder))[1]
    assert out.count("\n") > 3


def test_a_folder_called_like_a_command_can_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "a.txt").write_text("The ferry left Gozo.\n")
    monkeypatch.chdir(tmp_path)
    assert '"The ferry left Gozo."' in run(capsys, "open", "--json", "facts")[1]


def test_the_notebook_is_listed_and_laid_over(folder: Path, capsys: Printed) -> None:
    second = objects(capsys, "list", str(folder))[1]["path"]
    book = Notebook.open(paths.notebook_folder([folder]))
    clerk = Named(Kind.PERSON, "Anna Vella")
    lawyer = Named(Kind.PERSON, "Mario Borg")
    book.add(Note(on=clerk, text="Ask \x1b[31m again."))
    book.add(Tag(on=Passage(second), tag="later"))
    book.add(Hidden(who=Named(Kind.PERSON, "Carla Vella")))
    book.add(Merge(names=(clerk, lawyer)))
    book.close()
    found = objects(capsys, "notes", str(folder))
    assert [one["type"] for one in found] == ["note", "tag", "hidden", "merge"]
    assert [one["type"] for one in objects(capsys, "notes", "--kind", "tag", str(folder))] == [
        "tag"
    ]
    _, out, _ = run(capsys, "notes", str(folder))
    assert "\x1b" not in out
    assert "left out of exports" in out
    tagged = objects(capsys, "find", "tag:later", str(folder))
    assert [Path(one["path"]).name for one in tagged[1:]] == ["second.txt"]
    names = {one.get("name") for one in objects(capsys, "model", str(folder))}
    assert "Mario Borg" not in names
    assert "Mario Borg" in {
        one.get("name") for one in objects(capsys, "model", "--bare", str(folder))
    }
    # Whoever was joined to another is found by either name.
    assert objects(capsys, "facts", "--who", "mario borg", str(folder))


def test_no_notebook_is_no_error(folder: Path, capsys: Printed) -> None:
    status, out, err = run(capsys, "notes", str(folder))
    assert (status, out) == (cli.OK, "")
    assert "no notebook" in err
    assert run(capsys, "notes", "--notebook", "/nowhere", str(folder))[0] == cli.USAGE


@pytest.mark.parametrize("words", [["list"], ["facts"], ["timeline"], ["disagree"], ["model"],
                                   ["find", "x"], ["kwic", "x"], ["read", "x"]])  # fmt: skip
def test_nothing_loaded_is_status_3(words: list[str], tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "empty").mkdir()
    status, out, err = run(capsys, *words, str(tmp_path / "empty"))
    assert (status, out) == (cli.NOTHING, "")
    assert "Nothing could be loaded" in err


def test_diagnosis_and_recent_fit_their_schemas(capsys: Printed) -> None:
    assert any(one["name"] == "python" for one in objects(capsys, "diagnose"))
    objects(capsys, "recent")


def test_every_command_has_a_schema() -> None:
    for name in set(SUMMARIES) - WITHOUT_JSON:
        if name != "who":
            assert any(one.name == "--json" for one in command(name).options), name
        assert validator(name).is_valid(5) is False


def test_every_command_explains_itself(capsys: Printed) -> None:
    for name, what in SUMMARIES.items():
        status, out, _ = run(capsys, name, "--help")
        assert status == cli.OK
        assert out.startswith("usage: dateline ")
        assert command(name).name == name
        assert command(name).summary == what
        for option in command(name).options:
            assert option.name in out


HOSTILE = """---
title: "\\x1b]0;owned\\x07 [bold]Port[/bold]"
published: 2020-01-02
---
Anna Vella \x1b[31mleft\x1b[0m Malta on 3 May 2019. \u202eAnna Vella arrived in Rome.\x9b2J
"""


@pytest.mark.parametrize("words", [
    ["list"], ["list", "--table"], ["facts"], ["facts", "--table"], ["timeline", "--table"],
    ["find", "malta"], ["kwic", "malta"], ["read", "hostile"], ["disagree"], ["who", "Vella"],
    ["list", "--json"], ["facts", "--json"], ["kwic", "--json", "malta"],
])  # fmt: skip
def test_no_command_lets_a_document_act(words: list[str], tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    status, out, _ = run(capsys, *words, str(tmp_path / "in"))
    assert status == cli.OK
    assert not {c for c in out if c < " " or "\x7f" <= c < "\xa0" or c == "\u202e"} - {"\n", "\t"}
    if words == ["list", "--table"]:
        assert "[bold]" in out


def shell(*words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """A command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        cwd=ROOT, capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False,
        env={**os.environ, **more},
    )  # fmt: skip


def test_no_colour_in_a_pipe(folder: Path) -> None:
    done = shell("list", "--table", str(folder), FORCE_COLOR="1", CLICOLOR_FORCE="1")
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout
    assert b"title" in done.stdout


@pytest.mark.parametrize("no_color", ["", "1"])
def test_a_terminal_has_a_table_of_its_width(folder: Path, no_color: str) -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 64, 0, 0))
    env = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": no_color}
    child = subprocess.Popen(
        [sys.executable, "-m", "tui", "list", str(folder)],
        cwd=ROOT, env=env, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    assert child.wait(60) == 0
    os.close(ours)
    lines = shown.decode().replace("\r", "").splitlines()
    bare = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in lines]
    assert bare[0].split() == ["id", "date", "title", "file"]
    assert max(map(len, bare)) <= 64
    assert not re.search("\x1b\\[[0-9;]*3[0-9]", shown.decode())


@pytest.mark.parametrize("words", [["list"], ["facts", "--json"], ["model"], ["kwic", "the"]])
def test_a_pipe_that_is_closed_early_is_no_error(words: list[str], folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-m", "tui", *words, str(folder)], cwd=ROOT,
                          stdout=writer, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                          timeout=120, check=False)  # fmt: skip
    os.close(writer)
    assert done.returncode == cli.CLOSED
    assert b"Traceback" not in done.stderr
    assert b"rror" not in done.stderr


def test_commands_do_without_the_screen(folder: Path) -> None:
    ask = (
        "import sys; from tui import cli; status = cli.main(sys.argv[1:]);"
        "print(status, sorted({n.partition('.')[0] for n in sys.modules}), file=sys.stderr)"
    )
    for words in (["list"], ["facts"], ["timeline"], ["find", "clerk"], ["disagree"], ["notes"],
                  ["read", "first"], ["kwic", "clerk"], ["build"]):  # fmt: skip
        done = subprocess.run([sys.executable, "-c", ask, *words, str(folder)], cwd=ROOT,
                              capture_output=True, text=True, timeout=120, check=False)  # fmt: skip
        status, _, names = done.stderr.splitlines()[-1].partition(" ")
        assert status == "0", done.stderr
        assert "'textual'" not in names and "'rich'" not in names, words


def test_the_bundled_articles_are_kept_like_any_folder(capsys: Printed) -> None:
    run(capsys, "list")
    ask = (
        "import sys; from tui import cli; status = cli.main(['list']);"
        "print(status, 'corpus.store.building' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True,
                          timeout=120, check=False)  # fmt: skip
    assert done.stderr.splitlines()[-1] == "0 False"
