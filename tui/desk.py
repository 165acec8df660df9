"""What lies before the reader: what a view is opened on."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.model import Article, ArticleId, Corpus, Entity, EntityId, Span


@dataclass(frozen=True, slots=True)
class Desk:
    """The corpus, the article that is open, the passage marked in it and the chosen name."""

    corpus: Corpus = field(default_factory=Corpus)
    article: ArticleId | None = None
    mark: Span | None = None
    chosen: EntityId | None = None

    @property
    def document(self) -> Article | None:
        """The open article itself."""
        return self.corpus.by_id.get(self.article) if self.article is not None else None

    @property
    def entity(self) -> Entity | None:
        """The chosen one itself."""
        return self.corpus.entity_by_id.get(self.chosen) if self.chosen is not None else None
