"""What several formats say in the same words: where a fact stands, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from corpus.across import parties
from corpus.export.setting import Setting
from corpus.model import Article, Corpus, Fact, When

_SPOKEN = frozenset({"quotation", "claim"})


def says(fact: Fact) -> str:
    """A fact in a line."""
    words = parties.words(fact)
    if fact.place is not None and fact.place.text not in words:
        words += f", {fact.place.text}"
    if fact.speaker is not None and fact.kind not in _SPOKEN:
        words += f" (says {fact.speaker.text})"
    return " ".join(words.split())


def quote(article: Article, fact: Fact) -> str:
    """The words that state a fact, those of several places parted by dots."""
    return " … ".join(" ".join(span.of(article.text).split()) for span in fact.evidence)


def place(article: Article, offset: int) -> str:
    """Where in its file a character stands."""
    page = article.page(offset)
    if page is not None:
        return f"{article.path}, page {page}"
    return f"{article.path}, line {article.line(offset)}"


def facts(corpus: Corpus, setting: Setting) -> Iterator[Fact]:
    """All facts, or those about the entity that the export is narrowed to."""
    if setting.about is not None:
        yield from corpus.facts_about.get(setting.about, ())
        return
    for article in corpus.articles:
        extract = corpus.extracts.get(article.id)
        yield from extract.facts if extract is not None else ()


def happenings(corpus: Corpus, setting: Setting) -> Iterator[tuple[Fact, date, date | None]]:
    """Facts that tell of something with a date: the first day, and the last where it is known.

    When something was said is not when it happened, so quotations and claims are left out.
    """
    for fact in facts(corpus, setting):
        when = fact.when
        if fact.kind in _SPOKEN or when is None:
            continue
        first = when.first or when.last
        if first is not None:
            yield fact, first, when.last if when.first is not None else None


def after(day: date) -> date | None:
    """The day after, None at the end of all days."""
    return day + timedelta(days=1) if day != date.max else None


def uncertain(fact: Fact, when: When | None) -> str:
    """What a reader should know of a date and of how surely it is said, "" where nothing."""
    notes = [fact.certainty.value] if fact.certainty.value != "stated" else []
    if when is not None:
        notes.append(f"date as written: {when.text}")
        if when.basis != "as written":
            notes.append(f"by {when.basis}")
    return "; ".join(notes)
