"""Quantities, events, moves, harm, kin and names on sentences of several styles."""

from __future__ import annotations

from tests.corpus.facts.pages import facts


def test_a_quantity_has_its_agent_where_plain() -> None:
    (fact,) = facts("quantity", "Norland runs over 130 restaurants.", places="Norland")
    assert (fact.subject.text, fact.relation, fact.value) == ("Norland", "runs", 130)
    assert fact.object is not None and fact.object.text == "over 130 restaurants"


def test_a_quantity_without_agent_is_about_what_is_counted() -> None:
    (fact,) = facts("quantity", "There are some 10,000 foreign labourers.")
    assert (fact.subject.text, fact.unit) == ("foreign labourers", "foreign labourers")


def test_money_has_currency_and_rate() -> None:
    (fact,) = facts("quantity", "Each restaurant must remit $300,000 per year to the capital.")
    assert (fact.value, fact.unit, fact.per) == (300_000, "USD", "year")
    assert fact.subject.text == "Each restaurant"


def test_reasons_are_not_counted() -> None:
    assert facts("quantity", "It matters for three reasons.") == []


def test_a_dated_happening() -> None:
    (fact,) = facts("event", "Lima opened its port in July 2019.", places="Lima")
    assert (fact.subject.text, fact.relation) == ("Lima", "opened")
    assert fact.when is not None and str(fact.when.first) == "2019-07-01"


def test_a_date_in_a_relative_clause_dates_no_verb_before_it() -> None:
    assert facts("event", "Lima blamed the man who came in 2019.", places="Lima") == [] or all(
        f.relation != "blamed"
        for f in facts("event", "Lima blamed the man who came in 2019.", places="Lima")
    )


def test_a_weekday_that_no_date_decides_leaves_the_date_of_an_event_open() -> None:
    (fact,) = facts("event", "Lima opened its port on Thursday.", places="Lima")
    assert fact.when is not None and fact.when.precision == "open"


def test_a_move_with_place_and_date() -> None:
    text = "He knew Omar Said. Omar Said slipped away from the embassy in Lima in late May 2020."
    (fact,) = facts("move", text, "Omar Said", "Lima")
    assert fact.subject.text == "Omar Said" and fact.relation == "slipped away"
    assert fact.place is not None and fact.place.text == "Lima"
    assert fact.when is not None and str(fact.when.first) == "2020-05-21"


def test_a_family_that_moves_together_is_its_first_named() -> None:
    (fact,) = facts("move", "Omar Said and his wife fled to Lima.", "Omar Said", "Lima")
    assert fact.subject.mention is not None and "his wife" in fact.subject.text


def test_moves_that_go_nowhere() -> None:
    text = "Omar Said went to court. The law came into force. Omar Said left his wife."
    assert facts("move", text, "Omar Said") == []


def test_harm_passive_active_and_as_a_noun() -> None:
    people = "Omar Said|Jan Novák"
    (one,) = facts("harm", "Omar Said was executed by firing squad in 2019.", people)
    assert one.object is not None and one.object.text == "by firing squad"
    (two,) = facts("harm", "Jan Novák killed Omar Said.", people)
    assert (two.subject.text, two.relation) == ("Omar Said", "was killed by")
    (three,) = facts("harm", "The execution of Omar Said shocked many.", people)
    assert (three.subject.text, three.relation) == ("Omar Said", "execution")


def test_kin_named_and_unnamed() -> None:
    people = "Omar Said|Leila Said"
    (one,) = facts("kin", "Omar Said's daughter Leila Said wept.", people)
    assert one.object is not None and (one.relation, one.object.text) == ("daughter", "Leila Said")
    (two,) = facts("kin", "Omar Said vanished with his wife.", people)
    assert two.object is not None and (two.subject.text, two.object.text) == (
        "Omar Said", "his wife")  # fmt: skip


def test_names() -> None:
    (fact,) = facts("name", "The Ministry of State Safety (MSS) watched.")
    assert fact.object is not None
    assert (fact.subject.text, fact.object.text) == ("Ministry of State Safety", "MSS")


def test_hedges_are_kept_with_their_words() -> None:
    (fact,) = facts("move", "Omar Said reportedly fled to Lima.", "Omar Said", "Lima")
    assert (fact.certainty, fact.hedge) == ("hedged", "reportedly")


def test_a_dateline_dates_no_happening() -> None:
    text = "LIMA, March 14 (Reuters) - Omar Said would cut aid, he said."
    assert facts("event", text, "Omar Said", "LIMA", published="2023-03-14") == []


def test_a_date_belongs_to_its_own_verb() -> None:
    text = "Omar Said, who fled to Lima as a boy, died on 3 May 2019."
    (fact,) = facts("move", text, "Omar Said", "Lima")
    assert fact.when is None
    (died,) = facts("event", text, "Omar Said", "Lima")
    assert (died.subject.text, died.relation) == ("Omar Said", "died")


