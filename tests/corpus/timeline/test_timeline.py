"""The timeline: what stands on it, and that no date ever falls outside of its row."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from io import StringIO
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import (
    Article,
    ArticleId,
    Corpus,
    Extract,
    Fact,
    FactId,
    Origin,
    Ref,
    Span,
    Stated,
    When,
)
from corpus.timeline import (
    LAG,
    Moment,
    Scale,
    Timeline,
    Window,
    axis,
    bar,
    fitted,
    gather,
    to_csv,
    to_svg,
    to_text,
)
from corpus.timeline.export import named, waited
from corpus.timeline.moments import made
from corpus.timeline.scale import EARLIEST, LATEST, STEPS, labelled

TEXT = "The bridge fell in May 2019. The bridge was built in 1931. Nobody knows why."
ARTICLE = Article(
    ArticleId("bridge"), "bridge.txt", Stated("The bridge", Origin.TEXT), TEXT,
    published=Stated("2020-02-02", Origin.TEXT),
)  # fmt: skip


def fact(number: int, relation: str, when: When | None, kind: str = "event") -> Fact:
    return Fact(FactId(f"f{number}"), kind, ArticleId("bridge"), Ref("The bridge", Span(0, 10)),
                relation, (Span(0, 28),), when=when)  # fmt: skip


def when(first: date | None, last: date | None) -> When:
    return When(first, last, "then", Span(0, 4))


def corpus(*facts: Fact) -> Corpus:
    return Corpus(
        (ARTICLE,), {ARTICLE.id: Extract(ARTICLE.id, facts=facts)}, by_id={ARTICLE.id: ARTICLE}
    )


MAY = when(date(2019, 5, 1), date(2019, 5, 31))
THIRTIES = when(date(1931, 1, 1), date(1931, 12, 31))

days = st.dates()
ends = st.one_of(st.none(), days)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    def interval() -> tuple[date | None, date | None]:
        first, last = draw(ends), draw(ends)
        if first is None and last is None:
            first = draw(days)
        if first is not None and last is not None and last < first:
            first, last = last, first
        return first, last

    public = interval() if draw(st.booleans()) else None
    kind = LAG if public else "event"
    return Moment(
        draw(st.text("aé리\x1b<=&", max_size=20)),
        kind,
        interval(),
        "x",
        (fact(0, "fell", MAY),),
        public,
    )


windows = st.builds(Window.of, st.integers(-10, LATEST), st.integers(-10, LATEST))


def test_what_is_told_twice_stands_once_and_the_undated_are_counted() -> None:
    found = gather(
        corpus(fact(0, "fell", MAY), fact(1, "fell", MAY), fact(2, "was built", THIRTIES),
               fact(3, "rusts", None))
    )  # fmt: skip
    assert [(m.text, named(m), len(m.facts)) for m in found.moments] == [
        ("The bridge was built", "1931", 1),
        ("The bridge fell", "2019-05", 2),
    ]
    assert found.undated == 1
    article, span = found.moments[1].target
    assert span.of(TEXT) == "The bridge fell in May 2019." and article == "bridge"


def test_an_asked_to_stop_gathering_stops() -> None:
    assert gather(corpus(fact(0, "fell", MAY)), cancelled=lambda: True).moments == ()


def test_a_day_is_a_point_an_interval_a_bar_and_an_open_end_an_arrow() -> None:
    scale = Scale(Window(date(2019, 1, 1).toordinal(), date(2020, 1, 1).toordinal()), 12)

    def row(first: date | None, last: date | None, public: date | None = None) -> str:
        known = (public, public) if public else None
        one = Moment("x", LAG if public else "event", (first, last), "", (), known)
        return bar(one, scale)

    assert row(date(2019, 3, 9), date(2019, 3, 9)) == "  ●         "
    assert row(date(2019, 3, 5), date(2019, 3, 20)) == "  ○         "
    assert row(date(2019, 3, 9), date(2019, 6, 9)) == "  ├──┤      "
    assert row(date(2019, 3, 9), None) == "  ●▸        "
    assert row(None, date(2019, 3, 9)) == " ◂●         "
    assert row(date(1999, 3, 9), date(1999, 3, 9)) == "◂           "
    assert row(date(2031, 3, 9), date(2031, 3, 9)) == "           ▸"
    assert row(date(1999, 1, 1), date(2031, 1, 1)) == "◂──────────▸"
    assert row(date(2019, 3, 9), date(2019, 3, 9), date(2019, 9, 9)) == "  ●╌╌╌╌╌▶   "


def test_a_plain_bar_holds_ascii_alone() -> None:
    scale = Scale(Window(date(2019, 1, 1).toordinal(), date(2020, 1, 1).toordinal()), 12)
    one = Moment("x", LAG, (date(2019, 3, 9), date(2019, 4, 20)), "", (), (date(2019, 9, 9),) * 2)
    assert bar(one, scale, plain=True) == "  []....!   "


def test_every_moment_counts_one_however_long_it_is() -> None:
    found = made(
        [
            Moment("a", "event", (date(2019, 1, 1), date(2019, 12, 31)), "", ()),
            Moment("b", "event", (date(2019, 7, 1), date(2019, 7, 1)), "", ()),
        ],
        0,
    )
    year = [date(2019, month, 1).toordinal() for month in range(1, 13)]
    year.append(date(2020, 1, 1).toordinal())
    shares = [found.density.between(*pair) for pair in pairwise(year)]
    assert sum(shares) == pytest.approx(2)
    assert shares[6] == pytest.approx(1 + 31 / 365)


@settings(deadline=None, max_examples=60)
@given(st.lists(moments(), max_size=8), windows, st.integers(0, 90), st.booleans())
def test_nothing_is_drawn_outside(
    found: list[Moment], window: Window, width: int, plain: bool
) -> None:
    scale = Scale(window, width)
    assert all(len(bar(moment, scale, plain=plain)) == width for moment in found)
    for height in (0, 1, 2, 5):
        sheet, _, most = axis(made(found, 0), scale, height, plain=plain)
        rows = sheet.text().splitlines() if height else []
        assert len(rows) == height and all(len(row) <= width for row in rows)
        assert most >= 0


@settings(deadline=None, max_examples=60)
@given(windows, st.floats(0.01, 100), st.one_of(st.none(), st.floats(-1e7, 1e7)), st.floats(-9, 9))
def test_a_window_stays_in_the_calendar(
    window: Window, factor: float, around: float | None, share: float
) -> None:
    for one in (window, window.zoomed(factor, around), window.panned(share)):
        assert EARLIEST <= one.start < one.end <= LATEST and one.length >= 8
    inside = (window.start + window.end) // 2
    zoomed = window.zoomed(0.5, inside)
    assert zoomed.start <= inside <= zoomed.end


@settings(deadline=None, max_examples=60)
@given(st.lists(moments(), min_size=1, max_size=30))
def test_the_fitted_window_shows_all_of_a_few(found: list[Moment]) -> None:
    window = fitted(found)
    assert all(window.meets(*moment.reach) for moment in found)
    inside, before, after = made(found, 0).within(window.start, window.end)
    assert len(inside) == len(found) and before == after == 0


@settings(deadline=None, max_examples=60)
@given(windows, st.sampled_from(STEPS))
def test_divisions_rise_and_stay_in_the_window(window: Window, division: object) -> None:
    step = division if isinstance(division, type(STEPS[0])) else STEPS[0]
    if window.length / step.days > 4000:
        return
    found = list(step.days_in(window))
    assert found == sorted(set(found))
    assert all(day < window.end for day in found)


@settings(deadline=None, max_examples=60)
@given(windows, st.integers(10, 300))
def test_labels_stand_clear(window: Window, width: int) -> None:
    scale = Scale(window, width)
    step = labelled(scale)
    cells = [scale.cell(day) for day in step.days_in(window)]
    gaps = [b - a for a, b in pairwise(cells)]
    assert all(gap >= 5 for gap in gaps[1:]) or step is STEPS[-1]


@settings(deadline=None, max_examples=60)
@given(st.lists(moments(), max_size=8))
def test_files_can_be_read_again(found: list[Moment]) -> None:
    line = made(found, 3)
    rows = list(csv.reader(StringIO(to_csv(line, corpus()), newline="")))
    assert len(rows) == 1 + len(found)
    assert all(len(row) == len(rows[0]) for row in rows)
    ElementTree.fromstring(to_svg(line, title="<&\x00"))
    text = to_text(line, width=80)
    assert text.isprintable() or "\n" in text
    assert "3 facts have no date" in text


def test_an_empty_timeline_can_be_drawn_and_saved() -> None:
    empty = Timeline()
    assert axis(empty, Scale(fitted(()), 40), 5)[2] == 0
    assert to_text(empty) and to_svg(empty) and to_csv(empty, corpus()).startswith("first,")


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [(1, 1, "1 day"), (3, 3, "3 days"), (3, 9, "3–9 days"), (1500, None, "1,500 days or more")],
)
def test_how_long_it_was_unknown(least: int, most: int | None, told: str) -> None:
    day = date(2020, 1, 1)
    known = (day + timedelta(9),) * 2
    assert waited(Moment("x", LAG, (day, day), "", (), known, least, most)) == told
    assert waited(Moment("x", "event", (day, day), "", ())) == ""
