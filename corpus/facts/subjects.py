"""Who does what a verb says: the name, noun phrase or pronoun that stands on its left."""

from __future__ import annotations

import re

from corpus.facts.view import BODY, PERSON, PLACE, View, trim
from corpus.model import Kind, Ref

NAME = f"[{PERSON}{PLACE}{BODY}]"
_HELPERS = re.compile(
    r"(?:\b(?:has|have|had|was|were|is|are|be|been|being|will|would|could|can|may|might|must|should"
    r"|did|does|do|to|also|then|later|previously|subsequently|once|currently|now|first|immediately"
    r"|reportedly|allegedly|recently|finally|eventually|still|already|never|not|only|just|soon"
    r"|once|long|formerly|originally|successfully|secretly|briefly|again|thus|therefore|himself"
    r"|herself|(?!family|assembly|supply|reply|ally|italy|july|rally|bully)[a-z]{3,}ly)\s)$"
)
_RELATIVE = re.compile(r",?\s(?:who|which|that)\s$")
_PRONOUN = re.compile(r"(?:^|[\s(\"“—])(?P<word>[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e)\s$")
_NAME_END = re.compile(rf"(?P<name>{PERSON}+|{PLACE}+|{BODY}+)(?:\s\([^()\n]{{1,60}}\))?\s$")
_ASIDE = re.compile(
    rf"(?P<name>{PERSON}+|{BODY}+)(?:\s\([^()\n]{{1,40}}\))?,[^.;:\n\"“”]{{1,160}},\s$"
)
_APPOSED = re.compile(rf",\s(?P<name>{PERSON}+),\s$")
_OWNER = re.compile(rf"(?P<name>{PERSON}+),\s[^.;:\n\"“”]{{1,120}}$")
_JOINED = re.compile(r"(?:\band|,|\bbut|\bthen|\bor)\s$")
_DETERMINER = re.compile(
    r"(?:^|(?<=[\s(\"“—–]))(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]his|[Tt]hese"
    r"|[Tt]hose|[Ss]ome|[Mm]any|[Ss]everal|[Aa]ll|[Oo]ther|[Aa]nother|[Bb]oth|[Ee]ach|[Mm]ost"
    rf"|{NAME}+['’]s?)\s(?=\S)"
)
_NOT_IN_PHRASE = re.compile(
    r"\s(?:was|were|is|are|has|had|have|said|told|that|who|which|when|if|because|after|before"
    r"|while|and|but|as|then)\s|[.,;:()]"
)
_WITHIN = re.compile(r"(?:\b(?:of|in|at|from|for|with|to|on|by|near|under)|['’]s?)\s$")
_AFTER_VERB = re.compile(r"(?:ed|left|fled|met|saw|told|by|than|as)\s$")
_PARTNER = re.compile(rf"(?:(?P<name>{PERSON}+)|\b(?P<word>[Hh]e|[Ss]he)),?\sand\s$")
_OPENING = re.compile(
    r"(?P<np>(?:The|An?|Some|Many|Several|Another|\d[\d,]{0,8}|Two|Three|Four|Five|Six|Seven|Eight"
    r"|Nine|Ten|Eleven|Twelve|Thirteen|Dozens\sof|Hundreds\sof)\s(?:[^\W\d_][\w'’-]*\s){0,3}?"
    r"[^\W\d_][\w'’-]*)(?=\s(?:at|in|of|from|for|with|on)\s|,\s)"
)
_CLAUSE_WORDS = re.compile(
    r"\s(?:who|which|that|was|were|is|are|had|has|have|said|says|when|while|after|before|because"
    r"|and|but|if|as|[a-z]{2,}ed)\s|[.;:]\s"
)
_KIN = {
    "he": re.compile(r"\b(?:son|husband|brother|father|nephew|uncle|boy|grandson)\b"),
    "she": re.compile(r"\b(?:daughter|wife|sister|mother|niece|aunt|girl|woman|granddaughter)\b"),
}
_TELLS = re.compile(r"\s(?:has\s)?(?:said|says|writes|wrote|notes|noted|adds|added|argued)\b")
_OTHER = {"he": re.compile(r"(?:She|Her)\b"), "she": re.compile(r"(?:He|His)\b")}
_TITLES = {
    "he": re.compile(r"\b(?:Mr|Sir|King|Prince|Father|Lord|Señor|Pan)\.?\s$"),
    "she": re.compile(r"\b(?:Mrs|Ms|Miss|Mme|Queen|Princess|Sister|Lady|Dame)\.?\s$"),
}
_REACH = 240
_FAR = 1_000
_SUBORDINATE = re.compile(
    r",|\b(?i:when|after|before|while|if|with|for|in|on|at|by|from|of|to|as|because|that|and)\b"
)


def subject(view: View, verb: int) -> Ref | None:
    """The subject of the verb that begins at `verb`, or None where it is not plain."""
    low = max(view.sentence(verb).start, verb - _REACH)
    left = view.masked[low:verb]
    while helper := _HELPERS.search(left):
        left = left[: helper.start()]
    joined = False
    if conjunction := _JOINED.search(left):
        aside = _ASIDE.search(left)
        if aside is not None:
            return _name(view, low, aside)
        if apposed := _APPOSED.search(left):
            return _name(view, low, apposed)
        left = left[: conjunction.start()].rstrip(" ,") + " "
        joined = True
    if not joined:
        return _direct(view, low, left) or _opening(view, verb)
    return _opening(view, verb) or _of_sentence(view, low, verb)


