"""Who says what: quotations with their speakers and claims told in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.draft import Draft
from corpus.facts.subjects import NAME, antecedent, subject
from corpus.facts.turns import turns
from corpus.facts.view import BODY, DATELINE, PERSON, View, trim
from corpus.model import Certainty, Quotation, Ref, Span, When

_SAY = (
    r"(?:said|says|told|tells|added|adds|stated|states|wrote|writes|explained|explains|argued|argues"
    r"|claimed|claims|confirmed|confirms|reported|reports|announced|announces|insisted|insists"
    r"|noted|notes|testified|testifies|recalled|recalls|replied|answered|asked|warned|warns"
    r"|acknowledged|admitted|denied|denies|declared|stressed|emphasi[sz]ed|commented|remarked"
    r"|concluded|observed|complained|suggested|suggests|revealed|disclosed|alleged|alleges"
    r"|maintained|responded|continued|predicted|estimates|estimated|believes|quipped|shouted)"
)
_ADVERB = r"(?:(?:also|later|then|once|has|have|had|further|reportedly|[a-z]{3,}ly)\s){0,2}"
_ROLE_LEAD = (
    r"(?:(?!(?:he|she|they|it|that|there|we|you|who|which|is|was|were|had|has|would|will|could|not"
    r"|his|her|its|their)\s)(?:[^\W\d_][\w'’-]*|[A-Z][\w.]{0,4}\.|[\ue000-\ue002]+(?:['’]s)?)\s){0,6}?"
)
_NP = (
    rf"(?P<np>{_ROLE_LEAD}{PERSON}+|(?:the\s)?{BODY}+"
    rf"|(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|{NAME}+['’]s)\s"
    rf"(?:[^\W\d_][\w'’-]*\s|{NAME}+[\w'’-]*\s){{0,7}}[^\W\d_][\w'’-]*(?=[,.;:]|\s(?:who|in|at|on|of)\b|$))"
)
_AFTER_INVERTED = re.compile(rf",?\s{{0,2}}(?P<verb>{_SAY})\s(?:the\s)?{_NP}")
_AFTER_PLAIN = re.compile(
    rf",?\s{{0,2}}(?P<who>(?:[Tt]he\s)?{_ROLE_LEAD}[{PERSON}{BODY}]+(?:,[^,.\n\"“”]{{1,80}},)?"
    rf"|[Hh]e|[Ss]he|(?:[Tt]he|[Aa]n?|[Oo]ne)\s(?:[\w'’-]+\s){{0,4}}[\w'’-]+)\s{_ADVERB}(?P<verb>{_SAY})\b"
    r"(?P<rest>[.,;:]|\s\w|$)?"
)
_ACCORDING = re.compile(rf"\b[Aa]ccording\sto\s(?:the\s)?{_NP}")
_VERB = re.compile(rf"\b(?P<verb>{_SAY}|put\sit|as\ssaying|quoted|called|dubbed|termed)\b")
_THAT = re.compile(
    rf"\b(?P<verb>{_SAY}|issued\sa\sstatement(?:\ssaying)?|(?:was|were)\s(?:informed|told|notified))"
    rf"(?:\s(?!that\b)(?:[^\W\d_][\w'’-]*|{NAME}+)){{0,4}}\sthat\s"
)
_BARE = re.compile(
    r"\b(?P<verb>said|says|believes)\s(?=(?:he|she|they|it|his|her|their|there|the|a|an|some|many|most"
    rf"|all|no|none|{NAME})\b|{NAME})"
)
_TRAIL = re.compile(
    rf",\s(?:(?P<who>(?:the\s)?{_ROLE_LEAD}[{PERSON}{BODY}]+|he|she|(?:the|an?|one)\s(?:[\w'’-]+\s){{0,3}}"
    rf"[\w'’-]+)\s{_ADVERB}(?P<verb>{_SAY})|(?P<inverted>{_SAY})\s(?:the\s)?{_NP})"
)
_LATER = re.compile(r"\s(?:on|in|at|during|after|late|earlier|yesterday)\b|\s[A-Z]")
_NO_SPEAKER = re.compile(r"\b(?:this|that|it|which|who|there|and|or)$")
_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he)$")
_WORDS = re.compile(r"\w+")
_SPEECH_END = re.compile(r"[.,!?…—–-]$")
_AFTER = 200
_BEFORE = 260


def find(view: View) -> Iterator[Draft]:
    """Quotations and claims, each with its speaker; those that have none are left out."""
    yield from turns(view)
    yield from _quotations(view)
    yield from _claims(view)


def _quotations(view: View) -> Iterator[Draft]:
    before: tuple[Quotation, Ref] | None = None
    quotations = view.page.quotations
    for at, quotation in enumerate(quotations):
        count = len(_WORDS.findall(quotation.words.of(view.text)))
        following = quotations[at + 1].span.start if at + 1 < len(quotations) else len(view.text)
        told = _behind(view, quotation, following) or _in_front(view, quotation, before)
        if told is None:
            told = _continued(view, quotation, before, count)
        if told is None:
            continue
        speaker, verb, cue = told
        before = quotation, speaker
        ends = _SPEECH_END.search(quotation.words.of(view.text))
        if count < 3 and not (ends and count > 0 and cue is not None):
            continue
        low = min(quotation.span.start, cue.start) if cue else quotation.span.start
        high = max(quotation.span.end, cue.end) if cue else quotation.span.end
        yield Draft(
            "quotation", speaker, verb, (_evidence(view, quotation, low, high),),
            object=Ref(quotation.words.of(view.text), quotation.words), speaker=speaker, hops=1,
            certainty=Certainty.REPORTED, at=quotation.span,
        )  # fmt: skip


def _evidence(view: View, quotation: Quotation, low: int, high: int) -> Span:
    """The quotation whole, with the sentence that names its speaker."""
    first, last = view.sentence(low), view.sentence(max(low, high - 1))
    start = first.start if low - first.start <= 400 else low
    end = last.end if last.end - high <= 400 else high
    return trim(view.text, min(start, low), max(end, high))


_Told = tuple[Ref, str, Span | None]


def _behind(view: View, quotation: Quotation, following: int) -> _Told | None:
    """ "…," said X · "…," X said · "…," according to X."""
    start = quotation.span.end
    stop = min(start + _AFTER, following, _line_end(view, start))
    text = view.masked[start:stop]
    closed = view.text[quotation.words.end - 1 : quotation.words.end] in (".",)
    if match := _AFTER_INVERTED.match(text):
        return _spoken(view, start, match, "np")
    if match := _AFTER_PLAIN.match(text):
        if closed and (match["rest"] or ".").startswith(" "):
            return None
        return _spoken(view, start, match, "who")
    if (match := _ACCORDING.match(text.lstrip(" ,"))) is not None:
        offset = start + len(text) - len(text.lstrip(" ,"))
        speaker = _speaker(view, offset + match.start("np"), offset + match.end("np"))
        return (speaker, "according to", Span(offset, offset + match.end())) if speaker else None
    return None


def _spoken(view: View, start: int, match: re.Match[str], group: str) -> _Told | None:
    verb = match["verb"]
    speaker = _speaker(view, start + match.start(group), start + match.end(group))
    span = Span(start + match.start(), start + match.end(group))
    end = max(span.end, start + match.end("verb"))
    return (speaker, verb, Span(span.start, end)) if speaker else None


def _speaker(view: View, start: int, end: int) -> Ref | None:
    """A speaker as an entity where one is named, a pronoun as whom it means, else as written."""
    span = trim(view.text, start, end)
    text = span.of(view.text)
    if _PRONOUN.match(text):
        return antecedent(view, span.start, text) or Ref(text, span)
    for index in reversed(view.mentions_in(span.start, span.end)):
        mention = view.mentions[index]
        if mention.kind.value == "person" or mention.end == span.end:
            return view.named(index)
    if "," in text:
        span = trim(view.text, span.start, span.start + text.index(","))
        text = span.of(view.text)
    while (space := text.rfind(" ")) > 0 and text.endswith(("ed", " who")):
        text = text[:space]
    if _NO_SPEAKER.search(text):
        return None
    return view.phrase(span.start, span.start + len(text))


def _line_end(view: View, start: int) -> int:
    end = view.text.find("\n\n", start, start + _AFTER)
    return end if end >= 0 else len(view.text)


def _in_front(
    view: View, quotation: Quotation, before: tuple[Quotation, Ref] | None
) -> _Told | None:
    """X said, "…" · X said it was "…" · X spoke of his fears: "…" · as X put it, "…"."""
    start = quotation.span.start
    sentence = view.sentence(max(start - 1, 0))
    low = max(sentence.start, start - _BEFORE)
    if before is not None and before[0].span.end > low:
        between = view.masked[before[0].span.end : start]
        if (
            len(between) < 60
            and not _VERB.search(between)
            and "\n" not in between
            and (not re.search(r"[.!?]\s", between))
        ):
            return before[1], "said", None
        low = before[0].span.end
    left = view.masked[low:start]
    if "\n\n" in left:
        return None
    verbs = list(_VERB.finditer(left))
    for match in reversed(verbs):
        speaker = subject(view, low + match.start())
        if speaker is not None:
            return speaker, match["verb"], Span(low + match.start(), low + match.end())
        inverted = _AFTER_INVERTED.match(left, max(match.start() - 1, 0))
        if inverted and match.end() < len(left):
            return _spoken(view, low, inverted, "np")
        break
    if according := _ACCORDING.search(left):
        speaker = _speaker(view, low + according.start("np"), low + according.end("np"))
        if speaker is not None:
            return speaker, "according to", Span(low + according.start(), low + according.end())
    if left.rstrip().endswith(":"):
        people = view.mentions_in(sentence.start, start)
        chains = {view.chain_of.get(i, -1 - i) for i in people
                  if view.mentions[i].kind.value == "person"}  # fmt: skip
        named = [i for i in people if view.mentions[i].kind.value == "person"]
        if len(chains) == 1:
            return view.named(named[0]), "said", Span(sentence.start, start)
    return None


def _continued(
    view: View, quotation: Quotation, before: tuple[Quotation, Ref] | None, count: int
) -> _Told | None:
    """A whole quotation without a speaker of its own goes on for the one before."""
    if before is None or count < 4:
        return None
    gap = view.text[before[0].span.end : quotation.span.start]
    sentence = view.sentence(quotation.span.start)
    if sentence.start != quotation.span.start or len(gap) > 260:
        return None
    people = view.mentions_in(before[0].span.end, quotation.span.start)
    chains = {view.chain_of.get(i, -1 - i) for i in people
              if view.mentions[i].kind.value == "person"}  # fmt: skip
    own = {view.chain_of.get(before[1].mention, -2)} if before[1].mention is not None else set()
    if chains - own:
        return None
    last = Ref(before[1].text, before[1].span, before[1].mention, "speaker of the quotation before")
    return last, "said", None


def _claims(view: View) -> Iterator[Draft]:
    """X said that … · … , X said · according to X, …"""
    for match in _THAT.finditer(view.masked):
        yield from _claim(view, match, match.end())
    for match in _BARE.finditer(view.masked):
        yield from _claim(view, match, match.end())
    for match in _ACCORDING.finditer(view.masked):
        yield from _by_source(view, match)
    for match in _TRAIL.finditer(view.masked):
        yield from _trailing(view, match)


def _claim(view: View, match: re.Match[str], start: int) -> Iterator[Draft]:
    if view.quotation_around(match.start()) is not None:
        return
    speaker = subject(view, match.start("verb"))
    sentence = view.sentence(match.start("verb"))
    if speaker is None or sentence.end - start < 8:
        return
    yield _told(view, speaker, match["verb"], start, sentence.end, match.start("verb"))


def _by_source(view: View, match: re.Match[str]) -> Iterator[Draft]:
    sentence = view.sentence(match.start())
    speaker = _speaker(view, match.start("np"), match.end("np"))
    if speaker is None or view.quotation_around(match.start()) is not None:
        return
    if match.start() - sentence.start < 12:
        comma = view.text.find(",", match.end() - 1, sentence.end)
        start, end = (comma + 1 if comma >= 0 else match.end()), sentence.end
    else:
        start, end = _around(view, sentence, match)
    if end - start > 12 and view.quotation_around(start) is None:
        yield _told(view, speaker, "according to", start, end, match.start())


def _around(view: View, sentence: Span, match: re.Match[str]) -> tuple[int, int]:
    """What is told around a teller: the part before, or all where the sentence goes on behind."""
    goes_on = view.text[match.end() : match.end() + 1] == "," and sentence.end - match.end() > 12
    return sentence.start, sentence.end if goes_on else match.start()


def _trailing(view: View, match: re.Match[str]) -> Iterator[Draft]:
    sentence = view.sentence(match.start())
    after = view.masked[match.end() : match.end() + 12]
    plain = after[:1] in (".", ",", "", "\n", ";")
    if not plain and not match["np"] and not _LATER.match(after):
        return
    group = "np" if match["inverted"] else "who"
    start, end = _around(view, sentence, match)
    opens = view.text[start : start + 1]
    if match.start() - start < 15 or not (opens.isupper() or opens.isdigit()):
        return
    if view.quotation_around(max(match.start() - 1, 0)) or view.quotation_around(start):
        return
    speaker = _speaker(view, match.start(group), match.end(group))
    if speaker is not None:
        yield _told(view, speaker, match["inverted"] or match["verb"], start, end, match.start())


def _told(view: View, speaker: Ref, verb: str, start: int, end: int, cue: int) -> Draft:
    if dateline := DATELINE.match(view.text, start, end):
        start = dateline.end()
    words = trim(view.text, start, end)
    while words.end > words.start + 1 and view.text[words.end - 1] in ".,;":
        words = Span(words.start, words.end - 1)
    text = " ".join(words.of(view.text).split())
    return Draft(
        "claim", speaker, verb, (view.evidence(min(cue, start), max(cue, words.end)),),
        object=Ref(text, words), when=_told_when(view, cue, words), speaker=speaker, hops=1,
        certainty=Certainty.REPORTED, at=Span(min(cue, words.start), words.end),
    )  # fmt: skip


def _told_when(view: View, cue: int, words: Span) -> When | None:
    """The date of the telling: before its verb, or between the verb and what is told."""
    if cue > words.start:
        return None
    for date in view.dates_in(view.sentence(cue).start, words.start):
        if date.first is not None or date.last is not None:
            return None if view.in_dateline(date.span.start) else date
    return None
