"""Every format is what other programs take, and acts on nothing that a document says."""

from __future__ import annotations

import csv as tables
import io
import json
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpus.errors import DatelineError
from corpus.export import FORMATS, Setting, export
from corpus.export.bibtex import address, tex
from corpus.export.csv import TABLES, cell
from corpus.export.icalendar import escaped as ical
from corpus.export.icalendar import folded
from corpus.export.markdown import escaped
from corpus.export.xml import attribute
from corpus.model import Article, ArticleId, Corpus, Kind, Origin, Stated
from tests.corpus.export import sample

HOSTILE = '=cmd|"/c calc"!A0 {x}\\ $y_% <script>&amp; ]]> #1 \u2028 "quoted"; a, b\n- [l](j:s)'


def hostile() -> Corpus:
    """An article whose every word of its own is meant to act."""
    said = Stated(HOSTILE, Origin.TEXT)
    article = Article(ArticleId("h1"), HOSTILE, said, HOSTILE, said, said, None, said)
    return Corpus(articles=(article,), by_id={article.id: article})


def text(name: str, setting: Setting | None = None) -> str:
    return "".join(export(sample.corpus(), name, setting))


@pytest.mark.parametrize("name", FORMATS)
def test_exports_do_not_change_from_run_to_run(name: str) -> None:
    assert text(name) == text(name)
    assert str(date.today().year) not in text(name).replace("2021", "")


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_corpus_can_be_exported(name: str) -> None:
    assert isinstance("".join(export(Corpus(), name)), str)


def test_an_unknown_format_or_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        export(Corpus(), "xls")
    with pytest.raises(DatelineError, match="nothing"):
        "".join(export(Corpus(), "csv", Setting(table="nothing")))


@pytest.mark.parametrize("table", TABLES)
def test_tables_have_a_row_for_everything(table: str) -> None:
    corpus = sample.corpus()
    rows = list(tables.reader(io.StringIO(text("csv", Setting(table=table)))))
    expected = {
        "facts": len(corpus.facts), "articles": 2, "entities": len(corpus.entities),
        "mentions": sum(len(one.sightings) for one in corpus.entities),
    }  # fmt: skip
    assert len(rows) == expected[table] + 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_the_evidence_of_a_row_stands_in_the_text() -> None:
    for row in tables.DictReader(io.StringIO(text("csv"))):
        article = sample.corpus().by_id[ArticleId(row["article"])]
        words = " ".join(article.text[int(row["start"]) : int(row["end"])].split())
        assert row["evidence"].startswith(words)


@given(st.text())
@example("=1+1")
@example(" @SUM(A1)")
@example("\t=1")
@example("-5")
def test_no_cell_is_a_formula(value: str) -> None:
    made = str(cell(value, guard=True))
    assert not made.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    plain = value.replace("\0", "\ufffd")
    assert made in (plain, f"'{plain}")
    assert cell(value, guard=False) == value.replace("\0", "\ufffd")
    out = io.StringIO()
    tables.writer(out).writerow([made])
    assert next(tables.reader(io.StringIO(out.getvalue(), newline="")), [""]) == [made]


def test_numbers_stay_numbers() -> None:
    assert cell(-5.0, guard=True) == -5
    assert cell(float("nan"), guard=True) == ""


def test_json_lines_are_the_model() -> None:
    from corpus.jsonlines import lines

    assert text("jsonl").splitlines() == list(lines(sample.corpus()))


MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
@example("1. x")
@example("- x")
@example("# x")
@example("[^1]: x")
@example("![a](b) <img src=x> &lt; `c` **d** ~~e~~ | f |")
@example("http://x.example www.x.example")
@example("\\*")
def test_markdown_shows_words_as_they_are(words: str) -> None:
    squeezed = " ".join(words.split())
    tokens = MARKDOWN.parse(f"- {escaped(words)} (x)")
    shown = [t for t in tokens if t.type == "inline"]
    assert {t.type for t in tokens} <= {
        "bullet_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close",
        "list_item_close", "bullet_list_close",
    }  # fmt: skip
    assert {c.type for t in shown for c in t.children or ()} <= {"text", "text_special"}
    assert "".join(c.content for t in shown for c in t.children or ()) == f"{squeezed} (x)".strip()


