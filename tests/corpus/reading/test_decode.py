"""Bytes of any encoding become characters, and what is no text is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableError
from corpus.reading.decode import decode

PLAIN = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0xFFFD, exclude_categories=("Cs", "Cc", "Cn"))
)


@given(PLAIN)
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(PLAIN, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_a_mark_tells_the_encoding(text: str, encoding: str) -> None:
    decoded = decode("\ufeff".encode(encoding) + text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding == encoding.removesuffix("-le").removesuffix("-be")


@given(
    st.text("abcdefghij klmnop.,éř가", min_size=12).filter(lambda text: text.isascii()),
    st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]),
)
def test_wide_text_without_a_mark_is_known_by_its_nuls(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=300))
def test_nothing_but_a_refusal_is_raised(data: bytes) -> None:
    try:
        decoded = decode(data)
    except UnreadableError as error:
        assert "binary data" in str(error)
    else:
        decoded.text.encode()


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("The café’s owner, José Muñoz, said “no” — and left.", "cp1252", "windows-1252"),
        ("Le président était à Genève, très tôt.", "cp1252", "windows-1252"),
        ("The envoys Jiří Dvořák and Miloš Ružička met.", "cp1250", "windows-1250"),
        ("Prezydent Lech Wałęsa powiedział, że przyjedzie.", "cp1250", "windows-1250"),
        ("Министр сообщил, что переговоры продолжатся в среду.", "cp1251", "windows-1251"),
        ("북한 외교관이 한국으로 망명했다고 정부가 밝혔다.", "cp949", "cp949"),
        ("北朝鮮の外交官が韓国に亡命したと政府が発表した。", "cp932", "cp932"),
        ("朝鲜外交官已经抵达首尔，韩国政府星期二证实了这一消息。", "gb18030", "GB 18030"),
        ("북한 외교관이 한국으로 망명했다고 정부가 밝혔다.", "utf-16-le", "utf-16"),
    ],
)
def test_older_encodings_are_recognised(text: str, encoding: str, name: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.lost) == (text, name, 0)


def test_a_broken_byte_costs_one_character() -> None:
    decoded = decode("déjà vu été".encode() + b"\xc3")
    assert (decoded.text, decoded.encoding, decoded.lost) == ("déjà vu été\ufffd", "utf-8", 1)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04" + bytes(50), "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes(range(256)) * 8, "binary"),
        (b"text" + bytes(400), "binary"),
    ],
)
def test_binary_data_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableError, match=what):
        decode(data)


def test_a_few_controls_are_still_text() -> None:
    assert decode(b"abc\0\x07\x1b[31m\x1b]52;c;\x07").encoding == "utf-8"
    assert decode(codecs.BOM_UTF16_LE + b"\0\xd8").text == "\ufffd"
