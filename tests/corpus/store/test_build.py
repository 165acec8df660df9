"""The stored corpus is the corpus: built, changed, resumed, it equals one made in memory."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import jsonlines, store
from corpus.build import load
from corpus.model import Corpus
from corpus.reading import bundled
from corpus.reading.guard.limits import Limits
from corpus.store.building import build
from corpus.store.labour import work

PARTS = (
    "articles", "extracts", "entities", "skipped", "by_id", "entity_by_id", "entity_of",
    "entities_in", "facts_about", "facts", "headings", "kinds",
)  # fmt: skip
TEXTS = {
    "a.txt": "Ri Il-kyu left Havana\n\nRi Il-kyu left Havana in 2023. Ri went to Seoul.\n",
    "b.txt": "An interview\n\nRi Il Kyu spoke in Seoul. “I saw nothing,” said Ri.\n",
    "c.txt": "Two Kims\n\nKim Yong-chol met Kim Yong-chun in Pyongyang on May 3, 2018.\n",
    "d.txt": "Two Kims\n\nKim Yong-chol met Kim Yong-chun in Pyongyang on May 3, 2018.\n",
    "empty.txt": "",
    "image.png": "no text",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def worked_on(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles in which something was looked for."""
    ids: list[str] = []

    def watched(connection: object, tagger: object, tasks: list[tuple[int, str, bool]]) -> object:
        ids.extend(f"{task[1]}{' again' if task[2] else ''}" for task in tasks)
        return work(connection, tagger, tasks)  # type: ignore[arg-type]

    monkeypatch.setattr("corpus.store.desk.work", watched)
    return ids


def stored(folder: Path, cache: Path) -> Corpus:
    found = store.open([folder], cache)
    assert found is not None
    return found.corpus


def assert_equal(one: Corpus, other: Corpus) -> None:
    for part in PARTS:
        assert getattr(one, part) == getattr(other, part), part
    assert list(jsonlines.lines(one)) == list(jsonlines.lines(other))


def test_the_bundled_corpus_is_the_same_in_every_part(cache: Path) -> None:
    build([], cache)
    found = store.open([], cache)
    assert found is not None
    assert found.complete
    made = load([])
    assert_equal(found.corpus, made)
    for at, entity in enumerate(made.entities):
        assert found.corpus.counts(at) == made.counts(at)
        assert found.corpus.rank(entity.id) == at
        assert list(found.corpus.positions_of(entity.id)) == list(made.positions_of(entity.id))
    for at, article in enumerate(made.articles):
        assert found.corpus.position(article.id) == at
        assert found.corpus.kinds_in(article.id) == made.kinds_in(article.id)
    for kind in (None, *made.kinds):
        assert list(found.corpus.ranks(kind)) == list(made.ranks(kind))


def test_the_index_of_names_is_stored_too(cache: Path) -> None:
    build([], cache)
    found = store.open([], cache)
    assert found is not None
    index = found.corpus.name_index()
    assert index is not None
    assert index.search("tae yong ho")[0].name == "Thae Yong-ho"


def test_children_store_what_the_process_itself_does(folder: Path, cache: Path) -> None:
    build([folder], cache, children=2)
    assert_equal(stored(folder, cache), load([folder]))


def test_a_second_build_has_nothing_to_do(folder: Path, cache: Path, worked_on: list[str]) -> None:
    age(folder)
    assert build([folder], cache).changed
    worked_on.clear()
    assert not build([folder], cache).changed
    assert not worked_on
    found = store.open([folder], cache)
    assert found is not None
    assert found.is_fresh([folder], "small")


def age(folder: Path) -> None:
    """Give every file a time in the past: files of this moment are never trusted."""
    for path in (*folder.iterdir(), folder):
        os.utime(path, (1_000_000_000, 1_000_000_000))


def rewrite(folder: Path) -> None:
    (folder / "a.txt").write_text("Gone\n\nRi Il-kyu went from Havana to Busan.\n", "utf-8")


def touch(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXTS["a.txt"], "utf-8")


def remove(folder: Path) -> None:
    (folder / "b.txt").unlink()


def remove_the_first_of_two_copies(folder: Path) -> None:
    (folder / "c.txt").unlink()


def add(folder: Path) -> None:
    (folder / "aa.txt").write_text("New\n\nKim Yong-chol flew to Hanoi.\n", "utf-8")


def rename(folder: Path) -> None:
    (folder / "a.txt").rename(folder / "z.txt")


@pytest.mark.parametrize(
    ("change", "costs"),
    [(rewrite, 1), (touch, 0), (remove, 0), (remove_the_first_of_two_copies, 0), (add, 1),
     (rename, 0)],
)  # fmt: skip
def test_a_change_costs_the_file_alone(
    folder: Path, cache: Path, worked_on: list[str], change: Callable[[Path], None], costs: int
) -> None:
    age(folder)
    build([folder], cache)
    worked_on.clear()
    change(folder)
    found = store.open([folder], cache)
    assert found is not None
    assert not found.is_fresh([folder], "small")
    build([folder], cache)
    assert len(worked_on) == costs
    assert_equal(stored(folder, cache), load([folder]))


