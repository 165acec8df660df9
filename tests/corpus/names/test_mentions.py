"""The rule layer: what counts as a person, a place, an organisation, and what does not.

The tagger's spans are left out on purpose in most of these: the rules must stand without it.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language import acronyms, sentences
from corpus.model import Chain, Kind
from corpus.names import chains, mentions, shortforms


def chained(text: str, tags: list[tuple[str, str]] | None = None) -> list[Chain]:
    """The chains of `text`, with the tagger saying only `tags` (words, label), each found once."""
    spans = []
    at = 0
    for words, label in tags or []:
        at = text.index(words, at)
        spans.append((at, at + len(words), label))
        at += len(words)
    parted = sentences.split(text)
    short = acronyms.find(text)
    found = shortforms.settle(text, mentions.find(text, parted, spans), short)
    return list(chains.link(text, found, short))


def names(text: str, kind: Kind, tags: list[tuple[str, str]] | None = None) -> set[str]:
    return {c.name for c in chained(text, tags) if c.kind is kind}


def people(text: str, tags: list[tuple[str, str]] | None = None) -> set[str]:
    return names(text, Kind.PERSON, tags)


def places(text: str, tags: list[tuple[str, str]] | None = None) -> set[str]:
    return names(text, Kind.PLACE, tags)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Late that year Pak Sung-chul crossed the ice with two sons.", {"Pak Sung-chul"}),
        ("Foreign Minister Choe Son Hui did not answer.", {"Choe Son Hui"}),
        ("The court heard Mr. Borg and Ms. Camilleri.", {"Borg", "Camilleri"}),
        ("“I left at night,” said Helen Yohannes, 34, a teacher.", {"Helen Yohannes"}),
        ("The letter was signed by Sir Edward Thorne.", {"Edward Thorne"}),
        ("Nothing was ever named after the Kim dynasty.", set()),
        ("The North Korean delegation left without a word.", set()),
        ("He taught at Harvard University for ten years.", set()),
    ],
)
def test_people_are_found_by_form_and_company(text: str, expected: set[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They walked from Hoeryong to Yanji and on to Seoul.", {"Hoeryong", "Yanji", "Seoul"}),
        ("The talks in Hanoi ended early.", {"Hanoi"}),
        ("North Korean and Chinese officers spoke French.", set()),
        ("The Bank of China closed three branches.", set()),
        ("VALLETTA (Reuters) - The ferry was late.", {"VALLETTA"}),
        ("It lies in Kangwon Province, near the sea.", {"Kangwon Province"}),
    ],
)
def test_places_are_found_and_adjectives_are_none(text: str, expected: set[str]) -> None:
    assert places(text) == expected


def test_a_family_name_alone_joins_its_holder() -> None:
    found = chained("Ri Il-kyu left Havana. Nobody saw Ri again. Ri's wife went too.")
    one = [c for c in found if c.kind is Kind.PERSON]
    assert len(one) == 1
    assert len(one[0].mentions) == 3


def test_of_several_holders_the_latest_introduced_is_meant() -> None:
    text = "Pavel Dvořák sang. Later Tomáš Dvořák danced. Dvořák bowed."
    found = chained(text, [("Pavel Dvořák", "PERSON"), ("Tomáš Dvořák", "PERSON")])
    by_name = {c.name: len(c.mentions) for c in found if c.kind is Kind.PERSON}
    assert by_name == {"Pavel Dvořák": 1, "Tomáš Dvořák": 2}


def test_brothers_with_a_double_name_stay_two() -> None:
    text = (
        "Former minister Karmenu Zammit Bonnici was sentenced. Mr. Zammit Bonnici wept. "
        "His brother, Pawlu Zammit Bonnici, was acquitted."
    )
    tags = [("Karmenu Zammit Bonnici", "PERSON"), ("Pawlu Zammit Bonnici", "PERSON")]
    assert people(text, tags) == {"Karmenu Zammit Bonnici", "Pawlu Zammit Bonnici"}


def test_a_page_of_hyphens_is_no_name() -> None:
    assert people("-".join(["Kim"] * 200)) == set()


def test_an_acronym_takes_the_kind_of_its_long_form() -> None:
    text = "The Ministry of State Security (MSS) sent men. MSS agents waited."
    found = [c for c in chained(text) if c.kind is Kind.ORGANISATION]
    assert [c.name for c in found] == ["Ministry of State Security"]
    assert found[0].aliases == ("MSS",)
    assert len(found[0].mentions) == 3


def test_aliases_of_a_country_are_one_place() -> None:
    text = "He flew to the United States. The U.S. welcomed him; in America he stayed."
    assert len(places(text)) == 1


def test_designation_lists_turn_the_name_round() -> None:
    text = "1. KIM, Song Il (a.k.a. KIM, Sung-il); DOB 12 May 1961; nationality Korea, North."
    found = [c for c in chained(text) if c.kind is Kind.PERSON]
    assert [c.name for c in found] == ["Kim Song Il"]
    assert len(found[0].mentions) == 2


def test_a_speaker_in_capitals_is_a_person() -> None:
    text = "Mr. GARLAND of Ohio. I thank the witness.\n\nThe CHAIRMAN. Go on."
    assert people(text) == {"GARLAND"}
    assert places(text) == {"Ohio"}


@given(st.text(max_size=300))
def test_mentions_are_in_range_and_never_overlap(text: str) -> None:
    found = mentions.find(text, sentences.split(text), [])
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    linked = chains.link(text, found, ())
    assert sorted(i for c in linked for i in c.mentions) == list(range(len(found)))


@given(
    st.lists(
        st.sampled_from(
            "The Kim Jong-un of Seoul , said Mr. KIM, U.S. and de la — ( ) \n Ltd 's ’s St. J. "
            "SEOUL (Reuters) - a.k.a. Ri Il-kyu Bank".split(" ")
        ),
        max_size=40,
    )
)
def test_any_order_of_name_like_words_is_survived(parts: list[str]) -> None:
    text = " ".join(parts)
    found = mentions.find(text, sentences.split(text), [])
    linked = chains.link(text, found, acronyms.find(text))
    assert sorted(i for c in linked for i in c.mentions) == list(range(len(found)))
