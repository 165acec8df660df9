"""The clause around a verb: what it says about its subject, where and when."""

from __future__ import annotations

import re

from corpus.facts.view import View, trim
from corpus.model import Ref, Span, When

_AUXILIARY = re.compile(
    r"(?:\b(?:has|have|had|was|were|is|are|been|being|will|would|be|did|could|not|never|also|then"
    r"|later|subsequently|immediately|successfully|finally|secretly|reportedly|(?!family"
    r"|assembly|supply|reply|ally|italy|july|rally|bully)[a-z]{3,}ly)\s)$"
)
_END = re.compile(
    r"[,.;:—–\"“”()]|\n\s*\n|\s(?:and|but|when|while|after|before|who|which|that|because"
    r"|since|until"
    r"|although|where)\s|\s(?:in|on|by|during|from|of)\s$"
)
_PREPOSITION = re.compile(
    r"\s(?:in|on|by|during|from|since|until|of|around|at|late|early|for|as|and|or|but|the"
    r"|an?|with|(?:soon|shortly|right)\s(?:after(?:wards?)?|before))$"
)
_EMPTY = ("just", "only", "shortly", "soon", "later", "again", "there", "then")
_APART = re.compile(r"\s(?:when|while|after|before|since|until|because|who|which)\s|,\s[a-z]")
_LONGEST = 110


def verb_start(view: View, start: int) -> int:
    """Where a verb begins with its helpers: "was subsequently executed"."""
    low = max(view.sentence(start).start, start - 50)
    left = view.masked[low:start]
    while helper := _AUXILIARY.search(left):
        left = left[: helper.start()]
    return low + len(left)


_NOT = re.compile(r"\b(?:not|never|no\slonger|n['’]t|without|nor|neither|hardly)\b|n['’]t\b")
_FRONTED = re.compile(r"(?:[A-Z][a-z]+(?:ed|ing)|Born|Built|Founded)\s")
_IF = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|[Ss]hould|[Ww]ere)\s[^,.;:\n]{0,60}$")
_MODAL = re.compile(r"\b(?:would|will|shall|should|could|can|might|may|must|to|if|whether)\s")


def denied(view: View, start: int, verb: int) -> bool:
    """Whether the verb group from `start` to the verb says that it did not happen."""
    return _NOT.search(view.text, start, verb) is not None


def supposed(view: View, start: int, verb: int) -> bool:
    """Whether the verb group speaks of what would, could or will happen."""
    if _MODAL.search(view.text, max(0, start - 3), verb) is not None:
        return True
    low = max(view.sentence(start).start, start - 70)
    return _IF.search(view.masked[low:start]) is not None


def rest(view: View, start: int) -> Ref | None:
    """What follows a verb up to the end of its clause or to a date, without a mention guessed."""
    limit = min(view.sentence(start).end, start + _LONGEST)
    for date in view.dates_in(start, limit):
        limit = min(limit, date.span.start)
    if limit - start > 1 and (stop := _END.search(view.masked, start, limit)):
        limit = stop.start()
    text = view.text[start:limit].rstrip()
    while loose := _PREPOSITION.search(text):
        text = text[: loose.start()].rstrip()
    span = trim(view.text, start, start + len(text))
    plain = text.strip(" .!?\"'”’")
    return view.ref(span.start, span.end) if plain and plain not in _EMPTY else None


def span(view: View, at: int) -> Span:
    """The clause around an offset: between semicolons, colons and dashes of its sentence."""
    sentence = view.sentence(at)
    low, high = sentence.start, sentence.end
    for cut in re.compile(r"[;:—]\s?").finditer(view.text, low, high):
        if cut.end() <= at:
            low = cut.end()
        elif cut.start() > at:
            high = cut.start()
            break
    return Span(low, high)


def when(view: View, start: int, end: int) -> When | None:
    """The date of a verb: the nearest behind it in its clause, else one that opens the sentence."""
    clause = span(view, start)
    behind = [d for d in view.dates_in(end, min(clause.end, end + 140)) if _decided(d)]
    if behind and not _APART.search(view.masked, end, behind[0].span.start):
        return behind[0]
    opening = view.masked[clause.start : clause.start + 14]
    if _FRONTED.match(opening):
        return None
    front = [
        d
        for d in view.dates_in(clause.start, start)
        if _decided(d) and not view.in_dateline(d.span.start)
    ]
    if front and front[0].span.start - clause.start <= 20:
        return front[-1]
    return None


def _decided(date: When) -> bool:
    return date.first is not None or date.last is not None
