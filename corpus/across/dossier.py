"""All that a corpus knows of one entity, each line with the facts behind it.

Only articles that mention the entity are touched.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from corpus.across import offices, parties
from corpus.across.company import Companion, companions
from corpus.across.compatible import decided
from corpus.across.happenings import sort
from corpus.across.merging import Line, lines
from corpus.across.stems import head, stem
from corpus.model import Article, ArticleId, Corpus, Entity, EntityId, Fact, FactId, Kind, Sighting


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way in which the entity is written, and everywhere it is."""

    text: str
    sightings: tuple[Sighting, ...]

    @property
    def count(self) -> int:
        """How often it is written so."""
        return len(self.sightings)

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that write it so, in the order of the corpus."""
        return tuple(dict.fromkeys(s.article for s in self.sightings))


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of `entity`; every line holds its facts, and dated lines run by date.

    `first` and `last` are the articles published first and last that mention it, None where no
    article has a date; `begins` and `ends` the earliest and the latest dated line.
    """

    entity: Entity
    spellings: tuple[Spelling, ...] = ()
    aliases: tuple[Line, ...] = ()
    roles: tuple[Line, ...] = ()
    moves: tuple[Line, ...] = ()
    disclosures: tuple[Line, ...] = ()
    kin: tuple[Line, ...] = ()
    harm: tuple[Line, ...] = ()
    events: tuple[Line, ...] = ()
    quantities: tuple[Line, ...] = ()
    ties: tuple[Line, ...] = ()
    said: tuple[Line, ...] = ()
    """Quotations and claims of which the entity is the speaker."""
    told: tuple[Line, ...] = ()
    """Quotations and claims of others that name it."""
    gaps: tuple[Line, ...] = ()
    others: tuple[Line, ...] = ()
    """Facts of further kinds, such as practices and judgements."""
    places: tuple[Line, ...] = ()
    """Where its moves, roles and harm took place; the text of a line is the place."""
    company: tuple[Companion, ...] = ()
    first: Article | None = None
    last: Article | None = None
    begins: Line | None = None
    ends: Line | None = None
    articles: tuple[ArticleId, ...] = ()
    notes: tuple[str, ...] = ()
    """What the dossier itself lacks, in plain words."""


_SECTIONS = {
    "name": "aliases", "role": "roles", "move": "moves", "disclosure": "disclosures",
    "kin": "kin", "harm": "harm", "event": "events", "quantity": "quantities", "tie": "ties",
    "gap": "gaps",
}  # fmt: skip
_DATED = ("roles", "moves", "disclosures", "harm", "events")


def dossier(corpus: Corpus, entity_id: EntityId) -> Dossier:
    """All that `corpus` knows of an entity. Raises `KeyError` for an unknown one."""
    entity = corpus.entity_by_id[entity_id]
    articles = tuple(dict.fromkeys(s.article for s in entity.sightings))
    facts = corpus.facts_about.get(entity_id, ())
    boxes: dict[str, list[Fact]] = {}
    spoken: dict[FactId, Fact] = {}
    for fact in facts:
        if fact.kind in ("quotation", "claim"):
            if parties.entity(corpus, fact, fact.speaker) == entity_id:
                spoken[fact.id] = fact
        elif _concerns(corpus, fact, entity_id):
            boxes.setdefault(_SECTIONS.get(fact.kind, "others"), []).append(fact)
    fuller = offices.named(boxes.get("roles", ()))
    sections = {
        name: lines(
            box,
            lambda f: _key(corpus, f, entity_id, fuller),
            lambda f: _words(corpus, f, entity_id),
        )
        for name, box in boxes.items()
    }
    dated = [line for name in _DATED for line in sections.get(name, ()) if decided(line.when)]
    dated.sort(key=lambda line: str(line.when.first if line.when else ""))
    published = [a for a in (corpus.by_id[i] for i in articles) if a.published is not None]
    published.sort(key=lambda a: a.published.value if a.published else "")
    return Dossier(
        entity,
        _spellings(corpus, entity),
        **sections,
        said=_speech(spoken.values()),
        told=_speech(_about(corpus, entity, spoken)),
        places=_places(corpus, boxes, entity_id),
        company=companions(corpus, entity),
        first=published[0] if published else None,
        last=published[-1] if published else None,
        begins=dated[0] if dated else None,
        ends=max(dated, key=lambda line: str(line.when.last if line.when else ""), default=None),
        articles=articles,
        notes=_notes(entity, sections, len(articles) - len(published), len(articles)),
    )


def _concerns(corpus: Corpus, fact: Fact, entity: EntityId) -> bool:
    """Whether the entity takes part in what is told, rather than only telling it."""
    refs = (fact.subject, fact.object, fact.place, *(detail.ref for detail in fact.details))
    return any(parties.entity(corpus, fact, ref) == entity for ref in refs)


