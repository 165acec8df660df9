"""Facts, intervals and origins read as a person would say them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.model import (
    ArticleId,
    Certainty,
    Fact,
    FactId,
    Origin,
    Ref,
    Span,
    Stated,
    When,
)
from tests.tui import sample
from tui.wording import amount, byline, fact_line, kind_name, provenance, when_line


def fact(kind: str, subject: str, relation: str, thing: str | None, **more: object) -> Fact:
    return Fact(
        id=FactId("f"),
        kind=kind,
        article=ArticleId("a"),
        subject=Ref(subject),
        relation=relation,
        evidence=(Span(0, 1),),
        object=Ref(thing) if thing is not None else None,
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (fact("role", "Quill", "was", "harbour master"), "Quill was harbour master"),
        (fact("quantity", "berths", "over", "over 31 berths"), "over 31 berths"),
        (fact("quantity", "fees", "number", "4.2 million"), "fees: 4.2 million"),
        (fact("kin", "Jo", "wife", "Jo's wife"), "Jo's wife"),
        (fact("kin", "Thae", "daughter", "his daughter"), "Thae: his daughter"),
        (fact("name", "Coastal Board", "acronym", "CB"), "CB = Coastal Board"),
        (
            fact("quotation", "Adair", "said", "a relief", speaker=Ref("Adair")),
            "Adair: “a relief”",
        ),
        (fact("claim", "it", "says", "all is well", speaker=Ref("Ri")), "Ri: all is well"),
        (fact("harm", "Han", "was shot", None, speaker=Ref("Ri")), "Han was shot (says Ri)"),
        (fact("event", "work", "begins", None, certainty=Certainty.HEDGED), "work begins (hedged)"),
        (fact("move", "Quill", "left", None, place=Ref("Port Elin")), "Quill left, Port Elin"),
    ],
)  # fmt: skip
def test_facts_in_plain_words(stated: Fact, words: str) -> None:
    assert fact_line(stated) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2016, 1, 1), date(2019, 12, 31), "2016–2019"),
        (date(2023, 11, 1), date(2023, 11, 30), "2023-11"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2024, 2, 1), date(2024, 2, 28), "2024-02-01–2024-02-28"),
        (date(2024, 9, 3), date(2024, 9, 3), "2024-09-03"),
        (None, date(2024, 9, 3), "until 2024-09-03"),
        (date(2024, 9, 3), None, "since 2024-09-03"),
        (None, None, "earlier this week"),
    ],
)
def test_intervals(first: date | None, last: date | None, words: str) -> None:
    assert when_line(When(first, last, "earlier this week", Span(0, 1))) == words


def test_no_date_is_no_words() -> None:
    assert when_line(None) == ""


def test_where_the_metadata_comes_from() -> None:
    document = sample.articles()[0]
    assert byline(document) == "Coast Mail · Ada Brook · 2021-03-04"
    assert provenance(document) == "Title, publisher, date from front matter · author from text"
    alone = replace(document, author=None, publisher=None)
    assert provenance(alone).endswith("no publisher or author")
    same = replace(document, author=Stated("A", Origin.FRONT_MATTER))
    assert provenance(same) == "All of this from front matter"


def test_amounts_and_kinds() -> None:
    assert amount(10_000_000.0, "USD") == "10,000,000 USD"
    assert amount(3.5, "%") == "3.5 %"
    assert kind_name("role") == "Roles"
    assert kind_name("brand-new") == "Brand new"
