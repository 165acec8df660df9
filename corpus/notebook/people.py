"""Who is whom, as the reader has it: merges and splits over the entities of a corpus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from corpus.model import ArticleId, Corpus, Entity, EntityId, Sighting
from corpus.names.fold import fold
from corpus.notebook.finding import Finder, slug
from corpus.notebook.records import Merge, Split
from corpus.notebook.tidy import tidy

YOU_SAY = "you say that "
"""How the reasons begin that the reader gave."""
NOT_FOUND = "none of these names is in this corpus"


@dataclass(slots=True)
class Who:
    """What differs from the corpus: entities changed and made, those gone, and where to now."""

    corpus: Corpus
    finder: Finder
    changed: dict[EntityId, Entity] = field(default_factory=dict)
    gone: set[EntityId] = field(default_factory=set)
    moved: dict[tuple[ArticleId, int], EntityId] = field(default_factory=dict)
    origins: dict[EntityId, frozenset[EntityId]] = field(default_factory=dict)
    """Entity → those of the corpus whose mentions it may have."""
    records: dict[EntityId, tuple[str, ...]] = field(default_factory=dict)
    """Entity → ids of the records that made it what it is."""
    unlaid: dict[str, str] = field(default_factory=dict)
    """Id of a record that changes nothing → why."""

    def lay(self, records: Iterable[Merge | Split]) -> None:
        """Makes all merges and splits, oldest first: later ones see what earlier ones made."""
        for record in sorted(records, key=lambda r: (r.created, r.id)):
            why = self._merge(record) if isinstance(record, Merge) else self._split(record)
            if why:
                self.unlaid[record.id] = why

    def known(self, id_: EntityId) -> Entity | None:
        """An entity as it is now."""
        if id_ in self.gone:
            return None
        return self.changed.get(id_) or self.corpus.entity_by_id.get(id_)

    def _merge(self, record: Merge) -> str:
        members: list[Entity] = []
        for name in record.names:
            found = self.finder.entity(name, self.known, self.changed.values())
            if found is not None and found not in members:
                members.append(found)
        if len(members) < 2:
            return "only one of these names is in this corpus" if members else NOT_FOUND
        first, *rest = members
        others = ", ".join(e.name for e in rest)
        reason = f"{YOU_SAY}{first.name} is also {others}" + _because(record.reason)
        sightings = sorted((s for e in members for s in e.sightings), key=self._order)
        spellings = dict.fromkeys(s for e in members for s in (*e.spellings,))
        basis = dict.fromkeys((*(b for e in members for b in e.basis), reason))
        place = next((e.place for e in members if e.place is not None), None)
        self._put(replace(first, spellings=tuple(spellings), sightings=tuple(sightings),
                          place=place, basis=tuple(basis)), members, record.id)  # fmt: skip
        for other in rest:
            self.changed.pop(other.id, None)
            self.gone.add(other.id)
            self.moved.update({(s.article, s.mention): first.id for s in other.sightings})
        return ""

    def _split(self, record: Split) -> str:
        whole = self.finder.entity(record.of, self.known, self.changed.values())
        if whole is None:
            return NOT_FOUND
        if not record.spelling and not record.paths:
            return "it does not say what to split off"
        taken, left, counts = self._deal(whole, record)
        if not taken or not left:
            return "nothing is named so" if not taken else "nothing would be left"
        name = record.new_name or record.spelling or f"{whole.name} (2)"
        id_ = EntityId(f"{slug(whole.kind, name)}~{record.id[:6]}")
        reason = f"{YOU_SAY}this is not {whole.name}" + _because(record.reason)
        there, here = _spellings(counts[0]), _spellings(counts[1])
        made = Entity(id_, name, whole.kind, there, tuple(taken), None, (reason,))
        kept = whole.name
        if here and fold(kept) not in set(map(fold, here)) and fold(kept) == fold(record.spelling):
            kept = max(here, key=lambda s: (" " in s, counts[1][s]))
        basis = f"{YOU_SAY}{name} is not {kept}" + _because(record.reason)
        rest = replace(whole, name=kept, spellings=here, sightings=tuple(left),
                       basis=(*whole.basis, basis))  # fmt: skip
        self._put(rest, [whole], record.id)
        self._put(made, [whole], record.id)
        self.moved.update({(s.article, s.mention): id_ for s in taken})
        return ""

    def _deal(
        self, whole: Entity, record: Split
    ) -> tuple[list[Sighting], list[Sighting], tuple[dict[str, int], dict[str, int]]]:
        """The sightings to take and to leave, and how often each spelling is among them."""
        taken: list[Sighting] = []
        left: list[Sighting] = []
        counts: tuple[dict[str, int], dict[str, int]] = ({}, {})
        paths = set(record.paths)
        wanted = " ".join(record.spelling.split())
        text, path, last = "", "", None
        for seen in whole.sightings:
            if seen.article != last:
                article = self.corpus.by_id[seen.article]
                text, path, last = article.text, tidy(article.path), seen.article
            spelling = " ".join(text[seen.start : seen.end].split())
            off = (not wanted or spelling == wanted) and (not paths or path in paths)
            (taken if off else left).append(seen)
            count = counts[0 if off else 1]
            count[spelling] = count.get(spelling, 0) + 1
        return taken, left, counts

    def _put(self, entity: Entity, members: list[Entity], record: str) -> None:
        sources = [self.origins.get(e.id, frozenset((e.id,))) for e in members]
        self.origins[entity.id] = frozenset().union(*sources)
        before = [r for e in members for r in self.records.get(e.id, ())]
        self.records[entity.id] = tuple(dict.fromkeys((*before, record)))
        self.changed[entity.id] = entity
        self.moved.update(
            {
                key: entity.id
                for s in entity.sightings
                if self.moved.get(key := (s.article, s.mention), entity.id) != entity.id
            }
        )

    def _order(self, seen: Sighting) -> tuple[int, int]:
        return self.corpus.position(seen.article) or 0, seen.start


def _spellings(counts: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda s: (-counts[s], s)))


def _because(reason: str) -> str:
    return f": {' '.join(reason.split())}" if reason.strip() else ""
