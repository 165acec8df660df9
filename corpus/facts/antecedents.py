"""Whom "he" and "she" mean: the person who stands out among those named before."""

from __future__ import annotations

import re

from corpus.facts.view import PERSON, View
from corpus.model import Kind, Ref

_HE = (
    r"son|husband|brother|father|nephew|uncle|boy|grandson|king|prince|businessman|spokesman"
    r"|chairman|congressman|stepson|stepfather|widower|fiancé|actor|monk|grandfather"
)
_SHE = (
    r"daughter|wife|sister|mother|niece|aunt|girl|woman|granddaughter|queen|princess|widow|nun"
    r"|businesswoman|spokeswoman|chairwoman|congresswoman|stepdaughter|stepmother|fiancée|actress"
    r"|grandmother"
)
_BEFORE = {
    "he": re.compile(
        rf"\b(?:Mr\.?|Sir|Father|Lord|Señor|Pan|King|Prince|(?:{_HE}),?(?:\snamed|\sthe(?:\s[\w-]+){{1,3}})?)\s$"
    ),
    "she": re.compile(
        rf"\b(?:Mrs\.?|Ms\.?|Miss|Mme|Lady|Dame|Sister|Queen|Princess|Mrs\sJustice"
        rf"|(?:{_SHE}),?(?:\snamed|\sthe(?:\s[\w-]+){{1,3}})?)\s$"
    ),
}
_BEHIND = {
    "he": re.compile(rf",?\s(?:the|an?|his|her|their)\s(?:[\w-]+\s){{0,2}}(?:{_HE})\b"),
    "she": re.compile(rf",?\s(?:the|an?|his|her|their)\s(?:[\w-]+\s){{0,2}}(?:{_SHE})\b"),
}
_UNNAMED = rf"(?!,?\s{PERSON})"
_KIN = {
    "he": re.compile(r"\b(?:son|husband|brother|father|nephew|uncle|boy|grandson)\b" + _UNNAMED),
    "she": re.compile(
        r"\b(?:daughter|wife|sister|mother|niece|aunt|girl|woman|granddaughter)\b" + _UNNAMED
    ),
}
_OTHER = {"he": re.compile(r"(?:She|Her)\b"), "she": re.compile(r"(?:He|His)\b")}
_SAME = {"he": re.compile(r"\b(?:[Hh]e|[Hh]is|him)\b"), "she": re.compile(r"\b(?:[Ss]he|[Hh]er)\b")}
_ANY = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b")
_TELLS = re.compile(r"\s(?:has\s)?(?:said|says|writes|wrote|notes|noted|adds|added|argued)\b")
_SUBORDINATE = re.compile(
    r",|\b(?i:when|after|before|while|if|with|for|in|on|at|by|from|of|to|as|because|that|and)\b"
)
_SENTENCES = 4
_FARTHEST = 24
_FAR = 1_000
_CLEAR = 2.0
_LEAD = 45


def antecedent(view: View, offset: int, word: str) -> Ref | None:
    """The person whom "he" or "she" at `offset` means, if one stands out among those named.

    People are weighed by how near they are, whether they opened their sentence, and how much of the
    article is about them. Without a clear lead nobody is taken.
    """
    lower = word.lower()
    if lower not in ("he", "she", "his", "her", "him"):
        return None
    gender = "he" if lower in ("he", "his", "him") else "she"
    if _KIN[gender].search(view.masked, max(view.sentence(offset).start, offset - 160), offset):
        return None
    scores = _weigh(view, offset, gender)
    if not scores:
        return None
    ranked = sorted(scores.values(), key=lambda found: -found[0])
    best, mention = ranked[0]
    if len(ranked) > 1 and best - ranked[1][0] < _CLEAR:
        return None
    name = view.mentions[mention]
    full = " ".join(view.text[name.start : name.end].split())
    reason = "the last person named" if len(ranked) == 1 else "the foremost of those named before"
    span = view.ref(offset, offset + len(word)).span
    return Ref(full, span, mention, f"{lower}: {reason}")


