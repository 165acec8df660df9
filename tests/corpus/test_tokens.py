"""Tokens lie in the text, apart and in order, and leave out nothing but white space."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import MissingDataError
from corpus.language import tagdata
from corpus.language.tokens import Tokenizer, tokenize


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She didn't go.", ["She", "did", "n't", "go", "."]),
        ("(“Seoul’s mayor”)", ["(", "“", "Seoul", "’s", "mayor", "”", ")"]),
        ("Lee's U.S. trip, 5km away", ["Lee", "'s", "U.S.", "trip", ",", "5", "km", "away"]),
        ("$3.5bn in Jan. 2024", ["$", "3.5bn", "in", "Jan.", "2024"]),
        ("write to a.b@example.org!", ["write", "to", "a.b@example.org", "!"]),
        ("see https://example.org/a?b=1.", ["see", "https://example.org/a?b=1", "."]),
        ("Kim Jong-un", ["Kim", "Jong", "-", "un"]),
        ("a  b\n\nc", ["a", " ", "b", "\n\n", "c"]),
        (" a ", [" ", "a"]),
        ("fine :-) really", ["fine", ":-)", "really"]),
        ("", []),
    ],
)
def test_words_and_marks_are_told_apart(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_an_exception_carries_the_norm_of_its_pieces() -> None:
    assert tokenize("can't").forms == [("ca", "can"), ("n't", "not")]


def test_an_exception_is_found_behind_a_prefix_and_before_a_suffix() -> None:
    assert pieces("(don't),") == ["(", "do", "n't", ")", ","]


_MARKED = st.text(alphabet="aZ9 .,'’\"-–()[]/:;@#$%…\n\t€é한中°k", max_size=60)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=80), _MARKED, st.text(st.characters(categories=["Cs", "Zs"]))))
def test_every_character_that_is_no_space_is_in_one_token(text: str) -> None:
    tokens = tokenize(text)
    at = 0
    for (start, end), (form, _) in zip(tokens, tokens.forms, strict=True):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == form
        at = end
    assert not text[at:].strip()
    assert len(tokens) == len(tokens.starts) == len(tokens.ends)


@settings(deadline=None)
@given(_MARKED, _MARKED)
def test_what_stands_on_another_line_changes_no_token(one: str, other: str) -> None:
    one, other = one.strip(), other.strip()
    joined = pieces(f"{one}\n{other}")
    assert [p for p in joined if not p.isspace()] == [
        p for p in pieces(one) + pieces(other) if not p.isspace()
    ]


def test_a_tokenizer_that_has_seen_other_texts_cuts_alike() -> None:
    text = "Don't — (i.e., “never”) go to St. Mary's at 5p.m.!"
    fresh = Tokenizer()
    fresh.tokenize("don't i.e. 5p.m.!")
    assert list(fresh.tokenize(text)) == list(tokenize(text))


@pytest.mark.parametrize("unit", ["a", ")", ".", "a:a.a@", "-a", "…", "'s", "\ud800", " \n"])
def test_a_word_without_end_is_cut_into_pieces_of_bounded_length(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    tokens = tokenize(text)
    assert max(end - start for start, end in tokens) <= 1000
    assert re.sub(r"\s", "", "".join(pieces(text))) == re.sub(r"\s", "", text)


def test_the_cost_of_a_long_word_does_not_grow_with_its_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tokenizer = Tokenizer()
    looked_at = 0
    suffix = tokenizer._suffix

    def counted(tail: str) -> re.Match[str] | None:
        nonlocal looked_at
        looked_at += len(tail)
        return suffix(tail)

    monkeypatch.setattr(tokenizer, "_suffix", counted)
    text = "".join(chr(0x28 + i % 2) + chr(0x3A + i * 7 % 2) for i in range(10_000))
    tokenizer.tokenize(text)
    assert looked_at <= 40 * len(text)


def test_absent_rules_are_told_with_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tagdata, "_DATA", tmp_path)
    tagdata.read_rules.cache_clear()
    try:
        with pytest.raises(MissingDataError, match=r"tagger\.json"):
            tagdata.read_rules()
        (tmp_path / "tagger.json").write_text('{"special": 3}')
        with pytest.raises(MissingDataError, match=r"tagger\.json"):
            tagdata.read_rules()
        np.savez(tmp_path / "tagger.npz", moves=np.zeros(3))
        with pytest.raises(MissingDataError, match=r"tagger\.npz"):
            tagdata.read_weights()
        (tmp_path / "tagger.npz").write_bytes(b"PK\x03\x04 torn")
        with pytest.raises(MissingDataError, match=r"tagger\.npz"):
            tagdata.read_weights()
    finally:
        tagdata.read_rules.cache_clear()
