"""The index on disk: kept up to date, shared, and made anew when it is damaged."""

from __future__ import annotations

import os
import random
import threading
from pathlib import Path

import pytest

from corpus.model import Article, ArticleId
from corpus.search import Searcher
from corpus.search.columns import Columns
from corpus.search.shelf import alone
from tests.corpus.search.shelf_of import article, corpus


def some(*names: str, word: str = "harbour") -> list[Article]:
    return [article(name, f"the {word} of {name}", f"Title {name}", digest=f"{word}{name}")
            for name in names]  # fmt: skip


def open_all(path: Path, articles: list[Article]) -> Searcher:
    made = Searcher.open(corpus(articles), path)
    assert made.update()
    return made


def found(made: Searcher, query: str) -> set[str]:
    return set(made.found(query))


def test_a_second_session_finds_the_index_ready(tmp_path: Path) -> None:
    open_all(tmp_path, some("a", "b")).close()
    again = Searcher.open(corpus(some("a", "b")), tmp_path)
    assert again.indexed == 2
    assert found(again, "harbour") == {"a", "b"}


def test_only_what_changed_is_indexed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_all(tmp_path, some("a", "b", "c")).close()
    added: list[str] = []
    real = Columns.add

    def watched(self: Columns, one: Article, key: str) -> tuple[int, str, str]:
        added.append(one.id)
        return real(self, one, key)

    monkeypatch.setattr(Columns, "add", watched)
    made = open_all(tmp_path, [*some("a"), *some("b", word="ferry"), *some("d")])
    assert added == ["b", "d"]
    assert found(made, "harbour") == {"a", "d"}
    assert found(made, "ferry") == {"b"}
    assert made.search("harbour OR ferry").total == 3


def test_the_order_is_that_of_the_corpus_not_of_the_index(tmp_path: Path) -> None:
    open_all(tmp_path, some("b", "c")).close()
    made = open_all(tmp_path, some("a", "b", "c"))
    assert made.found("harbour") == ("a", "b", "c")
    made.update(corpus(some("c", "a")))
    assert made.found("harbour") == ("c", "a")


def test_progress_is_told_and_stopping_keeps_what_is_done(tmp_path: Path) -> None:
    those = some(*(str(n) for n in range(120)))
    told: list[tuple[int, int]] = []
    made = Searcher.open(corpus(those), tmp_path)
    assert not made.update(tell=lambda d, t: told.append((d, t)), stop=lambda: bool(told))
    assert told[0] == (50, 120)
    assert 50 <= made.indexed < 120
    assert made.search("harbour").total == made.indexed
    assert made.update()
    assert made.indexed == 120


@pytest.mark.parametrize("how", ["cut", "scribbled", "emptied", "gone", "text"])
@pytest.mark.parametrize("what", ["words.sqlite", "engine", "meta"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, how: str, what: str) -> None:
    those = some("a", "b", "c", *(str(n) for n in range(30)))
    open_all(tmp_path, those).close()
    engine = tmp_path / "engine"
    files = {
        "words.sqlite": [tmp_path / "words.sqlite"],
        "engine": [file for file in engine.iterdir() if file.suffix],
        "meta": [engine / "meta.json"],
    }[what]
    chance = random.Random(f"{how}{what}")
    for file in files:
        data = bytearray(file.read_bytes())
        if how == "gone":
            file.unlink()
            continue
        if how == "cut":
            data = data[: len(data) // 2]
        elif how == "emptied":
            data = bytearray()
        elif how == "text":
            data = bytearray(b"not what you expect\n" * 20)
        else:
            for _ in range(max(8, len(data) // 8) if data else 0):
                data[chance.randrange(len(data))] = chance.randrange(256)
        file.write_bytes(bytes(data))
    made = Searcher.open(corpus(those), tmp_path)
    made.search("harbour")
    made.update()
    made.search("harbour")
    assert made.update()
    assert len(made.search("harbour", limit=100).hits) == 33
    for hit in made.search("harbour").hits:
        assert [mark.of(f"the harbour of {hit.article}") for mark in hit.marks] == ["harbour"]


def test_a_changed_word_in_the_columns_is_noticed(tmp_path: Path) -> None:
    made = open_all(tmp_path, some("a"))
    with made.base.shelf.writing():
        link = made.base.shelf.columns._link
        link.execute("update words set ids = zeroblob(length(ids))")
        link.commit()
    assert made.matches(ArticleId("a"), "harbour") == ()
    assert made.update()
    assert len(made.matches(ArticleId("a"), "harbour")) == 1


def test_an_index_that_cannot_be_written_is_kept_in_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    made = open_all(blocked / "index", some("a", "b"))
    assert made.in_memory
    assert found(made, "harbour") == {"a", "b"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_without_the_right_to_write_is_no_obstacle(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        made = open_all(tmp_path / "index", some("a"))
        assert found(made, "harbour") == {"a"}
    finally:
        tmp_path.chmod(0o700)


def test_two_sessions_share_an_index(tmp_path: Path) -> None:
    those = some(*(str(n) for n in range(60)))
    sessions = [Searcher.open(corpus(those), tmp_path) for _ in range(2)]
    threads = [threading.Thread(target=one.update) for one in sessions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one in sessions:
        assert one.search("harbour", limit=100).total == 60
        assert len({hit.article for hit in one.search("harbour", limit=100).hits}) == 60


def test_who_waits_for_another_session_can_be_stopped(tmp_path: Path) -> None:
    made = Searcher.open(corpus(some("a")), tmp_path)
    with alone(tmp_path, lambda: True) as mine:
        assert mine
        assert not made.update(stop=lambda: True)
    assert made.update()


def test_searching_goes_on_while_the_index_grows(tmp_path: Path) -> None:
    made = open_all(tmp_path, some(*(str(n) for n in range(40))))
    more = corpus(some(*(str(n) for n in range(400))))
    thread = threading.Thread(target=made.update, args=(more,))
    thread.start()
    totals = set()
    while thread.is_alive():
        totals.add(made.search("harbour").total)
    thread.join()
    assert totals <= {40, 400}
    assert made.search("harbour").total == 400
