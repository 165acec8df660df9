"""Makes a folder of files that mean harm, to be read without any: `make_hostile.py FOLDER`.

Every entry of `hostile` is a name, the bytes of the file, and what is to become of it: READ, or a
part of the reason for which it is skipped, or EITHER where both are right.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import socket
import sys
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

READ: Final = "read"
EITHER: Final = "either"
NASTY: Final = (
    "\x1b[2J\x1b]0;owned\x07\x1b]52;c;aGk=\x07\x1b]8;;https://x.example\x1b\\link\x1b]8;;\x1b\\"
    "\x1bP+q544e\x1b\\\x9b31m\x9d0;t\x9c\x07\x08\x0c\x7f\u202eevil\u2066x\u2069\u200b\ufeff[@click=quit]x[/]"
)
SAFE: Final = "Two ships left Vladivostok on Monday, Anna Kim said."
_WORD: Final = '<w:document xmlns:w="w"><w:body>{}</w:body></w:document>'
_PARA: Final = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
_BOOK: Final = (
    '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>{title}</dc:title>'
    '</metadata><manifest><item id="a" href="{href}"/></manifest><spine><itemref idref="a"/></spine>'
    "</package>"
)
_LAUGHS: Final = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
_FILE: Final = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
_NET: Final = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'


class Hostile(NamedTuple):
    """A file: its name as bytes, its content, and what is to become of it."""

    name: bytes
    content: bytes
    outcome: str


def hostile() -> Iterator[Hostile]:
    """Every hostile file that is a regular one."""
    for name, content, outcome in (
        *_texts(), *_names(), *_packed(), *_office(), *_pages(), *_pdfs(), *_mails(), *_feeds(),
        *_tables(),
    ):  # fmt: skip
        raw = name if isinstance(name, bytes) else name.encode()
        yield Hostile(raw, content if isinstance(content, bytes) else content.encode(), outcome)


Entry = tuple[str | bytes, str | bytes, str]


def _texts() -> Iterator[Entry]:
    yield "escapes.txt", f"{NASTY}\n\n{SAFE}", READ
    yield "escapes.md", f"# {NASTY}\n\n[{NASTY}](https://x.example/{NASTY}) {SAFE}", READ
    yield "yaml.md", f'---\ntitle: "{NASTY!r}"\nauthor: {NASTY}\n---\n{SAFE}', READ
    yield "toml.md", f"+++\ntitle = '''{NASTY}'''\n+++\n{SAFE}", READ
    yield "yamlbomb.md", "---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n" + SAFE, READ
    yield "yamltag.md", "---\nx: !!python/object/apply:os.system ['true']\n---\n" + SAFE, READ
    yield "c1.txt", b"\xc2\x9b2J \xc2\x9d0;x\xc2\x9c " + SAFE.encode(), READ
    yield "latin.txt", b"\x9b2J caf\xe9 \x85 " + SAFE.encode(), READ
    yield (
        "bidi.txt",
        "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))) + SAFE,
        READ,
    )
    yield "tags.txt", "".join(map(chr, range(0xE0000, 0xE0080))) + SAFE, READ
    yield "marks.txt", "a" + "\u0301" * 50_000 + SAFE, READ
    yield "nuls.txt", SAFE.encode() + b"\0" * 3, READ
    yield "manynuls.txt", b"a\0b\0\0\0c" * 500, "binary"
    yield "random.txt", bytes(range(256)) * 40, "binary"
    for mark, encoding in (
        (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"), (b"\xef\xbb\xbf", "utf-8"),
    ):  # fmt: skip
        yield f"{encoding}.txt", mark + (SAFE + NASTY).encode(encoding), READ
        yield f"{encoding}-odd.txt", mark + SAFE.encode(encoding) + b"x", EITHER
        yield f"{encoding}-mark-only.txt", mark, EITHER
    yield "surrogates.txt", b"\xff\xfe" + b"\x00\xd8" * 40 + SAFE.encode("utf-16-le"), READ
    yield "cut.txt", SAFE.encode() + b" caf\xc3", READ
    yield "overlong.txt", SAFE.encode() + b" \xc0\xaf\xe0\x80\xaf", READ
    yield "line.txt", "word " * 400_000, READ
    yield "newlines.txt", "\n" * 300_000 + SAFE, READ
    yield "empty.txt", b"", "empty"
    yield "blank.txt", " \n\t\n", "no text"
    yield "program.txt", b"\x7fELF" + bytes(100), "binary"
    yield "sqlite.txt", b"SQLite format 3\0" + bytes(100), "binary"
    yield "old.doc", b"\xd0\xcf\x11\xe0" + bytes(100), "old office document"
    yield "x.7z", b"7z\xbc\xaf\x27\x1c" + bytes(100), "archive"


def _names() -> Iterator[Entry]:
    for name in (
        b"\x1b[2J.txt", b"a\nb.txt", b"\xff\xfe.txt", b"-rf.txt", b"--config.txt", b"x\x9b31m.txt",
        "\u202etxt.exe.txt".encode(), b"%s%n.txt", b"[red]b[@x].txt", b"a\rb.txt", b"$(true).txt",
        b" .txt", b"a" * 251 + b".txt", "\U0001f468\u200d\U0001f469.txt".encode(), b"#1.txt",
        b"\x1b]0;x\x07.md", b"con.txt", b"a\\b.txt", b"'\".txt",
    ):  # fmt: skip
        yield name, SAFE, READ
    yield b"\x1b[31m.xyz", SAFE, "not a format"


def _packed() -> Iterator[Entry]:
    bomb = BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb", mtime=0) as out:
        for _ in range(400):
            out.write(bytes(1 << 20))
    yield "bomb.txt.gz", bomb.getvalue(), "unpacks to more"
    yield "bomb.gz.gz", gzip.compress(bomb.getvalue()), "unpacks to more"
    yield "bomb.txt.bz2", bz2.compress(bytes(300 << 20), 9), "unpacks to more"
    yield "bomb.txt.xz", lzma.compress(bytes(300 << 20), preset=0), "unpacks to more"
    nested = SAFE.encode()
    for _ in range(30):
        nested = gzip.compress(nested)
    yield "nested.gz", nested, "again and again"
    yield "cut.txt.gz", gzip.compress(SAFE.encode() * 50)[:40], "damaged"
    yield "wrong.txt.gz", b"\x1f\x8b\x08" + b"\xff" * 50, "damaged"
    yield "tail.txt.gz", gzip.compress(SAFE.encode()) + b"rubbish", READ
    yield "many.txt.gz", gzip.compress(SAFE.encode()) * 2000, READ
    yield "empty.gz", gzip.compress(b""), "empty"
    yield "nothing.gz", b"", "empty"
    yield "notgz.gz", SAFE, "damaged"
    yield "program.gz", gzip.compress(b"\x7fELF" + bytes(99)), "binary"
    yield "escapes.txt.gz", gzip.compress(NASTY.encode() + SAFE.encode()), READ


def _zip(parts: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _docx(document: str | bytes, **rest: str) -> bytes:
    more = {f"docProps/{name}.xml": content for name, content in rest.items()}
    return _zip({"word/document.xml": document, **more})


def _epub(chapter: str, title: str = "x", href: str = "a.html", container: str = "") -> bytes:
    root = container or '<c><rootfile full-path="b.opf"/></c>'
    opf = _BOOK.format(title=title, href=href)
    return _zip({"META-INF/container.xml": root, "b.opf": opf, "a.html": chapter})


def _office() -> Iterator[Entry]:
    fine = _WORD.format(_PARA.format(SAFE))
    clean = NASTY.translate(dict.fromkeys(range(32)))
    yield "escapes.docx", _docx(_WORD.format(_PARA.format(SAFE + clean))), READ
    yield "control.docx", _docx(_WORD.format(_PARA.format("\x1b[2J"))), "damaged"
    yield "reference.docx", _docx(_WORD.format(_PARA.format("&#155;2J " + SAFE))), READ
    core = f"<c><title>{clean}</title><creator>{clean} b</creator></c>"
    yield "fields.docx", _docx(fine, core=core), READ
    for ending, make in (("docx", _docx), ("odt", lambda x: _zip({"content.xml": x}))):
        yield f"laughs.{ending}", make(_LAUGHS + "<x>&i;</x>"), "DOCTYPE"
        yield f"file.{ending}", make(_FILE + "<x>&f;</x>"), "DOCTYPE"
        yield f"net.{ending}", make(_NET + "<x/>"), "DOCTYPE"
        yield f"bomb.{ending}", make(b" " * (200 << 20)), EITHER
        yield f"deep.{ending}", make("<a>" * 100_000), "nested"
        yield f"cut.{ending}", make(fine)[:90], "damaged"
        yield f"torn.{ending}", make("<a><b>"), "damaged"
        yield f"nothing.{ending}", _zip({"x": "y"}), "no document"
        yield f"text.{ending}", SAFE, "damaged"
        yield f"attribute.{ending}", make(f'<x y="{"z" * 5_000_000}"/>'), "no text"
    yield "missing.docx", _zip({"xl/workbook.xml": "<x/>"}), "a table"
    yield "parts.docx", _zip({f"p{n}": "" for n in range(21_000)}), "more than 20,000 parts"
    yield "spaces.odt", _zip({"content.xml": f'<x><p>{SAFE}<s c="99999999999"/></p></x>'}), READ
    yield "escapes.epub", _epub(f"<p>{SAFE}{NASTY}</p>", clean.replace("&", "")), READ
    yield "deep.epub", _epub("<div>" * 100_000 + SAFE), READ
    yield "climb.epub", _epub(f"<p>{SAFE}</p>", href="../../../../etc/passwd"), "no text"
    yield "laughs.epub", _epub("<p>x</p>", container=_LAUGHS + "<c>&i;</c>"), "DOCTYPE"
    yield "rtf.rtf", "{\\rtf1 " + SAFE + "\\'1b[2J \\u27 x}", READ
    yield "deep.rtf", "{\\rtf1 " + "{" * 200_000 + SAFE, EITHER
    yield "bin.rtf", "{\\rtf1\\bin99999999 " + SAFE + "}", EITHER
    yield "object.rtf", "{\\rtf1{\\object\\objdata " + "00" * 99_999 + "}" + SAFE + "}", EITHER


def _pages() -> Iterator[Entry]:
    def page(body: str, head: str = "") -> str:
        return (
            f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>"
        )

    long = f"<p>{SAFE} {SAFE} {SAFE}</p>"
    quoted = NASTY.replace('"', "")
    yield "escapes.html", page(f"<p>{NASTY}</p>" + long, f"<title>{NASTY}</title>"), READ
    yield "meta.html", page(long, f'<meta name="author" content="{quoted}">'), READ
    yield "script.html", page("<script>alert(1)</script>" + long), READ
    yield "deep.html", page("<div>" * 50_000 + long), EITHER
    yield "tables.html", page("<table><tr><td>" * 3_000 + long), EITHER
    yield "attribute.html", page(f'<p class="{"x" * 3_000_000}">{SAFE}</p>' + long), READ
    yield "attributes.html", page("<p " + "a=b " * 300_000 + f">{SAFE}</p>" + long), EITHER
    yield "open.html", "<" * 200_000, EITHER
    yield "comments.html", "<!--" * 100_000, EITHER
    yield "entities.html", page("<p>&#27;[2J &#x9b;31m &#0; &#1114112; &#xd800;</p>" + long), READ
    yield "charset.html", page(long, '<meta charset="no-such">').encode() + b"\xff", EITHER
    yield "codec.html", page(long, '<meta charset="zlib_codec">').encode() + b"\xff", EITHER
    yield "xxe.html", _FILE + page(long), EITHER
    yield (
        "net.html",
        page(long + '<img src="http://127.0.0.1:9/"><iframe src="file:///etc/passwd">'),
        READ,
    )
    yield "utf16.html", page(long).encode("utf-16"), READ


def _pdf(body: bytes, root: bytes = b"<</Type/Catalog/Pages 2 0 R>>") -> bytes:
    return b"%PDF-1.4\n1 0 obj\n" + root + b"\nendobj\n" + body + b"\ntrailer<</Root 1 0 R>>\n%%EOF"


def _pdfs() -> Iterator[Entry]:
    yield "magic.pdf", b"%PDF-1.7\n", "damaged"
    yield "text.pdf", SAFE, "damaged"
    loop = b"2 0 obj\n<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>\nendobj"
    yield "loop.pdf", _pdf(loop), EITHER
    yield "count.pdf", _pdf(loop.replace(b"9", b"999999999")), EITHER
    yield "self.pdf", _pdf(b"", b"1 0 R"), EITHER
    yield "deep.pdf", _pdf(b"2 0 obj\n" + b"[" * 200_000 + b"\nendobj"), EITHER
    packed = bytes(100 << 20)
    for _ in range(2):
        packed = zlib.compress(packed, 9)
    page = (
        b"2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R"
        b"/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Filter[/FlateDecode/FlateDecode]/Length %d>>\n"
        b"stream\n%s\nendstream\nendobj" % (len(packed), packed)
    )
    yield "stream.pdf", _pdf(page), EITHER
    yield "binary.pdf", b"%PDF-1.5\n" + bytes(range(256)) * 400, EITHER


def _mails() -> Iterator[Entry]:
    head = f"From: {SAFE} <a@b.example>\nSubject: x\nMIME-Version: 1.0\n"
    yield "escapes.eml", f"From: {NASTY}\nSubject: {NASTY}\nDate: {NASTY}\n\n{SAFE}{NASTY}", READ
    coded = "=?utf-8?q?=1B[2J=C2=9B31m=0A=E2=80=AE?="
    yield "coded.eml", f"From: {coded}\nSubject: {coded}\n\n{SAFE}", READ
    nest = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3_000)
    )
    yield "nested.eml", head + nest + f"\n{SAFE}", EITHER
    yield "message.eml", head + "Content-Type: message/rfc822\n\n" * 2_000 + SAFE, EITHER
    yield "header.eml", head + "X: " + "a" * 3_000_000 + f"\n\n{SAFE}", READ
    yield "headers.eml", head + "X: y\n" * 100_000 + f"\n{SAFE}", READ
    yield "brackets.eml", "To: " + "(" * 100_000 + f"\n{head}\n{SAFE}", EITHER
    yield "charset.eml", head + f'Content-Type: text/plain; charset="\x1b[2J"\n\n{SAFE}', READ
    yield "codec.eml", head + f"Content-Type: text/plain; charset=zlib\n\n{SAFE}", READ
    body = "Content-Transfer-Encoding: base64\n\n!!!!"
    yield "base64.eml", head + body, EITHER
    yield "html.eml", head + f"Content-Type: text/html\n\n<p>{SAFE}&#27;[2J{NASTY}</p>", READ
    yield "none.mbox", SAFE, "no message"
    yield "many.mbox", "From a@b Tue Sep  3 10:00:00 2024\nA: b\n\n" * 2_000, "no text"


def _feeds() -> Iterator[Entry]:
    item = f"<item><title>x</title><description>{SAFE}&amp;#27;[2J</description></item>"
    feed = f"<rss version='2.0'><channel>{item}</channel></rss>"
    yield "fine.rss", feed, READ
    yield "laughs.rss", _LAUGHS + feed, "DOCTYPE"
    yield "file.xml", _FILE + feed, "DOCTYPE"
    yield "net.atom", _NET + feed, "DOCTYPE"
    yield "wide.xml", ("\ufeff" + _FILE + feed).encode("utf-16-le"), "DOCTYPE"
    yield "deep.xml", "<rss>" + "<a>" * 100_000, EITHER
    yield "other.xml", "<svg/>", "neither RSS nor Atom"
    yield "escapes.rss", feed.replace("x<", NASTY + "<"), READ


def _tables() -> Iterator[Entry]:
    yield "escapes.csv", f'title,text\n"{NASTY}","{SAFE}{NASTY}"\n', READ
    yield "formula.csv", f"title,text\n=1+1,{SAFE}\n", READ
    yield "quote.csv", 'text\n"' + "x" * 3_000_000, READ
    yield "wide.csv", "text," * 100_000 + f"\n{SAFE}\n", EITHER
    yield "none.csv", "a,b\n1,2\n", "no column"
    yield "nul.csv", f"text\n{SAFE}\0\n", READ
    yield "deep.json", "[" * 200_000, EITHER
    yield "deep.jsonl", '{"text":' * 100_000, EITHER
    yield "number.jsonl", '{"text": ' + "9" * 100_000 + "}", EITHER
    yield "escapes.jsonl", '{"text": "\\u001b[2J ' + SAFE + '", "title": "\\u009b\\ud800"}', READ
    yield "lone.jsonl", '{"text": "\\ud800\\udc00\\udfff ' + SAFE + '"}', READ


def make(folder: Path) -> list[Hostile]:
    """Write every hostile file into `folder`; returns them all, those that are no files too."""
    made: list[Hostile] = []
    for entry in hostile():
        Path(os.fsdecode(os.path.join(os.fsencode(folder), entry.name))).write_bytes(entry.content)  # noqa: PTH118
        made.append(entry)
    made += _specials(folder)
    return made


def _specials(folder: Path) -> Iterator[Hostile]:
    """What is no regular file, and links."""
    os.mkfifo(folder / "pipe.txt")
    yield Hostile(b"pipe.txt", b"", "FIFO")
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(folder)
        try:
            listener.bind("socket.txt")
        finally:
            os.chdir(here)
    yield Hostile(b"socket.txt", b"", "socket")
    for name, target, reason in (
        ("loop.txt", "loop.txt", "leads to itself"),
        ("gone.txt", "nowhere", "leads nowhere"),
        ("out.txt", "/etc/passwd", "out of the folder"),
        ("zero.txt", "/dev/zero", "out of the folder"),
        ("up", "..", "a link to a folder"),
        ("self", ".", "a link to a folder"),
        ("fifo.txt", "pipe.txt", "FIFO"),
    ):
        (folder / name).symlink_to(target)
        yield Hostile(name.encode(), b"", EITHER if name == "fifo.txt" else reason)
    with (folder / "sparse.txt").open("wb") as file:
        file.truncate(1 << 40)
    yield Hostile(b"sparse.txt", b"", "larger than")
    (folder / "closed.txt").write_text(SAFE)
    (folder / "closed.txt").chmod(0)
    yield Hostile(b"closed.txt", b"", EITHER if os.geteuid() == 0 else "permission denied")
    if os.geteuid() == 0 and hasattr(os, "mknod"):
        try:
            os.mknod(folder / "device.txt", 0o20600, os.makedev(1, 5))
        except OSError:
            return
        yield Hostile(b"device.txt", b"", "device")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    place = Path(sys.argv[1])
    place.mkdir(parents=True, exist_ok=False)
    print(f"{len(make(place))} files in {place}")
