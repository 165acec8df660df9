"""Words in quotation marks and who speaks them, wherever the sentence names the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.facts.claims import ACCORDING, cited
from corpus.facts.draft import Draft
from corpus.facts.tellers import ADVERB, NP, PRONOUNS, SAY, WHO, speaker, teller
from corpus.facts.view import BODY, PERSON, View, trim
from corpus.model import Certainty, Kind, Quotation, Ref, Span

_AFTER_INVERTED = re.compile(rf",?\s{{0,2}}(?P<verb>{SAY})\s(?:the\s)?{NP}")
_AFTER_PLAIN = re.compile(
    rf",?\s{{0,2}}(?P<who>{WHO})\s{ADVERB}(?P<verb>{SAY})\b(?P<rest>[.,;:]|\s\w|$)?"
)
_AFTER_ANY = re.compile(
    rf",?\s{{0,2}}(?P<who>{PRONOUNS}|[{PERSON}{BODY}]+)\s{ADVERB}(?P<verb>[a-z]{{3,}}ed)\b"
)
_PASSIVE = re.compile(
    rf",?\s{{0,2}}(?P<who>{WHO})\s(?:was|were|is|has\sbeen)\s(?:quoted|cited|reported)(?:\sby\s(?P<by>[^,.;\"“”]"
    rf"{{3,50}}?))?\sas\s(?P<verb>saying|telling)(?:\sby\s(?P<by2>[^,.;\"“”]{{3,50}}))?"
)
_VERB = re.compile(
    rf"\b(?P<verb>{SAY}|put\sit|puts\sit|as\ssaying|quoted|called|calls|calling|dubbed|termed|describ(?:ed|es)"
    r"|accus(?:ed|es)|dismiss(?:ed|es)|denounc(?:ed|es)|condemn(?:ed|s)|blam(?:ed|es)|prais(?:ed|es)"
    r"|hail(?:ed|s)|brand(?:ed|s)|labell?ed|slammed|critici[sz](?:ed|es)|demand(?:ed|s)|express(?:ed|es)"
    r"|spoke|speaks|refer(?:red|s)\sto|characteri[sz](?:ed|es)|mock(?:ed|s)|liken(?:ed|s)|compared"
    r"|voiced|rejected|rejects|scoffed|read|reads)\b"
)
_SPEECH_END = re.compile(r"[.,!?…—–-]$")
_CLOSED_BY_COMMA = re.compile(r"[,!?…—–]$")
_IN_WORDS = re.compile(
    r"\b[Ii]n\s(?:(?:his|her|their|its)\s(?:own\s)?words|the\swords\sof\s(?P<np>[^,.;\"“”]{3,60})),?\s$"
)
_BREAK = re.compile(r"\n|[.!?]\s")
_WORDS = re.compile(r"\w+")
_TELLS = re.compile(rf"\b(?:{SAY}|spoke|talked|described|interview\w*|testimony|witness\w*)\b")
_TITLE = re.compile(r"\b(?:entitled|titled|headlined|called|named)\s$")
_AFTER = 200
_BEFORE = 260


@dataclass(frozen=True, slots=True)
class _Telling:
    """Who speaks a quotation, the verb, where the cue stands, and whom the teller has it from."""

    who: Ref
    verb: str
    cue: Span | None = None
    by: Ref | None = None


def find(view: View) -> Iterator[Draft]:
    """The quotations of a page with their speakers; those that have none are left out."""
    before: tuple[Quotation, Ref] | None = None
    quotations = view.page.quotations
    for at, quotation in enumerate(quotations):
        words = quotation.words.of(view.text)
        count = len(_WORDS.findall(words))
        following = quotations[at + 1].span.start if at + 1 < len(quotations) else len(view.text)
        told = (
            _in_words_of(view, quotation, following)
            or _behind(view, quotation, following)
            or _in_front(view, quotation, before)
            or _continued(view, quotation, before, count)
            or _introduced(view, quotation, count)
        )
        if told is None or _TITLE.search(
            view.text, max(0, quotation.span.start - 12), quotation.span.start
        ):
            continue
        before = quotation, told.who
        if count < 3 and not (count and told.cue is not None and _SPEECH_END.search(words)):
            continue
        yield _draft(view, quotation, told)


def _draft(view: View, quotation: Quotation, told: _Telling) -> Draft:
    cue = told.cue or quotation.span
    low, high = min(quotation.span.start, cue.start), max(quotation.span.end, cue.end)
    source = cited(view, high, view.sentence(max(high - 1, 0)).end)
    tellers = (told.by, told.who) if told.by else ()
    return Draft(
        "quotation", told.who, told.verb, (_evidence(view, quotation, low, high),),
        object=Ref(quotation.words.of(view.text), quotation.words), speaker=told.who,
        hops=2 if told.by else 1, certainty=Certainty.REPORTED, at=quotation.span,
        source=source or told.by, tellers=tellers,
    )  # fmt: skip


def _evidence(view: View, quotation: Quotation, low: int, high: int) -> Span:
    """The quotation whole, with the sentence that names its speaker."""
    first, last = view.sentence(low), view.sentence(max(low, high - 1))
    start = first.start if low - first.start <= 400 else low
    end = last.end if last.end - high <= 400 else high
    return trim(view.text, min(start, low), max(end, high))


def _in_words_of(view: View, quotation: Quotation, following: int) -> _Telling | None:
    """In the words of X, "…" · X told them that, in his words, "…," she said (X by her)."""
    start = quotation.span.start
    low = max(view.sentence(max(start - 1, 0)).start, start - _BEFORE)
    match = _IN_WORDS.search(view.masked, low, start)
    if match is None:
        return None
    cue = Span(match.start(), match.end())
    if match["np"]:
        who = speaker(view, match.start("np"), match.end("np"))
    else:
        verbs = list(_VERB.finditer(view.masked, low, match.start()))
        who = teller(view, verbs[0].start()) if verbs else None
    behind = _behind(view, quotation, following)
    by = behind.who if behind and who and behind.who.text != who.text else None
    return _Telling(who, "said", cue, by) if who else None


def _behind(view: View, quotation: Quotation, following: int) -> _Telling | None:
    """ "…," said X · "…," X said · "…," X was quoted as saying by Y · "…," according to X."""
    start = quotation.span.end
    stop = min(start + _AFTER, following, _line_end(view, start))
    text = view.masked[start:stop]
    last = view.text[quotation.words.end - 1 : quotation.words.end]
    if match := _PASSIVE.match(text):
        return _passive(view, start, match)
    if match := _AFTER_INVERTED.match(text):
        return _spoken(view, start, match, "np")
    if match := _AFTER_PLAIN.match(text):
        if last == "." and (match["rest"] or ".").startswith(" "):
            return None
        return _spoken(view, start, match, "who")
    if _CLOSED_BY_COMMA.search(last) and (match := _AFTER_ANY.match(text)):
        return _spoken(view, start, match, "who")
    bare = len(text) - len(text.lstrip(" ,"))
    if match := ACCORDING.match(text[bare:]):
        start += bare
        who = speaker(view, start + match.start("np"), start + match.end("np"))
        cue = Span(start, start + match.end())
        return _Telling(who, "according to", cue) if who else None
    return None


def _spoken(view: View, start: int, match: re.Match[str], group: str) -> _Telling | None:
    who = speaker(view, start + match.start(group), start + match.end(group))
    end = max(match.end(group), match.end("verb"))
    return _Telling(who, match["verb"], Span(start + match.start(), start + end)) if who else None


def _passive(view: View, start: int, match: re.Match[str]) -> _Telling | None:
    told = _spoken(view, start, match, "who")
    group = "by" if match["by"] else "by2"
    if told is None or match[group] is None:
        return told
    return replace(told, by=speaker(view, start + match.start(group), start + match.end(group)))


def _line_end(view: View, start: int) -> int:
    end = view.text.find("\n\n", start, start + _AFTER)
    return end if end >= 0 else len(view.text)


def _in_front(
    view: View, quotation: Quotation, before: tuple[Quotation, Ref] | None
) -> _Telling | None:
    """X said, "…" · X said it was "…" · X spoke of his fears: "…" · as X put it, "…"."""
    start = quotation.span.start
    sentence = view.sentence(max(start - 1, 0))
    low = max(sentence.start, start - _BEFORE)
    if before is not None and before[0].span.end > low:
        between = view.masked[before[0].span.end : start]
        if len(between) < 60 and not _VERB.search(between) and not _BREAK.search(between):
            return _Telling(before[1], "said")
        low = before[0].span.end
    left = view.masked[low:start]
    if "\n\n" in left:
        return None
    return _told_before(view, low, left) or _before_colon(view, sentence.start, start, left)


def _told_before(view: View, low: int, left: str) -> _Telling | None:
    for match in list(_VERB.finditer(left))[:-4:-1]:
        who = teller(view, low + match.start())
        if who is not None:
            return _Telling(who, match["verb"], Span(low + match.start(), low + match.end()))
        inverted = _AFTER_INVERTED.match(left, max(match.start() - 1, 0))
        if inverted and match.end() < len(left):
            return _spoken(view, low, inverted, "np")
        if not match["verb"].endswith("ing"):
            break
    if according := ACCORDING.search(left):
        who = speaker(view, low + according.start("np"), low + according.end("np"))
        if who is not None:
            cue = Span(low + according.start(), low + according.end())
            return _Telling(who, "according to", cue)
    return None


def _before_colon(view: View, sentence: int, start: int, left: str) -> _Telling | None:
    who = _only_person(view, sentence, start) if left.rstrip().endswith(":") else None
    return _Telling(view.named(who), "said", Span(sentence, start)) if who is not None else None


def _only_person(view: View, start: int, end: int) -> int | None:
    """The one person who is named in a range, by the first mention there."""
    people = view.mentions_in(start, end, Kind.PERSON)
    chains = {view.chain_of.get(i, -1 - i) for i in people}
    return people[0] if len(chains) == 1 else None


def _continued(
    view: View, quotation: Quotation, before: tuple[Quotation, Ref] | None, count: int
) -> _Telling | None:
    """A whole quotation without a speaker of its own goes on for the one before."""
    if before is None or count < 4:
        return None
    gap = quotation.span.start - before[0].span.end
    if not _is_whole(view, quotation) or gap > 260:
        return None
    people = view.mentions_in(before[0].span.end, quotation.span.start, Kind.PERSON)
    chains = {view.chain_of.get(i, -1 - i) for i in people}
    own = {view.chain_of.get(before[1].mention, -2)} if before[1].mention is not None else set()
    if chains - own:
        return None
    basis = "speaker of the quotation before"
    return _Telling(Ref(before[1].text, before[1].span, before[1].mention, basis), "said")


def _introduced(view: View, quotation: Quotation, count: int) -> _Telling | None:
    """A whole quotation behind a sentence that names one person and speaks of telling."""
    if count < 4 or not _is_whole(view, quotation):
        return None
    at = view.sentence_index(quotation.span.start)
    if at < 1 or quotation.span.start - view.sentences[at - 1].end > 4:
        return None
    sentence = view.sentence(view.sentences[at - 1].start)
    who = _only_person(view, sentence.start, sentence.end)
    if who is None or not _TELLS.search(view.masked, sentence.start, sentence.end):
        return None
    cue = Span(view.mentions[who].start, view.mentions[who].end)
    return _Telling(view.named(who, "the one person named in the sentence before"), "said", cue)


def _is_whole(view: View, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of its own, not a fragment within one."""
    return view.sentence(quotation.span.start).start == quotation.span.start
