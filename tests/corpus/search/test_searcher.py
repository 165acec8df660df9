"""Searching, held against a slow reading of every text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import build
from corpus.model import ArticleId, Corpus
from corpus.search import Searcher
from corpus.search.marks import rows_in
from corpus.search.query import All, Field, Node, Not, Words, parse
from tests.corpus.search.shelf_of import article, corpus, texts
from tests.tui.sample import corpus as made_by_hand


def searcher(of: Corpus, path: Path | None = None) -> Searcher:
    """A searcher of which everything is indexed."""
    made = Searcher.open(of, path)
    assert made.update()
    return made


def ids(made: Searcher, query: str, typing: bool = False) -> set[str]:
    return {hit.article for hit in made.search(query, typing=typing).hits}


def holds(node: Node, title: str, text: str) -> bool:
    """Whether `node` fits, read word by word."""
    if isinstance(node, Words):
        return bool(rows_in(title, [node]) or (not node.title and rows_in(text, [node])))
    if isinstance(node, Not):
        return not holds(node.part, title, text)
    assert not isinstance(node, Field)
    parts = (holds(part, title, text) for part in node.parts)
    return all(parts) if isinstance(node, All) else any(parts)


WORD = st.sampled_from(["ab", "abc", "abd", "b", "bca", "Cé", "ce", "dab"])
TEXT = st.lists(WORD, max_size=12).map(" ".join)
ATOM = st.one_of(
    WORD,
    WORD.map(lambda w: w + "*"),
    WORD.map(lambda w: w[0] + "*"),
    WORD.map(lambda w: "*" + w[-1]),
    st.lists(st.one_of(WORD, st.just("*"), WORD.map(lambda w: w[:2] + "*")), min_size=2, max_size=4)
    .map(lambda ws: '"' + " ".join(ws) + '"'),
    WORD.map(lambda w: f"title:{w}"),
)  # fmt: skip
QUERY = st.recursive(
    ATOM,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" ", " AND ", " OR "]), inner).map("".join),
        inner.map(lambda q: f"-({q})"),
        inner.map(lambda q: f"({q})"),
    ),
    max_leaves=5,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=6), st.lists(QUERY, max_size=6),
       st.booleans())  # fmt: skip
def test_what_is_found_is_what_reading_finds(
    those: list[tuple[str, str]], queries: list[str], typing: bool
) -> None:
    of = corpus(article(str(n), text, title) for n, (title, text) in enumerate(those))
    made = searcher(of)
    for query in queries:
        root = parse(query, typing).root
        if root is None:
            continue
        expected = {a.id for a in of.articles if holds(root, a.title.value, a.text)}
        results = made.search(query, typing=typing)
        assert {hit.article for hit in results.hits} == expected, query
        assert results.total == len(expected)
        assert set(made.found(query, typing=typing)) == expected


@settings(max_examples=40, deadline=None)
@given(TEXT, QUERY)
def test_marks_are_the_same_with_and_without_an_index(text: str, query: str) -> None:
    of = texts(text)
    indexed, bare = searcher(of), Searcher.open(of)
    assert indexed.matches(of.articles[0], query) == bare.matches(of.articles[0], query)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=40), st.booleans())
def test_nothing_that_is_typed_raises(query: str, typing: bool) -> None:
    results = SMALL.search(query, typing=typing)
    for hit in results.hits:
        for snippet in hit.snippets:
            assert all(snippet.span.holds(mark) for mark in snippet.marks)


SMALL = searcher(
    texts("One ab two.", 'The "quoted" words OR (others) NOT -x; drop table', "京都 é")
)


@pytest.mark.parametrize("query", ["' OR 1=1 --", 'NEAR("a" "b")', "text:a", "[a TO b]", "a^2~",
                                   "/.*/", "+a", "\\", "number:1", "a*b*c*"])  # fmt: skip
def test_the_words_of_other_engines_mean_nothing(query: str) -> None:
    SMALL.search(query)
    SMALL.search(query, typing=True)


def test_case_and_marks_make_no_difference() -> None:
    made = searcher(texts("The CAFÉ of Łódź", "the tea room"))
    assert ids(made, "cafe lodz") == ids(made, "Café ŁÓDŹ") == {"0"}


def test_marks_are_offsets_into_the_text() -> None:
    text = "Ledgers, É ledgers: the harbour's LEDGERS."
    made = searcher(texts(text))
    spans = made.matches(ArticleId("0"), "ledgers harbour")
    assert [span.of(text) for span in spans] == ["Ledgers", "ledgers", "harbour", "LEDGERS"]


def test_what_is_ruled_out_is_not_marked() -> None:
    made = searcher(texts("apples and pears", "apples"))
    assert made.matches(ArticleId("0"), "apples -pears") == made.matches(ArticleId("0"), "apples")


def test_the_better_fit_comes_first() -> None:
    filler = " ".join(f"w{n}" for n in range(50))
    made = searcher(texts(f"boat {filler}", "boat boat boat", filler))
    assert [hit.article for hit in made.search("boat").hits] == ["1", "0"]
    assert [hit.article for hit in made.search("boat", ranked=False).hits] == ["0", "1"]


def test_a_word_of_the_title_counts_more() -> None:
    of = corpus([article("t", "a text of six words alone", "Boats"),
                 article("u", "boats in six words standing here", "Other")])  # fmt: skip
    assert [hit.article for hit in searcher(of).search("boats").hits] == ["t", "u"]
    hit = searcher(of).search("boats").hits[0]
    assert [span.of("Boats") for span in hit.title] == ["Boats"]


def test_a_word_typed_out_counts_more_than_one_it_begins() -> None:
    made = searcher(texts("north wind", "northerner left", *["north star"] * 5, "none"))
    assert made.search("nor", typing=True).total == 7
    assert made.search("north", typing=True).hits[-1].article == "1"


def test_pages_follow_each_other() -> None:
    made = searcher(texts(*["word"] * 7))
    pages = [made.search("word", limit=3, offset=at).hits for at in (0, 3, 6)]
    assert [hit.article for page in pages for hit in page] == list("0123456")


DATED = corpus([
    article("a", "x", published="2019-05-21", publisher="The Post", author="Ann Lee"),
    article("b", "x", published="2020-07", publisher="Morning Post"),
    article("c", "x", published="2021"),
    article("d", "x"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("date:2019", "a"), ("date:2019..2020", "ab"), ("date:2020..", "bc"), ("date:..2019", "a"),
        ("date:>2020-07", "c"), ("date:>=2020-07", "bc"), ("date:<2020", "a"),
        ("date:2019-5-21", "a"), ("-date:2019", "bcd"), ("x date:2021..2019", ""),
        ("date:2020-07-03", "b"), ("date:soon", ""),
        ("publisher:post", "ab"), ('publisher:"the post"', "a"), ("publisher:morn*", "b"),
        ("author:lee", "a"), ("publisher:post -author:ann", "b"), ("date:2019 OR date:2021", "ac"),
    ],
)  # fmt: skip
def test_fields_narrow_the_search(query: str, expected: str) -> None:
    assert ids(searcher(DATED), query) == set(expected)


@pytest.mark.parametrize(
    ("query", "word"),
    [("date:soon", "soon"), ("date:2021..2019", "begins"), ("fact:nonsense", "nonsense"),
     ("who:Zzyzx", "Zzyzx"), ("where:Zzyzx", "place"), ("tag:x", "tags")],
)  # fmt: skip
def test_what_cannot_be_meant_is_said(query: str, word: str) -> None:
    results = searcher(DATED).search(query)
    assert results.total == 0
    assert word in results.remarks[0]


def test_people_places_and_facts_are_found_by_the_model() -> None:
    of = made_by_hand()
    made = searcher(of)
    text = of.by_id[of.articles[0].id].text
    found = made.search('who:"Quill Marta"')
    assert found.meant[0].names == ("Marta Quill",)
    assert found.total == len({s.article for e in of.entities if e.name == "Marta Quill"
                               for s in e.sightings})  # fmt: skip
    spans = made.matches(of.articles[0], 'who:"Marta Quill"')
    assert {span.of(text) for span in spans} == {"Marta Quill", "Quill"}
    assert ids(made, "where:Sandoval") == {
        s.article for e in of.entities if e.name == "Sandoval" for s in e.sightings
    }
    kind = of.facts[0].kind
    stated = {fact.article for fact in of.facts if fact.kind == kind}
    assert ids(made, f"fact:{kind}") == stated
    assert set(made.matches(of.facts[0].article, f"fact:{kind}")) >= set(of.facts[0].evidence)


def test_stepping_goes_through_all_matches_and_round() -> None:
    of = texts("a b a", "c", "a")
    made = searcher(of)
    seen = []
    here: tuple[ArticleId | None, int] = (None, 0)
    for _ in range(4):
        step = made.step("a", *here)
        assert step is not None
        seen.append((step[0], step[1].start))
        here = step[0], step[1].start
    assert seen == [("0", 0), ("0", 4), ("2", 0), ("0", 0)]
    back = made.step("a", ArticleId("0"), 0, back=True)
    assert back is not None and (back[0], back[1].start) == ("2", 0)
    assert made.step("a", ArticleId("2"), 0, wrap=False) is None
    assert made.step("nowhere", ArticleId("2"), 0) is None
    one = searcher(texts("a"))
    again = one.step("a", ArticleId("0"), 0)
    assert again is not None and again[0] == "0"


def test_the_bundled_corpus_is_searched(tmp_path: Path) -> None:
    of = build.load([])
    made = searcher(of, tmp_path)
    results = made.search('"foreign ministry" OR embassy', limit=500)
    assert results.total == len(results.hits) > 5
    for hit in results.hits:
        text = of.by_id[hit.article].text
        assert hit.snippets
        for snippet in hit.snippets:
            assert "\n" not in snippet.span.of(text)
            for mark in snippet.marks:
                assert mark.of(text).lower() in ("foreign ministry", "embassy")
