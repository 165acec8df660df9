"""Dates in prose as intervals, each with the reason for it; what is not decided stays open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from corpus.language.anchors import Context
from corpus.language.dateforms import ATOM, HINT
from corpus.language.intervals import Interval
from corpus.language.occasions import FORMS as OCCASIONS
from corpus.language.occasions import told
from corpus.language.relative import (
    counted,
    from_publication,
    in_pointed_year,
    pointed,
    without_year,
)
from corpus.language.written import explicit, read
from corpus.model import Span, When

_BEFORE_YEAR = re.compile(
    r"(?:\b(?i:in|since|by|from|to|until|till|during|before|after|around|circa|through|between"
    r"|year|years|late|early|mid|of|on|and|or|than|as|for|fiscal|FY|vs|versus|the|a|an|this|its|his"
    r"|her|their|copyright|dated?|election|founded|established|born|died|b|d|ca|c)"
    r"\.?[\s-]|[(\[/©’'][\s]?|\d[-–—,]\s?|[-–—]|, )$"
)
_NOT_YEAR = re.compile(
    r"(?i:\b(?:no\.?|nos\.?|p\.?|pp\.?|page|pages|section|article|room|flight|highway|route|bus"
    r"|resolution|unit|act|law|order|number|chapter|building|total of|out of|group of|population of"
    r"|height of|cost of|crowd of|worth of|one of|each of|army of|force of|fleet of|some of|over"
    r"|about|some|nearly|than|least|most|almost|approximately|roughly|around)"
    r"\s|[$€£¥₩#]\s?|\d[,.])$"
)
_LOOSE_CONTEXT = re.compile(r"(?:\b(?i:the|a|an|this|its|his|her|their)\s|, )$")
_OF = re.compile(r"\b(?i:of|and|or|for|to|on|from|by|after|before|between)\s$")
_FIRM = re.compile(
    r"(?:\b(?i:in|since|until|till|during|late|early|mid|year|circa|born|died|dated?|fiscal|as of"
    r"|as early as|as late as)\.?[\s-]|[(\[©][\s]?)$"
)
_COUNTED = re.compile(r"\s(?:[a-z][a-z-]+\s){0,2}?([a-z-]{3,}(?:[^s\W]s|people|men|women))\b")
_COUNTED_UNIT = re.compile(
    r"\s?(?:B\.?C\b|km|kg|kilomet|met(?:er|re)s?\b|miles?\b|feet\b|ft\b|tons?\b|tonnes?\b|m\b|pounds?\b"
    r"|won\b(?!\s(?:the|a|an|his|her|by|in|it))|yuan|yen|dollars?|euros?|r(?:o)?ubles?|percent|per\b"
    r"|people|men\b|women|hours?\b|[NSEWK]\s[A-Z]\w+\s(?:St|Ave|Road|Blvd)|[A-Z]\w+\s(?:Street|St\b"
    r"|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Lane|Drive))"
)
_SINGULAR_VERBS = frozenset(
    ("was", "is", "has", "as", "its", "this", "his", "does", "says", "thus", "perhaps")
)
_STARTER = re.compile(r"\s(?:was|saw|is|has|marked|brought|turned|began|ended)\b")
_JOIN = re.compile(r"\s?(?:[-–—]|to|until|till|through|and)\s?")
_BETWEEN = re.compile(r"\b[Bb]etween\s$")
_SHORT_YEAR = re.compile(r"\b(?i:in|since|by|until|from|of|to|and|summer|winter|spring|fall)\s$")
_TITLE_BEFORE = re.compile(
    r"\b(?:Black|Good|Bloody|Super|Ruby|Ash|Palm|Cyber|Fat|Holy|Giving|Casual|Man)\s$"
)
_TITLE_AFTER = re.compile(
    r"(?:\s(?:Street|St\b|Lane|Road|Club|Times|Market|School|Herald|Post|Mirror|Telegraph|Express"
    r"|Mail|Agreement|Group|Prayers?|Review|Magazine|Avenue|Square|Night\sLive|Island|Islands"
    r"|Movement|Carol|Tree|Massacre)\b|\s(?:trees?|carols?|cards?)\b)"
)
_IN = re.compile(r"\b(?i:as\searly\sas|as\slate\sas|in|since|until|till|during|throughout|from)\s$")
_BY = re.compile(r"\b(?i:of|by|to|through|and|between|for|as)\s$|\d\s?[-–—]\s?$|[-–—]$")
_WORDLIKE = frozenset(("May", "March", "April", "June", "August", "MAY", "MARCH", "Mar", "Jan"))
_NAME_AFTER = re.compile(r"['’]s\s[A-Z]|\s[A-Z][a-z]")
_YEARLESS = ("md", "dm", "mspan", "dspan", "bare", "part_month")


def find(
    text: str, published: str | None = None, sentences: Sequence[Span] = ()
) -> tuple[When, ...]:
    """The dates of `text`, ascending and apart; relative ones count from `published` (ISO, maybe
    partial) or from the date in the text that `basis` names."""
    context = Context(text, published, tuple(sentences))
    found: list[When] = []
    for form, start, end in _atoms(text, [s.start for s in sentences]):
        if found and start < found[-1].span.end:
            continue
        when = _resolve(context, form, start, end)
        if when is None:
            continue
        context.remember(when, form)
        joined = _joined(text, found[-1], when, context) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(when)
    return tuple(found)


def _resolve(context: Context, form: str, start: int, end: int) -> When | None:
    """The interval of the date written at `start`; None where it is no date after all."""
    text = context.text[start:end]
    span = Span(start, end)

    def when(found: Interval | None, basis: str = "as written") -> When:
        if found is None:
            return When(None, None, text, span, basis)
        return When(found[0], found[1], text, span, basis)

    written = explicit(form, text)
    if written is not None:
        found, basis = written
        if form == "years" and found and text[-1].isalpha():
            return When(found[0], None, text, span, basis)
        return when(found, basis) if found or basis != "as written" else None
    if form in OCCASIONS:
        return when(*told(context, form, text, start))
    numbers = read(text)
    if numbers.pointer and form not in ("unit", "pm", "pweekday", "pseason"):
        return when(*in_pointed_year(context, form, text, numbers, start))
    if form in _YEARLESS or (form == "dmy" and numbers.year is None):
        return when(*without_year(context, numbers, start))
    if form == "ago":
        return counted(context, text, span)
    if form == "unit" and numbers.pointer in ("that", "same", "following", "previous", "preceding"):
        return pointed(context, text, span)
    if form == "unit" and re.match(r"(?i)the\snext", text):
        return pointed(context, text, span)
    return when(*from_publication(context, form, text, start))


def _atoms(text: str, starts: list[int]) -> Iterator[tuple[str, int, int]]:
    openings = frozenset(starts)
    for match in _matches(text):
        form = match.lastgroup or ""
        start, end = match.span()
        if form == "year" and not _is_year(text, start, end, starts):
            continue
        if form in ("years", "numbers", "iso", "ymd") and _glued(text, start, end):
            continue
        if form == "bare" and not _is_month(text, start, end):
            continue
        if form in ("weekday", "feast") and _is_title(text, start, end):
            continue
        if form == "short" and not _SHORT_YEAR.search(text[max(0, start - 10) : start]):
            continue
        if form == "daywords" and text[start].isupper() and start not in openings:
            continue
        yield form, start, end


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Matches of the full pattern, sought only around the letters that every date has."""
    low = high = 0
    for hint in HINT.finditer(text):
        start = max(hint.start() - 40, 0)
        if start > high:
            yield from ATOM.finditer(text, _word_start(text, low), high)
            low = start
        high = min(hint.end() + 60, len(text))
    if high:
        yield from ATOM.finditer(text, _word_start(text, low), high)


