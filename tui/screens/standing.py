"""What the reading room's status line says of a corpus and of a name."""

from __future__ import annotations

from corpus.model import Corpus, Entity, Kind
from tui.messages import Progressed


def summary(corpus: Corpus) -> str:
    """The corpus in one line: how many articles, people and places."""
    if not corpus.articles:
        return ""
    counts = corpus.kinds
    words = [counted(len(corpus.articles), "article")]
    if corpus.entities:
        words.append(counted(counts[Kind.PERSON], "person", "people"))
        words.append(counted(counts[Kind.PLACE], "place"))
        words.append(counted(counts[Kind.ORGANISATION], "organisation"))
    if corpus.skipped:
        words.append(f"{len(corpus.skipped)} skipped")
    return " · ".join(words)


def progress_line(message: Progressed) -> str:
    """How far the loader is, how fast, and how long it will take."""
    total = f" of {message.total:,}" if message.total else ""
    count = f" {message.done:,}{total}" if message.done or message.total else ""
    words = [f"{message.stage[:1].upper()}{message.stage[1:]}{count}…"]
    if message.rate:
        words.append(f"{message.rate:,} words a second")
    if message.left > 1:
        words.append(f"{_span(message.left)} left")
    if message.skipped:
        words.append(f"{message.skipped:,} skipped")
    return " · ".join(words)


def _span(seconds: int) -> str:
    if seconds < 90:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02} min"


def counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def standing(entity: Entity) -> str:
    """A name in one line: how often it stands where, and how else it is spelt."""
    articles = len({sighting.article for sighting in entity.sightings})
    others = [name for name in entity.spellings if name != entity.name]
    also = f" · also {', '.join(others)}" if others else ""
    where = counted(articles, "article")
    return f"{entity.name} · {counted(len(entity.sightings), 'mention')} in {where}{also}"
