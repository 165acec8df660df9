"""Who belongs to whom: owned by, a unit of, run by, member of, agent of, state-run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import clauses, grammar
from corpus.facts.draft import Draft
from corpus.facts.grammar import Part
from corpus.facts.subjects import subjects
from corpus.facts.view import BODY, PERSON, PLACE, View
from corpus.model import Detail, Kind, Ref, Span

_JOIN = (
    r"(?:(?:wholly|partly|jointly|majority|largely|part|formerly|closely|directly"
    r"|indirectly)[\s-])?"
    r"(?:(?:owned|controlled|run|operated|managed|funded|financed|backed|sponsored"
    r"|supported|overseen|advised"
    r"|supervised|administered|commissioned|established|set\sup|founded|headed|employed)\sby"
    r"|(?:affiliated|associated|allied|aligned)\s(?:with|to)|(?:linked|attached|subordinate"
    r"|subordinated|accredited)\sto"
    r"|registered\s(?:in|as|under|with)|incorporated\sin|part\sof|under\sthe\s(?:control"
    r"|command|direction|supervision"
    r"|authority|umbrella)\sof|answerable\sto)"
)
_BE = re.compile(
    rf"\b(?P<cue>(?:is|are|was|were|been|being)\s(?:also\s|now\s|still\s|\w+ly\s)?{_JOIN})\s"
)
_BARE = re.compile(rf"(?<=\w)\s(?P<cue>{_JOIN})\s")
_NOUN = (
    r"(?:unit|subsidiary|arm|branch|division|affiliate|offshoot|wing|department|agent"
    r"|front(?:\scompany)?"
    r"|organ|mouthpiece|section|bureau|outlet|part|joint\sventure|project|agency|office"
    r"|partner|supplier|shareholder"
    r"|client|customer|ally|constituency|member|imprint|brand|publication)"
)
_OF = re.compile(
    rf"(?:(?P<be>\b(?:is|are|was|were|as|became|remains))\s|,\s|[—–]\s?)(?P<cue>(?:an?|the"
    rf"|one)\s(?:[\w-]+\s){{0,3}}?{_NOUN}"
    r"\s(?:of|for|to|between|under))\s"
)
_VERB = re.compile(
    r"\b(?P<cue>belong(?:s|ed)?\sto|works?\sfor|worked\sfor|represent(?:s|ed)|acts?\s(?:for"
    r"|on\sbehalf\sof)|acted\s(?:for|on"
    r"\sbehalf\sof)|owns|owned|controls|controlled|answers?\sto|reports\sto|holds\s(?:an?"
    r"\s)?(?:[\w%.-]+\s){0,3}(?:stake|shares)"
    r"\sin|operates\sunder|falls\sunder|employs(?=\s[\ue000]))\s"
)
_ADJECTIVE = re.compile(
    r"-(?:run|owned|backed|controlled|funded|affiliated|linked|sponsored|operated|led|financed"
    rf"|supported|aligned)\s(?=[^\W\d_{PERSON}]|[{BODY}{PLACE}])"
)
_OWNER = re.compile(
    r"\b(?:[Ss]tate|[Gg]overnment|[Pp]arty|[Mm]ilitary|[Aa]rmy|[Cc]hurch|[Ff]amily|[Pp]rivately"
    rf"|[Ff]oreign|[Ff]ederally|[Pp]ublicly|[Ee]mployee|[A-Z]\w{{0,30}})$|[{BODY}{PLACE}]{{1,60}}$"
)
_APPOSED = re.compile(rf"(?P<name>[{BODY}{PERSON}]+),\s(?:the|an?)\s(?:[a-z]+\s){{0,2}}$")
_HOLDS = re.compile(
    r"\b(?:is|was|are|were|works|worked|acts|acted|registered|moved|serves|served|went|came)\s"
)
_STANDS = re.compile(r"represent|controll?|employ")
_REGISTERED = re.compile(r"registered\s\w+$")
_AS = re.compile(r"[^.;,\n]{1,40}\sas\san?\s")
_PEOPLE = ("member", "agent", "ally", "client", "partner")
_REACH = 120


def find(view: View) -> Iterator[Draft]:
    """One tie for each thing that belongs to, works for or is run by another."""
    seen: set[int] = set()
    for pattern in (_BE, _VERB, _OF, _BARE):
        for match in pattern.finditer(view.masked):
            cue = Span(*match.span("cue"))
            if any(at in seen for at in (cue.start, cue.end - 1)):
                continue
            draft = _tie(view, pattern, match, cue)
            if draft is not None:
                seen.update(range(cue.start, cue.end))
                yield draft
    yield from _adjectives(view)


def _tie(view: View, pattern: re.Pattern[str], match: re.Match[str], cue: Span) -> Draft | None:
    other = _object(view, match.end())
    if other is None:
        return None
    start = clauses.verb_start(view, cue.start)
    if clauses.denied(view, start, cue.end) or clauses.supposed(view, start, cue.start):
        return None
    plain = other.mention is None and not _definite(other.text)
    if pattern is _VERB and (plain or (other.mention is None and _STANDS.match(match["cue"]))):
        return None
    if _REGISTERED.search(match["cue"]) and _AS.match(view.masked, match.end()):
        return None
    who = (
        _before(view, cue.start)
        if pattern is _BARE
        else _of(view, match)
        if pattern is _OF
        else _first(view, start)
    )
    if who is None or who.text == other.text:
        return None
    if pattern is _OF and who.mention is not None:
        noun = match["cue"].split()[-2]
        person = view.mentions[who.mention].kind is Kind.PERSON
        if person and noun not in _PEOPLE[1:]:
            return None
    end = other.span.end if other.span else match.end()
    relation = " ".join(view.text[cue.start : cue.end].split())
    since = [Detail("since", Ref(d.text, d.span)) for d in view.dates_in(end, end + 12)
             if view.text[end : d.span.start].strip() == "since"]  # fmt: skip
    return Draft("tie", who, relation, (view.evidence(cue.start, end),), object=other,
                 when=clauses.when(view, cue.start, cue.end), details=tuple(since),
                 at=Span(cue.start, end))  # fmt: skip


def _definite(text: str) -> bool:
    return re.match(r"(?:the|an?|his|her|their|its|our)\s", text.lower()) is not None


def _first(view: View, verb: int) -> Ref | None:
    found = subjects(view, verb)
    return found[0] if found else None


def _of(view: View, match: re.Match[str]) -> Ref | None:
    """The holder of "… is a unit of" or of "X, a unit of"."""
    if match["be"]:
        if match["be"] == "as":
            return _as(view, match)
        return _first(view, match.start("be"))
    return _before(view, match.start())


def _as(view: View, match: re.Match[str]) -> Ref | None:
    """ "KEI is registered … as an agent of": the subject of the verb before."""
    low = max(view.sentence(match.start()).start, match.start() - 90)
    found = _HOLDS.search(view.masked, low, match.start())
    return _first(view, found.start()) if found else None


def _before(view: View, start: int) -> Ref | None:
    """The noun phrase that ends right before `start`."""
    tokens, at = view.parsed(start)
    at -= 1
    if at < 0 or tokens[at].part not in (Part.NAME, Part.NOUN, Part.CLOSE):
        return None
    found = grammar.chunk(tokens, at)
    if (
        tokens[at].part is Part.NOUN
        and tokens[found].part not in (Part.DETERMINER, Part.NAME)
        and tokens[found].lower != "whose"
        and not view.text[tokens[found].start].isupper()
    ):
        return None
    aside = [token.part for token in tokens[max(0, found - 2) : found + 1]]
    if aside == [Part.NAME, Part.COMMA, Part.DETERMINER]:
        return view.phrase(tokens[found - 2].start, tokens[found - 2].end)
    return view.phrase(tokens[found].start, tokens[at].end)


def _object(view: View, start: int) -> Ref | None:
    tokens, at = view.parsed(start)
    last = grammar.following(tokens, at) if at < len(tokens) else None
    return view.phrase(tokens[at].start, tokens[last].end) if last is not None else None


def _adjectives(view: View) -> Iterator[Draft]:
    """ "the state-run centre": the centre, or the name that it explains."""
    for match in _ADJECTIVE.finditer(view.masked):
        tokens, at = view.parsed(match.end())
        last = grammar.following(tokens, at) if at < len(tokens) else None
        if last is None:
            continue
        owner = _OWNER.search(view.masked, max(0, match.start() - 60), match.start())
        if owner is None:
            continue
        start = owner.start()
        apposed = _APPOSED.search(view.masked, max(0, start - 80), start)
        end = tokens[last].end
        who = view.phrase(match.end(), end)
        if apposed:
            index = view.mention_at(apposed.start("name"))
            who = view.named(index) if index is not None else who
            start = apposed.start("name")
        cue = view.text[owner.start() : match.end()].rstrip()
        yield Draft("tie", who, cue, (view.evidence(start, end),),
                    object=view.ref(*owner.span()), at=Span(start, end))  # fmt: skip
