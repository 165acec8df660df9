"""What the reader says of names and facts, laid over a corpus."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus import store
from corpus.build import load
from corpus.model import ArticleId, Corpus, EntityId, Kind, Span
from corpus.notebook.anchors import CHANGED, anchor
from corpus.notebook.book import Notebook
from corpus.notebook.finding import named as name_of
from corpus.notebook.finding import statement
from corpus.notebook.overlay import Overlaid, apply
from corpus.notebook.records import Addition, Edit, Hidden, Merge, Named, Rejection, Split
from corpus.store.building import build
from tests.corpus.across.made import Doc, corpus, named

DOCS = (
    Doc("Anna Kim was the ambassador to Peru. Anna Kim left Lima in 2019. Bo Lind saw Anna Kim.",
        "2020-01-01", people="Anna Kim|Bo Lind", places="Peru|Lima"),
    Doc("Ana Gim spoke in Lima. Ana Gim returned to Seoul in May 2021.",
        "2021-06-01", people="Ana Gim", places="Lima|Seoul"),
    Doc("Anna Kim of the choir sang in Oslo. Bo Lind was there.",
        "2022-01-01", people="Anna Kim|Bo Lind", places="Oslo"),
)  # fmt: skip


@pytest.fixture
def made() -> Corpus:
    return corpus(*DOCS)


@pytest.fixture
def book(tmp_path: Path) -> Notebook:
    return Notebook.open(tmp_path / "book")


def check(over: Corpus) -> None:
    """The indexes of a corpus agree with each other."""
    assert [e.id for e in over.entities] == list(dict.fromkeys(e.id for e in over.entities))
    assert set(over.entity_by_id) == {e.id for e in over.entities}
    assert len(over.entity_by_id) == len(over.entities)
    sizes = [len(e.sightings) for e in over.entities]
    assert sizes == sorted(sizes, reverse=True)
    assert over.kinds == Counter(e.kind for e in over.entities)
    for rank, entity in enumerate(over.entities):
        assert over.entity_by_id[entity.id] == entity
        assert over.rank(entity.id) == rank
        assert over.counts(rank) == (
            len(entity.sightings), len({s.article for s in entity.sightings})
        )  # fmt: skip
        assert [over.articles[at].id for at in over.positions_of(entity.id)] == [
            a.id for a in over.articles if a.id in {s.article for s in entity.sightings}
        ]
        for seen in entity.sightings:
            assert over.entity_of[seen.article, seen.mention] == entity.id
            assert entity.id in over.entities_in[seen.article]
        wanted = [
            f.id
            for f in over.facts
            if any(
                r.mention is not None and over.entity_of.get((f.article, r.mention)) == entity.id
                for r in f.refs
            )
        ]
        assert [f.id for f in over.facts_about.get(entity.id, ())] == wanted
    for kind in Kind:
        assert [over.entities[at].kind for at in over.ranks(kind)] == [kind] * over.kinds[kind]
    for article in over.articles:
        extract = over.extracts[article.id]
        assert all(f.evidence for f in extract.facts)
        assert {f.article for f in extract.facts} <= {article.id}
    assert list(over.facts) == [f for a in over.articles for f in over.extracts[a.id].facts]
    assert len(over.facts) == len(list(over.facts))


def laid(made: Corpus, book: Notebook) -> Overlaid:
    over = apply(made, book)
    assert isinstance(over, Overlaid)
    check(over)
    return over


def test_a_plain_corpus_passes_the_check(made: Corpus, book: Notebook) -> None:
    check(made)
    assert apply(made, book) is made


def test_a_merge_makes_two_entities_one(made: Corpus, book: Notebook) -> None:
    anna, ana = named(made, "Anna Kim"), named(made, "Ana Gim")
    names = (name_of(made, anna), name_of(made, ana))
    record = book.add(Merge(names=names, reason="same post"))
    over = laid(made, book)
    one = over.entity_by_id[anna.id]
    assert len(one.sightings) == len(anna.sightings) + len(ana.sightings)
    assert {"Anna Kim", "Ana Gim"} <= set(one.spellings)
    assert "same post" in one.basis[-1]
    assert ana.id not in over.entity_by_id
    assert over.entity_records(anna.id) == (record.id,)
    others = {e.id for e in made.entities} - {anna.id, ana.id}
    assert all(over.entity_by_id[e] is made.entity_by_id[e] for e in others)
    assert len(over.facts_about[anna.id]) > len(made.facts_about[anna.id])


def test_undoing_a_merge_gives_the_corpus_back(made: Corpus, book: Notebook) -> None:
    book.add(Merge(names=tuple(name_of(made, e) for e in made.entities[:2])))
    assert len(laid(made, book).entities) == len(made.entities) - 1
    book.undo()
    assert apply(made, book) is made


def test_a_spelling_is_split_off(made: Corpus, book: Notebook) -> None:
    anna = named(made, "Anna Kim")
    book.add(Merge(names=tuple(name_of(made, named(made, n)) for n in ("Anna Kim", "Ana Gim"))))
    book.add(Split(of=name_of(made, anna), spelling="Ana Gim", reason="another post"))
    over = laid(made, book)
    two = named(over, "Ana Gim")
    assert {s.article for s in two.sightings} == {"a1"}
    assert over.entity_by_id[anna.id].spellings == ("Anna Kim",)
    assert "another post" in two.basis[0]


def test_an_article_is_split_off(made: Corpus, book: Notebook) -> None:
    anna = named(made, "Anna Kim")
    book.add(Split(of=name_of(made, anna), paths=("a2.txt",), new_name="Anna Kim (the singer)"))
    over = laid(made, book)
    singer = named(over, "Anna Kim (the singer)")
    assert {s.article for s in singer.sightings} == {"a2"}
    assert {s.article for s in over.entity_by_id[anna.id].sightings} == {"a0"}
    assert singer.id != anna.id
    assert over.entities_in[ArticleId("a2")].count(singer.id) == 1


def test_names_are_found_when_ids_have_changed(made: Corpus, book: Notebook) -> None:
    names = (Named(Kind.PERSON, "Ambassador A. Kim", ("Anna Kim",)), Named(Kind.PERSON, "ana gim"))
    book.add(Merge(names=names))
    assert "only one" in next(iter(laid(made, book).unlaid.values()))
    book.undo()
    book.add(Merge(names=(Named(Kind.PERSON, "ANNA KIM"), names[1])))
    assert not laid(made, book).unlaid


def test_what_is_not_in_this_corpus_changes_nothing(made: Corpus, book: Notebook) -> None:
    nobody = Named(Kind.PERSON, "Nobody Here")
    for record in (
        Merge(names=(nobody, nobody)),
        Split(of=nobody, spelling="x"),
        Hidden(who=nobody),
        Split(of=name_of(made, made.entities[0])),
        Split(of=name_of(made, named(made, "Bo Lind")), spelling="Bo Lind"),
    ):
        book.add(record)
    over = laid(made, book)
    assert len(over.unlaid) == 5
    assert [e.id for e in over.entities] == [e.id for e in made.entities]


def test_hidden_people_are_told(made: Corpus, book: Notebook) -> None:
    bo = named(made, "Bo Lind")
    book.add(Hidden(who=name_of(made, bo), reason="asked for it"))
    assert laid(made, book).hidden == {bo.id}


def test_a_fact_is_rejected(made: Corpus, book: Notebook) -> None:
    fact = made.facts[0]
    record = book.add(Rejection(on=statement(made, fact), reason="satire"))
    over = laid(made, book)
    assert fact not in over.facts
    assert len(over.facts) == len(made.facts) - 1
    assert over.rejected == ((fact, record.id),)


@pytest.mark.parametrize("text", ["Bo Lind", "someone else"])
def test_a_field_of_a_fact_is_edited(made: Corpus, book: Notebook, text: str) -> None:
    fact = next(f for f in made.facts if f.kind == "move")
    on = statement(made, fact)
    record = book.add(Edit(on=on, field="subject", value=text, reason="misread"))
    over = laid(made, book)
    now = next(f for f in over.facts if f.id == fact.id)
    assert now.subject.text == text
    assert now.subject.basis == "your correction"
    told = now.detail("correction")
    assert told is not None and "misread" in told.text
    assert now.evidence == fact.evidence
    assert over.fact_records(fact.id) == (record.id,)
    if text == "Bo Lind":
        assert now in over.facts_about[named(made, "Bo Lind").id]


def test_edits_follow_each_other(made: Corpus, book: Notebook) -> None:
    fact = next(f for f in made.facts if f.kind == "move")
    book.add(Edit(on=statement(made, fact), field="subject", value="Bo Lind"))
    over = laid(made, book)
    now = next(f for f in over.facts if f.id == fact.id)
    book.add(Edit(on=statement(over, now), field="when", value="2019-03/2019-04"))
    book.add(Edit(on=statement(over, now), field="certainty", value="hedged"))
    now = next(f for f in laid(made, book).facts if f.id == fact.id)
    assert now.when is not None
    assert (now.when.first, now.when.last) == (date(2019, 3, 1), date(2019, 4, 30))
    assert now.certainty == "hedged"
    assert now.subject.text == "Bo Lind"


@pytest.mark.parametrize(
    ("field", "value"),
    [("colour", "red"), ("value", "many"), ("when", "soon"), ("certainty", "maybe"),
     ("subject", " "), ("kind", "gossip"), ("value", "inf"), ("when", "2019-13")],
)  # fmt: skip
def test_edits_that_make_no_sense_change_nothing(
    made: Corpus, book: Notebook, field: str, value: str
) -> None:
    record = book.add(Edit(on=statement(made, made.facts[0]), field=field, value=value))
    over = laid(made, book)
    assert over.unlaid[record.id]
    assert list(over.facts) == list(made.facts)


def test_a_fact_is_added_by_selection(made: Corpus, book: Notebook) -> None:
    article = made.by_id[ArticleId("a0")]
    at = article.text.index("Bo Lind saw Anna Kim")
    span = Span(at, at + len("Bo Lind saw Anna Kim"))
    record = book.add(
        Addition(evidence=anchor(article, span), kind="tie", relation="knows", subject="Bo Lind",
                 object="Anna Kim", first="2019", reason="they met")
    )  # fmt: skip
    over = laid(made, book)
    (fact,) = [f for f in over.facts if f.id not in {g.id for g in made.facts}]
    assert fact.evidence == (span,)
    assert fact in over.facts_about[named(made, "Bo Lind").id]
    assert fact in over.facts_about[named(made, "Anna Kim").id]
    assert fact.when is not None and fact.when.last == date(2019, 12, 31)
    assert over.fact_records(fact.id) == (record.id,)


def test_corrections_of_a_text_that_is_gone_are_kept_and_told(made: Corpus, book: Notebook) -> None:
    fact = made.facts[0]
    on = statement(made, fact)
    lost = replace(on, evidence=replace(on.evidence, digest="x", quote="Never said anywhere here"))
    record = book.add(Rejection(on=lost))
    assert laid(made, book).unlaid == {record.id: CHANGED}


def test_two_of_one_name_are_told_apart_by_where_they_were_seen(book: Notebook) -> None:
    made = corpus(*DOCS)
    anna = named(made, "Anna Kim")
    book.add(Split(of=name_of(made, anna), paths=("a2.txt",), new_name="Anna Kim"))
    over = laid(made, book)
    singer = next(e for e in over.entities if e.name == "Anna Kim" and e.id != anna.id)
    book.add(Hidden(who=name_of(over, singer)))
    assert laid(made, book).hidden == {singer.id}


def test_everything_at_once_leaves_a_sound_corpus(made: Corpus, book: Notebook) -> None:
    entities = {e.name: name_of(made, e) for e in made.entities}
    book.add(Merge(names=(entities["Bo Lind"], entities["Ana Gim"])))
    book.add(Split(of=entities["Anna Kim"], paths=("a2.txt",), new_name="A singer"))
    book.add(Merge(names=(Named(Kind.PERSON, "A singer"), entities["Ana Gim"])))
    for fact in made.facts[::2]:
        book.add(Rejection(on=statement(made, fact)))
    over = laid(made, book)
    assert not over.unlaid
    assert EntityId("person:bo-lind") not in over.entity_by_id


def test_a_stored_corpus_is_laid_over_like_one_in_memory(book: Notebook, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, doc in zip("abc", DOCS, strict=True):
        (folder / f"{name}.txt").write_text(f"Report {name}\n\n{doc.text}\n", encoding="utf-8")
    build([folder], tmp_path / "cache", children=0)
    snapshot = store.open([folder], tmp_path / "cache")
    assert snapshot is not None
    kept, plain = snapshot.corpus, load([folder])
    people = [e for e in plain.entities if e.kind is Kind.PERSON]
    book.add(Merge(names=(name_of(plain, people[0]), name_of(plain, people[-1]))))
    book.add(Split(of=name_of(plain, people[0]), paths=(plain.articles[-1].path,)))
    for fact in plain.facts[::2]:
        book.add(Edit(on=statement(plain, fact), field="object", value="Lima"))
    over, same = laid(kept, book), laid(plain, book)
    assert list(over.entities) == list(same.entities)
    assert list(over.facts) == list(same.facts)
    assert not over.unlaid
    snapshot.close()