def test_she_is_not_the_husband_named_before() -> None:
    text = "Her husband, Omar Said, was arrested in 1950. She fled to Lima."
    assert facts("move", text, "Omar Said", "Lima") == []


def test_a_name_in_apposition_is_the_subject() -> None:
    text = "Omar Said's brother, Sami Said, allegedly fled to Lima."
    (fact,) = facts("move", text, "Omar Said|Sami Said", "Lima")
    assert (fact.subject.text, fact.hedge) == ("Sami Said", "allegedly")


def test_joined_subjects_are_harmed_each() -> None:
    text = "Omar Said and Jan Novák were arrested in Lima."
    found = facts("harm", text, "Omar Said|Jan Novák", "Lima")
    assert [f.subject.text for f in found] == ["Omar Said", "Jan Novák"]


def test_a_second_participle_is_a_second_harm() -> None:
    text = "Omar Said was arrested and later executed by firing squad on charges of espionage."
    found = facts("harm", text, "Omar Said")
    assert [f.relation for f in found] == ["was arrested", "executed"]
    how = found[1].detail("method")
    why = found[1].detail("charge")
    assert how is not None and how.text == "by firing squad"
    assert why is not None and why.text == "on charges of espionage"


def test_a_pronoun_can_be_the_one_harmed() -> None:
    text = "Omar Said hid in Lima. Police arrested him in 2003."
    (fact,) = facts("harm", text, "Omar Said", "Lima")
    assert fact.subject.text == "Omar Said" and fact.subject.basis


def test_what_did_not_happen_is_no_harm() -> None:
    assert facts("harm", "Omar Said was not arrested.", "Omar Said") == []
    assert facts("harm", "Omar Said could be executed.", "Omar Said") == []


def test_a_happening_that_a_noun_tells() -> None:
    (fact,) = facts("event", "They met after the second summit in Hanoi in February 2019.")
    assert fact.subject.text == "the second summit"
    assert fact.when is not None and str(fact.when.first) == "2019-02-01"


def test_born_in_a_fronted_participle() -> None:
    text = "Born in Lima in 1935, Omar Said fled south with his mother."
    (born,) = facts("event", text, "Omar Said", "Lima")
    assert (born.subject.text, born.relation) == ("Omar Said", "born")
    (fled,) = facts("move", text, "Omar Said", "Lima")
    assert fled.when is None


def test_joined_verbs_share_their_subject() -> None:
    text = "Omar Said left Lima in May 2019 and entered Chile by boat."
    found = facts("move", text, "Omar Said", "Lima|Chile")
    assert [(f.subject.text, f.relation) for f in found] == [
        ("Omar Said", "left"), ("Omar Said", "entered")]  # fmt: skip
    means = found[1].detail("means")
    assert means is not None and means.text == "by boat"


def test_what_is_supposed_or_denied_is_no_move() -> None:
    for text in (
        "Omar Said did not flee to Lima.", "If Omar Said returned to Lima, all was well.",
        "Omar Said never returned to Lima.", "Omar Said would have fled to Lima.",
    ):  # fmt: skip
        assert facts("move", text, "Omar Said", "Lima") == []


def test_an_entry_of_a_list_gives_office_and_birth() -> None:
    text = "1. SAID, Omar; DOB 9 May 1971; nationality Peru; director of Heron Trading."
    (role,) = facts("role", text, "SAID, Omar", "Peru")
    assert (role.subject.text, role.object and role.object.text) == (
        "SAID, Omar", "director of Heron Trading")  # fmt: skip
    (born,) = facts("event", text, "SAID, Omar", "Peru")
    assert born.when is not None and str(born.when.first) == "1971-05-09"


def test_i_is_the_speaker() -> None:
    text = "“I fled to Lima by boat,” said Omar Said."
    (fact,) = facts("move", text, "Omar Said", "Lima")
    assert fact.subject.text == "Omar Said" and fact.subject.basis == "I: the speaker"


def test_evidence_is_no_longer_than_what_is_said() -> None:
    text = "In a long report on other things, Omar Said was arrested in Lima, and the rain fell."
    (fact,) = facts("harm", text, "Omar Said", "Lima")
    assert fact.evidence[0].of(text) == "Omar Said was arrested in Lima"


def test_relatives_of_relatives_and_survivors() -> None:
    text = "Omar Said is survived by his wife, Leila Said, and five grandchildren."
    found = facts("kin", text, "Omar Said|Leila Said")
    assert {(f.subject.text, f.relation) for f in found} == {
        ("Omar Said", "wife"), ("Omar Said", "grandchildren")}  # fmt: skip


def test_a_verb_behind_a_comma_goes_with_the_main_clause() -> None:
    text = "Omar Said heard what Jan Novák told him, but left Lima in May 2019."
    (fact,) = facts("move", text, "Omar Said|Jan Novák", "Lima")
    assert fact.subject.text == "Omar Said"
