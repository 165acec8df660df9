"""What was done to people: executed, jailed, dismissed, fined, sanctioned, killed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.facts import clauses, grammar
from corpus.facts.draft import Draft
from corpus.facts.people import acts
from corpus.facts.subjects import antecedent, subject, subjects
from corpus.facts.view import PERSON, View, trim
from corpus.model import Detail, Kind, Ref, Span

_SENT = (
    r"(?:sent|taken|transferred|moved|banished|confined|thrown|locked\sup|put|placed|held"
    r"|kept)\s(?:in|in"
    r"to|to|at|under|inside|hostage|captive|incommunicado|without\strial)\b(?=(?:\s(?:an?"
    r"|the|one|\w+ing|[\w-]+))"
    r"{0,4}\s(?:camps?|prisons?|gulag|mines?|jails?|arrest|cells?|dungeon|detention|custody"
    r"|colony|farm)\b)"
)
_WORDS = (
    r"executed|imprisoned|jailed|gaoled|sentenced|arrested|detained|killed|shot(?:\sdead)?"
    r"|tortured"
    r"|sanctioned|fined|convicted|beaten(?:\sup)?|kidnapped|abducted|murdered|assassinated"
    r"|indicted"
    r"|poisoned|hanged|beheaded|stoned|lynched|wounded|injured|stabbed|purged|banished"
    r"|raped|whipped"
    r"|flogged|interrogated|blacklisted|dismissed|sacked|fired|demoted|ousted|deposed|disbarred"
    r"|expelled(?=\sfrom)|suspended|banned|disqualified|persecuted|punished|attacked"
    r"|assaulted|robbed"
    r"|trafficked|enslaved|starved|evicted|deprived\sof|blocked|frozen|seized|interned"
    r"|incarcerated"
    r"|remanded|condemned|hurt|charged\s(?:with|under|over)|found\sguilty|put\sto\sdeath|taken\s(?:hostage|prisoner)"
    r"|held\s(?:hostage|captive|prisoner|incommunicado|(?:there\s)?for\s(?:\w+\s){1,2}(?:days|weeks"
    r"|months|years))"
    r"|removed\sfrom|stripped\sof|designated(?=\s(?:by|under|for|as\sa\s(?:terror|special))|[.,])"
    r"|forced\sto\s(?:resign|confess|work)|censured|reprimanded|crushed\sto\sdeath|burned"
    r"\sto\sdeath"
)
_ADVERBS = (
    r"(?:(?:\w+ly|later|also|then|subsequently|twice|first|again|himself|once|all|both|soon)"
    r"\s){0,2}"
)
_DONE = rf"(?:{_SENT}|(?:{_WORDS})\b)"
_PASSIVE = re.compile(rf"\b(?P<be>was|were|been|being|got|gets|get)\s{_ADVERBS}(?P<done>{_DONE})")
_ALSO = re.compile(rf"(?:\b(?:and|or|then|but|before\sbeing)|,)\s{_ADVERBS}(?P<done>{_DONE})")
_REDUCED = re.compile(
    r"(?<=\w)\s(?P<done>(?:executed|imprisoned|jailed|sentenced|arrested|detained|killed|tortured"
    r"|wounded|injured|kidnapped|abducted|convicted|purged))\s(?:for|in|by|with|at|on|after"
    r"|during|near|as)\b"
)
_ACTIVE = re.compile(
    r"\b(?P<verb>executed|imprisoned|jailed|sentenced|arrested|detained|killed|shot"
    r"|tortured|fined"
    r"|kidnapped|abducted|murdered|assassinated|poisoned|beat\sup|hanged|convicted|indicted"
    r"|sanctioned"
    r"|designated|blacklisted|dismissed|sacked|fired|purged|expelled|banned|suspended"
    r"|injured|wounded"
    r"|punished|raped|interrogated|stabbed|found(?=\s(?:him|her|them)\sguilty)|demoted|ousted"
    r"|held(?=\s(?:him|her|them)\s(?:for|in|at|captive|hostage|without))|charged|claimed"
    r"\sthe\slives\sof"
    r"|imposed\s(?:\w+\s)?sanctions\s(?:on|against)|kills|jails|sentences|executes|arrests)"
    r"\s(?=\S)"
)
_HARMED = re.compile(
    r"\b(?P<done>drowned|perished|starved\sto\sdeath|froze\sto\sdeath|bled\sto\sdeath|lost"
    r"\s(?:his|her"
    r"|their)\s(?:posts?|jobs?|li(?:fe|ves)|limbs?|licen[cs]es?|seats?)|(?:received|got|was"
    r"\sgiven|were\sgiven"
    r"|was\shanded|drew)\s(?:an?\s)?(?:[\w-]+\s){0,3}(?:sentences?|fine|prison\sterms?|ban"
    r"|jail\sterm)"
    r"|spent\s(?:[\w-]+\s){1,4}(?:in|at)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}(?:prison|jail"
    r"|camp|custody|detention"
    r"|confinement|solitary)|(?:served|is\sserving|was\sserving)\s(?:[\w-]+"
    r"\s){0,4}(?:sentence|years\sin\sprison"
    r"|prison\sterm|life\sterm)|pleaded\sguilty|committed\ssuicide|(?:was|were|is)\sunder"
    r"\shouse\sarrest)\b"
)
_DIED = re.compile(
    r"\b(?P<np>(?:[Aa]t\sleast\s|[Ss]ome\s|[Aa]bout\s|[Mm]ore\sthan\s|[Oo]ver\s)?(?:\d[\d,]*"
    r"|[Tt]wo|[Tt]hree|[Ff]our"
    r"|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Dd]ozens\sof"
    r"|[Ss]everal|[Mm]any)\s(?:other\s)?"
    r"(?:people|persons|men|women|children|workers|soldiers|civilians|passengers|miners|students"
    r"|villagers|residents|prisoners|inmates|refugees|others|sailors|fishermen|migrants|police))"
    r"(?:\s(?:had|have|also|later))?\s(?P<done>died)\b"
)
_DEAD = re.compile(
    r"\b(?:[Tt]he|[Aa]mong\sthe)\s(?P<done>dead|victims|killed|wounded|injured|detainees|arrested"
    r"|executed)\s(?:were|was|are|is|included?)\s"
)
_NOUN = (
    r"(?P<noun>execution|arrest|imprisonment|detention|murder|killing|assassination"
    r"|abduction|purge"
    r"|kidnapping|poisoning|torture|conviction|dismissal|beheading|ouster|beating)"
)
_OF = re.compile(rf"\b{_NOUN}\sof\s(?P<np>(?:[^\W\d_][\w.'’-]*\s){{0,5}}?{PERSON}+)")
_OWN = re.compile(rf"(?P<np>{PERSON}+)['’]s?\s(?:[a-z]+\s)?{_NOUN}\b")
_HIS = re.compile(rf"\b(?P<np>[Hh]is|[Hh]er)\s(?:[a-z]+\s)?{_NOUN}\b")
_METHOD = re.compile(
    r"\b(?:by\s(?:an?\s)?(?:firing\ssquad|hanging|lethal\sinjection|poison\w*|stoning"
    r"|beheading|drowning"
    r"|electric\s\w+|anti-aircraft\s\w+|decapitation|strangulation)|with\s(?:an?"
    r"\s)?[a-z-]+(?:\s[a-z]+)?)\b"
)
_CHARGE = re.compile(
    r"\b(?:on\s(?:the\s)?(?:charges?|suspicion|allegations|grounds|accusations)\s(?:of"
    r"|that)\s|accused\sof\s"
    r"|for\s(?=[\w-]+ing\b|[“\"‘]|(?:his|her|their)\s|alleged)|guilty\sof\s|charged\swith\s"
    r"|convicted\sof\s|because\s"
    r"|over\s|of\s(?=[a-z-]+ing\b|murder|manslaughter|treason|fraud|espionage|corruption|theft))"
    r"[^,.;:\n]{2,110}"
)
_TERM = re.compile(
    r"\b(?:(?:to|for|of)\s(?:(?:about|at\sleast|up\sto|more\sthan|nearly|almost|an?)"
    r"\s)?(?:[\w-]+\s){1,3}"
    r"(?:days?|weeks?|months?|years?|decades?)(?:\s(?:in\sprison|in\sjail|of\s(?:hard\s"
    r"|forced\s)?labou?r))?"
    r"|to\s(?:death|life(?:\sin\sprison|\simprisonment)?)|[€£¥]\d[\d,.]*(?:\s\w+illion)?"
    r"|[A-Z]{0,3}\$\d[\d,.]*(?:\s\w+illion)?)"
)
_BY = re.compile(r"\bby\s(?=(?:the|an?|his|her|two|three|\w+\sguards?|[A-Z\ue000-\ue002]))")
_OBJECT = ("him", "her", "them")
_NOT_HARMED = re.compile(
    r"\b(?:attention|suspicion|hopes?|fears?|interest|speculation|bill|proposal|claims?"
    r"|idea|appeal|case"
    r"|question|concerns?|road|traffic|flights?|trading|talks|work|game|match|service|law"
    r"|measure)$"
)
_REACH = 130


def find(view: View) -> Iterator[Draft]:
    """One fact for each harm that somebody suffers, the victim as its subject."""
    seen: set[tuple[int, str]] = set()
    for draft in _all(view):
        key = draft.at.start if draft.at else 0, draft.subject.text
        if key not in seen:
            seen.add(key)
            yield draft


def _all(view: View) -> Iterator[Draft]:
    yield from _passives(view)
    yield from _actives(view)
    for match in _HARMED.finditer(view.masked):
        start = clauses.verb_start(view, match.start())
        if not _unreal(view, start, match.start()):
            for who in subjects(view, match.start()):
                yield _draft(view, who, match["done"], Span(start, match.end()))
    for match in _DIED.finditer(view.masked):
        who = view.ref(*match.span("np"))
        yield _draft(view, who, "died", Span(match.start("done"), match.end()))
    for match in _DEAD.finditer(view.masked):
        sentence = view.sentence(match.start())
        for index in view.mentions_in(match.end(), sentence.end, Kind.PERSON):
            name = view.named(index)
            yield _draft(view, name, match["done"], Span(match.start(), view.mentions[index].end))
    for pattern in (_OF, _OWN, _HIS):
        yield from _nouns(view, pattern)


def _unreal(view: View, start: int, verb: int) -> bool:
    return clauses.denied(view, start, verb) or clauses.supposed(view, start, verb)


def _passives(view: View) -> Iterator[Draft]:
    for match in _PASSIVE.finditer(view.masked):
        start = clauses.verb_start(view, match.start())
        if _unreal(view, start, match.start("done")):
            continue
        who = subjects(view, match.start())
        yield from _suffered(view, who, Span(start, match.end()), Span(*match.span("done")))
    for match in _ALSO.finditer(view.masked):
        done = Span(*match.span("done"))
        who = subjects(view, done.start) if _was_passive(view, match.start()) else []
        if who:
            yield from _suffered(view, who, done, done)
    for match in _REDUCED.finditer(view.masked):
        done = Span(*match.span("done"))
        tokens, at = view.parsed(done.start)
        if at < 1 or tokens[at - 1].part not in (grammar.Part.NOUN, grammar.Part.NAME):
            continue
        found = grammar.chunk(tokens, at - 1)
        if tokens[found].part in (grammar.Part.DETERMINER, grammar.Part.NUMBER, grammar.Part.NAME):
            bare = tokens[found - 1].part if found else grammar.Part.MARK
            if tokens[at - 1].part is grammar.Part.NAME and bare is not grammar.Part.AND:
                continue
            who_ = view.phrase(tokens[found].start, tokens[at - 1].end)
            yield from _suffered(view, [who_], done, done)


def _was_passive(view: View, at: int) -> bool:
    """Whether the last verb group before `at` in its sentence has a form of "be"."""
    left = view.masked[max(view.sentence(at).start, at - 160) : at]
    return re.search(r"\b(?:was|were|been|being|got)\s", left) is not None


def _suffered(view: View, who: list[Ref], at: Span, done: Span) -> Iterator[Draft]:
    relation = " ".join(view.text[at.start : at.end].split())
    for one in who:
        place = one.mention is not None and view.mentions[one.mention].kind is Kind.PLACE
        if place or _NOT_HARMED.search(one.text.lower()):
            continue
        yield _draft(view, one, relation, Span(at.start, done.end))


def _actives(view: View) -> Iterator[Draft]:
    for match in _ACTIVE.finditer(view.masked):
        start = clauses.verb_start(view, match.start())
        lead = view.text[start : match.end()]
        if _unreal(view, start, match.start()) or re.search(
            r"\b(?:was|were|been|being|is|are|got)\b", lead
        ):
            continue
        victims = _victims(view, match.end())
        if not victims:
            continue
        agent = subject(view, start)
        relation = f"was {_part(match['verb'])}"
        end = victims[-1].span.end if victims[-1].span else match.end()
        for victim in victims:
            draft = _draft(view, victim, relation, Span(match.start(), end))
            yield draft if agent is None else _by(draft, agent)


def _victims(view: View, start: int) -> list[Ref]:
    """The people whom a verb that ends before `start` strikes."""
    word = re.compile(r"(?:him|her|them)\b(?!\s[a-z]+(?:er|or|on|ily)\b)").match(view.masked, start)
    if word:
        if word[0] == "them":
            return [view.ref(*word.span())]
        found = antecedent(view, start, word[0])
        return [found] if found else [view.ref(*word.span())]
    tokens, at = view.parsed(start)
    last = grammar.following(tokens, at)
    if last is None:
        return []
    found = view.phrase(tokens[at].start, tokens[last].end)
    if found.mention is not None:
        person = view.mentions[found.mention].kind is Kind.PERSON
        return [found] if person or view.mentions[found.mention].kind is Kind.ORGANISATION else []
    return [found] if acts(view, found) else []


def _nouns(view: View, pattern: re.Pattern[str]) -> Iterator[Draft]:
    for match in pattern.finditer(view.masked):
        people = view.mentions_in(match.start("np"), match.end("np"), Kind.PERSON)
        who = view.named(people[-1]) if people else antecedent(view, match.start("np"), match["np"])
        if who is not None:
            yield _draft(view, who, match["noun"], Span(*match.span()))


def _part(verb: str) -> str:
    plain = {"beat up": "beaten up", "kills": "killed", "jails": "jailed", "arrests": "arrested",
             "sentences": "sentenced", "executes": "executed", "claimed the lives of": "killed",
             "found": "found guilty"}  # fmt: skip
    return "sanctioned" if verb.startswith("imposed") else plain.get(verb, verb)


def _by(draft: Draft, agent: Ref) -> Draft:
    return replace(draft, relation=f"{draft.relation} by", object=agent,
                   details=(*draft.details, Detail("by", agent)))  # fmt: skip


def _draft(view: View, who: Ref, relation: str, at: Span) -> Draft:
    how = clauses.rest(view, at.end)
    end = how.span.end if how and how.span else at.end
    details = tuple(_details(view, at))
    return Draft(
        "harm", who, " ".join(relation.split()), (view.evidence(at.start, end),), object=how,
        when=clauses.when(view, at.start, at.end), place=view.place_in(at.end, end),
        details=details, at=Span(at.start, end),
    )  # fmt: skip


def _details(view: View, at: Span) -> Iterator[Detail]:
    """Method, term, charge and doer, as far as they stand in the clause."""
    limit = min(clauses.span(view, at.start).end, at.end + _REACH)
    for role, pattern in (("method", _METHOD), ("term", _TERM), ("charge", _CHARGE)):
        if found := pattern.search(view.masked, at.start if role == "charge" else at.end, limit):
            if re.search(r"[,\"”]\s(?:and|but)?", view.masked[at.end : found.start()]):
                continue
            span = trim(view.text, *found.span())
            yield Detail(role, Ref(" ".join(span.of(view.text).split()), span))
    found = _BY.search(view.masked, at.end, limit)
    if found and "," not in view.masked[at.end : found.start()]:
        tokens, first = view.parsed(at.end, found.end())
        last = grammar.following(tokens, first)
        if last is not None and not _METHOD.match(view.masked, found.start()):
            yield Detail("by", view.phrase(tokens[first].start, tokens[last].end))
