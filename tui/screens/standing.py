"""What the reading room's status line says of a corpus and of a name."""

from __future__ import annotations

from corpus.model import Corpus, Entity, Kind


def summary(corpus: Corpus) -> str:
    """The corpus in one line: how many articles, people and places."""
    if not corpus.articles:
        return ""
    counts = {kind: sum(one.kind is kind for one in corpus.entities) for kind in Kind}
    words = [counted(len(corpus.articles), "article")]
    if corpus.entities:
        words.append(counted(counts[Kind.PERSON], "person", "people"))
        words.append(counted(counts[Kind.PLACE], "place"))
        words.append(counted(counts[Kind.ORGANISATION], "organisation"))
    if corpus.skipped:
        words.append(f"{len(corpus.skipped)} skipped")
    return " · ".join(words)


def counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def standing(entity: Entity) -> str:
    """A name in one line: how often it stands where, and how else it is spelt."""
    articles = len({sighting.article for sighting in entity.sightings})
    others = [name for name in entity.spellings if name != entity.name]
    also = f" · also {', '.join(others)}" if others else ""
    where = counted(articles, "article")
    return f"{entity.name} · {counted(len(entity.sightings), 'mention')} in {where}{also}"
