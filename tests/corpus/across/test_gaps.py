"""What is unknown in one article may be told by a later one, as a candidate and no more."""

from __future__ import annotations

from corpus.across.gaps import Gap, gaps
from tests.corpus.across.made import Doc, beside, corpus, fact, without

PEOPLE = "Mara Quist|Otto Behn"
PLACES = "Lindow|Aster"
LOST = (
    "Mara Quist fled Lindow in May 2019. Nothing was heard of the whereabouts of Mara Quist then."
)
CHILD = "Mara Quist fled Lindow. The whereabouts of her daughter were a riddle to Mara Quist."


def found(first: str, phrase: str, *later: tuple[str, str], day: str = "2019-06-01") -> Gap:
    docs = [Doc(first, day, PEOPLE, PLACES)]
    docs += [Doc(text, published, PEOPLE, PLACES) for text, published in later]
    made = without(corpus(*docs), "gap")
    told = fact(made, "a0", "gap", phrase, "unknown", object=phrase)
    return gaps(beside(made, "a0", told))[0]


def test_a_later_arrival_answers_where() -> None:
    gap = found(LOST, "the whereabouts of Mara Quist", ("Mara Quist arrived in Aster.", "2021"))
    assert (gap.asks, gap.entity) == ("where", "person:mara-quist")
    assert [a.fact.article for a in gap.answers] == ["a1"]
    assert "inferred" in gap.answers[0].basis


def test_an_earlier_or_undated_article_answers_nothing() -> None:
    arrived = "Mara Quist arrived in Aster."
    assert not found(LOST, "the whereabouts of Mara Quist", (arrived, "2018-01-01")).answers
    gap = found(LOST, "the whereabouts of Mara Quist", (arrived, "2019"), day="2019-06-01")
    assert not gap.answers


def test_another_person_answers_nothing() -> None:
    later = "Otto Behn, a friend of Mara Quist, was well. Otto Behn arrived in Aster."
    assert not found(LOST, "the whereabouts of Mara Quist", (later, "2021")).answers


def test_what_was_known_already_is_no_answer() -> None:
    before = LOST + " Mara Quist arrived in Aster in May 2019."
    later = "Mara Quist arrived in Aster in May 2019."
    assert not found(before, "the whereabouts of Mara Quist", (later, "2021")).answers


def test_leaving_does_not_tell_where() -> None:
    assert not found(
        LOST, "the whereabouts of Mara Quist", ("Mara Quist left Lindow in 2020.", "2021")
    ).answers


def test_a_relative_is_answered_by_what_is_told_of_that_relative() -> None:
    phrase = "The whereabouts of her daughter"
    own = ("Mara Quist returned to Lindow.", "2021")
    child = ("Mara Quist's daughter returned to Lindow.", "2022")
    gap = found(CHILD, phrase, own, child)
    assert gap.relative == "daughter"
    assert [a.fact.article for a in gap.answers] == ["a2"]
