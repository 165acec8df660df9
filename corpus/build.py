"""The pipeline: files to the in-memory model."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.model import (
    Article,
    ArticleId,
    Corpus,
    Entity,
    EntityId,
    Extract,
    Fact,
    Skipped,
)

if TYPE_CHECKING:
    from corpus.reading.guard.limits import Limits

FINDING = "finding names and facts"
_STEP = 50
"""Files after which progress is told again."""
_ENOUGH_FOR_CHILDREN = 400_000
"""Characters of text from which child processes pay for their start."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What is being done, and how much of it; `total` is 0 while unknown.

    `rate` is in words a second, `left` in seconds; both are 0 while unknown.
    """

    stage: str
    done: int
    total: int
    rate: int = 0
    left: int = 0
    skipped: int = 0


Tell = Callable[[Progress], object]
Asked = Callable[[], bool]


def load(
    paths: Sequence[str | Path],
    *,
    engine: str = "small",
    on_progress: Tell | None = None,
    on_corpus: Callable[[Corpus], None] | None = None,
    cancelled: Asked | None = None,
    children: int | None = 0,
    limits: Limits | None = None,
) -> Corpus:
    """Reads `paths` (files and folders; the bundled corpus if none) into a `Corpus`.

    `on_corpus` is called once all files are read, with articles but nothing found in them yet.
    `limits` bound what a single file may cost.
    `children` 0 finds names in this process, None in as many child processes as pay, if any.
    Returns what there is so far when `cancelled` turns true. Raises `DatelineError`.
    """
    from corpus import reading

    tell = on_progress or (lambda progress: None)
    stop = cancelled or (lambda: False)
    bare = gather(reading.load(paths or [reading.bundled()], limits), tell, stop)
    if on_corpus is not None:
        on_corpus(bare)
    if children is None:
        children = crew_size(bare, 0)
    return find(bare, engine, children, tell, stop)


def gather(items: Iterable[Article | Skipped], tell: Tell, stop: Asked) -> Corpus:
    """What was read, by date, then path: a corpus in which nothing has been looked for yet."""
    articles: list[Article] = []
    skipped: list[Skipped] = []
    tell(Progress("reading", 0, 0))
    for number, item in enumerate(items, 1):
        if isinstance(item, Article):
            articles.append(item)
        else:
            skipped.append(item)
        if number % _STEP == 0:
            tell(Progress("reading", number, 0))
        if stop():
            break
    articles.sort(key=lambda a: (a.published.value if a.published else "9999", a.path))
    return Corpus(
        articles=tuple(articles),
        skipped=tuple(skipped),
        by_id={a.id: a for a in articles},
    )


def crew_size(bare: Corpus, least: int) -> int:
    """How many child processes pay for the articles of `bare`: `least` for few, else all cores."""
    size = sum(len(a.text) for a in bare.articles)
    return max(least, os.cpu_count() or 1) if size > _ENOUGH_FOR_CHILDREN else least


def find(
    bare: Corpus,
    engine: str,
    children: int,
    tell: Tell,
    stop: Asked,
    known: Mapping[ArticleId, Extract] | None = None,
) -> Corpus:
    """`bare` with names and facts found in its articles, in this process or in `children`.

    When `stop` turns true, with those found so far. What is `known` is not looked for.
    """
    extracts: dict[ArticleId, Extract] = dict(known or {})
    total = len(bare.articles)
    unknown = [article for article in bare.articles if article.id not in extracts]
    tell(Progress(FINDING, len(extracts), total))
    for extract in _extracts(unknown, engine, children, stop):
        extracts[extract.article] = extract
        tell(Progress(FINDING, len(extracts), total))
        if stop():
            break
    tell(Progress("joining names", total, total))
    return assemble(bare.articles, extracts, bare.skipped)


def _extracts(
    articles: Sequence[Article], engine: str, children: int, stop: Asked
) -> Iterator[Extract]:
    if not articles:
        return
    if children:
        from corpus.crew import extract_in_children

        yield from extract_in_children(articles, engine, children, stop)
        return
    from corpus.extract import extract_all
    from corpus.language.engines import open_tagger

    yield from extract_all(articles, open_tagger(engine))


def assemble(
    articles: Sequence[Article],
    extracts: dict[ArticleId, Extract],
    skipped: Iterable[Skipped] = (),
) -> Corpus:
    """The model of `articles` and what was found in them, with all its indexes."""
    from corpus.names import resolve

    entities = resolve.resolve(articles, extracts) if extracts else ()
    entity_of = resolve.index(entities)
    return Corpus(
        articles=tuple(articles),
        extracts=extracts,
        entities=entities,
        skipped=tuple(skipped),
        by_id={a.id: a for a in articles},
        entity_by_id={e.id: e for e in entities},
        entity_of=entity_of,
        entities_in=_entities_in(entities),
        facts_about=_facts_about(articles, extracts, entity_of),
    )


def _entities_in(entities: Iterable[Entity]) -> dict[ArticleId, tuple[EntityId, ...]]:
    counts: dict[ArticleId, dict[EntityId, int]] = {}
    for entity in entities:
        for sighting in entity.sightings:
            here = counts.setdefault(sighting.article, {})
            here[entity.id] = here.get(entity.id, 0) + 1
    return {a: tuple(sorted(c, key=lambda e: (-c[e], e))) for a, c in counts.items()}


def _facts_about(
    articles: Sequence[Article],
    extracts: dict[ArticleId, Extract],
    entity_of: dict[tuple[ArticleId, int], EntityId],
) -> dict[EntityId, tuple[Fact, ...]]:
    out: dict[EntityId, list[Fact]] = {}
    for article in articles:
        extract = extracts.get(article.id)
        for fact in extract.facts if extract else ():
            mentions = {ref.mention for ref in fact.refs if ref.mention is not None}
            about = {entity_of[article.id, m] for m in mentions if (article.id, m) in entity_of}
            for entity in sorted(about):
                out.setdefault(entity, []).append(fact)
    return {e: tuple(f) for e, f in out.items()}