def test_a_file_that_is_rewritten_within_the_same_moment_is_noticed(
    folder: Path, cache: Path
) -> None:
    path = folder / "a.txt"
    build([folder], cache)
    status = path.stat()
    path.write_text(TEXTS["a.txt"].replace("Havana", "Ankara"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    build([folder], cache)
    assert_equal(stored(folder, cache), load([folder]))


def test_other_rules_for_facts_leave_the_names_alone(
    folder: Path, cache: Path, worked_on: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus.store import versions

    build([folder], cache)
    worked_on.clear()
    real = versions.current("small", {})
    other = versions.Versions(real.reading, real.names, "other")
    monkeypatch.setattr("corpus.store.building.current", lambda engine, kept, limits: other)
    monkeypatch.setattr("corpus.store.building.current", lambda engine, kept, limits: other)
    build([folder], cache)
    assert len(worked_on) == 4
    assert all(one.endswith(" again") for one in worked_on)
    assert_equal(stored(folder, cache), load([folder]))


def test_a_build_that_is_cancelled_goes_on_where_it_was(
    folder: Path, cache: Path, worked_on: list[str]
) -> None:
    asked = 0

    def enough() -> bool:
        nonlocal asked
        asked += 1
        return asked > 8

    build([folder], cache, cancelled=enough)
    found = store.open([folder], cache)
    assert found is None or not found.complete
    build([folder], cache)
    assert_equal(stored(folder, cache), load([folder]))


def test_articles_come_before_what_is_found_in_them(folder: Path, cache: Path) -> None:
    seen: list[tuple[int, int, bool]] = []

    def look(complete: bool) -> None:
        corpus = stored(folder, cache)
        seen.append((len(corpus.articles), len(corpus.extracts), complete))

    build([folder], cache, on_model=look)
    assert seen[0] == (4, 0, False)
    assert seen[-1] == (4, 4, True)


def test_a_corpus_that_is_open_stays_as_it_was(folder: Path, cache: Path) -> None:
    build([folder], cache)
    before = stored(folder, cache)
    memory = load([folder])
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "only.txt").write_text("Only\n\nAnna Kim is here.\n", "utf-8")
    build([folder], cache)
    assert_equal(before, memory)
    assert len(stored(folder, cache).articles) == 1


def test_nothing_is_written_beside_the_articles(folder: Path, cache: Path) -> None:
    before = sorted(folder.rglob("*"))
    build([folder], cache)
    assert sorted(folder.rglob("*")) == before
    assert (cache.stat().st_mode & 0o777) in (0o700, 0o755)
    assert all(one.stat().st_mode & 0o077 == 0 for one in cache.iterdir())


def test_an_article_that_breaks_the_finding_is_named_and_the_rest_is_found(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus.facts import registry

    real = registry.find_facts

    def broken(page: object) -> object:
        if "Busan" in page.article.text:  # type: ignore[attr-defined]
            raise ValueError("no such harbour")
        return real(page)  # type: ignore[arg-type]

    monkeypatch.setattr("corpus.extract.find_facts", broken)
    (folder / "e.txt").write_text("Busan\n\nAnna Kim is in Busan.\n", "utf-8")
    outcome = build([folder], cache)
    (problem,) = outcome.problems
    assert problem.path == "e.txt"
    assert "no such harbour" in problem.reason
    corpus = stored(folder, cache)
    assert len(corpus.articles) == 5
    assert corpus.entities
    assert any("no such harbour" in one.reason for one in corpus.skipped)


def test_the_bundled_articles_have_their_place(cache: Path) -> None:
    build([], cache)
    build([bundled()], cache)
    assert len(list(cache.iterdir())) == 1


def test_a_file_of_many_articles_is_kept_whole(
    folder: Path, cache: Path, worked_on: list[str]
) -> None:
    envelope = "From ri@x.example Tue Sep  3 10:00:00 2024\nFrom: Ri Il-kyu <ri@x.example>\n"
    first, second = (
        f"{envelope}Subject: {word}\n\n{text}\n"
        for word, text in (("One", TEXTS["a.txt"]), ("Two", TEXTS["b.txt"]))
    )
    box = folder / "in.mbox"
    box.write_text(first + second)
    build([folder], cache)
    assert_equal(stored(folder, cache), load([folder]))
    assert [a.path for a in stored(folder, cache).articles if "#" in a.path] == [
        "in.mbox#1",
        "in.mbox#2",
    ]
    worked_on.clear()
    box.write_text(second)
    build([folder], cache)
    assert_equal(stored(folder, cache), load([folder]))
    assert worked_on == []
    box.touch()
    build([folder], cache)
    assert_equal(stored(folder, cache), load([folder]))


def test_a_raised_limit_has_skipped_files_read_and_nothing_looked_for_again(
    folder: Path, cache: Path, worked_on: list[str]
) -> None:
    (folder / "long.txt").write_text("Marta Quill left Port Elin. " * 100, encoding="utf-8")
    small = Limits(file=1000)
    build([folder], cache, limits=small)
    found = store.open([folder], cache)
    assert found is not None
    assert [one.path for one in found.corpus.skipped] == ["empty.txt", "image.png", "long.txt"]
    count = len(found.corpus.articles)
    assert not found.is_fresh([folder], "small")
    worked_on.clear()
    build([folder], cache)
    assert len(stored(folder, cache).articles) == count + 1
    assert len(worked_on) == 1
