"""What is told without a "that": "X described the arrest of Y", and whom X has it from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import clauses
from corpus.facts.antecedents import antecedent
from corpus.facts.draft import Draft
from corpus.facts.subjects import subject
from corpus.facts.view import PERSON, View, trim
from corpus.model import Certainty, Kind, Ref, Span

HAPPENING = (
    r"(?:executions?|arrests?|escapes?|deaths?|defections?|killings?|murders?|torture|detentions?"
    r"|imprisonment|purges?|dismissals?|trials?|sentenc(?:e|ing)|flight|departure|disappearances?"
    r"|meetings?|visits?|attacks?|interrogations?|raids?|beatings?|shootings?|massacres?|abductions?"
    r"|kidnappings?|deportations?|repatriations?|journeys?|funerals?|births?|marriage|accidents?"
    r"|collapse|fires?|explosions?|crash(?:es)?|sinking|surrender|resignation|appointment|removal)"
)
_TELLS = re.compile(
    r"\b(?P<verb>discuss(?:ed|es)|describ(?:ed|es)|recall(?:ed|s)|recount(?:ed|s)|relat(?:ed|es)"
    r"|detail(?:ed|s)|narrated|remember(?:ed|s)|report(?:ed|s)|confirm(?:ed|s)|reveal(?:ed|s)"
    r"|(?:spoke|speaks|talked|talks|told|tells|wrote|writes|testified)(?:\s(?:publicly|openly|at\slength"
    r"|in\sdetail))?\s(?:of|about))\s(?:in\sdetail\s)?"
    rf"(?P<what>(?:the|an?|his|her|their|its|how|[{PERSON}]+['’]s?)\s(?:[a-z][\w-]*\s){{0,3}}?"
    rf"{HAPPENING}\b)"
)
_STOP = re.compile(
    r"[.;:\n“”\"]|,\s(?:but|and|while|who|which|taking|saying|adding|though|although|according)\b"
    r"|\s(?:but|while|because|although|when|before|after)\s"
)
_HEARD = re.compile(
    r"\b(?:(?:received|had|got|gathered|obtained|learn(?:ed|t)|heard|knew|knows|has|gained)"
    r"\s(?:(?:it|this|that|about\sit|of\sit|all\sthis|the\s(?:news|story|details|account))\s"
    r"|(?:(?:a|the|his|her|such|this)\s)?(?:first-?\s?hand\s|second-?\s?hand\s|detailed\s|direct\s"
    r"|reliable\s)?(?:information|accounts?|word|news|reports?|details|knowledge|testimony)\s"
    r"(?:of\s\w+\s|about\s\w+\s)?)?|heard\s|was\stold\s(?:of\sit\s|about\sit\s|this\s|so\s)?)"
    r"(?P<by>from|by)\s(?P<np>(?:those|people|others|colleagues|witnesses|friends|somebody|someone|an?"
    rf"|the|one|two|his|her|several|{PERSON}+)\b[^,.;:\n“”\"]{{0,60}})"
)
_TOLD_HIM = re.compile(
    r"\b(?:based\son|according\sto|from)\swhat\s(?P<np>[^,.;:\n“”\"]{3,50}?)\s(?:had\s)?told\s"
    r"(?:him|her|them)\b"
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\s(?:ha[ds]\s)?$")
_SENTENCES = 6
_FAR = 1_200


def find(view: View) -> Iterator[Draft]:
    """One claim for each telling; where the teller was told himself, by whom, and a hop more."""
    for match in _TELLS.finditer(view.masked):
        start = clauses.verb_start(view, match.start())
        if view.quotation_around(start) or clauses.denied(view, start, match.start()):
            continue
        who = subject(view, start)
        if who is None or clauses.supposed(view, start, match.start()) or not _speaks(view, who):
            continue
        sentence = view.sentence(start)
        stop = _STOP.search(view.masked, match.end(), sentence.end)
        words = trim(view.text, match.start("what"), stop.start() if stop else sentence.end)
        source = _source(view, match.end(), who)
        yield Draft(
            "claim", who, " ".join(match["verb"].split()), (view.evidence(start, words.end),),
            object=Ref(" ".join(words.of(view.text).split()), words), speaker=who,
            hops=2 if source else 1, tellers=(who, source) if source else (), source=source,
            certainty=Certainty.REPORTED, at=Span(start, words.end),
        )  # fmt: skip


def _speaks(view: View, who: Ref) -> bool:
    """Whether a subject can tell of things: no place, nor what is only spoken of."""
    if who.mention is not None:
        return view.mentions[who.mention].kind is not Kind.PLACE
    return who.text.lower() not in ("it", "this", "that", "which")


def _source(view: View, start: int, who: Ref) -> Ref | None:
    """From whom `who` has it, told in this sentence or the next ones in words about the same."""
    first = view.sentence_index(start)
    for index in range(first, min(first + _SENTENCES, len(view.sentences))):
        sentence = view.sentences[index]
        low, high = max(sentence.start, start), min(sentence.end, start + _FAR)
        if low >= high or "\n\n" in view.text[start:low]:
            break
        heard = _HEARD.search(view.masked, low, high) or _TOLD_HIM.search(view.masked, low, high)
        if heard is None:
            continue
        if "by" in heard.re.groupindex:
            hearer = subject(view, clauses.verb_start(view, heard.start()))
            if hearer is None and _PRONOUN.search(view.masked, low, heard.start()) is None:
                continue
            if hearer is not None and not _same(view, hearer, who):
                continue
        return view.phrase(*heard.span("np"))
    return None


def _same(view: View, one: Ref, other: Ref) -> bool:
    if one.mention is None or other.mention is None:
        again = antecedent(view, one.span.start, one.text) if one.span else None
        if again is None or other.mention is None:
            return one.text == other.text
        one = again
    chains = [view.chain_of.get(m, -1 - m) for m in (one.mention, other.mention) if m is not None]
    return len(set(chains)) == 1
