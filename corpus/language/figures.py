"""Numbers at the head of an amount: plain, ranges, fractions, ratios and vague ones, as values."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.language import currencies, numerals

_SHARE = (
    r"(?:one-|two-|three-|four-|five-|an?\s|one\s|two\s|three\s|four\s)?"
    r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)"
)
_FRACTION = (
    rf"(?i:{_SHARE})(?=\s(?:of\s(?!a\s(?:million|billion|century|mile))|the|its|his|her|their))"
)
_VAGUE_WORD = (
    r"(?:dozens|scores|(?:tens\sof\s|hundreds\sof\s)?thousands|hundreds"
    r"|(?:tens\sof\s|hundreds\sof\s)?millions|(?:tens\sof\s|hundreds\sof\s)?billions)"
)
_DOZEN = (
    r"(?i:(?:an?|one|two|three|four|half\sa|several|a\sfew|a\scouple\sof)\sdozen"
    r"|(?:several|a\sfew|a\scouple\sof|a\scouple)\s(?:hundred|thousand|million|billion|lakh|crore)"
    rf"|a\s(?:couple|pair)\sof|{_VAGUE_WORD}(?=\sof|\s(?:more|have|were|are|fled|gathered)\b))"
)
_PART = r"(?i:(?:half\san?|a\squarter\sof\sa|three\squarters\sof\sa))"
_AND_HALF = r"(?:\sand\s(?:a\shalf|a\squarter|three\squarters))"
_RATIO = (
    r"(?i:(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine)\s(?:in|out\sof)\s(?:every\s)?"
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred))"
)
HEAD = re.compile(
    rf"(?<![\w$€£¥₩.,:/#%-])(?P<sign>{currencies.SIGN})?\s?(?:"
    rf"(?P<ratio>{_RATIO})(?=\s)(?!\s(?:days|weeks|months|years|hours|minutes|million|billion))"
    rf"|(?P<low>{numerals.DIGITS})(?P<plus>\+)?(?P<mixed>{_AND_HALF})?(?P<lowscale>{numerals.SCALE})?"
    rf"(?:\s?(?P<dash>[-–—]|to|and|or)\s?(?:{currencies.SIGN})?"
    rf"(?P<high>{numerals.DIGITS})(?P<highscale>{numerals.SCALE})?)?"
    rf"|(?P<part>{_PART})\s(?P<whole>(?i:million|billion|trillion|mile|hour|kilometre|kilometer"
    r"|kilo|ton|tonne|litre|liter|pound|century|year|day))\b(?!-)"
    rf"|(?P<fraction>{_FRACTION})|(?P<dozen>{_DOZEN})"
    rf"|(?P<word>(?i:{numerals.WORDS}))(?P<wmixed>{_AND_HALF}(?P<wscale>{numerals.SCALE})?)?"
    rf"(?:\s?(?P<wdash>to|or|and|[-–])\s?(?P<wordhigh>(?i:{numerals.WORDS})))?"
    r")"
)
"""A number with what belongs to it; the named groups tell which kind it is."""
HINT = re.compile(r"\d|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine"
                  r"|[Tt]en|[Ee]leven|[Tt]welve|teen|[Tt]went|[Tt]hirt|[Ff]ort|[Ff]ift|half"
                  r"|third|quarter|fourth|fifth|dozen|hundred|thousand|million|billion|couple|pair"
                  r"|Half|Dozen|Hundred|Thousand|Scores|scores|Million|lakh|crore")  # fmt: skip
_VAGUE = {"dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999),
          "thousands": (2_000, 9_999), "tens of thousands": (20_000, 99_999),
          "hundreds of thousands": (200_000, 999_999), "millions": (2e6, 9_999_999),
          "tens of millions": (2e7, 99_999_999), "hundreds of millions": (2e8, 999_999_999),
          "billions": (2e9, 9_999_999_999), "tens of billions": (2e10, 99_999_999_999),
          "hundreds of billions": (2e11, 999_999_999_999)}  # fmt: skip
_FEW = {"several": (3, 9), "few": (2, 5), "couple": (2, 2)}
_MIXED = {"half": 0.5, "quarter": 0.25, "quarters": 0.75}
_CHANGE = re.compile(
    r"\b(?:gr[eo]w|risen|rose|rises?|fell|fall(?:s|en)?|dropped|increas\w+|decreas\w+|declin\w+"
    r"|climb\w+|up|down|cut|rais\w+|went|jump\w+|reduc\w+|shrank|shrunk|soar\w+|slid|slip\w+"
    r"|expand\w+|widen\w+|narrow\w+|lower\w+|chang\w+|mov\w+|plung\w+|dwindl\w+)\b[^.;\n]{0,50}\bfrom\s$"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number from `low` to `high` that ends at `end`; `kind` tells shares from counts.

    `basis` says how a vague word became a range.
    """

    low: float
    high: float
    end: int
    kind: str = "count"
    """"count", "share" (per cent) or "measure" (its unit is in `unit`)."""
    qualifier: str = ""
    basis: str = ""
    unit: str = ""


