"""How long things stayed unknown: the days between a thing and its becoming public.

A lag needs a text that says when the thing became public. The date of an article alone never is
that: what it tells may have been known for years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.across import parties, sentences
from corpus.across.compatible import days_between, decided
from corpus.across.happenings import meant, sort
from corpus.across.sentences import around
from corpus.model import ArticleId, Corpus, EntityId, Extract, Fact, Kind, Span, When

_PUBLIC = re.compile(
    r"\b(?:made|make|became|become|went|go)\s(?:\w+\s)?(?:public|known)\b|\b(?:disclosed|revealed"
    r"|announced|unveiled|came to light)\b",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"\b(?:neither|nor|not|never|nobody|no one|without)\b[^.]{0,80}?(?:\b(?:public|known|available"
    r"|disclos\w+|announc\w+|reveal\w+)\b)|\b(?:kept|keep|keeping)\b[^.]{0,40}?\b(?:secret|quiet"
    r"|confidential|hidden)\b|\bfirst (?:public|time)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"(?:\w+ )?(?:said|says|stated|states|told|added|wrote|argued)(?: that)?")
"""Words of which none says that the thing had not been known before."""
_SINCE = re.compile(r"\b(?:since|in|on|from|during|by)\s(?:the\s)?$", re.IGNORECASE)
_NEAR = 4
"""Sentences around a telling in which the text may say that it had been kept back."""
_UNITS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}
_OPEN = re.compile(r"\b(?:over|more than|at least|no less than|well over)\b")
_WITHIN = re.compile(r"\b(?:less than|within|under|up to|barely)\b")
_ROUGH = re.compile(r"\b(?:about|around|some|nearly|almost|roughly)\b")


@dataclass(frozen=True, slots=True)
class Lag:
    """From `least` to `most` days (None: without end) between a thing and its becoming public.

    `facts` are those that tell either, the disclosing ones first. `happened` or `public` is None
    where the text gives the lag in words. `basis` says how the two were joined, empty for a lag
    that one sentence states; an inferred one is marked by it.
    """

    subject: str
    what: str
    least: int
    most: int | None
    happened: When | None
    public: When | None
    facts: tuple[Fact, ...]
    entities: tuple[EntityId, ...] = ()
    basis: str = ""

    @property
    def middle(self) -> float:
        """The days to sort by."""
        return self.least if self.most is None else (self.least + self.most) / 2

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that tell it, each once."""
        return tuple(dict.fromkeys(fact.article for fact in self.facts))


def lags(corpus: Corpus) -> tuple[Lag, ...]:
    """Every disclosure lag that the articles state or imply, longest first."""
    found: dict[tuple[object, ...], Lag] = {}
    told = _Happenings(corpus)
    for article in corpus.articles:
        extract = corpus.extracts.get(article.id)
        if extract is None:
            continue
        for lag in _in_article(corpus, extract, told):
            who = lag.entities or (article.id, lag.subject)
            key = who, _ends(lag.happened), _ends(lag.public), lag.least, lag.most
            known = found.get(key)
            found[key] = lag if known is None else _joined(known, lag)
    return tuple(sorted(found.values(), key=lambda lag: (-lag.middle, lag.subject)))


def _ends(when: When | None) -> tuple[object, object]:
    return (when.first, when.last) if when is not None else (None, None)


def _joined(one: Lag, other: Lag) -> Lag:
    facts = tuple(dict.fromkeys((*one.facts, *other.facts)))
    return Lag(one.subject, one.what, one.least, one.most, one.happened, one.public, facts,
               one.entities, min(one.basis, other.basis, key=len))  # fmt: skip


class _Happenings:
    """The dated happenings of each person, gathered once; what is told again counts once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._known: dict[EntityId, tuple[Fact, ...]] = {}

    def of(self, person: EntityId) -> tuple[Fact, ...]:
        """What is dated of a person, each article's telling once."""
        if person not in self._known:
            found: dict[tuple[object, ...], Fact] = {}
            for fact in self._corpus.facts_about.get(person, ()):
                if decided(fact.when) and parties.subject(self._corpus, fact) == person:
                    place = fact.place.text if fact.place is not None else ""
                    found.setdefault((fact.article, sort(fact), _ends(fact.when), place), fact)
            self._known[person] = tuple(found.values())
        return self._known[person]


