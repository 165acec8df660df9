"""What the reader can say something about: a passage, an article, a name, a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.model import Article, Corpus, Entity, Fact, Span

if TYPE_CHECKING:
    from corpus.notebook.placing import Placeable, Placed
    from corpus.notebook.records import Target


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity, else a fact, else a passage of an article, else (no span) the article."""

    entity: Entity | None = None
    fact: Fact | None = None
    article: Article | None = None
    span: Span | None = None

    @property
    def called(self) -> str:
        """What the reader is told that the words are on."""
        if self.entity is not None:
            return self.entity.name
        if self.fact is not None:
            return "this fact"
        return "this passage" if self.span is not None else "this article"

    def target(self, corpus: Corpus) -> Target:
        """How a record names it; reads the article, so not for the event loop."""
        from corpus.notebook.anchors import anchor
        from corpus.notebook.finding import named, statement

        if self.entity is not None:
            return named(corpus, self.entity)
        if self.fact is not None:
            return statement(corpus, self.fact)
        if self.article is None:
            raise ValueError("there is nothing to write on")
        return anchor(self.article, self.span or Span(0, 0))

    def records(self, placed: Placed) -> tuple[Placeable, ...]:
        """What the reader has said of it."""
        if self.entity is not None:
            return placed.names.get(self.entity.id, ())
        if self.fact is not None:
            return placed.facts.get(self.fact.id, ())
        if self.article is None:
            return ()
        here = placed.passages.get(self.article.id, ())
        span = self.span
        if span is None:
            return tuple(record for place, record in here if place.start == place.end)
        return tuple(record for place, record in here if place.meets(span))
