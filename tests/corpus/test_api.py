"""The public functions, the tables of frames, and the notebook that shows them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import corpus
from corpus import build, frames
from corpus.errors import DatelineError
from corpus.model import Certainty, Kind
from corpus.notebook.book import Notebook
from corpus.notebook.records import Merge, Named
from tests.corpus.export import sample

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "docs" / "api.ipynb"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    for name, text in sample.FILES.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def test_a_folder_is_opened_and_kept(folder: Path, tmp_path: Path) -> None:
    first = corpus.open(folder, cache=tmp_path / "cache")
    again = corpus.open(str(folder), cache=str(tmp_path / "cache"))
    assert list(again.articles) == list(first.articles) == list(build.load([folder]).articles)
    assert [f.id for f in again.facts] == [f.id for f in build.load([folder]).facts]
    assert list((tmp_path / "cache").iterdir())


def test_nothing_is_kept_where_that_is_not_wanted_or_not_possible(
    folder: Path, tmp_path: Path
) -> None:
    assert len(corpus.open(folder, keep=False, cache=tmp_path / "no").articles) == 2
    assert not (tmp_path / "no").exists()
    (tmp_path / "file").write_text("")
    assert len(corpus.open(folder, cache=tmp_path / "file").articles) == 2


def test_the_notebook_is_laid_over(folder: Path, tmp_path: Path) -> None:
    book = Notebook.open(tmp_path / "book")
    book.add(Merge(names=(Named(Kind.PERSON, "Anna Vella"), Named(Kind.PERSON, "Mario Borg"))))
    book.close()
    found = corpus.open(folder, keep=False, notebook=tmp_path / "book")
    assert "Mario Borg" not in {one.name for one in found.entities}


def test_names_texts_and_facts_are_asked_for() -> None:
    reports = sample.corpus()
    assert corpus.who(reports, "ana vella")[0].name == "Anna Vella"
    assert all(one.kind is Kind.PLACE for one in corpus.who(reports, "malta", kind=Kind.PLACE))
    assert len(corpus.who(reports, "a", limit=1)) <= 1
    found = corpus.find(reports, '"another day"')
    assert [hit.article for hit in found.hits] == [reports.articles[0].id]
    assert corpus.find(reports, "who:Borg").total == 2
    moves = list(corpus.choose(reports, "move"))
    assert moves and {fact.kind for fact in moves} == {"move"}
    person = corpus.who(reports, "Anna Vella")[0]
    about = list(corpus.choose(reports, ("move", "role"), about=person))
    assert about and set(about) <= set(reports.facts_about[person.id])
    stated = list(corpus.choose(reports, certainty=Certainty.STATED))
    assert stated and {fact.certainty for fact in stated} == {Certainty.STATED}
    for fact in moves:
        assert all(
            quote in reports.by_id[fact.article].text for quote in corpus.quotes(reports, fact)
        )


def test_what_was_asked_of_one_corpus_is_not_answered_for_another() -> None:
    for name in ("Zoe Marlow", "Ivan Petrenko"):
        article = SimpleNamespace(text=f"{name} left Malta for Rome.")
        pd = pytest.importorskip("pandas")
        made = corpus.from_pandas(pd.DataFrame([{"text": article.text, "title": name}]))
        assert corpus.find(made, name.split()[1]).total == 1
        del made


def test_importing_costs_next_to_nothing() -> None:
    ask = "import corpus, sys; print(sorted(m for m in sys.modules if m.startswith('corpus')))"
    done = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True,
                          check=True, timeout=60)  # fmt: skip
    assert done.stdout.strip() == "['corpus']"
    assert {"open", "who", "find", "to_arrow"} <= set(dir(corpus))
    with pytest.raises(AttributeError):
        corpus.nothing  # noqa: B018


@pytest.mark.parametrize("name", frames.NAMES)
def test_tables_hold_what_the_model_holds(name: str) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    reports = sample.corpus()
    arrow = corpus.to_arrow(reports)[name]
    frame = corpus.to_pandas(reports)[name]
    assert arrow.num_rows == len(frame) > 0
    assert arrow.column_names == list(frame.columns)
    if name == "facts":
        assert arrow["id"].to_pylist() == [fact.id for fact in reports.facts]
        assert arrow["first"].to_pylist() == [
            fact.when.first if fact.when else None for fact in reports.facts
        ]
        assert arrow["value"].to_pylist() == [fact.value for fact in reports.facts]


def test_texts_of_a_frame_become_a_corpus() -> None:
    pd = pytest.importorskip("pandas")
    made = corpus.from_pandas(pd.DataFrame([
        {"title": "One", "text": "Anna Vella left Malta.", "published": "2021-03-04"},
        {"title": "Two", "text": "Mario Borg stayed in Rome.", "published": None},
    ]))  # fmt: skip
    assert {article.title.value for article in made.articles} == {"One", "Two"}
    assert {a.published.value if a.published else None for a in made.articles} == {
        "2021-03-04", None,
    }  # fmt: skip


def test_an_unknown_table_is_an_error() -> None:
    with pytest.raises(DatelineError):
        corpus.to_pandas(sample.corpus(), ("nothing",))


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = ["".join(one["source"]) for one in cells if one["cell_type"] == "code"]
    assert len(code) > 4
    scope: dict[str, object] = {}
    for one in code:
        exec(compile(one, str(NOTEBOOK), "exec"), scope)
    assert scope["moves"]