def _direct(view: View, low: int, left: str) -> Ref | None:
    relative = _RELATIVE.search(left)
    if relative:
        left = left[: relative.start()] + " "
    named = _NAME_END.search(left)
    if named and relative and named["name"][0] != PERSON and "who" in relative[0]:
        owner = _OWNER.search(left)
        return _name(view, low, owner) if owner else None
    if named and not _WITHIN.search(left[: named.start()]):
        object_ = named["name"][0] != PERSON and _AFTER_VERB.search(left[: named.start()])
        return None if object_ else _name(view, low, named)
    if pronoun := _PRONOUN.search(left):
        return antecedent(view, low + pronoun.start("word"), pronoun["word"])
    if aside := _ASIDE.search(left):
        return _name(view, low, aside)
    return _noun_phrase(view, low, left, nearest=relative is not None)


def _noun_phrase(view: View, low: int, left: str, nearest: bool) -> Ref | None:
    """ "the agent", "his presence in Seoul", "Jo Song-gil and his wife" (who is then Jo)."""
    for match in reversed(list(_DETERMINER.finditer(left))):
        words = left[match.end() : len(left)]
        if words.count(" ") > 7 or _NOT_IN_PHRASE.search(left, match.start(), len(left) - 1):
            return None
        before = left[: match.start()]
        if _WITHIN.search(before) and not nearest:
            continue
        if partner := _PARTNER.search(before):
            start = low + partner.start()
            if partner["word"]:
                return antecedent(view, start, partner["word"])
            index = view.mention_at(start)
            whole = trim(view.text, start, low + len(left))
            return Ref(" ".join(whole.of(view.text).split()), whole, index)
        if left.rstrip()[-1:] in ",;:)":
            return None
        return view.phrase(low + match.start(), low + len(left))
    return None


def _opening(view: View, verb: int) -> Ref | None:
    """ "Thirteen workers at a restaurant in Ningbo, China, entered …": how the sentence opens."""
    sentence = view.sentence(verb)
    match = _OPENING.match(view.masked, sentence.start, verb)
    if match is None or verb - match.end() > 120:
        return None
    if _CLAUSE_WORDS.search(view.masked, match.start(), verb):
        return None
    return view.phrase(match.start("np"), match.end("np"))


def _name(view: View, low: int, match: re.Match[str]) -> Ref | None:
    index = view.mention_at(low + match.start("name"))
    if index is None:
        index = view.mention_around(low + match.start("name"))
    return view.named(index) if index is not None else None


def _of_sentence(view: View, low: int, verb: int) -> Ref | None:
    """The subject shared by joined verbs ("he returned and became …"): the one person before."""
    start = view.sentence(verb).start
    people = view.mentions_in(max(low, start), verb, Kind.PERSON)
    chains = {view.chain_of.get(i, -1 - i) for i in people}
    if len(chains) == 1:
        return view.named(people[0], "the one person named before in the sentence")
    first = view.mention_at(start)
    if not people and first is not None and view.text.startswith(" ", view.mentions[first].end):
        return view.named(first, "the name that the sentence begins with")
    if not people:
        found = re.compile(r"(?:^|\W)([Hh]e|[Ss]he)\s").search(view.masked, max(low, start), verb)
        if found:
            return antecedent(view, found.start(1), found[1])
    return None


def antecedent(view: View, offset: int, word: str) -> Ref | None:
    """The person whom "he" or "she" at `offset` means, if only one stands to be meant.

    Looks at the sentence so far, then back by up to three sentences of the paragraph; where more
    than one person was named there, the one that a sentence began with is taken.
    """
    lower = word.lower()
    if lower not in ("he", "she", "his", "her"):
        return None
    gender = "he" if lower in ("he", "his") else "she"
    index = view.sentence_index(offset)
    high = offset
    if _KIN[gender].search(view.text, max(view.sentence(offset).start, offset - 160), offset):
        return None
    for step in range(4):
        if index - step < 0:
            break
        sentence = view.sentences[index - step]
        if (
            step
            and "\n\n" in view.text[sentence.end : view.sentences[index - step + 1].start]
            and (step > 1)
        ):
            break
        low = max(sentence.start, high - _FAR)
        people = [i for i in view.mentions_in(low, high, Kind.PERSON)
                  if _may_be(view, i, gender)]  # fmt: skip
        chains = {view.chain_of.get(i, -1 - i) for i in people}
        span_text = view.text[offset : offset + len(word)]
        if len(chains) == 1:
            return _meant(view, offset, span_text, people[-1], f"{lower}: the last person named")
        if len(chains) > 1:
            first = people[0]
            lead = view.text[sentence.start : view.mentions[first].start]
            if step and len(lead) < 40 and not _SUBORDINATE.search(lead):
                return _meant(view, offset, span_text, first,
                              f"{lower}: the subject of the sentence before")  # fmt: skip
            return None
        if _OTHER[gender].match(view.text, sentence.start):
            return None
        high = sentence.start
    return None


def _meant(view: View, offset: int, text: str, mention: int, basis: str) -> Ref:
    name = view.mentions[mention]
    full = " ".join(view.text[name.start : name.end].split())
    return Ref(full, view.ref(offset, offset + len(text)).span, mention, basis)


def _may_be(view: View, mention: int, gender: str) -> bool:
    start = view.mentions[mention].start
    before = view.text[max(0, start - 10) : start]
    other = "she" if gender == "he" else "he"
    if _KIN[other].search(view.text, max(0, start - 20), start):
        return False
    if before.endswith(", ") and _TELLS.match(view.masked, view.mentions[mention].end):
        return False
    if _TITLES[other].search(before):
        return False
    return not view.text.startswith(("'s", "’s"), view.mentions[mention].end)
