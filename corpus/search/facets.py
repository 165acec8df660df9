"""What a search asks the model about: who and what is in which article, stated or tagged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from corpus.model import Article, ArticleId, Corpus, EntityId, Kind, Span

PEOPLE = (Kind.PERSON, Kind.ORGANISATION)
PLACES = (Kind.PLACE,)
_OPERATORS = str.maketrans("'^$!|@:*", "        ")
_SAME = 0.05
"""How much worse than the best a name may fit and still be meant."""
_NAMESAKES = 50


class Facets(Protocol):
    """Answers of the model, or of a store that keeps it on disk."""

    def entities(self, name: str, kinds: tuple[Kind, ...]) -> tuple[EntityId, ...]:
        """The entities of `kinds` that `name` means, in whatever spelling; best first."""

    def called(self, entity: EntityId) -> str:
        """An entity's usual name."""

    def naming(self, entities: Iterable[EntityId]) -> Iterable[int]:
        """The places in `Corpus.articles` of those that name one of `entities`."""

    def mentions(self, article: ArticleId, entities: Iterable[EntityId]) -> tuple[Span, ...]:
        """Where an article names one of `entities`."""

    def fact_kinds(self) -> Iterable[str]:
        """The kinds of facts there are."""

    def stating(self, kind: str) -> Iterable[int]:
        """The places in `Corpus.articles` of those that state a fact of `kind`."""

    def evidence(self, article: ArticleId, kind: str) -> tuple[Span, ...]:
        """The sentences of an article that state facts of `kind`."""

    def tagged(self, tag: str) -> Iterable[ArticleId] | None:
        """The articles that the reader has given `tag`; None where tags are not kept."""


class Named(Protocol):
    """A hit of a name index: `corpus.names.index.Hit`, or the like."""

    entry: int
    score: float


class Lookup(Protocol):
    """A name index whose entries are the entities, in order: `corpus.names.index.NameIndex`."""

    def search(self, query: str, limit: int = 50) -> Sequence[Named]:
        """The entries that `query` may mean, best first."""


class CorpusFacets:
    """Facets of a `Corpus`, worked out when first asked for."""

    def __init__(
        self, corpus: Corpus,
        lookup: Callable[[], Lookup] | None = None,
        tags: Callable[[str], Iterable[ArticleId] | None] | None = None,
    ) -> None:  # fmt: skip
        """`lookup` gives an index over `corpus.entities`, if there is one already.

        `tags` gives the articles that bear a tag, None where no tags are kept.
        """
        self._corpus = corpus
        self._make_lookup = lookup or (lambda: lookup_of(corpus))
        self._lookup: Lookup | None = None
        self._tags = tags
        self._meant: dict[tuple[str, tuple[Kind, ...]], tuple[EntityId, ...]] = {}
        self._stating: Mapping[str, Sequence[int]] | None = None

    def entities(self, name: str, kinds: tuple[Kind, ...]) -> tuple[EntityId, ...]:
        found = self._meant.get((name, kinds))
        if found is None:
            found = self._meant[name, kinds] = self._entities(name, kinds)
        return found

    def _entities(self, name: str, kinds: tuple[Kind, ...]) -> tuple[EntityId, ...]:
        plain = " ".join(name.translate(_OPERATORS).split())
        if not plain:
            return ()
        if self._lookup is None:
            self._lookup = self._make_lookup()
        hits = [
            hit for kind in kinds
            for hit in self._lookup.search(f"{_LETTER[kind]}: {plain}", _NAMESAKES)
            if hit.score >= _GOOD
        ]  # fmt: skip
        best = max((hit.score for hit in hits), default=0.0)
        hits = [hit for hit in hits if hit.score >= best - _SAME]
        hits.sort(key=lambda hit: -hit.score)
        return tuple(self._corpus.entities[hit.entry].id for hit in hits)

    def called(self, entity: EntityId) -> str:
        found = self._corpus.entity_by_id.get(entity)
        return found.name if found else entity

    def naming(self, entities: Iterable[EntityId]) -> Iterable[int]:
        return {at for entity in entities for at in self._corpus.positions_of(entity)}

    def mentions(self, article: ArticleId, entities: Iterable[EntityId]) -> tuple[Span, ...]:
        wanted = set(entities)
        extract = self._corpus.extracts.get(article)
        if extract is None or not wanted:
            return ()
        of = self._corpus.entity_of
        return tuple(
            mention.span
            for at, mention in enumerate(extract.mentions)
            if of.get((article, at)) in wanted
        )

    def fact_kinds(self) -> Iterable[str]:
        return self._by_kind()

    def stating(self, kind: str) -> Iterable[int]:
        return self._by_kind().get(kind, ())

    def evidence(self, article: ArticleId, kind: str) -> tuple[Span, ...]:
        extract = self._corpus.extracts.get(article)
        spans = {s for f in extract.facts if f.kind == kind for s in f.evidence} if extract else ()
        return tuple(sorted(spans))

    def tagged(self, tag: str) -> Iterable[ArticleId] | None:
        return None if self._tags is None else self._tags(tag)

    def learn(self, stating: Mapping[str, Sequence[int]]) -> None:
        """Take over what `count_kinds` gave for this very corpus."""
        self._stating = stating

    def _by_kind(self) -> Mapping[str, Sequence[int]]:
        if self._stating is None:
            self._stating = count_kinds(self._corpus)
        return self._stating


def count_kinds(corpus: Corpus) -> dict[str, list[int]]:
    """For each kind of fact the places of the articles that state one; reads all facts."""
    out: dict[str, list[int]] = {}
    place = {heading.id: at for at, heading in enumerate(corpus.headings)}
    for fact in corpus.facts:
        at = place.get(fact.article)
        places = out.setdefault(fact.kind, [])
        if at is not None and (not places or places[-1] != at):
            places.append(at)
    return out


_LETTER = {Kind.PERSON: "p", Kind.PLACE: "l", Kind.ORGANISATION: "o"}
_GOOD = 0.75


def lookup_of(corpus: Corpus) -> Lookup:
    """The index of names that a stored corpus has ready, else one made now."""
    stored = getattr(corpus, "name_index", None)
    index: Lookup | None = stored() if stored is not None else None
    if index is not None:
        return index
    from corpus.names.index import Entry, build

    return build([Entry(e.name, e.spellings, e.kind, len(e.sightings)) for e in corpus.entities])


def key(article: Article) -> str:
    """What changes when an article has to be indexed anew."""
    from hashlib import sha256

    content = article.digest or sha256(article.text.encode("utf-8", "replace")).hexdigest()
    return f"{content} {article.title.value}"
