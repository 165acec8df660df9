"""Who is whose wife, son or sister, as the text says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.draft import Draft
from corpus.facts.lists import words
from corpus.facts.subjects import antecedent
from corpus.facts.view import PERSON, View
from corpus.model import Kind, Ref, Span

_KIN = (
    r"(?:(?:elder|older|younger|eldest|oldest|youngest|only|late|former|first|second|half|twin|adopted|step"
    r"|teenage|infant|baby|pregnant|two|three|four|five|six)[\s-]){0,2}"
    r"(?P<kin>ex-wife|ex-husband|wife|husband|spouse|widow|widower|daughter|son|father|mother|brother"
    r"|sister|half-brother|half-sister|stepson|stepdaughter|stepfather|stepmother|uncle|aunt|nephew"
    r"|niece|cousin|grandson|granddaughter|grandfather|grandmother|fiancée|fiancé|father-in-law"
    r"|mother-in-law|brother-in-law|sister-in-law|son-in-law|daughter-in-law|parents|grandparents"
    r"|children|daughters|sons|brothers|sisters|siblings|family|relatives|twins)"
)
_NAME = (
    rf"(?:(?:\s(?:named\s|called\s)?(?P<name>{PERSON}+))"
    rf"|(?:,\s(?P<aside>{PERSON}+)(?=[,.;)]))|(?!\s(?:members?|names?|homes?|ties|tree|business)\b))"
)
_OWNED = re.compile(rf"(?P<owner>{PERSON}+)['’]s?\s(?P<np>{_KIN}){_NAME}(?!\w)")
_PRONOUN = re.compile(rf"\b(?P<owner>[Hh]is|[Hh]er)\s(?P<np>{_KIN}){_NAME}(?!\w)")
_OF = re.compile(
    rf"(?:(?P<name>{PERSON}+),\s)?(?:the|an?)\s(?P<np>{_KIN})\sof\s(?:[^\W\d_][\w.'’-]*\s){{0,4}}?(?P<owner>{PERSON}+)"
)
_MARRIED = re.compile(
    rf"(?P<owner>{PERSON}+)\s(?:later\s|had\s)?(?P<kin>married)\s(?P<name>{PERSON}+)"
)
_VAGUE = words(
    "family relatives children parents grandparents daughters sons brothers sisters siblings twins"
)


def find(view: View) -> Iterator[Draft]:
    """One fact for each relation with its owner known; bare "his family" once a person."""
    seen: set[tuple[int, str]] = set()
    for pattern in (_OWNED, _PRONOUN, _OF, _MARRIED):
        for match in pattern.finditer(view.masked):
            owner = _owner(view, match)
            if owner is None or owner.mention is None:
                continue
            kin = match["kin"]
            key = (view.chain_of.get(owner.mention, -1 - owner.mention), kin)
            if kin in _VAGUE and key in seen:
                continue
            seen.add(key)
            yield _draft(view, match, owner)


def _owner(view: View, match: re.Match[str]) -> Ref | None:
    if match["owner"].lower() in ("his", "her"):
        return antecedent(view, match.start("owner"), match["owner"])
    people = view.mentions_in(match.start("owner"), match.end("owner"), Kind.PERSON)
    return view.named(people[0]) if people else None


def _name(match: re.Match[str]) -> int:
    """Where the relative's own name begins, -1 without one."""
    groups = match.re.groupindex
    return max(match.start(g) for g in ("name", "aside") if g in groups)


def _draft(view: View, match: re.Match[str], owner: Ref) -> Draft:
    groups = match.re.groupindex
    whole = Span(*match.span())
    if _name(match) >= 0 and match["kin"] not in _VAGUE:
        index = view.mention_at(_name(match))
        other = view.named(index) if index is not None else view.ref(*match.span())
    elif "np" in groups:
        start = match.start("owner") if match.start("owner") < match.start("np") else match.start()
        other = view.ref(start, match.end("np"))
        other = Ref(other.text, other.span, None)
    else:
        other = view.ref(*match.span())
    return Draft(
        "kin", owner, match["kin"], (view.evidence(whole.start, whole.end),), other, at=whole
    )
