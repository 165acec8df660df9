"""The ways in which English prose writes dates, as one pattern; each match names its form."""

from __future__ import annotations

import re

from corpus.language.intervals import MONTHS

_FULL = [name.capitalize() for name in MONTHS if len(name) > 4 or name in ("june", "july", "may")]
_SHORT = [name.capitalize() for name in MONTHS if len(name) <= 4 and name not in ("may",)]
MONTH = (
    "(?:" + "|".join(_FULL + [name.upper() for name in _FULL])
    + "|(?:" + "|".join(_SHORT + [name.upper() for name in _SHORT]) + r")\b\.?)"
)  # fmt: skip
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|\.\d|,\d)"
_YEAR = r"(?:1\d{3}|20\d\d|2100)(?![\d%]|[.,]\d)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_PREFIX = rf"(?:{_WEEKDAY},?\s{{1,2}}(?:the\s)?)?"
_DASH = r"(?:\s?[-–—]\s?|\s(?:to|and|through|until)\s)"
PART = (
    r"(?:(?i:early|mid|late|the\s(?:beginning|start|middle|end)\sof|the\s(?:early|mid|late))"
    r"(?:\s|-)(?:in\s)?)"
)
_COUNT = (
    r"(?:\d{1,3}|(?i:an?\sfew|a\scouple\sof|several|an?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|twenty|thirty|forty|fifty))"
)
_UNIT = r"(?:day|night|week|month|year|decade)"
_POINTER = r"(?i:this|last|next|that|(?:the\s)?(?:same|following|next|previous|past|preceding))"
_REF_YEAR = rf"(?:{_YEAR}|{_POINTER}\syear)"

FORMS: tuple[tuple[str, str], ...] = (
    ("iso", rf"{_YEAR}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?!\d)"),
    ("ymd", rf"{_YEAR}[/.](?:0?[1-9]|1[0-2])[/.](?:3[01]|[12]\d|0?[1-9])(?!\d)"),
    ("numbers", r"(?:\d{1,2}/\d{1,2}|\d{1,2}\.\s?\d{1,2})[/.]\s?(?:19|20)\d\d(?!\d)"),
    ("mspan", rf"{MONTH}\s{_DAY}{_DASH}{_DAY}(?:(?:,\s?|\s(?:of\s|in\s)?){_REF_YEAR})?"),
    ("md", rf"{_PREFIX}{MONTH}\s{{1,2}}{_DAY}(?:(?:\s?,\s?|\s(?:of\s|in\s)?){_REF_YEAR})?"),
    ("dspan", rf"{_DAY}{_DASH}{_DAY}\s(?:of\s)?{MONTH}(?:(?:,\s?|\s){_REF_YEAR})?"),
    ("dm", rf"{_PREFIX}{_DAY}\s(?:of\s|day\sof\s)?{MONTH}(?:(?:,\s?|\s(?:of\s)?){_REF_YEAR})?"),
    ("my", rf"{PART}?{MONTH}(?:\sof|,|\sin)?\s{_REF_YEAR}"),
    ("pm", rf"(?i:last|this|next|past)\s{MONTH}"),
    ("part_month", rf"{PART}{MONTH}"),
    ("bare", MONTH),
    ("season", rf"{PART}?(?i:spring|summer|autumn|fall|winter)(?:\sof|\sin)?\s{_REF_YEAR}"),
    ("pseason", r"(?i:last|this|next)\s(?:spring|summer|autumn|fall|winter)"),
    (
        "quarter",
        r"(?:(?i:the\s)?(?:(?i:first|second|third|fourth|1st|2nd|3rd|4th|last)\s"
        rf"(?:quarter|half)|[QH][1-4])(?:\sof)?\s{_REF_YEAR})",
    ),
    ("decade", rf"(?:{PART}|(?i:the)\s)?(?:(?:1\d|20)\d0|['’][2-9]0)['’]?s"),
    (
        "century",
        rf"(?:{PART}|(?i:the)\s)?(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:sixteenth|seventeenth|eighteenth"
        r"|nineteenth|twentieth|twenty-first))[\s-][Cc]entury(?!\s[Bb]\.?[Cc])",
    ),
    ("years", rf"{_YEAR}\s?[-–—]\s?(?:{_YEAR}|\d\d(?!\d)|(?i:present|now|today))"),
    ("part_year", rf"{PART}{_YEAR}"),
    ("year", _YEAR),
    ("ago", rf"{_COUNT}\s{_UNIT}s?\s(?:ago|later|earlier|before|after|from\snow)\b"),
    ("pweekday", rf"(?i:last|next|this|this\spast|past)\s{_WEEKDAY}"),
    ("weekday", _WEEKDAY),
    ("daywords", r"(?i:the\sday\sbefore\syesterday|yesterday|today|tonight|tomorrow)"),
    (
        "unit",
        rf"(?:(?i:earlier|later)\s)?{_POINTER}\s(?:day|week|weekend|month|year|decade|century)",
    ),
)
"""Forms by name, the more exact before the less; "year" and "bare" still need their context."""

HINT = re.compile(
    r"\d\d|day|"
    + "|".join(sorted({name[:3].capitalize() for name in MONTHS}))
    + "|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|[1-9]0s|week|month|night|year|decade"
    "|entury|pring|ummer|utumn|fall|inter|tomorrow|quarter|half of"
)
"""Letters without which no date is near: a quick look before the full pattern."""

ATOM = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{form})" for name, form in FORMS) + r")(?!\w)")
"""Every stretch that may be a date; `lastgroup` names the form."""
