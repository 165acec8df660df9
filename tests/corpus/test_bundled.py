"""The bundled briefs are well formed, say where they come from and add nothing to it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tomli
import yaml

ROOT = Path(__file__).resolve().parents[2]
BRIEFS = sorted(path for path in (ROOT / "corpus" / "articles").iterdir() if path.is_file())
SOURCES = ROOT.parent / "shared" / "sources"
SOURCE_OF = {"2016-04": "000_", "2024-09-03": "001_", "2019-03": "002_"}
"""The date of a report, as a brief states it → the start of that report's file name."""

NUMBER_WORDS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
    "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
    "fifty": "50", "hundred": "100", "thousand": "1000", "million": "1000000",
}  # fmt: skip
COUNTED_BY_THE_WRITER = 4
"""Up to this, a number word may count what the brief itself lists ("three reasons")."""

LONGEST_RUN = 8
"""So many words in a row may equal the report's, in a quotation too; one more is copying."""

brief = pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)


def split_brief(path: Path) -> tuple[dict[str, Any], str]:
    """The front matter of a brief and its text."""
    raw = path.read_text(encoding="utf-8")
    fence = raw[:3]
    head, closed, body = raw[4:].partition(f"\n{fence}\n")
    assert fence in ("+++", "---") and raw[3] == "\n" and closed
    if fence == "+++":
        return tomli.loads(head), body
    data = yaml.load(head, Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data, body


def tokens(text: str) -> list[str]:
    """The words of a text, split as finely as possible, without case."""
    return re.findall(r"[^\W_]+", text.casefold())


def runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    """Every run of `length` words."""
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def straight(text: str) -> str:
    """The text in lower case with straight quotation marks and single spaces."""
    plain = text.translate(str.maketrans("“”‘’", "\"\"''"))
    return " ".join(plain.casefold().split())


def digits(text: str) -> set[str]:
    """Every number written in digits, without the commas that group them."""
    return {found.replace(",", "") for found in re.findall(r"\d+(?:,\d{3})*", text)}


def spelled(text: str) -> set[str]:
    """Every number written as a word, in digits."""
    return {NUMBER_WORDS[word] for word in tokens(text) if word in NUMBER_WORDS}


def quotations(text: str) -> list[str]:
    """The words inside quotation marks, without the comma or full stop that closes them."""
    return [found.strip(" .,") for found in re.findall(r'"([^"]+)"', straight(text))]


@cache
def source_text(published: str) -> str:
    """The report with this date, or a skipped test where the reports are not at hand."""
    if not SOURCES.is_dir():
        pytest.skip("the reports that the briefs summarise are not part of the repository")
    (path,) = SOURCES.glob(f"{SOURCE_OF[published]}*.txt")
    return path.read_text(encoding="utf-8")


def test_there_are_enough_briefs_in_both_formats() -> None:
    assert len(BRIEFS) >= 15
    assert {path.suffix for path in BRIEFS} == {".md", ".txt"}
    fences = {path.read_text(encoding="utf-8")[:3] for path in BRIEFS}
    assert fences == {"+++", "---"}


def test_titles_differ() -> None:
    titles = [split_brief(path)[0]["title"] for path in BRIEFS]
    assert len(set(titles)) == len(titles)


@brief
def test_brief_is_neither_a_stub_nor_an_essay(path: Path) -> None:
    assert 150 <= len(split_brief(path)[1].split()) <= 500


@brief
def test_front_matter_names_the_report(path: Path) -> None:
    data, _ = split_brief(path)
    allowed = {
        "title", "publisher", "author", "published", "address", "report", "summarises", "tags",
    }  # fmt: skip
    assert set(data) <= allowed
    assert data["title"].strip()
    assert str(data["published"]) in SOURCE_OF
    assert data["summarises"].strip()
    assert data["tags"] and all(isinstance(tag, str) for tag in data["tags"])
    if "publisher" in data:
        assert data["publisher"] in data["summarises"]
    else:
        assert "not named" in data["report"] and "not named" in data["summarises"]


@brief
def test_quotation_marks_are_of_one_kind_and_closed(path: Path) -> None:
    _, body = split_brief(path)
    curly = set(body) & set("“”‘’")
    assert not (curly and set(body) & set("\"'"))
    assert body.count('"') % 2 == 0
    assert body.count("“") == body.count("”")


@brief
def test_publisher_author_and_title_stand_in_the_report(path: Path) -> None:
    data, _ = split_brief(path)
    report = straight(source_text(str(data["published"])))
    if "publisher" in data:
        for name in data["publisher"].split(", "):
            assert straight(name) in report
        title = data["summarises"].partition(f", {data['publisher']}")[0]
        assert straight(title) in report
    if "author" in data:
        assert straight(data["author"]) in report


@brief
def test_brief_is_in_our_own_words(path: Path) -> None:
    data, body = split_brief(path)
    copied = LONGEST_RUN + 1
    report = runs(tokens(source_text(str(data["published"]))), copied)
    for text in (data["title"], body):
        assert not runs(tokens(text), copied) & report


@brief
def test_quotations_are_short_and_exact(path: Path) -> None:
    data, body = split_brief(path)
    report = straight(source_text(str(data["published"])))
    for quotation in quotations(body):
        assert quotation in report
        assert len(tokens(quotation)) <= LONGEST_RUN


@brief
def test_every_number_stands_in_the_report(path: Path) -> None:
    data, body = split_brief(path)
    report = source_text(str(data["published"]))
    known = digits(report) | spelled(report)
    text = f"{data['title']}\n{body}"
    counted = {str(number) for number in range(COUNTED_BY_THE_WRITER + 1)}
    assert digits(text) <= known
    assert spelled(text) - counted <= known


KOREAN_NAME = re.compile(r"\b[A-Z]\w+ [A-Z]\w+(?:-[a-z]\w+| Un\b)")
"""A surname and a given name of two syllables: "Ri Il-kyu", "Kim Jong Un"."""


@brief
def test_korean_names_are_spelled_as_in_the_report(path: Path) -> None:
    data, body = split_brief(path)
    report = straight(source_text(str(data["published"])))
    for name in KOREAN_NAME.findall(" ".join(body.split())):
        assert straight(name) in report
