"""`dateline who`: what it takes for a query and what for a path, what it prints and how it ends."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.model import (
    Article,
    ArticleId,
    Corpus,
    Entity,
    EntityId,
    Kind,
    Origin,
    Sighting,
    Stated,
)
from tui import cli, paths

Printed = pytest.CaptureFixture[str]
PORT = ArticleId("a1")
LIST = "Kim Jong-un\tKim Jong Un\t김정은\n\nRi Il-kyu\r\nThae Yong-ho\n"


def entity(name: str, kind: Kind, *spellings: str, mentions: int = 1) -> Entity:
    seen = tuple(Sighting(PORT, at, at, at + 1) for at in range(mentions))
    return Entity(EntityId(name), name, kind, (name, *spellings), seen)


SOME = Corpus(
    articles=(Article(PORT, "a.txt", Stated("Port", Origin.TEXT), "Anna Kim spoke." * 9),),
    entities=(
        entity("Ri Il-kyu", Kind.PERSON, "Ri", mentions=3),
        entity("Port Elin", Kind.PLACE, mentions=2),
    ),
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """The paths of every corpus that was asked for, in place of which SOME is given."""
    calls: list[list[Path]] = []

    def load(named: list[Path], settings: object) -> Corpus:
        calls.append(named)
        return SOME

    monkeypatch.setattr(cli, "load_corpus", load)
    return calls


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "config_file", lambda: tmp_path / "own" / "config.toml")


@pytest.fixture
def names(tmp_path: Path) -> str:
    file = tmp_path / "names.tsv"
    file.write_bytes(("\ufeff" + LIST).encode())
    return str(file)


def answers(capsys: Printed) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_list_of_names_answers_a_line_a_query(names: str, capsys: Printed) -> None:
    assert cli.main(["who", "--names", names, "--json", "Lee Il-kyu", "ㄱㅈㅇ", "zzzz"]) == cli.OK
    ri, kim, nobody = answers(capsys)
    assert ri["query"] == "Lee Il-kyu"
    assert list(ri["hits"][0]) == ["name", "spelling", "score", "why", "spans"]
    assert ri["hits"][0]["name"] == "Ri Il-kyu"
    assert ri["hits"][0]["why"]
    assert kim["hits"][0]["name"] == "Kim Jong-un"
    assert kim["hits"][0]["spelling"] == "김정은"
    assert kim["hits"][0]["spans"] == [[0, 3]]
    assert nobody == {"query": "zzzz", "hits": []}


def test_queries_come_from_a_file_behind_those_typed(
    names: str, tmp_path: Path, capsys: Printed
) -> None:
    file = tmp_path / "queries"
    file.write_text("Tae Yongho\n\nkim jong \r\n", encoding="utf-8")
    assert cli.main(["who", "ri", "--names", names, "--queries", str(file), "--json"]) == cli.OK
    assert [one["query"] for one in answers(capsys)] == ["ri", "Tae Yongho", "kim jong "]


def test_standard_input_holds_names_or_queries(
    names: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give(text: bytes) -> None:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text)))

    give(LIST.encode())
    assert cli.main(["who", "--names", "-", "--json", "thae"]) == cli.OK
    give(b"il kyu ri")
    assert cli.main(["who", "--names", names, "--queries", "-", "--json"]) == cli.OK
    assert [one["hits"][0]["name"] for one in answers(capsys)] == ["Thae Yong-ho", "Ri Il-kyu"]


def test_the_limit_is_ten_or_what_is_said(tmp_path: Path, capsys: Printed) -> None:
    file = tmp_path / "many"
    file.write_text("".join(f"Anna Kim {letter}\n" for letter in "abcdefghijklmn"))
    for limit in ([], ["--limit", "3"]):
        assert cli.main(["who", "--names", str(file), "--json", *limit, "anna"]) == cli.OK
    assert [len(one["hits"]) for one in answers(capsys)] == [10, 3]


def test_without_json_a_hit_a_line(names: str, capsys: Printed) -> None:
    assert cli.main(["who", "--names", names, "Tae Yongho"]) == cli.OK
    query, name, why = capsys.readouterr().out.splitlines()[0].split("\t")
    assert (query, name) == ("Tae Yongho", "Thae Yong-ho")
    assert why


def test_what_is_in_a_list_cannot_act_upon_the_terminal(tmp_path: Path, capsys: Printed) -> None:
    file = tmp_path / "names"
    file.write_bytes(b"Anna \x1b[31mKim\xff\x9b\n")
    for form in ([], ["--json"]):
        assert cli.main(["who", "--names", str(file), *form, "anna"]) == cli.OK
        printed = capsys.readouterr().out
        assert "Anna" in printed
        assert not set(printed) & set("\x1b\x9b\r")


def test_a_corpus_is_asked_with_kinds_and_counts(asked: list[list[Path]], capsys: Printed) -> None:
    assert cli.main(["who", "--json", "lee il kyu"]) == cli.OK
    hit = answers(capsys)[0]["hits"][0]
    assert (hit["name"], hit["kind"]) == ("Ri Il-kyu", "person")
    assert (hit["mentions"], hit["articles"], hit["spellings"]) == (3, 1, ["Ri Il-kyu", "Ri"])
    assert cli.main(["who", "lee il kyu", "qqqq"]) == cli.OK
    out = capsys.readouterr().out
    assert "Ri Il-kyu  (person, 3 mentions in 1 article)" in out
    assert "same sounds" in out
    assert "qqqq: nothing found" in out


def test_words_at_the_end_that_exist_are_paths(
    asked: list[list[Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("elin", "ri", "q"):
        Path(name).write_text("il-kyu")
    lines = {
        ("elin", "ri"): (["elin"], ["ri"]),
        ("elin",): (["elin"], []),
        ("ri", "gone", "elin", "ri"): (["ri", "gone"], ["elin", "ri"]),
        ("elin", "--in", "ri"): (["elin"], ["ri"]),
        ("elin", "ri", "--", "gone", "ri"): (["elin", "ri"], ["gone", "ri"]),
        ("elin", "ri", "--"): (["elin", "ri"], []),
        ("--queries", "q", "elin"): (["il-kyu"], ["elin"]),
    }
    for words, (queries, named) in lines.items():
        asked.clear()
        assert cli.main(["who", "--json", *words]) == cli.OK, words
        assert [one["query"] for one in answers(capsys)] == queries
        assert asked == [[Path(one) for one in named]]


@pytest.mark.parametrize(
    ("words", "status", "expected"),
    [
        ([], cli.USAGE, "Whom to look for"),
        (["--names", "-", "--queries", "-"], cli.USAGE, "Standard input"),
        (["x", "--limit", "0"], cli.USAGE, "--limit"),
        (["x", "--limit", "many"], cli.USAGE, "--limit"),
        (["x", "--jsno"], cli.USAGE, "--jsno"),
        (["x", "--names", "f", "--in", "d"], cli.USAGE, "leave out the paths"),
        (["x", "--names", "/nowhere/names"], cli.NOTHING, "/nowhere/names cannot be read"),
        (["x", "--names", "/dev/null"], cli.NOTHING, "holds no name"),
        (["--queries", "/nowhere/q"], cli.NOTHING, "/nowhere/q cannot be read"),
        (["x", "--in", "/nowhere/folder"], cli.NOTHING, "Nothing could be loaded"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(
    words: list[str], status: int, expected: str, capsys: Printed
) -> None:
    assert cli.main(["who", *words]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("dateline: ")
    assert err.count("\n") == 1
    assert expected in err


def test_help_tells_the_usage(capsys: Printed) -> None:
    assert cli.main(["who", "--help"]) == cli.OK
    out = capsys.readouterr().out
    for expected in ("--names FILE", "--queries FILE", "--limit N", "--in PATH", "exit status"):
        assert expected in out
    assert max(map(len, out.splitlines())) <= 100


LINE = st.text(st.characters(exclude_characters="\n\r\t"), max_size=12)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    lines=st.lists(LINE, min_size=1, max_size=4),
    query=st.text(max_size=12).filter(lambda query: query[:1] != "-"),
)
def test_any_list_answers_any_query(
    lines: list[str], query: str, tmp_path: Path, capsys: Printed
) -> None:
    file = tmp_path / "any"
    file.write_bytes("\n".join(["Anna Kim", *lines]).encode("utf-8", "surrogatepass"))
    assert cli.main(["who", "--names", str(file), "--json", query]) == cli.OK
    (answer,) = answers(capsys)
    for hit in answer["hits"]:
        ends = [0, *(end for span in hit["spans"] for end in span), len(hit["spelling"])]
        assert ends == sorted(ends)
