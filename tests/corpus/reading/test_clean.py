"""What is hostile or hidden in a text never reaches a screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import clean_line, clean_text
from corpus.reading.clean import count_hidden, count_stand_ins

HOSTILE = (
    "\x00\x07\x1b\x7f\x85\x9b\x9d\xa0\xad\u0301\u0323\u061c\u094d\u093c\u0628\u0915\u1160\u180e\u200b"
    "\u200c\u200d\u200e\u2028\u2029\u202a\u202e\u2060\u2066\u2069\u206f\u212b\u3000\u3164\ud800\udfff"
    "\ufb01\ufdd0\ufe0f\ufeff\ufff9\uffff\U0001d15e"
    "\U0001f468\U000e0041\U000e0100\U0010ffff \t\n\r\v\fab"
)
TEXTS = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters(codec=None)), max_size=60)


def is_inert(char: str) -> bool:
    if char in "\u200c\u200d":
        return True
    code = ord(char)
    return (
        unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        and unicodedata.bidirectional(char) not in ("LRE", "RLE", "LRO", "RLO", "PDF")
        and unicodedata.bidirectional(char) not in ("LRI", "RLI", "FSI", "PDI")
        and code & 0xFFFE != 0xFFFE
        and not 0xFDD0 <= code <= 0xFDEF
        and not 0xE0000 <= code <= 0xE0FFF
        and not 0x200B <= code <= 0x200F
        and not 0x2060 <= code <= 0x206F
        and code not in (0xFEFF, 0xAD, 0x61C)
    )


@given(TEXTS)
def test_only_inert_characters_are_left(text: str) -> None:
    assert all(char == "\n" or is_inert(char) for char in clean_text(text))


@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert clean_line(clean_line(text)) == clean_line(text)


@given(TEXTS, st.integers(-2, 12))
def test_a_line_is_one_line_and_no_longer_than_asked(text: str, limit: int) -> None:
    line = clean_line(text, limit)
    assert len(line) <= max(0, limit)
    assert "\n" not in line
    assert "  " not in line
    assert clean_line(line, limit) == line


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=80))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert clean_text(text) == text


@given(TEXTS)
def test_line_breaks_are_kept(text: str) -> None:
    breaks = text.replace("\r\n", "\n").translate(
        dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")
    )
    assert clean_text(text).count("\n") == breaks.count("\n")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\x00b", "a␀b"),
        ("\x7f", "␡"),
        ("\x9b2J", "\ufffd2J"),
        ("it\x92s", "it’s"),
        ("a\xa0b\u2003c\u3000d", "a b c d"),
        ("co\xadoperate", "cooperate"),
        ("pay\u200bpal", "paypal"),
        ("\u202egnp.exe", "\ufffdgnp.exe"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200db", "ab"),
        ("👨\u200d👩\u200d👧", "👨👩👧"),
        ("☎\ufe0f", "☎"),
        ("Jose\u0301", "José"),
        ("ﬁve", "five"),
        ("a\tb", "a    b"),
        ("x" + "\u0301\u0316" * 50, None),
    ],
)
def test_what_becomes_what(raw: str, shown: str | None) -> None:
    if shown is None:
        assert len(clean_text(raw)) < 10
    else:
        assert clean_text(raw) == shown


def test_stand_ins_and_hidden_characters_are_counted() -> None:
    assert count_stand_ins("\x00\x1b\t\n\r\f\x7f\u202e\ud800 a\x92") == 5
    assert count_hidden("a\u200bb\u200e\u2060\xad\ufeff") == 3
