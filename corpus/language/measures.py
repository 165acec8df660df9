"""Units of measure behind a number, and what a rate counts by ("a month", "per acre", "/kg")."""

from __future__ import annotations

import re

from corpus.language.nouns import UNITS

_ABBREVIATED = {
    "km": "km", "kms": "km", "kg": "kg", "kgs": "kg", "g": "g", "mg": "mg", "m": "m", "cm": "cm",
    "mm": "mm", "ft": "feet", "lb": "lb", "lbs": "lb", "oz": "oz", "ha": "hectares", "mph": "mph",
    "kph": "km/h", "km/h": "km/h", "kmh": "km/h", "kW": "kW", "MW": "MW", "GW": "GW", "kWh": "kWh",
    "MWh": "MWh", "GWh": "GWh", "TWh": "TWh", "GB": "GB", "TB": "TB", "MB": "MB", "Hz": "Hz",
    "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "ml": "ml", "l": "litres", "L": "litres", "t": "tons",
    "km²": "km²", "km2": "km²", "m²": "m²", "m2": "m²", "m³": "m³", "m3": "m³", "sq m": "m²",
    "sq km": "km²", "sq ft": "sq ft", "°C": "°C", "°F": "°F", "ºC": "°C", "° C": "°C",
    "hrs": "hours", "mins": "minutes", "secs": "seconds",
}  # fmt: skip
_SPELT = sorted({re.escape(name) for name in UNITS}, key=len, reverse=True)
_SHORT = sorted((re.escape(name) for name in _ABBREVIATED), key=len, reverse=True)
_KIND = r"(?:(?:square|cubic|nautical|metric|sq\.?)\s)"
_UNIT = re.compile(
    rf"[\s\u00a0]?(?P<short>{'|'.join(_SHORT)})(?![\w²³/&])(?!['’-]\w)"
    rf"|[\s\u00a0-](?P<kind>{_KIND})?(?P<name>{'|'.join(_SPELT)}|foot|inch(?:es)?|yards?|hour|minute"
    r"|day|week|month|year|decade|acre|hectare|gallons?|ounces?|grams?|kilos?|megawatt|gigawatts?"
    r"|kilowatt-hours?|kilowatts?|litre|liter|degree|knot|barrel|percentage-point|kilobytes?"
    r"|megabytes?|gigabytes?|terabytes?|volts?|decibels?|millimet(?:re|er)s?|centimet(?:re|er)s?"
    r"|milligrams?|tonnes?)\b(?P<more>\s(?:Celsius|Fahrenheit|an\shour))?(?!-old|\s(?:old|of\sage)\b)"
)
_PERIODS = (
    r"day|week|month|year|hour|night|minute|second|annum|quarter|season|decade|shift|person|head"
    r"|capita|ton|tonne|barrel|worker|kilogram|kilo|kg|liter|litre|gallon|share|acre|hectare|ounce"
    r"|pound|gram|mile|kilomet(?:re|er)|family|household|unit|piece|student|child|patient|passenger"
    r"|room|vote|bottle|bag|sack|ticket|trip|dose|game|match|employee"
)
_RATE = re.compile(
    rf"\s(?:(?:per|each|every)\s(?P<unit>(?:square\s|cubic\s)?[a-z]{{3,20}})|(?:an?\s)(?P<a>{_PERIODS})\b"
    r"|(?P<adverb>annually|yearly|monthly|weekly|daily|hourly|apiece|a-year|a-month|pcm|p\.a\.)(?!\w))"
    r"|\s?/\s?(?P<slash>kg|km|lb|month|year|week|day|hour|hr|mo|yr|m²|m2|sq\s?m|sq\s?ft|ton|tonne|person"
    r"|night|litre|liter|l|kWh|MWh|barrel|bbl|oz)\b(?!/)"
)
_ADVERBS = {
    "annually": "year", "yearly": "year", "a-year": "year", "a-month": "month", "monthly": "month",
    "weekly": "week", "daily": "day", "hourly": "hour", "apiece": "piece", "pcm": "month",
    "p.a.": "year", "annum": "year", "hr": "hour", "mo": "month", "yr": "year", "l": "litre",
}  # fmt: skip
_EACH_IS_NONE = re.compile(r"(?:se|cent|other|one|of|was|were|time|side|team|man)$")
_LENGTH_AFTER = re.compile(
    r"\s(?:high|deep|long|wide|tall|thick|above|below|away|from|across|up|down|apart|underground|north"
    r"|south|east|west|off|in\s(?:length|height|diameter|depth)|of|to|and|or|at|by|further|each|per|an?)\b"
    r"|[.,;)]|\s?[(]|$"
)


def unit_after(text: str, end: int) -> tuple[str, int] | None:
    """The unit of measure behind a number that ends at `end`, and where it ends itself."""
    match = _UNIT.match(text, end)
    if match is None:
        return None
    if match["short"]:
        short = match["short"]
        if short in ("m", "g", "t", "l", "L") and not _LENGTH_AFTER.match(text, match.end()):
            return None
        return _ABBREVIATED[short], match.end()
    name = match["name"]
    plural = name if name.endswith("s") or name in ("feet", "kg", "km") else f"{name}s"
    unit = (
        UNITS.get(name) or UNITS.get(plural) or {"foot": "feet", "inch": "inches"}.get(name, plural)
    )
    if match["kind"]:
        return f"{match['kind'].strip()} {plural}", match.end()
    more = (match["more"] or "").strip()
    if more == "an hour":
        return unit, match.start("more")
    return (f"{unit} {more}" if more else unit), match.end()


def rate_after(text: str, end: int) -> tuple[str, int] | None:
    """What an amount that ends at `end` is counted by ("year"), and where that ends."""
    match = _RATE.match(text, end)
    if match is None:
        return None
    word = match["unit"] or match["a"] or match["slash"] or match["adverb"]
    if match["unit"] and _EACH_IS_NONE.search(word):
        return None
    return _ADVERBS.get(word, word), match.end()
