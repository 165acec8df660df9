"""Queries taken apart: kinds, words, fzf's operators; half-typed ones never fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.names.query import Query, Term, kind_letter, parse


@pytest.mark.parametrize(
    ("text", "kind", "phrases"),
    [
        ("kim jong un", "", ("kim jong un",)),
        ("p:kim", "p", ("kim",)),
        ("P: kim", "p", ("kim",)),
        ("@seoul", "l", ("seoul",)),
        ("l:new york", "l", ("new york",)),
        ("o: bureau", "o", ("bureau",)),
        ("p:", "p", ()),
        ("kim | lee il", "", ("kim", "lee il")),
        ("kim |", "", ("kim",)),
        ("| kim", "", ("kim",)),
        ("x: y", "", ("x: y",)),
    ],
)
def test_kinds_and_words(text: str, kind: str, phrases: tuple[str, ...]) -> None:
    assert parse(text) == Query(kind, phrases, ())


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("'jong", ((Term("jong"),),)),
        ("^kim", ((Term("kim", begins=True),),)),
        ("un$", ((Term("un", ends=True),),)),
        ("^seoul$", ((Term("seoul", begins=True, ends=True),),)),
        ("!lee", ((Term("lee", negated=True),),)),
        ("!^lee", ((Term("lee", begins=True, negated=True),),)),
        ("'Jŏng", ((Term("jong"),),)),
        (
            "^kim un$ | il$",
            ((Term("kim", begins=True),), (Term("un", ends=True), Term("il", ends=True))),
        ),
        ("^ ' $ !", ()),
    ],
)
def test_operators(text: str, terms: tuple[tuple[Term, ...], ...]) -> None:
    assert parse(text) == Query("", (), terms)


def test_words_and_operators_together() -> None:
    assert parse("p: kim 'un !il") == Query(
        "p", ("kim",), ((Term("un"),), (Term("il", negated=True),))
    )


@pytest.mark.parametrize(
    ("kind", "letter"),
    [("person", "p"), ("place", "l"), ("organisation", "o"), ("ORG", "o"), ("", ""), ("ship", "")],
)
def test_kinds_have_letters(kind: str, letter: str) -> None:
    assert kind_letter(kind) == letter


@given(st.text(alphabet="aк김'^$!|:@pl o", max_size=20) | st.text(max_size=20))
def test_anything_can_be_typed(text: str) -> None:
    found = parse(text)
    assert all(phrase.strip() for phrase in found.phrases)
    assert all(term.letters for group in found.terms for term in group)
