"""Every format is read to its words and to what it says of itself."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
from collections.abc import Iterator

import pytest

from corpus.errors import UnreadableError
from corpus.model import Article, Origin, Skipped
from corpus.reading import Files
from tests.corpus.reading import documents


@pytest.fixture(scope="module")
def files() -> Iterator[Files]:
    with Files() as opened:
        yield opened


def one(files: Files, data: bytes | str, name: str) -> Article:
    found = all_of(files, data, name)
    assert len(found) == 1
    assert isinstance(found[0], Article), found[0]
    return found[0]


def all_of(files: Files, data: bytes | str, name: str) -> list[Article | Skipped]:
    return files.begin(data.encode() if isinstance(data, str) else data, name, name)()


def reason(files: Files, data: bytes | str, name: str) -> str:
    found = all_of(files, data, name)
    assert isinstance(found[-1], Skipped)
    return found[-1].reason


def facts(article: Article) -> tuple[str | None, ...]:
    rest = (article.author, article.publisher, article.published, article.address)
    assert all(s.origin is Origin.METADATA for s in rest if s)
    return (article.title.value, *(s.value if s else None for s in rest))


def test_a_saved_page_is_its_article(files: Files) -> None:
    pytest.importorskip("trafilatura")
    found = one(files, documents.PAGE, "saved.html")
    assert facts(found) == (
        "Port closes for a week",
        "Jane Doe",
        "Pacific Wire",
        "2024-09-03",
        "https://wire.example/port",
    )
    assert "coal and were bound for Busan, officials" in found.text
    assert "set again." in found.text
    for clutter in ("Home", "hotels", "Terms"):
        assert clutter not in found.text


def test_a_page_without_an_article_is_all_its_words(files: Files) -> None:
    pytest.importorskip("trafilatura")
    found = one(files, "<html><body><p>Hi.</p></body></html>", "x.html")
    assert found.text == "Hi."


@pytest.mark.parametrize("charset", ["windows-1251", "euc-kr", "shift_jis"])
def test_a_page_is_read_in_the_encoding_that_it_names(files: Files, charset: str) -> None:
    pytest.importorskip("trafilatura")
    words = {
        "windows-1251": "Порт закрыт на неделю.",
        "euc-kr": "항구가 닫혔다.",
        "shift_jis": "港は閉鎖。",
    }
    page = f'<html><head><meta charset="{charset}"></head><body><p>{words[charset]}</p></html>'
    assert words[charset] in one(files, page.encode(charset), "x.htm").text


def test_a_pdf_knows_its_pages(files: Files) -> None:
    pytest.importorskip("pypdfium2")
    data = documents.pdf(
        "Port closes\n\nTwo ships left the harbour on Monday,",
        "bound for Busan, she said.",
        title="Ports",
    )
    found = one(files, data, "report.pdf")
    assert found.title.value == "Ports"
    for words, page in (("Two ships", 1), ("Busan", 2)):
        assert found.page(found.text.index(words)) == page
    assert len(found.pages) == len(found.offsets) == len(found.lines)


def test_a_pdf_called_otherwise_is_one_still(files: Files) -> None:
    pytest.importorskip("pypdfium2")
    for name in ("report.txt", "report.html", "report"):
        assert one(files, documents.pdf("Two ships left."), name).text == "Two ships left."


def test_a_pdf_of_pictures_says_so(files: Files) -> None:
    pytest.importorskip("pypdfium2")
    assert "pictures" in reason(files, documents.pdf(""), "scan.pdf")
    assert reason(files, b"%PDF-1.7 and no more", "x.pdf") == "damaged: not a valid PDF document"


def test_a_word_document(files: Files) -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Port closes</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Two </w:t></w:r><w:r><w:t>ships left.</w:t></w:r>"
        "<w:del><w:r><w:delText>Not this.</w:delText></w:r></w:del></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>coal</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>9 tons</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    core = '<p xmlns:d="urn:d"><d:title>The port</d:title><d:creator>Jane Doe</d:creator></p>'
    found = one(files, documents.docx(body, docProps__core_xml=core), "a.docx")
    assert found.text == "Port closes\n\nTwo ships left.\ncoal | 9 tons"
    assert facts(found) == ("The port", "Jane Doe", None, None, None)
    bare = one(files, documents.docx(body), "a.docx")
    assert (bare.title.value, bare.title.origin) == ("Port closes", Origin.TEXT)


def test_an_open_document(files: Files) -> None:
    body = (
        "<text:h>Port closes</text:h><text:p>Two<text:s/>ships<text:note><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>Of coal.</text:p>"
        "</text:note-body></text:note>"
        " <text:span>left</text:span>.</text:p>"
    )
    meta = '<m xmlns:dc="urn:d"><dc:title>The port</dc:title><dc:creator>Jane Doe</dc:creator></m>'
    found = one(files, documents.odt(body, meta), "a.odt")
    assert found.text == "Port closes\n\nTwo ships left.\n\nOf coal."
    assert facts(found) == ("The port", "Jane Doe", None, None, None)


def test_rich_text(files: Files) -> None:
    source = (
        rb"{\rtf1\ansi\ansicpg1252{\info{\title The port}}Two ships left.\par Caf\'e9s closed.\par}"
    )
    found = one(files, source, "a.rtf")
    assert found.text == "Two ships left.\n\nCafés closed."
    assert found.title.value == "The port"


def test_a_book_is_read_in_its_order(files: Files) -> None:
    found = one(files, documents.epub(), "a.epub")
    assert found.text == "Ice\n\nThe sea froze over.\n\nThen it thawed."
    assert facts(found) == ("The Ice Year", "Jane Doe", "Quay", "2020-01-02", None)


def test_mail(files: Files) -> None:
    found = one(files, documents.MESSAGE, "a.eml")
    assert found.text == "Two ships left the port, café owners said."
    assert facts(found) == ("Port closes – again", "Jane Doe", None, "2024-09-03", None)
    assert one(files, b"Received: by x\r\n" + documents.MESSAGE, "cur/17").text == found.text


def test_mail_in_html_with_attachments(files: Files) -> None:
    message = (
        b"From: a@b.example\nSubject: Ports\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/html\n\n'
        b"<style>p{}</style><p>Two ships</p><p>left.</p>\n--x\nContent-Type: application/pdf\n"
        b'Content-Disposition: attachment; filename="list.pdf"\n\n%PDF-\n--x--\n'
    )
    found = one(files, message, "a.eml")
    assert found.text == "Two ships\n\nleft."
    assert any("list.pdf" in remark for remark in found.remarks)


def test_every_message_of_a_mailbox_is_an_article_with_a_lasting_id(files: Files) -> None:
    first, second = documents.MESSAGE, documents.MESSAGE.replace(b"Two", b">From two")
    box = b"From jane@x.example Tue Sep  3 10:00:00 2024\n"
    found = all_of(files, box + first + b"\n" + box + second, "in.mbox")
    assert [each.path for each in found] == ["in.mbox#1", "in.mbox#2"]
    more = all_of(files, box + second + b"\n" + box + first, "in.mbox")
    ids = [each.id for each in found if isinstance(each, Article)]
    assert [each.id for each in more if isinstance(each, Article)] == ids[::-1]
    assert len({*ids}) == 2


def test_every_entry_of_a_feed_is_an_article(files: Files) -> None:
    for name in ("a.rss", "feed"):
        found = all_of(files, documents.FEED, name)
        assert [each.path for each in found] == [f"{name}#1", f"{name}#2"]
        assert isinstance(found[0], Article)
        assert found[0].text == "Two ships left.\n\nMore follow."
        assert facts(found[0]) == (
            "Port closes",
            None,
            "Pacific Wire",
            "2024-09-03",
            "https://wire.example/1",
        )


def test_every_row_of_a_table_is_an_article(files: Files) -> None:
    table = 'Headline;Date;Body\nPort;2024-09-03;"Two ships; left.\nMore."\nIce;;\n'
    found = all_of(files, table, "a.csv")
    assert isinstance(found[0], Article)
    assert (found[0].text, found[0].line(0)) == ("Two ships; left.\nMore.", 2)
    assert facts(found[0]) == ("Port", None, None, "2024-09-03", None)
    assert found[1:] == [Skipped("a.csv", "1 of 2 rows hold no text")]
    assert "no column of texts" in reason(files, "a,b\n1,2\n", "b.csv")
    assert all_of(files, table.replace(";", "\t"), "a.tsv")[0] != found[0]


def test_json_lines_and_our_own_output(files: Files) -> None:
    lines = [
        {"type": "article", "id": "1", "path": "x", "title": "Port", "text": "Two ships left."},
        {"type": "entity", "id": "e1", "name": "Port"},
        {"headline": "Ice", "content": "The channel froze."},
    ]
    found = all_of(files, "\n".join(map(json.dumps, lines)), "a.jsonl")
    assert [each.text for each in found if isinstance(each, Article)] == [
        "Two ships left.",
        "The channel froze.",
    ]
    again = all_of(files, json.dumps(lines), "a.json")
    assert next(each.text for each in again if isinstance(each, Article)) == "Two ships left."
    assert "not valid JSON" in reason(files, "{]" * 50 + "\n" + "x\n" * 50, "b.jsonl")


@pytest.mark.parametrize("packed", [gzip.compress, bz2.compress, lzma.compress])
def test_what_is_compressed_is_read_as_what_it_holds(files: Files, packed) -> None:  # type: ignore[no-untyped-def]
    ending = {gzip.compress: ".gz", bz2.compress: ".bz2", lzma.compress: ".xz"}[packed]
    assert one(files, packed(b"Two ships left."), "a.txt" + ending).text == "Two ships left."
    assert (
        one(files, packed(documents.MESSAGE), "a.eml" + ending).title.value == "Port closes – again"
    )
    assert (
        one(files, packed(documents.docx("<w:p><w:r><w:t>Ships.</w:t></w:r></w:p>")), "a").text
        == "Ships."
    )
    assert "format" in reason(files, packed(b"\x89PNG\r\n"), "a.png" + ending)


def test_a_reader_that_is_not_installed_is_named_with_the_command(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("corpus.reading.registry.is_installed", lambda name: False)
    with Files() as files, pytest.raises(AssertionError, match=r"pip install 'dateline\[pdf\]'"):
        one(files, documents.pdf("x"), "a.pdf")
    with pytest.raises(UnreadableError, match=r"pip install 'dateline\[html\]'"):
        from corpus.reading import parse

        parse(b"<html></html>", "a.html", "a.html")
