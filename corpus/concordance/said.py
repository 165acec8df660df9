"""What a speaker is quoted or reported to have said."""

from __future__ import annotations

from corpus.model import ArticleId, Corpus, EntityId, Span

_SPEECH = ("quotation", "claim")


def words_of(corpus: Corpus, speaker: EntityId) -> dict[ArticleId, tuple[Span, ...]]:
    """Where words of `speaker` stand: what a quotation or claim gives as said, else all of it."""
    out: dict[ArticleId, list[Span]] = {}
    for fact in corpus.facts_about.get(speaker, ()):
        ref = fact.speaker
        if fact.kind not in _SPEECH or ref is None or ref.mention is None:
            continue
        if corpus.entity_of.get((fact.article, ref.mention)) != speaker:
            continue
        words = [fact.object.span] if fact.object and fact.object.span else list(fact.evidence)
        out.setdefault(fact.article, []).extend(words)
    return {article: tuple(sorted(set(spans))) for article, spans in out.items()}
