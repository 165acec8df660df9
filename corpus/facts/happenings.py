"""Happenings that a noun tells: summits, elections, launches, talks, with the date beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import grammar
from corpus.facts.draft import Draft
from corpus.facts.grammar import Part
from corpus.facts.lists import words
from corpus.facts.view import View
from corpus.model import Ref, Span, When

_NOUN = (
    r"(?:summits?|congress|elections?|by-elections?|launch(?:es)?|tests?|talks|earthquakes?"
    r"|trials?|wars?|coups?|conferences?"
    r"|meetings?|ceremon(?:y|ies)|festivals?|olympics|games|referendums?|ballot|attacks?"
    r"|bombings?|massacres?|raids?|fires?"
    r"|floods?|crash(?:es)?|explosions?|blasts?|strikes?|protests?|march|parades?"
    r"|exercises?|drills?|hearings?|ceasefire"
    r"|truce|armistice|treaty|accords?|agreement|match|tournament|finals?|semi-finals?|cup"
    r"|championships?|anniversary|funeral"
    r"|wedding|premiere|exhibition|famine|uprising|rebellion|revolution|invasion"
    r"|landslides?|storms?|hurricanes?|typhoons?"
    r"|cyclones?|drought|epidemic|outbreak|pandemic|crackdown|purge|currency\sreform"
    r"|eruption|derailment|collision|sinking"
    r"|merger|takeover|acquisition|inauguration|sessions?|plenum|plenary|primary|primaries"
    r"|debate|auction|verdict|ruling"
    r"|assassination|mutiny|riots?|demonstrations?|rally|rallies|blockade|siege|battle"
    r"|offensive|airstrikes?|shootings?"
    r"|murders?|robbery|heist|hijacking|kidnapping|hack|breach|recall|bankruptcy|evacuation"
    r"|rescue)"
)
_BEFORE = re.compile(
    rf"(?i)\b(?P<noun>{_NOUN})(?:\s(?:in|at|near|of|between|with|on|for|to|by|against)"
    rf"\s(?:the\s)?[^,.;:()\n]{{1,44}}?)?"
    r"(?:,)?\s(?:(?:was\s|were\s|is\s|are\s)?(?:held|took\splace|scheduled|planned|expected)\s)?"
    r"(?:(?:in|on|of|from|during|for|since|until|between|around|by|late|early|at)\s(?:the\s)?)?$"
)
_AFTER = re.compile(
    rf"(?i)['’]?s?\s(?:(?!on\b|in\b|and\b|when\b|the\b|said\b|after\b|for\b|of\b|at\b"
    rf"|with\b|to\b|by\b|as\b|from\b|that\b|while\b|before\b|a\b|an\b|he\b"
    rf"|she\b)[^\W\d_][\w'’-]*\s"
    rf"|[\ue000-\ue002]+(?:['’]s)?\s){{0,4}}?(?P<noun>{_NOUN})\b"
)
_HELD = re.compile(
    r"\b(?P<cue>(?:(?:was|were|is|are|will\sbe)\s(?:being\s)?)?(?:held(?=\s(?:in|on|at|for"
    r"|earlier|last|this"
    r"|by|under|amid|every|from|to|across))|staged|convened|postponed|cancelled|canceled"
    r"|called\soff"
    r"|took\splace|takes?\splace|broke\sout|(?:began|opened|ended)(?=\s(?:on|in|at)\s)))\b"
)
_WHAT = re.compile(
    rf"(?i)\b(?P<noun>{_NOUN})(?:\s(?:for|of|in|at|between|with|to)\s[^,.;:\n]{{1,60}})?\s$"
)
_GENERIC = words("fire fires games cup session march test tests strike strikes match")


def find(view: View) -> Iterator[Draft]:
    """One event for each dated noun of happening, and for each that is said to be held."""
    seen: set[int] = set()
    for date in view.page.dates:
        if view.in_dateline(date.span.start):
            continue
        draft = _dated(view, date)
        if draft is not None and draft.at is not None and draft.at.start not in seen:
            seen.add(draft.at.start)
            yield draft
    for match in _HELD.finditer(view.masked):
        low = max(view.sentence(match.start()).start, match.start() - 90)
        noun = _WHAT.search(view.masked, low, match.start())
        who = _phrase(view, noun.end("noun")) if noun else None
        if who is None or who.span is None or who.span.start in seen:
            continue
        seen.add(who.span.start)
        dates = view.dates_in(match.end(), min(view.sentence(match.end()).end, match.end() + 60))
        at = Span(who.span.start, match.end())
        yield _event(view, who, " ".join(match["cue"].split()), at, dates[0] if dates else None)


def _dated(view: View, date: When) -> Draft | None:
    sentence = view.sentence(date.span.start)
    before = _BEFORE.search(
        view.masked, max(sentence.start, date.span.start - 110), date.span.start
    )
    if before is not None and "\n" not in before[0]:
        who = _phrase(view, before.end("noun"))
        lone = before["noun"].lower() in _GENERIC and (who is None or " " not in who.text)
        if who is not None and who.span is not None and not lone:
            return _event(view, who, "took place", Span(who.span.start, date.span.end), date)
    after = _AFTER.match(view.masked, date.span.end, min(sentence.end, date.span.end + 70))
    if after is None:
        return None
    at = Span(date.span.start, after.end("noun"))
    return _event(view, view.ref(at.start, at.end), "took place", at, date)


def _phrase(view: View, end: int) -> Ref | None:
    """The noun phrase that ends at `end`."""
    tokens, at = view.parsed(end - 1, end)
    at -= 1
    if at < 0 or tokens[at].part not in (Part.NOUN, Part.NAME):
        return None
    first = grammar.chunk(tokens, at)
    return view.ref(tokens[first].start, tokens[at].end)


def _event(view: View, who: Ref, relation: str, at: Span, when: When | None) -> Draft:
    return Draft("event", who, relation, (view.evidence(at.start, at.end),), when=when,
                 place=view.place_in(at.start, at.end), at=at)  # fmt: skip
