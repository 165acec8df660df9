"""The pipeline from files to the model: the same result whoever does the work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import build, codec
from corpus.errors import DatelineError
from corpus.model import Corpus, Extract, Fact, Kind, Ref, Span

TEXTS = {
    "a.txt": "Ri Il-kyu left Havana\n\nRi Il-kyu left Havana in 2023. Ri went to Seoul.\n",
    "b.txt": "An interview\n\nRi Il Kyu spoke in Seoul. “I saw nothing,” said Ri.\n",
    "c.txt": "Two Kims\n\nKim Yong-chol met Kim Yong-chun in Pyongyang on May 3, 2018.\n",
    "empty.txt": "",
    "image.png": "no text",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_loaded_and_skipped_together_are_all_files(folder: Path) -> None:
    corpus = build.load([folder])
    assert len(corpus.articles) == 3
    assert {s.path for s in corpus.skipped} == {"empty.txt", "image.png"}
    assert all(s.reason for s in corpus.skipped)


def test_spellings_meet_across_articles_and_look_alikes_do_not(folder: Path) -> None:
    people = {e.name: e for e in build.load([folder]).entities if e.kind is Kind.PERSON}
    assert {"Kim Yong-chol", "Kim Yong-chun"} <= people.keys()
    ri = next(e for e in people.values() if "Ri Il-kyu" in e.spellings)
    assert {"Ri Il-kyu", "Ri Il Kyu", "Ri"} <= set(ri.spellings)
    assert len({s.article for s in ri.sightings}) == 2
    assert ri.basis


def test_every_sighting_lies_where_the_entity_is_named(folder: Path) -> None:
    corpus = build.load([folder])
    assert corpus.entities
    for entity in corpus.entities:
        for sighting in entity.sightings:
            text = corpus.by_id[sighting.article].text
            assert " ".join(text[sighting.start : sighting.end].split()) in entity.spellings
            assert corpus.entity_of[sighting.article, sighting.mention] == entity.id


def test_every_fact_has_evidence_in_its_article(folder: Path) -> None:
    corpus = build.load([folder])
    assert corpus.facts
    for fact in corpus.facts:
        text = corpus.by_id[fact.article].text
        assert fact.evidence
        assert all(0 <= s.start < s.end <= len(text) for s in fact.evidence)


def test_children_find_what_the_process_itself_finds(folder: Path) -> None:
    alone = build.load([folder], children=0)
    together = build.load([folder], children=2)
    assert together.extracts == alone.extracts
    assert together.entities == alone.entities


def test_articles_come_before_what_is_found_in_them(folder: Path) -> None:
    seen: list[Corpus] = []
    stages: list[str] = []
    build.load([folder], on_corpus=seen.append, on_progress=lambda p: stages.append(p.stage))
    assert len(seen[0].articles) == 3
    assert not seen[0].entities
    assert stages[0] == "reading"
    assert stages[-1] == "joining names"


def test_cancelling_keeps_what_there_is(folder: Path) -> None:
    asked = 0

    def enough() -> bool:
        nonlocal asked
        asked += 1
        return asked > 5

    corpus = build.load([folder], cancelled=enough)
    assert len(corpus.articles) <= 3


def test_without_paths_the_bundled_corpus_is_read() -> None:
    seen: list[Corpus] = []
    build.load([], on_corpus=seen.append, cancelled=lambda: bool(seen))
    assert len(seen[0].articles) >= 15


def test_an_unknown_engine_is_an_error_that_says_what_to_do(folder: Path) -> None:
    for children in (0, 1):
        with pytest.raises(DatelineError, match="engine"):
            build.load([folder], engine="nonsense", children=children)


def test_a_child_that_is_killed_is_an_error_and_no_quiet_loss(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = "import os, sys, signal; sys.stdin.readline(); os.kill(os.getpid(), signal.SIGKILL)"
    monkeypatch.setattr("corpus.crew._BOOT", dying)
    with pytest.raises(DatelineError, match="failed"):
        build.load([folder], children=1)


def test_extracts_survive_the_way_through_json(folder: Path) -> None:
    for extract in build.load([folder]).extracts.values():
        through = json.loads(json.dumps(codec.encode(extract)))
        assert codec.decode(Extract, through) == extract


@given(st.text(), st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 9))
def test_facts_survive_the_way_through_json(text: str, value: float, hops: int) -> None:
    fact = Fact(
        id="x",  # type: ignore[arg-type]
        kind="role",
        article="a",  # type: ignore[arg-type]
        subject=Ref(text, Span(0, 1), 3),
        relation=text,
        evidence=(Span(1, 4), Span(7, 9)),
        value=value,
        hops=hops,
    )
    assert codec.decode(Fact, json.loads(json.dumps(codec.encode(fact)))) == fact


@pytest.mark.parametrize("damaged", [[], [1], ["a", 2, 3], {}, None, "text"])
def test_damaged_data_is_refused(damaged: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        codec.decode(Extract, damaged)
