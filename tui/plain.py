"""The model as a readable overview for pipes, pagers and terminals that cannot place text.

No colour, no control characters: every text is cleaned here once more, whatever its source.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, TextIO

from corpus.model import Article, Corpus, Entity, Fact, Kind
from corpus.reading.clean import clean_line
from tui.cells import wrap
from tui.wording import fact_line, place_line, when_line

NARROWEST: Final = 40
WIDEST: Final = 100
"""Longer lines tire the eye, however wide the terminal is."""

_HEADINGS: Final = {
    Kind.PERSON: "People",
    Kind.PLACE: "Places",
    Kind.ORGANISATION: "Organisations",
}
_SPELLINGS: Final = 8


def width_of(stream: TextIO) -> int:
    """The width to wrap to: that of the terminal behind `stream`, or COLUMNS, or 80."""
    try:
        width = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        stated = os.environ.get("COLUMNS", "")
        width = int(stated) if stated.isdecimal() and len(stated) < 5 else 80
    return max(NARROWEST, min(width or 80, WIDEST))


def overview(corpus: Corpus, width: int = 80) -> Iterator[str]:
    """The lines of the overview: articles, people, places, organisations, facts, skipped files."""
    yield from wrap(_summary(corpus), width)
    yield from _section("Articles", len(corpus.articles))
    for article in corpus.articles:
        yield from _source(article, width)
    for kind, heading in _HEADINGS.items():
        entities = [entity for entity in corpus.entities if entity.kind is kind]
        yield from _section(heading, len(entities))
        for entity in entities:
            yield from named(entity, width)
    facts = corpus.facts
    yield from _section("Facts", len(facts))
    for article_id, group in groupby(facts, key=lambda fact: fact.article):
        yield from _facts(corpus.by_id[article_id], group, width)
    yield from _section("Not loaded", len(corpus.skipped))
    for skipped in corpus.skipped:
        yield from wrap(f"{clean_line(skipped.path)}: {clean_line(skipped.reason)}", width, "  ", 4)


def _summary(corpus: Corpus) -> str:
    counts = {kind: sum(entity.kind is kind for entity in corpus.entities) for kind in Kind}
    parts = [
        _count(len(corpus.articles), "article"),
        _count(counts[Kind.PERSON], "person", "people"),
        _count(counts[Kind.PLACE], "place"),
        _count(counts[Kind.ORGANISATION], "organisation"),
        _count(len(corpus.facts), "fact"),
    ]
    if corpus.skipped:
        parts.append(_count(len(corpus.skipped), "file not loaded", "files not loaded"))
    return ", ".join(parts)


def _section(heading: str, count: int) -> Iterator[str]:
    """A heading with its count; nothing for a section without entries."""
    if count:
        title = f"{heading} ({count:,})"
        yield from ("", title, "=" * len(title))


def _source(article: Article, width: int) -> Iterator[str]:
    facts = [stated.value for stated in (article.publisher, article.author) if stated is not None]
    date = article.published.value if article.published is not None else "undated"
    yield from wrap(f"{clean_line(date):<10}  {clean_line(article.title.value)}", width, "", 12)
    yield from wrap("  ".join(map(clean_line, (*facts, article.path))), width, " " * 12)
    for remark in article.remarks:
        yield from wrap(f"({clean_line(remark)})", width, " " * 12)


def named(entity: Entity, width: int, kind: str = "") -> Iterator[str]:
    """An entity with its counts and its other spellings, and its `kind` where that is not clear."""
    articles = len({seen.article for seen in entity.sightings})
    name = clean_line(entity.name)
    count = f"{_count(len(entity.sightings), 'mention')} in {_count(articles, 'article')}"
    if entity.place is not None and entity.place.country:
        count = f"{clean_line(entity.place.country)}, {count}"
    if kind:
        count = f"{kind}, {count}"
    yield from wrap(f"{name}  ({count})", width, "  ", 4)
    others = [s for s in map(clean_line, entity.spellings) if s != name]
    if others:
        more = f" and {len(others) - _SPELLINGS} more" if len(others) > _SPELLINGS else ""
        yield from wrap(f"also {', '.join(others[:_SPELLINGS])}{more}", width, "      ")


def _facts(article: Article, facts: Iterable[Fact], width: int) -> Iterator[str]:
    """The facts of one article; what several in a row rest on is quoted once, below them."""
    yield ""
    yield from wrap(clean_line(article.title.value), width)
    for evidence, group in groupby(facts, key=lambda fact: fact.evidence):
        for fact in group:
            yield from wrap(_statement(fact), width, "  ", 4)
        for span in evidence:
            said = clean_line(span.of(article.text))
            where = clean_line(place_line(article, span.start))
            yield from wrap(f"> {said} [{where}]", width, "      ", 2)


def _statement(fact: Fact) -> str:
    """The fact in one line, with its kind before it and its date behind."""
    line = f"{fact.kind}: {fact_line(fact)}"
    when = when_line(fact.when)
    return clean_line(f"{line} [{when}]" if when and when not in line else line)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
