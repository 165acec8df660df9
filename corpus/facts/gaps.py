"""What is said to be unknown, missing or withheld, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import clauses, grammar
from corpus.facts.draft import Draft
from corpus.facts.subjects import joint
from corpus.facts.view import View, trim
from corpus.model import Ref, Span

_THING = (
    r"(?:information|word|news|indications?|signs?|evidence|traces?|records?|confirmation"
    r"|explanation"
    r"|details?|comment|clues?|answers?|reply|response|statement|data|figures?|proof"
    r"|contact|mention)"
)
_NONE = re.compile(
    rf"\b(?P<cue>(?:[Tt]here\s(?:is|was|are|were|has\sbeen|have\sbeen)|with|(?:has|have|had"
    rf"|gave|give|gives"
    rf"|offered|provided|received|found|released|made))\s(?:still\s|yet\s)?(?:no|little|not"
    rf"\sany)\s(?:immediate\s"
    rf"|further\s|official\s|independent\s|public\s|other\s|reliable\s|such\s)?(?:{_THING}"
    rf"|names?|reasons?|date"
    rf"|timetable|cause|motive|idea))\b"
    r"(?P<prep>\s(?:about|of|on|from|as\sto|regarding|concerning|that|whether|for|to|into)\s)?"
)
_UNKNOWN = (
    r"(?:unknown|unclear|uncertain|not\s(?:\w+ly\s|yet\s)?(?:known|clear|certain)"
    r"|unaccounted\sfor|missing"
    r"|unidentified|unexplained|undisclosed|unresolved|unsolved|unconfirmed|a\smystery|in"
    r"\sdoubt|anyone['’]s\sguess"
    r"|unpublished|unverified)"
)
_IT = re.compile(
    rf"\b(?P<cue>[Ii]t\s(?:is|was|remains?|remained)\s(?:still\s|also\s)?{_UNKNOWN})"
    r"(?:\sto\s[\w\s]{1,20})?\s(?P<what>whether|if|how|why|what|who|whom|when|where|which"
    r"|that|by)\b"
)
_WH = re.compile(
    r"(?:^|(?<=[\s“\"]))(?P<wh>Whether|What|How|Why|Who|Where|When|Exactly\swh\w+)"
    r"\s(?=(?P<rest>[^.;:\n]{3,150}?)\s"
    rf"(?P<cue>(?:is|was|remains?|remained|has|were)\s(?:still\s|yet\s|also"
    rf"\s)?(?:{_UNKNOWN}|never\s\w+|not\sbeen\s\w+"
    r"|yet\sto\sbe\s\w+)))"
)
_IS = re.compile(
    rf"\b(?P<cue>(?:is|are|was|were|remains?|remained|went|still)\s(?:still\s|yet\s|also\s"
    rf"|reported\s)?{_UNKNOWN})\b"
)
_TELL = (
    r"(?:comment(?:ed)?|say|said|disclosed?|repl(?:y|ied)|respond(?:ed)?|reveal(?:ed)?"
    r"|named?|identif(?:y|ied)"
    r"|elaborated?|given?|specif(?:y|ied)|explain(?:ed)?|confirm(?:ed)?|answer(?:ed)?"
    r"|publish(?:ed)?|provided?|verif(?:y|ied)"
    r"|discuss(?:ed)?|release[d]?|detail(?:ed)?|acknowledged?|return(?:ed)?\s(?:calls|a"
    r"\srequest|requests|messages)|rule\sout"
    r"|determined?|establish(?:ed)?|ascertain|mention(?:ed)?)"
)
_SILENT = re.compile(
    rf"\b(?P<cue>(?:declin(?:ed|es)|refus(?:ed|es))\sto\s{_TELL}|(?:did|would|could"
    rf"|has|have|had|can|was|were)"
    rf"(?:\snot|n['’]t|\snever)\s(?:immediately\s|yet\s|independently\s|publicly\s|been"
    rf"\sable\sto\s|able\sto\s|further\s)?"
    rf"{_TELL}|(?:has|have|had)\syet\sto\s{_TELL}|(?:could|can)\s?not\s(?:immediately\s"
    rf"|independently\s)?be\s(?:\w+ly\s)?"
    r"(?:confirmed|verified|reached|contacted|identified|determined|established"
    r"|corroborated|ascertained)"
    r"|(?:has|have|had|was|were)\s(?:never|not|yet\sto)\s(?:yet\s)?(?:been\s|be"
    r"\s)?(?:publicly\s|officially\s|fully\s"
    r"|independently\s)?(?:determined|established|identified|released|disclosed|confirmed"
    r"|verified|published|found"
    r"|explained|made\spublic|named|learned|learnt|recovered|located|heard\s(?:of|from)"
    r"|seen\s(?:again|since)|solved"
    r"|clarified|accounted\sfor|decided)|(?:do|does|did)(?:\snot|n['’]t)\sknow|(?:is|are"
    r"|was|were)(?:\snot|n['’]t)\s(?:aware\sof"
    r"|sure|certain)|had\sno\sway\sof\sknowing)\b"
)
_NOBODY = re.compile(
    r"\b(?P<cue>(?:[Nn]obody|[Nn]o\sone|[Ll]ittle|[Nn]ot\smuch|[Nn]othing)\s(?:else\s|more"
    r"\s)?(?:knows?|knew|is\sknown"
    r"|was\sknown|has\sbeen\sheard|has\sheard|can\ssay))\b"
)
_BUT = re.compile(r"\s(?:or|nor|and)\s(?=(?:the|his|her|their|its|any)\s)")
_ASKS = re.compile(r"(?:where|whether|how|why|what|who|when)\s")
_OF = re.compile(r"\s(?:of|about|on)\s")
_STOP = re.compile(
    r"[.;:\n”\"]|,\s(?=(?:but|and|who|which|according|while|he|she|they)\b)|,?\s(?:but"
    r"|while|although|because)\s"
)
_FORMAL = re.compile(r"(?:sign|matter|evidence)$")
_LONGEST = 150


def find(view: View) -> Iterator[Draft]:
    """One gap for each thing that nobody knows, or that somebody does not say."""
    taken: set[int] = set()
    for finder in (_missing, _impersonal, _asked, _unsaid):
        found = [d for d in finder(view) if d.at is not None and d.at.start not in taken]
        for draft in found:
            taken.update(range(draft.at.start, draft.at.end) if draft.at else ())
        yield from found


def _missing(view: View) -> Iterator[Draft]:
    """ "There is no information about X", "the office has no word from Y"."""
    for match in _NONE.finditer(view.masked):
        cue = Span(*match.span("cue"))
        parts = list(_parts(view, match.end())) if match["prep"] else []
        first = match["cue"].split()[0].lower()
        holder = None
        if first not in ("there", "with"):
            holder = joint(view, match.start())
            if holder is None and first not in ("has", "have", "had", "gave"):
                continue
        relation = " ".join(match["cue"].split())
        if holder is not None or not parts:
            who = holder or view.ref(cue.start, cue.end)
            yield _gap(view, who, relation, cue, parts[0] if parts else None)
            continue
        for part in parts:
            yield _gap(view, part, relation, cue, part)


def _impersonal(view: View) -> Iterator[Draft]:
    """ "It is unclear whether X …": about X."""
    for match in _IT.finditer(view.masked):
        what = _first(view, match.start("what"))
        cue = Span(match.start(), match.end("cue"))
        about = _topic(view, match.end("what"), what.end)
        yield _gap(view, about, " ".join(match["cue"].split()), cue, _phrase(view, what))
    for match in _NOBODY.finditer(view.masked):
        cue = Span(*match.span())
        lead = _OF.match(view.text, match.end())
        start = lead.end() if lead else match.end()
        what = _first(view, start)
        about = _topic(view, start, what.end)
        yield _gap(view, about, " ".join(match["cue"].split()), cue, _phrase(view, what))


def _asked(view: View) -> Iterator[Draft]:
    """ "Whether the order stands is not known": about the order."""
    for match in _WH.finditer(view.masked):
        about = _topic(view, match.end("wh"), match.end("rest"))
        cue = Span(*match.span("cue"))
        what = trim(view.text, match.start("wh"), match.end("rest"))
        yield _gap(
            view,
            about,
            " ".join(match["cue"].split()),
            Span(match.start(), cue.end),
            _phrase(view, what),
        )


def _unsaid(view: View) -> Iterator[Draft]:
    """ "X declined to comment", "Y's whereabouts are unknown"."""
    for pattern in (_SILENT, _IS):
        for match in pattern.finditer(view.masked):
            if (
                pattern is _IS
                and re.match(
                    r"\s[a-z]+(?:s|ed)?\b(?<!in)(?<!since)(?<!after)(?<!to)(?<!and)(?<!on)",
                    view.text[match.end() : match.end() + 20],
                )
                and "missing" not in match[0]
            ):
                continue
            who = joint(view, match.start())
            if who is None or view.text.startswith(" until", match.end()):
                continue
            who = _whose(view, who)
            cue = Span(*match.span())
            what = _first(view, match.end())
            said = _phrase(view, what) if what.end - what.start > 2 else None
            yield _gap(view, who, " ".join(match["cue"].split()), cue, said)


def _whose(view: View, who: Ref) -> Ref:
    """ "A woman whose identity was never established": the woman."""
    if who.span is None or not who.text.lower().startswith("whose "):
        return who
    tokens, at = view.parsed(who.span.start)
    found = grammar.phrase(tokens, at - 1) if at > 0 else []
    return view.phrase(tokens[found[-1][0]].start, tokens[found[-1][1]].end) if found else who


def _parts(view: View, start: int) -> Iterator[Ref]:
    """What is unknown, in its parts: "his fate or the condition of the others" is two things."""
    whole = _first(view, start)
    at = whole.start
    if asks := _ASKS.match(view.text, at):
        yield _topic(view, asks.end(), whole.end)
        return
    for cut in _BUT.finditer(view.text, whole.start, whole.end):
        yield view.ref(at, cut.start())
        at = cut.end()
    if whole.end > at:
        yield view.ref(at, whole.end)


def _first(view: View, start: int) -> Span:
    limit = min(view.sentence(start).end, start + _LONGEST)
    stop = _STOP.search(view.masked, start, limit)
    return trim(view.text, start, stop.start() if stop else limit)


def _phrase(view: View, span: Span) -> Ref:
    return view.ref(span.start, span.end)


def _topic(view: View, start: int, end: int) -> Ref:
    """The first noun phrase of what is asked, an entity where it is one."""
    tokens, at = view.parsed(start)
    last = grammar.following(tokens, at) if at < len(tokens) else None
    if last is None or tokens[last].end > end:
        return view.ref(start, max(end, start + 1))
    return view.phrase(tokens[at].start, tokens[last].end)


def _gap(view: View, who: Ref, relation: str, cue: Span, what: Ref | None) -> Draft:
    end = max(cue.end, what.span.end if what and what.span else 0)
    return Draft(
        "gap", who, relation, (view.evidence(cue.start, end),), object=what,
        when=clauses.when(view, cue.start, cue.end), at=Span(cue.start, end),
    )  # fmt: skip
