"""Who tells: the words for saying, and the phrase beside them that names the speaker."""

from __future__ import annotations

import re

from corpus.facts.subjects import NAME, antecedent, subject
from corpus.facts.view import BODY, PERSON, View, trim
from corpus.model import Kind, Ref

SAY = (
    r"(?:said|says|saying|told|tells|add(?:ed|s)|stat(?:ed|es)|wr(?:ote|ites)|explain(?:ed|s)"
    r"|argu(?:ed|es)|claim(?:ed|s)|confirm(?:ed|s)|report(?:ed|s)|announc(?:ed|es)|insist(?:ed|s)"
    r"|not(?:ed|es)|testif(?:ied|ies)|recall(?:ed|s)|repl(?:ied|ies)|answer(?:ed|s)|ask(?:ed|s)"
    r"|warn(?:ed|s)|acknowledg(?:ed|es)|admit(?:ted|s)|den(?:ied|ies)|declar(?:ed|es)|stress(?:ed|es)"
    r"|emphasi[sz](?:ed|es)|comment(?:ed|s)|remark(?:ed|s)|conclud(?:ed|es)|observ(?:ed|es)"
    r"|complain(?:ed|s)|suggest(?:ed|s)|reveal(?:ed|s)|disclosed|alleg(?:ed|es)|maintain(?:ed|s)"
    r"|respond(?:ed|s)|continued|predict(?:ed|s)|estimat(?:ed|es?)|believ(?:ed|es?)|think(?:s)?|thought"
    r"|quip(?:ped|s)|shout(?:ed|s)|jok(?:ed|es)|caution(?:ed|s)|vow(?:ed|s)|conced(?:ed|es)"
    r"|counter(?:ed|s)|exclaim(?:ed|s)|whisper(?:ed|s)|cried|urg(?:ed|es)|pledg(?:ed|es)"
    r"|promis(?:ed|es)|contend(?:ed|s)|assert(?:ed|s)|averred|mus(?:ed|es)|agreed|boast(?:ed|s)"
    r"|lament(?:ed|s)|reiterat(?:ed|es)|tweeted|posted|recount(?:ed|s)|remember(?:ed|s)|reflect(?:ed|s)"
    r"|retort(?:ed|s)|snapped|assur(?:ed|es)|fear(?:ed|s)|hop(?:ed|es)|affirm(?:ed|s)|recommend(?:ed|s)"
    r"|pointed\sout|points\sout|went\son|goes\son|allow(?:ed|s)\sthat|testifying)"
)
ADVERB = r"(?:(?:also|later|then|once|has|have|had|further|reportedly|[a-z]{3,}ly)\s){0,2}"
ROLE_LEAD = (
    r"(?:(?!(?:he|she|they|it|that|there|we|you|who|whose|which|where|when|is|was|were|had|has|would|will|could|not"
    r"|his|her|its|their)\s)(?:[^\W\d_][\w'’-]*|[A-Z][\w.]{0,4}\.|[\ue000-\ue002]+(?:['’]s)?)\s){0,6}?"
)
APPOSED = (
    rf"(?:(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|{NAME}+['’]s?)\s(?:[\w'’-]+\s){{0,5}}"
    rf"[\w'’-]+,\s{PERSON}+(?=,?\s))"
)
PRONOUNS = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)"
NOUN = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal|[Aa]nother|[Ss]ome|[Hh]is|[Hh]er|[Tt]heir)"
)
NP = (
    rf"(?P<np>{APPOSED}|{ROLE_LEAD}{PERSON}+|(?:the\s)?{BODY}+"
    rf"|(?:{NOUN}|{NAME}+['’]s?)\s"
    rf"(?:[^\W\d_][\w'’-]*\s|{NAME}+[\w'’-]*\s){{0,7}}[^\W\d_][\w'’-]*(?=[,.;:]|\s(?:who|in|at|on|of)\b|$)"
    r"|[^\W\d_][\w'’-]*s(?=[.;]|,\s|$))"
)
WHO = (
    rf"(?:{APPOSED},?|(?:[Tt]he\s)?{ROLE_LEAD}[{PERSON}{BODY}]+(?:,[^,.\n\"“”]{{1,80}},)?|{PRONOUNS}"
    rf"|{NOUN}\s(?:[\w'’-]+\s){{0,9}}[\w'’-]+)"
)
_COMMON = re.compile(
    rf"(?:^|(?<=[\s“\"(]))(?P<np>(?:[Oo]ne|[Tt]wo|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Bb]oth|[Aa]nother"
    rf"|[Oo]thers?)(?:\sof\s(?:them|(?:the|its|his|her|their)\s[\w'’-]+(?:\s[\w'’-]+)?|{NAME}+))?"
    rf"(?:\s[\w'’-]+){{0,2}}?|[A-Z][a-z]+s)\s(?:who\s[^,.]{{1,60}}\s)?{ADVERB}$"
)
_OF_BODY = re.compile(
    rf"(?P<np>{PERSON}+),?\s(?:of|from|at|with|for|in)\s(?:the\s)?[^,.;\"“”]{{1,60}},?\s{ADVERB}$"
)
_APPOSED_END = re.compile(rf"(?P<np>{APPOSED}),?\s{ADVERB}$")
_NAMED_END = re.compile(rf"(?P<np>[{PERSON}{BODY}]+)\s{ADVERB}$")
_PRONOUN_END = re.compile(rf"(?:^|\W)(?P<np>{PRONOUNS})\s{ADVERB}$")
_LATE = re.compile(r"\b(?P<word>nonetheless|nevertheless|instead|however|thereupon)\s$")
_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he)$")
_ANY_PRONOUN = re.compile(rf"{PRONOUNS}$")
_NO_SPEAKER = re.compile(r"\b(?:this|that|it|which|who|there|and|or)$")
_REACH = 240
_LONGEST = 1_200


def teller(view: View, verb: int) -> Ref | None:
    """Who says what the verb at `verb` introduces; a pronoun of unknown meaning as written."""
    sentence = view.sentence(verb)
    low = max(sentence.start, verb - _REACH)
    left = view.masked[low:verb]
    if apposed := _APPOSED_END.search(left):
        return speaker(view, low + apposed.start("np"), low + apposed.end("np"))
    if late := _LATE.search(left):
        verb = low + late.start("word")
    # What runs on for pages is no sentence, and to parse it around every verb would take long.
    if sentence.end - sentence.start < _LONGEST and (found := subject(view, verb)):
        return found
    for pattern in (_PRONOUN_END, _OF_BODY, _NAMED_END, _COMMON):
        if match := pattern.search(left):
            return speaker(view, low + match.start("np"), low + match.end("np"))
    return None


def speaker(view: View, start: int, end: int) -> Ref | None:
    """A speaker as an entity where one is named, a pronoun as whom it means, else as written."""
    span = trim(view.text, start, end)
    text = span.of(view.text)
    if _PRONOUN.match(text):
        return antecedent(view, span.start, text) or Ref(text, span)
    if _ANY_PRONOUN.match(text):
        return Ref(text, span)
    for index in reversed(view.mentions_in(span.start, span.end)):
        mention = view.mentions[index]
        if mention.kind is Kind.PERSON or mention.end == span.end:
            return view.named(index)
    if "," in text:
        span = trim(view.text, span.start, span.start + text.index(","))
        text = span.of(view.text)
    for cut in (" who ", " whose ", " which "):
        text = text.split(cut)[0]
    while (space := text.rfind(" ")) > 0 and text.endswith(("ed", " who")):
        text = text[:space]
    if _NO_SPEAKER.search(text):
        return None
    return view.phrase(span.start, span.start + len(text))
