"""Company: nearer outweighs oftener, every meeting names both, the network keeps to its sheet."""

from __future__ import annotations

import csv
from io import StringIO
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.company import Companion, Company, Meeting, draw, gather, to_csv, to_svg, to_text
from corpus.company.nearness import Nearness
from corpus.drawing.sheet import width_of
from corpus.model import ArticleId, Entity, EntityId, Kind, Span
from tests.tui import sample

CORPUS = sample.corpus()
QUILL = EntityId("person:Marta Quill")


def test_the_nearer_stand_first_and_every_meeting_is_where_it_says() -> None:
    found = gather(CORPUS, QUILL)
    by_name = {one.entity.name: one for one in found.companions}
    assert by_name["Port Elin"].nearest is Nearness.SENTENCE
    assert by_name["Sandoval"].nearest is Nearness.SENTENCE
    assert by_name["Tomas Adair"].nearest is Nearness.ARTICLE
    weights = [one.weight for one in found.companions]
    assert weights == sorted(weights, reverse=True)
    for companion in found.companions:
        for meeting in companion.meetings:
            text = meeting.span.of(CORPUS.by_id[meeting.article].text)
            assert any(word in text for word in companion.entity.spellings)
            if meeting.nearness is Nearness.SENTENCE:
                assert "Quill" in text


def with_whom(name: str) -> dict[str, Companion]:
    found = gather(CORPUS, EntityId(f"person:{name}")).companions
    return {one.entity.name: one for one in found}


def test_a_paragraph_is_nearer_than_an_article() -> None:
    found = with_whom("Tomas Adair")
    assert found["Coastal Board"].nearest is Nearness.SENTENCE
    assert found["Marta Quill"].nearest is Nearness.ARTICLE
    assert with_whom("Ines Morrow")["Marta Quill"].nearest is Nearness.SENTENCE


def test_one_kind_alone_and_breaking_off() -> None:
    assert {one.entity.kind for one in gather(CORPUS, QUILL, Kind.PLACE).companions} == {Kind.PLACE}
    assert gather(CORPUS, QUILL, cancelled=lambda: True).companions == ()


names = st.text("abé리 ", min_size=1, max_size=30)
companies = st.builds(
    lambda name, others: Company(
        Entity(EntityId("x"), name, Kind.PERSON, (), ()),
        tuple(
            Companion(
                Entity(EntityId(str(n)), other, Kind.PLACE, (), ()),
                (Meeting(ArticleId("harbour"), Span(0, 4), near),) * count,
            )
            for n, (other, near, count) in enumerate(others)
        ),
        ((0, 1, 2),) if len(others) > 1 else (),
    ),
    names,
    st.lists(st.tuples(names, st.sampled_from(Nearness), st.integers(1, 2000)), max_size=40),
)


@settings(deadline=None, max_examples=60)
@given(companies, st.integers(0, 130), st.integers(0, 50), st.booleans(), st.integers(0, 9))
def test_nothing_is_drawn_outside(
    company: Company, width: int, height: int, plain: bool, chosen: int
) -> None:
    sheet = draw(company, width, height, chosen, plain=plain)
    rows = ["".join(text for text, _ in sheet.runs(y)) for y in range(height)]
    assert [width_of(row) for row in rows] == [width] * height


@settings(deadline=None, max_examples=20)
@given(companies)
def test_files_can_be_read_again(company: Company) -> None:
    ElementTree.fromstring(to_svg(company))
    assert to_text(company, 60)
    rows = list(csv.reader(StringIO(to_csv(company, CORPUS), newline="")))
    assert len(rows) == 1 + sum(len(one.meetings) for one in company.companions)


def test_the_plain_network_is_ascii_and_names_the_nearest() -> None:
    text = draw(gather(CORPUS, QUILL), 70, 15, plain=True).text()
    assert text.isascii() and "[ Marta Quill ]" in text and "Port Elin" in text