def test_every_footnote_is_there_and_holds_evidence() -> None:
    for setting in (Setting(), Setting(about=sample.entity("Anna Vella"))):
        report = text("markdown", setting)
        marks = {int(n) for n in re.findall(r"\[\^(\d+)\](?!:)", report)}
        notes = {int(n) for n in re.findall(r"^\[\^(\d+)\]:", report, re.M)}
        assert marks == notes == set(range(1, len(notes) + 1))
        for line in re.findall(r"^\[\^\d+\]: “(.*?)” — ", report, re.M):
            said = re.sub(r"\\(.)", r"\1", line)
            assert any(
                said.split(" … ")[0] in " ".join(a.text.split()) for a in sample.corpus().articles
            )
    assert "# Anna Vella" in text("markdown", Setting(about=sample.entity("Anna Vella")))


@given(st.text())
@example(HOSTILE)
@example("a { b")
def test_tex_is_in_balance_and_in_one_line(words: str) -> None:
    made = tex(words)
    depth = 0
    for number, character in enumerate(made):
        if character in "{}":
            assert not number or made[number - 1] != "\\"
            depth += 1 if character == "{" else -1
        assert depth >= 0
    assert depth == 0
    assert len(made.splitlines()) <= 1
    assert not re.search(r"(?<!\\)[$&#%_]", made)
    assert "\\" not in address(words) and "{" not in address(words)


def test_every_source_has_an_entry_with_its_data() -> None:
    entries = text("bibtex")
    assert entries.count("@misc{dateline-") == 2
    assert r"howpublished = {Harbour \& Post}" in entries
    assert "url = {https://post.example/2021/anna-vella?x=1&y=50%25}" in entries
    items = json.loads(text("csl-json"))
    assert [item["issued"] for item in items] == [
        {"date-parts": [[2021, 3, 4]]}, {"date-parts": [[2021, 5]]},
    ]  # fmt: skip
    assert items[0]["author"] == [{"literal": "Pia Zammit"}]


def test_hostile_words_are_kept_and_harmless() -> None:
    corpus = hostile()
    for name in ("csl-json", "geojson", "timelinejs"):
        json.loads("".join(export(corpus, name)))
    for name in ("gexf", "graphml"):
        fromstring("".join(export(corpus, name)))
    (row,) = tables.DictReader(
        io.StringIO("".join(export(corpus, "csv", Setting(table="articles"))))
    )
    assert row["title"] == f"'{HOSTILE}"
    raw = "".join(export(corpus, "csv", Setting(table="articles", guard=False)))
    assert next(tables.DictReader(io.StringIO(raw, newline="")))["title"] == HOSTILE


def test_geojson_has_the_places_with_their_sources() -> None:
    found = json.loads(text("geojson"))
    places = {one["id"]: one for one in found["features"]}
    known = {e.id: e for e in sample.corpus().entities if e.kind is Kind.PLACE and e.place}
    assert set(places) == set(known)
    for id_, feature in places.items():
        lon, lat = feature["geometry"]["coordinates"]
        place = known[id_].place
        assert place is not None
        assert (lat, lon) == (place.lat, place.lon)
        assert feature["properties"]["sources"]


@given(st.text(st.characters(codec="utf-8")))
@example("é" * 100)
@example("x" * 75)
@example("😀" * 40)
def test_lines_of_a_calendar_are_folded_and_come_back(words: str) -> None:
    line = folded(f"SUMMARY:{ical(words)}")
    assert all(len(piece.encode()) <= 75 for piece in line.split("\r\n"))
    assert line.endswith("\r\n")
    value = line.replace("\r\n ", "").removesuffix("\r\n").removeprefix("SUMMARY:")
    assert "\n" not in value and "\r" not in value
    back = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], value)
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    assert back == re.sub("[\x00-\x08\x0b-\x1f\x7f]", "\ufffd", plain)


def test_the_calendar_is_read_by_its_library() -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(text("icalendar"))
    events = [one for one in calendar.walk() if one.name == "VEVENT"]
    assert events
    starts = {str(one["DTSTART"].dt) for one in events}
    assert "2021-03-06" in starts
    for one in events:
        assert one["DTEND"].dt > one["DTSTART"].dt
        assert not one.errors
    assert len({str(one["UID"]) for one in events}) == len(events)


