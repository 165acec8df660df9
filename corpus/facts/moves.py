"""Who left, fled, arrived, returned: from where, to where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import clauses
from corpus.facts.draft import Draft
from corpus.facts.subjects import subject
from corpus.facts.view import BODY, PLACE, View
from corpus.model import Kind, Span

_ROUTE = (
    r"(?=\s(?:to|from|into|in|for|at|via|through|across|out|back|home|the\s|their\s|his\s|her\s"
    rf"|[{PLACE}{BODY}]))"
)
_VERB = re.compile(
    rf"\b(?:fled|defected|escaped|emigrated|disappeared|vanished|resettled|slipped\saway|sneaked"
    rf"|(?:was|were)\s(?:deported|extradited|repatriated|evacuated|exiled|smuggled|transferred|flown"
    rf"|expelled)|(?:arrived|returned|moved|travell?ed|departed|crossed|flew|sailed|relocated|landed"
    rf"|migrated|went|came|immigrated|settled|drove){_ROUTE}"
    rf"|(?:entered|left|reached)(?=\s(?:the\s|their\s|his\s|her\s|its\s)?(?:[{PLACE}{BODY}]|country"
    rf"|embassy|mission|city|home|residence|capital|village|island|compound|camp|ship|consulate)))"
    rf"\b(?:\s(?:away|back|home|out))?"
)
_NO_MOVE = re.compile(
    r"\s(?:in\s(?:price|value|number|popularity)|to\s(?:an?\send|power|terms|light|blows)"
    r"|into\s(?:force|effect|being|office|question)|from\s(?:office|politics)"
    r"|to\s(?:say|see|work|(?:an?\s|the\s)?(?:\w+\s)?(?:camp|prison|jail)|court|trial|bed|war|vote|find|help|be|take|make)\b"
    r"|as\s|up\s|down\s|on\s|(?:her|his|their)\s(?:job|post|wife|husband|mark))"
)


def find(view: View) -> Iterator[Draft]:
    """One move for each verb of going with a plain subject."""
    for match in _VERB.finditer(view.masked):
        if _NO_MOVE.match(view.masked, match.end()):
            continue
        start = clauses.verb_start(view, match.start())
        who = subject(view, start)
        if who is None:
            continue
        if (
            who.mention is not None
            and view.mentions[who.mention].kind is not Kind.PERSON
            and (who.span == view.mentions[who.mention].span)
        ):
            continue
        where = clauses.rest(view, match.end())
        end = where.span.end if where and where.span else match.end()
        yield Draft(
            "move", who, " ".join(view.text[start : match.end()].split()),
            (view.evidence(start, end),), object=where,
            when=clauses.when(view, start, match.end()), place=view.place_in(match.end(), end),
            at=Span(start, end),
        )  # fmt: skip
