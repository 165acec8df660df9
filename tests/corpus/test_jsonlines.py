"""`dateline --json` is a contract: it always parses, fits the schema, and points at the words."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from corpus.jsonlines import lines
from corpus.model import (
    Article,
    ArticleId,
    Certainty,
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
    Skipped,
    Span,
    Stated,
    When,
)

ROOT = Path(__file__).resolve().parents[2]
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
NUMBER = st.floats() | st.integers(-(10**18), 10**18).map(float)


@cache
def validator() -> Draft202012Validator:
    schema = json.loads((files("corpus") / "data" / "dateline.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def make(
    text: str = "Two ships left Vladivostok.\nAnna Kim said so.",
    *,
    name: str = "Anna Kim",
    value: float | None = 2.0,
    where: Place | None = None,
    path: str = "reports/port.txt",
    published: Stated | None = None,
) -> Corpus:
    """A corpus of one article with one entity and one fact about the whole text."""
    article = Article(
        ArticleId("a1"),
        path,
        Stated(name, Origin.TEXT),
        text,
        offsets=(0, 28),
        lines=(3, 7),
        published=published,
    )
    whole = Span(0, max(1, len(text)))
    fact = Fact(
        FactId("f1"),
        "quantity",
        article.id,
        Ref(name, mention=0),
        "count",
        (whole,),
        object=Ref(name),
        value=value,
        unit="ships",
        when=When(date(2023, 5, 1), None, name, whole),
        place=Ref(name, mention=0),
        speaker=Ref(name, mention=9),
        hops=1,
        certainty=Certainty.REPORTED,
        hedge=name,
        high=value,
        source=Ref(name, whole, 0, "it: the paper named before"),
        since=When(None, None, name, whole, "open"),
        details=(Detail("via", Ref(name, whole, 0)),),
        tellers=(Ref(name, mention=9),),
    )
    kind = Kind.PERSON if where is None else Kind.PLACE
    entity = Entity(EntityId("e1"), name, kind, (name,), (Sighting(article.id, 0, 28, 36),), where)
    mentions = (Mention(28, 36, kind),)
    return Corpus(
        articles=(article,),
        extracts={article.id: Extract(article.id, mentions=mentions, facts=(fact,))},
        entities=(entity,),
        skipped=(Skipped(path, name or "why"),),
        by_id={article.id: article},
        entity_by_id={entity.id: entity},
        entity_of={(article.id, 0): entity.id},
    )


def refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")


def parsed(corpus: Corpus) -> list[dict[str, Any]]:
    """The objects of the output, each checked against the schema."""
    things = [json.loads(line, parse_constant=refuse) for line in lines(corpus)]
    for thing in things:
        validator().validate(thing)
    return things


def test_the_kinds_of_lines_come_in_order() -> None:
    assert [thing["type"] for thing in parsed(make())] == ["article", "entity", "fact", "skipped"]
    assert list(lines(Corpus())) == []


def test_metadata_that_an_article_lacks_is_null() -> None:
    article = parsed(make())[0]
    assert [article[name] for name in ("publisher", "author", "published", "address")] == [None] * 4
    article = parsed(make(published=Stated("2024-09", Origin.TEXT)))[0]
    assert article["published"] == "2024-09"


def test_fields_that_do_not_apply_are_left_out() -> None:
    fact = parsed(make(value=None))[2]
    assert "value" not in fact
    assert fact["object"] == {"text": "Anna Kim"}
    assert "place" not in parsed(make())[1]


def test_a_known_place_carries_its_position() -> None:
    here = Place("Vladivostok", 43.1, 131.9, "RU", "city")
    _, entity, fact, _ = parsed(make(where=here))
    assert entity["place"] == {"lat": 43.1, "lon": 131.9, "country": "RU"}
    assert fact["place"] == {"text": "Anna Kim", "entity": "e1", **entity["place"]}


def test_references_name_the_entity_that_stands_behind_them() -> None:
    fact = parsed(make())[2]
    assert fact["subject"] == {"text": "Anna Kim", "entity": "e1"}
    assert fact["speaker"] == {"text": "Anna Kim"}


def test_lines_are_those_of_the_original_file() -> None:
    _, entity, fact, _ = parsed(make())
    assert entity["mentions"] == [{"article": "a1", "start": 28, "end": 36, "line": 7}]
    assert fact["evidence"] == [{"start": 0, "end": 45, "line": 3}]


def test_dates_are_intervals_with_open_ends_as_null() -> None:
    assert parsed(make())[2]["date"] == {
        "from": "2023-05-01",
        "to": None,
        "precision": "half open",
        "text": "Anna Kim",
        "basis": "as written",
    }


@given(ANY_TEXT, ANY_TEXT, NUMBER, ANY_TEXT)
def test_any_text_and_number_gives_one_line_of_valid_json_each(
    text: str, name: str, value: float, path: str
) -> None:
    corpus = make(text, name=name, value=value, path=path)
    for line in lines(corpus):
        assert len(line.splitlines()) == 1
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)
        line.encode("utf-8")
    for thing in parsed(corpus):
        if thing["type"] == "fact":
            assert thing.get("value", value) == value or value != value


@given(ANY_TEXT)
def test_offsets_survive_the_way_through_json(text: str) -> None:
    article = parsed(make(text))[0]
    assert len(article["text"]) == len(text)
    assert article["text"].encode("utf-8") == re.sub("[\ud800-\udfff]", "\ufffd", text).encode()


def test_the_examples_of_the_documentation_fit_the_schema() -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    examples = [json.loads(block) for block in re.findall(r"```json\n(.*?)\n```", page, re.S)]
    assert {example["type"] for example in examples} == {"article", "entity", "fact", "skipped"}
    for example in examples:
        validator().validate(example)


def test_the_documentation_names_every_field_of_the_schema() -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    for kind in ("article", "entity", "fact", "skipped"):
        section = page.partition(f"## {kind}\n")[2].partition("\n## ")[0]
        for name in validator().schema["$defs"][kind]["properties"]:  # type: ignore[index]
            assert f'"{name}"' in section or f"`{name}`" in section
