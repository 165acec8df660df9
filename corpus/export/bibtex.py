"""The sources for BibTeX and biblatex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.export.setting import Setting
from corpus.model import Article, Corpus

_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$",
    "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", '"': r"\textquotedbl{}",
}  # fmt: skip
_SPECIAL = re.compile(r'[\\{}$&#%_~^"]')
_IN_ADDRESS = re.compile(r"[\s{}\\\"<>^`|]")


def write(corpus: Corpus, setting: Setting) -> Iterator[str]:
    """An entry for each article, its key made of its id."""
    if setting.left_out:
        yield f"@comment{{{tex(setting.left_out.sentence)}}}\n\n"
    for article in corpus.articles:
        yield _entry(article)


def tex(text: str) -> str:
    """`text` as TeX prints it, in one line and with its braces in balance."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], " ".join(text.split()))


def address(text: str) -> str:
    """A web address for a field that is read as it stands."""
    return _IN_ADDRESS.sub(lambda found: "".join(f"%{b:02X}" for b in found[0].encode()), text)


def _entry(article: Article) -> str:
    date = article.published.value if article.published is not None else ""
    year, month, day = [*date.split("-"), "", "", ""][:3]
    fields = [("title", f"{{{tex(article.title.value)}}}")]
    if article.author is not None:
        fields.append(("author", f"{{{tex(article.author.value)}}}"))
    if article.publisher is not None:
        fields.append(("howpublished", tex(article.publisher.value)))
    fields += [(name, value) for name, value in (("year", year), ("month", month), ("day", day),
                                                 ("date", date)) if value]  # fmt: skip
    if article.address is not None:
        fields.append(("url", address(article.address.value)))
    fields.append(("note", f"File: {tex(article.path)}"))
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields)
    key = re.sub(r"[^A-Za-z0-9-]", "-", article.id)
    return f"@misc{{dateline-{key},\n{body}\n}}\n\n"