def _in_article(corpus: Corpus, extract: Extract, happenings: _Happenings) -> Iterator[Lag]:
    """The lags of one article; "nobody made it known" belongs to the telling that ends it."""
    text = corpus.by_id[extract.article].text
    silent: list[Span] = []
    told = [fact for fact in extract.facts if _discloses(fact)]
    known = {around(extract, fact.evidence[0]) for fact in told if decided(fact.when)}
    for fact in extract.facts:
        if fact.kind == "claim" and around(extract, fact.evidence[0]) not in known:
            lag, sentence = _claimed(corpus, extract, text, fact)
            if lag is not None:
                if sentence is not None:
                    silent.append(sentence)
                yield lag
    for fact in told:
        if any(sentence.meets(fact.evidence[0]) for sentence in silent):
            continue
        lag = _told(corpus, fact) or _narrowed(
            _dated(corpus, fact), _joined_up(corpus, extract, fact, happenings)
        )
        if lag is not None:
            yield lag


def _narrowed(dated: Lag | None, joined: Lag | None) -> Lag | None:
    """The lag to the date that the disclosure gives, or to a closer date for the same thing."""
    if dated is None or joined is None:
        return dated or joined
    return joined if _within(joined.happened, dated.happened) else dated


def _discloses(fact: Fact) -> bool:
    if fact.kind == "disclosure":
        return not _SAID.fullmatch(fact.relation)
    told = f"{fact.relation} {fact.object.text if fact.object is not None else ''}"
    return fact.kind == "event" and bool(_PUBLIC.search(told))


def _thing(fact: Fact) -> str:
    """What was disclosed, in the words of the text."""
    if fact.kind == "disclosure" and fact.object is not None:
        return fact.object.text
    return fact.subject.text


def _told(corpus: Corpus, fact: Fact) -> Lag | None:
    """A lag in words: "only a day after their defection"."""
    days = _UNITS.get((fact.unit or "").rstrip("s"))
    if fact.value is None or days is None:
        return None
    high = fact.high if fact.high is not None else fact.value
    least, most = round(fact.value * days[0]), round(high * days[1])
    if _ROUGH.search(fact.qualifier):
        least, most = round(least * 0.85), round(most * 1.15)
    end = None if _OPEN.search(fact.qualifier) else most
    if _WITHIN.search(fact.qualifier):
        least = 0
    return _lag(corpus, fact, (), least, end, fact.since, fact.when, "")


def _dated(corpus: Corpus, fact: Fact) -> Lag | None:
    """A lag between the two dates of one disclosure."""
    if fact.since is None or fact.when is None:
        return None
    days = days_between(fact.since, fact.when)
    if days is None or days[1] < 0:
        return None
    return _lag(corpus, fact, (), max(0, days[0]), days[1], fact.since, fact.when, "")


def _joined_up(corpus: Corpus, extract: Extract, fact: Fact, happenings: _Happenings) -> Lag | None:
    """A lag from what is told of the same person elsewhere, here before other articles."""
    if not decided(fact.when) or fact.when is None:
        return None
    thing = _thing(fact)
    wanted = meant(thing)
    people = parties.people(corpus, fact) or _people_near(corpus, extract, fact, wanted)
    about = [f for person in people for f in happenings.of(person)]
    if not people:
        about = _shortly_before(extract, fact)
    fitting = [
        f for f in about
        if decided(f.when) and f.when is not None and _fits(f, wanted)
        and (days_between(f.when, fact.when) or (0, -1))[1] >= 0
    ]  # fmt: skip
    if not fitting:
        return None
    best = min(fitting, key=lambda f: _rank(f, fact, wanted, thing))
    best = min((f for f in fitting if _within(f.when, best.when)), key=_width, default=best)
    if best.when is None:
        return None
    least, most = days_between(best.when, fact.when) or (0, 0)
    where = "the same article" if best.article == fact.article else "another article"
    basis = f"“{thing}” taken for what {where} dates “{best.when.text}” (inferred)"
    return _lag(corpus, fact, (best,), max(0, least), most, best.when, fact.when, basis, people)


