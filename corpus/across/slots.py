"""The slots that can have one value only, as the facts of an article fill them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.across import offices, parties
from corpus.across.compatible import amount, decided, of_fact
from corpus.across.happenings import ARRIVING, BIRTH, DEATH, LEAVING, ONCE, SENTENCE, sort
from corpus.across.sentences import around, mentions
from corpus.across.stems import head, stem, stems
from corpus.across.told import Told
from corpus.across.vitals import vitals
from corpus.language import numerals
from corpus.model import Article, Certainty, Corpus, EntityId, Extract, Fact, Kind, Place, When

_REACH = 45
_SEASON = 60
_FORTNIGHT = 14
_STOCKS = frozenset(
    stem(w)
    for w in "has have had run runs ran operates owns maintains employs holds keeps numbers "
    "comprises hosts houses".split()
)
_TIMES = frozenset(stem(w) for w in "years months weeks days hours minutes decades".split())
_FURTHER = re.compile(r"\b(?:another|additional|more|other|further|extra|of (?:the|them|these))\b")
_TERM = re.compile(
    rf"\b(?P<low>\d{{1,3}}|{numerals.WORDS})[\s-](?P<unit>years?|months?)\b", re.IGNORECASE
)
_FEW = re.compile(r"\b(?:few|several|some|couple|shortly|soon)\b", re.IGNORECASE)
_TO = re.compile(r"(?:to|into|in|for|at)\b")
_RANGE = re.compile(r"\d{4}\s?(?:-|–|to|until|and)\s?\d{4}")


def slots(corpus: Corpus, article: Article, extract: Extract) -> Iterator[Told]:
    """All values that an article tells for slots that can be compared across articles."""
    for fact in extract.facts:
        if fact.certainty in (Certainty.HEDGED, Certainty.OPINION):
            continue
        if fact.kind in ("move", "harm", "event"):
            yield from _happening(corpus, fact)
        elif fact.kind == "role":
            yield from _term(corpus, fact)
        elif fact.kind == "quantity":
            yield from _quantity(corpus, article, extract, fact)
    yield from _vitals(corpus, article, extract)


def _vitals(corpus: Corpus, article: Article, extract: Extract) -> Iterator[Told]:
    """Dates and places of birth, and ages as dates of birth."""
    for vital in vitals(article, extract):
        entity = corpus.entity_of.get((article.id, vital.mention))
        if entity is None:
            continue
        name = corpus.entity_by_id[entity].name
        if vital.place is None:
            yield Told(
                ("birth", entity), "age or date of birth", name, entity, article.id, vital.text,
                (vital.sentence,), when=vital.when,
            )  # fmt: skip
            continue
        known = corpus.entity_of.get((article.id, vital.place))
        if known is not None:
            yield Told(
                ("birthplace", entity), "place of birth", name, entity, article.id, vital.text,
                (vital.sentence,), place=(known, corpus.entity_by_id[known].place),
            )  # fmt: skip


def _named(corpus: Corpus, fact: Fact) -> tuple[EntityId, str] | None:
    known = parties.subject(corpus, fact)
    if known is None or corpus.entity_by_id[known].kind is Kind.PLACE:
        return None
    return known, corpus.entity_by_id[known].name


def _happening(corpus: Corpus, fact: Fact) -> Iterator[Told]:
    """Dates of what a person does, and the place of a death or a birth."""
    named, what = _named(corpus, fact), sort(fact)
    if named is None or not what:
        return
    entity, name = named
    where = _place(corpus, fact)
    if fact.when is not None and decided(fact.when) and not _loose(fact.when):
        yield Told(
            ("date", what, entity, _direction(fact, what)), f"date of {what}", name, entity,
            fact.article, fact.when.text, fact.evidence, fact, when=fact.when,
            scene=None if what in ONCE else where, reach=None if what in ONCE else _REACH,
        )  # fmt: skip
    if what in (DEATH, BIRTH) and where is not None:
        yield Told(
            ("place", what, entity), f"place of {what}", name, entity, fact.article,
            fact.place.text if fact.place else "", fact.evidence, fact, place=where,
        )  # fmt: skip
    words = fact.object.text if fact.object is not None else ""
    if what == SENTENCE and (term := _TERM.search(f"{fact.relation} {words}")):
        value = numerals.value(term["low"])
        if value is not None:
            months = value * (12 if term["unit"].lower().startswith("year") else 1)
            yield Told(
                ("term", entity), "length of the sentence", name, entity, fact.article, term[0],
                fact.evidence, fact, numbers=amount(months), span=_SEASON,
            )  # fmt: skip


def _loose(when: When) -> bool:
    """Whether a date is reckoned by "a few weeks", which holds nobody to a day."""
    return when.basis.startswith("counted from") and bool(_FEW.search(when.text))


def _direction(fact: Fact, what: str) -> str:
    if what not in (LEAVING, ARRIVING):
        return ""
    words = fact.object.text.lower() if fact.object is not None else ""
    return "to" if what == ARRIVING or _TO.match(words) else "from"


def _term(corpus: Corpus, fact: Fact) -> Iterator[Told]:
    """The years of an office, where both its ends are told."""
    named = _named(corpus, fact)
    when = fact.when
    if named is None or fact.object is None or when is None or not _RANGE.search(when.text):
        return
    if when.first is None or when.last is None:
        return
    entity, name = named
    office = offices.key(fact.object.text)
    for label, year in (("first", when.first.year), ("last", when.last.year)):
        yield Told(
            ("office", label, entity, office), f"{label} year as {' '.join(office)}", name, entity,
            fact.article, when.text, fact.evidence, fact, numbers=(year, year),
        )  # fmt: skip


def _quantity(corpus: Corpus, article: Article, extract: Extract, fact: Fact) -> Iterator[Told]:
    numbers = of_fact(fact)
    whole = fact.object.text if fact.object is not None else ""
    if numbers is None or not fact.unit or _FURTHER.search(f"{fact.qualifier} {whole.lower()}"):
        return
    noun = fact.unit.split("/")[0]
    if head(noun) in _TIMES:
        return
    money = (len(noun) == 3 and noun.isupper()) or noun == "%"
    nouns = stems("" if money else noun)
    subject = parties.subject(corpus, fact)
    sentence = stems(around(extract, fact.evidence[0]).of(article.text))
    if subject is not None:
        verb = stem(fact.relation.split()[0]) if fact.relation else ""
        stock = verb in _STOCKS and not money
        rate = bool(fact.per) or "/" in fact.unit
        doing = "has" if stock else verb
        key = ("number", subject, doing, noun if money else head(noun), fact.per or fact.unit)
        label = f"number of {noun}" if stock else f"{fact.relation} ({noun})"
        yield Told(
            key if money else key[:4], label,
            corpus.entity_by_id[subject].name, subject, fact.article, whole, fact.evidence, fact,
            numbers=numbers, nouns=nouns, span=_SEASON,
            matter=None if stock or rate else sentence,
        )  # fmt: skip
        return
    for anchor in _anchors(corpus, extract, fact):
        yield Told(
            ("count", head(noun), noun if money else "", anchor), f"number of {noun}",
            corpus.entity_by_id[anchor].name, anchor, fact.article, whole, fact.evidence, fact,
            numbers=numbers, nouns=nouns, span=_FORTNIGHT, matter=sentence,
        )  # fmt: skip


def _anchors(corpus: Corpus, extract: Extract, fact: Fact) -> list[EntityId]:
    """The names that pin a count down: no countries, which are too large for that."""
    span = around(extract, fact.evidence[0])
    found: dict[EntityId, None] = {}
    for index, _ in mentions(extract, span):
        known = corpus.entity_of.get((fact.article, index))
        if known is not None:
            place = corpus.entity_by_id[known].place
            if place is None or place.feature != "country":
                found[known] = None
    return list(found)[:4]


def _place(corpus: Corpus, fact: Fact) -> tuple[str, Place | None] | None:
    key = parties.place(corpus, fact)
    if not key:
        return None
    known = parties.entity(corpus, fact, fact.place)
    return key, corpus.entity_by_id[known].place if known is not None else None
