"""Opinions shown as such: superlatives, likelihood, appearance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import clauses
from corpus.facts.draft import Draft
from corpus.facts.subjects import joint
from corpus.facts.view import View
from corpus.model import Certainty, Span

_BEST = re.compile(
    r"\b(?:is|are|was|were|remains?|became|as|it)\s(?:\w+ly\s|also\s|still\s|by\sfar\s"
    r"|considered\s|one\sof\s)?(?P<cue>(?:the|its|their)\s(?:\w+ly\s|second[\s-]"
    r"|third[\s-])?(?:most\s(?!of)[a-z-]+|least\s[a-z-]+|first\s(?!to\b)[a-z-]+|only"
    r"\s[a-z-]+|(?!rest|test|west|forest|protest|arrest"
    r"|request|interest|contest|guest|quest|harvest|northwest|southwest|latest|priest"
    r"|honest|modest|tempest|nest)[a-z-]{2,}est(?:-[a-z]+)?|best|worst|last))\s"
)
_LIKELY = re.compile(
    r"\b(?P<cue>(?:would\s)?likely|unlikely|probably|presumably|arguably|apparently|perhaps"
    r"|possibly|appears?\sto|appeared\sto"
    r"|seems?\sto|seemed\sto|may\swell|may\s(?:be|have)|might\s(?:be|have)|suggests?"
    r"\s(?:that|serious|an?)|symboli[sz]es"
    r"|signif(?:ies|y)|emphasi[sz]es|amounts\sto|is\s(?:very\s)?(?:rare|important|crucial"
    r"|dangerous|difficult|remarkable"
    r"|unprecedented|worrying))\b"
)


def find(view: View) -> Iterator[Draft]:
    """One judgement for each superlative or guess with a plain subject, at most one a sentence."""
    seen: set[int] = set()
    for pattern in (_BEST, _LIKELY):
        for match in pattern.finditer(view.masked):
            sentence = view.sentence(match.start()).start
            if sentence in seen or view.quotation_around(match.start()) is not None:
                continue
            who = joint(view, clauses.verb_start(view, match.start()))
            if who is None:
                continue
            what = clauses.rest(view, match.end("cue"))
            end = what.span.end if what and what.span else match.end()
            seen.add(sentence)
            cue = " ".join(match["cue"].split())
            yield Draft(
                "judgement", who, cue, (view.evidence(match.start(), end),), object=what,
                certainty=Certainty.OPINION, hedge=cue, at=Span(match.start(), end),
            )  # fmt: skip
