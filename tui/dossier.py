"""A dossier as rows: every line leads to the words that state it, and opens on all its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corpus.across.company import Companion, Passage
from corpus.across.dossier import Dossier, Spelling
from corpus.across.merging import Line
from corpus.across.origins import Origins
from corpus.model import Article, ArticleId, Corpus, Kind, Sighting, Span
from tui.node import Node
from tui.telling import INFERRED, SIGNS, basis, below, date_of, evidence, tail
from tui.wording import source_line

_KINDS = {Kind.PERSON: "Person", Kind.PLACE: "Place", Kind.ORGANISATION: "Organisation"}
_OPEN = 12
"""Lines up to which a section is open at first."""
_MOST = 200
"""Sightings and passages that a row opens on."""


@dataclass(frozen=True, slots=True)
class _Desk:
    corpus: Corpus
    copies: Origins | None

    def sources(self, articles: Sequence[ArticleId]) -> str:
        """How many articles, and origins where these are fewer; "" for a single one."""
        if len(articles) < 2:
            return ""
        origins = self.copies.count(articles) if self.copies is not None else len(articles)
        told = f"{len(articles)} articles"
        if origins == len(articles):
            return told
        return f"{told}, {origins} {'origin' if origins == 1 else 'origins'}"


def rows(
    corpus: Corpus, found: Dossier, copies: Origins | None = None
) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The sections of a dossier: what is told of the entity, and what surrounds it."""
    desk = _Desk(corpus, copies)
    entity = found.entity
    other = tuple(f"{INFERRED} {one}" for one in entity.basis)
    own = (
        _head(desk, found),
        _section("Written as", (_spelling(desk, one) for one in found.spellings)),
        _lines(desk, "Also called", found.aliases),
        _lines(desk, "Roles", found.roles),
        _lines(desk, "Moves", found.moves),
        _lines(desk, "Family", found.kin),
        _lines(desk, "Harm", found.harm),
        _lines(desk, "Disclosures", found.disclosures),
        _lines(desk, "Events", found.events),
        _lines(desk, "Ties", found.ties),
        _lines(desk, "Quantities", found.quantities),
        _lines(desk, "Unknown", found.gaps),
        _lines(desk, "Further", found.others),
    )
    around = (
        _lines(desk, "Said", found.said),
        _lines(desk, "Said of it" if entity.kind is not Kind.PERSON else "Said by others",
               found.told),
        _lines(desk, "Places", found.places),
        _section("Named beside", (_companion(desk, one) for one in found.company)),
        _section("Why one name", (_plain(desk, one, entity.sightings) for one in other)),
        _section("Not known here", (_plain(desk, one, ()) for one in found.notes)),
    )  # fmt: skip
    return _present(own), _present(around)


def _present(sections: Iterable[Node | None]) -> tuple[Node, ...]:
    return tuple(one for one in sections if one is not None)


def _section(title: str, nodes: Iterable[Node]) -> Node | None:
    inner = tuple(nodes)
    if not inner:
        return None
    return Node(title, count=str(len(inner)), style="heading", inner=inner,
                open=len(inner) <= _OPEN, name=title)  # fmt: skip


def _lines(desk: _Desk, title: str, found: Sequence[Line]) -> Node | None:
    return _section(title, (_line(desk, line, n) for n, line in enumerate(found)))


def _line(desk: _Desk, line: Line, number: int) -> Node:
    first = line.facts[0]
    when = date_of(line.when)
    inferred = INFERRED if first.subject.basis else ""
    told = tail(first, line.text) if len(line.facts) == 1 else ""
    where = first.place.text if first.place is not None else ""
    further = (
        when if when and when not in line.text and when not in told else "",
        where if where and where not in line.text else "",
        told,
    )
    many = len(line.facts) > 1
    return Node(
        inferred + line.text,
        tail=" · ".join(one for one in further if one),
        count=desk.sources(line.articles),
        sign=SIGNS[first.certainty],
        goal=(first.article, first.evidence[0]),
        note=basis(first),
        fact=first,
        inner=_sources(desk, line) if many else below(first, desk.corpus, source=True),
        folds=many,
        name=f"{number} {first.id}",
    )


def _sources(desk: _Desk, line: Line) -> Callable[[], tuple[Node, ...]]:
    """Makes the rows that a line with several sources opens on: one for each telling."""

    def made() -> tuple[Node, ...]:
        nodes = []
        for fact in line.facts:
            article = desk.corpus.by_id.get(fact.article)
            if article is not None:
                nodes.append(
                    Node(
                        source_line(article),
                        tail=tail(fact, line.text),
                        sign=SIGNS[fact.certainty],
                        style="muted",
                        goal=(fact.article, fact.evidence[0]),
                        note=basis(fact),
                        fact=fact,
                        inner=(evidence(article, fact.evidence[0]),),
                        folds=False,
                        open=True,
                        name=fact.id,
                    )
                )
        return tuple(nodes)

    return made


