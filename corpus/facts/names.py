"""Other names that a text gives: acronyms, glosses, "known as", a.k.a., former names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.draft import Draft
from corpus.facts.stretches import Stretches
from corpus.facts.view import BODY, PERSON, PLACE, View, trim
from corpus.model import Ref, Span

_N = rf"[{PERSON}{PLACE}{BODY}]"
_CAPITAL = rf"(?:{_N}+|[A-Z\d][\w.&’'-]*)"
_MARK = re.compile(
    r",?\s\(?(?P<cue>(?:also\s|better\s|formerly\s|previously\s|otherwise\s|commonly\s"
    r"|popularly\s|locally\s|widely\s|once\s)?"
    r"known\s(?:simply\s)?(?:as|by\sthe\sname(?:\sof)?)|a\.k\.a\.?|aka|f\.k\.a\.?|alias"
    r"|n[ée]e|nicknamed|dubbed|called|named|codenamed"
    r"|renamed|formerly|trading\sas|whose\sreal\sname\s(?:is|was)|born(?=\s[A-Z\ue000]))"
    r"[:,]?\s(?:the\s)?(?P<name>[\"“‘'](?=\S)[^\"”’'\n]{2,50}[\"”’']"
    rf"|{_CAPITAL}(?:(?:\s(?:of|the|and|de)\b)?,?\s{_CAPITAL}){{0,4}})"
)
_WEAK = ("called", "named", "dubbed", "born", "formerly")
_QUOTED = re.compile(
    r"(?P<long>[A-Z][\w.&’'-]*(?:\s(?:[A-Z][\w.&’'-]*|of|and|the|plc|&)){0,6})\s\((?:the\s)?[\"“](?P<name>[A-Z][\w\s.&-]{1,30})[\"”]\)"
)
_BEFORE = re.compile(
    rf"(?P<np>{_N}+|(?:[Tt]he|[Aa]n?)\s(?:[\w-]+\s){{0,3}}[\w-]+|[A-Z][\w./’'-]*(?:"
    rf"\s(?:[A-Z\d][\w./&’'-]*|of|and|the)){{0,6}})$"
)


def find(view: View) -> Iterator[Draft]:
    """One fact for each alias of the page, and for each name that it is known by."""
    told = Stretches()
    for alias in view.page.aliases:
        low, high = min(alias.long.start, alias.short.start), max(alias.long.end, alias.short.end)
        told.add(Span(low, high))
        yield Draft(
            "name", view.ref(alias.long.start, alias.long.end), alias.relation,
            (view.evidence(low, high),), object=view.ref(alias.short.start, alias.short.end),
            at=Span(low, high),
        )  # fmt: skip
    for pattern in (_MARK, _QUOTED):
        for match in pattern.finditer(view.masked):
            if told.meets(Span(*match.span("name"))):
                continue
            draft = _marked(view, match) if pattern is _MARK else _short(view, match)
            if draft is not None:
                told.add(draft.at or draft.evidence[0])
                yield draft


def _marked(view: View, match: re.Match[str]) -> Draft | None:
    cue = match["cue"].strip()
    low = max(view.sentence(match.start()).start, match.start() - 80)
    before = _BEFORE.search(view.masked, low, match.start())
    bracket = "(" in match[0][:4]
    if before is None:
        return None
    if cue in _WEAK and not bracket and match["name"][0] not in "\"“‘'":
        return None
    if cue in ("called", "named") and not match[0].startswith(","):
        return None
    name = trim(view.text, *match.span("name"))
    if view.text[name.start] in "\"“‘'":
        name = Span(name.start + 1, name.end - 1)
    who = view.phrase(*before.span("np"))
    if who.span is None or name.end <= name.start:
        return None
    at = Span(who.span.start, match.end())
    shown = Ref(" ".join(name.of(view.text).split()), name, view.mention_at(name.start))
    return Draft("name", who, cue, (view.evidence(at.start, at.end),), object=shown, at=at)


def _short(view: View, match: re.Match[str]) -> Draft:
    at = Span(match.start("long"), match.end())
    return Draft(
        "name", view.ref(*match.span("long")), "short name", (view.evidence(at.start, at.end),),
        object=view.ref(*match.span("name")), at=at,
    )  # fmt: skip
