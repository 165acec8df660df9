"""The counted noun after a number, found by its plural and by the words that end it."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLURALS = _words(
    "people men women children police troops personnel staff cattle crew aircraft sheep fish "
    "dead wounded livestock clergy policemen servicemen fishermen spokesmen lawmen countrymen "
    "firemen businessmen gunmen militiamen servicewomen policewomen clergymen alumni media "
    "criteria lives wives knives wolves leaves feet teeth geese mice series species families "
    "respondents infantry cavalry warships spacecraft hovercraft grandchildren schoolchildren"
)
UNITS = {
    "km": "km", "kilometer": "km", "kilometers": "km", "kilometre": "km", "kilometres": "km",
    "kg": "kg", "kilogram": "kg", "kilograms": "kg", "kilogrammes": "kg", "kilos": "kg",
    "ton": "tons", "tons": "tons", "tonne": "tonnes", "tonnes": "tonnes", "barrels": "barrels",
    "mile": "miles", "miles": "miles", "meter": "m", "meters": "m", "metre": "m", "metres": "m",
    "hectares": "hectares", "acres": "acres", "hours": "hours", "minutes": "minutes",
    "seconds": "seconds", "days": "days", "weeks": "weeks", "months": "months",
    "years": "years", "decades": "decades", "litres": "litres", "liters": "litres",
    "grams": "g", "megawatts": "MW", "degrees": "degrees", "knots": "knots", "feet": "feet",
}  # fmt: skip
_STOP = _words(
    "a an the this that these those his her its their our my your of in on at by for from "
    "with to as and or but nor so yet if than then when while where who whom whose which what "
    "why how is are was were be been being am has have had do does did will would can could "
    "may might must shall should not no after before since until during under over into onto "
    "through between among against without within about around near across along behind "
    "beyond per each every it he she they we you i them him us me there here also only just "
    "both all any some more most less least said says told out up down off away ago later "
    "earlier because although though including such via plus minus times versus worth left "
    "went came fled killed died became began took made won lost found held kept sent paid ran "
    "saw met gave got put led asked always perhaps towards besides afterwards sometimes thus "
    "news ms mrs mr pm ad bc"
)
_AS_OS = _words(
    "kilos photos videos pianos visas dramas villas areas casinos embargos pandas ideas"
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is|['’]s)$")
_WORD = re.compile(
    r"[ \u00a0]{1,2}(?:more[ ])?(?:of[ ](?:(?:the|its|his|her|their|these|those|our)[ ])?)?"
)
_TOKEN = re.compile(r"[^\W\d_][\w.'’&-]{0,30}(?<![.'’-])")
_REACH = 6


def counted(text: str, offset: int, one: bool = False) -> tuple[int, int] | None:
    """The range of the noun phrase counted by a number that ends at `offset`, None if none follows.

    The phrase ends at its first plural; `one` allows a singular ("one worker").
    """
    lead = _WORD.match(text, offset)
    if lead is None:
        return None
    start = at = lead.end()
    for _ in range(_REACH):
        token = _TOKEN.match(text, at)
        if token is None:
            return None
        word = token[0]
        lower = word.lower()
        if lower in _STOP or (lower.endswith("ly") and lower not in ("early", "elderly", "daily")):
            return None
        if lower in UNITS or is_plural(lower):
            return start, token.end()
        if one and not word[0].isupper() and not lower.endswith(("ed", "ing", "al", "an", "ic")):
            return start, token.end()
        at = token.end()
        if text[at : at + 2] == ", " and lower.endswith(("ed", "al", "y", "ic", "an")):
            at += 1
        if text[at : at + 1] not in (" ", "\u00a0"):
            return None
        at += 1
    return None


def is_plural(word: str) -> bool:
    """Whether a word in small letters looks like a plural noun."""
    if word in _PLURALS or word in _AS_OS:
        return True
    return (
        len(word) > 3
        and word[-1] == "s"
        and not _NOT_PLURAL.search(word)
        and word[-2:] not in ("as", "os")
        and word not in _STOP
    )


def shorten(phrase: str) -> str:
    """A noun phrase up to its first plural, so that no verb stays on it ("members agreed")."""
    words = phrase.split(" ")
    for at, word in enumerate(words, 1):
        if is_plural(word.lower()):
            return " ".join(words[:at])
    while len(words) > 1 and words[-1].endswith("ed"):
        words.pop()
    return " ".join(words)
