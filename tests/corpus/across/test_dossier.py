"""A dossier gathers what all articles say of one entity, and keeps the facts behind each line."""

from __future__ import annotations

from corpus.across.dossier import Dossier, dossier
from corpus.across.merging import Line
from corpus.model import Corpus
from tests.corpus.across.made import Doc, corpus, named

FIRST = Doc(
    "Mara Quist, the mayor of Lindow, left Lindow in May 2019. Her brother Odo Quist stayed."
    "\n\nMara Quist said that the piles were rotten. Otto Behn met Mara Quist in Lindow.",
    "2019-06-02",
    people="Mara Quist|Odo Quist|Otto Behn",
    places="Lindow",
)
SECOND = Doc(
    "Mara Quist was the mayor of Lindow from 2012 to 2019. Quist left Lindow on 3 May 2019."
    "\n\nOtto Behn said that Mara Quist had warned him.",
    "2021",
    people="Mara Quist|Quist|Otto Behn",
    places="Lindow",
)
THIRD = Doc("Otto Behn left Lindow in 2020.", None, people="Otto Behn", places="Lindow")


def made() -> tuple[Corpus, Dossier]:
    found = corpus(FIRST, SECOND, THIRD)
    return found, dossier(found, named(found, "Mara Quist").id)


def all_lines(found: Dossier) -> list[Line]:
    names = (
        "aliases roles moves disclosures kin harm events quantities ties said told gaps others "
        "places"
    )
    return [line for name in names.split() for line in getattr(found, name)]


def test_every_line_has_facts_with_evidence() -> None:
    found, quist = made()
    lines = all_lines(quist)
    assert lines
    for line in lines:
        assert line.facts
        for fact in line.facts:
            text = found.by_id[fact.article].text
            assert all(span.of(text).strip() for span in fact.evidence)


def test_spellings_have_counts_and_articles() -> None:
    _, quist = made()
    counts = {s.text: (s.count, s.articles) for s in quist.spellings}
    assert counts["Mara Quist"] == (5, ("a0", "a1"))
    assert counts["Quist"] == (1, ("a1",))


def test_the_same_move_told_twice_is_one_line_with_the_narrower_date() -> None:
    _, quist = made()
    moves = [line for line in quist.moves if "left" in line.text]
    assert len(moves) == 1
    assert set(moves[0].articles) == {"a0", "a1"}
    assert moves[0].when is not None
    assert str(moves[0].when.first) == str(moves[0].when.last) == "2019-05-03"


def test_the_same_role_told_twice_is_one_line_and_keeps_its_years() -> None:
    _, quist = made()
    roles = [line for line in quist.roles if "mayor" in line.text.lower()]
    assert len(roles) == 1
    assert set(roles[0].articles) == {"a0", "a1"}


def test_what_it_says_and_what_others_say_of_it_are_parted() -> None:
    _, quist = made()
    assert [line.text for line in quist.said] == ["the piles were rotten"]
    assert [line.facts[0].article for line in quist.told] == ["a1"]


def test_company_counts_articles_and_keeps_the_shared_sentences() -> None:
    found, quist = made()
    otto = next(c for c in quist.company if c.entity.name == "Otto Behn")
    assert otto.articles == ("a0", "a1")
    assert len(otto.sentences) == 2
    for passage in otto.sentences:
        text = passage.span.of(found.by_id[passage.article].text)
        assert "Otto Behn" in text and "Mara Quist" in text


def test_first_and_last_seen() -> None:
    _, quist = made()
    assert quist.first is not None and quist.first.id == "a0"
    assert quist.last is not None and quist.last.id == "a1"


def test_an_undated_article_is_noted() -> None:
    found, _ = made()
    notes = dossier(found, named(found, "Otto Behn").id).notes
    assert any("date of publication" in note for note in notes)
