"""The plain overview says everything, fits the width and holds nothing that a terminal obeys."""

from __future__ import annotations

import dataclasses
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import (
    Article,
    ArticleId,
    Corpus,
    Entity,
    EntityId,
    Extract,
    Fact,
    FactId,
    Kind,
    Mention,
    Origin,
    Place,
    Ref,
    Sighting,
    Skipped,
    Span,
    Stated,
)
from tui.cells import cells, wrap
from tui.plain import NARROWEST, overview, width_of

ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=80)
ACTIVE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def make(text: str = "Anna Kim, mayor of Vladivostok, spoke.", label: str = "Port") -> Corpus:
    """One article, two entities, one fact and a skipped file; `label` stands in every field."""
    article = Article(
        ArticleId("a1"),
        f"{label}.txt",
        Stated(label, Origin.TEXT),
        text,
        publisher=Stated(f"{label} Wire", Origin.TEXT),
        published=Stated("2023-05-02", Origin.TEXT),
        lines=(4,),
        remarks=(label,),
    )
    whole = Span(0, len(text))
    role = Fact(
        FactId("f1"), "role", article.id, Ref("Anna Kim"), "is", (whole,), object=Ref(label)
    )
    person = Entity(
        EntityId("e1"),
        "Anna Kim",
        Kind.PERSON,
        ("Anna Kim", "Kim", label),
        (Sighting(article.id, 0, 0, 8), Sighting(article.id, 1, 5, 8)),
    )
    where = Place("Vladivostok", 43.1, 131.9, "RU", "city")
    place = Entity(
        EntityId("e2"),
        "Vladivostok",
        Kind.PLACE,
        ("Vladivostok",),
        (Sighting(article.id, 2, 19, 30),),
        where,
    )
    return Corpus(
        articles=(article,),
        extracts={
            article.id: Extract(
                article.id, mentions=(Mention(0, 8, Kind.PERSON),) * 3, facts=(role,)
            )
        },
        entities=(person, place),
        skipped=(Skipped(f"{label}.pdf", f"no reader for {label}"),),
        by_id={article.id: article},
    )


def test_the_overview_names_sources_people_places_facts_and_what_was_not_loaded() -> None:
    page = "\n".join(overview(make()))
    assert page.startswith(
        "1 article, 1 person, 1 place, 0 organisations, 1 fact, 1 file not loaded"
    )
    for expected in (
        "2023-05-02  Port\n            Port Wire  Port.txt",
        "People (1)\n==========\n  Anna Kim  (2 mentions in 1 article)\n      also Kim, Port",
        "Vladivostok  (RU, 1 mention in 1 article)",
        "role: Anna Kim is Port",
        "> Anna Kim, mayor of Vladivostok, spoke. [Port.txt:4]",
        "Port.pdf: no reader for Port",
    ):
        assert expected in page


def test_what_several_facts_rest_on_is_quoted_once() -> None:
    corpus = make()
    (article,) = corpus.articles
    (fact,) = corpus.facts
    again = dataclasses.replace(fact, kind="name")
    extracts = {article.id: Extract(article.id, facts=(fact, again))}
    corpus = dataclasses.replace(corpus, extracts=extracts)
    page = "\n".join(overview(corpus))
    assert page.count("> Anna Kim, mayor") == 1
    assert page.index("name: ") < page.index("> Anna Kim")


def test_sections_without_entries_are_left_out() -> None:
    assert list(overview(Corpus())) == ["0 articles, 0 people, 0 places, 0 organisations, 0 facts"]
    assert "Organisations" not in "\n".join(overview(make()))


@given(ANY_TEXT, ANY_TEXT, st.integers(NARROWEST, 120))
def test_whatever_the_text_lines_fit_and_are_inert(text: str, label: str, width: int) -> None:
    for line in overview(make(text, label), width):
        assert cells(line) <= width
        assert not ACTIVE.search(line)
        assert line == line.rstrip()


@given(st.text("abc 금강日本é\u0301", max_size=120), st.integers(8, 40), st.integers(0, 3))
def test_wrapping_loses_no_character_and_keeps_the_width(text: str, width: int, hang: int) -> None:
    lines = list(wrap(text, width, "  ", hang))
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_words_are_kept_whole_where_they_fit() -> None:
    assert list(wrap("one two three", 9, "", 1)) == ["one two", " three"]
    assert list(wrap("가나다 라", 5)) == ["가나", "다 라"]
    assert list(wrap("", 9)) == []


@pytest.mark.parametrize(
    ("columns", "width"), [("60", 60), ("500", 100), ("7", 40), ("", 80), ("x", 80), ("0", 80)]
)
def test_without_a_terminal_the_width_is_that_of_columns_or_eighty(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width_of(io.StringIO()) == width
