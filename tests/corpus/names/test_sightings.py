"""Compact mentions are the mentions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.model import ArticleId, Kind, Sighting
from corpus.names.cards import Card, Seen
from corpus.names.sightings import Glimpses, Sightings

numbers = st.integers(0, 2**31 - 1)
seen = st.lists(st.builds(Seen, numbers, numbers, numbers, st.text(max_size=5)), max_size=5)


@given(seen)
def test_glimpses_equal_what_they_were_made_of(plain: list[Seen]) -> None:
    made = Glimpses([(one.mention, one.start, one.end, one.spelling) for one in plain])
    assert made == tuple(plain)
    assert tuple(plain) == made
    assert list(made) == plain
    assert made[1:3] == tuple(plain[1:3])
    assert hash(made) == hash(tuple(plain))


@given(st.lists(st.tuples(st.sampled_from("abc"), seen), max_size=6))
def test_sightings_follow_the_cards(told: list[tuple[str, list[Seen]]]) -> None:
    cards = [Card(ArticleId(id_), "A", Kind.PERSON, tuple(some)) for id_, some in told]
    plain = tuple(Sighting(c.article, s.mention, s.start, s.end) for c in cards for s in c.seen)
    made = Sightings(cards)
    assert made == plain
    assert [made[at] for at in range(-len(plain), len(plain))] == [*plain, *plain]
    assert made != (*plain, Sighting(ArticleId("z"), 0, 0, 0))
