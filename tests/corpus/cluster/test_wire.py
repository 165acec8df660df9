"""What crosses between machines comes out as it went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("distributed")

from corpus.cluster import wire
from corpus.cluster.wire import Item, Stored, Terms, Wanted
from corpus.reading.guard.limits import Limits
from corpus.store.intake import Said
from corpus.store.rows import Body, Found, with_labels, without_labels
from corpus.store.seal import pack, unpack
from corpus.store.versions import Versions

words = st.text(max_size=20)
blobs = st.binary(max_size=20)
items = st.builds(
    Item,
    st.builds(Said, words, words, words, words),
    st.none() | st.builds(Body, blobs, st.integers(0, 10**9), blobs, blobs),
    st.none() | st.builds(Found, st.integers(0, 10**6), blobs, blobs, blobs, blobs, blobs),
    words,
)


@given(st.lists(st.lists(items, max_size=3), max_size=3))
def test_answers(files: list[list[Item]]) -> None:
    assert wire.read_answer(wire.answer(files)) == files


@given(
    st.lists(st.builds(Wanted, words, words, words)),
    st.lists(st.builds(Stored, blobs, blobs, words)),
)
def test_jobs(wanted: list[Wanted], stored: list[Stored]) -> None:
    terms = Terms("small", Limits(text=5), Versions("a", "b", "c"))
    told, lines = wire.read_job(wire.job(terms, wanted))
    assert (told, [Wanted(*line) for line in lines]) == (terms, wanted)
    assert [wire.to_stored(line) for line in wire.read_job(wire.job(terms, stored))[1]] == stored


@given(st.integers(0, 10**6), words.filter(str.isalnum))
def test_labels_are_put_on_by_whoever_knows_the_number(number: int, id_: str) -> None:
    label = f"{number} {id_}"
    made = Found(1, *(pack(f"{name} {label}", name) for name in Found._fields[1:]))
    elsewhere = Found(1, *(pack(f"{name} 0 x", name) for name in Found._fields[1:]))
    assert with_labels(without_labels(elsewhere), number, id_) == made
    assert unpack(f"cards {label}", with_labels(without_labels(made), number, id_).cards) == "cards"
