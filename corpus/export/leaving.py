"""The corpus without some people: their entity, their names in every text, the facts about them.

Names are blacked out in the text itself, and all that counts its characters is counted anew; so
every sentence is still where a fact says it is, and no format has to know of it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, Generic, TypeVar, overload

from corpus.export.blacking import Cuts, Names, inside, merged
from corpus.export.setting import LeftOut
from corpus.model import (
    Article,
    ArticleId,
    Corpus,
    Entity,
    EntityId,
    Extract,
    Fact,
    Heading,
    Mention,
    Sighting,
    Skipped,
    Span,
)

__all__ = ["LeftOut", "leave_out"]

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")

_KEPT = 256


def leave_out(
    corpus: Corpus, people: Iterable[EntityId], names: Iterable[str] = ()
) -> tuple[Corpus, LeftOut]:
    """`corpus` without `people` and whoever bears one of `names`, and how much that is.

    Walks all texts; what is blacked out reads `[name left out]`.
    """
    gone = frozenset(people)
    more = tuple(name for name in names if name.strip())
    if not gone and not more:
        return corpus, LeftOut()
    made = Without(corpus, gone, more)
    return made, made.left_out


class Mapped(Sequence[T], Generic[T]):
    """Some items of a sequence, each as `make` makes it when asked for."""

    def __init__(
        self, base: Sequence[Any], make: Callable[[Any], T], places: Sequence[int] | None = None
    ) -> None:
        self._base = base
        self._make = make
        self._places = range(len(base)) if places is None else places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self._make(self._base[place]) for place in self._places[at])
        return self._make(self._base[self._places[at]])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))


class Through(Mapping[K, V], Generic[K, V]):
    """A mapping without some keys, whose values are as `make` makes them."""

    def __init__(
        self,
        base: Mapping[K, Any],
        make: Callable[[K, Any], V],
        holds: Callable[[K], bool] = lambda key: True,
        renamed: Mapping[K, K] | None = None,
    ) -> None:
        self._base = base
        self._make = make
        self._holds = holds
        self._renamed = renamed or {}
        self._before = {new: old for old, new in self._renamed.items()}

    def __getitem__(self, key: K) -> V:
        before = self._before.get(key, key)
        if key in self._renamed or not self._holds(before):
            raise KeyError(key)
        return self._make(key, self._base[before])

    def __iter__(self) -> Iterator[K]:
        return (self._renamed.get(key, key) for key in self._base if self._holds(key))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Without(Corpus):
    """A corpus without some people; `left_out` counts what that takes away."""

    left_out: LeftOut
    _base: Corpus
    _gone: frozenset[EntityId]
    _names: Names
    _cuts: dict[ArticleId, Cuts]
    _ids: dict[EntityId, EntityId]
    """New ids of those whose own would tell a name."""
    _made: dict[ArticleId, Extract]

    def __init__(self, base: Corpus, gone: frozenset[EntityId], names: Sequence[str]) -> None:
        left = [base.entity_by_id[one] for one in sorted(gone)]
        spelt = [name for one in left for name in (one.name, *one.spellings)]
        kept = [at for at, one in enumerate(base.entities) if one.id not in gone]
        for name, value in {
            "_base": base,
            "_gone": gone,
            "_names": Names((*spelt, *names)),
            "_made": {},
        }.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_cuts", dict(self._find(left)))
        object.__setattr__(self, "_ids", dict(self._rename(kept)))
        for name, value in {
            "articles": Mapped(base.articles, self._article),
            "extracts": Through(base.extracts, self._extract),
            "entities": Mapped(base.entities, self._entity, kept),
            "skipped": Mapped(base.skipped, self._skipped),
            "by_id": Through(base.by_id, lambda _, article: self._article(article)),
            "entity_by_id": Through(
                base.entity_by_id, lambda _, one: self._entity(one), self._stays, self._ids
            ),
            "entity_of": Through(
                base.entity_of,
                lambda _, one: self._ids.get(one, one),
                lambda key: base.entity_of.get(key) not in gone,
            ),
            "entities_in": Through(
                base.entities_in,
                lambda _, ids: tuple(self._ids.get(one, one) for one in ids if one not in gone),
            ),
            "facts_about": Through(base.facts_about, self._about, self._stays, self._ids),
        }.items():
            object.__setattr__(self, name, value)
        people = len(gone) + len(names)
        object.__setattr__(
            self,
            "left_out",
            LeftOut(people, sum(len(cuts.spans) for cuts in self._cuts.values()), self._dropped()),
        )

    def _find(self, left: Sequence[Entity]) -> Iterator[tuple[ArticleId, Cuts]]:
        """What is to be blacked out in each article that names one of them."""
        seen: dict[ArticleId, list[Span]] = {}
        for entity in left:
            for one in entity.sightings:
                seen.setdefault(one.article, []).append(Span(one.start, one.end))
        for article in self._base.articles:
            spans = [*seen.get(article.id, ()), *self._names.full(article.text)]
            parts = self._names.parts(article.text)
            if parts:
                others = self._others(article.id)
                spans += [span for span in parts if not inside(span, others)]
            if spans:
                yield article.id, Cuts(merged(spans))

    def _rename(self, kept: Sequence[int]) -> Iterator[tuple[EntityId, EntityId]]:
        for at in kept:
            one = self._base.entities[at]
            if self._names.full(one.id):
                yield one.id, EntityId(f"{one.kind.value}:number-{at}")

    def _stays(self, entity: EntityId) -> bool:
        return entity not in self._gone

    def _others(self, article: ArticleId) -> Sequence[Span]:
        """Where an article names somebody or something else."""
        extract = self._base.extracts.get(article)
        of = self._base.entity_of
        return merged(
            mention.span
            for at, mention in enumerate(extract.mentions if extract is not None else ())
            if (owner := of.get((article, at))) is not None and owner not in self._gone
        )

    def _dropped(self) -> int:
        return sum(
            len(self._base.extracts[one].facts) - len(self.extracts[one].facts)
            for one in self._cuts
            if one in self._base.extracts
        )

    @property
    def headings(self) -> Sequence[Heading]:
        """As `Corpus.headings`."""
        return Mapped(self._base.headings, self._heading)

    def position(self, article: ArticleId) -> int | None:
        """As `Corpus.position`."""
        return self._base.position(article)

    def _heading(self, one: Heading) -> Heading:
        words = (one.title, one.publisher, one.author)
        title, publisher, author = map(self._names.blacken, words)
        path = self._names.blacken_path(one.path)
        return Heading(one.id, path, title, publisher, author, one.published)

    def _skipped(self, one: Skipped) -> Skipped:
        return Skipped(self._names.blacken_path(one.path), self._names.blacken(one.reason))

    def _article(self, article: Article) -> Article:
        cuts = self._cuts.get(article.id, Cuts())
        path = self._names.blacken_path(article.path)
        address = article.address
        if address is not None:
            address = replace(address, value=self._names.blacken_path(address.value))
        offsets = tuple(cuts.start(offset) for offset in article.offsets)
        made = replace(article, text=cuts.text(article.text), path=path, offsets=offsets)
        stated = {
            name: self._moved(getattr(article, name), cuts, article.text)
            for name in ("title", "publisher", "author", "published", "remarks")
        }
        return replace(made, address=address, **stated)

    def _entity(self, entity: Entity) -> Entity:
        seen = Mapped(entity.sightings, self._sighting)
        black = self._names.blacken if self._names.full(" ; ".join(entity.spellings)) else str
        name = black(entity.name)
        spellings = tuple(dict.fromkeys(map(black, entity.spellings)))
        basis = tuple(map(self._names.blacken, entity.basis))
        id_ = self._ids.get(entity.id, entity.id)
        return replace(entity, id=id_, name=name, spellings=spellings, sightings=seen, basis=basis)

    def _sighting(self, seen: Sighting) -> Sighting:
        cuts = self._cuts.get(seen.article)
        if cuts is None:
            return seen
        span = cuts.span(Span(seen.start, seen.end))
        return Sighting(seen.article, seen.mention, span.start, span.end)

    def _about(self, entity: EntityId, facts: Sequence[Fact]) -> Sequence[Fact]:
        wanted: dict[ArticleId, set[str]] = {}
        for fact in facts:
            wanted.setdefault(fact.article, set()).add(fact.id)
        return tuple(
            fact for article, ids in wanted.items()
            for fact in self.extracts[article].facts if fact.id in ids
        )  # fmt: skip

    def _extract(self, article: ArticleId, extract: Extract) -> Extract:
        made = self._made.get(article)
        if made is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            made = self._made[article] = self._blackened(article, extract)
        return made

    def _blackened(self, article: ArticleId, extract: Extract) -> Extract:
        cuts = self._cuts.get(article, Cuts())
        if not cuts.spans:
            said = repr(extract.facts)  # what the reader corrected may name them all the same
            if not self._names.full(said) and not self._names.parts(said):
                return extract
        text = self._base.by_id[article].text
        facts = tuple(self._moved(f, cuts, text) for f in extract.facts if not self._tells_of(f))
        chains = tuple(
            self._moved(chain, cuts, text)
            for chain in extract.chains
            if not any(self._base.entity_of.get((article, m)) in self._gone for m in chain.mentions)
        )
        rest = {
            name: self._moved(getattr(extract, name), cuts, text)
            for name in ("sentences", "mentions", "dates", "amounts", "quotations", "aliases")
        }
        return Extract(article, facts=facts, chains=chains, **rest)

    def _tells_of(self, fact: Fact) -> bool:
        """Whether a fact points to one of them, or its own words name one."""
        for ref in fact.refs:
            entity = self._base.entity_for(fact, ref)
            if entity is not None and entity.id in self._gone:
                return True
        named = [fact.subject, fact.speaker, *fact.tellers, fact.source]
        if fact.kind not in ("quotation", "claim"):  # there the object is what somebody says
            named += [fact.object, *(detail.ref for detail in fact.details)]
        return any(self._names.full(ref.text) for ref in named if ref is not None)

    def _moved(self, value: Any, cuts: Cuts, text: str) -> Any:
        """`value` with its spans counted anew and its words blacked out as they are in the text."""
        if isinstance(value, Span):
            return cuts.span(value)
        if isinstance(value, Mention):
            span = cuts.span(value.span)
            return Mention(span.start, span.end, value.kind, value.basis)
        if isinstance(value, StrEnum):
            return value
        if isinstance(value, str):
            return self._names.blacken(value)
        if isinstance(value, tuple):
            return tuple(self._moved(one, cuts, text) for one in value)
        if not dataclasses.is_dataclass(value) or isinstance(value, type):
            return value
        fields = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
        moved = {
            name: self._moved(held, cuts, text)
            for name, held in fields.items()
            if name not in _FIXED
        }
        words, where = fields.get("text"), fields.get("span")
        if isinstance(words, str) and isinstance(where, Span):
            stood = where.of(text)
            if words in (stood, " ".join(stood.split())):
                now = cuts.span(where).of(cuts.text(text))
                moved["text"] = now if words == stood else " ".join(now.split())
        return replace(value, **moved)


_FIXED = frozenset({"id", "article", "kind", "precision", "mention", "mentions", "certainty"})
"""Fields that name something by a number or a word of ours."""
