"""A corpus made by hand, small enough to know by heart, for tests and pictures of the screen."""

from __future__ import annotations

import re
from datetime import date

from corpus.model import (
    Article,
    ArticleId,
    Certainty,
    Chain,
    Corpus,
    Entity,
    EntityId,
    Extract,
    Fact,
    FactId,
    Kind,
    Mention,
    Origin,
    Ref,
    Sighting,
    Skipped,
    Span,
    Stated,
    When,
)

_HARBOUR = """\
The harbour master of Port Elin, Marta Quill, left her office on Tuesday and was seen \
boarding the evening ferry to Sandoval with two suitcases.

The Coastal Board said the next day that it had not been told of any journey. "We learned of it \
from the newspapers," said its secretary, Tomas Adair. He would not say who was in charge of the \
harbour.

Quill had held the post since 2011. Under her the harbour of Port Elin grew from 12 to 31 berths, \
and its fees brought in 4.2 million crowns a year. The money was to pay for a new breakwater, \
which has not been begun.

A clerk who worked with her for six years described Quill as careful to a fault. Nobody in the \
office, the clerk said, had seen the ledgers since the spring.
"""
_LEDGERS = """SANDOVAL — Ledgers of the harbour of Port Elin have turned up in a rented room in \
Sandoval, the police said on Friday.

Inspector Ines Morrow told reporters that the room had been let to Marta Quill for three months. \
The ledgers were complete but for the pages of March and April.

Tomas Adair of the Coastal Board called the find "a relief and a worry". He repeated that the \
Board had known nothing.
"""
_BREAKWATER = """The breakwater of Port Elin will be built after all. The Coastal Board has set \
4.2 million crowns aside, and work begins in May 2022.

Nothing was said of Marta Quill.
"""

PEOPLE = ("Marta Quill", "Quill", "Tomas Adair", "Adair", "Ines Morrow", "Morrow")
PLACES = ("Port Elin", "Sandoval")
ORGANISATIONS = ("Coastal Board",)


def article(name: str, title: str, text: str, published: str, publisher: str = "") -> Article:
    """An article as reading makes it."""
    return Article(
        id=ArticleId(name),
        path=f"reports/{name}.txt",
        title=Stated(title, Origin.FRONT_MATTER),
        text=text,
        publisher=Stated(publisher, Origin.FRONT_MATTER) if publisher else None,
        author=Stated("Ada Brook", Origin.TEXT) if publisher else None,
        published=Stated(published, Origin.FRONT_MATTER),
    )


def extract(document: Article) -> Extract:
    """What is found in an article: sentences at full stops, the names listed above."""
    text = document.text
    sentences = [
        Span(m.start(), m.end()) for m in re.finditer(r"[^\s].*?[.?!][\"”]?(?=\s)", text, re.DOTALL)
    ]
    mentions: list[Mention] = []
    kinds = ((Kind.PERSON, PEOPLE), (Kind.PLACE, PLACES), (Kind.ORGANISATION, ORGANISATIONS))
    for kind, names in kinds:
        pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        for found in re.finditer(rf"\b(?:{pattern})\b", text):
            mentions.append(Mention(found.start(), found.end(), kind))
    mentions.sort()
    groups: dict[tuple[str, Kind], list[int]] = {}
    for number, mention in enumerate(mentions):
        name = text[mention.start : mention.end]
        full = next((n for n in PEOPLE if n.endswith(f" {name}")), name)
        groups.setdefault((full, mention.kind), []).append(number)
    chains = tuple(Chain(name, kind, tuple(where)) for (name, kind), where in groups.items())
    return Extract(
        article=document.id,
        sentences=tuple(sentences),
        mentions=tuple(mentions),
        chains=chains,
        facts=tuple(_facts(document, sentences, mentions)),
    )


