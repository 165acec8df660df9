"""Tables for spreadsheets and statistics: facts, articles, entities or mentions."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterable, Iterator
from io import StringIO

from corpus.errors import DatelineError
from corpus.export import telling
from corpus.export.setting import Setting
from corpus.model import Corpus, When

Row = Iterable[object]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula, in wide letters too."""


def write(corpus: Corpus, setting: Setting) -> Iterator[str]:
    """The table that `setting` chooses, a heading first; RFC 4180 with CR LF."""
    if setting.table not in TABLES:
        raise DatelineError(f"There is no table {setting.table}: {', '.join(TABLES)}.")
    columns, rows = TABLES[setting.table]
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows(corpus, setting):
        writer.writerow([cell(value, guard=setting.guard) for value in row])
        if out.tell() > 1 << 16:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    if setting.left_out:
        writer.writerow(["left out", setting.left_out.sentence, *[""] * (len(columns) - 2)])
    yield out.getvalue()


def cell(value: object, *, guard: bool) -> object:
    """A value as a cell; a text that a spreadsheet would compute begins with an apostrophe."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, int | float):
        return int(value) if isinstance(value, float) and value.is_integer() else value
    text = str(value).replace("\0", "\ufffd")
    return f"'{text}" if guard and text.lstrip(" ").startswith(_FORMULA) else text


def _facts(corpus: Corpus, setting: Setting) -> Iterator[Row]:
    for fact in telling.facts(corpus, setting):
        article = corpus.by_id[fact.article]
        subject, other = (corpus.entity_for(fact, ref) for ref in (fact.subject, fact.object))
        span = fact.evidence[0]
        yield (
            fact.id, fact.kind, telling.says(fact), fact.subject.text,
            subject.id if subject is not None else "", fact.relation,
            fact.object.text if fact.object is not None else "",
            other.id if other is not None else "",
            fact.value, fact.high, fact.unit, fact.qualifier, fact.per, *_ends(fact.when),
            fact.place.text if fact.place is not None else "",
            fact.speaker.text if fact.speaker is not None else "", fact.hops,
            fact.certainty.value, fact.hedge, telling.quote(article, fact), article.id,
            article.path, article.line(span.start), article.page(span.start), span.start, span.end,
        )  # fmt: skip


def _articles(corpus: Corpus, setting: Setting) -> Iterator[Row]:
    for one in corpus.articles:
        stated = (one.title, one.publisher, one.author, one.published, one.address)
        yield (one.id, one.path, *(s.value if s is not None else "" for s in stated),
               len(one.text.split()))  # fmt: skip


def _entities(corpus: Corpus, setting: Setting) -> Iterator[Row]:
    for one in corpus.entities:
        place = one.place
        yield (one.id, one.kind.value, one.name, " | ".join(one.spellings), len(one.sightings),
               len({seen.article for seen in one.sightings}),
               *((place.lat, place.lon, place.country) if place else ("", "", "")))  # fmt: skip


def _mentions(corpus: Corpus, setting: Setting) -> Iterator[Row]:
    for one in corpus.entities:
        if setting.about is not None and one.id != setting.about:
            continue
        for seen in one.sightings:
            article = corpus.by_id[seen.article]
            yield (one.id, one.name, article.text[seen.start : seen.end], article.id, article.path,
                   article.line(seen.start), article.page(seen.start), seen.start,
                   seen.end)  # fmt: skip


def _ends(when: When | None) -> tuple[object, ...]:
    if when is None:
        return ("", "", "", "")
    return (when.first or "", when.last or "", when.text, when.basis)


TABLES: dict[str, tuple[tuple[str, ...], Callable[[Corpus, Setting], Iterator[Row]]]] = {
    "facts": (
        ("id", "kind", "says", "subject", "subject_id", "relation", "object", "object_id",
         "value", "high", "unit", "qualifier", "per", "first", "last", "date_as_written",
         "date_basis", "place", "speaker", "hops", "certainty", "hedge", "evidence", "article",
         "path", "line", "page", "start", "end"),
        _facts,
    ),
    "articles": (
        ("id", "path", "title", "publisher", "author", "published", "address", "words"),
        _articles,
    ),
    "entities": (
        ("id", "kind", "name", "spellings", "mentions", "articles", "lat", "lon", "country"),
        _entities,
    ),
    "mentions": (
        ("entity", "name", "spelling", "article", "path", "line", "page", "start", "end"),
        _mentions,
    ),
}  # fmt: skip
"""Name of a table → its columns, and its rows."""
