"""Who held which office: titles before names, appositions, "served as", "was elected to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import clauses, offices, tenures
from corpus.facts.draft import Draft
from corpus.facts.subjects import subject
from corpus.facts.view import BODY, PERSON, PLACE, View, trim
from corpus.model import Kind, Ref, Span, When

_FORMER = re.compile(
    r"(?:former(?:ly)?|ex|then|late|once|onetime|one-time|erstwhile)[\s-]", re.IGNORECASE
)
_YEARS = re.compile(r"\s{0,2}[(]$")
_ADVERBS = (
    r"(?:(?:also|then|later|previously|subsequently|once|currently|now|formerly|still"
    r"|[a-z]{3,}ly)\s){0,2}"
)
_VERBS = re.compile(
    rf"\b(?:(?P<passive>(?:(?:was|were|been|being|is)\s)?{_ADVERBS}(?:re-?elected|elected"
    rf"|named|appointed"
    r"|promoted|nominated|designated|chosen|sworn\sin|confirmed|reappointed|installed)\b"
    r"(?:\s(?:as|to\sbe|to|by\s[^\s,.;]+\s(?:as|to)))?)"
    r"|(?P<served>(?:served|serves|serving|worked|works|working|acted|acting|resigned|retired"
    r"|stepped\sdown|stood\sdown)\b(?P<gap>[^.;:\n\"“”]{0,80}?)\sas)"
    r"|(?P<became>became|becoming|becomes|remains|remained)"
    r"|(?P<leads>heads|headed|leads|led|chairs|chaired|commands|commanded|founded"
    r"|co-founded|edited"
    r"|directed|directs|runs|presided\sover)"
    rf"|(?P<be>is|was|had\sbeen|has\sbeen)(?=\s{_ADVERBS}(?:the|an?|one\sof"
    rf"|[A-Z{PLACE}{BODY}]|former|"
    r"deputy|vice|chief|senior|president|chairman|director|head|secretary|minister|leader"
    r"|governor"
    r"|mayor|ambassador|professor|editor|spokes\w+)))\s"
)
_SKIP = re.compile(rf"(?:{_ADVERBS}(?:as\s)?)")
_ACTIVE = re.compile(
    rf"\b(?P<verb>appointed|named|elected|promoted|nominated|chose|designated)"
    rf"\s(?P<who>{PERSON}+)\s"
    r"(?:(?:as|to\sbe|to)\s)?"
)
_APPOSITION = re.compile(
    rf"(?P<who>{PERSON}+)(?:\s\([^()\n]{{1,40}}\))?,\s(?:\d{{1,3}},\s)?(?:of\s{PLACE}+,\s)?(?:now\s|then\s"
    rf"|himself\s)?"
)
_HONOURS = r"(?:,?\s(?:QC|KC|SC|MP|Jr\.?|Sr\.?|OBE|CBE|MBE|PhD|MD|II|III|Esq\.?)\b)?"
_REVERSE = re.compile(
    rf",\s(?P<who>{PERSON}+){_HONOURS}(?=[,.;)]|\s(?:who|was|has|had|is|will|said|says|told"
    rf"|went|and"
    r"|added|denied|confirmed|wrote|announced|described|declined)\b|$)"
)
_AFTER_OFFICE = re.compile(
    r"\s{0,2}(?:[,.;:)\]—–\n]|\(|\s-\s|$)|\s(?:who|which|whose|that|and|when|since|from"
    r"|until|in|said"
    r"|[a-z]+ing|told|says|was|is|has|had|during|after|before|at\sthe\stime|under|based"
    r"|between|for)\b"
)
_OPEN = re.compile(
    rf"(?:^|(?<=[\s“\"(]))(?P<np>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ff]ormer"
    rf"|{PLACE}+['’]s?"
    rf"|{BODY}+['’]s?)\s)(?=[^,.;:\n\"“”]{{3,110}})"
)


def find(view: View) -> Iterator[Draft]:
    """Every office of every person, as written."""
    yield from _titles(view)
    yield from _appositions(view)
    yield from _reversed(view)
    verbs = list(_verbs(view))
    yield from verbs
    yield from _appointments(view)
    yield from tenures.find(view, {draft.at.start for draft in verbs if draft.at is not None})


def _draft(
    view: View, who: Ref, relation: str, office: Span, at: Span, when: When | None = None
) -> Draft:
    text = view.text
    start = office.start
    if former := _FORMER.match(text, start, office.end):
        if relation in ("is", "was"):
            word = former[0].strip(" -").lower()
            relation = (
                "former"
                if word in ("ex", "formerly", "onetime", "one-time", "erstwhile", "once")
                else word
            )
        start = former.end()
    bodies = view.mentions_in(start, office.end, Kind.ORGANISATION)
    written = trim(text, start, office.end)
    mention = bodies[-1] if bodies else None
    if when is None:
        when = _when(view, Span(min(at.start, office.start), max(at.end, office.end)))
    if relation == "is" and _is_over(view, when):
        relation = "was"
    return Draft(
        "role", who, relation, (view.evidence(at.start, at.end),),
        object=Ref(" ".join(written.of(text).split()), written, mention),
        when=when, place=view.place_in(start, office.end), at=at,
    )  # fmt: skip


def _is_over(view: View, when: When | None) -> bool:
    """Whether the office ended before the article was published."""
    stated = view.page.article.published
    return bool(when and when.last and stated and when.last.isoformat() < stated.value)


def _when(view: View, at: Span) -> When | None:
    """Years in brackets right behind: "(2016-2019)", or "from 2020 to 2024"."""
    close = re.compile(r"\s?\(|\s(?:from|in|since|between|until|on)\s$")
    for date in view.dates_in(at.end, at.end + 22):
        lead = view.text[at.end : date.span.start]
        if lead.strip() in ("(", "from", "in", "since", "between", "until", "on") and close.search(
            lead
        ):
            return date
    return None


def _titles(view: View) -> Iterator[Draft]:
    for index in view.mentions_in(0, len(view.text), Kind.PERSON):
        mention = view.mentions[index]
        office = offices.before(view, mention.start, view.sentence(mention.start).start)
        if office is None:
            continue
        if view.text.startswith(":", mention.end):
            continue
        at = Span(office.start, mention.end)
        yield _draft(view, view.named(index), "is", office, at, _when(view, mention.span))


def _appositions(view: View) -> Iterator[Draft]:
    for match in _APPOSITION.finditer(view.masked):
        index = view.mention_at(match.start("who"))
        if index is None:
            continue
        office = _office(view, match.end(), view.sentence(match.start()).end)
        if office is None or PERSON in view.masked[match.end() : office.end + 2]:
            continue
        at = Span(match.start("who"), office.end)
        yield _draft(view, view.named(index), "is", office, at)
        second = _SECOND.match(view.masked, office.end)
        other = _office(view, second.end(), view.sentence(match.start()).end) if second else None
        if other is not None and PERSON not in view.masked[office.end : other.end + 2]:
            yield _draft(view, view.named(index), "is", other, Span(other.start, other.end))


_SECOND = re.compile(r",?\s(?:and|then|later|now)\s(?:an?\s|the\s)?")


def _office(view: View, start: int, limit: int) -> Span | None:
    office = offices.phrase(view, start, limit)
    if office is None or not _AFTER_OFFICE.match(view.masked, office.end):
        return None
    return office


def _reversed(view: View) -> Iterator[Draft]:
    for match in _REVERSE.finditer(view.masked):
        index = view.mention_at(match.start("who"))
        low = max(view.sentence(match.start()).start, match.start() - 120)
        if index is None:
            continue
        start, office = _before_comma(view, low, match.start())
        if office is None:
            continue
        rest = view.text[office.end : match.start()].strip()
        if (rest and not _BRACKET.fullmatch(rest)) or PERSON in view.masked[start : match.start()]:
            continue
        yield _draft(view, view.named(index), "is", Span(office.start, match.start()),
                     Span(office.start, match.end("who")))  # fmt: skip


def _before_comma(view: View, low: int, comma: int) -> tuple[int, Span | None]:
    """The office that ends at a comma, read from the nearest word that may open it."""
    starts = [m.start("np") for m in _OPEN.finditer(view.masked, low, comma)]
    for start in reversed(starts):
        office = offices.phrase(view, start, comma)
        if office is not None and not view.text[office.end : comma].strip():
            return start, office
    for start in starts:
        office = offices.phrase(view, start, comma)
        if office is not None:
            return start, office
    return low, None


_BRACKET = re.compile(r"\([^()]{1,40}\)(?:\s(?:to|in|at|for|of)\s(?:the\s)?[^,.;]{1,50})?")


def _verbs(view: View) -> Iterator[Draft]:
    for match in _VERBS.finditer(view.masked):
        start = _SKIP.match(view.masked, match.end())
        at = start.end() if start else match.end()
        limit = view.sentence(match.start()).end
        relation = " ".join(match[0].split())
        if match["leads"]:
            office = _led(view, at)
        else:
            office = _office(view, at, limit)
            if office is None and match["passive"] and relation.endswith(" to"):
                office = _led(view, at)
        if office is None or office.start - at > 30:
            continue
        who = subject(view, match.start())
        if who is None or who.mention is None:
            continue
        if view.mentions[who.mention].kind is not Kind.PERSON:
            continue
        if match["served"]:
            relation = f"{relation.split()[0]} as"
        stretch = Span(match.start(), office.end)
        when = _when(view, stretch)
        if when is None and not match["be"]:
            when = clauses.when(view, stretch.start, stretch.end)
        yield _draft(view, who, _plain(relation), office, stretch, when)


def _plain(relation: str) -> str:
    return {"had been": "was", "has been": "is"}.get(relation, relation)


_LED = re.compile(rf"(?:the\s)?(?:{PLACE}+['’]?s?\s|[^\W\d_][\w-]*\s){{0,3}}?{BODY}+")


def _led(view: View, start: int) -> Span | None:
    match = _LED.match(view.masked, start)
    return trim(view.text, match.start(), match.end()) if match else None


def _appointments(view: View) -> Iterator[Draft]:
    for match in _ACTIVE.finditer(view.masked):
        index = view.mention_at(match.start("who"))
        office = _office(view, match.end(), view.sentence(match.start()).end)
        if index is None or office is None:
            continue
        relation = f"was {match['verb']}" if match["verb"] != "chose" else "was chosen"
        at = Span(match.start(), office.end)
        yield _draft(view, view.named(index), relation, office, at)