def _fits(fact: Fact, wanted: tuple[str, ...]) -> bool:
    """Whether a fact tells what was disclosed, and is no disclosure itself."""
    told = fact.kind in ("move", "harm", "event") and not _discloses(fact)
    return told and sort(fact) in wanted


def _rank(fact: Fact, public: Fact, wanted: tuple[str, ...], thing: str) -> tuple[int, ...]:
    """The same article first, then the place named, the likelier sort, the later date."""
    named = fact.place is not None and fact.place.text in thing
    day = fact.when.first.toordinal() if fact.when is not None and fact.when.first else 0
    order = wanted.index(sort(fact))
    return int(fact.article != public.article), int(not named), order, -day


def _within(inner: When | None, outer: When | None) -> bool:
    if inner is None or outer is None or inner.first is None or inner.last is None:
        return False
    if outer.first is None or outer.last is None:
        return False
    return outer.first <= inner.first and inner.last <= outer.last


def _width(fact: Fact) -> int:
    when = fact.when
    if when is None or when.first is None or when.last is None:
        return 0
    return (when.last - when.first).days


def _people_near(
    corpus: Corpus, extract: Extract, fact: Fact, wanted: tuple[str, ...]
) -> tuple[EntityId, ...]:
    """Whom "his presence" is about: the person of the last fitting happening told before."""
    before = [f for f in _shortly_before(extract, fact) if sort(f) in wanted]
    for earlier in reversed(before):
        known = parties.subject(corpus, earlier)
        if known is not None:
            return (known,)
    return ()


def _shortly_before(extract: Extract, fact: Fact) -> list[Fact]:
    """The facts of the same and the sentences shortly before, in the order of the text."""
    near = around(extract, fact.evidence[0], _NEAR, 0)
    return list(sentences.facts(extract, near))


def _claimed(
    corpus: Corpus, extract: Extract, text: str, fact: Fact
) -> tuple[Lag | None, Span | None]:
    """A lag up to a telling of which the text says, maybe near it, that it made a thing public."""
    none = None, None
    words = fact.object.span if fact.object is not None else None
    if words is None or not decided(fact.when) or fact.when is None:
        return none
    inside = [w for w in sentences.dates(extract, words) if decided(w)]
    if len(inside) != 1 or not _SINCE.search(text[: inside[0].span.start][-12:]):
        return none
    days = days_between(inside[0], fact.when)
    people = _people_in(corpus, extract, words)
    if days is None or days[0] < 0 or not people:
        return none
    silence = None
    if not _PUBLIC.search(fact.relation):
        silence = _kept_back(extract, text, fact)
        if silence is None:
            return none
    within = tuple(
        f
        for f in sentences.facts(extract, words)
        if f.when == inside[0] and f is not fact and words.holds(f.evidence[0])
    )
    told = " ".join(silence.of(text).split()) if silence is not None else ""
    basis = f"the text says it was kept back: “{told}” (inferred)" if told else ""
    lag = _lag(corpus, fact, within, *days, inside[0], fact.when, basis, people)
    return lag, silence


def _kept_back(extract: Extract, text: str, fact: Fact) -> Span | None:
    """The sentence near a telling that says the thing had been kept back."""
    near = around(extract, fact.evidence[0], _NEAR, _NEAR)
    found = _SECRET.search(text, near.start, near.end)
    return around(extract, Span(*found.span())) if found is not None else None


def _people_in(corpus: Corpus, extract: Extract, span: Span) -> tuple[EntityId, ...]:
    found: dict[EntityId, None] = {}
    for index, mention in sentences.mentions(extract, span):
        if mention.kind is Kind.PERSON:
            known = corpus.entity_of.get((extract.article, index))
            if known is not None:
                found[known] = None
    return tuple(found)


def _lag(
    corpus: Corpus,
    fact: Fact,
    others: tuple[Fact, ...],
    least: int,
    most: int | None,
    happened: When | None,
    public: When | None,
    basis: str,
    people: tuple[EntityId, ...] = (),
) -> Lag:
    known = people or parties.people(corpus, fact)
    subject = corpus.entity_by_id[known[0]].name if known else _thing(fact)
    what = fact.object.text if fact.kind == "claim" and fact.object is not None else _thing(fact)
    return Lag(subject, " ".join(what.split()), least, most, happened, public,
               (fact, *others), known, basis)  # fmt: skip
