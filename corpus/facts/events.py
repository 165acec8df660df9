"""Dated happenings: each decided date with the clause that it dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import clauses, grammar
from corpus.facts.draft import Draft
from corpus.facts.lists import words
from corpus.facts.subjects import antecedent, subject, subjects
from corpus.facts.view import BODY, PERSON, View
from corpus.model import Ref, Span, When

_PAST = (
    "left|went|came|became|fled|met|won|died|took|began|held|gave|got|ran|led|sent|fell|rose|broke"
    "|built|lost|made|sold|bought|spoke|shot|wrote|struck|stood|sank|set|paid|put|fought|flew|drove"
    "|grew|brought|taught|slipped|born|hit|cut|hosted|beat|swore|burst|spread|blew|shook|swept|drew"
    "|wed|rang|rode|threw|froze|shut|split|sang|taught|hung"
)
_VERB = re.compile(
    rf"(?<![\w-])(?:{_PAST}|[a-z]{{2,}}[a-z]ed|(?:was|were)\s(?:\w+ly\s|first\s|then\s"
    rf"|later\s|last\s|also\s|again\s)?"
    r"(?:made|held|built|sent|shot|born|taken|given|struck|sold|found|set|known|hit|lost|won"
    r"|[a-z]{2,}ed))\b(?!-)(?:\s(?:up|out|off|away|down|back|over)\b)?"
)
_SKIP = words(
    "need feed seed speed indeed breed deed exceed succeed proceed bleed united based named called "
    "involved supposed related armed aged so-called"
)
_TELLING = words(
    "said told stated added confirmed argued reported claimed announced explained noted testified "
    "warned insisted replied asked answered described discussed mentioned recounted blamed accused "
    "believed expected planned wanted hoped recalled wrote spoke suggested considered revealed "
    "disclosed acknowledged admitted estimated denied declined thanked welcomed"
)
_APART = re.compile(
    r"\b(?:that|who|which|whose|because|when|if|while|before|after|since|for\sthe|failure)\s"
)
_MASTHEAD = re.compile(r"(?i)^\W*(?:published|posted|updated|last updated|date|by|©|copyright)\b")
_BREAK = re.compile(r"[;:]\s|\.\s|\n")
_STATED = re.compile(r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_LEAD = 28


def find(view: View) -> Iterator[Draft]:
    """One event for each date that a clause with a plain subject is about."""
    seen: set[int] = set()
    for date in view.page.dates:
        if date.first is None and date.last is None and not _STATED.search(date.text):
            continue
        if view.text[date.span.start - 1 : date.span.start] in ("(", "["):
            continue
        if view.in_dateline(date.span.start):
            continue
        sentence = view.sentence(date.span.start)
        if _MASTHEAD.match(view.text[sentence.start : sentence.start + 20]):
            continue
        found = _front(view, date, sentence) or _behind(view, date, sentence)
        if found is None:
            continue
        verb, who = found
        if verb.start in seen:
            continue
        seen.add(verb.start)
        yield _event(view, date, verb, who)
    yield from _undated(view, seen)
    yield from _participles(view)


_STRONG = re.compile(
    r"\b(?:died(?!\sof\slaughter|\sdown|\sout)|(?:was|were)\sborn|collapsed|exploded"
    r"|crashed|erupted|sank|capsized"
    r"|burst|caught\sfire|burned\sdown|got\smarried|was\sbaptised|passed\saway|ceased\sfire)\b"
)
_FRONTED = re.compile(
    r"(?P<verb>Born|Founded|Established|Built|Raised|Educated|Created|Launched)"
    r"\s(?P<rest>[^,.;\n]{3,60}),\s"
)
_REDUCED = re.compile(
    rf"(?P<who>[{PERSON}{BODY}]+),\s(?P<verb>founded|established|born|created|set\sup"
    rf"|built)\s(?:in|on|by)\s"
)


def _undated(view: View, seen: set[int]) -> Iterator[Draft]:
    """Births, deaths and disasters, which are events even where no date is told."""
    for match in _STRONG.finditer(view.masked):
        start = clauses.verb_start(view, match.start())
        unreal = clauses.supposed(view, start, match.start())
        if match.start() in seen or unreal or clauses.denied(view, start, match.end()):
            continue
        for who in subjects(view, start):
            what = clauses.rest(view, match.end())
            end = what.span.end if what and what.span else match.end()
            yield Draft(
                "event", who, match[0], (view.evidence(start, end),), object=what,
                when=clauses.when(view, start, match.end()), place=view.place_in(match.end(), end),
                at=Span(start, end),
            )  # fmt: skip


def _participles(view: View) -> Iterator[Draft]:
    """ "Born in Hamhung in 1935, he …", "the bank, founded in 1952, …"."""
    for match in _FRONTED.finditer(view.masked):
        tokens, at = view.parsed(match.end())
        if at >= len(tokens) or view.sentence(match.start()).start != match.start():
            continue
        word = view.text[tokens[at].start : tokens[at].end]
        who = antecedent(view, tokens[at].start, word)
        if who is None and (last := grammar.following(tokens, at)) is not None:
            who = view.phrase(tokens[at].start, tokens[last].end)
        dates = view.dates_in(match.start(), match.end())
        if who is not None and dates:
            at_ = Span(match.start(), match.end("rest"))
            yield Draft("event", who, match["verb"].lower(), (at_,), when=dates[0],
                        place=view.place_in(at_.start, at_.end), at=at_)  # fmt: skip
    for match in _REDUCED.finditer(view.masked):
        index = view.mention_at(match.start("who"))
        dates = view.dates_in(match.end() - 4, match.end() + 30)
        if index is not None and dates:
            at_ = Span(match.start(), dates[0].span.end)
            yield Draft("event", view.named(index), match["verb"], (at_,), when=dates[0], at=at_)


def _event(view: View, date: When, verb: Span, who: Ref) -> Draft:
    start = clauses.verb_start(view, verb.start)
    relation = " ".join(view.text[start : verb.end].split())
    clause = Span(start, max(verb.end, date.span.end))
    what = clauses.rest(view, verb.end)
    end = what.span.end if what and what.span else verb.end
    return Draft(
        "event", who, relation, (view.evidence(min(start, date.span.start), clause.end),),
        object=what, when=date, place=view.place_in(verb.end, max(end, clause.end)),
        at=Span(start, verb.end),
    )  # fmt: skip


def _behind(view: View, date: When, sentence: Span) -> tuple[Span, Ref] | None:
    """The verb that stands before the date: "He slipped away from the embassy in … 2023"."""
    low = max(sentence.start, date.span.start - 120)
    for cut in _BREAK.finditer(view.masked, low, date.span.start):
        low = cut.end()
    for match in list(_VERB.finditer(view.masked, low, date.span.start))[:-4:-1]:
        if match[0].lower() in _SKIP:
            continue
        if (
            match[0].lower() in _TELLING
            or view.quotation_around(match.start()) is not None
            or _APART.search(view.masked, match.end(), date.span.start)
        ):
            return None
        who = subject(view, clauses.verb_start(view, match.start()))
        if who is not None:
            return Span(*match.span()), who
    return None


def _front(view: View, date: When, sentence: Span) -> tuple[Span, Ref] | None:
    """The verb behind a date that opens the sentence: "In September 2019, the envoy went …"."""
    if date.span.start - sentence.start > _LEAD:
        return None
    lead = view.masked[sentence.start : date.span.start]
    if _VERB.search(lead.lower()):
        return None
    for match in _VERB.finditer(view.masked, date.span.end, min(sentence.end, date.span.end + 160)):
        if match[0].lower() in _SKIP:
            continue
        if match[0].lower() in _TELLING or view.quotation_around(match.start()) is not None:
            return None
        who = subject(view, clauses.verb_start(view, match.start()))
        if who is not None:
            return Span(*match.span()), who
    return None
