"""Near-copies count as one origin, reports of their own do not."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from corpus.across.origins import Origins, group
from corpus.model import Article, ArticleId, Origin, Stated

STORY = """
The harbour council of Lindow voted on Monday to close the old ferry landing for good. Nine of the
eleven members were in favour, and two wanted to wait for a second survey of the piles. The landing
was built from oak in 1911 and mended with steel after the flood that took the bridge. Divers who
looked at it in spring found that a third of the piles could be pushed aside by hand. Ferries will
call at the coal quay instead, where the water is deeper and the road ends close by. The owner of
the tea house at the landing said she had read of the vote in the paper and would appeal. The
council has set aside a sum for moving her house, but nobody has told her how large it is. A
meeting for everyone who lives on the island is planned for the second week of June.
"""
OWN = """
Ferry passengers in Lindow will have to walk further from this summer. The harbour council decided
on Monday, by nine votes to two, that the landing of 1911 is no longer safe. What is to become of
the tea house there remains open. Its owner speaks of an appeal. From June the boats are to moor at
the coal quay, which has deep water and room for buses. A diver who saw the piles told us that he
would not tie up a rowing boat to them. Islanders can put their questions at a meeting next month.
"""
FOOTER = " ".join(f"Subscribe to our letter number {n} for more." for n in range(6))


def article(name: str, text: str, published: str | None = None) -> Article:
    stated = Stated(published, Origin.FRONT_MATTER) if published else None
    return Article(
        ArticleId(name), f"{name}.txt", Stated(name, Origin.TEXT), text, published=stated
    )


def sets(found: Origins) -> set[frozenset[str]]:
    return {frozenset(copies.articles) for copies in found.groups}


def words(seed: int, count: int) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices("abcdefghij", k=5)) for _ in range(count)]


def test_a_copy_with_a_new_lead_and_a_cut_end_has_one_origin() -> None:
    sentences = STORY.split(". ")
    copy = "LINDOW (Wire) There was a vote about boats. " + ". ".join(sentences[1:6])
    found = group([article("one", STORY), article("two", copy), article("three", OWN)])
    assert sets(found) == {frozenset({"one", "two"}), frozenset({"three"})}
    assert found.count([ArticleId("one"), ArticleId("two"), ArticleId("three")]) == 2


def test_an_excerpt_has_the_origin_of_the_whole() -> None:
    part = ". ".join(STORY.split(". ")[2:4])
    assert len(group([article("whole", STORY * 1), article("part", part)]).groups) == 1


def test_a_later_roundup_does_not_make_one_origin_of_what_it_takes_up() -> None:
    first, second = " ".join(words(1, 120)), " ".join(words(2, 120))
    roundup = " ".join(words(3, 200)) + " " + first + " " + second
    found = group(
        [
            article("first", first, "2020-01-01"),
            article("second", second, "2020-01-02"),
            article("roundup", roundup, "2020-02-01"),
        ]
    )
    assert len(found.groups) == 3


def test_two_excerpts_of_an_earlier_report_have_its_origin() -> None:
    whole = words(4, 400)
    found = group(
        [
            article("b", " ".join(whole[:120]), "2020-03-02"),
            article("c", " ".join(whole[200:320]), "2020-03-03"),
            article("whole", " ".join(whole), "2020-03-01"),
        ]
    )
    assert [copies.first for copies in found.groups] == ["whole"]


def test_a_shared_footer_is_no_origin() -> None:
    lengths = [45 if n % 4 == 0 else 300 for n in range(12)]
    listed = [article(str(n), " ".join(words(n, k)) + " " + FOOTER) for n, k in enumerate(lengths)]
    assert len(group(listed).groups) == 12


def test_the_first_published_comes_first_and_the_undated_last() -> None:
    found = group(
        [article("undated", STORY), article("late", STORY, "2021"), article("early", STORY, "2020")]
    )
    assert found.groups[0].articles == ("early", "late", "undated")


def test_texts_without_words_stand_alone_and_equal_short_ones_do_not() -> None:
    found = group(
        [article("a", ""), article("b", "…"), article("c", "Hi you"), article("d", "hi, you")]
    )
    assert sets(found) == {frozenset("a"), frozenset("b"), frozenset("cd")}


@given(st.integers(0, 10**6), st.integers(120, 400), st.floats(0, 0.08), st.floats(0.6, 1.0))
def test_a_copy_with_scattered_edits_is_found(
    seed: int, length: int, edits: float, kept: float
) -> None:
    chance = random.Random(seed)
    text = words(seed, length)
    copy = [f"x{chance.random()}" if chance.random() < edits * 0.8 else w for w in text]
    cut = copy[: max(80, int(length * kept))]
    pair = [article("a", " ".join(text)), article("b", " ".join(cut))]
    assert len(group(pair).groups) == 1


@given(st.integers(0, 10**6), st.integers(1, 300), st.integers(1, 300))
def test_unrelated_texts_stay_apart(seed: int, one: int, other: int) -> None:
    pair = [
        article("a", " ".join(words(seed, one))),
        article("b", " ".join(words(seed + 10**7, other))),
    ]
    assert len(group(pair).groups) == 2


@given(st.lists(st.text(max_size=200), max_size=8))
def test_every_article_is_in_exactly_one_group(texts: list[str]) -> None:
    listed = [article(str(n), text) for n, text in enumerate(texts)]
    found = group(listed)
    ids = [name for copies in found.groups for name in copies.articles]
    assert sorted(ids) == sorted(a.id for a in listed)
    assert all(name in found.of(name).articles for name in ids)
