"""What a query means, and that nothing that is typed is an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.search.query import FIELDS, All, Any, Field, Node, Not, Words, parse, pattern

A, B, C = Words(("a",)), Words(("b",)), Words(("c",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", A),
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a OR b", Any((A, B))),
        ("a | b", Any((A, B))),
        ("a b OR c", Any((All((A, B)), C))),
        ("a (b OR c)", All((A, Any((B, C))))),
        ("a -b", All((A, Not(B)))),
        ("a NOT b", All((A, Not(B)))),
        ("-(a b)", Not(All((A, B)))),
        ('"a b"', Words(("a", "b"))),
        ("“a b”", Words(("a", "b"))),
        ("Café*", Words(("cafe*",))),
        ("state-run", Words(("state", "run"))),
        ("a and b", All((A, Words(("and",)), B))),
        ("title:a", Words(("a",), title=True)),
        ('who:"Ann Lee" a', All((Field("who", "Ann Lee"), A))),
        ("date:2019..2021", Field("date", "2019..2021")),
        ("date:>2020-05", Field("date", ">2020-05")),
        ("Where:Oslo", Field("where", "Oslo")),
    ],
)
def test_a_query_is_understood(text: str, expected: Node) -> None:
    query = parse(text)
    assert query.root == expected
    assert not query.remarks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(a", A),
        ("a)", A),
        ("((a) b", All((A, B))),
        ('"a b', Words(("a", "b"))),
        ("a OR", A),
        ("OR a", A),
        ("a AND OR b", Any((A, B))),
        ("a -", A),
        ("a NOT", A),
        ("a who:", A),
        ('a ""', A),
        ("*", None),
        ("", None),
        ('( ) -- "', None),
    ],
)
def test_an_unfinished_query_means_what_is_there(text: str, expected: Node | None) -> None:
    assert parse(text).root == expected


def test_the_last_word_is_open_only_while_it_is_typed() -> None:
    assert parse("a b", typing=True).root == All((A, Words(("b",), open=True)))
    assert parse("a b ", typing=True).root == All((A, B))
    assert parse('"a be', typing=True).root == Words(("a", "be"), open=True)
    assert parse('"a be"', typing=True).root == Words(("a", "be"))
    assert parse("who:An", typing=True).root == Field("who", "An", open=True)


def test_an_unknown_field_is_searched_and_remarked_upon() -> None:
    query = parse("colour:red")
    assert query.root == Words(("colour", "red"))
    assert "colour:" in query.remarks[0] and "title:" in query.remarks[0]


def test_a_star_joins_only_what_it_touches() -> None:
    assert pattern("inter*al * Jong-un*") == ("inter*al", "*", "jong", "un*")


PIECES = st.sampled_from(
    ["(", ")", '"', "-", "!", "*", " ", "|", "&", ":", "..", ">", "a", "bé", "AND", "OR", "NOT",
     "2019", "京", "'", "\x00", "\ud800", *(f"{field}:" for field in FIELDS)]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)), st.booleans())
def test_whatever_is_typed_is_a_query(text: str, typing: bool) -> None:
    query = parse(text, typing)
    assert all(remark.endswith(".") for remark in query.remarks)


def test_many_parentheses_are_no_danger() -> None:
    assert parse("(" * 5000 + "a").remarks
    assert parse("-" * 5000 + "(" * 30 + "a").root is not None
