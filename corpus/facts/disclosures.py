"""When things became public: announced, revealed, first reported, not made public until …."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.facts import clauses
from corpus.facts.antecedents import antecedent
from corpus.facts.draft import Draft
from corpus.facts.subjects import subject
from corpus.facts.view import PERSON, View
from corpus.language.numerals import value as number
from corpus.model import Ref, Span, When

_OPEN = (
    r"(?:publicly|officially|formally|finally|first|only|later|also|then|recently|subsequently"
    r"|eventually|jointly|today)"
)
_PASSIVE = re.compile(
    rf"\b(?P<cue>(?:was|were|been|is|are)\s(?:not\s|never\s)?(?:{_OPEN}\s){{0,2}}(?:made"
    rf"\s(?:public|known|available)|announced"
    r"|revealed|disclosed|(?<=first\s)reported|(?<=only\s)reported|(?<=publicly\s)\w+ed"
    r"|reported(?=\suntil)|(?:publicly|officially)"
    r"\s(?:confirmed|acknowledged|reported)|confirmed|published|unveiled|leaked"
    r"|declassified|publici[sz]ed|acknowledged))\b"
)
_EMERGED = re.compile(
    rf"\b(?P<cue>(?:{_OPEN}\s)?(?:came\sto\slight|came\sto\spublic\sattention|became"
    rf"\s(?:public(?:ly\sknown)?|known)|surfaced|emerged(?!\s(?:as|from))"
    r"|went\spublic|broke\s(?:his|her|their)\ssilence|spoke\s(?:out\s|publicly\s)?(?:about"
    r"\sit\s)?for\sthe\sfirst\stime"
    r"|spoke\spublicly|told\s(?:his|her|their)\sstory|came\sforward|leaked\sout))\b"
)
_ACTIVE = re.compile(
    rf"\b(?P<cue>(?:{_OPEN}\s)?(?:announce[ds]|reveal(?:ed|s)|disclose[ds]|unveil(?:ed|s)"
    rf"|declared|made\spublic|made\sknown|"
    r"confirm(?:ed|s)|acknowledged?|admitted|published|released|broke\sthe\snews|divulged"
    r"|publici[sz]ed|went\spublic\swith"
    r"|let\sit\sbe\sknown|stated|said|told|reported|testified|wrote))\b(?!\s(?:dead|him|her|them)\b)"
)
_MADE = re.compile(
    r"\b(?P<cue>(?:made|make))\s(?P<what>(?:[^\W\d_][\w'’-]*\s){1,6}?)(?P<open>public|known"
    r"|available)\b(?!\s(?:aware|servants?|to\sthe))"
)
_STRONG = (
    "reveal",
    "disclos",
    "unveil",
    "declared",
    "made",
    "divulged",
    "publicis",
    "publiciz",
    "announce",
    "broke",
    "went",
    "let",
)
_LAG = re.compile(
    r"\b(?P<bound>(?:only|just|barely|less\sthan|more\sthan|over|nearly|almost|within|about"
    r"|some|for\sover|for\smore\sthan)\s)?"
    r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,4}"
    r"|several|a\sfew)\s(?P<unit>day|week|month"
    r"|year|decade|hour)s?(?P<later>\s(?:later|after|earlier|following))?\b"
)
_PLAIN = re.compile(r"(?:stated|said|told|reported|testified|wrote)$")
_PERFECT = re.compile(
    r"\b(?:had|has|have)\s(?:been\s(?:in|at|living|staying|held|hiding|under|kept|dead)|arrived|defected|fled|died|escaped|entered|left|resettled|returned)"
    r"\b.{0,80}\b(?:since|in|on)\s[^.;]{0,16}\d{4}",
    re.DOTALL,
)
_UNTIL = re.compile(r"\s(?:until|till|before)\s(?:[a-z]+\s){0,3}$")
_HAPPENED = re.compile(
    r"\b(?:presence|defection|arrival|escape|departure|disappearance|flight|death|execution"
    r"|arrest"
    r"|resignation|dismissal|illness|marriage|birth|appointment|killing|visit|return)\b"
)
_OWNER = re.compile(rf"(?P<word>[Hh]is|[Hh]er)\s|(?P<name>{PERSON}+)['’]s?\s")
_TO_COME = re.compile(r"\b(?:will|would|shall|to\sbe|plans?\sto)\b")
_LONGEST = 200


def find(view: View) -> Iterator[Draft]:
    """One disclosure for each thing that is said to have become public."""
    seen: set[int] = set()
    for finder in (_passive, _emerged, _made, _active):
        for draft in finder(view):
            sentence = view.sentence((draft.at or draft.evidence[0]).start).start
            if sentence not in seen:
                seen.add(sentence)
                yield draft


def _passive(view: View) -> Iterator[Draft]:
    for match in _PASSIVE.finditer(view.masked):
        relation = " ".join(match["cue"].split())
        what = subject(view, match.start())
        if what is None or clauses.supposed(view, match.start(), match.end()):
            continue
        when = _when(view, match.start(), match.end())
        never = re.search(r"\b(?:not|never)\b", relation)
        lag = _lag(view, match.end())
        if never and (when is None and lag is None):
            continue
        plain = re.search(r"\b(?:confirmed|published|acknowledged|announced)$", relation)
        if plain and when is None:
            continue
        if what.text.lower() == "it":
            told, before = _told(view, match.start(), match.end())
            if told is not None:
                at = before or Span(*match.span())
                draft = _disclosure(view, told, relation, at, told, when, lag)
                yield replace(draft, since=_inside(view, told.span, when))
                continue
        what = _owned(view, what)
        yield _disclosure(view, what, relation, Span(*match.span()), what, when, lag)


def _emerged(view: View) -> Iterator[Draft]:
    for match in _EMERGED.finditer(view.masked):
        who = subject(view, clauses.verb_start(view, match.start()))
        if who is None:
            continue
        who = _owned(view, who)
        at = Span(*match.span())
        relation = " ".join(match["cue"].split())
        yield _disclosure(
            view, who, relation, at, None, _when(view, *match.span()), _lag(view, match.end())
        )


def _made(view: View) -> Iterator[Draft]:
    """ "made their arrival public", "made this information available"."""
    for match in _MADE.finditer(view.masked):
        who = subject(view, clauses.verb_start(view, match.start()))
        if who is None:
            continue
        relation = f"made {match['open']}"
        what = view.ref(*match.span("what"))
        yield _disclosure(
            view,
            who,
            relation,
            Span(*match.span()),
            what,
            _when(view, *match.span()),
            _lag(view, match.end()),
        )


def _active(view: View) -> Iterator[Draft]:
    for match in _ACTIVE.finditer(view.masked):
        cue = " ".join(match["cue"].split())
        start = clauses.verb_start(view, match.start())
        if clauses.denied(view, start, match.start()) or clauses.supposed(
            view, start, match.start()
        ):
            continue
        if re.search(r"\b(?:was|were|been|being|is|are)\s", view.masked[start : match.start()]):
            continue
        who = subject(view, start)
        if who is None or view.quotation_around(match.start()) is not None:
            continue
        when = _when(view, match.start(), match.end())
        lag = _lag(view, match.end())
        if when is None and lag is None and not any(part in cue for part in _STRONG):
            continue
        what, before = _told(view, match.start(), match.end())
        at = before or Span(*match.span())
        draft = _disclosure(view, who, cue, at, what, when, lag)
        inner = what.span if what else None
        if _PLAIN.search(cue) and not (
            inner and _PERFECT.search(view.text, inner.start, inner.end)
        ):
            continue
        yield replace(draft, since=_inside(view, inner, when)) if inner else draft


def _told(view: View, verb: int, end: int) -> tuple[Ref | None, Span | None]:
    """What an announcing verb announces: behind it, or before ("…, the ministry revealed")."""
    sentence = view.sentence(verb)
    limit = min(sentence.end, end + _LONGEST)
    lead = re.compile(r"(?:[^.;:\n]{0,60}?)\bthat\s").match(view.masked, end, limit)
    start = lead.end() if lead else end
    stop = re.compile(r"[.;:\n”\"]|,\s(?:but|while|although|which|who|according)\s").search(
        view.masked, start, limit
    )
    high = stop.start() if stop else limit
    dates = view.dates_in(start, high)
    plain = view.text[start:high].strip(" ,")
    if plain and not (
        dates and view.text[start : dates[0].span.start].strip() in ("", "on", "in", "last", "late")
    ):
        return view.ref(start, high), None
    cut = view.masked.rfind(", ", sentence.start, verb)
    if cut > sentence.start and verb - cut < 90:
        low = max(sentence.start, cut - _LONGEST)
        if view.in_dateline(low):
            found = view.masked.find("-- ", low, cut)
            low = found + 3 if found >= 0 else low
        return view.ref(low, cut), Span(low, end)
    return None, None


def _inside(view: View, what: Span | None, when: When | None) -> When | None:
    """The date of what is disclosed, if it is told with it and lies before."""
    if what is None:
        return None
    told: When | None = None
    if when is None and _TO_COME.search(view.text, what.start, what.end):
        return None
    for date in view.dates_in(what.start, what.end):
        if date.first is None and date.last is None:
            continue
        if when is not None and (date is when or not _earlier(date, when)):
            continue
        if told is None or (told.precision == "year" and _finer(date, told)):
            told = date
    return told


def _earlier(date: When, than: When) -> bool:
    return bool(date.first and than.last and date.first < than.last and date.span != than.span)


def _when(view: View, start: int, end: int) -> When | None:
    """The date of the becoming public; behind "until" even where another clause begins."""
    sentence = view.sentence(start)
    for date in view.dates_in(end, min(sentence.end, end + 90)):
        if (date.first or date.last) and _UNTIL.search(view.masked, end - 1, date.span.start):
            return date
    found = clauses.when(view, start, end)
    if found is not None:
        lead = view.masked[end : found.span.start]
        return None if re.search(r"\bthat\s", lead) else found
    return _today(view, start, end)


def _today(view: View, start: int, end: int) -> When | None:
    for date in view.dates_in(max(view.sentence(start).start, start - 12), end):
        if date.first or date.last:
            return date
    return None


def _lag(view: View, start: int) -> tuple[float, str, str] | None:
    """A lag told in words behind the verb: (count, unit, bound)."""
    found = _LAG.search(view.text, start, min(view.sentence(start).end, start + 90))
    if found is None or not (
        found["later"] or (found["bound"] or "").startswith(("for", "within"))
    ):
        return None
    if (found["later"] or "").strip() == "earlier":
        return None
    count = found["count"]
    value = 1.0 if count in ("a", "an") else 3.0 if count in ("several", "a few") else number(count)
    if value is None:
        return None
    bound = (found["bound"] or "").strip().removeprefix("for ")
    return value, found["unit"], "some" if count in ("several", "a few") else bound


def _owned(view: View, what: Ref) -> Ref:
    """ "His presence in Seoul" is about him."""
    if what.span is None or what.mention is not None:
        return what
    owner = _OWNER.match(view.masked, what.span.start, what.span.end)
    if owner is None:
        return what
    if owner["word"]:
        found = antecedent(view, owner.start("word"), owner["word"])
        return replace(what, mention=found.mention, basis=found.basis) if found else what
    index = view.mention_at(owner.start("name"))
    return replace(what, mention=index, basis="the owner named") if index is not None else what


def _disclosure(
    view: View, who: Ref, relation: str, at: Span, what: Ref | None, when: When | None,
    lag: tuple[float, str, str] | None,
) -> Draft:  # fmt: skip
    value, unit, bound = lag or (None, None, "")
    since = _before(view, at.start, when) if _HAPPENED.search(who.text) else None
    return Draft(
        "disclosure", who, relation, (view.evidence(at.start, at.end),), object=what, value=value,
        unit=unit, qualifier=bound, when=when, since=since, at=at,
    )  # fmt: skip


def _before(view: View, at: int, when: When | None) -> When | None:
    """When what became public had happened: the last earlier date in this sentence or the last.

    A year gives way to a finer date within it that one of the sentences before tells.
    """
    index = view.sentence_index(at)
    told: When | None = None
    for step in range(3):
        if index - step < 0:
            break
        sentence = view.sentences[index - step]
        for date in reversed(view.dates_in(sentence.start, min(at, sentence.end))):
            if not (date.first and date.last and when and when.first and date.first < when.first):
                continue
            if told is None:
                told = date
            elif told.precision == "year" and _finer(date, told):
                return date
    return told


def _finer(date: When, year: When) -> bool:
    return date.precision != "year" and _within(date, year)


def _within(date: When, year: When) -> bool:
    if not (date.first and date.last and year.first and year.last):
        return False
    return year.first <= date.first and date.last <= year.last
