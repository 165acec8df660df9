"""What was done to people: executed, imprisoned, killed, sentenced, sanctioned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import clauses
from corpus.facts.draft import Draft
from corpus.facts.subjects import antecedent, subject
from corpus.facts.view import PERSON, View
from corpus.model import Kind, Ref, Span

_DONE = (
    r"(?:executed|imprisoned|jailed|sentenced|arrested|detained|killed|shot|tortured|sanctioned|fined"
    r"|convicted|beaten|kidnapped|abducted|murdered|assassinated|indicted|charged\swith|poisoned"
    r"|hanged|wounded|injured|stabbed|purged|banished|raped|interrogated|found\sguilty|blacklisted"
    r"|sent\sto\s(?:an?\s|the\s)?(?:\w+\s){0,2}(?:camp|prison|gulag|mine)|taken\shostage|put\sto\sdeath"
    r"|put\sin(?:to)?\s(?:an?\s|the\s)?(?:\w+\s){0,2}(?:camp|prison|jail)|placed\sunder\shouse\sarrest|held\shostage|designated\sby|stripped\sof)"
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|been|being|got)\s(?:\w+ly\s|later\s|also\s|then\s)?{_DONE}\b"
)
_ACTIVE = re.compile(
    r"\b(?P<verb>executed|imprisoned|jailed|sentenced|arrested|detained|killed|shot|tortured|fined"
    rf"|kidnapped|abducted|murdered|assassinated|poisoned|beat|hanged|convicted|indicted|sanctioned"
    rf"|designated)\s(?P<who>{PERSON}+)(?!['’]s|\sas\b)"
)
_NOUN = (
    r"(?P<noun>execution|arrest|imprisonment|detention|murder|killing|assassination|abduction"
    r"|kidnapping|poisoning|torture|conviction)"
)
_OF = re.compile(rf"\b{_NOUN}\sof\s(?P<np>(?:[^\W\d_][\w.'’-]*\s){{0,5}}?{PERSON}+)")
_OWN = re.compile(rf"(?P<np>{PERSON}+)['’]s?\s{_NOUN}\b")
_HIS = re.compile(rf"\b(?P<np>[Hh]is|[Hh]er)\s{_NOUN}\b")


def find(view: View) -> Iterator[Draft]:
    """One fact for each person harmed, the victim as its subject."""
    for match in _PASSIVE.finditer(view.masked):
        who = subject(view, match.start())
        if who is None or (who.mention is not None and _is_place(view, who)):
            continue
        yield _draft(view, who, view.text[match.start() : match.end()], Span(*match.span()))
    for match in _ACTIVE.finditer(view.masked):
        index = view.mention_at(match.start("who"))
        if index is None:
            continue
        agent = subject(view, clauses.verb_start(view, match.start()))
        at = Span(match.start(), match.end())
        draft = _draft(view, view.named(index), f"was {_part(match['verb'])}", at)
        yield draft if agent is None else _by(draft, agent)
    for pattern in (_OF, _OWN, _HIS):
        yield from _nouns(view, pattern)


def _nouns(view: View, pattern: re.Pattern[str]) -> Iterator[Draft]:
    for match in pattern.finditer(view.masked):
        people = view.mentions_in(match.start("np"), match.end("np"), Kind.PERSON)
        who = view.named(people[-1]) if people else antecedent(view, match.start("np"), match["np"])
        if who is not None:
            yield _draft(view, who, match["noun"], Span(*match.span()))


def _part(verb: str) -> str:
    return "beaten" if verb == "beat" else verb


def _is_place(view: View, who: Ref) -> bool:
    return who.mention is not None and view.mentions[who.mention].kind is Kind.PLACE


def _by(draft: Draft, agent: Ref) -> Draft:
    return Draft(draft.kind, draft.subject, f"{draft.relation} by", draft.evidence, agent,
                 when=draft.when, place=draft.place, at=draft.at)  # fmt: skip


def _draft(view: View, who: Ref, relation: str, at: Span) -> Draft:
    how = clauses.rest(view, at.end)
    end = how.span.end if how and how.span else at.end
    return Draft(
        "harm", who, " ".join(relation.split()), (view.evidence(at.start, end),), object=how,
        when=clauses.when(view, at.start, at.end), place=view.place_in(at.end, end),
        at=Span(at.start, end),
    )  # fmt: skip
