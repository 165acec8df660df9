"""Taking, holding and leaving an office or a place of work, where no office is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from corpus.facts import clauses
from corpus.facts.draft import Draft
from corpus.facts.people import acts
from corpus.facts.subjects import subjects
from corpus.facts.view import BODY, PERSON, PLACE, View
from corpus.model import Kind, Ref, Span

_N = rf"[{PERSON}{PLACE}{BODY}]"
_VERB = re.compile(
    r"\b(?P<cue>took\soffice|took\sover|took\scommand|took\scharge|took\sup\s(?:the|his|her"
    r"|a)\spost|left\soffice"
    r"|stepped\sdown|stood\sdown|resigned|retired(?=\s(?:in|from|as|on|last|after|at)\b"
    r"|[.,])|quit(?=\s(?:as|the|his|her)\s)"
    r"|(?:was|were)\s(?:\w+ly\s|also\s|later\s|then\s)?(?:posted|assigned|seconded"
    r"|accredited|promoted|ordained|sworn\sin|inaugurated"
    r"|crowned|reinstated|commissioned|re-?elected|elected)|succeeded(?=\s(?:[\ue000]|his"
    r"|her|the))|replaced(?=\s[\ue000])"
    rf"|joined(?=\s(?:the\s)?(?:[A-Za-z]+\s)?{_N})|enlisted|enrolled|will\sjoin(?=\sthe"
    rf"\sboard|\sthe\scabinet)|will\sstep\sdown"
    r"|(?:joins|joined)(?=\sthe\s(?:board|cabinet|party|army|navy|ministry|staff|team))"
    r"|(?:plays?|played)\sfor|captain(?:s|ed)"
    r"|coach(?:es|ed)|manage[sd](?!\sto)|taught|teaches|lectured|sat(?=\s(?:in|on|as)\s(?:the|a)\b)"
    r"|sits(?=\s(?:in|on)\s(?:the|a)\b)"
    r"|worked\s(?:for|at|in|under|with)|works\s(?:at|in)|served\s(?:in|with|on|under|at)"
    r"|interned\sat|led(?=\s(?:the|an?)\s"
    r"(?:inquiry|delegation|party|team|investigation|campaign|movement|union|group|mission"
    r"|company|expedition|rescue|talks))"
    r"|leads(?=\sthe\s)|head(?:s|ed)(?=\s(?:the|an?)\s)|chair(?:s|ed)(?=\s(?:the|an?)\s)"
    r"|represent(?:s|ed)(?=\s(?:the|an?)\s)"
    r"|found(?:ed)(?=\s(?:the|an?)\s)|commanded(?=\s(?:the|an?)\s)|studied(?=\s(?:at|under"
    r"|law|medicine|in)))\b"
)
_LEADS = re.compile(
    r"(?:taught|teaches|lectured|head|chair|led|leads|captain|coach|manage|commanded|found|represent)"
)


def find(view: View, told: Set[int] = frozenset()) -> Iterator[Draft]:
    """One role for each verb of taking, holding or leaving office with a plain subject.

    `told` are the starts of verbs that a named office was found with already.
    """
    for match in _VERB.finditer(view.masked):
        start = clauses.verb_start(view, match.start())
        if start in told or match.start() in told or clauses.denied(view, start, match.start()):
            continue
        will = match["cue"].startswith("will")
        if not will and clauses.supposed(view, start, match.start()):
            continue
        for who in subjects(view, start):
            draft = _role(view, who, match, start)
            if draft is not None:
                yield draft


def _role(view: View, who: Ref, match: re.Match[str], start: int) -> Draft | None:
    if who.mention is not None and view.mentions[who.mention].kind is not Kind.PERSON:
        return None
    if who.mention is None and not acts(view, who):
        return None
    what = clauses.rest(view, match.end())
    if what is None and _LEADS.match(match["cue"]):
        return None
    end = what.span.end if what and what.span else match.end()
    when = clauses.when(view, start, match.end())
    return Draft(
        "role", who, " ".join(view.text[start : match.end()].split()), (view.evidence(start, end),),
        object=what, when=when, place=view.place_in(match.end(), end), at=Span(start, end),
    )  # fmt: skip