def _weigh(view: View, offset: int, gender: str) -> dict[int, tuple[float, int]]:
    """For each person named shortly before: a weight, and the last mention.

    Where nobody is, the same pronoun may go on and on from further back ("He … He … His …").
    """
    index = view.sentence_index(offset)
    scores: dict[int, tuple[float, int]] = {}
    high = offset
    first, spoken = 0, 0
    for step in range(_FARTHEST):
        if index - step < 0 or step - spoken > _SENTENCES:
            break
        sentence = view.sentences[index - step]
        low = max(sentence.start, high - _FAR)
        for mention in reversed(view.mentions_in(low, high, Kind.PERSON)):
            chain = view.chain_of.get(mention, -1 - mention)
            if not _may_be(view, mention, gender) or _only_quoted(view, mention, offset):
                continue
            weight = 10.0 - 2.0 * step + _standing(view, mention, sentence.start, chain)
            if chain not in scores or scores[chain][0] < weight:
                scores[chain] = weight, scores[chain][1] if chain in scores else mention
            first = first or step
        if scores and step >= first + 2:
            break
        if step and not scores and _OTHER[gender].match(view.text, sentence.start):
            break
        if _SAME[gender].search(view.text, low, high):
            spoken = step
        high = sentence.start
    return scores


def _only_quoted(view: View, mention: int, offset: int) -> bool:
    """Whether a name stands in what somebody says right before: "Ana left," he said."""
    start = view.mentions[mention].start
    quotation = view.quotation_around(start)
    return quotation is not None and not quotation.span.start <= offset < quotation.span.end


def _standing(view: View, mention: int, sentence: int, chain: int) -> float:
    """Who opens a sentence, or is named often, is more likely meant."""
    start = view.mentions[mention].start
    lead = view.text[sentence:start]
    weight = 0.0
    if len(lead) < _LEAD and not _SUBORDINATE.search(lead):
        weight += 3.0
    if chain >= 0:
        weight += min(2.0, 0.25 * len(view.page.chains[chain].mentions))
    return weight


def _may_be(view: View, mention: int, gender: str) -> bool:
    found = view.mentions[mention]
    before = view.text[max(0, found.start - 10) : found.start]
    if before.endswith(", ") and _TELLS.match(view.masked, found.end):
        return False
    if view.text.startswith(("'s", "’s"), found.end):
        return False
    known = gender_of(view, view.chain_of.get(mention), mention)
    return known is None or known == gender


def gender_of(view: View, chain: int | None, mention: int) -> str | None:
    """ "he" or "she" where a title or a word of kin beside the name tells, None otherwise."""
    key = chain if chain is not None else -1 - mention
    if key not in view.genders:
        members = view.page.chains[chain].mentions if chain is not None else (mention,)
        view.genders[key] = _told(view, members)
    return view.genders[key]


def _told(view: View, mentions: tuple[int, ...]) -> str | None:
    for mention in mentions[:8]:
        found = view.mentions[mention]
        for gender in ("he", "she"):
            if _BEFORE[gender].search(view.text, max(0, found.start - 50), found.start):
                return gender
            if _BEHIND[gender].match(view.text, found.end, found.end + 60):
                return gender
    return _spoken_of(view, mentions)


def _spoken_of(view: View, mentions: tuple[int, ...]) -> str | None:
    """The one gender of the pronouns behind a name that stands alone in its sentences."""
    heard: set[str] = set()
    for mention in mentions[:8]:
        found = view.mentions[mention]
        sentence = view.sentence(found.start)
        people = view.mentions_in(sentence.start, sentence.end, Kind.PERSON)
        if any(other not in mentions for other in people):
            continue
        if pronoun := _ANY.search(view.text, found.end, min(sentence.end, found.end + 160)):
            heard.add("she" if pronoun[0].startswith(("s", "her")) else "he")
    return heard.pop() if len(heard) == 1 else None
