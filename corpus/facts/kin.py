"""Who is whose wife, son or sister, as the text says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import grammar
from corpus.facts.draft import Draft
from corpus.facts.grammar import Part
from corpus.facts.lists import words
from corpus.facts.subjects import antecedent, subject
from corpus.facts.view import PERSON, View
from corpus.model import Detail, Kind, Ref, Span

_NOUN = (
    r"ex-wife|ex-husband|wife|husband|spouse|widow|widower|daughter|son|father|mother|brother"
    r"|sister|half-brother|half-sister|stepson|stepdaughter|stepfather|stepmother|uncle"
    r"|aunt|nephew"
    r"|niece|cousin|grandson|granddaughter|grandfather|grandmother|fiancée|fiancé|father-in-law"
    r"|mother-in-law|brother-in-law|sister-in-law|son-in-law|daughter-in-law|parents|grandparents"
    r"|children|daughters|sons|brothers|sisters|siblings|family|relatives|twins"
    r"|grandchildren|in-laws"
    r"|wives|cousins|nephews|nieces|uncles|aunts|child|baby|family\smembers|kin|partner(?=,"
    r"\s[\ue000])"
)
_KIN = (
    r"(?:(?:elder|older|younger|eldest|oldest|youngest|only|late|former|first|second|third"
    r"|half|twin"
    r"|adopted|step|teenage|infant|baby|pregnant|little|big|own|estranged|surviving"
    r"|remaining|immediate"
    r"|two|three|four|five|six|seven|eight|nine|ten|other|then|paternal|maternal|young"
    r"|\d{1,2})[\s-]){0,3}"
    rf"(?P<kin>{_NOUN})"
)
_NAME = (
    rf"(?:(?:\s(?:named\s|called\s)?(?P<name>{PERSON}+))"
    rf"|(?:,\s(?P<aside>{PERSON}+)(?=[,.;)]|\s(?:of|from|in)\s))"
    r"|(?!\s(?:members?|names?|homes?|ties|tree|business|planning|court|values|firm)\b))"
)
_OWNED = re.compile(rf"(?P<owner>{PERSON}+)['’]s?\s(?P<np>{_KIN}){_NAME}(?!\w)")
_PRONOUN = re.compile(
    rf"\b(?P<owner>[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)\s(?P<np>{_KIN}){_NAME}(?!\w)"
)
_PHRASE = re.compile(
    rf"\b(?P<owner>[Tt]he\s(?:[a-z]+\s)?[a-z]+)['’]s?\s(?P<np>{_KIN}){_NAME}(?!\w)"
)
_WHOSE = re.compile(rf"\b(?P<owner>whose)\s(?P<np>{_KIN}){_NAME}(?!\w)")
_AND = re.compile(rf",?\s(?:and|or)\s(?:his\s|her\s|their\s|an?\s)?(?P<np>{_KIN})(?!\w)")
_OF = re.compile(
    rf"(?<![\w-])(?:(?P<name>{PERSON}+)(?:,\s\d{{1,3}})?,\s)?(?:(?:[Tt]he|[Aa]n?)"
    rf"\s)?(?P<np>{_KIN})\sof\s"
    rf"(?:[^\W\d_][\w.'’-]*\s){{0,4}}?(?P<owner>{PERSON}+)(?!['’])"
)
_APPOSED = re.compile(
    rf"(?P<name>{PERSON}+)(?:,\s\d{{1,3}})?,\s(?P<owner>{PERSON}+)['’]s?\s(?P<np>{_KIN})(?=[,.;)])"
)
_OF_NOUN = re.compile(
    rf"(?P<owner>{PERSON}+)(?:,\s\d{{1,3}})?,\s(?:the|an?)\s(?P<np>{_KIN}\sof\s(?:the|an?"
    rf"|his|her)\s[a-z]+)"
)
_PARENT = re.compile(
    r"\b(?:an?|the)\s(?:single\s|married\s)?(?P<np>(?P<kin>father|mother|grandfather"
    r"|grandmother|parent)"
    r"\sof\s(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?:\s(?:young"
    r"\s)?(?:children|sons|daughters"
    r"|boys|girls))?)\b"
)
_MINE = re.compile(rf"\b(?:an?|the)\s(?P<np>{_KIN})\sof\s(?P<owner>mine|his|hers|theirs)\b")
_MARRIED = re.compile(
    rf"(?P<owner>{PERSON}+)\s(?:later\s|had\s|is\s|was\s)?(?P<kin>married)(?:\sto)?"
    rf"\s(?P<name>{PERSON}+)"
)
_WED = re.compile(r"\b(?P<np>(?P<kin>married)\s(?:to\s)?(?:an?\s|the\s)(?:[a-z]+\s){0,3}[a-z]+)")
_THE = re.compile(rf"\b[Tt]he\s(?P<np>{_KIN}),\s(?P<name>{PERSON}+)(?=[,.;)])")
_PAIR = re.compile(
    rf"\b(?P<kin>brothers|sisters|siblings|twins|cousins|couple)\s(?P<owner>{PERSON}+"
    rf"|[A-Z][a-z]+)\sand\s(?P<name>{PERSON}+)"
)
_SURVIVED = re.compile(
    r"\b(?P<verb>(?:(?:is|was)\s)?survived\sby|leaves(?:\sbehind)?(?=\s(?:an?|two|three|his"
    r"|her)\s))\s"
)
_COUNTED = re.compile(
    rf"(?<!is\s)(?<!er\s)(?<!ir\s)\b(?P<np>(?:an?|two|three|four|five|six|seven|eight|nine"
    rf"|ten|\d{{1,2}})\s{_KIN})\b"
)
_VAGUE = words(
    "family relatives children parents grandparents daughters sons brothers sisters siblings twins "
    "grandchildren in-laws kin cousins"
)
_FATE = re.compile(
    r",?\s(?:who\s)?(?:(?:was|were|is|are|has|have|had)\s)?(?:later\s|also\s|still\s)?(?:been\s)?"
    r"(?P<fate>(?:died|killed|executed|arrested|detained|sent|left|remains?|remained"
    r"|missing|imprisoned"
    r"|banished|fled|stayed|lives?|living|survived|dismissed|punished)\b(?:[^,.;()\n]{0,60}\b)?)"
)


def find(view: View) -> Iterator[Draft]:
    """One fact for each relation with its owner known; bare "his family" once a person."""
    seen: set[tuple[int | str, str, str]] = set()
    for draft in _all(view):
        who = draft.subject
        key = (
            who.text.lower()
            if who.mention is None
            else view.chain_of.get(who.mention, -1 - who.mention)
        )
        other = draft.object
        named = "" if other is None or other.mention is None else other.text
        vague = (
            (key, draft.relation, "") if draft.relation in _VAGUE else (key, draft.relation, named)
        )
        if vague in seen and draft.relation in _VAGUE:
            continue
        if not named and vague in seen:
            continue
        seen.add(vague)
        yield draft


def _all(view: View) -> Iterator[Draft]:
    known: dict[str, Ref] = {}
    for pattern in (_APPOSED, _OWNED, _PRONOUN, _PHRASE, _WHOSE, _OF, _MINE, _MARRIED, _PAIR):
        for match in pattern.finditer(view.masked):
            if pattern in (_PHRASE,) and match["owner"].split()[-1] in ("world", "country", "year"):
                continue
            owner = _owner(view, match)
            if owner is None:
                continue
            known.setdefault(match["kin"], owner)
            yield _draft(view, match, owner)
            if pattern in (_OWNED, _PRONOUN, _WHOSE, _PHRASE):
                again = _AND.match(view.masked, match.end())
                if again:
                    yield _plain(view, owner, again["kin"], Span(*again.span("np")))
    for match in _THE.finditer(view.masked):
        owner = known.get(match["kin"])
        index = view.mention_at(match.start("name"))
        if owner is not None and index is not None and owner.mention != index:
            basis = f"the {match['kin']} spoken of before"
            held = Ref(owner.text, owner.span, owner.mention, basis)
            yield Draft("kin", held, match["kin"], (view.evidence(*match.span()),),
                        view.named(index), at=Span(*match.span()))  # fmt: skip
    yield from _survivors(view)
    for pattern in (_PARENT, _WED):
        for match in pattern.finditer(view.masked):
            owner = _holder(view, match.start())
            if owner is not None and owner.mention is not None:
                yield _plain(view, owner, match["kin"], Span(*match.span("np")))
    for match in _OF_NOUN.finditer(view.masked):
        index = view.mention_at(match.start("owner"))
        if index is not None:
            yield _plain(view, view.named(index), match["kin"], Span(*match.span("np")))


def _survivors(view: View) -> Iterator[Draft]:
    """ "He is survived by his wife and five grandchildren": those that no "his" owns."""
    for match in _SURVIVED.finditer(view.masked):
        owner = subject(view, match.start("verb"))
        if owner is None or owner.mention is None:
            continue
        limit = view.sentence(match.start()).end
        for found in _COUNTED.finditer(view.masked, match.end(), limit):
            yield _plain(view, owner, found["kin"], Span(*found.span("np")))


def _plain(view: View, owner: Ref, kin: str, at: Span) -> Draft:
    text = " ".join(at.of(view.text).split())
    return Draft("kin", owner, kin, (view.evidence(at.start, at.end),), Ref(text, at), at=at)


def _holder(view: View, at: int) -> Ref | None:
    """Of whom "a father of two" is said: the name before the comma, or the subject."""
    tokens, here = view.parsed(at)
    if here > 1 and tokens[here - 1].part is Part.COMMA and tokens[here - 2].is_person:
        index = view.mention_at(tokens[here - 2].start)
        return view.named(index) if index is not None else None
    back = here
    while back > 0 and tokens[back - 1].part in (Part.HELPER, Part.ADVERB):
        back -= 1
    return subject(view, tokens[back].start) if back < len(tokens) else None


def _owner(view: View, match: re.Match[str]) -> Ref | None:
    word = match["owner"].lower()
    start = match.start("owner")
    if word in ("his", "her", "hers"):
        return antecedent(
            view, start, match["owner"].rstrip("s") if word == "hers" else match["owner"]
        )
    if word in ("my", "mine", "our"):
        return view.ref(*match.span("owner"))
    if word in ("their", "theirs"):
        return _their(view, start)
    if word == "whose":
        tokens, at = view.parsed(start)
        at -= 1
        at -= 1 if at >= 0 and tokens[at].part is Part.COMMA else 0
        if at < 0 or tokens[at].part not in (Part.NAME, Part.NOUN):
            return None
        first = tokens[grammar.chunk(tokens, at)]
        if tokens[at].is_person or first.part is Part.NUMBER:
            first = tokens[at]
        return view.phrase(first.start, tokens[at].end)
    people = view.mentions_in(start, match.end("owner"), Kind.PERSON)
    if people:
        return view.named(people[0])
    named = view.mentions_in(start, match.end("owner"))
    return None if named else view.ref(*match.span("owner"))


def _their(view: View, start: int) -> Ref | None:
    """Whose child "their daughter" is: the person whom the sentence speaks of first."""
    sentence = view.sentence(start)
    people = view.mentions_in(sentence.start, start, Kind.PERSON)
    if people:
        return view.named(people[0], "their: the first person named in the sentence")
    found = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b").search(
        view.masked, sentence.start, start
    )
    if found:
        return antecedent(view, found.start(), found[0])
    couple = re.compile(r"\b[Tt]he\s(?:[a-z]+\s)?(?:couple|pair|parents)\b").search(
        view.masked, sentence.start, start
    )
    return view.ref(*couple.span()) if couple else None


def _name(match: re.Match[str]) -> int:
    """Where the relative's own name begins, -1 without one."""
    groups = match.re.groupindex
    return max((match.start(g) for g in ("name", "aside") if g in groups), default=-1)


def _draft(view: View, match: re.Match[str], owner: Ref) -> Draft:
    groups = match.re.groupindex
    whole = Span(*match.span())
    if _name(match) >= 0 and match["kin"] not in _VAGUE:
        index = view.mention_at(_name(match))
        other = view.named(index) if index is not None else view.ref(*match.span())
    elif "np" in groups:
        start = (
            match.start("owner") if match.start("owner") < match.start("np") else match.start("np")
        )
        other = view.ref(start, match.end("np"))
        other = Ref(other.text, other.span, None)
    else:
        other = view.ref(*match.span())
    fate = _FATE.match(view.masked, whole.end)
    details = (Detail("fate", view.ref(*fate.span("fate"))),) if fate else ()
    return Draft(
        "kin", owner, match["kin"], (view.evidence(whole.start, whole.end),), other, at=whole,
        details=details,
    )  # fmt: skip
