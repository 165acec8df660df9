"""Counts, money, shares and rates: how much, of what, and by whom where that is plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.draft import Draft
from corpus.facts.lists import words
from corpus.facts.subjects import subject
from corpus.facts.view import View
from corpus.model import Amount, Ref, Span

_EMPTY = words(
    "reasons times things ways points questions days weeks months years decades hours "
    "minutes seconds sides parts words terms items steps examples cases occasions others "
    "centuries lines chapters pages factors problems issues types kinds categories aspects "
    "goals letters"
)
_VERB = re.compile(
    r"(?:^|\s)(?P<verb>(?:[a-z]{2,}ed|had|has|have|ran|run|paid|pay|sent|send|made|make|sold"
    r"|sell|bought|buy|held|hold|lost|won|built|gave|took|got|spent|kept|saw|earn|own|remit|employ"
    r"|cost|raise|(?:run|maintain|earn|own|employ|hold|pay|cost|sell|make|receive|raise|operate|keep"
    r"|spend|send|export|import|produce|need|want|owe|contain|include|house|cover|use|represent|remit"
    r"|demand|seek|charge|collect|store|host|number|total|exceed|reach|draw|carr(?:ie)?|weigh|measure)s"
    r"|has|reaches|(?:bring|earn|pay|cost|employ|raise?|mak|sell|carry|hous|total)+ing)(?:\s(?:up|out|in|off))?)\s(?:an?\s(?:fine|sum|total)\sof\s)?$"
)
_FAINT = words("people men women events grounds exceptions groups others articles children")
_NOT_VERB = words("was is as its this his hers does us across always perhaps towards")
_SIZE = re.compile(r"(?:^|\.\s|\n)(?:The\s)?(?P<name>[\ue000-\ue002]+),\s$")


def find(view: View) -> Iterator[Draft]:
    """One fact for each amount that says something ("runs", "over 130 restaurants")."""
    for amount in view.page.amounts:
        if _is_empty(amount) or view.dates_in(amount.span.start, amount.span.end):
            continue
        start = _with_qualifier(view, amount)
        whole = view.ref(start, amount.span.end, amount.basis)
        agent = _agent(view, start)
        evidence = (view.evidence(start, amount.span.end),)
        at = Span(start, amount.span.end)
        high = amount.high if amount.high > amount.value else None
        place = _place(view, amount)
        if agent is not None:
            who, verb = agent
        else:
            who, verb = _counted(view, amount), amount.qualifier or "number"
        yield Draft("quantity", who, verb, evidence, whole, amount.value, amount.unit, place=place,
                    high=high, qualifier=amount.qualifier, per=amount.per, at=at)  # fmt: skip


def _is_empty(amount: Amount) -> bool:
    noun = amount.of or amount.unit
    if amount.value <= 3 and not amount.qualifier and noun.lower() in _FAINT:
        return True
    return (not amount.per and noun.lower().rsplit(" ", 1)[-1] in _EMPTY) or (
        amount.value == 1 and not amount.qualifier and len(amount.unit) != 3
    )


def _with_qualifier(view: View, amount: Amount) -> int:
    start = amount.span.start
    if not amount.qualifier:
        return start
    low = max(0, start - 28)
    found = view.text[low:start].lower().rfind(amount.qualifier) + low
    return found if found >= low else start


def _counted(view: View, amount: Amount) -> Ref:
    if amount.of:
        at = view.text.find(amount.of, amount.span.start, amount.span.end + len(amount.of) + 60)
        if at >= 0:
            return view.ref(at, at + len(amount.of))
    return view.ref(amount.span.start, amount.span.end)


def _agent(view: View, start: int) -> tuple[Ref, str] | None:
    low = max(view.sentence(start).start, start - 60)
    if name := _SIZE.search(view.masked, low, start):
        index = view.mention_around(name.start("name"))
        return (view.named(index), "measures") if index is not None else None
    match = _VERB.search(view.masked, low, start)
    if match is None or match["verb"] in _NOT_VERB:
        return None
    who = subject(view, match.start("verb"))
    return (who, match["verb"]) if who is not None else None


def _place(view: View, amount: Amount) -> Ref | None:
    end = amount.span.end
    lead = re.compile(r"\s(?:in|at|across|from)\s(?:the\s)?").match(view.text, end)
    index = view.mention_at(lead.end()) if lead else None
    if index is None or view.mentions[index].kind.value != "place":
        return None
    return view.named(index)
