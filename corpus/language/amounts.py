"""Numbers that count or measure something: money, shares, people, goods, lengths, rates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language import currencies, numerals
from corpus.language.dateforms import MONTH
from corpus.language.nouns import UNITS, counted, shorten
from corpus.model import Amount, Span

_FRACTION = (
    r"(?i:(?:more\sthan\s)?(?:one-|two-|three-|four-|an?\s|one\s|two\s|three\s)?"
    r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|tenth))(?=\s(?:of|the)\b)"
)
_DOZEN = (
    r"(?i:(?:an?|one|two|three|four|half\sa|several)\sdozen"
    r"|(?:dozens|scores|(?:tens\sof\s|hundreds\sof\s)?thousands|hundreds"
    r"|(?:tens\sof\s|hundreds\sof\s)?millions|billions)(?=\sof))"
)
_HEAD = re.compile(
    rf"(?<![\w$€£¥₩.,:/#%-])(?P<sign>{currencies.SIGN})?\s?(?:"
    rf"(?P<low>{numerals.DIGITS})(?P<lowscale>{numerals.SCALE})?"
    rf"(?:\s?(?P<dash>[-–—]|to|and)\s?(?:{currencies.SIGN})?"
    rf"(?P<high>{numerals.DIGITS})(?P<highscale>{numerals.SCALE})?)?"
    rf"|(?P<fraction>{_FRACTION})|(?P<dozen>{_DOZEN})"
    rf"|(?P<word>(?i:{numerals.WORDS}))(?:\s(?P<wdash>to|or|and)\s(?P<wordhigh>(?i:{numerals.WORDS})))?"
    r")"
)
_HINT = re.compile(r"\d|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine"
                   r"|[Tt]en|[Ee]leven|[Tt]welve|teen|[Tt]went|[Tt]hirt|[Ff]ort|[Ff]ift|half"
                   r"|third|quarter|fourth|fifth|dozen|hundred|thousand|million|billion"
                   r"|Half|Dozen|Hundred|Thousand|Scores|scores")  # fmt: skip
_QUALIFIER = re.compile(
    r"\b(?P<q>(?i:no more than|not more than|no fewer than|no less than|more than|less than"
    r"|fewer than|at least|at most|up to|as many as|as much as|as few as|close to|just over"
    r"|just under|well over|over|under|some|about|around|roughly|approximately|nearly|almost"
    r"|exactly|only|an estimated|estimated|a total of|upwards of|above|below|another|nearly all"
    r"|between))\s$"
)
_PER = re.compile(
    r"\s(?:(?:per|each|every|an?)\s(?P<unit>day|week|month|year|hour|night|minute|second|person"
    r"|head|capita|ton|tonne|barrel|worker|kilogram|kilo|liter|litre|share)\b"
    r"|(?P<adverb>annually|yearly|monthly|weekly|daily|hourly|a-year)\b)"
)
_ADVERBS = {"annually": "year", "yearly": "year", "a-year": "year", "monthly": "month",
            "weekly": "week", "daily": "day", "hourly": "hour"}  # fmt: skip
_PERCENT = re.compile(r"\s?(?:%|percent\b|per\scent\b|pct\b)|\spercentage\spoints?\b")
_UNIT = re.compile(r"[\s-]?(km|kg|kilomet(?:er|re)s?|met(?:er|re)s?|tons?|tonnes?|miles?)\b(?!-)")
_NAME = re.compile(rf"\s(?:in\s)?({currencies.NAME})(?!\s(?:the|an?|his|her|its|their|by)\b|-)")
_MONEY_OF = re.compile(r"\s(?:worth\sof|of|in)\s(?:the\s|its\s|his\s|her\s|their\s)?")
_PART_OF = re.compile(r"\s(?:of\s)?(?:the\s|its\s|his\s|her\s|their\s)?")
_SHARE_OF = re.compile(r"\s(?:of|among)\s(?:the\s|its\s|his\s|her\s|their\s|all\s)?")
_NOUN = re.compile(r"[^\W\d_][\w'’-]{0,24}(?:\s(?!(?:of|in|on|at|by|for|from|with|to|as|and|or|but|"
                   r"is|are|was|were|has|had|have|who|which|that|per|a|an|the|will|would|said|if"
                   r"|than|when|while|since|after|before|during|went|came)\b)"
                   r"[^\W\d_][\w'’-]{0,24}){0,4}")  # fmt: skip
_NOT_BEFORE = re.compile(
    r"(?:\b(?i:no|nos|page|pages|p|pp|section|sections|article|articles|art|chapter|vol|volume|room"
    r"|flight|highway|route|resolution|number|figure|table|clause|rule|line|channel|bus|gate|unit"
    r"|act|title|exhibit|count|grade|class|phase|level|stage|group|team|district|ward|precinct"
    r"|aged?|camp|office|bureau|box|paragraph|para|item|psalm|verse|case|windows|version|covid|form"
    r"|apollo|boeing|airbus|bldg|suite|apt|tel|fax|phone|call|area|zip)\.?\s(?:no\.?\s)?"
    rf"|{MONTH}\s|[#@]\s?|\b(?:Camp|World\sWar|Mark)\s)$"
)
_NOT_AFTER = re.compile(
    r"(?:st|nd|rd|th)\b|:\d\d|\s?(?:[AaPp]\.?[Mm]\b|o['’]clock)|[-/]\d|\.\d+\.|/\w"
    rf"|\s(?:of\s)?{MONTH}\b|-(?:[a-z]+)|[A-Za-z]|\s[NSEW]\.?\s|[-–]year-old"
)
_STREET = re.compile(r"\s(?:[A-Z][\w.]*\s){1,3}(?:St\b|Street|Ave|Avenue|Road|Rd\b|Blvd"
                     r"|Boulevard|Lane|Drive|Square|Court|Way|Place|NW|SW|NE|SE)")  # fmt: skip
_PREPOSITION = re.compile(r"\b(?i:in|since|by|from|until|during|of|before|after|year)\s$")
_VERBED = re.compile(r"\s(?:were|are|have\sbeen|had\sbeen|died|survived|escaped|defected|fled)\b")
_AFTER_VERB = re.compile(r"\b(?:killed|killing|killing\sat\sleast|wounded|injured|injuring|wounding"
                         r"|arrested|arresting|among\sthe)\s$")  # fmt: skip
_VAGUE = {"dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999),
          "thousands": (2_000, 9_999), "tens of thousands": (20_000, 99_999),
          "hundreds of thousands": (200_000, 999_999), "millions": (2e6, 9_999_999),
          "tens of millions": (2e7, 99_999_999), "billions": (2e9, 9_999_999_999)}  # fmt: skip


def find(text: str, sentences: Sequence[Span] = ()) -> tuple[Amount, ...]:
    """The amounts of `text`, ascending and apart; years, ordinals, addresses and times are none."""
    found: list[Amount] = []
    at = 0
    for hint in _HINT.finditer(text):
        if hint.start() < at:
            continue
        start = max(at, hint.start() - 18)
        head = _HEAD.search(text, start, min(len(text), hint.end() + 90))
        if head is None:
            continue
        amount = _amount(text, head)
        if amount is not None:
            found.append(amount)
            at = amount.span.end
        elif head.start() <= hint.start():
            at = head.end()
    return tuple(found)


def _amount(text: str, head: re.Match[str]) -> Amount | None:
    start, end = head.start(), head.end()
    while text[start] in " \u00a0\n\t":
        start += 1
    read = _values(text, head)
    if read is None:
        return None
    low, high, end = read
    before = text[max(0, start - 26) : start]
    qualifier = ""
    if words := _QUALIFIER.search(before):
        qualifier = words["q"].lower()
    sign = head["sign"]
    if sign:
        unit = currencies.code_of_sign(sign)
        of = _after(text, end, _MONEY_OF)
        return _with_rate(text, low, high, unit, start, end, qualifier, of)
    if (named := _NAME.match(text, end)) and not _won_as_verb(named, low, head):
        of = _after(text, named.end(), _MONEY_OF)
        code = currencies.code_of_name(named[1])
        return _with_rate(text, low, high, code, start, named.end(), qualifier, of)
    if share := _PERCENT.match(text, end):
        unit = "percentage points" if "point" in share[0] else "%"
        of = _after(text, share.end(), _SHARE_OF)
        return _with_rate(text, low, high, unit, start, share.end(), qualifier, of)
    if head["fraction"]:
        of = _after(text, end, re.compile(r"\s(?:of\s)?(?:the\s|its\s|his\s|her\s|their\s)?"))
        return (
            Amount(low * 100, high * 100, "%", Span(start, end), qualifier, "", of) if of else None
        )
    return _count(text, head, low, high, start, end, qualifier)


def _values(text: str, head: re.Match[str]) -> tuple[float, float, int] | None:
    """Low and high value, and where the number ends."""
    if head["fraction"]:
        words = re.sub(r"^more than ", "", head["fraction"].lower())
        share = numerals.HALVES.get(words) or numerals.HALVES.get(words.replace("-", " "))
        return (share, share, head.end()) if share else None
    if head["dozen"]:
        return _dozens(head)
    if head["word"]:
        low = numerals.of_words(head["word"])
        high = numerals.of_words(head["wordhigh"]) if head["wordhigh"] else low
        if low is None or high is None:
            return None
        if head["wdash"] == "and" and not _between(text, head.start("word")):
            return low, low, head.end("word")
        return (low, high, head.end()) if high >= low else (low, low, head.end("word"))
    low = numerals.of_digits(head["low"], head["lowscale"] or "")
    if head["high"] is None:
        return low, low, head.end()
    high = numerals.of_digits(head["high"], head["highscale"] or "")
    if head["highscale"] and not head["lowscale"] and numerals.of_digits(head["low"]) < 1000:
        low = numerals.of_digits(head["low"], head["highscale"])
    joined = head["dash"] != "and" or _between(text, head.start())
    if head["dash"] == "to" and low >= high:
        joined = False
    if joined and low <= high:
        return low, high, head.end()
    if head["dash"] in ("to", "and"):
        cut = head.end("lowscale") if head["lowscale"] else head.end("low")
        return low, low, cut
    return None


def _dozens(head: re.Match[str]) -> tuple[float, float, int]:
    words = head["dozen"].lower()
    if words in _VAGUE:
        low, high = _VAGUE[words]
        return low, high, head.end()
    first = words.split()[0]
    if first == "several":
        return 36, 108, head.end()
    count = 6.0 if first == "half" else 12 * (numerals.of_words(first) or 1)
    return count, count, head.end()


def _between(text: str, start: int) -> bool:
    return text[max(0, start - 9) : start].rstrip().lower().endswith("between")


def _won_as_verb(named: re.Match[str], low: float, head: re.Match[str]) -> bool:
    """ "In 2016 won the prize" holds no money; "10 billion won" does."""
    if named[1].lower() != "won" or head["lowscale"] or head["highscale"]:
        return False
    return low < 100 or (1000 <= low <= 2100 and "," not in head[0])


def _with_rate(
    text: str, low: float, high: float, unit: str, start: int, end: int, qualifier: str, of: str
) -> Amount:
    rate = _PER.match(text, end)
    per = ""
    if rate:
        per = rate["unit"] or _ADVERBS[rate["adverb"]]
        end = rate.end()
        of = of or _after(text, end, _MONEY_OF)
    return Amount(low, high, unit, Span(start, end), qualifier, per, of)


def _after(text: str, end: int, lead: re.Pattern[str]) -> str:
    """The noun phrase behind "of", "worth of" and their like, as written; "" if there is none."""
    opening = lead.match(text, end)
    if opening is None:
        return ""
    noun = _NOUN.match(text, opening.end())
    return shorten(noun[0]) if noun else ""


def _count(
    text: str, head: re.Match[str], low: float, high: float, start: int, end: int, qualifier: str
) -> Amount | None:
    before = text[max(0, start - 18) : start]
    after = text[end : end + 40]
    if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after):
        return None
    unit = _UNIT.match(text, end)
    if unit and not head["word"]:
        name = UNITS.get(unit[1], unit[1])
        return _with_rate(text, low, high, name, start, unit.end(), qualifier, "")
    if _STREET.match(after):
        return None
    yearlike = head["low"] is not None and 1000 <= low <= 2100 and head["low"].isdigit()
    if yearlike and not head["lowscale"] and _PREPOSITION.search(before):
        return None
    noun = counted(text, end, one=low == high == 1)
    if noun is not None:
        if low == 1 and head["word"] and not qualifier:
            return None
        of = text[noun[0] : noun[1]]
        name = of.lower().rsplit(" ", 1)[-1]
        if name in UNITS:
            return _with_rate(text, low, high, UNITS[name], start, noun[1], qualifier, "")
        rate = _PER.match(text, noun[1])
        per = (rate["unit"] or _ADVERBS[rate["adverb"]]) if rate else ""
        stop = rate.end() if rate else noun[1]
        return Amount(low, high, of, Span(start, stop), qualifier, per, of)
    bare = _VERBED.match(after) or _AFTER_VERB.search(before)
    if bare and not yearlike and low != 1:
        return Amount(low, high, "", Span(start, end), qualifier, "", "")
    return None
