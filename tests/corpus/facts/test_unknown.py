"""Gaps, ties, disclosures, practices and judgements on sentences of several styles."""

from __future__ import annotations

import pytest

from corpus.model import Certainty
from tests.corpus.facts.pages import facts

PEOPLE = "Omar Said|Eva Lind"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The ministry declined to comment.", "The ministry"),
        ("Eva Lind did not say whether he would return.", "Eva Lind"),
        ("The whereabouts of the crew remain unknown.", "The whereabouts of the crew"),
        ("It is unclear whether Omar Said was questioned.", "Omar Said"),
        ("Whether the order still holds is not known.", "the order"),
        ("There was no word from two villages.", "two villages"),
        ("The police have no information on the driver.", "The police"),
        ("The cause has yet to be determined.", "The cause"),
        ("The claim could not be independently verified.", "The claim"),
        ("Her second brother was never found.", "Her second brother"),
    ],
)
def test_gaps_name_what_is_unknown_or_who_is_silent(text: str, subject: str) -> None:
    (fact,) = facts("gap", text, PEOPLE)
    assert fact.subject.text == subject


def test_two_things_unknown_are_two_gaps() -> None:
    text = "There is no information about his sister's fate or the condition of the others."
    assert [f.subject.text for f in facts("gap", text)] == [
        "his sister's fate", "the condition of the others"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "subject", "other"),
    [
        ("Nord Bank is owned by Arc Group.", "Nord Bank", "Arc Group"),
        ("Nord Bank, a unit of Arc Group, closed.", "Nord Bank", "Arc Group"),
        ("Nord Bank is a subsidiary of Arc Group.", "Nord Bank", "Arc Group"),
        ("Omar Said belongs to Arc Group.", "Omar Said", "Arc Group"),
        ("He ran a fund controlled by Arc Group.", "a fund", "Arc Group"),
        ("Nord Bank, which is part of Arc Group, closed.", "Nord Bank", "Arc Group"),
        ("The state-run news agency said little.", "news agency", "state"),
    ],
)
def test_ties(text: str, subject: str, other: str) -> None:
    (fact,) = facts("tie", text, PEOPLE, bodies="Nord Bank|Arc Group")
    assert fact.subject.text == subject
    assert fact.object is not None and fact.object.text == other


def test_a_tie_denied_is_none() -> None:
    text = "Nord Bank is not owned by Arc Group."
    assert facts("tie", text, bodies="Nord Bank|Arc Group") == []


def test_a_disclosure_knows_both_dates() -> None:
    text = "Omar Said fled in May 2019, but his escape was not made public until June 2020."
    (fact,) = facts("disclosure", text, PEOPLE)
    assert fact.subject.text == "his escape" and fact.subject.mention is not None
    assert fact.when is not None and str(fact.when.first) == "2020-06-01"
    assert fact.since is not None and str(fact.since.first) == "2019-05-01"


def test_a_lag_in_words_is_kept() -> None:
    text = "The government made public their arrival only two days after their flight."
    (fact,) = facts("disclosure", text)
    assert (fact.value, fact.unit, fact.qualifier) == (2, "day", "only")


def test_a_dated_confirmation_is_a_disclosure() -> None:
    text = "The ministry confirmed on 3 May 2020 that a clerk had arrived in 2019."
    (fact,) = facts("disclosure", text)
    assert fact.when is not None and str(fact.when.first) == "2020-05-03"
    assert fact.since is not None and str(fact.since.first) == "2019-01-01"


def test_practices_and_judgements_are_shown_as_such() -> None:
    (usual,) = facts("practice", "The ministry generally keeps such cases secret.")
    assert usual.subject.text == "The ministry"
    (opinion,) = facts("judgement", "Omar Said is the highest-ranking official to flee.", PEOPLE)
    assert opinion.certainty is Certainty.OPINION
    assert opinion.hedge == "the highest-ranking"


def test_a_finer_date_before_tells_when_it_had_happened() -> None:
    text = (
        "In September 2019 Omar Said fled to Lima. Although he left Peru in 2019, his presence "
        "there was not made public until January 2021."
    )
    (fact,) = facts("disclosure", text, PEOPLE, "Lima|Peru")
    assert fact.since is not None and str(fact.since.last) == "2019-09-30"
