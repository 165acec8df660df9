"""The gazetteer: which names it knows, which place it puts first, and what it does not trust."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpus
from corpus.names.gazetteer import GENERIC, load
from corpus.names.letters import fold
from corpus.names.placenames import bare, key

DATA = Path(corpus.__file__).parent / "data"


@pytest.mark.parametrize(
    ("name", "shown", "feature", "country"),
    [
        ("North Korea", "North Korea", "country", "KP"),
        ("the DPRK", "North Korea", "country", "KP"),
        ("N. Korea", "North Korea", "country", "KP"),
        ("Republic of Korea", "South Korea", "country", "KR"),
        ("U.S.", "United States", "country", "US"),
        ("USA", "United States", "country", "US"),
        ("the UK", "United Kingdom", "country", "GB"),
        ("Burma", "Myanmar", "country", "MM"),
        ("Holland", "Netherlands", "country", "NL"),
        ("Ivory Coast", "Ivory Coast", "country", "CI"),
        ("Côte d'Ivoire", "Ivory Coast", "country", "CI"),
        ("USSR", "Soviet Union", "country", "SU"),
        ("Czechoslovakia", "Czechoslovakia", "country", "CS"),
        ("Cuba’s", "Cuba", "country", "CU"),
        ("Zhejiang Province", "Zhejiang", "division", "CN"),
        ("province of Zhejiang", "Zhejiang", "division", "CN"),
        ("North Hamgyong Province", "North Hamgyong", "division", "KP"),
        ("Hamgyong-bukto", "North Hamgyong", "division", "KP"),
        ("Kursk Oblast", "Kursk Oblast", "division", "RU"),
        ("Cook County", "Cook County", "division", "US"),
        ("Ningbo", "Ningbo", "city", "CN"),
        ("Ningpo", "Ningbo", "city", "CN"),
        ("Ning-po", "Ningbo", "city", "CN"),
        ("NINGBO", "Ningbo", "city", "CN"),
        ("Onsong County", "Onsong", "city", "KP"),
        ("Onsŏng", "Onsong", "city", "KP"),
        ("Musan-gun", "Musan", "city", "KP"),
        ("Ch’ŏngjin", "Chongjin", "city", "KP"),
        ("Hoeryong", "Hoeryong", "city", "KP"),
        ("Shinuiju", "Sinuiju", "city", "KP"),
        ("평양", "Pyongyang", "city", "KP"),
        ("City of London", "City of London", "city", "GB"),
        ("Gangnam", "Gangnam", "city", "KR"),
        ("Manhattan", "Manhattan", "city", "US"),
        ("Saigon", "Ho Chi Minh City", "city", "VN"),
        ("St Petersburg", "Saint Petersburg", "city", "RU"),
        ("České Budějovice", "České Budějovice", "city", "CZ"),
        ("Ceske Budejovice", "České Budějovice", "city", "CZ"),
        ("Birżebbuġa", "Birżebbuġa", "city", "MT"),
        ("Asmara", "Asmara", "city", "ER"),
        ("Lodz", "Łódź", "city", "PL"),
        ("Hawaii", "Hawaii", "division", "US"),
        ("Middle East", "Middle East", "region", ""),
        ("Mt. Paektu", "Mount Paektu", "region", "KP"),
        ("Tumen River", "Tumen", "water", "KP"),
        ("River Thames", "Thames", "water", "GB"),
        ("South China Sea", "South China Sea", "water", ""),
    ],
)
def test_the_place_that_comes_first(name: str, shown: str, feature: str, country: str) -> None:
    places = load().find(name)
    assert places, name
    assert (places[0].name, places[0].feature, places[0].country) == (shown, feature, country)
    assert load().has(name)


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Pyongyang", 39.0, 125.8),
        ("Hyesan", 41.4, 128.2),
        ("Havana", 23.1, -82.4),
        ("Vladivostok", 43.1, 131.9),
        ("Sydney", -33.9, 151.2),
        ("Fiji", -17.8, 178.2),
    ],
)
def test_positions(name: str, lat: float, lon: float) -> None:
    place = load().find(name)[0]
    assert abs(place.lat - lat) < 1
    assert abs(place.lon - lon) < 1


def test_the_larger_place_comes_first_and_countries_lead() -> None:
    assert [place.feature for place in load().find("Georgia")[:2]] == ["country", "division"]
    assert load().find("London")[0].country == "GB"
    assert load().find("New York")[0].feature == "city"
    assert load().find("Quebec")[0].feature == "division"
    assert load().find("Washington")[0].division == "DC"


@pytest.mark.parametrize(
    "name", ["", "Incheon Airport", "Kim Chaek", "us", "Xyzzyville", "Wall", "-", "Mr.", "Ohio Sea"]
)
def test_what_is_no_place_of_the_table(name: str) -> None:
    assert not load().has(name)
    assert load().find(name) == ()


def test_a_pair_of_city_and_state_chooses_the_city_inside() -> None:
    choose = load().choose
    for pair, division in (("Springfield, Ill.", "IL"), ("Springfield, Missouri", "MO")):
        place = choose(pair)
        assert place is not None
        assert place.division == division
    place = choose("Tbilisi", within="Georgia")
    assert place is not None
    assert place.country == "GE"
    place = choose("Atlanta", within="Georgia")
    assert place is not None
    assert place.country == "US"
    assert choose("Havana", within="Norway") is None


def test_the_rest_of_the_article_decides_between_places() -> None:
    def country(name: str, *context: str) -> str:
        place = load().choose(name, context)
        assert place is not None
        return place.country

    assert country("Paris") == "FR"
    assert country("Paris", "United States") == "FR"
    assert country("Paris", "Texas", "Oklahoma") == "US"
    assert country("Birmingham", "United States", "Alabama") == "US"
    assert country("Birmingham", "Britain") == "GB"
    assert country("Cordoba", "Spanish", "Andalusia") == "ES"
    assert country("Georgia", "United States", "Russian") == "GE"
    assert country("Georgia", "United States", "Alabama") == "US"


@pytest.mark.parametrize(
    "name",
    ["Of", "Reading", "Nice", "Mobile", "Bath", "Split", "Orange", "Victoria", "Jordan", "Chad",
     "Georgia", "Kim", "Park", "Sydney", "Florence", "Lincoln", "Washington", "Houston", "Man",
     "The Kim"],
)  # fmt: skip
def test_words_and_names_of_people_are_doubtful(name: str) -> None:
    assert load().doubtful(name)


@pytest.mark.parametrize(
    "name",
    ["Cuba", "North Korea", "Pyongyang", "Ningbo", "London", "Havana", "Moscow", "Berlin", "US",
     "Seoul", "Onsong", "Zhejiang", "Hong Kong", "Asmara", "Brno", "Valletta", "평양", "Boston"],
)  # fmt: skip
def test_names_that_only_places_bear_are_trusted(name: str) -> None:
    assert not load().doubtful(name)


def test_generic_words_say_what_they_make_of_a_name() -> None:
    assert GENERIC["Province"] == "division"
    assert GENERIC["River"] == "water"
    assert GENERIC["Street"] == "site"
    assert bare("Lake Baikal") == ("baikal", "water")
    assert bare("Province") is None
    assert key("the St. Louis") == "saint louis"


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_any_text_may_be_asked_for(text: str) -> None:
    gazetteer = load()
    found = gazetteer.find(text)
    assert gazetteer.has(text) == bool(found)
    chosen = gazetteer.choose(text, [text, "Cuba"])
    assert chosen is None or chosen.name
    assert isinstance(gazetteer.doubtful(text), bool)
    for place in found:
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.sampled_from(["Havana", "Hong Kong", "Pyongyang", "Cap-Haïtien", "South Korea", "Łódź"]))
def test_case_and_article_do_not_matter(name: str) -> None:
    expected = load().find(name)
    assert expected
    for variant in (name.upper(), name.lower(), f"the {name}", f" {name} "):
        assert load().find(variant) == expected


def test_every_place_is_found_under_the_name_it_shows() -> None:
    gazetteer = load()
    assert len(gazetteer) > 40_000
    for name in ("Vietnam", "Nampo", "Kharkiv", "Dandong", "Yanji", "Sliema", "Massawa"):
        assert any(fold(place.name) == fold(name) for place in gazetteer.find(name)), name


def test_the_table_stays_small() -> None:
    assert sum(path.stat().st_size for path in DATA.glob("gazetteer.*")) < 1_000_000
    assert sum(path.stat().st_size for path in DATA.glob("given_names.*")) <= 300_000
