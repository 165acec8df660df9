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
    r"(?:(?i:(?:the\s)?(?:early|mid|late)(?:(?:\s|-)(?:to|or)(?:\s|-)(?:mid|late))?"
    r"|the\s(?:very\s)?(?:beginning|start|middle|end)\sof)(?:\s|-)(?:in\s)?)"
)
_COUNT = (
    r"(?:\d{1,3}|(?i:an?\sfew|a\scouple\sof|several|half\san?|a\squarter\sof\sa|an?|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty))(?:\sand\sa\shalf)?"
)
_UNIT = r"(?:day|night|week|fortnight|month|year|decade|century|centurie)"
_POINTER = r"(?i:this|last|next|that|(?:the\s)?(?:same|following|next|previous|past|preceding))"
_TOLD = r"(?i:that(?:\ssame)?|(?:the\s)?(?:same|following|next|previous|preceding))"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_ORDINAL = r"(?i:first|second|third|fourth|last|final|opening|closing)"
_REF_YEAR = rf"(?:{_YEAR}|{_POINTER}\syear)"

FEASTS = {
    r"Christmas\sEve": (12, 24), r"Christmas(?:\sDay)?": (12, 25), r"Boxing\sDay": (12, 26),
    r"New\sYear[’']s\sEve": (12, 31), r"New\sYear[’']s(?:\sDay)?": (1, 1),
    r"Valentine[’']s\sDay": (2, 14), r"May\sDay": (5, 1), r"Halloween": (10, 31),
}  # fmt: skip
"""Feasts that fall on the same day everywhere, as patterns, with month and day."""

FORMS: tuple[tuple[str, str], ...] = (
    ("iso", rf"{_YEAR}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?=T\d|\b)"),
    ("ymd", rf"{_YEAR}[/.](?:0?[1-9]|1[0-2])[/.](?:3[01]|[12]\d|0?[1-9])(?!\d)"),
    ("numbers", r"(?:\d{1,2}/\d{1,2}|\d{1,2}\.\s?\d{1,2})[/.]\s?(?:19|20)\d\d(?!\d)"),
    ("mspan", rf"{MONTH}\s{_DAY}{_DASH}{_DAY}(?:(?:,\s?|\s(?:of\s|in\s)?){_REF_YEAR})?"),
    ("md", rf"{_PREFIX}{MONTH}\s{{1,2}}{_DAY}(?:(?:\s?,\s?|\s(?:of\s|in\s)?){_REF_YEAR})?"),
    ("dmy", rf"(?:3[01]|[12]\d|0?[1-9])[-/.]{MONTH}[-/.]{_YEAR}"),
    ("dspan", rf"{_DAY}{_DASH}{_DAY}\s(?:of\s)?{MONTH}(?:(?:,\s?|\s){_REF_YEAR})?"),
    ("dm", rf"{_PREFIX}{_DAY}\s(?:of\s|day\sof\s)?{MONTH}(?:(?:,\s?|\s(?:of\s)?){_REF_YEAR})?"),
    ("my", rf"{PART}?{MONTH}(?:\sof|,|\sin)?\s{_REF_YEAR}"),
    (
        "portion",
        rf"(?:[Tt]he\s){_ORDINAL}\s(?:few\s)?(?:days|week|weekend|fortnight|half)\sof\s{MONTH}"
        rf"(?:(?:,|\sof)?\s{_REF_YEAR})?",
    ),
    (
        "dayof",
        r"(?:[Tt]he\s)?(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\sof\s(?i:this|last|next|that|the\ssame"
        r"|the\sfollowing)\smonth",
    ),
    (
        "dayonly",
        r"[Oo]n\sthe\s(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
        r"(?=[.,;:)]|\s(?:and|he|she|they|we|I|it|the|when|at)\s)",
    ),
    ("amonth", rf"{_TOLD}\s{MONTH}"),
    ("pm", rf"(?i:last|this|next|past)\s{MONTH}"),
    ("part_month", rf"{PART}{MONTH}"),
    ("bare", MONTH),
    ("winters", rf"{_SEASON}(?:\sof)?\s{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d(?!\d))"),
    ("season", rf"{PART}?{_SEASON}(?:\sof|\sin)?\s{_REF_YEAR}"),
    ("pseason", rf"(?i:last|this|next|this\spast)\s{_SEASON}"),
    ("aseason", rf"{_TOLD}\s{_SEASON}"),
    ("feast", rf"(?:{'|'.join(FEASTS)})(?:(?:,\s|\s(?:of\s|in\s)?){_REF_YEAR})?"),
    (
        "turn",
        r"(?i:the\sturn\sof\sthe)\s(?:(?:(?:\d\d(?:st|nd|rd|th)|(?i:eighteenth|nineteenth|twentieth"
        r"|twenty-first))\s)?[Cc]entury|[Mm]illennium)",
    ),
    (
        "quarter",
        r"(?:(?i:the\s)?(?:(?i:first|second|third|fourth|1st|2nd|3rd|4th|last)\s"
        rf"(?:quarter|half)|[QH][1-4])(?:\sof)?\s{_REF_YEAR})",
    ),
    ("decade", rf"(?:{PART}|(?i:the)\s)?(?:(?:1\d|20)\d0|['’][2-9]0)['’]?s"),
    (
        "century",
        rf"(?:{PART}|(?i:the)\s)?(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:tenth|eleventh|twelfth"
        r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
        r"|twenty-first))[\s-][Cc]entury(?!\s[Bb]\.?[Cc])",
    ),
    ("years", rf"{_YEAR}\s?[-–—]\s?(?:{_YEAR}|\d\d(?!\d)|(?i:present|now|today))"),
    ("part_year", rf"{PART}{_YEAR}"),
    ("year", _YEAR),
    ("short", r"['’]\d\d(?![\d\w])"),
    (
        "ago",
        rf"(?:{_COUNT}\s{_UNIT}s?\s(?:ago|later|earlier|before|after|on(?=[,.])|from\snow)"
        rf"|[Tt]he\s(?:day|week|month|year|night)\s(?:before|after|earlier)(?!\s(?:yesterday|last|that"
        r"|next|tomorrow)))\b",
    ),
    (
        "window",
        rf"(?i:the\s)?(?i:past|last|next|coming|previous|preceding)\s(?!(?i:an?)\s){_COUNT}\s{_UNIT}s?",
    ),
    ("pweekday", rf"(?i:last|next|this|this\spast|past)\s{_WEEKDAY}"),
    ("weekday", _WEEKDAY),
    (
        "daypart",
        rf"(?:(?i:this|last)|{_TOLD})\s(?:morning|afternoon|evening|night)",
    ),
    ("weekend", r"(?i:over|at|during|on)\s(?:the\sweekend)"),
    (
        "part_unit",
        rf"(?:{PART}(?:(?i:this|last|next|that|the)\s)(?:week|month|year|decade|century)(?!\s\d)"
        r"|(?i:by\s|at\s)(?:year[’']?s?[-\s]end|the\syear[’']s\send))",
    ),
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
    r"|entur|illennium|hristmas|alloween|th of|n the \d|[’']\d|Year|pring|ummer|utumn|fall|inter"
    "|tomorrow|quarter|half of|morning|evening|fternoon"
)
"""Letters without which no date is near: a quick look before the full pattern."""

_ANY = "|".join(f"(?P<{name}>{form})" for name, form in FORMS)
ATOM = re.compile(rf"(?<!\w)(?:{_ANY})(?!\w)")
"""Every stretch that may be a date; `lastgroup` names the form."""