def _facts(document: Article, sentences: list[Span], mentions: list[Mention]) -> list[Fact]:
    text = document.text
    facts: list[Fact] = []

    def ref(name: str, within: Span) -> Ref:
        at = text.index(name, within.start)
        number = next((i for i, m in enumerate(mentions) if m.start <= at < m.end), None)
        return Ref(name, Span(at, at + len(name)), number)

    def add(kind: str, words: str, subject: str, relation: str, thing: str, **more: object) -> None:
        for sentence in sentences:
            if words in text[sentence.start : sentence.end]:
                facts.append(
                    Fact(
                        id=FactId(f"{document.id}-{len(facts)}"),
                        kind=kind,
                        article=document.id,
                        subject=ref(subject, sentence),
                        relation=relation,
                        evidence=(sentence,),
                        object=ref(thing, sentence),
                        **more,  # type: ignore[arg-type]
                    )
                )
                return

    since = When(date(2011, 1, 1), date(2011, 12, 31), "since 2011", Span(0, 1))
    add("role", "harbour master", "Marta Quill", "was", "harbour master")
    add("role", "secretary", "Tomas Adair", "is", "secretary")
    add("role", "Quill had held", "Quill", "held", "the post", when=since)
    add("quantity", "31 berths", "harbour of Port Elin", "grew to", "31 berths")
    add("quantity", "4.2 million crowns a year", "fees", "brought in", "4.2 million crowns a year")
    add("quantity", "4.2 million crowns aside", "Coastal Board", "set aside", "4.2 million crowns")
    add(
        "quotation", "We learned", "We learned", "said", "We learned of it from the newspapers",
        speaker=ref("Tomas Adair", sentences[0]) if "Tomas Adair" in text else None,
        certainty=Certainty.REPORTED,
    )  # fmt: skip
    add("quantity", "three months", "the room", "was let for", "three months")
    return facts


def articles() -> tuple[Article, ...]:
    """The three articles, by date."""
    return (
        article("harbour", "Harbour master leaves Port Elin", _HARBOUR, "2021-03-04", "Coast Mail"),
        article("ledgers", "Missing ledgers found in Sandoval", _LEDGERS, "2021-06", "Coast Mail"),
        article("breakwater", "Breakwater to be built", _BREAKWATER, "2022", "Elin Gazette"),
    )


SKIPPED = (Skipped("reports/scan.pdf", "no text files are read from .pdf yet"),)


def assemble(
    documents: tuple[Article, ...], extracts: dict[ArticleId, Extract], skipped: tuple[Skipped, ...]
) -> Corpus:
    """The corpus of `documents`; names that are spelt alike are one."""
    sightings: dict[tuple[str, Kind], list[Sighting]] = {}
    spellings: dict[tuple[str, Kind], dict[str, int]] = {}
    for document in documents:
        found = extracts.get(document.id, Extract(document.id))
        for chain in found.chains:
            key = (chain.name, chain.kind)
            for number in chain.mentions:
                mention = found.mentions[number]
                sightings.setdefault(key, []).append(
                    Sighting(document.id, number, mention.start, mention.end)
                )
                counts = spellings.setdefault(key, {})
                word = document.text[mention.start : mention.end]
                counts[word] = counts.get(word, 0) + 1
    entities = tuple(
        Entity(
            EntityId(f"{kind.value}:{name}"),
            name,
            kind,
            tuple(sorted(spellings[name, kind], key=lambda word: -spellings[name, kind][word])),
            tuple(where),
        )
        for (name, kind), where in sorted(sightings.items(), key=lambda one: -len(one[1]))
    )
    entity_of = {(s.article, s.mention): one.id for one in entities for s in one.sightings}
    about: dict[EntityId, list[Fact]] = {}
    for document in documents:
        for fact in extracts.get(document.id, Extract(document.id)).facts:
            for ref in (fact.subject, fact.object, fact.speaker):
                who = (
                    entity_of.get((document.id, ref.mention))
                    if ref and ref.mention is not None
                    else None
                )
                if who is not None and fact not in about.setdefault(who, []):
                    about[who].append(fact)
    return Corpus(
        articles=documents,
        extracts=extracts,
        entities=entities,
        skipped=skipped,
        by_id={one.id: one for one in documents},
        entity_by_id={one.id: one for one in entities},
        entity_of=entity_of,
        entities_in={
            one.id: tuple(e.id for e in entities if any(s.article == one.id for s in e.sightings))
            for one in documents
        },
        facts_about={who: tuple(facts) for who, facts in about.items()},
    )


def corpus(*more: Article) -> Corpus:
    """The corpus of the three articles and `more`, with everything found in them."""
    everything = (*articles(), *more)
    return assemble(everything, {one.id: extract(one) for one in everything}, SKIPPED)


def bare() -> Corpus:
    """The same articles before anything is found in them, as the loader hands them over first."""
    return assemble(articles(), {}, SKIPPED)


def many(count: int) -> Corpus:
    """`count` articles with the same text, which is several pages long."""
    long = "\n".join([_HARBOUR] * 8)
    copies = tuple(
        article(f"copy-{n:05}", f"Copy {n} of the harbour report", long, "2021-03-04", "Mail")
        for n in range(count)
    )
    return assemble(copies, {one.id: extract(one) for one in copies[:20]}, ())