def _key(
    corpus: Corpus, fact: Fact, entity: EntityId, fuller: dict[tuple[str, ...], tuple[str, ...]]
) -> Hashable:
    """Facts with one key and agreeing dates are one line."""
    subject = parties.subject(corpus, fact)
    about = "" if subject == entity else subject or fact.subject.text.lower()
    told = fact.object.text if fact.object is not None else ""
    if fact.kind == "role":
        office = offices.key(told)
        return fact.kind, about, fuller.get(office, office)
    happening = sort(fact)
    if fact.kind in ("move", "harm") and happening:
        return fact.kind, about, happening, parties.place(corpus, fact)
    if fact.kind == "kin":
        named = parties.entity(corpus, fact, fact.detail("named")) or ""
        return fact.kind, about, stem(fact.relation), named
    if fact.kind == "quantity":
        return fact.kind, about, stem(fact.relation), fact.value, fact.unit, head(fact.unit or "")
    return fact.kind, about, fact.relation.lower(), told.lower()


def _words(corpus: Corpus, fact: Fact, entity: EntityId) -> str:
    """How a fact reads in the dossier of an entity, whose own name is left out."""
    bare = parties.subject(corpus, fact) == entity
    if fact.kind == "kin" and bare and fact.object is not None:
        return " ".join(fact.object.text.split())
    return parties.words(fact, bare=bare)


def _spellings(corpus: Corpus, entity: Entity) -> tuple[Spelling, ...]:
    found: dict[str, list[Sighting]] = {}
    for sighting in entity.sightings:
        text = corpus.by_id[sighting.article].text[sighting.start : sighting.end]
        found.setdefault(" ".join(text.split()), []).append(sighting)
    made = [Spelling(text, tuple(where)) for text, where in found.items()]
    return tuple(sorted(made, key=lambda s: (-s.count, s.text)))


def _speech(facts: Iterable[Fact]) -> tuple[Line, ...]:
    """One line for the same words, however many articles give them."""
    return lines(
        facts,
        lambda f: (f.kind, " ".join(f.object.text.lower().split()) if f.object else f.id),
        lambda f: " ".join(f.object.text.split()) if f.object else f.relation,
    )


def _about(corpus: Corpus, entity: Entity, spoken: dict[FactId, Fact]) -> list[Fact]:
    """Quotations and claims by others in whose words the entity is named."""
    here: dict[ArticleId, list[Sighting]] = {}
    for sighting in entity.sightings:
        here.setdefault(sighting.article, []).append(sighting)
    found = []
    for article, sightings in here.items():
        extract = corpus.extracts.get(article)
        for fact in extract.facts if extract is not None else ():
            if fact.kind not in ("quotation", "claim") or fact.id in spoken:
                continue
            words = fact.object.span if fact.object is not None else None
            if words is not None:
                at = bisect_left(sightings, words.start, key=lambda s: s.start)
                if at < len(sightings) and sightings[at].end <= words.end:
                    found.append(fact)
    return found


def _places(corpus: Corpus, boxes: dict[str, list[Fact]], entity: EntityId) -> tuple[Line, ...]:
    found: dict[str, list[Fact]] = {}
    names: dict[str, str] = {}
    for name in ("moves", "roles", "harm", "events"):
        for fact in boxes.get(name, ()):
            key = parties.place(corpus, fact)
            if key and key != entity and fact.place is not None:
                known = parties.entity(corpus, fact, fact.place)
                names[key] = corpus.entity_by_id[known].name if known else fact.place.text
                found.setdefault(key, []).append(fact)
    made = [Line(names[key], tuple(facts)) for key, facts in found.items()]
    return tuple(sorted(made, key=lambda line: (-len(line.facts), line.text)))


def _notes(
    entity: Entity, sections: dict[str, tuple[Line, ...]], undated: int, articles: int
) -> tuple[str, ...]:
    notes = []
    if undated:
        notes.append(f"{undated} of {articles} articles have no date of publication.")
    if entity.kind is Kind.PERSON:
        lacking = [n for n in ("roles", "moves", "kin") if not sections.get(n)]
        if lacking:
            notes.append(f"Nothing is found on {' or '.join(lacking)}.")
    loose = [li for n in ("roles", "moves") for li in sections.get(n, ()) if not decided(li.when)]
    if loose:
        count = len(loose)
        notes.append(f"{count} {'line' if count == 1 else 'lines'} on roles and moves undated.")
    inferred = sum(
        1 for box in sections.values() for line in box for f in line.facts if f.subject.basis
    )
    if inferred:
        told = "fact rests" if inferred == 1 else "facts rest"
        notes.append(f"{inferred} {told} on a pronoun or a joined verb (inferred).")
    return tuple(notes)
