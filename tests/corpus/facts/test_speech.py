"""Quotations and claims find who speaks, or say that nobody is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import speech
from corpus.facts.view import View
from tests.corpus.facts.pages import facts, page

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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Costa denied the charges and will appeal, his lawyer, Jan Novák, said.",
         "Jan Novák"),
        ("A guard, who spoke on condition of anonymity, said soldiers searched every house.",
         "A guard"),
        ("Jan Novák told reporters on Friday the strike was illegal.", "Jan Novák"),
        ("Jan Novák: we will not raise taxes\n\nThe minister spoke.", "Jan Novák"),
        ("The camps, Jan Novák said, were full that year.", "Jan Novák"),
        ("One of them said that the doors were shut.", "One of them"),
    ],
)  # fmt: skip
def test_tellers_of_many_shapes(text: str, speaker: str) -> None:
    found = facts("claim", text, PEOPLE)
    assert [f.speaker.text for f in found if f.speaker] == [speaker]


def test_second_hand_words_have_all_their_tellers() -> None:
    text = "The student was taken home by force, an agent told the parents, a source reported."
    inner = next(f for f in facts("claim", text) if f.hops == 2)
    assert inner.speaker is not None and inner.speaker.text == "an agent"
    assert [ref.text for ref in inner.tellers] == ["a source", "an agent"]


def test_words_quoted_by_another_have_two_tellers() -> None:
    text = "“We left at night,” a worker was quoted as saying by the ministry."
    (fact,) = facts("quotation", text)
    assert fact.hops == 2 and fact.speaker is not None and fact.speaker.text == "a worker"
    assert fact.source is not None and "ministry" in fact.source.text


def test_a_pronoun_means_the_one_who_spoke_before() -> None:
    text = "Ana Costa was away, her lawyer, Jan Novák, said. “Nobody saw my client,” he said."
    (fact,) = facts("quotation", text, PEOPLE)
    assert fact.speaker is not None and fact.speaker.text == "Jan Novák"
    assert "spoke before" in fact.speaker.basis


def test_it_means_the_body_that_spoke_before() -> None:
    text = "The airline said the strike was illegal. “We regret the delays,” it said."
    (fact,) = facts("quotation", text)
    assert fact.speaker is not None and fact.speaker.text == "The airline"


def test_a_quotation_behind_a_sentence_on_its_speaker() -> None:
    text = "Jan Novák recalled the night of the siege.\n\n“It began with a single shot.”"
    (fact,) = facts("quotation", text, PEOPLE)
    assert fact.speaker is not None and fact.speaker.text == "Jan Novák" and fact.speaker.basis


def test_labels_in_capitals_are_speakers_where_they_return() -> None:
    text = ("Jan Novák on the bank\n\nHOST: What went wrong?\nNOVÁK: Everything that could.\n"
            "HOST: All?\nNOVÁK: All of it.")  # fmt: skip
    found = facts("quotation", text, PEOPLE)
    assert [f.speaker.text for f in found if f.speaker] == [
        "HOST", "Jan Novák", "HOST", "Jan Novák",
    ]  # fmt: skip
    assert found[1].speaker is not None and "that name" in found[1].speaker.basis


def test_lines_of_a_form_are_no_turns() -> None:
    text = "Date: 3 May 2020\nTo: All staff\nFrom: The office\nSubject: Keys and doors"
    assert facts("quotation", text) == []


def test_a_fragment_within_a_claim_has_the_speaker_of_the_claim() -> None:
    text = "Jan Novák said that she had asked “to see the old house” before she left."
    (fact,) = facts("quotation", text, PEOPLE)
    assert fact.speaker is not None and fact.speaker.text == "Jan Novák"


def test_who_gave_notice_stands_behind_what_one_was_told() -> None:
    text = (
        "The ministry said it had received notice from the embassy on May 3 that the man had left. "
        "The ministry was informed that his daughter had returned to the capital."
    )
    told = facts("claim", text)[-1]
    assert [ref.text for ref in told.tellers] == ["The ministry", "the embassy"]
    assert told.speaker is not None and "notice" in told.speaker.basis


def test_in_his_words() -> None:
    text = "The guard told them that, in his words, “nobody would come,” a nurse said."
    (fact,) = facts("quotation", text)
    assert fact.speaker is not None and fact.speaker.text == "The guard"
    assert [ref.text for ref in fact.tellers] == ["a nurse", "The guard"]


_BITS = ["“", "”", '"', " said ", "he", "the ministry", " that ", ", ", ". ", "according to ",
         "Ana Costa", " told reporters ", "was told ", "citing ", "\n\n", "HOST: ", "Q. ", "A. ",
         "in his words, ", "as saying by ", "notice from ", "says", "’", "«", "»"]  # fmt: skip


@given(st.lists(st.sampled_from(_BITS), max_size=24).map("".join) | st.text())
def test_any_text_gives_words_of_the_text(text: str) -> None:
    for fact in speech.find(View(page(text, PEOPLE))):
        assert fact.evidence and all(0 <= e.start < e.end <= len(text) for e in fact.evidence)
        assert fact.object is not None and fact.object.span is not None
        assert fact.object.span.of(text).split() == fact.object.text.split()
        assert fact.hops == len(fact.tellers) >= 1
        assert fact.speaker is not None and fact.tellers[-1].text == fact.speaker.text


def test_an_account_without_that_has_its_teller_and_whom_the_teller_has_it_from() -> None:
    text = (
        "Omar Said described the arrest of Ana Costa in May 2019. It was cold. "
        "He was not there, but he heard it from those who were."
    )
    claim = facts("claim", text, "Omar Said|Ana Costa")[0]
    harm = facts("harm", text, "Omar Said|Ana Costa")[0]
    for fact in (claim, harm):
        assert fact.speaker is not None and fact.speaker.text == "Omar Said"
        assert fact.hops == 2
        assert [t.text for t in fact.tellers] == ["Omar Said", "those who were"]
        assert fact.source is not None and fact.source.text == "those who were"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said it had been told by the embassy that the girl went home.",
        "The embassy told the ministry, which said that the girl went home.",
        "The ministry was informed by the embassy that the girl went home.",
    ],
)
def test_what_one_body_has_from_another_keeps_the_order_of_tellers(text: str) -> None:
    claim = next(
        f for f in facts("claim", text) if f.object and f.object.text == "the girl went home"
    )
    assert [t.text.lower() for t in claim.tellers] == ["the ministry", "the embassy"]
    assert claim.hops == 2


def test_words_before_a_name_that_say_nothing_are_no_claim() -> None:
    found = facts("claim", "The town's mayor, Ana Costa, said the beaches were clean.", "Ana Costa")
    assert [(f.subject.text, f.object and f.object.text) for f in found] == [
        ("Ana Costa", "the beaches were clean")
    ]


def test_she_who_speaks_is_nobody_named_in_her_own_words() -> None:
    (said,) = facts("quotation", "Ana Costa smiled. “Omar Said is too young,” she said.",
                    "Ana Costa|Omar Said")  # fmt: skip
    assert said.speaker is not None and said.speaker.text == "Ana Costa"


def test_pronouns_beside_a_name_alone_tell_its_gender() -> None:
    text = "Ana Costa lost her boat. Omar Said met Ana Costa. “It sank,” she said."
    (said,) = facts("quotation", text, "Ana Costa|Omar Said")
    assert said.speaker is not None and said.speaker.text in ("Ana Costa", "she")