def test_timelinejs_has_a_slide_for_each_dated_happening() -> None:
    found = json.loads(text("timelinejs"))
    dated = [f for f in sample.corpus().facts if f.when and (f.when.first or f.when.last)
             and f.kind not in ("quotation", "claim")]  # fmt: skip
    assert len(found["events"]) == len(dated)
    assert {"year": 2021, "month": 3, "day": 6} in [one["start_date"] for one in found["events"]]
    assert "<" not in re.sub(r"</?p>", "", "".join(one["text"]["text"] for one in found["events"]))


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_nets_name_who_is_named_together(name: str) -> None:
    root = fromstring(text(name))
    bare = [element.tag.rpartition("}")[2] for element in root.iter()]
    people = [one for one in sample.corpus().entities if one.kind is not Kind.PLACE]
    assert bare.count("node") == len(people)
    ids = {one.get("id") for one in root.iter() if one.tag.endswith("}node")}
    ends = [
        (one.get("source"), one.get("target")) for one in root.iter() if one.tag.endswith("}edge")
    ]
    assert ends and {end for pair in ends for end in pair} <= ids
    pair = tuple(sorted((sample.entity("Anna Vella"), sample.entity("Mario Borg"))))
    assert pair in ends


@given(st.text())
@example("\0\x0b\ufffe<&\"'")
def test_any_text_is_an_attribute(words: str) -> None:
    words = words.encode("utf-8", "replace").decode()
    element = ElementTree.fromstring(f"<a b={attribute(words)}/>")
    assert element.get("b") is not None
    assert len(element.get("b") or "") == len(words)


def test_followthemoney_keeps_every_entity_and_its_sources() -> None:
    ftm = pytest.importorskip("followthemoney")
    from corpus.export.ftm import article_id, entity_id

    corpus = sample.corpus()
    proxies = {}
    for line in text("ftm").splitlines():
        proxy = ftm.model.get_proxy(json.loads(line), cleaned=False)
        assert proxy.schema is not None
        proxy.schema.validate(proxy.to_dict())
        again = ftm.model.get_proxy(json.loads(json.dumps(proxy.to_dict())))
        assert again.to_dict() == proxy.to_dict()
        given_ = {k: set(v) for k, v in json.loads(line)["properties"].items()}
        kept = {k: set(v) for k, v in proxy.to_dict()["properties"].items()}
        assert set(given_) == set(kept), "the library threw a property away"
        assert proxy.id not in proxies
        proxies[proxy.id] = proxy
    for article in corpus.articles:
        assert proxies[article_id(article.id)].first("title") == article.title.value
    for one in corpus.entities:
        proxy = proxies[entity_id(one.id)]
        assert proxy.first("name") == one.name
        assert set(proxy.get("proof")) == {article_id(seen.article) for seen in one.sightings}
        assert set(one.spellings) <= {*proxy.get("name"), *proxy.get("alias")}
    for proxy in proxies.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in proxies, (proxy.schema.name, prop.name)
                assert proxies[value].schema.is_a(prop.range)
    kinds = {proxy.schema.name for proxy in proxies.values()}
    assert kinds >= {"Article", "Person", "Organization", "Address", "Mention", "Event"}


def test_relations_stand_where_facts_give_them() -> None:
    pytest.importorskip("followthemoney")
    things = [json.loads(line) for line in text("ftm").splitlines()]
    wanted = {"Family", "Membership", "Directorship", "Occupancy", "UnknownLink"}
    relations = [one for one in things if one["schema"] in wanted]
    assert relations
    for one in relations:
        assert one["properties"]["proof"] and one["properties"]["summary"]


def test_an_open_date_is_exported_with_the_end_that_it_has() -> None:
    corpus = sample.corpus()
    fact = next(f for f in corpus.facts if f.when is not None and f.when.first is not None)
    assert fact.when is not None
    open_ = replace(fact, when=replace(fact.when, last=None))
    extract = replace(corpus.extracts[fact.article], facts=(open_,))
    one = replace_corpus(corpus, fact.article, extract)
    for name in FORMATS:
        assert "".join(export(one, name))


def replace_corpus(corpus: Corpus, article: ArticleId, extract: object) -> Corpus:
    held = {**corpus.extracts, article: extract}
    return Corpus(
        corpus.articles, held, corpus.entities, corpus.skipped, corpus.by_id,  # type: ignore[arg-type]
        corpus.entity_by_id, corpus.entity_of, corpus.entities_in, corpus.facts_about,
    )  # fmt: skip
