"""Who left, fled, arrived, returned: from where, by which way, to where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import clauses
from corpus.facts.draft import Draft
from corpus.facts.people import acts
from corpus.facts.subjects import antecedent, subjects
from corpus.facts.view import BODY, PERSON, PLACE, View, trim
from corpus.model import Detail, Kind, Ref, Span

_TO = (
    rf"(?=\s(?:to|from|into|back|home|via|through|across|out|abroad|north|south|east|west"
    rf"|[{PLACE}{BODY}]))"
)
_ROUTE = (
    r"(?=\s(?:to|from|into|in|for|at|via|through|across|out|back|home|abroad|ashore|safely|the\s"
    rf"|their\s|his\s|her\s|[{PLACE}{BODY}]))"
)
_SITE = (
    r"country|embassy|mission|city|home|residence|capital|village|island|compound|camps?"
    r"|ship|consulate"
    r"|apartment|house|flat|hotel|base|hospital|prison|port|harbour|harbor|waters|territory"
    r"|town|region"
    r"|province|North|South|border|airport|station|peninsula|continent|West|East|area"
    r"|district|room"
    r"|building|dormitory|restaurant|posts?|posting|homeland|units?|barracks|farm|zone"
    r"|airspace|building"
)
_FLED = (
    r"fled|defected|escaped|emigrated|disappeared|vanished|resettled|slipped\saway|sneaked"
    r"|absconded"
    r"|deserted|sought\s(?:political\s)?asylum|requested\sasylum|applied\sfor\sasylum|was"
    r"\sgranted\sasylum|went\s"
    r"(?:missing|into\s(?:exile|hiding))|took\srefuge|ran\saway|got\saway|boarded|set\sout"
    r"|set\soff|made\s(?:his|her|their)"
    r"\sway|took\sa\s(?:train|bus|taxi|flight|plane|boat|ferry)|touched\sdown"
)
_WENT = (
    r"went|came|moved|drove|walked|swam|sailed|flew|rode|headed|retreated|marched|ran|transferred"
)
_ARRIVED = (
    r"arrived|returned|travell?ed|departed|crossed|relocated|landed|migrated|immigrated|settled"
    r"|disembarked|journeyed|stayed(?=\sin\s)"
)
_LEFT = (
    rf"(?:entered|left|reached|exited|re-entered|quit|visited|toured)(?=\s(?:the\s|their\s"
    rf"|his\s|her\s|its\s|our\s)?(?:[a-z]+\s)?(?:[{PLACE}{BODY}]"
    rf"|(?:{_SITE})\b))"
)
_SENT = (
    r"deported|extradited|repatriated|evacuated|exiled|smuggled|transferred|flown|airlifted"
    r"|relocated"
    r"|handed\sover|sent\s(?:home|back|abroad)|brought\s(?:home|back|to)|taken\s(?:home"
    r"|back|to)|returned|recalled"
    r"|called\s(?:home|back)|summoned\s(?:home|back)|moved|escorted\s(?:to|out|from)|driven"
    r"\sto|expelled|ferried|resettled"
    r"|released\s(?:to|into)|displaced|rescued|stranded"
)
_MANY = r"(?:(?:\w+ly|also|later|then|soon|subsequently|first|again|finally)\s){0,2}"
_VERB = re.compile(
    rf"\b(?:(?P<passive>(?:was|were|been|being)\s{_MANY}(?:{_SENT}))|(?P<fled>{_FLED})"
    rf"|(?P<soft>(?:{_WENT}){_TO})|(?P<gone>(?:{_ARRIVED}){_ROUTE}|{_LEFT})"
    r"|(?P<doing>(?:was|were)\s(?:travell?ing|returning|leaving|heading|fleeing"
    r"|staying|flying|crossing)(?=\s))"
    rf"|(?P<bare>returned|arrived|left|departed|came|landed))"
    r"\b(?:\s(?:away|back|home|out|abroad|ashore)\b)?"
)
_AGAIN = (
    r"deported|extradited|repatriated|evacuated|exiled|expelled|handed\sover|sent\s(?:home"
    r"|back)|flown"
    r"|returned\sto|taken\sto|driven"
)
_NOUN = re.compile(
    rf"(?:(?P<name>{PERSON}+)(?:\s(?:family|couple))?['’]s?\s(?:family['’]s\s)?"
    rf"|\b(?P<own>[Hh]is|[Hh]er|[Tt]heir)\s)"
    r"(?P<noun>defection|escape|flight|departure|arrival|return|repatriation|deportation"
    r"|resettlement"
    r"|extradition|disappearance)\b"
)
_ALSO = re.compile(rf"(?:\b(?:and|or|then)|,)\s{_MANY}(?P<done>{_AGAIN})\b")
_NO_MOVE = re.compile(
    r"\s(?:in\s(?:price|value|number|popularity)|to\s(?:an?\send|power|terms|light|blows"
    r"|life|pieces|rest"
    r"|\d|say|see|work|court|trial|bed|war|vote|find|help|be|take|make|the\s(?:polls"
    r"|conclusion|defen[cs]e|attention)"
    r"|(?:an?\s|the\s)?(?:\w+\s)?(?:camps?|prison|jail)|[a-z]+ing)\b"
    r"|into\s(?:force|effect|being|office|question|law|play|view)|from\s(?:office|politics"
    r"|the\sparty|behind)"
    r"|as\s|up\s|down\s|(?:her|his|their)\s(?:job|wife|husband|mark|children)|out\s(?:of"
    r"\s(?:business|work|control|the\squestion))"
    r"|through\s(?:the\s)?(?:[a-z]+\s)?(?:reforms?|changes|difficult\w*)|back\son)"
)
_BESIDE = re.compile(
    r"\s(?:(?:from|to|to\sthe)\s[^\s,.;]{1,20}\s)?(?:in|on|of)\s(?:early\s|late\s)?"
)
_DATED = re.compile(r"\s(?:(?:on|in|at|around|by|early|late|the)\s){0,2}$|\s(?:only\s|just\s)?$")
_BY = r"boat|bus|train|car|taxi|sea|air|plane|ship|ferry|truck|lorry|bicycle|road|rail|raft|land"
_PARTS = (
    ("from", re.compile(r"\b(?:from|out\sof)\s")),
    ("via", re.compile(r"\b(?:via|through|across|by\sway\sof)\s")),
    ("to", re.compile(r"\b(?:to|into|for|towards?|in)\s(?!\d)")),
    ("means", re.compile(
        rf"\b(?:by\s(?=(?:{_BY})\b)|on\s(?=(?:foot|horseback|a\s(?:boat|raft|train|plane))\b)"
        r"|aboard\s|in\sa\s(?=(?:boat|car|truck|lorry|fishing\sboat|taxi)\b))")),
    ("with", re.compile(
        r"\b(?:with|accompanied\sby|together\swith)\s"
        r"(?=(?:his|her|their|\w+\s(?:others|people|colleagues)))")),
)  # fmt: skip
_PART_END = re.compile(
    r"[,.;:()\n”\"]|\s(?:and|but|to|from|via|through|by|with|on|in|after|before|when|where"
    r"|who|which|while|for|into"
    r"|at|aboard|across|accompanied|until|since|during)\s"
)
_STAGES = (
    ("departure", re.compile(
        r"\b(?:left|fled|defected|escaped|departed|slipped|vanished|disappeared|ran|quit|deserted"
        r"|absconded|went\smissing|set\so)")),
    ("transit", re.compile(
        r"\b(?:crossed|travell|flew|drove|walked|swam|sailed|boarded|smuggled|stayed)")),
    ("arrival", re.compile(r"\b(?:arrived|entered|reached|landed|resettled|settled|came|touched)")),
    ("return", re.compile(
        r"\b(?:return|repatriat|deport|extradit|sent\sback|handed|recalled|home)")),
    ("asylum", re.compile(r"asylum|refuge")),
)  # fmt: skip
_ABSTRACT = re.compile(r"(?i)(?:the\s)?\w+(?:ment|tion|sion|ance|ing)\s(?:of|for)\b")
_ASIDE = re.compile(r",\s(?:and|but)\s|\s(?:when|while|after|before|who|which)\s")


def find(view: View) -> Iterator[Draft]:
    """One move for each verb of going with a plain subject."""
    passive: set[int] = set()
    for match in _VERB.finditer(view.masked):
        if match["passive"]:
            passive.add(view.sentence(match.start()).start)
        if _NO_MOVE.match(view.masked, match.end()) or not _placed(view, match):
            continue
        start = clauses.verb_start(view, match.start())
        if clauses.denied(view, start, match.end()) or clauses.supposed(view, start, match.start()):
            continue
        yield from _moves(
            view, start, match.start(), match.end(), bool(match["soft"] or match["bare"] == "came")
        )
    yield from _nouns(view)
    for match in _ALSO.finditer(view.masked):
        done = match.start("done")
        left = view.masked[max(view.sentence(done).start, done - 130) : done]
        if re.search(r"\b(?:was|were|been|being)\s", left):
            yield from _moves(view, done, done, match.end(), False)


def _nouns(view: View) -> Iterator[Draft]:
    """ "Omar Said's escape in 1987": only where a date stands right behind."""
    for match in _NOUN.finditer(view.masked):
        dates = view.dates_in(match.end(), match.end() + 36)
        lead = view.text[match.end() : dates[0].span.start] if dates else ""
        if not dates or not _BESIDE.fullmatch(lead):
            continue
        index = view.mention_at(match.start("name")) if match["name"] else None
        who = view.named(index) if index is not None else None
        if match["own"]:
            who = antecedent(view, match.start("own"), match["own"])
        if who is not None:
            at = Span(match.start(), dates[0].span.end)
            details = tuple(_details(view, match.start("noun"), match.end()))
            yield Draft("move", who, match["noun"], (view.evidence(at.start, at.end),),
                        when=dates[0], details=details, at=at)  # fmt: skip


def _placed(view: View, match: re.Match[str]) -> bool:
    """A verb such as "returned" that stands alone must be dated at once."""
    if not match["bare"]:
        return True
    dates = view.dates_in(match.end(), match.end() + 22)
    return bool(dates) and bool(_DATED.fullmatch(view.text[match.end() : dates[0].span.start]))


def _moves(view: View, start: int, verb: int, end: int, soft: bool) -> Iterator[Draft]:
    for who in subjects(view, start):
        named = who.mention is not None and view.mentions[who.mention].kind is not Kind.PERSON
        if named and who.mention is not None and who.span == view.mentions[who.mention].span:
            continue
        soft = soft or view.text[verb:end].endswith("moved")
        if _ABSTRACT.match(who.text) or (soft and not acts(view, who)):
            continue
        where = clauses.rest(view, end)
        high = where.span.end if where and where.span else end
        details = tuple(_details(view, verb, end))
        yield Draft(
            "move", who, " ".join(view.text[start:end].split()), (view.evidence(start, high),),
            object=where, when=clauses.when(view, start, end),
            place=view.place_in(end, high), details=details, at=Span(start, high),
        )  # fmt: skip


def _details(view: View, verb: int, end: int) -> Iterator[Detail]:
    """Route and means, as far as the clause tells them; the stage by the verb."""
    clause = clauses.span(view, verb)
    limit = min(clause.end, end + 110)
    if stop := _ASIDE.search(view.masked, end, limit):
        limit = stop.start()
    for role, pattern in _PARTS:
        found = pattern.search(view.masked, end, limit)
        if found is None or view.dates_in(found.end(), found.end() + 6):
            continue
        stop = _PART_END.search(view.masked, found.end(), limit)
        low = found.start() if role == "means" else found.end()
        span = trim(view.text, low, stop.start() if stop else limit)
        if span.end > span.start:
            yield Detail(role, view.ref(span.start, span.end))
    said = view.text[verb:end].lower()
    for stage, pattern in _STAGES:
        if pattern.search(said):
            yield Detail("stage", Ref(stage, None))
            break