def read(text: str, head: re.Match[str]) -> Figure | None:
    """What a match of HEAD amounts to; None where it makes no sense."""
    if head["ratio"]:
        return _ratio(head)
    if head["fraction"]:
        share = numerals.share(head["fraction"])
        return Figure(share, share, head.end(), "share") if share else None
    if head["part"]:
        return _part(head)
    if head["dozen"]:
        return _dozens(head)
    if head["word"]:
        return _words(text, head)
    return _digits(text, head)


def _ratio(head: re.Match[str]) -> Figure | None:
    first, *_, last = head["ratio"].split()
    low, high = numerals.value(first), 100.0 if last == "hundred" else numerals.value(last)
    if not low or not high or low >= high:
        return None
    share = 100 * low / high
    return Figure(share, share, head.end(), "share", basis=f"“{head['ratio']}” as a share")


def _part(head: re.Match[str]) -> Figure:
    part = head["part"].lower()
    share = 0.5 if part.startswith("half") else 0.75 if part.startswith("three") else 0.25
    whole = head["whole"].lower()
    if whole in numerals.SCALES:
        count = share * numerals.SCALES[whole]
        return Figure(count, count, head.end())
    return Figure(share, share, head.end(), "measure", unit=whole)


def _dozens(head: re.Match[str]) -> Figure:
    words = head["dozen"].lower()
    if words in _VAGUE:
        low, high = _VAGUE[words]
        return Figure(low, high, head.end(), basis=f"“{words}” taken as a range")
    first, *_, last = words.split()
    size = 12 if last == "dozen" else numerals.SCALES.get(last, 1)
    few = next((count for name, count in _FEW.items() if name in words), None)
    if few:
        basis = "" if few[0] == few[1] else f"“{words}” taken as a range"
        return Figure(few[0] * size, few[1] * size, head.end(), basis=basis)
    if last == "of":
        return Figure(2.0, 2.0, head.end())
    count = 6.0 if first == "half" else size * (numerals.of_words(first) or 1)
    return Figure(count, count, head.end())


def _words(text: str, head: re.Match[str]) -> Figure | None:
    low = numerals.of_words(head["word"])
    if low is None:
        return None
    if head["wmixed"]:
        extra, *more = head["wmixed"].lower().split()[2:]
        low += _MIXED[extra] * numerals.scale_in(head["word"])
        low *= numerals.SCALES.get(more[0], 1) if more else 1
        return Figure(low, low, head.end("wmixed"))
    high = numerals.of_words(head["wordhigh"]) if head["wordhigh"] else low
    plain = Figure(low, low, head.end("word"))
    if high is None or head["wordhigh"] is None:
        return plain
    if head["wdash"] == "and" and not _between(text, head.start("word")):
        return plain
    scale = numerals.scale_in(head["wordhigh"])
    if scale > 1 and low < scale and numerals.scale_in(head["word"]) == 1:
        low *= scale
    return Figure(low, high, head.end()) if high > low else plain


def _digits(text: str, head: re.Match[str]) -> Figure | None:
    scale = head["lowscale"] or ""
    low = numerals.of_digits(head["low"], scale)
    if head["mixed"]:
        low += numerals.of_digits("1", scale) * _MIXED[head["mixed"].split()[-1]]
    cut = max(head.end(name) for name in ("low", "plus", "mixed", "lowscale"))
    plain = Figure(low, low, cut, qualifier="at least" if head["plus"] else "")
    if head["high"] is None:
        return plain
    high = numerals.of_digits(head["high"], head["highscale"] or "")
    if head["highscale"] and not scale and numerals.of_digits(head["low"]) < 1000:
        low = numerals.of_digits(head["low"], head["highscale"])
    dash = head["dash"]
    joined = dash != "and" or _between(text, head.start())
    before = max(0, head.start() - 90)
    if dash == "to" and (low >= high or _CHANGE.search(text, before, head.start())):
        joined = False
    if dash == "or" and not low < high <= 3 * low + 3:
        joined = False
    if joined and low <= high:
        return Figure(low, high, head.end())
    if dash in ("to", "and", "or"):
        return plain
    return None


def _between(text: str, start: int) -> bool:
    return text[max(0, start - 9) : start].rstrip().lower().endswith("between")
