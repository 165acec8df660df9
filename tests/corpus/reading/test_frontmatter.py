"""Metadata blocks are read as data; what is wrong with one is said, and costs no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import parse
from corpus.reading.frontmatter import Matter, read_matter

WORDS = st.text("abc:-[]{}&*!|>%@`#\"'\\ \tü,?", max_size=30)


def read(text: str) -> Matter:
    return read_matter(text.split("\n"))


@pytest.mark.parametrize(
    "block",
    [
        "---\ntitle: Cooks\nauthor: [A B, C D]\nDate: 2024-09-03\nURL: https://x.org/1\n---\nText",
        "+++\nHeadline = 'Cooks'\nauthors = ['A B', 'C D']\ndate = 2024-09-03\nlink = 'https://x.org/1'\n+++\n",
        "---\nTITLE: Cooks\nBy:\n- A B\n- name: C D\ncreated: 2024-09-03\nsource: https://x.org/1\n...\n",
        "---\r\ntitle: Cooks\r\nwriters: A B, C D\r\npublished-at: 2024-09-03\r\noriginal: https://x.org/1\r\n---",
    ],
)
def test_synonyms_in_both_notations(block: str) -> None:
    assert read(block).stated == {
        "title": "Cooks",
        "author": "A B, C D",
        "published": "2024-09-03",
        "address": "https://x.org/1",
    }


@pytest.mark.parametrize(
    ("block", "remark"),
    [
        ("+++\ntitle = x\n+++\n", "not valid TOML (line 2)"),
        ("---\na: [b\nc\n---\n", "not valid YAML"),
        ("---\na: &x [1]\nb: *x\n---\n", "anchors"),
        ("---\na: !!python/object/apply:os.system [ls]\n---\n", "tags"),
        ("---\na: " + "[" * 900 + "\n---\n", "nested too deeply"),
        ("+++\na = " + "[" * 9000 + "\n+++\n", "nested too deeply"),
        ("+++\n" + "a." * 9000 + "b = 1\n+++\n", "nested too deeply"),
        ("---\n" + "a: b\n" * 20000 + "---\n", "64 KiB"),
    ],
)
def test_a_block_that_cannot_be_read_stays_text(block: str, remark: str) -> None:
    matter = read(block)
    assert (matter.lines, matter.stated) == (0, {})
    assert any(remark in each for each in matter.remarks)


def test_an_unquoted_colon_is_forgiven() -> None:
    matter = read('---\ntitle: Ningbo: the cooks\nauthor: "A B"\n---\n')
    assert matter.stated == {"title": "Ningbo: the cooks", "author": "A B"}
    assert matter.lines == 4
    assert "read line by line" in matter.remarks[0]


@pytest.mark.parametrize(
    "text", ["---\nA rule, not a block.\n---\n", "---\nnever: closed\n", "x", ""]
)
def test_what_is_no_block_is_left_alone(text: str) -> None:
    assert read(text) == Matter()


def test_lines_below_keep_their_numbers_and_a_bad_date_is_remarked() -> None:
    article = parse(b"---\ntitle: T\ndate: soon\n---\n\nOne.\n", "a.txt", "a.txt")
    assert article.line(0) == 6
    assert article.published is None
    assert any("“soon” is not a date" in remark for remark in article.remarks)


def test_escapes_in_a_value_are_made_harmless() -> None:
    assert read('---\ntitle: "a\\e[2J"\n---').stated == {"title": "a␛[2J"}


@given(st.lists(WORDS, max_size=6), st.sampled_from(["---", "+++"]))
def test_no_block_makes_it_fail(lines: list[str], fence: str) -> None:
    matter = read_matter([fence, *lines, fence, "text"])
    assert 0 <= matter.lines <= len(lines) + 2
    assert all(value and "\n" not in value for value in matter.stated.values())
