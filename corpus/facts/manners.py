"""General statements: what is usual, required or tends to happen, in the present tense."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import clauses
from corpus.facts.draft import Draft
from corpus.facts.subjects import joint
from corpus.facts.view import View
from corpus.model import Span

_USUAL = re.compile(
    r"\b(?P<cue>(?:generally|usually|typically|routinely|normally|often|rarely|seldom"
    r"|customarily|regularly|frequently"
    r"|traditionally|invariably|commonly|habitually|mostly|sometimes)|tends?\sto|tended\sto"
    r"|(?:is|are)\s(?:generally\s|usually"
    r"\s|always\s|often\s|normally\s)?(?:required|obliged|expected|ordered|forbidden"
    r"|prohibited|allowed|supposed|known"
    r"|accustomed|prone|entitled)\sto|(?:has|have|must)\s(?:to\s)?(?:remit|report|pay|ask"
    r"|obtain|apply)|must\salways|as\sa\srule"
    r"|makes?\sa\spoint\sof)\b"
)
_BACK = re.compile(r"\b(?:is|are|was|were|has|have|had|does|do|did)\s(?:not\s)?$")


def find(view: View) -> Iterator[Draft]:
    """One practice for each general statement with a plain subject."""
    seen: set[int] = set()
    for match in _USUAL.finditer(view.masked):
        sentence = view.sentence(match.start())
        if sentence.start in seen or view.dates_in(match.start(), match.start() + 60):
            continue
        start = match.start()
        if back := _BACK.search(view.masked, max(sentence.start, start - 12), start):
            start = back.start()
        who = joint(view, start)
        if who is None:
            continue
        what = clauses.rest(view, match.end())
        end = what.span.end if what and what.span else match.end()
        if end - match.end() < 3 and what is None:
            continue
        seen.add(sentence.start)
        yield Draft("practice", who, match["cue"], (view.evidence(start, end),), object=what,
                    at=Span(start, end))  # fmt: skip