def _word_start(text: str, offset: int) -> int:
    space = text.find(" ", offset, offset + 20)
    return space if offset and space >= 0 else offset


def _is_month(text: str, start: int, end: int) -> bool:
    """A month alone counts after a word such as "in"; "May" and "March" are words and names too."""
    before = text[max(0, start - 14) : start]
    if not _IN.search(before) and (text[start:end] in _WORDLIKE or not _BY.search(before)):
        return False
    return not _NAME_AFTER.match(text, end)


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether a day is part of a name: "Black Friday", "Sunday Times", "Friday Street"."""
    return bool(
        _TITLE_BEFORE.search(text[max(0, start - 9) : start]) or _TITLE_AFTER.match(text, end)
    )


def _glued(text: str, start: int, end: int) -> bool:
    """Whether digits are part of something longer: a telephone or file number."""
    return bool(re.match(r"[-.,/]\d", text[end : end + 2])) or bool(
        re.search(r"\d[-.,/]$|[$€£#]$", text[max(0, start - 2) : start])
    )


def _is_year(text: str, start: int, end: int, starts: list[int]) -> bool:
    """Four digits are a year only where the words around them say so."""
    before = text[max(0, start - 24) : start]
    after = text[end : end + 48]
    if _glued(text, start, end) or _NOT_YEAR.search(before) or _COUNTED_UNIT.match(after):
        return False
    if _FIRM.search(before):
        counted = _COUNTED.match(after)
        return not (counted and after[1 : counted.end()].count(" ") == 0)
    at = bisect_right(starts, start) - 1
    if at >= 0 and starts[at] == start:
        return bool(_STARTER.match(after))
    if not _BEFORE_YEAR.search(before) or int(text[start:end]) < 1500:
        return False
    counted = _COUNTED.match(after)
    if counted and counted[1] not in _SINGULAR_VERBS and not _LOOSE_CONTEXT.search(before):
        return False
    if _LOOSE_CONTEXT.search(before):
        if before.endswith(", "):
            return not counted and bool(re.match(r"[,.;)]|\s(?:and|or)\s\d|$", after))
        return bool(re.match(r"(?:\s|-)[A-Za-z]", after)) and not (
            counted and after[1 : counted.end()].count(" ") == 0
        )
    if _OF.search(before):
        return not re.match(r"\s[a-z]+-|\s(?:square|cubic)", after)
    return True


def _joined(text: str, left: When, right: When, context: Context) -> When | None:
    """ "from 2020 to 2024" and its kin as one interval."""
    gap = text[left.span.end : right.span.start]
    if len(gap) > 9 or not _JOIN.fullmatch(gap):
        return None
    word = gap.strip()
    before = left.span.start
    if not word or (word == "and" and not _BETWEEN.search(text, max(0, before - 9), before)):
        return None
    first, last, basis = left.first, right.last, left.basis
    if right.basis == "as written" and left.basis != "as written" and right.first is not None:
        again = context.with_year_of(left, right)
        if again is not None:
            first, basis = again.first, f"year of “{right.text}”"
    elif left.basis != right.basis:
        basis = f"{left.basis}; {right.basis}" if left.basis != "as written" else right.basis
    if first is None or last is None or first > last:
        return None
    span = Span(left.span.start, right.span.end)
    return When(first, last, span.of(text), span, basis)