def _head(desk: _Desk, found: Dossier) -> Node:
    """Who it is, how often named, when first and last, and how often over time."""
    entity = found.entity
    named = f"{_KINDS[entity.kind]}, named {len(entity.sightings):,} times in"
    articles = desk.sources(found.articles) or "1 article"
    ends = (("First", found.first), ("Last", found.last))
    seen = [_seen(what, one, entity.sightings) for what, one in ends if one is not None]
    bars, first, last = over_time(desk.corpus, entity.sightings)
    if len(bars) > 1:
        seen.append(Node(first, tail=last, bars=bars, style="muted", name="bars"))
    place = f" · {entity.place.country}" if entity.place is not None else ""
    return Node(entity.name, tail=f"{named} {articles}{place}", style="heading",
                inner=tuple(seen), open=True, whole=True, name="head")  # fmt: skip


def _seen(what: str, article: Article, sightings: Sequence[Sighting]) -> Node:
    at = next((s for s in sightings if s.article == article.id), None)
    span = Span(at.start, at.end) if at is not None else None
    publisher = article.publisher.value if article.publisher is not None else ""
    return Node(
        f"{what} {source_line(article)}",
        tail=publisher,
        style="muted",
        goal=(article.id, span),
        name=what,
    )


def over_time(corpus: Corpus, sightings: Sequence[Sighting]) -> tuple[tuple[int, ...], str, str]:
    """Mentions by month of publication (by year where no month is known), first and last period."""
    counts: dict[str, int] = {}
    dates: dict[ArticleId, str] = {}
    for seen in sightings:
        if seen.article not in dates:
            article = corpus.by_id.get(seen.article)
            stated = article.published if article is not None else None
            dates[seen.article] = stated.value if stated is not None else ""
        if dates[seen.article]:
            counts[dates[seen.article]] = counts.get(dates[seen.article], 0) + 1
    monthly = bool(counts) and all(len(day) >= 7 for day in counts)
    length = 7 if monthly else 4
    sums: dict[int, int] = {}
    for day, count in counts.items():
        number = _number(day[:length])
        sums[number] = sums.get(number, 0) + count
    if not sums:
        return (), "", ""
    low, high = min(sums), max(sums)
    names = [f"{n // 12}-{n % 12 + 1:02}" if monthly else str(n) for n in (low, high)]
    return tuple(sums.get(n, 0) for n in range(low, high + 1)), names[0], names[1]


def _number(period: str) -> int:
    year, _, month = period.partition("-")
    return int(year) * 12 + int(month) - 1 if month else int(year)


def _spelling(desk: _Desk, spelling: Spelling) -> Node:
    first = spelling.sightings[0]
    where = [(one.article, Span(one.start, one.end)) for one in spelling.sightings[:_MOST]]
    return Node(
        spelling.text,
        tail=desk.sources(spelling.articles),
        count=str(spelling.count),
        goal=(first.article, Span(first.start, first.end)),
        inner=_places(desk, where),
    )


def _companion(desk: _Desk, one: Companion) -> Node:
    shared = len(one.sentences)
    beside = [(passage.article, passage.span) for passage in one.sentences[:_MOST]]
    where = beside or [(article, _first(one, article)) for article in one.articles[:_MOST]]
    told = f"{shared} {'sentence' if shared == 1 else 'sentences'}" if shared else ""
    return Node(
        one.entity.name,
        tail=" · ".join(w for w in (told, desk.sources(one.articles) or "1 article") if w),
        goal=where[0],
        entity=one.entity.id,
        inner=_places(desk, where),
        name=one.entity.id,
    )


def _first(one: Companion, article: ArticleId) -> Span:
    seen = next((s for s in one.entity.sightings if s.article == article), None)
    return Span(seen.start, seen.end) if seen is not None else Span(0, 0)


def _places(desk: _Desk, where: Sequence[tuple[ArticleId, Span]]) -> Callable[[], tuple[Node, ...]]:
    """Makes a row for each passage: its article, and the words around it."""

    def made() -> tuple[Node, ...]:
        return tuple(
            _passage(desk.corpus.by_id[article], Passage(article, span))
            for article, span in where
            if article in desk.corpus.by_id
        )

    return made


def _passage(article: Article, passage: Passage) -> Node:
    span = passage.span
    start, end = max(0, span.start - 40), min(len(article.text), max(span.end, span.start + 80))
    words = " ".join(article.text[start:end].split())
    return Node(f"…{words}…", tail=source_line(article), style="muted",
                goal=(article.id, span), name=f"{article.id} {span.start}")  # fmt: skip


def _plain(desk: _Desk, words: str, sightings: Sequence[Sighting]) -> Node:
    first = next(iter(sightings), None)
    goal = (first.article, Span(first.start, first.end)) if first is not None else None
    return Node(words, style="muted", whole=True, goal=goal)
