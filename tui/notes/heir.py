"""Names over the reader's merges and splits."""

from __future__ import annotations

from corpus.model import Corpus, Entity


def heir(corpus: Corpus, entity: Entity) -> Entity | None:
    """Who `entity` is in another state of the same corpus: who bears its first mention there."""
    for seen in entity.sightings[:1]:
        found = corpus.entity_of.get((seen.article, seen.mention))
        return corpus.entity_by_id.get(found) if found is not None else None
    return None
