"""Quotations and claims find who speaks, or say that nobody is known."""

from __future__ import annotations

import pytest

from tests.corpus.facts.pages import facts

PEOPLE = "Ana Costa|Jan Novák|Costa"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We left at night,” said Ana Costa.", "Ana Costa"),
        ("“We left at night,” Ana Costa said.", "Ana Costa"),
        ("“We left at night,” said the lawyer Ana Costa on Friday.", "Ana Costa"),
        ("Ana Costa, a nurse, told the court, “We left at night.”", "Ana Costa"),
        ("According to Ana Costa, “we left at night, all of us.”", "Ana Costa"),
        ('"We left at night," said a source in the north.', "a source in the north"),
        ("Ana Costa spoke of her fear: “We left at night.”", "Ana Costa"),
        ("Ana Costa came. “We left at night,” she said.", "Ana Costa"),
        ("“We left at night,” she said.", "she"),
    ],
)
def test_speakers_of_quotations(text: str, speaker: str) -> None:
    (fact,) = facts("quotation", text, PEOPLE)
    assert fact.speaker is not None and fact.speaker.text == speaker
    assert fact.object is not None and "left at night" in fact.object.text


def test_a_split_quotation_has_one_speaker() -> None:
    text = "“We left at night,” said Ana Costa. “It was bitterly cold outside.”"
    found = facts("quotation", text, PEOPLE)
    assert [f.subject.text for f in found] == ["Ana Costa", "Ana Costa"]


def test_scare_quotes_are_no_speech() -> None:
    assert facts("quotation", "Ana Costa called it a “gift” to them.", PEOPLE) == []


def test_turns_of_an_interview() -> None:
    text = "MS. LEE: Where were you?\nMR. NOVÁK: At home, asleep.\nMS. LEE: Alone then?"
    found = facts("quotation", text)
    assert [f.subject.text for f in found] == ["MS. LEE", "MR. NOVÁK", "MS. LEE"]


def test_question_and_answer_with_one_witness() -> None:
    text = "Interview with Jan Novák\n\nQ. Where were you?\nA. At home.\nQ. Alone?\nA. Yes, alone."
    found = facts("quotation", text, PEOPLE)
    assert [f.subject.text for f in found] == ["Q", "Jan Novák", "Q", "Jan Novák"]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Jan Novák said that the bridge had fallen.", "Jan Novák", "the bridge had fallen"),
        ("Jan Novák confirmed on Friday that the bridge had fallen.", "Jan Novák",
         "the bridge had fallen"),
        ("According to Jan Novák, the bridge had fallen.", "Jan Novák", "the bridge had fallen"),
        ("The bridge had fallen at dawn, Jan Novák said.", "Jan Novák",
         "The bridge had fallen at dawn"),
        ("The bridge had fallen at dawn, said Jan Novák.", "Jan Novák",
         "The bridge had fallen at dawn"),
        ("A separate source reported that the bridge had fallen.", "A separate source",
         "the bridge had fallen"),
    ],
)  # fmt: skip
def test_claims(text: str, speaker: str, words: str) -> None:
    (fact,) = facts("claim", text, PEOPLE)
    assert fact.speaker is not None and fact.speaker.text == speaker
    assert fact.object is not None and fact.object.text == words
    assert fact.hops == 1 and fact.certainty == "reported"


def test_a_fact_inside_a_claim_carries_its_teller() -> None:
    text = "Jan Novák said that Ana Costa was arrested in Lima."
    (fact,) = facts("harm", text, PEOPLE, "Lima")
    assert fact.subject.text == "Ana Costa"
    assert fact.speaker is not None and fact.speaker.text == "Jan Novák"
    assert (fact.hops, fact.certainty) == (1, "reported")


def test_two_tellers_are_two_hops() -> None:
    text = "Jan Novák said that the guard told him that Ana Costa was arrested."
    (fact,) = facts("harm", text, PEOPLE)
    assert fact.hops == 2


def test_a_sentence_before_is_no_part_of_a_tellers_name() -> None:
    text = "His lawyer, Jan Novák, said he would appeal. Judge Ana Costa left."
    assert [f.subject.text for f in facts("claim", text, PEOPLE)] == ["Jan Novák"]


def test_words_that_others_use_are_not_the_speakers() -> None:
    text = "Ana Costa announced cuts on Friday, a move that unions called “a betrayal of all”."
    assert facts("quotation", text, PEOPLE) == []
