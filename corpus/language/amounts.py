"""Numbers that count or measure something: money, shares, people, goods, lengths, rates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language import currencies, figures, numerals
from corpus.language.dateforms import MONTH
from corpus.language.figures import HEAD, HINT, Figure
from corpus.language.measures import rate_after, unit_after
from corpus.language.nouns import UNITS, counted, shorten
from corpus.model import Amount, Span

_QUALIFIERS = (
    "more than|less than|fewer than|no more than|not more than|no fewer than|no less than"
    "|not less than|not fewer than|slightly more than|slightly less than|a little more than"
    "|at least|at most|up to|as many as|as much as|as few as|close to|over|under|well over"
    "|well under|just over|just under|slightly over|a little over|in excess of|upwards of|above"
    "|below|some|about|around|roughly|approximately|nearly|nearly all|almost|exactly|only|just"
    "|barely|a minimum of|a maximum of|a total of|an estimated|estimated|an additional|a further"
    "|a record|another|between"
)
_QUALIFIER = re.compile(rf"\b(?P<q>(?i:{_QUALIFIERS}))\s$")
_PERCENT = re.compile(
    r"\s?(?:%|percent\b|per\scent\b|pct\b)(?!-)|\s(?:percentage|basis)\spoints?\b"
)
_NAME = re.compile(rf"[\s-](?:in\s)?({currencies.NAME})(?!-)")
_SIGN_AFTER = re.compile(r"\s?(€|£|₽|₩|₴|Kč|zł|\$)(?!\w|\d)")
_VERB_OBJECT = re.compile(r"\s(?:the|an?|his|her|its|their|by|in\sthe|all|every|gold|silver)\b")
_WEIGHT = re.compile(r"\b(?:weigh\w*|lost|gained|shed|lift\w*|heavy|body)\b")
_OF_GOODS = re.compile(r"\sof\s(?!(?:debt|aid|public|taxpayers|damage|savings|their|his|her)\b)")
_PAYING = re.compile(
    r"\b(?:pa(?:y|id|ys|ying)|cost(?:s|ing)?|worth|fine[ds]?|spen[dt]\w*|earn\w*|salary|wage|pric\w+"
    r"|sold|b(?:uy|ought)|fee|rent|loan|debt|bill|budget|sum|raise[ds]?|lost|owe[ds]?|bribe|profit"
    r"|stole\w*|cash|award\w*|reward|gave|receiv\w+)\b"
)
_PART_OF_COUNT = re.compile(
    rf"\s(?:out\s)?of\s(?:the\s|its\s|their\s|all\s)?(?P<whole>{numerals.DIGITS}|(?i:{numerals.WORDS}))(?=\s)"
)
_OF_THEM = re.compile(r"\sof\s(?:them|whom|which|the|those|these|its|their|his|her)\b")
_ALONE = re.compile(
    r"[.,;)]|$|\s(?:in|on|at|from|by|since|during|and|but|after|before|have|had|has|are|were|was|will"
    r"|would|slept|came|stayed|left|gathered|marched|joined|took|died|remain(?:ed)?|live|lived)\b"
)
_MORE = re.compile(r"\s(?:more|fewer|less)(?:\sthan\b|[.,;]|$)")
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
    r"(?:st|nd|rd|th)\b|\s(?:years?|months?)\s(?:old|of\sage)\b|:\d\d|\s?(?:[AaPp]\.?[Mm]\b|o['’]clock)|[-/]\d|\.\d+\.|/\w"
    rf"|\s(?:of\s)?{MONTH}\b|-(?:[a-z]+)|[A-Za-z]|\s[NSEW]\.?\s|[-–]year-old"
)
_STREET = re.compile(r"\s(?:[A-Z][\w.]*\s){1,3}(?:St\b|Street|Ave|Avenue|Road|Rd\b|Blvd"
                     r"|Boulevard|Lane|Drive|Square|Court|Way|Place|NW|SW|NE|SE)")  # fmt: skip
_PREPOSITION = re.compile(r"\b(?i:in|since|by|from|until|during|of|before|after|year)\s$")
_VERBED = re.compile(r"\s(?:were|are|have\sbeen|had\sbeen|died|survived|escaped|defected|fled)\b")
_AFTER_VERB = re.compile(r"\b(?:killed|killing|killing\sat\sleast|wounded|injured|injuring|wounding"
                         r"|arrested|arresting|among\sthe)\s$")  # fmt: skip


def find(text: str, sentences: Sequence[Span] = ()) -> tuple[Amount, ...]:
    """The amounts of `text`, ascending and apart; years, ordinals, addresses and times are none."""
    found: list[Amount] = []
    at = 0
    for hint in HINT.finditer(text):
        if hint.start() < at:
            continue
        start = max(at, hint.start() - 18)
        head = HEAD.search(text, start, min(len(text), hint.end() + 90))
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
    start = head.start()
    while text[start] in " \u00a0\u202f\n\t":
        start += 1
    figure = figures.read(text, head)
    if figure is None:
        return None
    qualifier = figure.qualifier
    if words := _QUALIFIER.search(text, max(0, start - 30), start):
        qualifier = words["q"].lower()
    found = Reading(text, start, figure, qualifier)
    if head["sign"]:
        return found.money(currencies.code_of_sign(head["sign"]), figure.end)
    if figure.kind == "measure":
        return found.make(f"{figure.unit}s", figure.end)
    if figure.kind == "count" and (money := _money(found, head)):
        return money
    if figure.kind == "share":
        of = found.behind(figure.end, _PART_OF)
        return found.make("%", figure.end, of) if of else None
    if share := _PERCENT.match(text, figure.end):
        word = share[0].strip()
        unit = "%" if word in ("%", "pct") or word.endswith("cent") else word.rstrip("s") + "s"
        return found.make(unit, share.end(), found.behind(share.end(), _SHARE_OF))
    return _count(found, head)


class Reading:
    """A number on its way to an amount: where it stands, its value and its qualifier."""

    def __init__(self, text: str, start: int, figure: Figure, qualifier: str) -> None:
        self.text = text
        self.start = start
        self.figure = figure
        self.qualifier = qualifier

    def make(self, unit: str, end: int, of: str = "", scale: float = 1, basis: str = "") -> Amount:
        """An amount that ends at `end`, or behind the rate that follows there."""
        low, high = self.figure.low * scale, self.figure.high * scale
        rate = rate_after(self.text, end)
        if rate is None and of and (tail := self.text.find(of, end, end + len(of) + 24)) >= 0:
            rate = rate_after(self.text, tail + len(of))
        per, stop = rate or ("", end)
        basis = "; ".join(part for part in (self.figure.basis, basis) if part)
        return Amount(low, high, unit, Span(self.start, stop), self.qualifier, per, of, basis)

    def money(self, code: str, end: int, basis: str = "") -> Amount:
        """An amount of money."""
        rate = rate_after(self.text, end)
        of = self.behind(rate[1] if rate else end, _MONEY_OF)
        return self.make(code, end, of, basis=basis)

    def behind(self, end: int, lead: re.Pattern[str]) -> str:
        """The noun phrase behind "of", "worth of" and their like, as written; "" without one."""
        opening = lead.match(self.text, end)
        noun = _NOUN.match(self.text, opening.end()) if opening else None
        return shorten(noun[0]) if noun else ""


def _money(found: Reading, head: re.Match[str]) -> Amount | None:
    text, end = found.text, found.figure.end
    if after := _SIGN_AFTER.match(text, end):
        return found.money(currencies.AFTER[after[1]], after.end())
    named = _NAME.match(text, end)
    if named is None:
        return None
    name = named[1].lower()
    if name == "won" and _won_as_verb(text, named.end(), found.figure.low, head):
        return None
    if name in ("pound", "pounds") and not _is_sterling(text, found.start, named.end(), head):
        return None
    code, basis = currencies.code_of_name(named[1]), ""
    if name == "won":
        code, basis = currencies.which_won(text, found.start)
    elif name in ("pound", "pounds"):
        code, basis = "GBP", "pounds: of money, taken as sterling"
    return found.money(code, named.end(), basis)


def _won_as_verb(text: str, end: int, low: float, head: re.Match[str]) -> bool:
    """ "In 2016 won the prize" holds no money; "10 billion won" and "300 won a month" do."""
    if _VERB_OBJECT.match(text, end) and not rate_after(text, end):
        return True
    if head["lowscale"] or head["highscale"]:
        return False
    return low < 100 or (1000 <= low <= 2100 and "," not in head[0])


def _is_sterling(text: str, start: int, end: int, head: re.Match[str]) -> bool:
    """Whether pounds are money: by the millions, or paid for something; else they are weight."""
    if head["lowscale"] or (head["word"] and numerals.scale_in(head["word"]) >= 1e6):
        return True
    if _WEIGHT.search(text, max(0, start - 40), start) or _OF_GOODS.match(text, end):
        return False
    return bool(_PAYING.search(text, max(0, start - 60), start))


def _count(found: Reading, head: re.Match[str]) -> Amount | None:
    text, start, end = found.text, found.start, found.figure.end
    low, high = found.figure.low, found.figure.high
    if _NOT_BEFORE.search(text, max(0, start - 18), start):
        return None
    metres = _metres(found, head)
    if metres is not None:
        return metres
    if unit := unit_after(text, end):
        if low == 1 and head["word"] and not found.qualifier and not rate_after(text, unit[1]):
            return None
        of = found.behind(unit[1], _MONEY_OF)
        return found.make(unit[0], unit[1], of)
    if _NOT_AFTER.match(text[end : end + 40]) or _STREET.match(text, end):
        return None
    yearlike = head["low"] is not None and 1000 <= low <= 2100 and head["low"].isdigit()
    if yearlike and not head["lowscale"] and _PREPOSITION.search(text, max(0, start - 18), start):
        return None
    if (part := _PART_OF_COUNT.match(text, end)) and not yearlike:
        whole = counted(text, part.end("whole"))
        if whole is not None:
            of = text[part.start("whole") : whole[1]]
            return found.make(text[whole[0] : whole[1]], whole[1], of)
    noun = counted(text, end, one=low == high == 1)
    if noun is not None:
        if low == 1 and head["word"] and not found.qualifier:
            return None
        of = text[noun[0] : noun[1]]
        name = of.lower().rsplit(" ", 1)[-1]
        return found.make(UNITS[name], noun[1]) if name in UNITS else found.make(of, noun[1], of)
    return _bare(found, yearlike)


def _metres(found: Reading, head: re.Match[str]) -> Amount | None:
    """ "4,810 m high": an m that was read as million, though no noun is counted."""
    scale = head["lowscale"]
    if scale != " m" or head["high"] or counted(found.text, found.figure.end):
        return None
    if unit_after(found.text, head.start("lowscale")) is None:
        return None
    return found.make("m", head.end("lowscale"), scale=1e-6)


def _bare(found: Reading, yearlike: bool) -> Amount | None:
    """A number without a noun, where a verb or a qualifier says that it counts somebody."""
    text, start, end = found.text, found.start, found.figure.end
    if yearlike or found.figure.low == 1:
        return None
    bounded = found.qualifier and (
        _OF_THEM.match(text, end) or (found.figure.low >= 100 and _ALONE.match(text, end))
    )
    told = _VERBED.match(text, end) or _AFTER_VERB.search(text, max(0, start - 18), start)
    more = _MORE.match(text, end) if found.figure.low > 3 else None
    if bounded or told or more:
        return found.make("", end)
    return None
