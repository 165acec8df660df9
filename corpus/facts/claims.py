"""What somebody is said to have said, in the words of the article: "X said that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.grammar import Part
from corpus.facts.subjects import NAME
from corpus.facts.tellers import ADVERB, NP, ROLE_LEAD, SAY, WHO, speaker, teller
from corpus.facts.view import BODY, DATELINE, PERSON, View, trim
from corpus.model import Certainty, Kind, Ref, Span, When

ACCORDING = re.compile(rf"\b[Aa]ccording\sto\s(?:the\s)?{NP}")
_THAT = re.compile(
    rf"\b(?P<verb>{SAY}|issued\sa\sstatement(?:\ssaying)?|(?P<passive>was|were|(?:had|has|have)\sbeen)"
    rf"\s(?:informed|told|notified))"
    rf"(?:\s(?!that\b)(?:[^\W\d_][\w'’-]*|{NAME}+|\d{{1,2}})){{0,5}},?"
    r"(?:\s(?:entitled|titled|headlined)\s[“\"‘][^”\"’\n]{1,90}[”\"’],?)?\sthat,?\s"
)
_NO_HEARER = r"(?!(?:that|if|whether|about|of|the|an?)\b)"
_HEARER = (
    r"(?:\s(?:the\s|an?\s|his\s|her\s|their\s|its\s)?"
    rf"(?:{_NO_HEARER}[a-z][\w'’-]*\s){{0,2}}{_NO_HEARER}(?:[a-z][\w'’-]*|{NAME}+))"
)
_ADJUNCT = (
    rf"(?:\s(?:on|in|at|during|last|this|late|early|yesterday|today)(?:\s(?:an?|the|his|her|its))?"
    rf"(?:\s(?:{NAME}+|[A-Z][\w.]*|\d{{1,4}}|statement|interview|news\sconference|press\sconference"
    rf"|report|letter|speech|week|month|night|evening|morning|afternoon),?){{1,3}})?"
)
_NOT_CLAUSE = (
    r"(?:on|in|at|to|during|of|by|with|from|and|but|or|when|after|before|for|outside|while|as|so"
    r"|nothing|goodbye|yes|hello|again|about|against|into|over|under|through|until|later|earlier"
    r"|yesterday|today|tonight|not|also|then|only|just|that|this\s(?:week|month)|last\s\w+"
    r"|what|how|why|who|whom|whether|whose|[a-z]{3,}ly|[a-z]{3,}ing)\b"
)
_VERBS = (
    r"(?:is|are|was|were|has|have|had|will|would|could|can|cannot|may|might|must|should|did|does|do"
    r"|went|came|took|gave|fled|left|saw|made|began|fell|rose|knew|felt|lost|won|cost|held|met|got"
    r"|kept|ran|found|became|sent|spent|shot|hit|died|sank|rose|broke|built|sold|bought|spoke|wrote"
    r"|struck|stood|set|paid|put|fought|flew|drove|grew|brought|taught|beat|led|drew|threw|lay|meant"
    r"|told|heard|[a-z]{2,}ed|[a-z]{3,}n['’]t"
)
_PRESENT = r"|[a-z]{3,}s(?=\s(?:the|an?|no|that|it|not|his|her|their|to|for)\b|[.,;])"
_NEAR = r"[^.;:\n\"“”]{1,110}?\b"
_FINITE = rf"{_NEAR}{_VERBS}{_PRESENT})\b"
_SURELY_FINITE = rf"{_NEAR}{_VERBS}|[a-z]{{3,}}s(?=\s(?:the|an?|no|that|it|not|his|her)\b))\b"
_NOTICE = re.compile(
    r"\b(?P<verb>received|got|had|obtained)\s(?:notice|word|confirmation|information|news"
    r"|a\s(?:letter|message|report|call))\sfrom\s(?P<np>(?:the\s)?[^,.;:\n\"“”]{3,60}?)"
    r"(?:\son\s[^.;\n\"“”]{3,30}?)?,?\sthat,?\s"
)
_INFORMANT = re.compile(
    r"\b(?:notice|word|confirmation|information|news|letter|message|report|call|told|informed"
    rf"|notified)\s(?:from|by)\s(?P<np>(?:the\s)?(?:[\w'’-]+\s){{0,2}}?(?:{NAME}+(?:\s[A-Z]\w+)?|embassy"
    r"|ministry|police|family|government))"
)
_BARE = re.compile(
    rf"\b(?P<verb>(?<!been\s)(?<!was\s)(?<!were\s)told{_HEARER}|said|says|believes?|thinks?|estimates?|estimated|predicts?|claims?|claimed"
    rf"|insists?|insisted|argues?|argued|fears?|feared|hopes?|hoped|warns?|warned|admits?|admitted"
    rf"|suggests?|suggested|concedes?|conceded|added|adds|notes|noted){_ADJUNCT},?\s"
    rf"(?=(?:he|she|they|it|there|nobody|everybody|neither)\s|(?={NAME}{_SURELY_FINITE}){NAME}+\s(?!{NAME})"
    rf"|(?!{_NOT_CLAUSE})[a-z\d$€£]{_FINITE})"
)
_TRAIL = re.compile(
    rf",\s(?:(?P<who>{WHO})\s{ADVERB}(?P<verb>{SAY})(?P<hearer>(?<=told){_HEARER})?"
    rf"|(?P<inverted>(?!tell|told|say(?:s|ing)\b){SAY})\s(?:the\s)?{NP})"
)
_LATER = re.compile(r"\s(?:on|in|at|during|after|late|earlier|yesterday|last)\b|\s[A-Z]")
_OTHER_TELLER = re.compile(
    rf",?\s(?:but|while|whereas|and|though|although)\s(?:(?:the\s)?{ROLE_LEAD}[{PERSON}{BODY}]+"
    rf"|he|she|they|it|the\s\w+(?:\s\w+)?)\s(?:\w+ly\s)?{SAY}\b"
)
_RELAY = re.compile(
    r"\b(?P<verb>told|informed|notified)\s(?P<np>[^,.;:\n\"“”]{3,60}),\s(?:which|who)\s"
    r"(?:then\s|later\s|in\sturn\s)?(?:said|says|reported|announced|confirmed|told\s[\w ]{3,30}?)"
    r"(?:\son\s\w+)?\s(?:that\s)?"
)
_WHAT_TOLD = re.compile(
    rf"\bwhat\s(?:the\s|an?\s)?(?:[a-z][\w-]*|{NAME}+)(?:\s[a-z][\w-]*)?\s(?:had\s|has\s)?$"
)
_FRONT_CITING = re.compile(r"\W{0,3}(?:Citing|Quoting)\s(?P<source>[^,.;\n\"“”]{3,60}),")
_NAMED = re.compile(rf"[^,.;:\n]{{2,120}},\s[{PERSON}{BODY}]+")
_HEADLINE = re.compile(r"(?P<who>[^:\n“”\"]{3,60}):\s(?P<words>[^\n:]{12,200})")
_ASIDE = re.compile(r"(?:\s(?:in|at|of|from|with|near|inside)\s[^,.;:\n\"“”]{1,60})?,")
_FAR = 350
_CITING = re.compile(r",?\s(?:citing|quoting)\s(?P<source>[^,.;\n\"“”]{3,60})")


def find(view: View) -> Iterator[Draft]:
    """X said that … · … , X said · according to X, … · X: we will …"""
    for match in _THAT.finditer(view.masked):
        yield from _claim(view, match)
    for match in _BARE.finditer(view.masked):
        yield from _claim(view, match)
    for match in _RELAY.finditer(view.masked):
        yield from _relay(view, match)
    for match in _NOTICE.finditer(view.masked):
        yield from _noticed(view, match)
    for match in ACCORDING.finditer(view.masked):
        yield from _by_source(view, match)
    for match in _TRAIL.finditer(view.masked):
        yield from _trailing(view, match)
    yield from _headline(view)


def cited(view: View, start: int, end: int) -> Ref | None:
    """Whom the speaker cites, where "citing …" follows at `start`."""
    match = _CITING.match(view.masked, start, end)
    return view.phrase(match.start("source"), match.end("source")) if match else None


def _claim(view: View, match: re.Match[str]) -> Iterator[Draft]:
    if view.quotation_around(match.start()) is not None or _relayed(view, match):
        return
    start, verb = match.end(), match.start("verb")
    who = teller(view, verb)
    sentence = view.sentence(verb)
    end = sentence.end
    if other := _OTHER_TELLER.search(view.masked, start, max(start, end)):
        end = other.start()
    if who is None or end - start < 8:
        return
    informant = _informant(view, match) if match.groupdict().get("passive") else None
    if informant is not None:
        told = _told(view, informant, "told", start, end, verb)
        # "It said that it had been told by X": the claim around this one names the first teller.
        outer = who.text.lower() not in ("it", "they")
        yield replace(told, tellers=(who, informant), hops=2) if outer else told
        return
    yield _told(view, who, match["verb"].split()[0], start, end, verb)


def _relayed(view: View, match: re.Match[str]) -> bool:
    """Whether a telling is part of a chain that is told as a whole, or of "what X told him"."""
    low = max(view.sentence(match.start()).start, match.start() - 90)
    if _WHAT_TOLD.search(view.masked, low, match.start("verb")):
        return True
    relays = _RELAY.finditer(view.masked, low, match.end() + 90)
    return any(relay.end() > match.start() and relay.start() < match.end() for relay in relays)


def _relay(view: View, match: re.Match[str]) -> Iterator[Draft]:
    """ "The embassy told the ministry, which said that …": the ministry, by the embassy."""
    end = view.sentence(match.start()).end
    inner = teller(view, match.start())
    if inner is None or view.quotation_around(match.start()) or end - match.end() < 8:
        return
    outer = view.phrase(*match.span("np"))
    told = _told(view, inner, match["verb"], match.end(), end, match.start())
    yield replace(told, tellers=(outer, inner), hops=2)


def _informant(view: View, match: re.Match[str]) -> Ref | None:
    """Who informed the one that "was told that …": named there or in the sentence before."""
    verb = match.start("verb")
    before = view.sentence(max(view.sentence(verb).start - 2, 0))
    low = before.start if verb - before.start < 2 * _FAR else verb
    all_found = list(_INFORMANT.finditer(view.masked, low, match.end()))
    if not all_found:
        return None
    found = all_found[-1]
    basis = "" if found.start() >= verb else "who gave notice in the sentence before"
    return view.phrase(found.start("np"), found.end("np"), basis)


def _noticed(view: View, match: re.Match[str]) -> Iterator[Draft]:
    end = view.sentence(match.start()).end
    if view.quotation_around(match.start()) is None and end - match.end() >= 8:
        who = view.phrase(match.start("np"), match.end("np"))
        yield _told(view, who, "told", match.end(), end, match.start())


def _by_source(view: View, match: re.Match[str]) -> Iterator[Draft]:
    sentence = view.sentence(match.start())
    who = speaker(view, match.start("np"), match.end("np"))
    if who is None or view.quotation_around(match.start()) is not None:
        return
    if match.start() - sentence.start < 12:
        comma = view.text.find(",", match.end() - 1, sentence.end)
        start, end = (comma + 1 if comma >= 0 else match.end()), sentence.end
    else:
        start, end = _around(view, sentence, match)
    if end - start > 12 and view.quotation_around(start) is None:
        yield _told(view, who, "according to", start, end, match.start())


def _around(view: View, sentence: Span, match: re.Match[str]) -> tuple[int, int]:
    """What is told around a teller: the part before, or all where the sentence goes on behind."""
    aside = _ASIDE.match(view.masked, match.end())
    goes_on = aside is not None and sentence.end - match.end() > 12
    if goes_on and match.re is _TRAIL and _TRAIL.match(view.masked, match.end()):
        goes_on = False
    return sentence.start, sentence.end if goes_on else match.start()


def _trailing(view: View, match: re.Match[str]) -> Iterator[Draft]:
    sentence = view.sentence(match.start())
    after = view.masked[match.end() : match.end() + 12]
    plain = after[:1] in (".", ",", "", "\n", ";")
    if not plain and not match["np"] and not _LATER.match(after):
        return
    group = "np" if match["inverted"] else "who"
    start, end = _around(view, sentence, match)
    opens = view.text[start : start + 1]
    least = 15 if end == match.start() else 3
    if (
        not _is_clause(view, start, match)
        or match.start() - start < least
        or not (opens.isupper() or opens.isdigit())
    ):
        return
    if view.quotation_around(max(match.start() - 1, 0)) or view.quotation_around(start):
        return
    who = speaker(view, match.start(group), match.end(group))
    if who is not None:
        yield _told(view, who, match["inverted"] or match["verb"], start, end, match.start())


def _is_clause(view: View, start: int, match: re.Match[str]) -> bool:
    """Whether what stands before a teller says something, and is no "the mayor, X, said …"."""
    if match["inverted"] is None or not _NAMED.fullmatch(view.masked, start, match.start()):
        return True
    tokens, at = view.parsed(start)
    parts = (Part.VERB, Part.DONE, Part.HELPER, Part.DOING)
    while at < len(tokens) and tokens[at].start < match.start():
        if tokens[at].part in parts:
            return True
        at += 1
    return False


def _headline(view: View) -> Iterator[Draft]:
    """ "Mayor Lindgren: the tram will be built", as the first line of an article."""
    line = view.text.find("\n") if "\n" in view.text else len(view.text)
    match = _HEADLINE.fullmatch(view.text, 0, line) if line < 280 else None
    if match is None or match["words"].count(" ") < 2:
        return
    named = [
        i for i in view.mentions_in(0, match.end("who")) if view.mentions[i].end == match.end("who")
    ]
    if named and view.mentions[named[-1]].kind is not Kind.PLACE:
        who = view.named(named[-1])
        yield _told(view, who, "said", match.start("words"), match.end("words"), 0)


def _told(view: View, who: Ref, verb: str, start: int, end: int, cue: int) -> Draft:
    if dateline := DATELINE.match(view.text, start, end):
        start = dateline.end()
    words = trim(view.text, start, end)
    while words.end > words.start + 1 and view.text[words.end - 1] in ".,;":
        words = Span(words.start, words.end - 1)
    text = " ".join(words.of(view.text).split())
    source = _source(view, cue, words)
    return Draft(
        "claim", who, verb, (view.evidence(min(cue, start), max(cue, words.end)),),
        object=Ref(text, words), when=_told_when(view, cue, words), speaker=who,
        hops=2 if source else 1, tellers=(who, source) if source else (), source=source,
        certainty=Certainty.REPORTED, at=Span(min(cue, words.start), words.end),
    )  # fmt: skip


def _source(view: View, cue: int, words: Span) -> Ref | None:
    sentence = view.sentence(cue)
    if front := _FRONT_CITING.match(view.masked, sentence.start, sentence.end):
        return view.phrase(*front.span("source"))
    match = _CITING.search(view.masked, max(cue, sentence.start), sentence.end)
    if match is None or words.start <= match.start() < words.end - 30:
        return None
    return view.phrase(match.start("source"), match.end("source"))


def _told_when(view: View, cue: int, words: Span) -> When | None:
    """The date of the telling: before its verb, or between the verb and what is told."""
    if cue > words.start:
        return None
    for date in view.dates_in(view.sentence(cue).start, words.start):
        if date.first is not None or date.last is not None:
            return None if view.in_dateline(date.span.start) else date
    return None
