"""How surely a thing is said: the words that take it back a little, and those that judge."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.view import View
from corpus.model import Certainty

_HEDGE = re.compile(
    r"\b(?:may(?!\s\d)|might|could|would\slikely|likely|unlikely|possibly|possible|perhaps|probably"
    r"|apparently|reportedly|allegedly|alleged|suspected|presumably|supposedly|purportedly"
    r"|appear(?:s|ed)?\sto|seem(?:s|ed)?\sto|believed\sto|thought\sto|rumou?red|unconfirmed"
    r"|is\ssaid\sto|are\ssaid\sto|was\ssaid\sto|if\sconfirmed|it\sis\spossible|accused\sof|(?<!as\s)if|whether|unless)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:—]\s|,\s|\.\s|\s(?:but|while|although|though|because)\s")
_OPENER = re.compile(
    r"(?:Reportedly|Apparently|Allegedly|Perhaps|Possibly|Probably|Presumably|It\sis\s(?:possible"
    r"|likely|believed)|It\s(?:appears|seems))\b"
)
_FIXED = ("role", "kin")
"""What a title or a kinship says stands, whatever the rest of its sentence supposes."""
_MONTH = re.compile(r"May\b")


def weigh(view: View, draft: Draft) -> Draft:
    """`draft` marked as hedged where its own clause holds such words."""
    if draft.hedge or draft.kind in ("quotation", "name"):
        return draft
    at = draft.at or draft.evidence[0]
    evidence = next((e for e in draft.evidence if e.start <= at.start < e.end), draft.evidence[0])
    if opener := _OPENER.match(view.text, evidence.start):
        return replace(draft, certainty=Certainty.HEDGED, hedge=opener[0])
    low, high = evidence.start, evidence.end
    if draft.kind in _FIXED:
        low, high = max(low, at.start - 12), at.end
    for cut in _CLAUSE.finditer(view.text, low, min(high, at.start)):
        low = cut.end()
    if cut_after := _CLAUSE.search(view.text, min(at.end, high), high):
        high = cut_after.start()
    for hedge in _HEDGE.finditer(view.text, low, high):
        if not _MONTH.match(hedge[0]):
            return replace(draft, certainty=Certainty.HEDGED, hedge=hedge[0])
    return draft
