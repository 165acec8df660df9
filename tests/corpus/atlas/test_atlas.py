"""The map: journeys with their grounds, and nothing ever drawn outside of the sheet."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.atlas import (
    Atlas,
    Camera,
    Leg,
    Spot,
    coast,
    draw,
    fitted,
    gather,
    to_csv,
    to_svg,
    to_text,
)
from corpus.atlas.camera import arc
from corpus.drawing.sheet import width_of
from corpus.model import (
    Article,
    ArticleId,
    Corpus,
    Detail,
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
    Span,
    Stated,
    When,
)

TEXT = "Ana Sol left Lima in May 2019. Ana Sol had moved to Oslo. Ana Sol fled from Oslo to Lima."
NAMES = {"Ana Sol": Kind.PERSON, "Lima": Kind.PLACE, "Oslo": Kind.PLACE}
PLACES = {
    "Lima": Place("Lima", -12.05, -77.04, "PE", "city"),
    "Oslo": Place("Oslo", 59.91, 10.75, "NO", "city"),
}
ID = ArticleId("ana")
MAY = When(date(2019, 5, 1), date(2019, 5, 31), "May 2019", Span(21, 29))


def ref(name: str, within: Span) -> Ref:
    at = TEXT.index(name, within.start)
    return Ref(name, Span(at, at + len(name)), next(
        number for number, mention in enumerate(MENTIONS) if mention.start == at))  # fmt: skip


MENTIONS = tuple(sorted(
    Mention(at, at + len(name), kind)
    for name, kind in NAMES.items()
    for at in range(len(TEXT)) if TEXT.startswith(name, at)
))  # fmt: skip
SENTENCES = (Span(0, 30), Span(31, 57), Span(58, len(TEXT)))


def move(number: int, place: str, when: When | None = None, **details: str) -> Fact:
    within = SENTENCES[number]
    said = tuple(
        Detail(role.strip("_"), ref(words, within) if words in NAMES else Ref(words))
        for role, words in details.items()
    )
    return Fact(FactId(str(number)), "move", ID, ref("Ana Sol", within), "went", (within,),
                place=ref(place, within), when=when, details=said)  # fmt: skip


def corpus(*facts: Fact) -> Corpus:
    article = Article(ID, "ana.txt", Stated("Ana", Origin.TEXT), TEXT,
                      published=Stated("2021-01-01", Origin.TEXT))  # fmt: skip
    entities = []
    for name, kind in NAMES.items():
        seen = tuple(
            Sighting(ID, number, mention.start, mention.end)
            for number, mention in enumerate(MENTIONS)
            if TEXT[mention.start : mention.end] == name
        )
        entities.append(Entity(EntityId(name), name, kind, (name,), seen, PLACES.get(name)))
    return Corpus(
        (article,), {ID: Extract(ID, SENTENCES, MENTIONS, facts=facts)}, tuple(entities),
        by_id={ID: article}, entity_by_id={one.id: one for one in entities},
        entity_of={(ID, seen.mention): one.id for one in entities for seen in one.sightings},
        facts_about={EntityId("Ana Sol"): facts},
    )  # fmt: skip


LEFT = move(0, "Lima", MAY, to="Lima", stage="departure")
MOVED = move(1, "Oslo", to="Oslo")
FLED = move(2, "Oslo", from_="Oslo", to="Lima", stage="departure")


def test_a_departure_and_an_arrival_are_joined_and_say_so() -> None:
    found = gather(corpus(LEFT, MOVED))
    (leg,) = found.legs
    assert (leg.who, leg.origin.name, leg.target.name) == ("Ana Sol", "Lima", "Oslo")
    assert "inferred" in leg.basis and leg.facts == (LEFT, MOVED)
    assert leg.told[1].of(TEXT) == "Ana Sol left Lima in May 2019."
    assert [(spot.entity.name, spot.mentions) for spot in found.spots] == [("Lima", 2), ("Oslo", 2)]
    assert gather(corpus(LEFT, MOVED), EntityId("Ana Sol")).legs == found.legs


def test_a_journey_told_whole_needs_no_joining() -> None:
    (leg,) = gather(corpus(FLED)).legs
    assert (leg.origin.name, leg.target.name, leg.basis) == ("Oslo", "Lima", "")


def test_a_departure_alone_is_no_journey() -> None:
    assert gather(corpus(LEFT)).legs == () and gather(corpus(MOVED)).legs == ()
    assert gather(corpus(LEFT, MOVED), cancelled=lambda: True) == Atlas()


lats, lons = st.floats(-90, 90), st.floats(-180, 180)
positions = st.tuples(lats, lons)
cameras = st.builds(Camera.of, st.floats(-99, 99), st.floats(-999, 999), st.floats(1e-4, 9))


def atlas_of(places: list[tuple[float, float]]) -> Atlas:
    entities = [
        Entity(EntityId(str(n)), f"é 리 {n}", Kind.PLACE, (), (), Place(str(n), *at, "", "city"))
        for n, at in enumerate(places)
    ]
    spots = tuple(
        Spot(one, *at, number, 1)
        for number, (one, at) in enumerate(zip(entities, places, strict=True))
    )
    facts = (LEFT,)
    legs = tuple(Leg("x", None, a, b, facts) for a in entities[:3] for b in entities[:3] if a != b)
    return Atlas(spots, legs, 1)


@settings(deadline=None, max_examples=60)
@given(st.lists(positions, max_size=9), cameras, st.integers(0, 40), st.integers(0, 12), st.data())
def test_nothing_is_drawn_outside(
    places: list[tuple[float, float]], camera: Camera, width: int, height: int, data: st.DataObject
) -> None:
    atlas = atlas_of(places)
    chosen = data.draw(st.sampled_from([None, *atlas.spots, *atlas.legs]))
    for plain in (False, True):
        sheet = draw(atlas, camera, width, height, chosen, plain=plain)
        rows = ["".join(text for text, _ in sheet.runs(y)) for y in range(height)]
        assert [width_of(row) for row in rows] == [width] * height


@settings(deadline=None, max_examples=60)
@given(st.lists(positions, min_size=1, max_size=9), st.integers(8, 300), st.integers(8, 300))
def test_the_fitted_camera_shows_every_place(
    places: list[tuple[float, float]], width: int, height: int
) -> None:
    camera = fitted(places, width, height)
    if camera.scale >= 4 or any(abs(lat) > 80 for lat, _ in places):
        return
    for place in places:
        x, y = camera.dot(place, width, height)
        assert -1 <= x <= width + 1 and -1 <= y <= height + 1


@settings(deadline=None, max_examples=60)
@given(positions, positions)
def test_an_arc_leads_from_end_to_end(start: tuple[float, float], end: tuple[float, float]) -> None:
    lat, lon = arc(start, end)
    assert len(lat) == len(lon) and np.isfinite(lat).all() and np.isfinite(lon).all()
    assert abs(lat[0] - start[0]) < 1e-4 and abs(lat[-1] - end[0]) < 1e-4


def test_the_coasts_are_where_they_are() -> None:
    lat, lon, goes_on, border = coast.outlines()
    assert len(lat) == len(lon) == len(goes_on) == len(border) > 20_000
    assert np.abs(lat).max() <= 90 and np.abs(lon).max() <= 180.01
    near = (np.abs(lat - 35.1) < 0.4) & (np.abs(lon - 129.1) < 0.4)
    assert near.any()  # Busan lies on the sea
    inland = (np.abs(lat - 55) < 3) & (np.abs(lon - 92) < 3)
    assert not (inland & ~border).any()  # Krasnoyarsk does not
    assert (border & (np.abs(lat - 38.3) < 0.3) & (np.abs(lon - 127.2) < 0.5)).any()


def test_a_journey_over_the_date_line_leaves_on_one_side_and_comes_in_on_the_other() -> None:
    atlas = atlas_of([(35.0, 140.0), (37.0, -122.0)])
    row = draw(atlas, Camera.of(30, 0, 2.2), 80, 24).text()
    assert not any("─" * 40 in line for line in row.splitlines())


@settings(deadline=None, max_examples=60)
@given(st.lists(positions, max_size=4))
def test_files_can_be_read_again(places: list[tuple[float, float]]) -> None:
    atlas = atlas_of(places)
    rows = list(csv.reader(StringIO(to_csv(atlas, corpus()), newline="")))
    assert len({len(row) for row in rows}) == 1 and len(rows) == 1 + len(places) + len(atlas.legs)
    ElementTree.fromstring(to_svg(atlas, Camera.of(0, 0, 0.3)))
    assert "without a position" in to_text(atlas, width=40, height=9)


def test_a_plain_map_is_ascii() -> None:
    places = [(35.0, 140.0), (37.0, -122.0)]
    assert draw(Atlas(), fitted(places, 80, 80), 40, 20, plain=True).text().isascii()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_an_atlas_of_little_can_be_drawn(count: int) -> None:
    atlas = atlas_of([(1.0, 2.0)] * count)
    assert draw(atlas, fitted([(1.0, 2.0)] * count, 80, 80), 40, 20).text()
