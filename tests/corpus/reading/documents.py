"""Small documents of every format, made from scratch."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "{}</w:body></w:document>"
)
OFFICE = (
    '<office:document-content xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:b">'
    "{}</office:document-content>"
)
CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
BOOK = """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>The Ice Year</dc:title><dc:creator>Jane Doe</dc:creator><dc:publisher>Quay</dc:publisher>
<dc:date>2020-01-02</dc:date></metadata><manifest><item id="b" href="two.html"/>
<item id="a" href="one%20first.html"/></manifest><spine><itemref idref="a"/><itemref idref="b"/>
</spine></package>"""
PAGE = """<!doctype html><html><head><title>Port closes for a week | Pacific Wire</title>
<meta property="og:title" content="Port closes for a week">
<meta property="og:site_name" content="Pacific Wire"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2024-09-03T10:00:00Z">
<link rel="canonical" href="https://wire.example/port"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Port closes for a week</h1>
<p>Two ships left Vladivostok on Monday, Anna Kim said. They carried coal and were bound for Busan,
officials told reporters who had waited at the quay since the morning.</p>
<p>The harbour master said that the port would be closed for a week, and that no ship would be let
in until the ice had gone from the channel and the lights had been set again.</p></article>
<aside><a href="/x">Ten hotels you will love</a></aside><footer>Terms and conditions</footer>
</body></html>"""
MESSAGE = (
    b"From: Jane Doe <jane@x.example>\r\nTo: desk@x.example\r\n"
    b"Subject: =?utf-8?q?Re=3A_Port_closes_=E2=80=93_again?=\r\n"
    b"Date: Tue, 3 Sep 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain; charset=windows-1252\r\n\r\n"
    b"Two ships left the port, caf\xe9 owners said.\r\n"
)
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Pacific Wire</title>
<item><title>Port closes</title><link>https://wire.example/1</link>
<pubDate>Tue, 03 Sep 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Two ships left.&lt;/p&gt;&lt;p&gt;More follow.&lt;/p&gt;</description></item>
<item><title>Ice</title><description>The channel froze.</description></item></channel></rss>"""


def zipped(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of `parts`."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document; in names of further `parts` "__" is a slash, "_xml" at the end the type."""
    rest = {"[Content_Types].xml": "<Types/>", "word/document.xml": WORD.format(body)}
    return zipped(
        {**rest, **{k.replace("__", "/").replace("_xml", ".xml"): v for k, v in parts.items()}}
    )


def odt(body: str, meta: str = "") -> bytes:
    """An OpenDocument text."""
    kind = "application/vnd.oasis.opendocument.text"
    return zipped(
        {"mimetype": kind, "content.xml": OFFICE.format(body), "meta.xml": meta or "<m/>"}
    )


def epub(**chapters: str) -> bytes:
    """A book of two chapters."""
    first = chapters.get("one", "<h1>Ice</h1><p>The sea froze&nbsp;over.</p>")
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": BOOK,
            "OEBPS/one first.html": first,
            "OEBPS/two.html": chapters.get("two", "<p>Then it thawed.</p>"),
        }
    )


def pdf(*pages: str, title: str = "", extra: bytes = b"") -> bytes:
    """A PDF document; every line of a page is a line of its text."""
    objects: list[bytes] = [b"", b""]
    kids = []
    for page in pages:
        stream = b"BT /F1 12 Tf 14 TL 72 720 Td " + b"".join(
            b"(" + line.encode("latin-1").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T* "
            for line in page.split("\n")
        )
        packed = zlib.compress(stream + b"ET")
        objects.append(
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
        )
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources"
            b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    objects.append(b"<</Title(%s)>>" % title.encode())
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    out += extra
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(objects),
        start,
    )
    return bytes(out)
