"""Rows equal mentions, stand in the right order and can be narrowed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import build
from corpus.concordance import collocates, concordance, concordance_of, frequencies
from corpus.concordance.find import rows_per_article
from corpus.model import Corpus
from corpus.search import Searcher
from corpus.search.marks import rows_in
from corpus.search.query import Words, pattern
from tests.corpus.search.shelf_of import article, corpus, texts
from tests.tui.sample import corpus as made_by_hand


def searcher(of: Corpus) -> Searcher:
    made = Searcher.open(of)
    assert made.update()
    return made


def shown(of: Corpus, rows: object) -> list[str]:
    assert isinstance(rows, tuple)
    return [row.span.of(of.by_id[row.article].text) for row in rows]


BUNDLED = build.load([])
READY = searcher(BUNDLED)


@pytest.mark.parametrize("word", ["the", "embassy", "korea", "north korea", "defector*", "nowhere"])
def test_a_word_has_a_row_for_every_occurrence(word: str) -> None:
    letters = re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\W+")
    counted = sum(
        len(re.findall(rf"(?<![\w'’])(?:{letters})(?!\w)", a.text, re.I)) for a in BUNDLED.articles
    )
    rows = concordance(READY, word)
    assert len(rows) == counted
    assert len(rows.mentions()) == counted
    for row in rows:
        text = BUNDLED.by_id[row.article].text
        assert re.fullmatch(letters, row.span.of(text), re.I)
        assert row.left.end == row.span.start and row.span.end == row.right.start


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(["a", "ab", "b-a", "É", "b."]), max_size=9).map(" ".join),
             min_size=1, max_size=4),
    st.lists(st.sampled_from(["a", "ab", "b", "é", "a*", "*b", "*"]), min_size=1, max_size=3),
)  # fmt: skip
def test_rows_are_what_reading_finds(those: list[str], words: list[str]) -> None:
    of = texts(*those)
    what = " ".join(words)
    expected = [
        (a.id, span)
        for a in of.articles
        for span in rows_in(a.text, [Words(pattern(what))])
        if any(word != "*" for word in words)
    ]
    assert [(row.article, row.span) for row in concordance(searcher(of), what)] == expected


def test_an_entity_has_a_row_for_every_sighting() -> None:
    for entity in BUNDLED.entities:
        rows = concordance_of(READY, entity.id)
        sightings = [(s.article, s.start, s.end) for s in entity.sightings]
        assert sorted((r.article, r.span.start, r.span.end) for r in rows) == sorted(sightings)
        assert sorted(rows.sort("R1", "L1").mentions()) == sorted(rows.mentions())


TREES = texts("old elm tree, young oak tree", "tree alone", "an oak tree.", "no ash tree here")


def neighbours(of: Corpus, what: str, *keys: str, reverse: bool = False) -> list[str]:
    out = []
    for row in concordance(searcher(of), what).sort(*keys, reverse=reverse):
        text = of.by_id[row.article].text
        out.append(" ".join(row.left.of(text).split()[-1:] or ["-"]))
    return out


def test_rows_are_sorted_by_their_neighbours() -> None:
    assert neighbours(TREES, "tree", "L1") == ["-", "ash", "elm", "oak", "oak"]
    assert neighbours(TREES, "tree", "L1", reverse=True) == ["oak", "oak", "elm", "ash", "-"]
    assert neighbours(TREES, "tree", "L1", "L2")[-2:] == ["oak", "oak"]
    rows = concordance(searcher(TREES), "tree").sort("L1", "L2")
    assert [row.article for row in rows][-2:] == ["2", "0"]
    after = concordance(searcher(TREES), "tree").sort("R1")
    assert [row.article for row in after][-2:] == ["3", "0"]
    assert [row.article for row in concordance(searcher(TREES), "tree*").sort("node")]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcdx"), max_size=8).map(" ".join), min_size=1,
                max_size=4))  # fmt: skip
def test_sorting_agrees_with_the_text(those: list[str]) -> None:
    of = texts(*those)
    found = concordance(searcher(of), "x")

    def beside(at: int, step: int, words: list[str]) -> str:
        return words[at + step] if 0 <= at + step < len(words) else ""

    for key in ("L1", "L2", "L3", "R1", "R2", "R3"):
        step = -int(key[1]) if key[0] == "L" else int(key[1])
        keys = []
        for row in found.sort(key):
            text = of.by_id[row.article].text
            here = text[: row.span.start].count(" ")
            keys.append(beside(here, step, text.split()))
        assert keys == sorted(keys)
        assert len(keys) == len(found)


def test_an_entity_is_sorted_by_the_words_beside_it() -> None:
    of = made_by_hand()
    entity = next(e for e in of.entities if e.name == "Marta Quill")
    rows = concordance_of(searcher(of), entity.id).sort("R1")
    after = []
    for row in rows:
        words = re.findall(r"\w+", of.by_id[row.article].text[row.span.end :])
        after.append(words[0].lower() if words else "")
    assert after == sorted(after)
    assert {*shown(of, rows[:])} == {"Marta Quill", "Quill"}


SOURCES = corpus([
    article("a", "rain", published="2020", publisher="Wire"),
    article("b", "rain rain", published="2018-03", publisher="Post"),
    article("c", "rain"),
])  # fmt: skip


def test_rows_are_narrowed_by_source_and_date() -> None:
    rows = concordance(searcher(SOURCES), "rain")
    assert rows.sources() == (("Post", 2), ("", 1), ("Wire", 1))
    assert len(rows.filter(sources=["Post"])) == 2
    assert [row.article for row in rows.filter(first="2019")] == ["a"]
    assert [row.article for row in rows.filter(last="2018-03")] == ["b", "b"]
    assert len(rows.filter(sources=["Post"], first="2019")) == 0
    assert [row.article for row in rows.sort("date")] == ["c", "b", "b", "a"]
    assert rows.sort("source", reverse=True)[0].article == "a"
    assert len(rows) == 4 and rows.articles == 3
    assert rows_per_article(rows) == {"a": 1, "b": 2, "c": 1}


def test_rows_are_narrowed_to_what_a_speaker_said() -> None:
    of = made_by_hand()
    speaker = next(e for e in of.entities if e.name == "Tomas Adair")
    said = [
        (fact.article, span)
        for fact in of.facts_about[speaker.id]
        if fact.kind in ("quotation", "claim") and fact.speaker is not None
        for span in ([fact.object.span] if fact.object and fact.object.span else fact.evidence)
    ]
    rows = concordance(searcher(of), "the")
    kept = rows.filter(speaker=speaker.id)
    assert 0 < len(kept) < len(rows)
    for row in rows:
        inside = any(a == row.article and s.holds(row.span) for a, s in said)
        assert ((row.article, row.span) in kept.mentions()) == inside


def test_what_does_not_exist_has_no_rows() -> None:
    for what in ("", "*", '"', "zzz", "* *"):
        rows = concordance(READY, what)
        assert len(rows) == 0 and rows[:5] == () and not collocates(rows.sort("R1"))
    with pytest.raises(ValueError, match="no such key"):
        concordance(READY, "the").sort("R9")
    with pytest.raises(IndexError):
        concordance(READY, "zzz")[0]


def test_collocates_are_counted_once_and_ranked_above_chance() -> None:
    of = texts("strong tea and strong tea", *["weak tea"] * 2, *["the strong wind"] * 3, "x " * 40)
    found = {c.word: c for c in collocates(concordance(searcher(of), "tea"), left=1, right=1,
                                           by="count", least=1)}  # fmt: skip
    assert (found["strong"].left, found["strong"].right, found["strong"].everywhere) == (2, 0, 5)
    assert (found["and"].left, found["and"].right) == (0, 1)
    assert "tea" not in found
    ranked = collocates(concordance(searcher(of), "tea"), left=1, right=1)
    assert ranked[0].word == "weak"
    assert all(c.likelihood > 0 and c.information > 0 for c in ranked)


def test_frequencies_add_up() -> None:
    of = texts("b a b", "a b c")
    total, page = frequencies(searcher(of))
    assert total == 3
    assert [(one.word, one.count) for one in page] == [("b", 3), ("a", 2), ("c", 1)]
    assert frequencies(searcher(of), "a*")[1][0].count == 2
    assert frequencies(searcher(of), limit=1, offset=1)[1][0].word == "a"
