"""Everything that needs all articles: their order, who is whom, where everybody is named.

It is made anew from what is stored of each article and put in place by one transaction.
"""

from __future__ import annotations

import json
import os
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from corpus import codec
from corpus.model import ArticleId, Entity, Heading, Kind, Skipped
from corpus.names.fold import fold
from corpus.store.intake import read_said
from corpus.store.rows import to_cards, to_heading, to_refs, words_of
from corpus.store.seal import pack, pack_numbers, seal
from corpus.store.versions import Versions

if TYPE_CHECKING:
    from corpus.names.cards import Card

KINDS = tuple(Kind)
"""Kinds are stored as their place in this tuple."""


class Line(NamedTuple):
    """An article in the list: the id that it goes by, and its rows."""

    id: str
    article: int
    heading: Heading
    extract: int | None
    facts: int


def list_articles(connection: sqlite3.Connection, versions: Versions) -> list[Line]:
    """The articles by date, then path, each under an id of its own."""
    extracts = {
        (article, id_): (no, count)
        for no, article, id_, count in connection.execute(
            "SELECT no, article, id, count FROM extract WHERE version = ? AND facts_version = ?",
            (versions.names, versions.facts),
        )
    }
    lines: list[Line] = []
    taken: set[str] = set()
    rows = connection.execute(
        "SELECT s.path, s.said, a.no, a.key, a.heading FROM source s "
        "JOIN article a ON a.no = s.article ORDER BY s.turn"
    )
    for path, sealed, no, key, heading in rows:
        said = read_said(path, sealed)
        id_ = apart(said.id, taken)
        shown = replace(to_heading(key, heading), id=ArticleId(id_), path=said.path)
        lines.append(Line(id_, no, shown, *extracts.get((no, id_), (None, 0))))
    lines.sort(key=lambda line: (line.heading.published or "9999", line.heading.path))
    return lines


def apart(id_: str, taken: set[str]) -> str:
    """`id_`, or the next one like it that is not among `taken`, as `reading.set_apart` has it."""
    made, count = id_, 1
    while made in taken:
        count += 1
        made = f"{id_}-{count}"
    taken.add(made)
    return made


def arrange(
    connection: sqlite3.Connection, versions: Versions, skipped: Sequence[Skipped], extra: str
) -> tuple[Entity, ...]:
    """Put the whole model in place of the one before; `extra` is JSON that goes with it.

    Returns the entities. The caller holds no transaction.
    """
    lines = list_articles(connection, versions)
    entities, owners = _resolve(connection, lines)
    places = {line.id: at for at, line in enumerate(lines)}
    about = _about(connection, lines, owners)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for table in ("listed", "entity", "sheet"):
            connection.execute(f"DELETE FROM {table}")
        connection.executemany(
            "INSERT INTO listed VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _listed(lines, entities, owners)
        )
        connection.executemany(
            "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", _entities(entities, places, about)
        )
        _put_sheets(connection, entities, skipped)
        said = {
            "mark": os.urandom(8).hex(),
            "articles": len(lines),
            "found": sum(line.extract is not None for line in lines),
            "facts": sum(line.facts for line in lines),
            "entities": len(entities),
            "skipped": len(skipped),
            **json.loads(extra),
        }
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('model', ?)", (json.dumps(said),))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return entities


def _resolve(
    connection: sqlite3.Connection, lines: Sequence[Line]
) -> tuple[tuple[Entity, ...], dict[str, array[int]]]:
    """The entities, and for each article the place of the entity of each mention (-1: none)."""
    from corpus.names.resolve import join

    owners: dict[str, array[int]] = {}

    def deal() -> Iterator[Card]:
        for line in lines:
            if line.extract is None:
                continue
            (sealed,) = connection.execute(
                "SELECT cards FROM extract WHERE no = ?", (line.extract,)
            ).fetchone()
            owners[line.id] = array("i")
            yield from to_cards(line.article, line.id, line.heading.title, sealed)

    found = join(deal())
    for at, entity in enumerate(found):
        for seen in entity.sightings:
            here = owners[seen.article]
            if seen.mention >= len(here):
                here.extend([-1] * (seen.mention + 1 - len(here)))
            here[seen.mention] = at
    return found, owners


def _about(
    connection: sqlite3.Connection, lines: Sequence[Line], owners: dict[str, array[int]]
) -> dict[int, array[int]]:
    """For each entity the facts that point to it: pairs of the article's place and the fact's."""
    about: dict[int, array[int]] = {}
    for position, line in enumerate(lines):
        if line.extract is None or not line.facts:
            continue
        (sealed,) = connection.execute(
            "SELECT refs FROM extract WHERE no = ?", (line.extract,)
        ).fetchone()
        refs, here = to_refs(line.article, line.id, sealed), owners[line.id]
        pairs = zip(refs[::2], refs[1::2], strict=True)
        named = ((number, here[m]) for number, m in pairs if m < len(here) and here[m] >= 0)
        for number, at in dict.fromkeys(named):
            about.setdefault(at, array("i")).extend((position, number))
    return about


def _listed(
    lines: Sequence[Line], entities: Sequence[Entity], owners: dict[str, array[int]]
) -> Iterator[tuple[object, ...]]:
    for at, line in enumerate(lines):
        named = None
        if line.extract is not None:
            here = owners[line.id]
            counts: dict[int, int] = {}
            for one in here:
                if one >= 0:
                    counts[one] = counts.get(one, 0) + 1
            within = sorted(counts, key=lambda one: (-counts[one], entities[one].id))
            named = pack_numbers(f"named {at}", array("i", [len(here), *here, *within]))
        heading = pack(f"heading {at}", codec.encode(line.heading))
        folded = fold(" ".join(words_of(line.heading)))
        yield at, line.id, line.article, line.extract, line.facts, heading, folded, named


def _entities(
    entities: Sequence[Entity], places: dict[str, int], about: dict[int, array[int]]
) -> Iterator[tuple[object, ...]]:
    for at, entity in enumerate(entities):
        head = codec.encode(replace(entity, sightings=()))
        seen = array("i")
        for one in entity.sightings:
            seen.extend((places[one.article], one.mention, one.start, one.end))
        yield (
            at,
            entity.id,
            pack(f"entity {at}", head),
            "\n".join(dict.fromkeys(fold(one) for one in (entity.name, *entity.spellings))),
            pack_numbers(f"sightings {at}", seen),
            pack_numbers(f"about {at}", about.get(at, array("i"))),
        )


def _put_sheets(
    connection: sqlite3.Connection, entities: Sequence[Entity], skipped: Sequence[Skipped]
) -> None:
    """What a list needs of all entities at once, and the files that were skipped."""
    kinds = array("b", (KINDS.index(entity.kind) for entity in entities))
    counts = array("i")
    for entity in entities:
        counts.extend((len(entity.sightings), len({one.article for one in entity.sightings})))
    sheets = {
        "kinds": seal("kinds", kinds.tobytes()),
        "counts": seal("counts", counts.tobytes()),
        "skipped": pack("skipped", codec.encode(tuple(skipped))),
    }
    connection.executemany("INSERT INTO sheet VALUES (?, ?)", sheets.items())
